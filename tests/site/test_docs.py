"""The hand-written pages read easily."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from navigator.check.readable import MOST_SENTENCES, MOST_WORDS, sentences
from tests.shipped import PROJECT

WRITTEN = [
    path
    for path in sorted((PROJECT / "docs").rglob("*.md"))
    if path.name != "reference.md" and path.parent.name != "decisions"
]


def paragraphs(path: Path) -> Iterator[str]:
    """Yield the paragraphs and list items of a page, without front matter, headings, tables and examples."""
    text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"^( {4,}|\|).*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"^(#.*|[-*] |\d+\. )", r"\n", text, flags=re.MULTILINE)
    for block in re.split(r"\n\s*\n", text):
        words = re.sub(r"\]\([^)]*\)|[*`\[\]]", "", block)
        if words.strip():
            yield " ".join(words.split())


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_sentences_and_paragraphs_are_short(path: Path) -> None:
    """Nobody has to read a long sentence twice."""
    for paragraph in paragraphs(path):
        found = sentences(paragraph)
        assert len(found) <= MOST_SENTENCES, paragraph
        assert [each for each in found if len(each.split()) > MOST_WORDS] == []
