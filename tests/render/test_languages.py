"""A question and an outcome in another language, and what is said where a text is not translated."""

from collections.abc import Iterator

import pytest

from navigator.core.engine import Progress, advance
from navigator.core.journey import nodes
from navigator.core.model import Library
from navigator.load.library import load
from navigator.render.session import page, title
from navigator.render.text_writer import outcome_text
from tests.mini import TODAY, Mini

NOTE = "Nid yw popeth ar y dudalen hon wedi'i gyfieithu eto."
WELSH = f"""\
language: {{name: Cymraeg, numbers: {{one: 1}}}}
calendar:
  months: [Ionawr, Chwefror, Mawrth, Ebrill, Mai, Mehefin, Gorffennaf, Awst, Medi, Hydref, Tachwedd, Rhagfyr]
question: {{title: Cwestiwn, start_again: Dechrau eto}}
role: {{begins: "Y {{role}}"}}
heading: {{steps: Pwy sy'n gwneud beth}}
answer: {{untranslated: {NOTE}}}
"""


@pytest.fixture
def welsh(mini: Mini) -> Library:
    """Return the small folder in Welsh, with one policy's title in both languages."""
    mini.write("words/cy.yaml", WELSH)
    (line,) = (
        line
        for line in mini.read("national/policies/national.yaml").splitlines()
        if line.startswith("title:")
    )
    mini.edit("national/policies/national.yaml", line, "title: {en-GB: National complaints, cy: Cwynion}")
    opened = load(mini.folder, "cy").library
    assert opened
    return opened


def every_step(library: Library) -> Iterator[Progress]:
    return (advance(library, {}, {}, TODAY, node) for node in nodes(library))


def test_an_outcome_is_in_the_words_of_its_language(welsh: Library) -> None:
    """Headings, months and sentences are those of the language; what it lacks is in English."""
    step = next(step for step in every_step(welsh) if step.outcome)
    html = page(welsh, step, {})
    assert '<h2 id="steps">Pwy sy\'n gwneud beth</h2>' in html
    assert "<strong>Y <span" in html
    assert "Saturday 21 Tachwedd 2026" in html
    assert '<h2 id="contacts">People to ask</h2>' in html


def test_what_is_not_translated_is_told(welsh: Library) -> None:
    """A question and an outcome say so once; so does the text to be copied."""
    for step in every_step(welsh):
        assert page(welsh, step).count(NOTE) == 1, step.trail.node.slug
        if step.outcome:
            assert outcome_text(step.outcome).splitlines().count(NOTE) == 1
        else:
            assert title(welsh.words, step) == "Cwestiwn"


def test_what_is_in_english_has_no_such_note(mini: Mini) -> None:
    """In English nothing lacks a translation."""
    library = load(mini.folder).library
    assert library
    assert not any(
        library.words["answer.untranslated"] in page(library, step) for step in every_step(library)
    )
