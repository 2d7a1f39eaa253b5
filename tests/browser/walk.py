"""Somebody who has only a keyboard: every stop of the Tab key, and what is wrong with it."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

MOST = 700
STOP = """() => {
    const found = document.activeElement;
    if (!found || found === document.body || found === document.documentElement) return null;
    const style = getComputedStyle(found);
    const boxes = [...found.getClientRects()].filter(({width, height}) => width > 1 && height > 1);
    let frame = found.parentElement;
    const scrolls = (each) => /auto|scroll/.test(getComputedStyle(each).overflow);
    while (frame !== document.body && !scrolls(frame)) frame = frame.parentElement;
    const port = frame === document.body
        ? {left: 0, right: innerWidth, top: 0, bottom: innerHeight} : frame.getBoundingClientRect();
    const within = ({left, right, top, bottom}) => ({
        left: Math.max(left, port.left, 0), right: Math.min(right, port.right, innerWidth),
        top: Math.max(top, port.top, 0), bottom: Math.min(bottom, port.bottom, innerHeight)});
    const shows = ({left, right, top, bottom}) => right - left > 1 && bottom - top > 1;
    const seen = boxes.map(within).filter(shows);
    const whole = boxes.every(({left, right, top, bottom, height}) => left >= -1 && right <= innerWidth + 1
        && (height > port.bottom - port.top || (top >= -1 && bottom <= innerHeight + 1)));
    const free = seen.some(({left, right, top, bottom}) => {
        const middle = [(left + right) / 2, (top + bottom) / 2];
        return [middle, [left + 3, top + 3], [right - 3, bottom - 3]].every(([x, y]) => {
            const there = document.elementFromPoint(x, y);
            return found.contains(there) || (there?.contains(found) && there.matches("label, summary, a"));
        });
    });
    const drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const wrong = [];
    if (!seen.length) wrong.push("is out of view");
    else if (!whole) wrong.push("is partly out of view");
    else if (!free) wrong.push("is covered");
    if (!drawn) wrong.push("has no outline");
    found.dataset.stops = 1 + Number(found.dataset.stops ?? 0);
    const name = found.getAttribute("aria-label") ?? found.innerText ?? found.name;
    return {what: `${found.tagName.toLowerCase()} ${found.className} ${name.trim().slice(0, 40)}`, wrong,
            again: Number(found.dataset.stops) > 1};
}"""


@dataclass(frozen=True)
class Stop:
    """Where the Tab key came to."""

    what: str
    wrong: tuple[str, ...]


def stop(page: Page) -> tuple[Stop | None, bool]:
    """Return what has the focus, None where nothing has it, and whether it had it before."""
    found: dict[str, Any] | None = page.evaluate(STOP)
    if found is None:
        return None, True
    return Stop(found["what"], tuple(found["wrong"])), found["again"]


def stops(page: Page, key: str = "Tab") -> list[Stop]:
    """Press a key until it has been everywhere, and return each place it came to."""
    page.evaluate("document.querySelectorAll('[data-stops]').forEach(each => delete each.dataset.stops)")
    found: list[Stop] = []
    for _ in range(MOST):
        page.keyboard.press(key)
        page.wait_for_timeout(20)
        here, again = stop(page)
        if here is None or again:
            return found
        found.append(here)
    raise AssertionError(f"{key} is still not through after {MOST} stops")


def wrong(found: list[Stop]) -> list[str]:
    """Return what is wrong with stops, one line for each."""
    return [f"{each.what} {' and '.join(each.wrong)}" for each in found if each.wrong]
