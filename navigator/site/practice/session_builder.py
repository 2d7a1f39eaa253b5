"""The page on which a trainer puts a session together: all cases to choose from, and the session itself.

Without scripts it is a list of all cases with their stories. What is chosen stands in the address, so that
Back keeps it, and so that a link that was made before opens here to be changed.
"""

from collections.abc import Iterable
from typing import Final

from navigator.render.html import Attribute, Child, Html, el
from navigator.site.kit.case import Case
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.practice.effort import LEVELS, Effort, effort
from navigator.site.practice.messages import messages
from navigator.site.practice.session_link import MOST_MINUTES, PLACES, WRITE, named

LONGEST_TITLE: Final = 100
"""The signs of a session's title: more would make its link too long for a code to scan."""
USUAL_MINUTES: Final = 45
"""How long a session is, unless its trainer says otherwise."""


def make(index: LibraryIndex) -> Page:
    """Write the page."""
    words = index.library.words
    page = PageBuilder(index, "practice/make.md", words["practice.make.title"], "scenarios")
    page.crumbs(("practice/", words["practice.cases.title"]))
    packs = page.link("packs/", words["practice.make.packs"])
    page.add(
        el("p", words["practice.make.intro"]),
        el("p", page.fill("practice.make.without_scripts", packs=packs), class_="js-without"),
        el("p", page.fill("practice.make.write", write=page.link(WRITE, words["practice.write.title"]))),
    )
    efforts = {case.scenario.id: effort(page, case) for case in index.cases}
    groups = [
        el(
            "section",
            el("h3", route.name, id=f"route-{route.id}"),
            el("ul", [_offered(page, case, efforts[case.scenario.id]) for case in cases]),
            aria_labelledby=f"route-{route.id}",
            class_="nav-picks js-group",
            data_route=route.id,
        )
        for route, cases in index.cases_by_route.items()
    ]
    page.add(
        el(
            "div",
            messages(page, "unknown", "changed"),
            el(
                "div",
                el("h2", words["practice.make.cases"], id="choose", tabindex="-1"),
                _filters(page, efforts.values()),
                groups,
                class_="nav-offered",
            ),
            _made(page),
            _bar(page),
            class_="nav-make js-make",
        )
    )
    return page.page(words["practice.make.description"], contents=False, learn=True, script="make")


def _teller(page: PageBuilder, case: Case) -> tuple[str, str]:
    """Return who tells a case: the reader's id, or nothing, and the name."""
    reader = case.trail.node.reader or ""
    return reader, page.library.reader[reader].name if reader else page.words["practice.make.anybody"]


def _service(page: PageBuilder, case: Case) -> tuple[str, str]:
    service = case.outcome.service or ""
    return service, page.library.service[service].name if service else page.words["practice.make.any_service"]


def _offered(page: PageBuilder, case: Case, asks: Effort) -> Html:
    """Write a case to choose: its box, who tells it and how hard it is, and its story."""
    words, identity = page.words.group("practice.make"), f"take-{case.slug}"
    box = el("input", type="checkbox", id=identity, autocomplete="off", hidden=True)
    (reader, teller), (service, place) = _teller(page, case), _service(page, case)
    minutes = page.words.count("practice.pack.minutes", asks.minutes)
    level = words[f"level.{asks.level}"]
    why = page.words.listed(words[f"harder.{name}"] for name in asks.harder)
    said = (teller, place, minutes, words["level_why"].format(level=level, why=why) if why else level)
    link = page.link(
        case.address,
        words["try"],
        el("span", f": {case.scenario.title}", class_="nav-hidden"),
        data_title=case.scenario.title,
        **named(case),
    )
    *lines, last = (line for line in case.scenario.story.splitlines() if line)
    return el(
        "li",
        el("p", box, el("span", case.scenario.title, class_="js-name"), class_="nav-pick-title"),
        rows(said, class_="nav-pick-about"),
        [el("p", line) for line in lines],
        el("p", last, " ", link),
        class_="nav-pick js-pick",
        data_reader=reader,
        data_service=service,
        data_minutes=asks.minutes,
        data_level=asks.level,
    )


def _filters(page: PageBuilder, efforts: Iterable[Effort]) -> Html:
    """Write what narrows the list; scripts show it."""
    words, cases = page.words, page.index.cases
    tellers = dict(_teller(page, case) for case in cases)
    services = dict(_service(page, case) for case in cases)
    lengths = sorted({each.minutes for each in efforts})
    choices = {
        "reader": tellers.items(),
        "route": [(route.id, route.name) for route in page.index.cases_by_route],
        "service": services.items(),
        "minutes": [
            (str(each), words("practice.make.at_most", minutes=words.count("practice.pack.minutes", each)))
            for each in lengths
        ],
        "level": [(level, words[f"practice.make.level.{level}"]) for level in LEVELS],
    }
    fields = [_filter(page, name, options) for name, options in choices.items()]
    shown = page.fill("practice.make.shown", number=el("span", str(len(cases)), class_="js-shown"))
    return el(
        "div",
        fields,
        el("p", shown, role="status"),
        class_="nav-filters js-filters",
        hidden=True,
        role="group",
        aria_label=words["practice.make.filters"],
    )


def _filter(page: PageBuilder, name: str, options: Iterable[tuple[str, str]]) -> Html:
    identity = f"only-{name}"
    every = el("option", page.words["practice.make.all"], value="*")
    return el(
        "p",
        el("label", page.words[f"practice.make.filter.{name}"], for_=identity),
        el(
            "select",
            every,
            [el("option", text, value=value) for value, text in options],
            id=identity,
            data_only=name,
            autocomplete="off",
        ),
    )


def _made(page: PageBuilder) -> Html:
    """Write the session as it grows: what it holds, its order, its length, its link and what opens it."""
    words = page.words.group("practice.make")
    title = _field("made-title", words["name"], type="text", maxlength=LONGEST_TITLE)
    limit = _field(
        "made-minutes", words["limit"], type="number", min=1, max=MOST_MINUTES, value=USUAL_MINUTES
    )
    cut = page.fill("practice.make.cut", minutes=el("span", class_="js-limit"))
    over = el("p", words["over"], " ", el("button", cut, type="button", class_="js-cut"), hidden=True)
    return el(
        "section",
        el("h2", words["session"], id="made", tabindex="-1"),
        _totals(page, role="status"),
        _openings(page),
        el("div", over, class_="js-over", role="status"),
        el("p", words["none_yet"], class_="nav-hint js-none"),
        el("ol", class_="nav-order js-order"),
        el("template", _in_order(page), class_="js-line"),
        el("p", class_="nav-hint js-told", role="status", **_told(page)),
        title,
        limit,
        _field("made-link", words["share"], type="text", readonly=True),
        el("details", el("summary", words["code"]), el("figure", class_="nav-qr js-drawn"), class_="js-code"),
        el("p", el("button", words["more"], type="button", class_="js-more"), class_="nav-more"),
        class_="nav-made js-building",
        aria_labelledby="made",
        hidden=True,
    )


def _field(identity: str, label: str, **attributes: Attribute) -> Html:
    """Write a field with its label above it."""
    return el(
        "p", el("label", label, for_=identity), el("input", id=identity, autocomplete="off", **attributes)
    )


def _told(page: PageBuilder) -> dict[str, str]:
    """Return what is read aloud when the order changes, for scripts to fill in."""
    texts = page.words.group("practice.make.told") | {"separator": page.words["list.separator"]}
    return {f"data_{name}": text for name, text in texts.items()}


def _totals(page: PageBuilder, role: str | None = None) -> Html:
    """Write how many cases there are, and how long they take."""
    numbers = {name: el("strong", "0", class_=f"js-{name}") for name in ("count", "minutes")}
    return el("p", page.fill("practice.make.totals", **numbers), class_="nav-totals", role=role)


def _in_order(page: PageBuilder) -> Html:
    """Write one case of the session: its title, and what moves it or takes it out."""
    words = page.words
    title = el("span", class_="js-title")
    buttons: list[Child] = [
        el("button", sign, type="button", class_=f"js-{name}", aria_label=words[f"practice.make.{name}"])
        for name, sign in (("earlier", "\u2191"), ("later", "\u2193"), ("remove", "\u00d7"))
    ]
    grip = el("span", "\u2630", class_="nav-grip js-grip", aria_hidden="true")
    return el("li", grip, title, el("span", buttons, class_="nav-order-buttons"))


def _openings(page: PageBuilder) -> Html:
    """Write what copies the link, and the links that open the session."""
    words = page.words.group("practice.make")
    links = [
        page.link(address, words[f"open.{name}"], class_="nav-button", data_place=name)
        for name, address in PLACES.items()
    ]
    copied = el("span", words["copied"], class_="js-copied", role="status", hidden=True)
    return el(
        "div",
        el("p", el("button", words["copy"], type="button", class_="js-copy"), " ", copied),
        rows(links, class_="nav-openings"),
        class_="js-opens",
    )


def _bar(page: PageBuilder) -> Html:
    """Write what stays in view on a small screen: how much is chosen, and the way to the session."""
    show = el("button", page.words["practice.make.show"], type="button", class_="js-show")
    return el("div", _totals(page), show, class_="nav-made-bar js-bar", hidden=True)
