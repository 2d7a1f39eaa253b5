"""The shipped policies against their sources: who, to whom, what is left out, and what is open."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from navigator.core.model import Contact, Document, Library, Policy, Source
from navigator.core.shape import parts_of, text_fields

PROJECT = Path(__file__).parents[2]
SOURCE_POLICIES = {
    "escalation-four-stage": "escalation-policy",
    "somerset-qa-dispute": "somerset-fro",
    "childrens-home-challenge": "homes-escalation-tips",
    "kent-allocation": "kent-allocation",
    "norfolk-complaint": "norfolk-complaints",
}


def within[T](value: object, kind: type[T]) -> Iterator[T]:
    """Yield every object of a type within another."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from within(item, kind)
    elif is_dataclass(value):
        for field in fields(value):
            yield from within(getattr(value, field.name), kind)


# Somerset's table, Appendix A: stage, To, CC.
SOMERSET = [
    ("stage-1", ["social-worker"], ["practice-supervisor", "team-manager"]),
    ("stage-2", ["practice-supervisor", "team-manager"], ["social-worker"]),
    ("stage-3/level-1", ["operations-manager"], ["practice-supervisor", "team-manager"]),
    ("stage-3/level-2", ["head-of-service"], ["team-manager", "operations-manager"]),
    ("stage-3/level-3", ["deputy-director"], ["team-manager", "operations-manager", "head-of-service"]),
    (
        "stage-3/level-4",
        ["director-of-childrens-services"],
        ["team-manager", "operations-manager", "head-of-service", "deputy-director"],
    ),
]


@pytest.mark.of("somerset")
@pytest.mark.parametrize(("place", "to", "cc"), SOMERSET, ids=[row[0] for row in SOMERSET])
def test_somersets_table_is_held_level_by_level(
    library: Library, place: str, to: list[str], cc: list[str]
) -> None:
    """At each level the officer writes to those in the To column, and those in the CC column get copies."""
    steps = library.policy["somerset-qa-dispute"].position(place).innermost.steps
    assert {step.who for step in steps} == {"fostering-reviewing-officer"}
    assert sorted({role for step in steps for role in step.to}) == sorted(to)
    assert sorted({role for step in steps for role in step.cc}) == sorted(cc)


@pytest.mark.of("somerset")
def test_somersets_table_has_no_more_rows(library: Library) -> None:
    """The stages and levels are those of the table, in its order."""
    found = [position.key for position in library.policy["somerset-qa-dispute"].leaf_stages()]
    assert found == [row[0] for row in SOMERSET]


@pytest.mark.of("somerset")
@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("stage-1", ["FRO", "case note", "as soon as"]),
        ("stage-1", ["FRO Informal resolution achieved", "LCS"]),
        ("stage-2", ["Quality Assurance Issue Resolution form", "LCS"]),
        ("stage-3/level-1", ["level 1", "name", "date of contact", "resolution is sought by"]),
        ("stage-3/level-2", ["level 2", "name", "date of contact", "resolution is sought by"]),
        ("stage-3/level-3", ["level 3", "name", "date of contact", "resolution is sought by"]),
        ("stage-3/level-4", ["level 4", "name", "date of contact", "resolution is sought by"]),
        ("stage-3/level-4", ["briefing note", "author", "legal status", "other agencies", "outcomes sought"]),
    ],
)
def test_somersets_records_are_held(library: Library, place: str, words: list[str]) -> None:
    """Each row of the Recording column is held with its form, its level and what goes into it."""
    records = [
        step.record or "" for step in library.policy["somerset-qa-dispute"].position(place).innermost.steps
    ]
    assert any(all(word in record for word in words) for record in records), records


@pytest.mark.of("somerset")
def test_the_briefing_note_is_asked_for_at_level_4_only(library: Library) -> None:
    """Only the escalation to the Director asks for a briefing note."""
    policy = library.policy["somerset-qa-dispute"]
    places = [
        position.key
        for position in policy.leaf_stages()
        if any("briefing" in (step.record or "") for step in position.innermost.steps)
    ]
    assert places == ["stage-3/level-4"]


@pytest.mark.of("somerset")
def test_somersets_bypass_is_the_officers(library: Library) -> None:
    """The reviewing officer may skip any stage; nobody else may, and no other source policy lets anybody."""
    assert [rule.who for rule in library.policy["somerset-qa-dispute"].bypass] == [
        "fostering-reviewing-officer"
    ]
    others = set(SOURCE_POLICIES) - {"somerset-qa-dispute"}
    assert all(library.policy[name].bypass == () for name in others & library.policy.keys())


# The escalation policy's stages: who acts, to whom, with copies to whom.
ESCALATION = [
    ("stage-1", "foster-carer", ["supervising-social-worker"], []),
    ("stage-2", "supervising-social-worker", ["line-manager"], []),
    ("stage-2", "line-manager", ["team-members-manager"], []),
    ("stage-3", "supervising-social-worker", ["team-manager"], []),
    ("stage-3", "team-manager", ["operational-lead"], []),
    ("stage-3", "operational-lead", ["equivalent-manager"], ["supervising-social-worker", "team-manager"]),
    ("stage-4", "supervising-social-worker", ["operational-lead"], ["team-manager"]),
    ("stage-4", "operational-lead", ["strategic-lead"], []),
    ("stage-4", "operational-lead", ["foster-carer"], []),
]


@pytest.mark.parametrize(("place", "who", "to", "cc"), ESCALATION)
def test_the_escalation_policys_steps_are_held(
    library: Library, place: str, who: str, to: list[str], cc: list[str]
) -> None:
    """At each stage the person named acts towards those named, with the copies named."""
    steps = library.policy["escalation-four-stage"].position(place).innermost.steps
    assert (who, to, cc) in [(step.who, list(step.to), sorted(step.cc)) for step in steps]


def test_only_stage_1_of_the_escalation_policy_asks_for_a_record(library: Library) -> None:
    """The supervising social worker records the agreement at stage 1; later stages ask for no record."""
    records = {
        (position.key, step.who)
        for position in library.policy["escalation-four-stage"].leaf_stages()
        for step in position.innermost.steps
        if step.record
    }
    assert records == {("stage-1", "supervising-social-worker")}


def test_the_carer_is_told_at_every_stage_of_the_escalation_policy(library: Library) -> None:
    """The carer hears at every stage what was done: each stage has that step."""
    for position in library.policy["escalation-four-stage"].leaf_stages():
        assert any("told" in step.does for step in position.innermost.steps if step.who == "foster-carer"), (
            position.key
        )


# What the escalation policy leaves out, where that leads, and whether the document says so itself.
EXCLUSIONS = [
    ("x1", "safeguarding", "safeguarding", False),
    ("x2", "member of the fostering service", "line-manager", True),
    ("x3", "difference of opinion", "care-plan", False),
]


@pytest.mark.parametrize(("name", "what", "route", "stated"), EXCLUSIONS, ids=[row[0] for row in EXCLUSIONS])
def test_the_escalation_policys_exclusions_lead_on(
    library: Library, name: str, what: str, route: str, stated: bool
) -> None:
    """Safeguarding, staff practice and differences of opinion are left out, and each leads to its route."""
    (found,) = (item for item in library.policy["escalation-four-stage"].does_not_cover if item.id == name)
    assert what in found.what.lower()
    assert (found.leads_to, found.destination_stated) == (route, stated)


def test_the_escalation_policy_leaves_out_nothing_else(library: Library) -> None:
    """The source has three exclusions."""
    assert len(library.policy["escalation-four-stage"].does_not_cover) == 3


@pytest.mark.of("norfolk")
def test_a_complaint_after_an_allegation_enters_at_stage_2(library: Library) -> None:
    """Norfolk's only entry rule: after an allegations procedure a complaint begins at stage 2."""
    (entry,) = library.policy["norfolk-complaint"].entries
    assert entry.stage == "stage-2"
    assert "allegation" in entry.asks
    assert all(policy.entries == () for policy in library.policies if policy.id != "norfolk-complaint")


@pytest.mark.parametrize(
    ("name", "stages", "last"),
    [
        ("escalation-four-stage", ["stage-1", "stage-2", "stage-3", "stage-4"], None),
        ("norfolk-complaint", ["stage-1", "stage-2", "stage-3"], "ombudsman"),
        (
            "somerset-qa-dispute",
            [
                "stage-1",
                "stage-2",
                "stage-3/level-1",
                "stage-3/level-2",
                "stage-3/level-3",
                "stage-3/level-4",
            ],
            None,
        ),
    ],
)
def test_each_stage_leads_to_the_next(
    library: Library, name: str, stages: list[str], last: str | None
) -> None:
    """Unresolved, each stage leads to the one after it; the last leads where the source says, or nowhere."""
    policy = library.policy[name]
    assert [position.key for position in policy.leaf_stages()] == stages
    following = [position.innermost.if_unresolved for position in policy.leaf_stages()]
    assert [step.stage if step else None for step in following] == [*stages[1:], None]
    end = following[-1]
    assert end is not None
    assert (end.route, end.none_stated) == (last, last is None)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("escalation-four-stage", 12),
        ("somerset-qa-dispute", 14),
        ("childrens-home-challenge", 5),
        ("kent-allocation", 7),
        ("norfolk-complaint", 11),
    ],
)
def test_every_gap_of_the_sources_has_a_finding(library: Library, name: str, number: int) -> None:
    """Each gap that was found in a source document is told as a finding: g1, g2 and so on, none left out."""
    found = [finding.id for finding in library.policy[name].findings if re.fullmatch(r"g\d+", finding.id)]
    assert sorted(found) == sorted(f"g{each}" for each in range(1, number + 1))


def test_every_finding_asks_the_owner_a_question(library: Library) -> None:
    """A finding ends in a question that the policy's owner could settle it with."""
    assert [
        f"{policy.id} {finding.id}"
        for policy in library.policies
        for finding in policy.findings
        if not finding.ask_owner.endswith("?")
    ] == []


# The numbers read in public sources; a contact that is not here has no number of its own.
CONTACTS = {
    "emergency-999": ("999", None, None, None),
    "nspcc": ("0808 800 5000", None, None, None),
    "childline": ("0800 1111", None, "childline.org.uk", None),
    "nspcc-whistleblowing": ("0800 028 0285", None, None, None),
    "family-rights-group": ("0808 801 0366", None, "frg.org.uk", None),
    "ofsted": ("0300 123 1231", None, None, None),
    "ombudsman": ("0300 061 0614", None, "lgo.org.uk", "PO Box 4771, Coventry CV4 0EH"),
    "missing-people": ("116 000", None, "runawayhelpline.org.uk", None),
    "ceop": (None, None, "ceop.police.uk", None),
    "report-remove": (None, None, "childline.org.uk", None),
    "centrepoint": ("0808 800 0661", None, "centrepoint.org.uk", None),
    "shelter": ("0808 800 4444", None, "shelter.org.uk", None),
    "fostering-network": (None, None, "thefosteringnetwork.org.uk", None),
    "samaritans": ("116 123", None, "samaritans.org", None),
    "nhs-111": ("111", None, None, None),
    "eass": ("0808 800 0082", None, "equalityadvisoryservice.com", None),
    "irm": ("0113 202 2080", "irm@irm.org.uk", None, None),
    "coram-voice": ("0808 800 5792", None, None, None),
    "help-at-hand": ("0800 528 0731", None, None, None),
    "fosterline": ("0800 040 7675", None, "fosterline.info", None),
    "kinship": ("0300 123 7015", None, "kinship.org.uk", None),
    "social-work-england": (None, None, "socialworkengland.org.uk", None),
    "ico": ("0303 123 1113", None, "ico.org.uk", None),
    "irm-cymru": (None, "irm@childreninwales.org.uk", "irm.cymru", None),
    "fosterline-wales": ("0800 316 7664", "fosterlinewales@fostering.net", None, None),
    "ombudsman-wales": ("0300 790 0203", None, "ombudsman.wales", None),
    "meic": ("080880 23456", None, "meiccymru.org", None),
    "childrens-commissioner-wales": (None, None, "childcomwales.org.uk", None),
    "care-inspectorate-wales": ("0300 7900 126", None, "careinspectorate.wales", None),
    "spso": ("0800 377 7330", None, "spso.org.uk", None),
    "fosterline-scotland": ("0141 204 1400", "fosterlinescotland@fostering.net", None, None),
    "care-inspectorate-scotland": ("0345 600 9527", None, "careinspectorate.scot", None),
    "who-cares-scotland": (None, None, "whocaresscotland.org", None),
    "nipso": ("0800 34 34 24", "nipso@nipso.org.uk", "nipso.org.uk", None),
    "voypic": (None, None, "voypic.org", None),
    "niccy": (None, None, "niccy.org", None),
}


@pytest.mark.parametrize("name", CONTACTS)
def test_contacts_are_as_they_were_read(library: Library, name: str) -> None:
    """Each number, address and e-mail address is the one that was read in a public source."""
    found = library.contact[name]
    phone, email, web, address = CONTACTS[name]
    assert (found.phone, found.email, found.address) == (phone, email, address)
    assert (found.web or "").removeprefix("www.") == (web or "")


def test_no_other_contact_has_a_number(library: Library) -> None:
    """Where every council has its own number, none is printed."""
    for contact in library.contacts:
        if contact.id not in CONTACTS:
            assert (contact.phone, contact.email, contact.web, contact.address) == (None,) * 4, contact.id


def text_files() -> Iterator[Path]:
    for folder in ("policy_data", "navigator", "docs"):
        for path in sorted((PROJECT / folder).rglob("*")):
            if path.suffix in (
                ".yaml",
                ".yml",
                ".md",
                ".py",
                ".html",
                ".js",
                ".mjs",
                ".css",
                ".json",
                ".txt",
            ):
                yield path
    yield from PROJECT.glob("*.md")


@pytest.mark.parametrize("number", ["08456021983", "07624804323"])
def test_numbers_that_are_out_of_date_are_nowhere(number: str) -> None:
    """The Ombudsman's old telephone and text numbers stand in no file, however they are spaced."""
    spaced = re.compile(r"[\s\-]*".join(number))
    files = list(text_files())
    assert any(path.name == "contacts.yaml" for path in files)
    assert [path.name for path in files if spaced.search(path.read_text(encoding="utf-8"))] == []


def texts(library: Library) -> Iterator[str]:
    yield from within(
        (library.policies, library.contacts, library.routes, library.triage, library.roles, library.documents,
         library.glossary, library.services, tuple(library.words.texts.values()), library.events),
        str,
    )  # fmt: skip


def test_every_number_in_a_text_is_a_known_one(library: Library) -> None:
    """No text names a telephone number that is not among the contacts."""
    known = {phone.replace(" ", "") for phone, *_ in CONTACTS.values() if phone}
    found = {
        "".join(match.split()) for text in texts(library) for match in re.findall(r"\b0[\d ]{8,12}\d\b", text)
    }
    assert found <= known


HOURS = re.compile(
    r"\d\s*(am|pm)\b|\d{1,2}[:.]\d{2}\b|mon(day)?\s*(to|-|–)\s*(fri|sun|sat)"  # noqa: RUF001
    r"|24 hours a day|office hours|9 to 5",
    re.IGNORECASE,
)


def test_no_opening_hours_are_printed(library: Library) -> None:
    """Opening hours change and sources disagree on them, so that nothing about reaching somebody has any."""
    reached = (library.contacts, library.services, library.routes, library.triage.danger)
    said = [
        getattr(part, field.name)
        for part in parts_of(reached)
        if not isinstance(part, Source)
        for field in text_fields(type(part))
    ]
    assert len(list(filter(None, said))) > 100
    assert [text for text in said if text and HOURS.search(text)] == []


def test_opening_hours_would_be_found() -> None:
    """The pattern above finds opening hours as the sources print them."""
    for hours in ("(Mon - Fri 8.30am to 5pm)", "Monday to Friday", "open 24 hours a day", "from 10:00"):
        assert HOURS.search(hours)


def test_every_source_names_a_document_there_is(library: Library) -> None:
    """Each rule, contact, answer and finding cites a section of a document that is listed."""
    documents = {document.id for document in library.documents}
    wrong = []
    for policy in library.policies:
        assert policy.document in documents, policy.id
        wrong += [
            source
            for source in within(policy, Source)
            if (source.document or policy.document) not in documents
        ]
    rest = (library.triage, library.contacts, library.calendars, library.scenarios)
    wrong += [source for source in within(rest, Source) if source.document not in documents]
    assert wrong == []


def test_every_rule_has_a_source(library: Library) -> None:
    """Every answer that leads to a route says why and where that stands; every rule names its section."""
    for question in library.triage.questions:
        for option in question.options:
            if option.route:
                assert option.because, f"{question.id} {option.id}"
                assert option.source, f"{question.id} {option.id}"
    assert all(source.section.strip() for source in within(library.policies, Source))


@pytest.mark.parametrize(("name", "document"), SOURCE_POLICIES.items())
def test_policies_restate_their_own_document(library: Library, name: str, document: str) -> None:
    """Each of the five source documents has its policy, which is no national one and was held against it."""
    policy = library.policy[name]
    assert (policy.document, policy.national) == (document, False)


@pytest.mark.of("childrens-home")
def test_what_was_inferred_is_marked(library: Library) -> None:
    """That safeguarding boards were replaced was remembered and not read, so it must be checked."""
    (finding,) = (
        item for item in library.policy["childrens-home-challenge"].findings if item.kind == "out_of_date"
    )
    assert finding.source.confidence == "C"


@pytest.mark.of("norfolk")
def test_norfolks_page_is_told_to_be_superseded(library: Library) -> None:
    """A newer copy of Norfolk's page was read, and the policy says so; no other has such a report."""
    superseded = library.policy["norfolk-complaint"].superseded
    assert superseded is not None
    assert "restorative meeting" in superseded.says
    assert {policy.id for policy in library.policies if policy.superseded} == {"norfolk-complaint"}


FIRST_READ = date(2026, 11, 1)


def test_everything_was_checked_and_not_in_the_future(library: Library) -> None:
    """Policies, contacts and documents carry the day they were checked, which does not lie ahead."""
    today = datetime.now(ZoneInfo("Europe/London")).date()
    checked: list[Policy | Contact | Document] = [*library.policies, *library.contacts, *library.documents]
    assert len(checked) > 60
    assert [item.id for item in checked if not FIRST_READ <= item.checked_on <= max(today, FIRST_READ)] == []


def test_danger_comes_first(library: Library) -> None:
    """The first question is about danger, its notice names 999, and all but one answer lead to safety."""
    assert library.contact[library.triage.danger.contact].phone == "999"
    first = library.question[library.triage.start]
    assert "danger" in first.ask
    routes = {option.id: option.route for option in first.options}
    assert [routes[key] for key in ("now", "worried", "unsure", "none")] == ["safeguarding"] * 3 + [None]
    urgent = {route.id for route in library.routes if route.urgent}
    assert urgent == {"safeguarding", "allegation", "raising-a-concern"}


def test_every_question_has_an_answer_for_those_who_are_not_sure(library: Library) -> None:
    """Every authored question has one such answer, and every policy with a choice of stage has one too."""
    for question in library.triage.questions:
        assert sum(option.unsure for option in question.options) == 1, question.id
    for policy in library.policies:
        if len(list(policy.leaf_stages())) > 1:
            assert policy.unsure is not None, policy.id
    assert sum(service.unsure for service in library.services) == 1
