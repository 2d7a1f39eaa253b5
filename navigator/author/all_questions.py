"""All questions about a new policy, and what comes of the answers: a file of them, and what it leaves out."""

from typing import Any, Final

from navigator.author.asking import Asking
from navigator.author.draft import Draft, items
from navigator.author.interview import Interview
from navigator.author.source_text import SourceText, not_carried
from navigator.author.special import SPECIAL, fits
from navigator.author.vocabulary import Vocabulary
from navigator.author.yaml_text import data_lines
from navigator.core.model import Library, Policy
from navigator.load.library import Loaded

_HEAD: Final = """\
# Answers for `navigator new policy`. They can be changed here: each key is explained in the reference for
# authors. Go on with: navigator new policy --resume {name}
"""
_WAYS: Final = ("if_unresolved", "if_settled", "then", "other_ways")


def answers_file(draft: Draft, name: str) -> str:
    """Return what a file of a name holds, from which the answers so far can be taken up again."""
    return _HEAD.format(name=name) + "\n".join([*data_lines(draft.data()), ""])


def source_of(draft: Draft) -> SourceText:
    """Return what the answers hold of the document's text: the sentences that were put before the author."""
    return SourceText("\n\n".join(line["says"] for _, line in items(draft.get(("lines",)))))


def ask_all(library: Library, loaded: Loaded, asking: Asking) -> None:
    """Ask everything that a new policy needs. Raises what the person raises who gives no more answers."""
    names = Vocabulary(library, loaded, asking.draft, asking.person)
    interview = Interview(asking, library, names, SPECIAL, fits)
    asking.walk(lambda: interview.item(Policy, ("policy",)))


def left_out(draft: Draft) -> list[tuple[str, str]]:
    """Return each sentence of the document that the answers do not carry, with the reason."""
    return not_carried(draft.tree, _empty(draft))


def left_out_name(kept: str) -> str:
    """Return the name of the file that lists what is not carried, beside a file of answers."""
    return f"{kept.partition('.')[0]}.not-carried.md"


def left_out_file(left: list[tuple[str, str]]) -> str:
    """Return what stands in that file."""
    rows = (f"- {says}\n  Reason: {why}." for says, why in left)
    return "\n".join(["# What was not carried", "", *rows, ""])


def _empty(draft: Draft) -> list[str]:
    """Return the places of lines at which nothing was written."""
    found = []
    for index, stage in items(draft.get(("policy", "stages"))):
        times = [each for _, each in items(stage.get("timescales")) if each.get("unit") != "none_stated"]
        parts: dict[str, Any] = {"who": stage.get("steps"), "time": times}
        ways = [stage[way] for way in _WAYS if way in stage]
        parts["next"] = [way for way in ways if isinstance(way, list) or not way.get("none_stated")]
        found += [f"stage-{index + 1}-{topic}" for topic, held in parts.items() if not held]
    return found
