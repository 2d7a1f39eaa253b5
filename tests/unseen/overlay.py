"""The services of documents that nobody here had seen, laid over the policies as they are shipped."""

import re
import shutil
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Final

from navigator.core.engine import advance
from navigator.core.journey import at
from navigator.core.model import Library
from navigator.core.outcome import Outcome
from navigator.core.questions.condition import question_id
from tests.shipped import DATA

HERE: Final = Path(__file__).parent
SERVICES: Final = HERE / "services"
TODAY: Final = date(2026, 11, 26)
"""The day on which the documents were read."""


def laid_over(folder: Path) -> Path:
    """Copy the shipped policies into a folder, and put each unseen service's folder beside the others."""
    shutil.copytree(DATA, folder)
    for service in sorted(SERVICES.iterdir()):
        shutil.copytree(service, folder / "services" / service.name)
    return folder


def moment(text: str) -> date:
    """Read a day, or a day with a time."""
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def outcome_at(
    library: Library, place: str, dates: Mapping[str, str], conditions: Mapping[str, str]
) -> Outcome:
    """Return the answer at `policy/stage` for a reader of the policy's service."""
    policy_id, _, stage = place.partition("/")
    policy = library.policy[policy_id]
    service = next(each.id for each in library.services if policy_id in each.policies)
    answers = {question_id(condition): answer for condition, answer in conditions.items()}
    given = {event: moment(text) for event, text in dates.items()}
    origin = at(library, policy.route, service, stage)
    progress = advance(library, answers, given, TODAY, origin=origin)
    asked = progress.question.ask if progress.question else ""
    assert progress.outcome is not None, f"{place} first asks: {asked}"
    return progress.outcome


def facts() -> Iterator[tuple[str, str]]:
    """Yield each fact of FACTS.md: its policy, and its number."""
    policy = ""
    for line in (HERE / "FACTS.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            policy = line.removeprefix("## ")
        elif found := re.match(r"- ([A-Z]\d+) ", line):
            yield policy, found[1]
