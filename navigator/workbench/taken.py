"""What leaves the workbench for others: a patch, the sheet for the meeting that approves it, and a mail."""

from typing import Final

from navigator.workbench import patch as patches
from navigator.workbench.approval import sheets
from navigator.workbench.approval_sheet import approval_sheet
from navigator.workbench.before import library_before
from navigator.workbench.desk import Answer, Desk, Steps

PATCH: Final = "policy-changes.patch"
"""The name of the file that holds a patch."""
MARK: Final = "\ufeff"
"""What some programs begin a text with."""


def patch(desk: Desk, asked: Answer) -> Answer:
    """Return the patch of the files that differ: `before` holds their texts as they were, by their paths.

    `forms` says of files that came from somebody's device whether they begin with a mark, and how lines end.
    """
    forms = asked.get("forms", {})
    files = {
        path: (_as_file(text, forms.get(path)), _as_file(desk.text(path), forms.get(path)))
        for path, text in asked["before"].items()
    }
    return {"name": PATCH, "text": patches.patch(files)}


def _as_file(text: str | None, form: Answer | None) -> str | None:
    """Return a text as it stands in a file of a form: within the workbench all lines end with a line feed."""
    if text is None or form is None:
        return text
    return (MARK if form["mark"] else "") + text.replace("\n", form["ends"])


def report(desk: Desk, asked: Answer) -> Steps:
    """Return the sheet for a meeting as `html`, and a mail to send it with: `subject` and `body`.

    `before` holds the texts of the changed files as they were. Where one of the two states has errors there
    is no sheet: `errors` says which, `before` or `now`.
    """
    if not desk.is_sound:
        return {"errors": "now"}
    old = yield from library_before(desk, asked["before"])
    if old is None:
        return {"errors": "before"}
    new = desk.loaded.library
    if new is None:
        return {"errors": "now"}
    found = list(sheets(old, new))
    yield
    words = new.words
    named = (
        words.listed(each.title for each in found if each.collection == "policies")
        or words["workbench.taken.mail.files"]
    )
    return {
        "html": approval_sheet(new, found, list(asked["before"]), desk.today),
        "subject": words("workbench.taken.mail.subject", policies=named),
        "body": words("workbench.taken.mail.body", policies=named, file=PATCH),
    }
