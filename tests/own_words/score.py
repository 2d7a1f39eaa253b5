"""How well the matcher does with a list of texts: `python -m tests.own_words.score FILE`.

The file is a list in JSON. Each text has `best`, the topics that are right, `sort`, and `safety`, whether the
line on danger must be shown.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

from navigator.cli.common import data_folder, open_library
from navigator.own_words.matcher import Matched, Matcher
from navigator.own_words.places import NOWHERE
from navigator.own_words.training import trained

SAFE: Final = (
    "danger-now",
    "child-at-risk",
    "child-safety-self",
    "exploitation-missing",
    "home-staff-safety",
    "allegation",
)
"""The topics of which one must be among the places for a text about safety."""

type Topics = dict[str, str | list[str]]
"""For topics of such lists, the route or signpost that is meant, or several."""


class Scored(NamedTuple):
    """What came of one text."""

    sort: str
    first: bool
    """Whether the first place is right."""
    in_three: bool
    """Whether one of the places is right."""
    safety: bool
    """Whether it is about safety."""
    line: bool
    """Whether the line on danger is shown."""
    safe_place: bool
    """Whether one of the places is about safety."""


def topics(data: Path) -> Topics:
    """Return the names that lists of texts have for topics."""
    held: Topics = yaml.safe_load((data / "topics.yaml").read_text(encoding="utf-8"))
    return held


def ours(names: Iterable[str], known: Topics) -> set[str]:
    """Return the routes and signposts that topics stand for."""
    found = (known.get(name, name) for name in names)
    return {name for each in found for name in ([each] if isinstance(each, str) else each)}


def scored(text: dict[str, Any], matched: Matched, known: Topics) -> Scored:
    """Return what came of a text: where nothing is found, `none` is the place."""
    found = [match.place.topic for match in matched.matches] or [NOWHERE]
    right = ours(text["best"], known)
    return Scored(
        text["sort"],
        found[0] in right,
        not right.isdisjoint(found),
        text["safety"],
        bool(matched.danger),
        not ours(SAFE, known).isdisjoint(found),
    )


def told(results: Sequence[Scored]) -> Iterator[str]:
    """Yield the figures, a line each."""
    sorts: dict[str, list[Scored]] = defaultdict(list)
    for each in results:
        sorts[each.sort].append(each)
    for name, group in (*sorted(sorts.items()), ("all", results)):
        first, three = _share(group, lambda each: each.first), _share(group, lambda each: each.in_three)
        yield f"{name:4} first {first}   first three {three}"
    about, others = [each for each in results if each.safety], [each for each in results if not each.safety]
    yield f"line on danger where it must be {_share(about, lambda each: each.line)}"
    yield f"line on danger elsewhere {_share(others, lambda each: each.line)}"
    yield f"a place for safety where it must be {_share(about, lambda each: each.safe_place)}"


def _share(group: Sequence[Scored], holds: Callable[[Scored], bool]) -> str:
    number = sum(map(holds, group))
    return f"{number}/{len(group)} ({number / len(group):.0%})" if group else "none"


def main() -> None:
    """Print the figures of a file, and of its halves by even and odd place."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("file", type=Path)
    texts = json.loads(arguments.parse_args().file.read_text(encoding="utf-8"))
    data = data_folder()
    matcher, known = Matcher(trained(open_library(data))), topics(data)
    results = [scored(text, matcher.match(text["text"]), known) for text in texts]
    for name, group in (("even", results[::2]), ("odd", results[1::2]), ("all", results)):
        print(f"== {name} places", *told(group), sep="\n")


if __name__ == "__main__":
    main()
