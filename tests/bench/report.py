"""The figures as a table, as a picture and as data."""

import json
import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape
from statistics import median
from typing import Any, Final

from tests.bench.measure import Measure

BEGIN: Final = "<!-- The figures begin. scripts/bench.py writes them. -->"
END: Final = "<!-- The figures end. -->"
STEPS: Final = (
    ("compiled", "Download and compile", "#0b4a6f"),
    ("python", "Start Python", "#2f7fb0"),
    ("session", "Read the policies", "#7fb6d6"),
    ("answered", "First answer", "#d9822b"),
)


@dataclass
class Report:
    """Everything one run of the benchmark found."""

    measures: list[Measure]
    weight: float
    """What a question's page takes before the engine, in kB as sent."""
    memory: dict[str, float]
    """The most memory each command held, in MB."""
    steps: dict[str, list[dict[str, Any]]]
    """When each step of our start was done, by kind of visit."""
    plain: dict[str, list[float]]
    """How long a plain start took, by kind of visit."""
    library: dict[str, float]
    """How large the wizard's data are, in kB as sent, by what they were made for."""
    chromium: str
    pyodide: str
    quick: bool
    day: date

    def machine(self) -> str:
        """Say what class of machine this is, without its name."""
        kind = f"{os.cpu_count()} processors, {platform.machine()}, {platform.system()}"
        return f"{kind}, Python {platform.python_version()}, Chromium {self.chromium}, Pyodide {self.pyodide}"

    def table(self) -> str:
        """Return the table as Markdown."""
        lines = [
            "| what | against | budget | ratio | least to most | ours | verdict |",
            "|---|---|--:|--:|--:|--:|---|",
        ]
        for each in self.measures:
            budget = f"{each.budget:g}" if each.budget is not None else ""
            spread = f"{min(each.ratios):.2f} to {max(each.ratios):.2f}"
            ours = (
                f"{median(each.ours):,.0f} {each.unit}" if each.unit != "s" else f"{median(each.ours):,.1f} s"
            )
            cells = [each.name, each.against, budget, f"{each.ratio:.2f}", spread, ours, each.verdict]
            lines.append(f"| {' | '.join(cells)} |")
        verdict = "met" if self.weight <= WEIGHT else "not met"
        lines.append(
            f"| Question page before the engine | {WEIGHT} kB gzipped | 1 | {self.weight / WEIGHT:.2f} |  | "
            f"{self.weight:,.0f} kB | {verdict} |"
        )
        return "\n".join(lines)

    def markdown(self) -> str:
        """Return all figures as Markdown."""
        parts = [
            f"Measured on {self.day:%-d %B %Y}: {self.machine()}.",
            "This was a quick run, with few rounds."
            if self.quick
            else "Each figure is the median of its rounds.",
            "",
            self.table(),
            "",
            "What each step of a start costs, in milliseconds:",
            "",
            self.step_table(),
            "",
            "The most memory that each command held:",
            "",
            *(f"- {name}: {held:,.0f} MB" for name, held in self.memory.items()),
            "",
            "The data that the wizard reads:",
            "",
            *(f"- {kind}: {size:,.0f} kB" for kind, size in self.library.items()),
        ]
        return "\n".join(parts)

    def step_table(self) -> str:
        """Return how long each step takes, as Markdown."""
        head = " | ".join(name for _, name, _ in STEPS)
        lines = [f"| visit | {head} | plain start |", "|---|" + "--:|" * (len(STEPS) + 1)]
        for visit in self.steps:
            cells = [f"{took:,.0f}" for _, took, _ in self.spans(visit)]
            lines.append(f"| {visit} | {' | '.join(cells)} | {median(self.plain[visit]):,.0f} |")
        return "\n".join(lines)

    def spans(self, visit: str) -> Iterable[tuple[str, float, str]]:
        """Yield each step's name, how long it takes, and its colour."""
        before = 0.0
        for key, name, colour in STEPS:
            done = median(float(each[key]) for each in self.steps[visit])
            yield name, max(0.0, done - before), colour
            before = max(before, done)

    def picture(self) -> str:
        """Return a drawing of how long each start takes, as SVG."""
        longest = max(median(took) for took in self.plain.values())
        scale = WIDTH / longest
        rows, y = [], 40
        for visit, plain in self.plain.items():
            rows.append(_text(0, y, visit, bold=True))
            x = 0.0
            for name, took, colour in self.spans(visit):
                rows.append(_bar(x, y + 8, took * scale, colour, f"{name}: {took:,.0f} ms"))
                x += took * scale
            total = sum(took for _, took, _ in self.spans(visit))
            rows.append(_text(x + 6, y + 22, f"ours {total / 1000:.1f} s"))
            rows.append(_bar(0, y + 30, median(plain) * scale, "#8a8f94", "Plain start"))
            rows.append(_text(median(plain) * scale + 6, y + 44, f"plain {median(plain) / 1000:.1f} s"))
            y += 76
        x = 0
        for _, name, colour in STEPS:
            rows.append(f'<rect x="{x}" y="{y - 8}" width="12" height="12" fill="{colour}"/>')
            rows.append(_text(x + 18, y + 3, name))
            x += 160
        about = "How long the engine takes to its first answer, ours and plain"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH + 120} {y + 20}" role="img">'
            f"<title>{about}</title>"
            f'<rect width="100%" height="100%" fill="#ffffff"/>'
            f"{_text(0, 16, about, bold=True)}{''.join(rows)}</svg>\n"
        )

    def data(self) -> str:
        """Return all of it as JSON."""
        told = {
            "day": self.day.isoformat(),
            "machine": self.machine(),
            "quick": self.quick,
            "measures": [each.told() for each in self.measures],
            "page_weight_kB": round(self.weight, 1),
            "memory_MB": {name: round(held) for name, held in self.memory.items()},
            "library_kB": {kind: round(size, 1) for kind, size in self.library.items()},
            "steps_ms": self.steps,
            "plain_ms": self.plain,
        }
        return json.dumps(told, indent=1) + "\n"


WEIGHT: Final = 100
WIDTH: Final = 640


def _bar(x: float, y: int, width: float, colour: str, title: str) -> str:
    place = f'x="{x:.1f}" y="{y}" width="{width:.1f}" height="18" fill="{colour}"'
    return f"<rect {place}><title>{escape(title)}</title></rect>"


def _text(x: float, y: float, text: str, *, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y}" font-family="sans-serif" font-size="13" fill="#0f1c26"{weight}>'
        f"{escape(text)}</text>"
    )
