"""axe finds no violation on any kind of page, in any state, in light and dark, on small and large screens."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.learning import TO_LEARN
from tests.browser.npm import AXE, script
from tests.browser.states import everything
from tests.browser.visit import Visit
from tests.browser.world import STAGE_1, outcome_slug

RUN = """async () => {
    const { violations, incomplete, passes } = await axe.run(document);
    const short = ({ id, nodes }) => nodes.map(({ html, any: [first] }) => [
        id, first?.data?.messageKey ?? first?.message ?? "", html.slice(0, 160)]);
    return { wrong: violations.flatMap(short), unsure: incomplete.flatMap(short), rules: passes.length };
}"""
REVIEWED = {
    (
        "color-contrast",
        "bgOverlap",
    ): "what lies behind the open search or the way out; its colours are tried elsewhere",
    (
        "color-contrast",
        "elmPartiallyObscured",
    ): "cells of a table that scrolls sideways; others in it are tried",
    ("color-contrast", "imgNode"): "words in the drawing of the map, in ink on the page's own ground",
    (
        "aria-required-children",
        "Expecting ARIA child role to be added: listitem",
    ): "the list of search results while there is none",
    (
        "heading-order",
        "Unable to determine previous heading",
    ): "the danger notice, whose heading stands before the page's own on purpose",
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


def axe(page: Page) -> dict[str, Any]:
    """Return what axe finds in the page as it stands, by every rule it has."""
    if not page.evaluate("!!window.axe?.run"):
        page.evaluate(script(AXE))
    found: dict[str, Any] = page.evaluate(RUN)
    assert found["rules"] > 5, "axe has looked"
    return found


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_violations(visit: Callable[..., Visit], site: Path, width: int, dark: bool) -> None:
    """In every state of every kind of page axe finds nothing wrong."""
    visitor = visit(width=width, height=800, dark=dark)
    visitor.problems_are_expected = True
    states, wrong, unsure = 0, [], Counter[tuple[str, str]]()
    for name in everything(visitor, site):
        found = axe(visitor.page)
        states += 1
        wrong += [f"{name}: {each}" for each in found["wrong"]]
        unsure.update((rule, why) for rule, why, _ in found["unsure"])
    print(f"\naxe, {width} px, {'dark' if dark else 'light'}: {states} states, {len(wrong)} violations")
    for (rule, why), count in unsure.items():
        print(f"  looked at by a person: {rule}, {why}: {count} times")
    assert wrong == [], "\n".join(wrong)
    assert set(unsure) <= set(REVIEWED)


def test_planted_defects(visit: Callable[..., Visit]) -> None:
    """Defects that are put into a page are found, each by its rule."""
    visitor = visit().open(outcome_slug(STAGE_1)).ready()
    assert axe(visitor.page)["wrong"] == []
    for rule, defect in DEFECTS.items():
        visitor.page.evaluate(defect)
        assert rule in {found for found, _, _ in axe(visitor.page)["wrong"]}
    print(f"{len(DEFECTS)} planted defects, each found")


@pytest.mark.parametrize("path", TO_LEARN)
def test_planted_on_pages_to_learn_with(visit: Callable[..., Visit], path: str) -> None:
    """On each page to learn and teach with, weak contrast and a button without a name are found."""
    visitor = visit()
    visitor.page.goto(visitor.root + path)
    visitor.page.evaluate(DEFECTS["color-contrast"])
    visitor.page.evaluate("document.querySelector('main h1').after(document.createElement('button'))")
    assert {"color-contrast", "button-name"} <= {rule for rule, _, _ in axe(visitor.page)["wrong"]}
