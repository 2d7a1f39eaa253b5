"""What changes for readers between the saved state and the draft, told as HTML."""

from typing import Final

from navigator.render.html import el
from navigator.workbench.before import Texts, library_before
from navigator.workbench.changes_page import changes_page
from navigator.workbench.compared import Surveyed, compared, survey
from navigator.workbench.desk import Answer, Desk, Steps
from navigator.workbench.shown import Shown, shown

_HELD: Final = "surveyed"


def changes(desk: Desk, asked: Answer) -> Steps:
    """Return what changes: `html`, and how much of each kind under `counts`.

    `saved` holds the texts of the edited files as they were. Where the saved state has errors, `html` says so
    and there are no counts. `current` tells whether the draft is compared as it is now; `stale` stands alone
    where a file was changed meanwhile.
    """
    edition, work = desk.edition, _changes(desk, shown(desk), asked["saved"])
    while True:
        try:
            next(work)
        except StopIteration as end:
            return {**end.value, "current": desk.is_sound}
        yield
        if desk.edition != edition:
            return {"stale": True}


def _changes(desk: Desk, new: Shown, saved: Texts) -> Steps:
    old = yield from library_before(desk, saved)
    if old is None:
        note = el("p", new.library.words["workbench.changed.saved_has_errors"], class_="nav-note")
        return {"html": note, "counts": {}}
    before: Surveyed | None = desk.held.get(_HELD)
    if before is None or before.shown.library is not old:
        before = yield from survey(Shown(old))
        desk.held[_HELD] = before
    after = yield from survey(new)
    found = yield from compared(before, after, desk.today)
    return {"html": changes_page(before, after, found, desk.today), "counts": found.counts()}
