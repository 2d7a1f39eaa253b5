"""The link of a session: its cases stand after the `#`, so that no server needs to know of them.

It is `#s=` with seven signs for each case, its code and its mark; then `&t=` and a title, and `&m=` and
minutes, where there are any. Each page of a session reads the same link: those to learn with, to show, to
tally and to print. `navigator/web/practice/session-link.mjs` reads and writes it in the browser.
"""

from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

from navigator.core.short_codes import written
from navigator.render.html import Html
from navigator.site.kit.case import Case
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.practice.exercises import quizzes

MAKE: Final = "practice/make/"
"""The address of the page on which a trainer makes a session, below the site's root."""
SESSION: Final = "practice/session/"
"""The address of the page for learners, below the site's root."""
PRESENT: Final = "practice/present/"
"""The address of the page for the screen of a room."""
HANDOUT: Final = "practice/handout/"
"""The address of the page of its papers."""
RESULTS: Final = "practice/results/"
"""The address of the page on which a trainer counts the codes of a room."""
CERTIFICATE: Final = "practice/certificate/"
"""The address of the page that a learner prints in the end."""
WRITE: Final = "practice/write/"
"""The address of the page on which a trainer writes a case."""
PLACES: Final = {"session": SESSION, "present": PRESENT, "handout": HANDOUT, "results": RESULTS}
"""What a session's link opens: names below `practice.make.open`, and addresses below the site's root."""
MOST_MINUTES: Final = 480
"""No session is longer than a working day; a larger number is a slip of the keyboard."""


def session_hash(cases: Iterable[Case], title: str = "", minutes: int | None = None) -> str:
    """Return what stands in the address of a session from the `#` on."""
    title_part = f"&t={quote(title, safe='')}" if title else ""
    minutes_part = f"&m={minutes}" if minutes else ""
    return f"#s={signs(cases)}{title_part}{minutes_part}"


def signs(cases: Iterable[Case]) -> str:
    """Return the codes and marks of cases, one after the other."""
    return "".join(case.code + case.mark for case in cases)


def session_id(cases: Iterable[Case]) -> str:
    """Return a short name of a session: two signs for the cases in their order, and two for their wording."""
    listed = tuple(cases)
    return _short_name(case.code for case in listed) + _short_name(case.mark for case in listed)


def _short_name(texts: Iterable[str]) -> str:
    """Return two signs for texts one after the other: the 32 bits of FNV-1a, folded to ten."""
    found = 0x811C9DC5
    for byte in "".join(texts).encode():
        found = (found ^ byte) * 0x01000193 & 0xFFFFFFFF
    return written((found >> 20 ^ found >> 10 ^ found) & 0x3FF, 2)


def named(case: Case) -> dict[str, str]:
    """Return the attributes by which scripts know a case again."""
    return {
        "data_case": case.scenario.id,
        "data_code": case.code,
        "data_mark": case.mark,
        "data_check_by": case.check_by.isoformat(),
    }


def case_links(page: PageBuilder) -> list[Html]:
    """Link to every case: a script finds by these links which cases there are, where, and what each asks."""
    return [
        page.link(
            case.address,
            case.scenario.title,
            data_questions=" ".join(quiz.id for quiz in quizzes(page, case)),
            **named(case),
        )
        for case in page.index.cases
    ]
