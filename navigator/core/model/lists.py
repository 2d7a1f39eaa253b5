"""What rules point at: documents, sources, roles, contacts and glossary terms."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from navigator.core.model.kinds import DocumentId, Id, JobId, ReaderId, RoleId, Text


class Confidence(StrEnum):
    """How well a fact is grounded."""

    A = "A"
    """Read in law, or in the own text of whoever made the rule, such as a council's procedure on that
    council's own page."""
    B = "B"
    """Read in a copy of that text, or where another organisation tells of it, such as a charity's page about
    a council's procedure."""
    C = "C"
    """Inferred or remembered: shown only as something to check."""


class DocumentKind(StrEnum):
    """What sort of text a rule rests on."""

    POLICY = "policy"
    """What a council, an agency or another body does itself, such as its complaints procedure."""
    LAW = "law"
    """An act or regulations."""
    GUIDANCE = "guidance"
    """What others are told to do or may expect, such as statutory guidance or a charity's advice page."""
    BRIEFING = "briefing"
    """A summary for those who work with it."""
    DECISION = "decision"
    """What somebody decided in one case, such as an ombudsman."""


@dataclass(frozen=True)
class Document:
    """A text that rules are taken from."""

    id: Id
    """The short name that sources use."""
    title: Text
    """The document's own title."""
    publisher: Text
    """Who published it; `Not stated` where the document names no one."""
    kind: DocumentKind
    """Policy, law, guidance, briefing or decision."""
    checked_on: date
    """The day somebody last read it, as YYYY-MM-DD."""
    confidence: Confidence
    """How well the facts taken from it are grounded: A, B or C."""
    web: Text | None = None
    """The address at which it stands on the web, without the protocol."""
    dated: Text | None = None
    """The date or version printed on it, in its own form; left out where it has none."""
    review_by: date | None = None
    """The day by which it is read again, as YYYY-MM-DD; a national one must have it. Left out, a year after
    it was checked."""
    review_why: Text | None = None
    """What may change by then, such as a law that comes into force; left out where nothing is announced."""
    note: Text | None = None
    """Anything a reader should know about it, such as pages missing."""


@dataclass(frozen=True)
class Source:
    """The place a rule comes from. May be written as plain text: then it names the section."""

    SHORTHAND: ClassVar = "section"

    section: Text
    """The section, stage, paragraph or regulation, as the document names it."""
    document: DocumentId | None = None
    """The document; left out, it is the policy's own."""
    confidence: Confidence | None = None
    """How well this one fact is grounded; left out, it is as the document's."""


@dataclass(frozen=True)
class Job:
    """A job that somebody has: all roles of it are one person, whatever each policy calls them."""

    id: Id
    """The short name; also the page's address, `who-does-what/ID/`."""
    name: Text
    """The job, as shown in the middle of a sentence: `supervising social worker`."""
    explains: Text
    """What the page tells, in a sentence or two: whom it is for, and what else the job is called."""
    reader: ReaderId | None = None
    """The reader who has this job: every role that is `you` to them is of it."""


@dataclass(frozen=True)
class Line:
    """Somebody who manages somebody else, as a document says it."""

    role: RoleId
    """The role that manages."""
    source: Source
    """Where it is said; the document must be named. It holds for the services whose policy that document is,
    or everywhere where it is law or guidance."""


@dataclass(frozen=True)
class Role:
    """Somebody who acts, by the job they hold."""

    id: Id
    """The short name that steps use."""
    name: Text
    """The name as shown in the middle of a sentence, such as `supervising social worker`."""
    explains: Text
    """What this person does, in one or two plain sentences."""
    reader: ReaderId | None = None
    """The reader whose role it is: to them it is `you`."""
    readers: tuple[ReaderId, ...] = ()
    """In place of `reader`, where it is the role of several: a carer, a child or a parent may complain."""
    yours: tuple[ReaderId, ...] = ()
    """The readers who call this person their own: `your supervising social worker`."""
    others: Text | None = None
    """What the remaining readers call this person; left out, the name: `the carer's social worker`."""
    bare: bool = False
    """True for a name that takes no `the` before it, such as Ofsted."""
    anybody: bool = False
    """True for whoever reads, whatever their job: what this role does, everybody is told to do."""
    filled_in: bool = False
    """True for somebody whose name and number each service has of its own: a sheet on one side of A4 leaves
    room to write them in."""
    also_called: tuple[Text, ...] = ()
    """Other names for the same job, so that search finds it."""
    jobs: tuple[JobId, ...] = ()
    """The jobs of whoever acts in this role, where its `reader` does not say so: a service acts by its
    managers."""
    managed_by: tuple[Line, ...] = ()
    """Who manages whoever has this role, as far as a source says so."""

    @property
    def whose(self) -> tuple[ReaderId, ...]:
        """The readers whose role it is."""
        return (self.reader, *self.readers) if self.reader else self.readers


@dataclass(frozen=True)
class Contact:
    """A way to reach somebody, and the day it was last checked."""

    id: Id
    """The short name that policies and services use."""
    name: Text
    """Whom it reaches."""
    checked_on: date
    """The day it was last checked, as YYYY-MM-DD."""
    source: Source
    """Where it was read; the document must be named."""
    phone: Text | None = None
    """The telephone number, spaced as it is read aloud."""
    email: Text | None = None
    """The e-mail address."""
    web: Text | None = None
    """The web address, without the protocol."""
    address: Text | None = None
    """The postal address on one line."""
    note: Text | None = None
    """What it is for, or what to beware of."""
    readers: tuple[ReaderId, ...] = ()
    """Whom it is for; left out, everybody."""
    review_by: date | None = None
    """The day by which it is checked again, as YYYY-MM-DD; a national one must have it. Left out, a year
    after it was checked."""
    review_why: Text | None = None
    """What may change by then, such as a service that ends; left out where nothing is announced."""
    reaches: RoleId | None = None
    """The role it reaches: cards for the first hour print its number there."""


@dataclass(frozen=True)
class Term:
    """A word of the field that is explained to readers."""

    id: Id
    """The short name, used in addresses."""
    term: Text
    """The word or phrase as it stands in texts."""
    explains: Text
    """What it means, in one or two plain sentences."""
    also_called: tuple[Text, ...] = ()
    """Other names and abbreviations, so that search finds it."""
    role: RoleId | None = None
    """The role this term is about, if it is one."""
    form: bool = False
    """True for a form, a plan or a record that somebody fills in."""
