"""Names are local first: what a service calls its own things is its own affair."""

from datetime import date

import pytest

from navigator.core.engine import advance
from navigator.core.model import Library
from navigator.core.outcome import Outcome
from navigator.load.library import load
from navigator.render.sharing import fragment, open_link
from tests.mini import TODAY, Mini

TOWN = "services/town/policies/town-complaint.yaml"
SENT = "- {id: sent, name: the day Town got it, ask: When did it come?}\n"


def library_of(mini: Mini) -> Library:
    """Return the library of a folder without errors."""
    assert mini.errors() == []
    library = load(mini.folder).library
    assert library is not None
    return library


@pytest.fixture
def own(mini: Mini) -> Mini:
    """Town has a role, an event and a document of its own by names that the national lists have too."""
    mini.write(
        "services/town/roles.yaml",
        "- {id: team, name: town's complaints team, explains: Deals with complaints in Town.}\n",
    )
    mini.write("services/town/events.yaml", SENT)
    mini.write(
        "services/town/documents.yaml",
        "- {id: law, title: Town's by-law, publisher: Town, kind: law, checked_on: 2026-11-10, "
        "confidence: A}\n",
    )
    mini.edit(TOWN, "document: guide", "document: law")
    return mini


def test_a_service_means_its_own_and_the_others_mean_the_national_one(own: Mini) -> None:
    """Within the folder a name is the service's own; in national files the same name stays what it was."""
    library = library_of(own)
    step = library.policy["town-complaint"].stages[0].steps[0]
    assert library.role[step.who].name == "town's complaints team"
    national = library.policy["national"].stages[0].steps[0]
    assert library.role[national.to[0]].name == "complaints team"
    assert library.document[library.policy["town-complaint"].document].title == "Town's by-law"


def test_outside_a_name_is_told_apart_only_where_it_must_be(own: Mini) -> None:
    """What another has too is called after its service; what nobody else has keeps its name."""
    own.add("services/town/roles.yaml", "- {id: mayor, name: mayor, explains: Heads the town.}\n")
    own.edit(TOWN, "to: [carer]", "to: [mayor]")
    library = library_of(own)
    assert {"team", "town-team", "mayor"} <= library.role.keys()
    assert {"sent", "town_sent"} <= library.event.keys()
    assert "law" in library.document
    assert "town-law" in library.document


def test_a_policy_is_always_called_after_its_service(mini: Mini) -> None:
    """Its address never changes with what others call theirs; in the folder it keeps its file's name."""
    text = mini.read(TOWN).replace("id: town-complaint", "id: complaint")
    (mini.folder / TOWN).unlink()
    mini.write("services/town/policies/complaint.yaml", text)
    assert "town-complaint" in library_of(mini).policy
    mini.edit(
        "services/town/policies/complaint.yaml",
        "who: team, does: answers, to",
        "who: teem, does: answers, to",
    )
    (told,) = mini.errors()
    place = "services/town/policies/complaint.yaml:17:15: error: stages[0].steps[0].who"
    assert told.startswith(f"{place}: 'teem' is not among the roles. Did you mean team?")


def test_what_stands_in_a_text_is_meant_like_that_too(own: Mini) -> None:
    """The date in a message is of the service's own event."""
    message = "message: {who: team, to: [carer], subject: Hello, body: 'Sent on {date:sent}.'}\n    "
    own.edit(TOWN, "if_unresolved: {says: It goes on.", f"{message}if_unresolved: {{says: It goes on.")
    stage = library_of(own).policy["town-complaint"].stages[0]
    assert stage.message is not None
    assert stage.message.body == "Sent on {date:town_sent}."


def test_errors_name_things_as_their_author_does(own: Mini) -> None:
    """What the library calls town-team is told as team, with the file and line it stands in."""
    own.add("services/town/roles.yaml", "- {id: team, name: x, explains: X.}\n")
    (told,) = own.errors()
    assert told == (
        "services/town/roles.yaml:2:8: error: [1].id: team is used already, on line 1. Write another id."
    )


def test_another_service_cannot_be_leant_on(mini: Mini) -> None:
    """A role in one service's folder is not there for another, which may be left alone one day."""
    mini.write("services/other/roles.yaml", "- {id: mayor, name: mayor, explains: Heads the town.}\n")
    mini.edit(TOWN, "to: [carer]", "to: [mayor]")
    (told,) = mini.errors()
    assert told.startswith(f"{TOWN}:17:41: error: stages[0].steps[0].to[0]: 'mayor' is not among the roles.")


def test_a_name_that_another_has_by_chance_is_told(own: Mini) -> None:
    """Where the national list has town-team as well, one of the two must be called otherwise."""
    own.add("national/roles.yaml", "- {id: town-team, name: x, explains: X.}\n")
    (told,) = own.errors()
    assert told == (
        "services/town/roles.yaml:1:8: error: [0].id: team is called as one in national/roles.yaml is. "
        "Write another id."
    )


ANSWERS = {"danger": "calm", "topic": "complaint", "service": "town", "progress": "stage-1"}


def outcome(library: Library, dates: dict[str, date]) -> Outcome:
    found = advance(library, ANSWERS, dates, TODAY).outcome
    assert found is not None
    return found


def test_a_date_may_be_given_by_the_name_in_the_folder(own: Mini) -> None:
    """The event asked for is Town's, so `sent` can mean nothing else: ten working days from 2 November."""
    found = outcome(library_of(own), {"sent": date(2026, 11, 2)})
    assert [(each.event, each.given) for each in found.asks] == [("town_sent", date(2026, 11, 2))]
    assert found.deadlines[0].due == date(2026, 11, 16)


def test_a_link_from_before_the_names_were_told_apart_still_opens(mini: Mini) -> None:
    """A link names `sent`; since then Town has an event of that name, which is what is asked for."""
    before = outcome(library_of(mini), {"sent": date(2026, 11, 2)})
    link = fragment(library_of(mini), before)
    assert link is not None
    assert "sent.2026-11-02" in link
    mini.write("services/town/events.yaml", SENT)
    library = library_of(mini)
    opened = open_link(library.words, outcome(library, {}).asks, link, library.own_events)
    assert opened.wrong is None
    assert opened.typed == {"town_sent": {"day": "2", "month": "11", "year": "2026"}}
