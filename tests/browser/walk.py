"""Somebody who has only a keyboard: every stop of the Tab key, and what is wrong with it.

The keys are pressed as a person presses them. What has the focus is looked at within the page, as each key
comes up, and fetched for many keys at once: a round trip for each would take most of the time.
"""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

MOST = 300
KEYS_AT_ONCE = 25
STOP = """() => {
    let found = document.activeElement;
    if (!found || found === document.body || found === document.documentElement) return null;
    while (found.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
    const root = found.getRootNode();
    const boxes = [...found.getClientRects()].filter(({width, height}) => width > 1 && height > 1);
    const above = (each) => each.parentElement ?? each.getRootNode().host;
    let frame = above(found);
    const scrolls = (each) => /auto|scroll/.test(getComputedStyle(each).overflow);
    while (frame !== document.body && !scrolls(frame)) frame = above(frame);
    const port = frame === document.body
        ? {left: 0, right: innerWidth, top: 0, bottom: innerHeight} : frame.getBoundingClientRect();
    const within = ({left, right, top, bottom}) => ({
        left: Math.max(left, port.left, 0), right: Math.min(right, port.right, innerWidth),
        top: Math.max(top, port.top, 0), bottom: Math.min(bottom, port.bottom, innerHeight)});
    const shows = ({left, right, top, bottom}) => right - left > 1 && bottom - top > 1;
    const seen = boxes.map(within).filter(shows);
    const large = boxes.some(({height}) => height > port.bottom - port.top);
    const whole = boxes.every(({left, right, top, bottom}) => left >= -1 && right <= innerWidth + 1
        && (large || (top >= -1 && bottom <= innerHeight + 1)));
    const free = seen.some(({left, right, top, bottom}) => {
        const middle = [(left + right) / 2, (top + bottom) / 2];
        const corners = large ? [] : [[left + 5, top + 5], [right - 5, bottom - 5]]; // within what is round
        return [middle, ...corners].every(([x, y]) => {
            const there = root.elementFromPoint(x, y);
            return found.contains(there) || (there?.contains(found) && there.matches("label, summary, a"));
        });
    });
    const {outlineStyle, outlineWidth} = getComputedStyle(found.closest(".cm-editor") ?? found);
    const drawn = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    const wrong = [];
    if (!seen.length) wrong.push("is out of view");
    else if (!whole) wrong.push("is partly out of view");
    else if (!free) wrong.push("is covered");
    if (!drawn) wrong.push("has no outline");
    const name = found.getAttribute("aria-label") ?? found.innerText ?? found.name;
    return {what: `${found.tagName.toLowerCase()} ${found.className} ${name.trim().slice(0, 40)}`, wrong,
            inDialog: !!found.closest("dialog, [role=dialog]")};
}"""
# Leaves the first few of many neighbours that are made alike: entries of a list, rows, terms.
FEWER = """most => {
    for (const parent of document.querySelectorAll("main, main *, nav *")) {
        const seen = {};
        for (const each of [...parent.children]) {
            const kind = `${each.localName}.${each.className}`;
            seen[kind] = (seen[kind] ?? 0) + 1;
            if (seen[kind] > most) each.remove();
        }
    }
}"""
# Looks at each stop as the key comes up, until one is wanted; any key after that does nothing.
TOWARDS = f"""wanted => {{
    const look = {STOP};
    window.walk = {{stops: [], ended: false, listeners: new AbortController()}};
    const whileWalking = {{capture: true, signal: walk.listeners.signal}};
    addEventListener("keydown", (event) => {{
        if (!walk.ended || event.key !== "Tab") return;
        event.preventDefault();
        event.stopImmediatePropagation();
    }}, whileWalking);
    addEventListener("keyup", ({{key}}) => {{
        if (key !== "Tab" || walk.ended) return;
        walk.stops.push(look());
        walk.ended = !!wanted && document.activeElement.matches(wanted);
    }}, whileWalking);
}}"""
# The walk ends where nothing has the focus, or what has had it before: any key after that does nothing.
BEGIN = f"""() => {{
    const look = {STOP};
    const been = new Set();
    let last = null; // a field for a day is stopped at three times in a row
    window.walk = {{stops: [], ended: false, listeners: new AbortController()}};
    const whileWalking = {{capture: true, signal: walk.listeners.signal}};
    addEventListener("keydown", (event) => walk.ended && event.preventDefault(), whileWalking);
    addEventListener("keyup", ({{key}}) => {{
        if (key !== "Tab" || walk.ended) return;
        const stop = look();
        const now = document.activeElement;
        walk.ended = !stop || (now !== last && been.has(now));
        if (!walk.ended && now !== last) walk.stops.push(stop);
        been.add(now);
        last = now;
    }}, whileWalking);
}}"""


@dataclass(frozen=True)
class Stop:
    """Where the Tab key came to."""

    what: str
    wrong: tuple[str, ...]
    in_dialog: bool


def stop(page: Page) -> Stop | None:
    """Return what has the focus, None where nothing has it."""
    found: dict[str, Any] | None = page.evaluate(STOP)
    return None if found is None else _stop(found)


def _stop(found: dict[str, Any]) -> Stop:
    return Stop(found["what"], tuple(found["wrong"]), found["inDialog"])


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until something is reached; every stop on the way is as it should be."""
    page.evaluate(TOWARDS, selector)
    for _ in range(20):
        for _ in range(6):
            page.keyboard.press("Tab")
        if page.evaluate("walk.ended"):
            break
    else:
        raise AssertionError(f"Tab does not reach {selector}")
    assert wrong([each for each in _walked(page) if each]) == []


def pressed(page: Page, key: str, times: int) -> list[Stop | None]:
    """Press Tab or Shift+Tab so many times, and return what had the focus after each, or None."""
    page.evaluate(TOWARDS, None)
    for _ in range(times):
        page.keyboard.press(key)
    return _walked(page)


def _walked(page: Page) -> list[Stop | None]:
    found: list[dict[str, Any] | None] = page.evaluate("walk.listeners.abort(), walk.stops")
    return [_stop(each) if each else None for each in found]


def stops(page: Page, *, back: bool = False) -> list[Stop]:
    """Press Tab, or Shift and Tab, until it has been everywhere, and return each place it came to."""
    page.evaluate(BEGIN)
    if back:
        page.keyboard.down("Shift")
    pressed = 0
    while not page.evaluate("walk.ended"):
        assert pressed < MOST, f"Tab is still not through after {MOST} stops"
        for _ in range(KEYS_AT_ONCE):
            page.keyboard.press("Tab")
        pressed += KEYS_AT_ONCE
    if back:
        page.keyboard.up("Shift")
    return [each for each in _walked(page) if each]


def fewer(page: Page, most: int) -> None:
    """Leave at most so many neighbours of a kind on a page: a walk past hundreds tells no more."""
    page.evaluate(FEWER, most)


def wrong(found: list[Stop]) -> list[str]:
    """Return what is wrong with stops, one line for each."""
    return [f"{each.what} {' and '.join(each.wrong)}" for each in found if each.wrong]
