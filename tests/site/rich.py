"""A small library that uses most keys there are, as plain data to be changed and written out."""

import json
from typing import Any, Final

import yaml

from navigator.load.strict_yaml import read
from tests.mini import FILES

type Tree = dict[str, Any]
"""The plain data of each file by its name."""

_POLICY: Final = """\
version: Edition 2
effective_from: 2026-01-01
review_by: 2028-01-01
superseded: {says: A newer copy differs., source: Page 1}
progress_ask: Where has your complaint got to?
start: {asks: I have not sent it}
covers: [{says: It covers services., source: Section 1}]
before: [{says: Talk first., source: Section 1}]
principles: [{says: Be clear., source: Section 1}]
entries:
  - {id: e1, asks: It was refused before, stage: stage-2/level-1, says: You begin later., source: Section 1}
bypass: [{id: b1, who: team, says: The team may skip a stage., source: Section 1}]
does_not_cover:
  - {id: x1, what: Pay, says: Pay is settled elsewhere., source: Section 1, leads_to: complaint}
overall:
  - {id: whole, does: All is over., amount: 6, unit: months, from: sent, firmness: aim, source: Section 1}
alongside:
  - {id: a1, says: You can ask for mediation., source: Section 1, route: complaint, stages: [stage-1]}
warnings: [{id: w1, says: It may be shared., source: Section 1, stages: [stage-1]}]
contacts: [desk]
"""
_MESSAGE: Final = """\
who: team
to: [carer]
subject: An answer
body: |-
  Hello,

  Sent on: {date:sent}
  Due by: {due:answer}
"""
_MORE: Final = {
    "national/contacts.yaml": """\
- id: desk
  name: The desk
  note: Open by day.
  phone: 01632 960000
  email: desk@example.org
  web: www.example.org
  address: 1 Road, Town
  checked_on: 2026-11-10
  review_by: 2027-11-10
  source: {section: Page, document: law}
""",
    "services/town/scenarios/late.yaml": """\
id: late
title: A late answer
story: You sent it to Town.
answers:
  - {question: danger, option: calm}
  - {question: topic, option: complaint}
  - {question: service, option: town}
  - {question: progress, option: stage-1}
dates: [{event: sent, day: 2026-11-02}]
today: 2026-11-21
expect:
  route: complaint
  service: town
  policy: town-complaint
  stage: stage-1
  deadlines:
    - {id: answer, due: 2026-11-16, readings: [2026-11-12]}
    - {id: whole, due: 2027-05-02}
  next: stage-2/level-1
worked_out: Ten working days lead to the 16th.
source: {document: guide, section: Section 1}
wrong_turns:
  - {route: talk, why: You have talked already., source: {document: guide, section: Section 1}}
""",
    "services/town/packs/first.yaml": """\
id: first
title: The first pack
audience: Anybody.
purpose: You can count.
minutes: 60
scenarios: [late]
notes: Talk about it.
""",
    "words/en-GB.yaml": "answer:\n  assistance: If nothing here fits, ring the desk.\n",
}


def rich() -> Tree:
    """Return the library as plain data."""
    tree: Tree = {name: _plain(text) for name, text in (FILES | _MORE).items()}
    tree["national/contacts.yaml"] = _plain(FILES["national/contacts.yaml"]) + tree["national/contacts.yaml"]
    policy = tree["services/town/policies/town-complaint.yaml"] | _plain(_POLICY)
    stage = policy["stages"][0]
    stage["summary"] = "The team answers."
    stage["message"] = _plain(_MESSAGE)
    stage["steps"][0] |= {"record": "The answer.", "brings": "answered", "source": "Section 1"}
    reading = {"why": "Days may be days.", "unit": "calendar_days", "source": "Section 1"}
    stage["timescales"][0] |= {"readings": [reading], "assumed_start": "The start is not stated."}
    stage["if_unresolved"]["source"] = "Section 2"
    tree["services/town/policies/town-complaint.yaml"] = policy
    tree["services/town/service.yaml"] |= {
        "closures": [{"date": "2026-12-24", "name": "Closed"}],
        "closures_until": "2027-12-31",
        "contacts": ["desk"],
        "note": "Ask the desk.",
    }
    tree["national/routes.yaml"][0]["not_for"] = [{"says": "Not for pay.", "route": "complaint"}]
    tree["national/events.yaml"][0] |= {"ask_planned": "When will you send it?", "hint": "Look at your copy."}
    tree["national/roles.yaml"][0]["also_called"] = ["fosterer"]
    tree["national/glossary.yaml"][0]["also_called"] = ["carers"]
    tree["national/documents.yaml"][0] |= {"web": "example.org/act", "dated": "2026", "note": "An act."}
    tree["national/triage.yaml"]["questions"][0]["hint"] = "Think first."
    answer = {"id": "talk", "label": "A talk", "route": "talk", "because": "Talking comes first."}
    tree["national/triage.yaml"]["questions"][1]["options"].insert(0, answer)
    route = {"id": "talk", "name": "A talk", "purpose": "For talks.", "who_starts": "Anybody."}
    tree["national/routes.yaml"].append(route | {"fallback": "talk"})
    policy = {"id": "talk", "title": "Talking", "route": "talk"}
    tree["national/policies/talk.yaml"] = _plain(FILES["national/policies/national.yaml"]) | policy
    return tree


def _plain(text: str) -> Any:  # noqa: ANN401 - plain data has no narrower type
    tree, problems = read("", text.encode())
    assert not problems
    return json.loads(json.dumps(tree))


def written(held: object) -> str:
    """Return plain data as YAML that is read strictly."""
    text: str = yaml.safe_dump(held, allow_unicode=True, sort_keys=False, width=10_000)
    return text
