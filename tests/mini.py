"""A data folder as small as can be, for tests that break one thing in it."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Final

from navigator.check import check
from navigator.load.library import load
from navigator.load.problem import Problem, Severity

TODAY: Final = date(2026, 11, 21)
FILES: Final = {
    "national/triage.yaml": """\
start: danger
danger:
  heading: In danger now?
  says: Call 999.
  contact: emergency
service: {ask: Which service?, hint: Choose one., unsure: I'm not sure}
progress: {ask: Where has it got to?, hint: Choose one., unsure: I'm not sure}
questions:
  - id: danger
    ask: Is anybody in danger?
    options:
      - id: yes-now
        label: Somebody is
        route: complaint
        service: town
        stage: stage-1
        because: Danger comes first.
      - {id: calm, label: Nobody is, next: topic}
      - {id: unsure, label: I'm not sure, next: topic, unsure: true}
  - id: topic
    ask: What is it about?
    options:
      - {id: complaint, label: A complaint, route: complaint, because: It is a complaint.}
      - {id: unsure, label: I'm not sure, route: complaint, because: It may be one., unsure: true}
exit_to: https://www.example.org/weather
""",
    "national/routes.yaml": """\
- id: complaint
  name: A complaint
  purpose: For complaints.
  who_starts: Anybody.
  fallback: national
""",
    "national/roles.yaml": """\
- {id: carer, name: foster carer, explains: Cares for a child.}
- {id: team, name: complaints team, explains: Deals with complaints.}
""",
    "national/events.yaml": """\
- {id: sent, name: the day you sent it, ask: When did you send it?}
- {id: answered, name: the day it was answered, ask: When was it answered?}
""",
    "national/contacts.yaml": """\
- id: emergency
  name: Emergency services
  checked_on: 2026-11-10
  source: {section: Page, document: law}
  phone: "999"
  review_by: 2027-11-10
""",
    "national/documents.yaml": """\
- id: law
  title: The law
  publisher: Parliament
  kind: law
  checked_on: 2026-11-10
  confidence: A
  review_by: 2027-11-10
- id: guide
  title: The guide
  publisher: Town
  kind: policy
  checked_on: 2026-11-10
  confidence: B
  review_by: 2027-11-10
""",
    "national/glossary.yaml": """\
- {id: carer, term: foster carer, explains: Somebody who fosters., role: carer}
""",
    "national/calendars.yaml": """\
- id: england
  name: England
  country: GB
  subdivision: ENG
  first: 2020-01-01
  known_until: 2028-12-31
  last: 2030-12-31
  source: {section: Page, document: law}
""",
    "services/town/service.yaml": """\
id: town
name: Town
label: Town
order: 1
calendar: england
""",
    "services/other/service.yaml": """\
id: other
name: Another service
label: Another service
order: 2
calendar: england
unsure: true
""",
    "national/policies/national.yaml": """\
id: national
title: The law on complaints
route: complaint
publisher: Parliament
document: law
applies_to: Everybody.
summary: Says how to complain.
checked_on: 2026-11-10
national: true
stages:
  - id: stage-1
    title: The only stage
    source: Section 1
    steps:
      - {who: carer, does: complains, to: [team]}
    timescales:
      - {id: none, does: No time is given., unit: none_stated, source: Section 1}
    if_unresolved: {says: Nothing is stated., none_stated: true}
review_by: 2027-11-10
""",
    "services/town/policies/town-complaint.yaml": """\
id: town-complaint
title: Town's complaints
route: complaint
publisher: Town
document: guide
applies_to: Everybody in Town.
summary: Says how to complain in Town.
checked_on: 2026-11-10
unsure: {stage: stage-1, says: Ask the team.}
stages:
  - id: stage-1
    title: First stage
    asks: I have sent it
    source: Section 1
    begins_with: sent
    steps:
      - {who: team, does: answers, to: [carer]}
    timescales:
      - id: answer
        does: It is answered.
        amount: 10
        unit: working_days
        from: sent
        firmness: must
        ends_with: answered
        closes_stage: true
        source: Section 1
    if_unresolved: {says: It goes on., stage: stage-2/level-1}
  - id: stage-2
    title: Second stage
    source: Section 2
    levels:
      - id: level-1
        title: First level
        asks: It is at level 1
        source: Section 2
        steps:
          - {who: team, does: answers again}
        timescales:
          - {id: again, does: It is answered again., unit: none_stated, source: Section 2}
        if_unresolved: {says: Nothing is stated., none_stated: true}
findings:
  - id: g1
    kind: no_timescale
    says: No time is given at level 1.
    ask_owner: How long may level 1 take?
    source: Section 2
""",
}

NOT_SAID: Final = (
    "Answer each; where the document is silent",
    "is missing where the time leads the page",
    "leaves everybody without a way on",
)
"""What is told of policies that do not say all that an answer has room for."""


class Mini:
    """The folder, written out and in order, until a test breaks something in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name, text in FILES.items():
            self.write(name, text)

    def write(self, name: str, text: str | bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace the one place where a text stands."""
        text = self.read(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def add(self, name: str, text: str) -> None:
        """Write a text at the end of a file."""
        self.write(name, self.read(name) + text)

    def loading(self) -> list[str]:
        """Load the folder, and return what loading tells."""
        return self._lines(load(self.folder).problems)

    def errors(self) -> list[str]:
        """Check the folder, and return its errors."""
        return self._lines(p for p in check(load(self.folder), TODAY) if p.severity is Severity.ERROR)

    def findings(self) -> list[str]:
        """Check the folder, and return its findings."""
        return self._lines(p for p in check(load(self.folder), TODAY) if p.severity is Severity.FINDING)

    def leftovers(self) -> list[str]:
        """Return the findings that are about this project's own data, and not about a document.

        What an answer could say besides is left out here: the folder is as small as can be.
        """
        left_out = ("found by rule", "findings[", *NOT_SAID)
        return [each for each in self.findings() if not any(words in each for words in left_out)]

    def _lines(self, problems: Iterable[Problem]) -> list[str]:
        return [str(problem).removeprefix(f"{self.folder.as_posix()}/") for problem in problems]
