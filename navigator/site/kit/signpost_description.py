"""What a signpost says, part by part, as blocks: once for its page and once for its text."""

from collections.abc import Iterable, Iterator

from navigator.core.addressing import is_the_reader, speaking_to
from navigator.core.citations import Cited, cite
from navigator.core.model import Contact, HelpStep, Library, Said, Source, WayOn
from navigator.core.role_names import role_names
from navigator.core.shape import parts_of
from navigator.render.blocks import (
    Block,
    Filled,
    Link,
    Paragraph,
    Points,
    RoleName,
    Row,
    Section,
    Span,
    Statement,
    Strong,
)


class SignpostDescription:
    """A signpost as it speaks to its readers."""

    def __init__(self, library: Library, signpost: str) -> None:
        """Find it in a library that may speak to somebody else. Raises KeyError."""
        self.reader = next(iter(library.signpost[signpost].readers), None)
        self.library = speaking_to(library, self.reader)
        self.signpost = self.library.signpost[signpost]
        self.words = self.library.words

    @property
    def lead(self) -> str:
        """The sentence that leads: what to do first, and by when."""
        first = self.signpost.first
        return self._you_should(first.act, first.by)

    @property
    def call(self) -> Contact | None:
        """Whom to ring: the likeliest who can be rung."""
        return next((contact for contact in self.contacts if contact.phone), None)

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Everybody to turn to."""
        return tuple(self.library.contact[name] for name in self.signpost.contacts)

    @property
    def about_lead(self) -> tuple[Block, ...]:
        """To whom the first thing is addressed, and where it stands."""
        first = self.signpost.first
        to = Row(tuple(RoleName(self.library.role[name]) for name in first.to))
        said = Filled(self.words["text.fact"], {"name": self.words["step.to"], "value": to})
        return (*((Paragraph(said, "hint"),) if first.to else ()), self._cited(first.source))

    @property
    def onward(self) -> tuple[Section, ...]:
        """What comes next, and where to go on; some of it may be empty."""
        return (
            self._section("steps", self._points(map(self._step, self.signpost.steps), ordered=True)),
            self._section("ways", self._ways("way", self.signpost.leads_to)),
        )

    @property
    def further(self) -> tuple[Section, ...]:
        """What few need, and a page folds away; some of it may be empty."""
        signpost = self.signpost
        return (
            self._section("contacts", self.contacts),
            self._section("is-not", self._ways("instead", signpost.is_not)),
            self._section("unlikely", self._points(map(self._said, signpost.unlikely))),
            self._section("facts", self._points(map(self._said, signpost.facts))),
        )

    @property
    def letter(self) -> str:
        """The message to copy, as text; empty where there is none."""
        letter = self.signpost.letter
        if letter is None:
            return ""
        to = role_names(self.words, (self.library.role[name] for name in letter.to))
        head = {"step.to": to, "message.subject": letter.subject}
        lines = [self.words("text.fact", name=self.words[key], value=held) for key, held in head.items()]
        return "\n".join([*lines, "", letter.body])

    @property
    def sources(self) -> tuple[Cited, ...]:
        """Every place that it rests on, each once."""
        found = (self._cited(part) for part in parts_of(self.signpost) if isinstance(part, Source))
        return tuple({(cited.document.id, cited.section): cited for cited in found}.values())

    def _section(self, name: str, blocks: Iterable[Block]) -> Section:
        return Section(name, self.words[f"site.help.{name.replace('-', '_')}"], tuple(blocks))

    def _you_should(self, act: str, by: str | None) -> str:
        return self.words("site.help.you_should", act=self._with_time(act, by))

    def _with_time(self, act: str, by: str | None) -> str:
        return self.words("site.help.with_time", act=act, by=by) if by else act

    def _step(self, step: HelpStep) -> Statement:
        role = self.library.role[step.who]
        source = self._cited(step.source) if step.source else None
        if step.act and is_the_reader(self.library, role, self.reader):
            return Statement(self._you_should(step.act, step.by), source)
        parts: dict[str, Span] = {
            "who": Strong(RoleName(role, begins=True)),
            "does": self._with_time(step.does or "", step.by),
        }
        return Statement(Filled(self.words["step.to_do"], parts), source)

    def _ways(self, key: str, ways: Iterable[WayOn]) -> Iterator[Block]:
        return self._points(self._way(self.words[f"site.help.{key}"], way) for way in ways)

    def _way(self, said: str, way: WayOn) -> Span:
        if way.route:
            target = Link(self.library.route[way.route].name, f"routes/{way.route}/")
        elif way.signpost:
            target = Link(self.library.signpost[way.signpost].title, f"help/{way.signpost}/")
        else:
            return way.says
        return Filled(said, {"says": way.says, "target": target})

    def _said(self, said: Said) -> Statement:
        return Statement(said.says, self._cited(said.source))

    def _cited(self, source: Source) -> Cited:
        return cite(self.library, source, self.signpost.document)

    @staticmethod
    def _points(items: Iterable[Span | Statement], *, ordered: bool = False) -> Iterator[Block]:
        points = tuple(items)
        if points:
            yield Points(points, ordered=ordered)
