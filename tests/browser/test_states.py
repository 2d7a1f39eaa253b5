"""Every state of every kind of page: axe finds nothing wrong, and wider spacing cuts nothing off.

Somebody goes through all of them on a phone, and widens the window in each. Each state is looked at in
light at one width and in dark at the other, and with wider spacing. At the narrow width all rules of axe are
tried. At the wide one those about colours are, and all in every third state: it shows the same, laid out side
by side.

The workbench takes long to start. So whoever goes through its states presses Tab through each as well.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.drafting import DRAFT, LONG_FORM
from tests.browser.learning import TO_LEARN
from tests.browser.npm import AXE, script
from tests.browser.served import Server
from tests.browser.states import everything, templates
from tests.browser.visit import NARROW, WIDE, WIDTHS, Visit, name_of_page
from tests.browser.walk import stops, wrong
from tests.browser.world import STAGE_1, outcome_slug

# To tell more of what is right takes long. Style sheets are read for a rule alone that axe leaves out by
# itself, and for that they are copied into the page, which the content policy refuses.
RUN = """async rules => {
    const { violations, incomplete, passes } = await axe.run(document, { ...(rules && { runOnly: rules }),
        resultTypes: ["violations", "incomplete"], selectors: false, preload: { assets: ["media"] } });
    const short = ({ id, nodes }) => nodes.map(({ html, any: [first] }) => [
        id, first?.data?.messageKey ?? first?.message ?? "", html.slice(0, 160)]);
    return { wrong: violations.flatMap(short), unsure: incomplete.flatMap(short), rules: passes.length };
}"""
COLOUR_RULES = ("color-contrast", "link-in-text-block")
"""The rules of axe, of those that are on, whose verdict can hang on colours."""
SPACING = """
    *, ::before, ::after { letter-spacing: 0.12em !important; line-height: 1.5 !important;
                           word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }"""
SPACE_OUT = """text => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
}"""
TOO_WIDE = """() => {
    const cut = [];
    const width = document.documentElement.scrollWidth;
    if (width > innerWidth) cut.push(`the page is ${width} px wide`);
    for (const each of document.querySelectorAll("main *, header *, footer *, nav *")) {
        const style = getComputedStyle(each);
        const hides = ["hidden", "clip"];
        const wide = hides.includes(style.overflowX) && each.scrollWidth > each.clientWidth + 1;
        const high = hides.includes(style.overflowY) && each.scrollHeight > each.clientHeight + 1;
        const isTyped = each.readOnly || !each.closest("main") || each.closest(".nav-edit-form");
        if (each.type === "search" || (each.type === "text" && isTyped)) continue; // may be long
        if ((wide || high) && each.clientWidth > 1 && each.checkVisibility()) {
            cut.push(`${each.tagName} ${each.className}: ${each.textContent.trim().slice(0, 60)}`);
        }
    }
    return cut;
}"""
FROM_HERE = "heading => { heading.tabIndex = -1; heading.focus(); }"
LARGE = "size => { document.documentElement.style.fontSize = size; }"
HEIGHT = 800
LONG = 10
SHORTEN = """long => {
    for (const list of document.querySelectorAll("main *, nav *")) {
        if (list.children.length > long) [...list.children].slice(long).forEach(each => each.remove());
    }
}"""
"""Leaves only the first entries of a long list or table, which are all made alike."""
REVIEWED = {
    (
        "color-contrast",
        "bgOverlap",
    ): "what lies behind the open search or the way out; its colours are tried elsewhere",
    (
        "color-contrast",
        "elmPartiallyObscured",
    ): "cells of a table that scrolls sideways; others in it are tried",
    (
        "color-contrast",
        "elmPartiallyObscuring",
    ): "a role's name that runs over two lines, in an open fold; its lines lie apart",
    (
        "color-contrast",
        "pseudoContent",
    ): "times on the ladder of a policy, beside whose rungs the number and the line are drawn",
    ("color-contrast", "nonBmp"): "arrows on buttons, in the ink of the words on other buttons",
    (
        "label-content-name-mismatch",
        "Unable to determine if the visible text is part of the accessible name",
    ): "buttons with an arrow or a plus, whose names say in words what they move or count",
    ("color-contrast", "imgNode"): "words in the drawing of the map, in ink on the page's own ground",
    (
        "heading-order",
        "Unable to determine previous heading",
    ): "the danger notice, whose heading stands before the page's own on purpose",
    ("color-contrast", "shortTextContent"): "the number of errors on a tab, in the colours of danger",
    ("aria-valid-attr-value", ""): "what a tab or a field of the workbench names, which stands in the page",
    ("frame-tested", ""): "the sample on the page for other sites; the page in it is tried by itself",
}
"""What axe cannot decide by itself, and what a person found who looked at it."""
DEFECTS = {
    "label": (
        "document.querySelectorAll('.nav-date label').forEach(each => each.replaceWith(...each.children))"
    ),
    "color-contrast": "document.querySelectorAll('main p').forEach(each => { each.style.color = '#bbb'; })",
    "document-title": "document.title = ''",
    "aria-required-attr": "document.querySelector('main h1').setAttribute('role', 'checkbox')",
}


def axe(page: Page, *rules: str) -> dict[str, Any]:
    """Return what axe finds in the page as it stands, by some rules or by every rule it has."""
    if not page.evaluate("!!window.axe?.run"):
        page.evaluate(script(AXE))
    found: dict[str, Any] = page.evaluate(RUN, list(rules) or None)
    assert rules or found["rules"] > 5, "axe has looked"
    return found


@dataclass
class Seen:
    """What was seen in all states, each at both widths."""

    states: list[str] = field(default_factory=list)
    wrong: dict[tuple[int, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    """What axe finds, by the width and the colours of the page."""
    unsure: Counter[tuple[str, str]] = field(default_factory=Counter)
    """What axe leaves to a person: the rule and why, and how often."""
    cut: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    """What is cut off or too wide at a width: as it is, with wider spacing, and a draft in large letters."""
    stops: list[str] = field(default_factory=list)
    """What is wrong with stops of the Tab key on the workbench."""

    def lay_out(self, page: Page, state: str, width: int) -> None:
        """Show a state at a width, and note what is cut off, as it is and with wider spacing."""
        page.set_viewport_size({"width": width, "height": HEIGHT})
        self.cut[width] += [f"{state}: {each}" for each in page.evaluate(TOO_WIDE)]
        page.evaluate(SPACE_OUT, SPACING)
        self.cut[width] += [f"{state}, wider: {each}" for each in page.evaluate(TOO_WIDE)]
        page.evaluate("document.adoptedStyleSheets = []")

    def walk(self, page: Page, state: str) -> None:
        """Press Tab through a state, and note what is wrong with a stop."""
        page.locator("h1").first.evaluate(FROM_HERE)
        self.stops += [f"{state}: {each}" for each in wrong(stops(page))]

    def enlarge(self, page: Page, state: str, width: int) -> None:
        """Show a state in large letters, and note what is cut off then."""
        page.evaluate(LARGE, "250%")
        self.cut[width] += [f"{state}, in large letters: {each}" for each in page.evaluate(TOO_WIDE)]
        page.evaluate(LARGE, "")

    def look(self, visitor: Visit, state: str, width: int, colours: str, *rules: str) -> None:
        """Note what axe finds in a state at a width and in some colours, by some rules or by all."""
        visitor.page.set_viewport_size({"width": width, "height": HEIGHT})
        visitor.colours(colours)
        told = axe(visitor.page, *rules)
        self.wrong[width, colours] += [f"{state}: {each}" for each in told["wrong"]]
        self.unsure.update((rule, why) for rule, why, _ in told["unsure"])


@pytest.fixture(scope="module")
def seen(chromium: Browser, server: Server, site: Path) -> Iterator[Seen]:
    """Go through every state once, and look at each."""
    visitor = Visit(chromium, server, width=NARROW, height=HEIGHT)
    page, found, plain = visitor.page, Seen(), set(templates(site))
    schemes = itertools.cycle([("light", "dark"), ("dark", "light")])
    for number, (name, (narrow, wide)) in enumerate(zip(everything(visitor, site), schemes, strict=False)):
        found.states.append(name)
        found.lay_out(page, name, NARROW)
        if name.startswith(DRAFT):
            found.walk(page, name)
            found.enlarge(page, name, NARROW)
        found.lay_out(page, name, WIDE)
        if name.startswith(DRAFT) and name != LONG_FORM:
            found.walk(page, name)
        if name in plain:
            page.evaluate(SHORTEN, LONG)
        found.look(visitor, name, WIDE, wide, *(() if number % 3 == 0 else COLOUR_RULES))
        found.look(visitor, name, NARROW, narrow)
    yield found
    visitor.close()


@WIDTHS
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_no_violations(seen: Seen, width: int, colours: str) -> None:
    """In every state of every kind of page axe finds nothing wrong."""
    assert (width, colours) in seen.wrong
    found = seen.wrong[width, colours]
    print(f"axe, {width} px, {colours}: {len(found)} violations in half of {len(seen.states)} states")
    assert found == [], "\n".join(found)


def test_no_rule_about_colours_is_left_out(visit: Callable[..., Visit]) -> None:
    """Of axe's rules about colours those that are on are tried in both colour schemes."""
    visitor = visit().open()
    axe(visitor.page, *COLOUR_RULES)
    on = "axe.getRules(['cat.color']).map(each => each.ruleId)"
    assert set(visitor.page.evaluate(on)) - {"color-contrast-enhanced"} == set(COLOUR_RULES)


def test_what_axe_leaves_open_was_looked_at(seen: Seen) -> None:
    """Whatever axe cannot decide by itself, a person has."""
    for (rule, why), count in seen.unsure.items():
        print(f"looked at by a person: {rule}, {why}: {count} times")
    assert set(seen.unsure) <= set(REVIEWED)


@WIDTHS
def test_wider_spacing_cuts_nothing(seen: Seen, width: int) -> None:
    """With wider spacing, and a draft in large letters, nothing is cut off and no page grows too wide."""
    assert width in seen.cut
    assert seen.cut[width] == [], "\n".join(seen.cut[width])
    print(f"{len(seen.states)} states at {width} px, with and without wider spacing: nothing is cut off")


def test_every_stop_of_a_draft(seen: Seen) -> None:
    """In every state of the workbench each stop of Tab is in view, free and outlined; of a form on phones."""
    assert sum(each.startswith(DRAFT) for each in seen.states) > 5
    assert seen.stops == [], "\n".join(seen.stops)


def test_what_is_cut_is_seen(visit: Callable[..., Visit]) -> None:
    """A box that cuts its text off, and one that is too wide, are found."""
    visitor = visit(width=320).open()
    assert visitor.page.evaluate(TOO_WIDE) == []
    visitor.page.evaluate("document.querySelector('h1').style.cssText = 'height: 10px; overflow: hidden'")
    visitor.page.evaluate("document.querySelector('main ul').style.cssText = 'width: 400px'")
    assert len(visitor.page.evaluate(TOO_WIDE)) == 2


def test_letters_of_twice_the_size(visit: Callable[..., Visit]) -> None:
    """Where a reader has set large letters, no page of the narrowest screen has to be moved sideways."""
    visitor = visit(width=320)
    for path in ("", f"find/{outcome_slug(STAGE_1)}/", "compare/", "dates/3-working-days/", *TO_LEARN):
        visitor.page.goto(visitor.root + path)
        visitor.page.evaluate(LARGE, "250%")
        assert visitor.page.evaluate(TOO_WIDE) == [], path


def test_planted_defects(visit: Callable[..., Visit]) -> None:
    """Defects that are put into a page are found, each by its rule."""
    visitor = visit().open(outcome_slug(STAGE_1)).ready()
    assert axe(visitor.page)["wrong"] == []
    for rule, defect in DEFECTS.items():
        visitor.page.evaluate(defect)
        assert rule in {found for found, _, _ in axe(visitor.page, rule)["wrong"]}
    print(f"{len(DEFECTS)} planted defects, each found")


@pytest.mark.parametrize("path", TO_LEARN, ids=name_of_page)
def test_planted_on_pages_to_learn_with(visit: Callable[..., Visit], path: str) -> None:
    """On each page to learn and teach with, weak contrast and a button without a name are found."""
    visitor = visit()
    visitor.page.goto(visitor.root + path)
    visitor.page.evaluate(DEFECTS["color-contrast"])
    visitor.page.evaluate("document.querySelector('main h1').after(document.createElement('button'))")
    told = axe(visitor.page, "color-contrast", "button-name")
    assert {rule for rule, _, _ in told["wrong"]} == {"color-contrast", "button-name"}
