"""Questions and outcomes as HTML: well formed, safe, linked up, and in good order, on every page."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any, get_type_hints

import pytest

from navigator.core.engine import Progress, advance
from navigator.core.journey import enter, nodes
from navigator.core.model import Library, Option
from navigator.core.model.kinds import Text
from navigator.core.nodes import Node
from navigator.render.session import page, title
from navigator.site.kit.date_tables import date_tables
from tests.core.sample import LIBRARY
from tests.render.page import Element, take_apart
from tests.sampled import sample

TODAY = date(2026, 11, 21)
WORDS = LIBRARY.words
ISSUE = {"danger": "no", "topic": "north", "progress": "stage-1"}
KINDS = ["static", "in the browser", "in the browser with dates"]


def step(
    answers: dict[str, str], dates: dict[str, date] | None = None, library: Library = LIBRARY
) -> Progress:
    return advance(library, answers, dates or {}, TODAY)


def every_page(library: Library, kind: str) -> Iterator[tuple[Node, str]]:
    """Yield each node with its HTML as a static page, or each kind of node as the browser shows it."""
    dates = {event.id: date(2026, 1, 10) for event in library.events} if kind.endswith("dates") else {}
    for node in nodes(library) if kind == "static" else sample(nodes(library)):
        found = advance(library, {}, dates, TODAY, origin=node)
        yield node, page(library, found, None if kind == "static" else {})


type Page = tuple[Library, Node, Element, list[str]]
type Pages = list[Page]


@pytest.fixture(scope="module")
def taken_apart(library: Library) -> dict[str, Pages]:
    """Return pages of the sample and of the shipped policies, taken apart, by kind."""
    return {
        kind: [
            (each, node, *take_apart(html))
            for each in (LIBRARY, library)
            for node, html in every_page(each, kind)
        ]
        for kind in KINDS
    }


@pytest.fixture(scope="module", params=KINDS)
def pages(request: pytest.FixtureRequest, taken_apart: dict[str, Pages]) -> Pages:
    """Return the pages of one kind."""
    return taken_apart[request.param]


def test_every_page_is_well_formed(pages: Pages) -> None:
    """Every element is closed where it should be, and no element is where a browser would move it."""
    assert len(pages) > 150
    assert {node.address: faults for _, node, _, faults in pages if faults} == {}


def test_headings_come_in_order(pages: Pages) -> None:
    """Each page has one h1, and no heading lies more than one level below the one before it."""
    wrong = {}
    for _, node, root, _ in pages:
        levels = [int(heading.name[1]) for heading in root.all("h1", "h2", "h3", "h4", "h5", "h6")]
        skips = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        if levels.count(1) != 1 or skips or levels[0] > 2:
            wrong[node.address] = levels
    assert wrong == {}


def test_every_heading_has_words(pages: Pages) -> None:
    """No heading, link, button, label or summary is empty."""
    for _, node, root, _ in pages:
        for element in root.all("h1", "h2", "h3", "h4", "a", "button", "label", "legend", "summary", "th"):
            assert element.text, f"{node.address}: an empty {element.name}"


def test_ids_are_unique_and_references_resolve(pages: Pages) -> None:
    """No id is there twice on a page, and every label and description points at one that is there."""
    for _, node, root, _ in pages:
        ids = Counter(element.attributes["id"] for element in root.all() if "id" in element.attributes)
        assert [key for key, times in ids.items() if times > 1] == [], node.address
        for element in root.all():
            for key in ("for", "aria-labelledby", "aria-describedby"):
                for name in (element.attributes.get(key) or "").split():
                    assert name in ids, f"{node.address}: {key}={name}"


@pytest.fixture(scope="module")
def targets(library: Library) -> dict[int, set[str]]:
    """Return the addresses there are for each library."""
    return {
        id(each): {
            *(node.address for node in nodes(each)),
            *(f"help/{signpost.id}/" for signpost in each.signposts),
            *(f"policies/{policy.id}/" for policy in each.policies),
            *(f"policies/{policy.id}.pdf" for policy in each.policies),
            *(f"dates/{slug}/" for slug in date_tables(each)),
            *(f"roles/#{role.id}" for role in each.roles),
            *(f"sources/#{document.id}" for document in each.documents),
        }
        for each in (LIBRARY, library)
    }


def test_links_lead_to_pages_that_are_there(pages: Pages, targets: dict[int, set[str]]) -> None:
    """Every link leads to a page that there is, to a way to reach somebody, or away in a hurry."""
    for each, node, root, _ in pages:
        for link in root.all("a"):
            href = link.attributes["href"] or ""
            if href.startswith(("tel:", "mailto:")):
                assert re.fullmatch(r"tel:[0-9+]+|mailto:[^@\s]+@[^@\s]+", href), href
            elif "data-exit" in link.attributes:
                assert href == each.triage.exit_to
            elif not href.startswith("#"):
                assert href.startswith("../../"), f"{node.address}: {href}"
                assert href.removeprefix("../../") in targets[id(each)], f"{node.address}: {href}"


def test_every_page_is_linked_to(taken_apart: dict[str, Pages]) -> None:
    """Some static page links to each page, but for the beginnings that the routes' own pages link to."""
    reached = {
        id(each): {enter(each, route.id).address for route in each.routes}
        for each, *_ in taken_apart["static"]
    }
    for each, _, root, _ in taken_apart["static"]:
        reached[id(each)] |= {
            (link.attributes["href"] or "").removeprefix("../../") for link in root.all("a")
        }
    orphans = [node for each, node, _, _ in taken_apart["static"] if node.address not in reached[id(each)]]
    assert orphans == []


def test_static_pages_have_no_dead_control(taken_apart: dict[str, Pages]) -> None:
    """A page that is only looked at has no form, no button, no field and no script."""
    controls = ("form", "button", "input", "select", "textarea", "script")
    for _, node, root, _ in taken_apart["static"]:
        assert [element.name for element in root.all(*controls)] == [], node.address


def test_every_field_has_a_label(pages: Pages) -> None:
    """Each field has a visible label of its own and is in a group with a legend and a hint."""
    for _, node, root, _ in pages:
        fields_found = list(root.all("input"))
        labels = {label.attributes.get("for"): label.text for label in root.all("label")}
        for item in fields_found:
            assert labels.get(item.attributes["id"]), node.address
            assert item.attributes.get("name"), node.address
        for group in root.all("fieldset"):
            assert next(child.name for child in group.children if isinstance(child, Element)) == "legend"
            assert group.attributes.get("aria-describedby"), node.address
            assert [item.attributes["name"] for item in group.all("input")] == [
                f"{item.attributes['name'].split('.')[0]}.{part}"  # type: ignore[union-attr]
                for item, part in zip(group.all("input"), ("day", "month", "year"), strict=True)
            ]


def test_dates_are_asked_for_wherever_they_count(taken_apart: dict[str, Pages]) -> None:
    """In the browser an outcome has a form exactly where there is a date to ask for."""
    for each, node, root, _ in taken_apart["in the browser"]:
        found = advance(each, {}, {}, TODAY, origin=node)
        wanted = [item.event for item in found.outcome.asks] if found.outcome else []
        names = [(item.attributes["name"] or "").split(".")[0] for item in root.all("input")]
        assert sorted(set(names)) == sorted(wanted), node.address
        assert bool(list(root.all("form"))) == bool(wanted)


def test_no_words_run_together(pages: Pages) -> None:
    """Where one inline element follows another, there is a space or a sign between their words."""
    inline = {"span", "strong", "a", "em", "time"}
    joined = set()
    for _, _, root, _ in pages:
        for element in root.all():
            for before, after in pairwise(element.children):
                if isinstance(after, Element) and after.attributes.get("role") == "tooltip":
                    continue
                if all(isinstance(side, str) or side.name in inline for side in (before, after)):
                    left = before if isinstance(before, str) else before.own_text
                    right = after if isinstance(after, str) else after.own_text
                    if left[-1:].isalnum() and right[:1].isalnum():
                        joined.add(f"{left[-20:]}|{right[:20]}")
    assert sorted(joined) == []


def test_dates_and_numbers_are_kept_from_translation(pages: Pages) -> None:
    """Every date is a time element, and it and every telephone number are marked as not to be translated."""
    for _, node, root, _ in pages:
        for element in root.all("time"):
            assert element.attributes.get("translate") == "no", node.address
            assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", element.attributes.get("datetime") or "")
        for link in root.all("a"):
            if (link.attributes["href"] or "").startswith("tel:"):
                assert link.attributes.get("translate") == "no", node.address


HOSTILE = "</p></div><script>alert('1')</script><img src=x onerror=\"alert(2)\"> & \"' {"


def hostile(value: Any) -> Any:  # noqa: ANN401 - any part of a library
    """Return a copy in which every text ends in markup; ids and telephone numbers stay as they are."""
    if isinstance(value, tuple):
        return tuple(hostile(item) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    hints = get_type_hints(type(value), include_extras=True)
    changed = {}
    for field in fields(value):
        held = getattr(value, field.name)
        if isinstance(held, str):
            if hints[field.name] in (Text, Text | None) and field.name != "phone":
                changed[field.name] = held + HOSTILE
        else:
            changed[field.name] = hostile(held)
    return replace(value, **changed)


@pytest.fixture(scope="module")
def attacked() -> Library:
    found = hostile(LIBRARY)
    assert isinstance(found, Library)
    assert found.policies[0].title.endswith(HOSTILE)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_texts_stay_texts(attacked: Library, kind: str) -> None:
    """Markup in any authored text is shown as it is: no element, attribute or address comes of it."""
    for node, html in every_page(attacked, kind):
        root, faults = take_apart(html)
        assert [fault for fault in faults if not fault.startswith("a stray sign")] == [], node.address
        assert list(root.all("script", "img")) == []
        assert "<script" not in html
        assert "<img" not in html
        assert html.count("&lt;script&gt;") > 2
        for element in root.all():
            assert not [key for key in element.attributes if key.startswith("on")]


def test_hostile_attributes_stay_inside_their_quotes() -> None:
    """A quotation mark in an option's id cannot end the attribute it is in."""
    option = Option('x" onclick="alert(1)', "Label", next="topic", because=None)
    question = replace(LIBRARY.triage.questions[0], options=(option,))
    triage = replace(LIBRARY.triage, questions=(question, *LIBRARY.triage.questions[1:]))
    library = replace(LIBRARY, triage=triage)
    root, faults = take_apart(page(library, advance(library, {}, {}, TODAY)))
    assert faults == []
    (link,) = (link for link in root.all("a") if link.text == "Label")
    assert link.attributes["data-option"] == 'x" onclick="alert(1)'
    assert "onclick" not in link.attributes


def test_hostile_dates_typed_stay_texts() -> None:
    """What a person types is given back in its field, and markup in it stays text."""
    typed = {"sent": {"day": '"><script>alert(1)</script>', "month": "<b>", "year": "2026'\""}}
    html = page(LIBRARY, step(ISSUE), typed)
    root, faults = take_apart(html)
    assert faults == []
    assert list(root.all("script", "b")) == []
    values = {item.attributes["name"]: item.attributes["value"] for item in root.all("input")}
    assert values["sent.day"] == '"><script>alert(1)</script>'
    assert values["sent.year"] == "2026'\""


def test_the_danger_notice_stands_above_the_first_question_only() -> None:
    """The first page begins with a heading, what to do and a number to tap; other pages do not have it."""
    first, _ = take_apart(page(LIBRARY, step({})))
    headings = [(heading.name, heading.text) for heading in first.all("h1", "h2")]
    assert headings[:2] == [("h2", "In danger? Call 999"), ("h1", "Is anybody in danger?")]
    assert "tel:999" in [link.attributes["href"] for link in first.all("a")]
    second, _ = take_apart(page(LIBRARY, step({"danger": "no"})))
    assert "tel:999" not in [link.attributes["href"] for link in second.all("a")]


def test_each_answer_is_a_link_to_where_it_leads() -> None:
    """Answers are plain links, in the authored order, each to the page of the next question or outcome."""
    root, _ = take_apart(page(LIBRARY, step({"danger": "no"})))
    (choices,) = (item for item in root.all("ul") if item.attributes.get("class") == "nav-choices")
    found = [(link.attributes["data-option"], link.attributes["href"]) for link in choices.all("a")]
    expected = [
        ("issue", Node("service", "issue")),
        ("complaint", Node("service", "complaint")),
        ("appeal", Node(None, "appeal", None, "apply")),
        ("north", Node("progress", "issue", "north")),
        ("north-top", Node(None, "issue", "north", "stage-2/level-2")),
        ("unsure", Node("service", "complaint")),
    ]
    assert found == [(option, f"../../{node.address}") for option, node in expected]


def test_answers_so_far_can_each_be_changed() -> None:
    """Every answer given has a link back to its question, and Back leads to the last one."""
    root, _ = take_apart(page(LIBRARY, step(ISSUE)))
    (answers,) = (item for item in root.all("dl") if item.attributes.get("class") == "nav-answers")
    assert [item.text for item in answers.all("dt")] == [
        "Is anybody in danger?",
        "What is it about?",
        "Where has it got to?",
    ]
    changes = [
        (link.attributes["data-show"], link.attributes["href"])
        for link in answers.all("a")
        if "data-show" in link.attributes
    ]
    assert changes == [
        ("danger", "../../find/danger/"),
        ("topic", f"../../{Node('topic').address}"),
        ("progress", f"../../{Node('progress', 'issue', 'north').address}"),
    ]
    (back,) = (link for link in root.all("a") if link.attributes.get("class") == "nav-back")
    assert (back.attributes["data-show"], back.attributes["href"]) == changes[-1]


def test_no_answer_no_way_back() -> None:
    """On a page reached by its address alone there is nothing to go back to, and a way to start again."""
    found = advance(LIBRARY, {}, {}, TODAY, origin=Node(None, "appeal", None, "apply"))
    root, _ = take_apart(page(LIBRARY, found))
    assert [link.attributes.get("class") for link in root.all("a") if link.text in ("Back", "Change")] == []
    (again,) = (link for link in root.all("a") if link.text == "Start again")
    assert again.attributes["href"] == "../../find/danger/"


def test_an_outcome_shows_all_that_it_has() -> None:
    """A dated outcome shows date and weekday, rule, readings, warnings, sources and the check date."""
    answers = {"danger": "no", "topic": "north", "progress": "stage-2/level-1"}
    root, _ = take_apart(page(LIBRARY, step(answers, {"second_started": date(2026, 11, 2)}), {}))
    text = root.text
    for words in (
        "Friday 27 November 2026",
        "Within 25 calendar days from the day of the start of stage 2.",
        "Monday 7 December 2026",
        "Page 3 says working days.",
        "A new paper is about.",
        "The manager may skip a stage.",
        "Own: Issues in North by North Council for North Council.",
        "10 November 2026",
        "Page 2, level 1",
        "Call 999 in danger.",
        "It goes to level 2.",
    ):
        assert words in text
    times = [element.attributes["datetime"] for element in root.all("time")]
    assert times.count("2026-11-27") >= 2


def test_a_receipt_names_each_day_that_was_skipped() -> None:
    """The receipt has a row for each day, with the names of those not counted."""
    dates = {"sent": date(2026, 12, 22), "acknowledged": date(2026, 12, 22)}
    root, _ = take_apart(page(LIBRARY, step(ISSUE, dates), {}))
    (table, *_) = (item for item in root.all("table") if item.attributes.get("class") == "nav-receipt")
    rows = [[cell.text for cell in row.all("td")] for row in table.all("tr")]
    assert ["Friday 25 December 2026", "Not counted: Christmas Day"] in rows
    assert ["Tuesday 29 December 2026", "Not counted: Council closed"] in rows
    assert ["Wednesday 23 December 2026", "Working day 1"] in rows


def test_an_urgent_outcome_shows_whom_to_call_first() -> None:
    """Where a child may be at risk, the number comes before the steps and anything about time."""
    html = page(LIBRARY, step({"danger": "now"}))
    assert html.index('class="nav-lead-says') < html.index('href="tel:999"') < html.index("Who does what")
    root, _ = take_apart(html)
    (call,) = (link for link in root.all("a") if "nav-call" in (link.attributes.get("class") or ""))
    assert call.attributes["href"] == "tel:999"


def test_an_urgent_outcome_shows_its_own_dates_before_any_other(taken_apart: dict[str, Pages]) -> None:
    """With every date known, only the urgent policy's own deadlines come before what runs alongside."""
    urgent = 0
    for library, node, _, _ in taken_apart["in the browser with dates"]:
        if node.question or not node.route or not library.route[node.route].urgent:
            continue
        dates = {event.id: date(2026, 1, 10) for event in library.events}
        found = advance(library, {}, dates, TODAY, origin=node)
        assert found.outcome
        assert {item.policy for item in found.outcome.deadlines} <= {found.outcome.policy.id}
        html = page(library, found, {})
        first = html.partition('id="also"')[0]
        assert "you-are-here" not in html
        assert 'class="nav-legs"' not in html, "no list of stages"
        others = {item.timescale.does for other in found.outcome.also for item in other.deadlines}
        own = {item.timescale.does for item in found.outcome.all_deadlines}
        assert [does for does in others - own if f">{does}<" in first] == []
        urgent += 1
    assert urgent > 4


def test_titles_tell_nothing_of_the_answers() -> None:
    """Every question's page has one title and every outcome's another, whatever was answered."""
    questions = {
        title(WORDS, step(answers)) for answers in ({}, {"danger": "no"}, {"danger": "no", "topic": "issue"})
    }
    outcomes = {
        title(WORDS, step(answers))
        for answers in (ISSUE, {"danger": "now"}, {"danger": "no", "topic": "appeal"})
    }
    assert questions == {"Find your way: a question"}
    assert outcomes == {"Find your way: your next step"}


def test_a_stage_that_is_over_leads_with_what_follows() -> None:
    """Once the time is over the phase is another, and it can be left again; before, it is offered."""
    passed, coming = (
        take_apart(page(LIBRARY, step(ISSUE, {"sent": sent, "acknowledged": sent}), {}))[0]
        for sent in (date(2026, 10, 1), date(2026, 11, 19))
    )
    labels = [
        next(item for item in root.all("section") if "nav-phase-now" in (item.attributes["class"] or ""))
        for root in (passed, coming)
    ]
    assert [item.attributes["aria-label"] for item in labels] == [
        WORDS["phase.late"],
        WORDS["phase.waiting"],
    ]


def test_a_day_that_is_past_is_marked() -> None:
    """What is said of a day that is past stands out as a last day does; of a day to come it does not."""
    marked = [
        "nav-kind-past" in page(LIBRARY, step(ISSUE, {"sent": sent, "acknowledged": sent}), {})
        for sent in (date(2026, 10, 1), date(2026, 11, 19))
    ]
    assert marked == [True, False]


def test_each_phase_has_an_address_on_the_page(taken_apart: dict[str, Pages]) -> None:
    """Each way that something may have gone is a link to a part of the page that waits to be found."""
    found = 0
    for _, node, root, _ in taken_apart["static"]:
        parts = {item.attributes.get("id"): item for item in root.all("section")}
        for link in root.all("a"):
            if link.attributes.get("data-question") == "phase":
                part = parts[(link.attributes["href"] or "").removeprefix("#")]
                assert part.attributes["hidden"] == "until-found", node.address
                found += 1
    assert found > 100


def test_the_question_for_the_date_gives_way_to_the_date() -> None:
    """While the date is missing its question stands below what leads; then the date, with a way back."""
    asked, _ = take_apart(page(LIBRARY, step(ISSUE), {}))
    given, _ = take_apart(page(LIBRARY, step(ISSUE, {"sent": date(2026, 11, 19)}), {}))
    assert [item.attributes["class"] for item in asked.all("div") if _is(item, "nav-date-wanted")]
    assert not [item for item in given.all("div") if _is(item, "nav-date-wanted")]
    (said,) = (item for item in given.all("details") if _is(item, "nav-date-given"))
    assert "Thursday 19 November 2026. Change" in said.text
    assert [item.attributes["name"] for item in said.all("input")] == ["sent.day", "sent.month", "sent.year"]


def _is(item: Element, kind: str) -> bool:
    return kind in (item.attributes.get("class") or "").split()


def test_no_sentence_stands_twice_in_view(taken_apart: dict[str, Pages]) -> None:
    """What is in view when a page is opened says each sentence once."""
    twice = {}
    for _, node, root, _ in taken_apart["static"]:
        if node.question:
            continue
        seen = Counter(item.own_text for item in _in_view(root) if item.own_text.count(" ") > 4)
        said = [text for text, times in seen.items() if times > 1]
        if said:
            twice[node.address] = said
    assert twice == {}


def _in_view(root: Element) -> Iterator[Element]:
    """Yield the blocks of a page but for those that are folded away or wait to be found."""
    for child in root.children:
        if isinstance(child, Element) and child.name != "details" and "hidden" not in child.attributes:
            if child.name in ("p", "li", "dd", "h2", "h1"):
                yield child
            yield from _in_view(child)


def test_the_static_page_and_the_browsers_differ_in_what_an_engine_answers() -> None:
    """Without dates typed, the browser shows the static page, with the form for dates and buttons put in.

    What it says on paper has the day too, which a static page does not know.
    """
    found = advance(LIBRARY, {}, {}, TODAY, origin=Node(None, "issue", "north", "stage-1"))
    static, browser = str(page(LIBRARY, found)), str(page(LIBRARY, found, {}))
    for opening, closing in (
        ('<div class="nav-date-wanted"', "</form></div>"),
        ('<p class="nav-hint">Today is ', "</p>"),
        ('<div class="nav-further-dates"', "</form></details></div>"),
        ('<div class="nav-live js-live"', "</div>"),
    ):
        start = browser.find(opening)
        if start >= 0:
            browser = browser[:start] + browser[browser.index(closing, start) + len(closing) :]
    assert browser.replace("As of Saturday 21 November 2026. ", "") == static
