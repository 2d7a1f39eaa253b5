"""The answers so far, as an answers file holds them, and which questions were answered without a value."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any, Final

from navigator.core.faults import show
from navigator.core.model.kinds import Path

ASKED: Final = "asked"
"""The key of an answers file under which the questions stand that were answered without a value."""


class Draft:
    """Answers by their paths, such as `policy.stages[0].title`."""

    def __init__(self, tree: Mapping[str, Any] | None = None) -> None:
        """Take the plain data of an answers file, or begin without any."""
        self.tree: dict[str, Any] = deepcopy(_plain(tree or {}))
        self._asked = dict.fromkeys(self.tree.pop(ASKED, []))

    def get(self, path: Path) -> Any:  # noqa: ANN401 - plain data has no narrower type
        """Return the value of a path; None where there is none."""
        node: Any = self.tree
        for part in path:
            if isinstance(node, dict):
                node = node.get(str(part))
            elif isinstance(node, list) and isinstance(part, int) and part < len(node):
                node = node[part]
            else:
                return None
        return node

    def put(self, path: Path, value: object) -> None:
        """Give a path a value. Whatever lies on the way is made; an item of a list may be the next one."""
        *above, last = path
        node: Any = self.tree
        for part, after in zip(above, path[1:], strict=True):
            made: Any = [] if isinstance(after, int) else {}
            if isinstance(node, dict):
                node = node.setdefault(str(part), made)
            else:
                if part == len(node):
                    node.append(made)
                node = node[part]
        if isinstance(node, list) and isinstance(last, int):
            node[last:] = [value]
        else:
            node[str(last)] = value

    def take(self, path: Path) -> None:
        """Take a value away, and whatever is then empty around it."""
        *above, last = path
        node = self.get(tuple(above))
        if isinstance(node, dict):
            node.pop(str(last), None)
        elif isinstance(node, list) and isinstance(last, int):
            del node[last:]
        if above and node in ({}, []):
            self.take(tuple(above))

    def mark(self, question: str, chosen: str = "") -> None:
        """Remember that a question is answered, or what was chosen in it."""
        self._asked[f"{question}+{chosen}" if chosen else question] = None

    def unmark(self, question: str) -> list[str]:
        """Forget that a question is answered, and return what was chosen in it."""
        self._asked.pop(question, None)
        chosen = [each for each in self._asked if each.startswith(f"{question}+")]
        for each in chosen:
            del self._asked[each]
        return [each.rpartition("+")[2] for each in chosen]

    def has_asked(self, question: str, chosen: str = "") -> bool:
        """Say whether a question is answered, or whether something was chosen in it."""
        return (f"{question}+{chosen}" if chosen else question) in self._asked

    def data(self) -> dict[str, Any]:
        """Return what an answers file holds from which this can be taken up again."""
        asked = {ASKED: list(self._asked)} if self._asked else {}
        return {**self.tree, **asked}


def name(path: Path, about: str = "") -> str:
    """Return what a question is called: its path, and for several of one path what it is about."""
    return f"{show(path)}#{about}" if about else show(path)


def _plain(data: Any) -> Any:  # noqa: ANN401
    """Return data as plain dicts and lists, which can be changed."""
    if isinstance(data, Mapping):
        return {key: _plain(value) for key, value in data.items()}
    return [_plain(item) for item in data] if isinstance(data, list) else data


def items(data: object) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the items of a list that have keys, each with its number."""
    for index, item in enumerate(data if isinstance(data, list) else ()):
        if isinstance(item, dict):
            yield index, item


def slug(text: str, taken: Iterable[str] = (), *, joint: str = "-", words: int = 8, letters: int = 60) -> str:
    """Return a short name made from a text that nothing has yet, of so many words and letters at most."""
    plain = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in _bare(text))
    kept = plain.split()[:words]
    while len(joint.join(kept)) > letters and len(kept) > 1:
        kept.pop()
    made = joint.join(kept) or "new"
    known, number = set(taken), 2
    unique = made
    while unique in known:
        unique, number = f"{made}{joint}{number}", number + 1
    return unique


def _bare(text: str) -> str:
    """Return a text without capitals and apostrophes, which leave no gap in a short name."""
    return text.lower().replace("'", "").replace("\u2019", "")
