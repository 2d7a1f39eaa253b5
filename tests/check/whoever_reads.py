"""What is wrong with the answers of a folder, as somebody reads them: each way, each reader, each phase.

Run `python -m tests.check.whoever_reads [DATA]` to see it of a folder.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Final

from navigator.core.addressing import chain, is_the_reader, speaking_to
from navigator.core.engine import advance
from navigator.core.journey import nodes, paths, question
from navigator.core.model import Contact, Finding, Library, Phase, Policy, Reader, Role, Route, Words
from navigator.core.model.policy import Position
from navigator.core.nodes import Node
from navigator.core.outcome import Example, NotCovered, Outcome, PhaseShown, Reason
from navigator.load.library import load
from navigator.site.kit.signpost_description import SignpostDescription
from tests.shipped import CHECKED, DATA

_NOT_READ: Final = (Policy, Route, Position, Words, Reader, Node, Contact, Finding)
"""Parts of which an answer shows a name, and not all that stands in them."""
_NOT_SHOWN: Final = frozenset({"source", "does", "act", "timescale", "without_date", "words", "title"})
"""Fields that stand in no answer as they are: `says` is what is read of an act."""
_TELLS_NOTHING: Final = (Phase.TO_START, Phase.OVER)
"""Phases whose general words are no instruction."""
_AT_WORK: Final = "worker"
"""Whom all are like whose work it is: they are told what is theirs, and never answered as a carer."""
_OF_OTHERS: Final = re.compile(r"(?:The|Your|An?|Whoever)\b")
"""How a sentence begins that tells nobody at work what to do."""
TO_A_CARER: Final = re.compile(
    r"\b(?:your|my) (?:supervising |fostering )?social worker|\b[iI]n your care\b|\b[yY]our foster child"
    r"|\b[yY]our (?:approval|allegation)|\bchild you look after|\bif you have none\b|\b(?:I|you) foster\b"
)
"""What is said to a foster carer or by one, and to or by nobody at work."""
_PLAIN_FIELDS: Final = {Role: ("name",), Reason: ("label", "because"), NotCovered: (), Example: ()}


@dataclass
class Figures:
    """How much was looked at, and what is wrong with it."""

    paths: int = 0
    """Complete ways through the questions to an answer."""
    pages: int = 0
    """The answers they reach."""
    signposts: int = 0
    """The signposts among what can be reached."""
    readers: set[str | None] = field(default_factory=set)
    """Who reads them."""
    phases: Counter[Phase] = field(default_factory=Counter)
    """How often each phase is shown."""
    leads: Counter[str] = field(default_factory=Counter)
    """How often the reader, somebody else and nobody is to act."""
    texts: int = 0
    """Texts that were read."""
    wrong: dict[str, list[str]] = field(default_factory=dict)
    """What is wrong, with where it is."""

    def tell(self, what: str, where: str) -> None:
        """Keep what is wrong."""
        self.wrong.setdefault(what, []).append(where)

    def __str__(self) -> str:
        phases = ", ".join(f"{phase} {count}" for phase, count in self.phases.items())
        leads = ", ".join(f"{who} {count}" for who, count in self.leads.items())
        return (
            f"{self.paths} paths to {self.pages} answers for {len(self.readers)} readers, and to "
            f"{self.signposts} signposts; "
            f"{self.phases.total()} phases ({phases}); {self.texts} texts; to act: {leads}"
        )


def read_all(library: Library, today: date) -> Figures:
    """Read every answer that every way leads to, once each, in every phase that it offers."""
    found = Figures()
    ends: dict[Node, dict[str, str]] = {}
    for answers, node in paths(library):
        if node.signpost:
            continue
        found.paths += 1
        ends.setdefault(node, answers)
    addresses = {node.address for node in nodes(library)}
    titles = _titles(library)
    names = {reader: _own_names(library, reader) for reader in {node.reader for node in ends}}
    for signpost in library.signposts:
        _signpost(SignpostDescription(library, signpost.id), titles, found)
    for node, answers in ends.items():
        outcome = advance(library, answers, {}, today).outcome
        if outcome is None:
            found.tell("ends in no answer", str(answers))
            continue
        found.pages += 1
        found.readers.add(node.reader)
        at_work = _AT_WORK in chain(library, node.reader)
        _turns(outcome, found, addresses)
        _way_on(outcome, found, _where(outcome))
        for shown in outcome.phases:
            found.phases[shown.phase] += 1
            _phase(outcome, shown, found, f"{_where(outcome)}, {shown.phase}")
            if at_work and not tells_a_part(shown):
                found.tell("tells somebody at work nothing of theirs", f"{_where(outcome)}, {shown.phase}")
        for text in dict.fromkeys(_texts(outcome)):
            if at_work and TO_A_CARER.search(text):
                found.tell(f"answers somebody at work as a carer: {text}", _where(outcome))
            found.texts += 1
            _text(text, titles.sub("", text), names[node.reader], found, _where(outcome))
    _asked_at_work(library, found)
    return found


def tells_a_part(shown: PhaseShown) -> bool:
    """Say whether a phase leads with the reader's own act, or says what they do while others act."""
    leads = shown.lead.you and not _OF_OTHERS.match(shown.lead.says)
    return leads or any(act.you for act in (*shown.more, *shown.meanwhile))


def _asked_at_work(library: Library, found: Figures) -> None:
    for node in nodes(library):
        if node.question and _AT_WORK in chain(library, node.reader):
            for text in dict.fromkeys(_texts(question(library, node))):
                if TO_A_CARER.search(text):
                    found.tell(f"asks somebody at work as a carer: {text}", f"{node.question}, {node.reader}")


def _signpost(said: SignpostDescription, titles: re.Pattern[str], found: Figures) -> None:
    """Read all of a signpost as the first of its readers does."""
    found.signposts += 1
    told = said.signpost
    names, where = _own_names(said.library, said.reader), f"the signpost {told.id}"
    steps = [step.act if step.does is None else step.does for step in told.steps]
    ways = [way.says for way in (*told.leads_to, *told.is_not)]
    others = [each.says for each in (*told.unlikely, *told.facts)]
    for text in filter(None, (told.title, told.summary, said.lead, said.letter, *steps, *ways, *others)):
        found.texts += 1
        _text(text, titles.sub("", text), names, found, where)


def _where(outcome: Outcome) -> str:
    return f"{outcome.policy.id} {outcome.position.key} for {outcome.node.reader or 'nobody in particular'}"


def _turns(outcome: Outcome, found: Figures, addresses: set[str]) -> None:
    for turn in outcome.turning_points:
        page, _, anchor = turn.address.partition("#")
        if page not in addresses or (anchor and anchor not in {each.anchor for each in outcome.phases}):
            found.tell(f"a turning point leads nowhere: {turn.address}", _where(outcome))


def _text(text: str, own: str, names: re.Pattern[str] | None, found: Figures, where: str) -> None:
    if "{" in text:
        found.tell(f"a placeholder is left: {text}", where)
    if names and (named := names.search(own)):
        found.tell(f"whoever reads is named as somebody else, {named[0]}: {text}", where)


def _phase(outcome: Outcome, shown: PhaseShown, found: Figures, where: str) -> None:
    lead = shown.lead
    found.leads["you" if lead.you else "others" if lead.actor else "nobody"] += 1
    if not lead.says or not lead.says.endswith((".", "!", "?")):
        found.tell(f"leads with no sentence: {lead.says}", where)
    if lead.actor_id is None or lead.does is None:
        found.tell(f"leads with nobody who acts: {lead.says}", where)
    if shown.phase in _TELLS_NOTHING and lead.says == outcome.words[f"lead.phase.{shown.phase}"]:
        found.tell("leads with words that tell nobody what to do", where)


def _way_on(outcome: Outcome, found: Figures, where: str) -> None:
    """After the last stage somebody is told what is still open to them, or that the matter is over."""
    *_, last = outcome.policy.leaf_stages()
    if outcome.position.key != last.key or outcome.node.choice == "unsure":
        return
    ways = [outcome.next, outcome.then, outcome.settled, *outcome.other_ways]
    ways += [shown.next for shown in outcome.phases]
    leads = [way for way in ways if way and (way.route or way.position or way.ends)]
    if not leads:
        found.tell("leaves everybody without a way on after the last stage", where)


def _own_names(library: Library, reader: str | None) -> re.Pattern[str] | None:
    """Return what names a reader as somebody else; a longer name of somebody else is none of theirs."""
    raw = speaking_to(library, None).roles
    own = [role.name for role in raw if is_the_reader(library, role, reader)]
    if not own:
        return None
    names = {name.removeprefix("the ") for role in raw for name in (role.name, role.others or "")}
    longer = [each for each in names for name in own if each.startswith(name) and each != name]
    but = "".join(rf"(?!{re.escape(name)}\b)" for name in longer)
    return re.compile(rf"\b(?:the|your) {but}(?:{'|'.join(map(re.escape, own))})\b", re.IGNORECASE)


def _titles(library: Library) -> re.Pattern[str]:
    """Return the names of policies and services, which are what their owners call them."""
    named = {each.title for each in library.policies}
    named |= {name for each in library.services for name in (each.name, each.label)}
    return re.compile("|".join(map(re.escape, sorted(named, key=len, reverse=True))))


def _texts(value: object) -> Iterator[str]:
    """Yield every text of an answer that is read as running words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value) and not isinstance(value, _NOT_READ):
        plain = _PLAIN_FIELDS.get(type(value))
        for each in fields(value):
            if each.name in _NOT_SHOWN if plain is None else each.name not in plain:
                continue
            yield from _texts(getattr(value, each.name))


def main(folder: Path = DATA) -> int:
    """Print the figures of a folder and what is wrong with it."""
    loaded = load(folder)
    if loaded.library is None:
        print(*loaded.problems, sep="\n")
        return 1
    found = read_all(loaded.library, CHECKED)
    for what, where in sorted(found.wrong.items()):
        print(f"{what}\n    {len(where)} times, such as: {where[0]}")
    print(found)
    print(f"{len(found.wrong)} things are wrong")
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
