"""What a policy or another item of the library says, fact by fact: in words, and as data to compare.

A fact is what is said of one thing at one place, such as a time limit of a stage.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, Final, get_args, get_origin

from navigator.core.citations import cite
from navigator.core.codec import encode
from navigator.core.model import Action, Library, Next, Policy, Service, Source, Stage, Timescale, Words
from navigator.core.model.kinds import Ref
from navigator.core.phrases import case_in_words, place_in_words, rule_and_firmness
from navigator.core.role_names import role_names, sentence, to_do
from navigator.core.shape import Field, shape_of, unwrap
from navigator.core.time.rule_wording import does_in_words, rule_in_words
from navigator.site.kit.timescale_description import assumed, for_whom, may_change

_UNTOLD: Final = ("id", "source", "checked_on")
"""What says nothing to a meeting within another thing."""
_NAMES: Final = ("name", "title", "term", "heading")


@dataclass(frozen=True)
class Fact:
    """What is said of one thing."""

    texts: tuple[str, ...]
    """Its sentences."""
    source: str | None
    """The section that it stands in."""
    data: Any
    """All that it holds, as plain data."""


type Facts = dict[tuple[str, str, str], Fact]
"""Facts by their place, their key and their id; a place is that of a stage, or empty for the whole."""


def facts_of(library: Library, item: Any) -> Facts:  # noqa: ANN401 - any item of a list
    """Return the facts of a policy, or of another item of the library."""
    found: Facts = {}
    policy = item if isinstance(item, Policy) else None
    apart = {"id", "stages"} if policy else {"id", "policies"} if isinstance(item, Service) else {"id"}
    teller = _Teller(library, policy)
    for field, held in shape_of(type(item)).told(item):
        if field.key not in apart:
            found |= teller.facts("", field, held, None)
    for stage in policy.stages if policy else ():
        if stage.levels:
            found |= _of_stage(teller, stage.id, stage)
        for level in stage.levels:
            found |= _of_stage(teller, f"{stage.id}/{level.id}", level)
        if not stage.levels:
            found |= _of_stage(teller, stage.id, stage)
    return found


def _of_stage(teller: "_Teller", place: str, stage: Stage) -> Facts:
    found: Facts = {}
    for field, held in shape_of(Stage).told(stage):
        if field.key not in ("levels", "id"):
            found |= teller.facts(place, field, held, stage.source)
    return found


@dataclass(frozen=True)
class _Teller:
    """Tells values of one item in words."""

    library: Library
    policy: Policy | None

    def facts(self, place: str, field: Field, held: Any, above: Source | None) -> Facts:  # noqa: ANN401
        """Return the fact of a field, or of each of its items where those have ids."""
        if isinstance(held, tuple) and held and all(hasattr(each, "id") for each in held):
            return {(place, field.key, each.id): self.fact(field, each, above) for each in held}
        return {(place, field.key, ""): self.fact(field, held, above)}

    def fact(self, field: Field, held: Any, above: Source | None) -> Fact:  # noqa: ANN401
        """Return a value with its words, and with its section in a policy."""
        source, place = getattr(held, "source", None) or above, None
        if self.policy and isinstance(source, Source):
            place = section_in_words(self.library, self.policy, source)
        return Fact(tuple(filter(None, self.texts(field.hint, held))), place, encode(held))

    def texts(self, hint: Any, held: Any) -> Iterator[str]:  # noqa: ANN401
        """Yield what a value says, in sentences."""
        if isinstance(held, tuple) and held and is_dataclass(held[0]):
            for each in held:
                yield from self.texts(hint, each)
        elif self.policy and isinstance(held, Timescale):
            yield time_in_words(self.library, self.policy, held)
        elif self.policy and isinstance(held, Action):
            yield step_in_words(self.library, self.policy, held)
        elif self.policy and isinstance(held, Next):
            case = case_in_words(self.library.words, self.policy, held)
            yield " ".join(filter(None, (case, held.says)))
        else:
            yield in_words(self.library, hint, held)


def section_in_words(library: Library, policy: Policy, source: Source) -> str:
    """Name the section that something stands in, and the document where it is not the policy's own."""
    cited = cite(library, source, policy.document)
    own = cited.document.id == policy.document
    return cited.section if own else place_in_words(library.words, cited)


def time_in_words(library: Library, policy: Policy, timescale: Timescale) -> str:
    """Say a time limit in full: what should have happened, by when, how firmly, and what may change it."""
    words = library.words
    said = (
        does_in_words(library, policy, timescale),
        case_in_words(words, policy, timescale),
        rule_and_firmness(words, rule_in_words(library, timescale), timescale.firmness),
        *for_whom(library, policy, timescale),
        *may_change(library, policy, timescale),
        *assumed(timescale),
    )
    return " ".join(filter(None, said))


def step_in_words(library: Library, policy: Policy, step: Action) -> str:
    """Say who does what, to whom, with copies to whom, and what is written down."""
    words = library.words
    said = [
        case_in_words(words, policy, step),
        to_do(words, library.role[step.who], step.does),
        *_addressed(library, step),
        words("workbench.taken.step.record", record=step.record) if step.record else None,
    ]
    return " ".join(filter(None, said))


def _addressed(library: Library, step: Action) -> Iterator[str]:
    for name, roles in (("to", step.to), ("cc", step.cc)):
        if roles:
            named = role_names(library.words, (library.role[each] for each in roles))
            yield library.words(f"workbench.taken.step.{name}", roles=named)


def in_words(library: Library, hint: Any, held: Any) -> str:  # noqa: ANN401 - any value of the model
    """Say a value of the model by what it holds, with names in place of ids."""
    bare, marks = unwrap(hint)
    if isinstance(held, tuple):
        inner = get_args(bare)[0] if get_origin(bare) is tuple else bare
        return "; ".join(in_words(library, inner, each) for each in held)
    if is_dataclass(held) and not isinstance(held, Source):
        told = (pair for pair in shape_of(type(held)).told(held) if pair[0].key not in _UNTOLD)
        return " ".join(in_words(library, field.hint, value) for field, value in told)
    write = next((write for kind, write in _SAID.items() if isinstance(held, kind)), None)
    if write:
        return write(library.words, held)
    to = next((mark.to for mark in marks if isinstance(mark, Ref)), None)
    return _named(library, to, str(held)) if to else str(held)


_SAID: Final[dict[type, Callable[[Words, Any], str]]] = {
    bool: lambda words, held: words[f"workbench.taken.{'yes' if held else 'no'}"],
    date: lambda words, held: words.short_date(held),
    Source: lambda _, held: held.section,
    Enum: lambda _, held: sentence(str(held.value).replace("_", " ")),
}
"""How a value of a kind is said."""


def _named(library: Library, to: str, identity: str) -> str:
    """Return the name of what an id stands for, or the id where there is no such list."""
    there: Iterable[Any] = getattr(library, to, ())
    found = next((each for each in there if getattr(each, "id", None) == identity), None)
    return name_of(found) if found else identity


def name_of(item: Any) -> str:  # noqa: ANN401 - any item of a list
    """Return what an item is called."""
    return next((str(getattr(item, name)) for name in _NAMES if hasattr(item, name)), str(item.id))
