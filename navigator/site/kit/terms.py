"""Words of the glossary explained where they are first used on a page."""

import re
from collections.abc import Iterable, Iterator

from navigator.core.model import Role, Term
from navigator.render.html import Html, el, join


def whole_words(words: Iterable[str]) -> re.Pattern[str]:
    """Return what matches one of some words as a whole.

    One in small letters may also begin a sentence; one with capitals is matched as it is.
    """
    forms = (f"[{w[0].upper()}{w[0]}]{re.escape(w[1:])}" if w[0].islower() else re.escape(w) for w in words)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])")


class Explainer:
    """Finds the words of the glossary in running text."""

    def __init__(self, glossary: Iterable[Term], without: frozenset[str] = frozenset()) -> None:
        """Prepare one expression for all words; longer ones win over those they contain."""
        terms = [term for term in glossary if term.id not in without]
        self._terms = {term.term: term for term in terms} | {term.term.lower(): term for term in terms}
        words = sorted({term.term for term in terms}, key=lambda word: (-len(word), word))
        self._pattern = whole_words(words) if words else None

    def found(self, text: str) -> Iterator[tuple[int, int, Term]]:
        """Yield where each word of the glossary begins and ends in a text, and its term."""
        if self._pattern is None:
            return
        for match in self._pattern.finditer(text):
            word = match.group()
            term = self._terms.get(word) or self._terms[word.lower()]
            yield match.start(), match.end(), term


class Explained:
    """The explanations of one page: each word is explained once, at its first use."""

    def __init__(self, explainer: Explainer, root: str, *, boxes: bool = True) -> None:
        """Begin a page on which nothing has been explained yet.

        Without `boxes` above its text, words only lead to their explanations.
        """
        self._explainer = explainer
        self._root = root
        self._boxes = boxes
        self._seen: set[str] = set()

    def text(self, text: str) -> Html:
        """Return a text as HTML, with its new words explained."""
        parts: list[str] = []
        end = 0
        for start, stop, term in self._explainer.found(text):
            name = f"term-{term.id}"
            if self._seen.isdisjoint((name, f"role-{term.role}")):
                tip = self._tip(text[start:stop], f"glossary/#{term.id}", name, term.explains)
                parts += (text[end:start], tip)
                end = stop
        return join((*parts, text[end:]))

    def role(self, role: Role, name: str | None = None) -> Html:
        """Name a role with a link to its page, and explain it where it stands first."""
        words, address = name or role.name, f"roles/#{role.id}"
        if f"role-{role.id}" in self._seen:
            return el("a", words, href=f"{self._root}{address}")
        return self._tip(words, address, f"role-{role.id}", role.explains)

    def first(self, role: Role, name: str) -> Html:
        """Explain a role where it stands first, and elsewhere only name it: for a drawing."""
        return join(name) if f"role-{role.id}" in self._seen else self.role(role, name)

    def _tip(self, words: str, address: str, identity: str, explains: str) -> Html:
        self._seen.add(identity)
        tip, href = f"tip-{identity}", f"{self._root}{address}"
        if not self._boxes:
            return el("a", words, href=href)
        link = el("a", words, href=href, class_="nav-term-link", aria_describedby=tip)
        said = el("span", explains, class_="nav-tip", role="tooltip", id=tip, data_search_exclude=True)
        return el("span", link, said, class_="nav-term js-term")
