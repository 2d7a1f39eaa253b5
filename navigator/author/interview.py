"""The questions about a policy: a walk along the form, by the shape of the model."""

from collections.abc import Callable
from dataclasses import dataclass, is_dataclass
from datetime import date
from enum import Enum
from functools import partial
from typing import Any, Final, get_args, get_origin

from navigator.author import takes
from navigator.author.asking import Asking, Question, Take
from navigator.author.draft import items, name
from navigator.author.form import FORM, Ask, Gate
from navigator.author.person import Choice, Prompt
from navigator.author.terminal import LETTERS, letters, listed, split
from navigator.author.vocabulary import NEW, Vocabulary
from navigator.core.faults import show
from navigator.core.model import Condition, Contact, Document, Event, Library, Role, Source
from navigator.core.model.kinds import Path, Pattern, Ref
from navigator.core.role_names import sentence
from navigator.core.shape import Field, shape_of, unwrap
from navigator.load import docstrings

_NEW: Final[dict[str, type]] = {
    "roles": Role,
    "events": Event,
    "documents": Document,
    "contacts": Contact,
    "conditions": Condition,
}
"""What a name stands for that is new."""


type Way = "Callable[[Interview, Ask, Path], None]"
"""A way of its own to ask for a field."""


@dataclass
class Interview:
    """The questions that any part of a policy gives rise to."""

    asking: Asking
    library: Library
    names: Vocabulary
    special: dict[tuple[type, str], Way]
    """The fields that are asked for in a way of their own."""
    fits: "Callable[[Interview, type, Ask, Path], bool]"
    """Says whether a field of a gate can go with what is answered beside it."""
    without: str = ""
    """What Enter means at the next question, where it ends a list."""

    def item(self, cls: type, at: Path, without: str = "") -> None:
        """Ask for a part of a policy. With `without`, Enter at the first question leaves all of it out."""
        self.without = without
        for entry in FORM[cls]:
            if isinstance(entry, Gate):
                self.gate(cls, entry, at)
            else:
                self.field(cls, entry, at)
            if without and entry is FORM[cls][0] and self.asking.draft.get(at) is None:
                break
        self.without = ""

    def field(self, cls: type, ask: Ask, at: Path) -> None:
        """Ask for a field, in the way of its type."""
        found = next(each for each in shape_of(cls).fields if each.key == ask.key)
        bare, _ = unwrap(found.hint)
        path = (*at, ask.key)
        if way := self.special.get((cls, ask.key)):
            way(self, ask, at)
        elif bare is bool:
            self.asking.draft.put(path, not found.default)
        elif get_origin(bare) is tuple and is_dataclass(unwrap(get_args(bare)[0])[0]):
            self.each(unwrap(get_args(bare)[0])[0], path)
        elif is_dataclass(bare) and bare is not Source:
            self.item(bare, path)  # type: ignore[arg-type] # it is the class of a part
        else:
            self.value(cls, found, ask, at)

    def each(self, cls: type, at: Path, *, needed: bool = True) -> None:
        """Ask for one part after another until Enter ends the list."""
        index = 0
        while True:
            self.item(cls, (*at, index), "" if needed and index == 0 else "no more")
            if self.asking.draft.get((*at, index)) is None:
                break
            index += 1

    def gate(self, cls: type, gate: Gate, at: Path) -> None:
        """Ask at once which of several fields are needed, and then for each of them."""
        fitting = [ask for ask in gate.asks if self.fits(self, cls, ask, at)]
        if not fitting:
            return
        keys = [ask.key for ask in fitting]
        lettered = list(zip(LETTERS, (ask.sentence for ask in fitting), strict=False))
        choices = listed(lettered)
        asked = name(at, gate.key)

        def take(typed: str) -> dict[str, Any]:
            for key in letters(typed, keys):
                self.asking.draft.mark(asked, key)
            return {}

        shown = f"{gate.says} Letters:"
        if not self.asking.draft.has_asked(asked) and self.asking.first_time(f"{cls.__name__} {keys}"):
            shown = f"{gate.says}\n{choices}\n  Letters:"
        self.ask(
            at, (), gate.says, take, about=gate.key, at_terminal=shown, without="none",
            choices=tuple(Choice(letter, sentence(says)) for letter, says in lettered), several=True,
            help_at_terminal=f"\n{choices}",
        )  # fmt: skip
        for ask in fitting:
            chosen = self.asking.draft.has_asked(asked, ask.key)
            if chosen or self.asking.draft.get((*at, ask.key)) is not None:
                self.field(cls, ask, at)
        if after := self.special.get((cls, f"#{gate.key}")):
            after(self, Ask(gate.key, gate.says), at)

    def plain(self, cls: type, ask: Ask, at: Path) -> None:
        """Ask for a field that one line gives, whatever other way there is."""
        self.value(cls, next(each for each in shape_of(cls).fields if each.key == ask.key), ask, at)

    def value(self, cls: type, field: Field, ask: Ask, at: Path) -> None:
        """Ask for a field that one line gives."""
        explains = docstrings.of_fields(cls).get(field.name, "")
        self.ask(
            at, (ask.key,), ask.says, self.take(field), explains=explains,
            without="leave it out" if ask.optional else "", default=self.default(field, ask, at),
            **self.shown(field, ask),
        )  # fmt: skip
        held = self.asking.draft.get((*at, ask.key))
        if held and unwrap(field.hint)[0] is Source:
            self.asking.section = held if isinstance(held, str) else held["section"]
        self.settle(field, at)

    def ask(self, at: Path, keys: tuple[str, ...], says: str, take: Take, **more: Any) -> None:  # noqa: ANN401
        """Ask a question; the first one of a list's next item may end the list."""
        if self.without:
            more |= {"without": self.without, "default": None, "called": show(at)}
            self.without = ""
        kept = {key: more.pop(key) for key in ("about", "called") if key in more}
        self.asking.ask(Question(at, keys, Prompt(says, **more), take, **kept))

    def shown(self, field: Field, ask: Ask) -> dict[str, Any]:
        """Return what is shown with a question: the choices, or the names that are known."""
        bare, marks = unwrap(field.hint)
        if isinstance(bare, type) and issubclass(bare, Enum):
            meanings = docstrings.of_fields(bare)
            choices = tuple(
                Choice(str(at), str(each.value).replace("_", " "), meanings.get(each.name, ""))
                for at, each in enumerate(bare, 1)
            )
            rows = (
                (choice.typed, f"{each.value}  {choice.means}".rstrip())
                for choice, each in zip(choices, bare, strict=True)
            )
            return {"choices": choices, "at_terminal": f"{ask.says}\n{listed(rows)}\n  Number:"}
        listing = get_origin(bare) is tuple
        if listing:
            _, marks = unwrap(get_args(bare)[0])
        to = next((mark.to for mark in marks if isinstance(mark, Ref)), None)
        shown: dict[str, Any] = {"at_terminal": f"{ask.says} {ask.typing}"} if ask.typing else {}
        return shown | {"listing": listing, "names": partial(self.names.named, to) if to else tuple}

    def default(self, field: Field, ask: Ask, at: Path) -> str | None:
        """Return what Enter takes."""
        if ask.default and ask.default.startswith("="):
            held = self.asking.draft.get((*at, ask.default[1:]))
            return None if held is None else str(held)
        if unwrap(field.hint)[0] is Source and not ask.optional and not ask.sentence:
            return self.asking.section
        return ask.default

    def take(self, field: Field) -> Take:
        """Return what reads an answer of a field's type."""
        read = self.reader(field.hint)
        return lambda typed: {field.key: read(typed)}

    def reader(self, hint: Any) -> Callable[[str], Any]:  # noqa: ANN401 - a type hint may be anything
        """Return what turns a line into a value of a type. It raises Refused."""
        bare, marks = unwrap(hint)
        if get_origin(bare) is tuple:
            one = self.reader(get_args(bare)[0])
            return lambda typed: [one(part) for part in split(typed)]
        if isinstance(bare, type) and issubclass(bare, Enum):
            return takes.choice([str(member.value) for member in bare])
        if bare is not str:
            return {Source: self.section, int: takes.whole_number, date: takes.day}[bare]
        mark = next(mark for mark in marks if isinstance(mark, Ref | Pattern))
        return partial(self.names.find, mark.to) if isinstance(mark, Ref) else takes.form(mark)

    def section(self, typed: str) -> str | dict[str, str]:
        """Return the place of a rule: a section, or with an @ a section of another document."""
        section, at, document = (part.strip() for part in typed.partition(" @ "))
        return {"section": section, "document": self.names.find("documents", document)} if at else section

    def settle(self, field: Field, at: Path) -> None:
        """Ask about whatever an answer named for the first time."""
        named = self.asking.draft.get((*at, field.key))
        _, marks = unwrap(field.hint)
        if get_origin(unwrap(field.hint)[0]) is tuple:
            _, marks = unwrap(get_args(unwrap(field.hint)[0])[0])
        to = next((mark.to for mark in marks if isinstance(mark, Ref)), None)
        for identity in named if isinstance(named, list) else [named]:
            self.describe(to, identity)

    def describe(self, collection: str | None, identity: object) -> None:
        """Ask about something that is new in these answers."""
        if collection not in NEW or not isinstance(identity, str):
            return
        index = self.names.new_at(collection, identity)
        if index is not None:
            above = ("policy", collection, index) if collection == "conditions" else (collection, index)
            self.item(_NEW[collection], above)

    def stages(self) -> list[tuple[int, dict[str, Any]]]:
        """Return the stages, as far as they are answered."""
        return list(items(self.asking.draft.get(("policy", "stages"))))
