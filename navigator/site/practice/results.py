"""The trainer's page: it takes the codes that learners show, and tells what the room needs again.

Nothing is sent: the codes are counted on the device, and forgotten with the tab.
"""

from typing import Final

from navigator.render.html import Child, Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.practice.exercises import EXERCISES
from navigator.site.practice.messages import messages
from navigator.site.practice.session_link import RESULTS, case_links

COUNTS: Final = ("first", "later", "wrong", "open")
"""The columns of the table: how many people stand where with a question."""
TOLD: Final = {
    "counted": ("code",),
    "twice": ("code", "before"),
    "older": ("what",),
    "other": ("what",),
    "mistyped": ("what",),
    "nothing": (),
    "removed": ("code",),
    "deleted": (),
}
"""What may have to be said of a code, and what stands in it."""
FINE: Final = ("counted", "removed", "deleted")
"""Messages that ask for nothing."""


def results(index: LibraryIndex) -> Page:
    """Write the page."""
    words = index.library.words
    page = PageBuilder(index, f"{RESULTS.rstrip('/')}.md", words["practice.results.title"], "scenarios")
    page.crumbs(("practice/", words["practice.cases.title"]))
    said = words.group("practice.results")
    page.add(
        el("p", said["intro"]),
        el("p", said["needs_scripts"], class_="js-without"),
        el(
            "div",
            messages(page, "none", "unknown", "changed", "written"),
            el("h2", class_="js-title", hidden=True),
            el("div", _taking(page), _questions(page), _people(page), class_="js-counting", hidden=True),
            _templates(page),
            class_="nav-session nav-collect js-collect",
        ),
        # Scripts find by these which cases there are, and what each asks.
        el("div", rows(case_links(page)), hidden=True),
    )
    return page.page(said["description"], contents=False, learn=True, script="results", searched=False)


def _taking(page: PageBuilder) -> list[Child]:
    """Write where codes are typed, pasted and scanned, and what is said of them."""
    said = page.words.group("practice.results")
    camera = page.words.group("practice.results.camera")
    looking = (
        el("video", class_="js-camera", muted=True, playsinline=True, aria_label=said["picture"]),
        el("p", _button(said["stop"], "js-stop"), class_="nav-tools-row"),
    )
    return [
        el("h2", said["take"], tabindex="-1", class_="nav-on-screen"),
        el("p", el("label", said["codes"], for_="codes")),
        el("p", said["codes_hint"], id="codes-hint", class_="nav-hint"),
        el(
            "textarea",
            id="codes",
            rows=4,
            autocomplete="off",
            autocapitalize="characters",
            spellcheck="false",
            aria_describedby="codes-hint",
            translate="no",
        ),
        el(
            "div", _button(said["count"], "js-take"), _button(said["scan"], "js-scan"), class_="nav-tools-row"
        ),
        el(
            "div",
            [
                el(
                    "div",
                    el("p", text),
                    looking if name == "looking" else None,
                    data_camera=name,
                    hidden=True,
                )
                for name, text in camera.items()
            ],
            role="status",
        ),
        el("div", class_="nav-messages js-told", role="status"),
    ]


def _people(page: PageBuilder) -> list[Child]:
    """Write the list of codes; nobody is named."""
    said = page.words.group("practice.results")
    number = el("span", "0", class_="js-count")
    return [
        el("h2", said["people"], class_="js-people-heading", tabindex="-1"),
        el("p", page.fill("practice.results.number", number=number)),
        el("ol", class_="nav-people js-people"),
        el(
            "div",
            _button(said["print"], "js-print"),
            _button(said["delete"], "js-delete"),
            class_="nav-tools-row js-some",
            hidden=True,
        ),
    ]


def _questions(page: PageBuilder) -> Html:
    """Write the table of questions, with the hardest named above it."""
    said = page.words.group("practice.results")
    columns = page.words.group("practice.results.column")
    hardest = page.fill("practice.results.hardest", **_parts("number", "name", "asked", "first", "people"))
    headings = [columns["question"], *(columns[name] for name in COUNTS)]
    return el(
        "div",
        el("h2", said["questions"]),
        el("p", el("strong", hardest), class_="js-hardest", hidden=True),
        el(
            "table",
            el("caption", said["caption"]),
            el("thead", el("tr", [el("th", each, scope="col") for each in headings])),
            class_="nav-tally js-tally",
        ),
        class_="js-some",
        hidden=True,
    )


def _templates(page: PageBuilder) -> list[Html]:
    """Write what scripts copy: messages, a row of the table, and the line of a code."""
    words = page.words
    said = words.group("practice.results")
    told = words.group("practice.results.told")
    case = page.fill("practice.results.case", **_parts("number", "name"))
    group = el("tbody", el("tr", el("td", el("strong", case), colspan=1 + len(COUNTS))))
    # The line above names the case for whoever sees it; a screen reader says it with each question.
    of_case = el("span", case, ": ", class_="nav-hidden")
    counts = (el("td", _parts(name)[name]) for name in COUNTS)
    row = el("tr", el("th", of_case, _parts("asked")["asked"], scope="row"), list(counts))
    needs = el(
        "span", " ", page.fill("practice.results.needs", **_parts("needs")), class_="js-needs",
    )  # fmt: skip
    unanswered = page.fill("practice.results.unanswered", **_parts("open"))
    person = el(
        "li",
        page.fill("practice.results.person", **_parts("code", "first", "all")),
        needs,
        el("span", " ", unanswered, class_="js-unanswered"),
        " ",
        _button(said["remove"], "js-remove"),
    )
    return [
        *(
            el(
                "template",
                el("p", page.fill(f"practice.results.told.{name}", **_parts(*parts)),
                   class_=None if name in FINE else "nav-warning"),
                data_told=name,
            )
            for name, parts in TOLD.items()
            if told[name]
        ),
        el("template", group, data_row="case"),
        el("template", row, data_row="question"),
        el("template", person, data_row="person"),
        *(
            el("span", words[f"practice.exercise.{each.id}.ask"], data_asked=each.id, hidden=True)
            for each in EXERCISES
        ),
    ]  # fmt: skip


def _parts(*names: str) -> dict[str, Child]:
    """Return places for what scripts put in."""
    return {name: el("span", data_part=name) for name in names}


def _button(says: str, name: str) -> Html:
    return el("button", says, type="button", class_=name)
