"""The sign of a verdict: told apart by its shape alone, from the back of a room and in black and white.

A circle with a tick settles the question, a square with a cross does not; a filled one says so outright, and
one that is only an outline is close to the other.
"""

from typing import Final

from navigator.render.html import Html, el
from navigator.site.practice.exercise import Verdict

TICK: Final = "M13 25l8 8 15-17"
CROSS: Final = "M15 15l18 18m0-18l-18 18"


def sign(verdict: Verdict) -> Html:
    """Draw the sign in the colour of the words beside it, which say the same to whoever does not see it."""
    outright = verdict in (Verdict.RIGHT, Verdict.WRONG)
    if verdict in (Verdict.RIGHT, Verdict.POSSIBLE):
        shape, mark = el("circle", cx=24, cy=24, r=21), TICK
    else:
        shape, mark = el("rect", x=3, y=3, width=42, height=42), CROSS
    return el(
        "svg",
        shape,
        el("path", d=mark),
        viewBox="0 0 48 48",
        aria_hidden="true",
        focusable="false",
        class_="nav-sign" if outright else "nav-sign nav-sign-near",
    )
