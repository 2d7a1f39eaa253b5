"""The examples of the author guide: the YAML of a section, what a reader tells, and the page it gives."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import yaml

from navigator.core.engine import advance
from navigator.core.journey import at
from navigator.core.model import Library
from navigator.core.questions.condition import question_id
from navigator.render.text_writer import outcome_text
from tests.mini import Mini

TODAY: Final = date(2026, 11, 26)
"""The day that the guide names as its own."""
POLICY: Final = "our-policy"
"""The short name of each example's policy, within the folder of its service."""
_FENCE: Final = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_LIST: Final = re.compile(r"# (\w+)\.yaml\n")
"""The first line of an example that is for another file than the policy's."""
_GIVEN: Final = re.compile(r"`(\w+)` on (\d{1,2} \w+ \d{4})(?: at (\d{2}:\d{2}))?")
_ANSWERED: Final = re.compile(r"`([\w-]+)` answered (yes|no|unsure)")
_OF_A_STAGE: Final = frozenset(
    {
        "asks",
        "begins_here",
        "begins_with",
        "detours",
        "if_settled",
        "if_unresolved",
        "levels",
        "message",
        "other_ways",
        "phase",
        "phases",
        "steps",
        "summary",
        "then",
        "timescales",
    }
)
"""The keys that an example may leave without their stage around them."""
_READ_AS: Final = re.compile(r"Read as `([\w-]+)`")
_WAYS: Final = frozenset({"if_settled", "if_unresolved", "then"})


@dataclass
class Example:
    """A section of the guide that has something to try."""

    heading: str
    page: str
    policy: dict[str, Any] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    """Other files of the service's folder, by their names."""
    dates: dict[str, date] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    reader: str | None = None
    """Who reads it; None for nobody in particular."""
    shown: list[str] = field(default_factory=list)
    """The lines that the guide shows of the page."""

    @property
    def identity(self) -> str:
        """The short name of its service."""
        return re.sub(r"[^a-z0-9]+", "-", self.heading.lower()).strip("-")


def examples(path: Path) -> tuple[dict[str, str], list[Example]]:
    """Return the lists that a page begins with, and its examples; a section that shows no page has none."""
    shared: dict[str, str] = {}
    found: list[Example] = []
    for section in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        example = Example(section.partition("\n")[0], path.name)
        for fence in _FENCE.finditer(section):
            language, text = fence[1], fence[2]
            if language == "text":
                example.shown += [line.strip() for line in text.splitlines() if line.strip()]
            elif named := _LIST.match(text):
                example.lists[named[1]] = example.lists.get(named[1], "") + text[named.end() :]
            else:
                example.policy |= yaml.safe_load(text)
        for event, day, time in _GIVEN.findall(section):
            read = datetime.strptime(f"{day} {time or '00:00'}", "%d %B %Y %H:%M")  # noqa: DTZ007 - a local day
            example.dates[event] = read if time else read.date()
        example.answers = dict(_ANSWERED.findall(section))
        if read_as := _READ_AS.search(section):
            example.reader = read_as[1]
        if example.policy:
            found.append(example)
        else:
            shared |= example.lists
    return shared, found


def whole_policy(example: Example) -> dict[str, Any]:
    """Return the policy that an example is a part of: whatever it leaves out is something plain."""
    parts = {key: value for key, value in example.policy.items() if key in _OF_A_STAGE}
    whole = {key: value for key, value in example.policy.items() if key not in _OF_A_STAGE}
    stage: dict[str, Any] = {"id": "stage-1", "title": "First stage", "source": "Part 1"}
    stage |= {} if "levels" in parts else {"asks": "It has begun"} | _plain("first")
    first = f"stage-1/{parts['levels'][0]['id']}" if "levels" in parts else "stage-1"
    if _WAYS & parts.keys():
        stage.pop("then", None)
    second = {"id": "stage-2", "title": "Second stage", "asks": "It has gone on", "source": "Part 2"}
    second |= _plain("second") | {"then": {"says": "The matter is over.", "ends": True}}
    stages = [stage | parts, second]
    if whole.get("form") == "tasks":
        stages = [stage | parts | {"then": {"says": "The matter is over.", "ends": True}}]
    return {
        "id": POLICY,
        "title": example.heading,
        "route": "complaint",
        "publisher": "Riverside Fostering",
        "document": "riverside",
        "applies_to": "Everybody at Riverside.",
        "summary": "Says what to do at Riverside.",
        "checked_on": date(2026, 11, 10),
        "unsure": {"stage": first, "says": "Ask the team."},
        "stages": stages,
    } | whole


def _plain(name: str) -> dict[str, Any]:
    return {
        "steps": [{"who": "team", "does": "deals with it"}],
        "timescales": [{"id": name, "does": "It is dealt with.", "unit": "none_stated", "source": "Part 1"}],
        "then": {"says": "It goes on.", "stage": "stage-2"},
    }


def write(mini: Mini, shared: Mapping[str, str], all_examples: list[Example]) -> None:
    """Give each example a service of its own, with its policy and its lists."""
    mini.add("national/documents.yaml", _DOCUMENT)
    mini.add("national/policies/national.yaml", _NATIONAL)
    mini.edit("national/triage.yaml", "label: Nobody is, next", "label: Nobody is, reader: carer, next")
    mini.add("national/triage.yaml", "readers: [{id: carer, name: a foster carer}]\n")
    for name, text in shared.items():
        mini.add(f"national/{name}.yaml", text)
    for number, example in enumerate(all_examples):
        folder = f"services/{example.identity}"
        for name, text in example.lists.items():
            if name != "service":
                mini.write(f"{folder}/{name}.yaml", text)
        service = {
            "id": example.identity,
            "name": "Riverside Fostering",
            "label": f"Riverside {number}",
            "order": 10 + number,
            "calendar": "england",
        } | (yaml.safe_load(example.lists.get("service", "")) or {})
        mini.write(f"{folder}/service.yaml", yaml.safe_dump(service, sort_keys=False))
        policy = yaml.safe_dump(whole_policy(example), sort_keys=False, allow_unicode=True)
        mini.write(f"{folder}/policies/{POLICY}.yaml", policy)


_DOCUMENT: Final = """\
- id: riverside
  title: Riverside's policy
  publisher: Riverside Fostering
  kind: policy
  checked_on: 2026-11-10
  review_by: 2027-11-10
  confidence: A
"""

_NATIONAL: Final = """\
contacts: [emergency]
warnings:
  - {id: do-not-wait, says: Do not wait., source: Section 1}
"""
"""What stays beside the policy of a service, unless it is replaced."""


def page(library: Library, example: Example) -> str:
    """Return the answer at the first stage of an example's policy, as text."""
    policy = library.policy[f"{example.identity}-{POLICY}"]
    origin = at(library, policy.route, example.identity, policy.first_stage.key, example.reader)
    answers = {question_id(key): answer for key, answer in example.answers.items()}
    progress = advance(library, answers, example.dates, TODAY, origin=origin)
    assert progress.outcome is not None, f"{example.heading} first asks: {progress.question}"
    assert progress.trail.ignored == ()
    return outcome_text(progress.outcome)


def missing(shown: list[str], text: str) -> Iterator[str]:
    """Yield the first line that a page is said to have and has not; three dots stand for a line's end."""
    lines = iter([" ".join(line.split()) for line in text.splitlines()])
    for line in shown:
        said, cut, _ = " ".join(line.split()).partition(" ...")
        if not any(each.startswith(said) if cut else each == said for each in lines):  # order counts
            yield line
            return
