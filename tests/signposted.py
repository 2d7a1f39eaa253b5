"""A signpost in the small data folder: a question has an answer that leads there."""

from typing import Final

from navigator.core.model import Library
from navigator.load.library import load
from tests.mini import Mini

NAME: Final = "national/signposts/money.yaml"
MONEY: Final = """\
id: money
title: Money that has not come
readers: [carer]
summary: The service pays what its own policy says.
document: law
checked_on: 2026-11-10
review_by: 2027-11-10
first:
  act: ask {team} which payment is missing
  by: today
  to: [team]
  source: Part 3
steps:
  - {who: team, does: says when the money comes, by: within ten working days, source: Part 4}
  - {who: carer, act: keep a list of what is missing}
contacts: [emergency]
leads_to:
  - {route: complaint, says: Use it if nobody answers.}
is_not:
  - {says: It is not for what the amount should be.}
unlikely:
  - {says: Nobody pays in advance., source: Part 5}
facts:
  - {says: A payment is made each week., source: {section: Page 1, document: guide, confidence: C}}
letter:
  to: [team]
  subject: A payment that has not come
  body: |-
    Hello,

    This has not come: [which payment]
offered:
  - {question: topic, label: My money has not come, hint: Pay or mileage., because: The law says who pays.}
"""
READER: Final = "readers: [{id: carer, name: a foster carer}]\n"
ROLES: Final = """\
- {id: carer, name: foster carer, explains: Cares for a child., reader: carer}
- {id: team, name: complaints team, explains: Deals with complaints., yours: [carer]}
"""
ANSWERS: Final = {"danger": "calm", "topic": "money"}


def signposted(mini: Mini) -> Mini:
    """Put the signpost into a folder, and a reader whom it speaks to."""
    mini.write(NAME, MONEY)
    mini.write("national/roles.yaml", ROLES)
    mini.add("national/triage.yaml", READER)
    mini.edit("national/triage.yaml", "label: Nobody is,", "label: Nobody is, reader: carer,")
    mini.edit("national/policies/national.yaml", "does: complains,", "does: complains, act: complain,")
    return mini


def library_of(mini: Mini) -> Library:
    """Return the library of a folder that is in order."""
    loaded = load(mini.folder)
    assert loaded.library is not None, loaded.problems
    return loaded.library
