"""Where answers come from: a person at a terminal, or a file. Both are asked the same questions."""

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from navigator.core.errors import NavigatorError
from navigator.core.faults import nearest, suggestion

type Check = Callable[[str], str | None]
"""Returns what is wrong with an answer, as a sentence; None where it can be taken."""


class Stopped(NavigatorError):
    """No more answers come, or one of a file cannot be taken. The message is what the person reads."""


class Asker(Protocol):
    """Gives answers, each by its key, such as `stages.0.title`."""

    def text(self, key: str, ask: str, check: Check, default: str | None = None) -> str:
        """Return an answer that passes its check. Raises Stopped."""

    def optional(self, key: str, ask: str, check: Check) -> str | None:
        """Return an answer, or None where it is left out. Raises Stopped."""

    def more(self, key: str, ask: str) -> bool:
        """Say whether there is one more of something; the key is that of the next one. Raises Stopped."""


class FromFile:
    """Answers from plain data, as a file of answers holds it."""

    def __init__(self, tree: object) -> None:
        """Take the data of the file."""
        self._tree = tree
        self._asked: set[str] = set()

    def refuse_the_rest(self) -> None:
        """Raise Stopped where the file has something that nothing asked for, which would go unheard."""
        rest = list(self._unheard(self._tree, ""))
        if rest:
            lines = [f"{key} is not asked for. {self._instead(key)}" for key in rest]
            raise Stopped("\n".join([*lines, "Nothing was written."]))

    def _unheard(self, node: object, at: str) -> Iterator[str]:
        """Yield the key of each part of the file that nothing asked for, the whole before its parts."""
        if at and not any(key == at or key.startswith(f"{at}.") for key in self._asked):
            yield at
        elif isinstance(node, Mapping | list):
            parts = node.items() if isinstance(node, Mapping) else enumerate(node)
            for key, part in parts:
                yield from self._unheard(part, f"{at}.{key}".removeprefix("."))

    def _instead(self, key: str) -> str:
        """Return what to do with a part that nothing asked for."""
        above, _, last = key.rpartition(".")
        beside = [asked.rpartition(".")[2] for asked in self._asked if asked.rpartition(".")[0] == above]
        near = nearest(last, beside)
        return suggestion(last, near) if near else "Take it out."

    def text(self, key: str, ask: str, check: Check, default: str | None = None) -> str:
        """Return the value under a key, or the default. Raises Stopped."""
        found = self.optional(key, ask, check)
        if found is not None:
            return found
        if default is None:
            raise Stopped(f"{key} is missing. The question is: {ask}{self._nearly(key)}")
        return default

    def optional(self, key: str, ask: str, check: Check) -> str | None:  # noqa: ARG002 - the same for both
        """Return the value under a key; None where there is none. Raises Stopped."""
        found = self._at(key)
        if found is None:
            return None
        if isinstance(found, Mapping | list):
            raise Stopped(f"{key} is no single answer. Write some words.")
        answer = str(found).lower() if isinstance(found, bool) else str(found)
        wrong = check(answer)
        if wrong:
            raise Stopped(f"{key}: {wrong}")
        return answer

    def more(self, key: str, ask: str) -> bool:  # noqa: ARG002 - the same for both
        """Say whether the file has an item at a key."""
        return self._at(key) is not None

    def _nearly(self, key: str) -> str:
        """Return a sentence about a part that is there and may be meant, where one is."""
        above, _, last = key.rpartition(".")
        around = self._at(above) if above else self._tree
        near = nearest(last, map(str, around)) if isinstance(around, Mapping) else None
        return f" Is it {near}, which is there?" if near else ""

    def _at(self, key: str) -> object:
        self._asked.add(key)
        node = self._tree
        for part in key.split("."):
            if isinstance(node, list):
                node = {str(number): item for number, item in enumerate(node)}
            node = node.get(part) if isinstance(node, Mapping) else None
        return node


class FromTerminal:
    """Answers typed by a person, who is asked again until an answer can be taken."""

    def __init__(self, read: Callable[[str], str] = input, say: Callable[[str], None] = print) -> None:
        """Take the functions that read a line and that say one."""
        self._read = read
        self._say = say

    def text(self, key: str, ask: str, check: Check, default: str | None = None) -> str:  # noqa: ARG002
        """Ask until there is an answer. Enter alone takes the default, where there is one."""
        shown = f"{ask} [{default}] " if default else f"{ask} "
        return self._taken(shown, lambda typed: check(typed) if typed else "Please write something.", default)

    def optional(self, key: str, ask: str, check: Check) -> str | None:  # noqa: ARG002
        """Ask until there is an answer, or Enter alone."""
        shown = f"{ask} (Enter to leave it out) "
        return self._taken(shown, lambda typed: check(typed) if typed else None) or None

    def more(self, key: str, ask: str) -> bool:  # noqa: ARG002
        """Ask for yes or no."""
        known = ("y", "yes", "n", "no")
        wrong = "Please write y or n."
        typed = self._taken(f"{ask} (y/n) ", lambda typed: None if typed.lower() in known else wrong)
        return typed.lower() in known[:2]

    def _taken(self, shown: str, check: Check, default: str | None = None) -> str:
        """Ask until a line passes its check."""
        try:
            while wrong := check(typed := self._read(shown).strip() or default or ""):
                self._say(f"  {wrong}")
        except EOFError:
            raise Stopped("No more answers came, so nothing was written.") from None
        return typed
