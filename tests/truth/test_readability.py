"""Sentences of at most 20 words and paragraphs of at most 3 sentences, in everything a reader sees."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import get_type_hints

import pytest

from navigator.check.readable import sentences
from navigator.core.engine import advance
from navigator.core.journey import nodes
from navigator.core.model import Library, Source
from navigator.core.model.kinds import Text
from navigator.load.words import english
from navigator.render.session import page
from tests.render.page import Element, take_apart

IGNORED_IN_SEARCH = "theme.search.ignored"
"""A list of words, and no sentence."""
LONGEST_SENTENCE = 20
LONGEST_PARAGRAPH = 3
TODAY = date(2026, 11, 21)


def too_long(where: str, text: str) -> Iterator[str]:
    """Yield what is too long in a text; a new line begins a new paragraph."""
    for line in text.splitlines():
        yield from too_long_paragraph(where, line)


def too_long_paragraph(where: str, text: str) -> Iterator[str]:
    """Yield what is too long in a paragraph."""
    parts = sentences(text)
    if len(parts) > LONGEST_PARAGRAPH:
        yield f"{where}: {len(parts)} sentences: {text}"
    for part in parts:
        words = len(part.split())
        if words > LONGEST_SENTENCE:
            yield f"{where}: {words} words: {part}"


def texts(value: object, where: str) -> Iterator[tuple[str, str]]:
    """Yield every text that readers see, with its place; ids and citations are none."""
    if isinstance(value, tuple):
        for item in value:
            yield from texts(item, where)
    elif is_dataclass(value) and not isinstance(value, Source):
        named = f"{where} {getattr(value, 'id', '')}".strip()
        hints = get_type_hints(type(value), include_extras=True)
        for field in fields(value):
            held = getattr(value, field.name)
            if isinstance(held, str):
                if hints[field.name] in (Text, Text | None):
                    yield f"{named}.{field.name}", held
            else:
                yield from texts(held, named)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("word " * 20, 0),
        ("word " * 21, 1),
        ("One. Two. Three.", 0),
        ("One. Two. Three. Four.", 1),
        ("One. Two.\nThree. Four.", 0),
        ("Is it? Yes! Well. (No.)", 1),
        ("It costs 1.5 a day, e.g. Monday. Really.", 0),
        (f"{'word ' * 19}end. {'word ' * 20}end.", 1),
    ],
)
def test_the_measure(text: str, faults: int) -> None:
    """The measure finds a sentence of 21 words and a paragraph of 4 sentences, and nothing shorter."""
    assert len(list(too_long("here", text))) == faults


@pytest.mark.parametrize(
    "part",
    [
        "triage",
        "routes",
        "services",
        "policies",
        "roles",
        "events",
        "contacts",
        "documents",
        "glossary",
        "scenarios",
        "packs",
    ],
)
def test_authored_texts_are_short(library: Library, part: str) -> None:
    """Every authored text keeps to short sentences and short paragraphs."""
    found = list(texts(getattr(library, part), part))
    assert found
    faults = [fault for where, text in found for fault in too_long(where, text)]
    assert not faults, "\n".join(faults)


def test_the_catalogue_is_short() -> None:
    """What the site itself says keeps to short sentences and short paragraphs; a placeholder is one word."""
    texts = {
        key: re.sub(r"\{[^}]*\}", "it", text) for key, text in english().items() if key != IGNORED_IN_SEARCH
    }
    faults = [fault for key, text in texts.items() for fault in too_long(key, text)]
    assert not faults, "\n".join(faults)


def test_steps_are_short_with_the_role_before_them(library: Library) -> None:
    """A step is read with the role that acts, and is a short sentence with it."""
    faults: list[str] = []
    for policy in library.policies:
        for position in policy.leaf_stages():
            for step in position.innermost.steps:
                role = library.role[step.who]
                text = f"{'' if role.bare else 'The '}{role.name} {step.does}"
                faults += too_long(f"{policy.id} {position.key}", text)
    assert not faults, "\n".join(faults)


def paragraphs(root: Element) -> Iterator[str]:
    """Yield the running text of a page: no headings, links, labels, tables or citations."""
    for element in root.all("p", "li", "dd", "summary", "legend"):
        if "nav-source" not in (element.attributes.get("class") or ""):
            yield running(element)


def running(element: Element) -> str:
    """Return the text of a paragraph without its bold labels, links and other blocks."""
    parts = []
    for child in element.children:
        if isinstance(child, str):
            parts.append(child)
        elif child.name in ("time", "em", "abbr"):
            parts.append(child.text)
        elif child.name == "span" and not is_beside(child):
            parts.append(f" {running(child)} ")
    return " ".join("".join(parts).split()).lstrip(" .")


BESIDE = ("nav-cited", "nav-asked")


def is_beside(span: Element) -> bool:
    """Say whether words stand beside the sentence: what explains a word, a place, the question answered."""
    return span.attributes.get("role") == "tooltip" or span.attributes.get("class") in BESIDE


@pytest.mark.parametrize("late", [False, True], ids=["without dates", "long after the stage began"])
def test_rendered_texts_are_short(library: Library, late: bool) -> None:
    """Every paragraph of every page is short, also where the stage's time is over."""
    faults = set()
    for node in nodes(library):
        step = advance(library, {}, {}, TODAY, origin=node)
        if late and step.outcome:
            dates = {item.event: date(2025, 1, 10) for item in step.outcome.asks[:1]}
            step = advance(library, {}, dates, TODAY, origin=node)
        root, _ = take_apart(page(library, step))
        for sources in root.all("section"):
            if sources.attributes.get("aria-labelledby") == "sources":
                sources.children.clear()
        for text in paragraphs(root):
            faults |= set(too_long("page", text))
    assert not faults, "\n".join(sorted(faults))
