"""The hand-written pages read easily, and what they show is so."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from navigator.check.readable import MOST_SENTENCES, MOST_WORDS, sentences
from navigator.core.codec import decode
from navigator.core.model import Stage, Unit
from navigator.load import strict_yaml
from tests.shipped import PROJECT

WRITTEN = [
    path
    for path in sorted((PROJECT / "docs").rglob("*.md"))
    if path.name not in ("reference.md", "questions.md") and path.parent.name != "decisions"
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


def test_the_readme_shows_a_stage_as_authors_write_it() -> None:
    """The twelve lines at the top of the README are a stage as it can be written, with the date shown."""
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"Twelve lines of a policy:\n\n((?: {4}.*\n)+)", readme)
    assert shown is not None
    lines = [line[4:] for line in shown[1].splitlines()]
    assert len(lines) == 12
    tree, problems = strict_yaml.read("README.md", "\n".join(lines).encode())
    assert problems == []
    assert isinstance(tree, list)
    stage = decode(Stage, tree[0])
    assert [(limit.amount, limit.unit) for limit in stage.timescales] == [(3, Unit.WORKING_DAYS)]
    # Friday 20 November 2026, and three working days on.
    assert np.busday_offset(np.datetime64("2026-11-20"), 3).item() == date(2026, 11, 25)
    assert "raised it on Friday 20 November 2026" in readme
    assert "by Wednesday 25 November 2026" in readme
