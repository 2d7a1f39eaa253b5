"""What a screen reader is given: the tree of key pages as it was looked over, and one journey read aloud.

NAVIGATOR_SNAPSHOTS=write writes the trees anew; look over what has changed before you keep it.
"""

import itertools
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.npm import READER, script
from tests.browser.states import ANSWERED_TWICE
from tests.browser.visit import FIRST, LEADING_DAY, Visit
from tests.browser.world import ALLEGATION, LIBRARY, RAISED, STAGE_1, outcome_slug

pytestmark = pytest.mark.returning

SNAPSHOTS = Path(__file__).parent / "snapshots"
WRITE = os.environ.get("NAVIGATOR_SNAPSHOTS") == "write"
TEXT = re.compile(r"^(\s+- (?:paragraph|text|term|definition|cell|listitem|strong|time|code|link))\b.*?(:?)$")
READ = """async () => {
    const { virtual } = await import("/reader.js");
    await virtual.start({ container: document.body });
    while ((await virtual.lastSpokenPhrase()) !== "end of document") await virtual.next();
    const said = await virtual.spokenPhraseLog();
    await virtual.stop();
    return said;
}"""


def tree(page: Page) -> str:
    """Return the roles and names of a page, without its running text, which changes with the policies."""
    kept = []
    inside = False
    for line in page.locator("body").aria_snapshot().splitlines():
        if line.startswith("- "):
            inside = line.startswith("- main")
        if "- /url:" in line:
            continue
        found = TEXT.match(line) if inside else None
        kept.append(found[1] + found[2] if found else line)
    return "\n".join(kept) + "\n"


def pages(visitor: Visit) -> Iterator[str]:
    """Go to each page whose tree is kept."""
    visitor.page.goto(visitor.root)
    yield "home"
    visitor.open().ready()
    yield "first-question"
    visitor.take(ANSWERED_TWICE)
    yield "question-with-answers"
    visitor.open(outcome_slug(ALLEGATION)).ready()
    yield "hurried-outcome"
    visitor.open(outcome_slug(STAGE_1)).ready()
    visitor.give_date(RAISED, "31", "2", "2026")
    expect(visitor.page.locator(".nav-errors")).to_be_visible()
    yield "outcome-with-error"
    visitor.give_date(RAISED, "6", "10", "2026")
    expect(visitor.page.locator(LEADING_DAY)).to_be_visible()
    yield "outcome-with-date"
    visitor.page.goto(f"{visitor.root}routes/escalation/")
    yield "route"


def test_trees(visit: Callable[..., Visit]) -> None:
    """Roles, names and headings of key pages are as somebody looked them over."""
    visitor = visit()
    changed = []
    for name in pages(visitor):
        kept, found = SNAPSHOTS / f"{name}.yaml", tree(visitor.page)
        if WRITE:
            kept.write_text(found, encoding="utf-8")
        elif kept.read_text(encoding="utf-8") != found:
            changed.append(name)
    assert changed == [], f"{__doc__}"


@pytest.mark.parametrize("name", ["home", "first-question", "outcome-with-date"])
def test_headings_go_down_one_by_one(name: str) -> None:
    """Each kept tree has one heading of the first level, and no level is left out."""
    levels = [int(level) for level in re.findall(r"\[level=(\d)\]", (SNAPSHOTS / f"{name}.yaml").read_text())]
    main = levels[levels.index(1) :] if 1 in levels else levels
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(main))


def aloud(visitor: Visit) -> list[str]:
    """Return what a screen reader would say of the page, from its beginning to its end."""
    said: list[str] = visitor.page.evaluate(READ)
    return said


def position(said: list[str], words: str) -> int:
    found = [index for index, phrase in enumerate(said) if words in phrase]
    assert found, f"nothing says {words!r}"
    return found[0]


def test_a_journey_read_aloud(visit: Callable[..., Visit]) -> None:
    """Read aloud, danger comes before the question, answers are links, and the date is told early."""

    def reader(route: Route) -> None:
        route.fulfill(body=script(READER), content_type="text/javascript")

    visitor = visit()
    visitor.page.route("**/reader.js", reader)
    visitor.open().ready()
    said = aloud(visitor)
    question = LIBRARY.question[FIRST]
    danger = position(said, f"heading, {LIBRARY.triage.danger.heading}")
    asked = position(said, f"heading, {question.ask}")
    assert danger < position(said, "link, Call 999") < asked
    for option in question.options:
        assert position(said, f"link, {option.label}") > asked
    phrases = len(said)
    visitor.take(STAGE_1)
    said = aloud(visitor)
    phrases += len(said)
    words = LIBRARY.words
    assert position(said, "textbox, Day") < position(said, f"button, {words['date_form.submit_short']}")
    visitor.give_date(RAISED, "6", "10", "2026")
    said = aloud(visitor)
    phrases += len(said)
    stage = position(said, "heading, Stage 1")
    assert stage < position(said, "Friday 9 October 2026") < position(said, words["heading.steps"])
    print(f"{phrases} phrases read aloud on a journey")
