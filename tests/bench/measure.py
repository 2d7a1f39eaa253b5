"""What was measured: pairs of figures taken in turn, and the budget that their ratio is held to."""

from dataclasses import dataclass, field
from statistics import median
from typing import Final

FRAME: Final = 1000 / 60
"""One frame of a screen, in milliseconds."""


@dataclass
class Measure:
    """One thing measured against another, round by round."""

    name: str
    against: str
    budget: float | None
    """The largest ratio that is good enough; None where there is none to hold to."""
    unit: str
    ours: list[float] = field(default_factory=list)
    theirs: list[float] = field(default_factory=list)

    def add(self, ours: float, theirs: float) -> None:
        """Add what one round gave."""
        self.ours.append(ours)
        self.theirs.append(theirs)

    @property
    def ratios(self) -> list[float]:
        """The ratio of each round: both sides of a round are taken one right after the other."""
        return [one / other for one, other in zip(self.ours, self.theirs, strict=True)]

    @property
    def ratio(self) -> float:
        return median(self.ratios)

    @property
    def verdict(self) -> str:
        if self.budget is None:
            return "no budget"
        return "met" if self.ratio <= self.budget else "not met"

    def told(self) -> dict[str, object]:
        """Return all of it as plain data."""
        return {
            "name": self.name,
            "against": self.against,
            "unit": self.unit,
            "budget": self.budget,
            "ratio": round(self.ratio, 3),
            "least": round(min(self.ratios), 3),
            "most": round(max(self.ratios), 3),
            "rounds": len(self.ratios),
            "verdict": self.verdict,
            "ours": [round(each, 1) for each in self.ours],
            "theirs": [round(each, 1) for each in self.theirs],
        }


def share(values: list[float], part: float) -> float:
    """Return the value that this part of all values does not pass."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(part * (len(ordered) - 1)))]
