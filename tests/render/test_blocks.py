"""Blocks as HTML and as text: the same facts, in the form of each."""

from datetime import date

import pytest

from navigator.core.citations import Cited
from navigator.core.model import Confidence, Role
from navigator.core.outcome import PlainReplyShown
from navigator.load.words import english_words
from navigator.render import blocks
from navigator.render.html_writer import HtmlWriter
from navigator.render.text_writer import TextWriter
from tests.builders import document
from tests.core.sample import CHECKED

WORDS = english_words()
SOURCE = Cited(document("act", "The act", "Parliament", checked_on=CHECKED), "Section 1", Confidence.A)
CITED = '<p class="nav-source">Source: <a href="../../sources/#act">The act, Section 1</a>.</p>'
IN_A_WORD = (
    '<span class="nav-cited">(<a href="../../sources/#act">source'
    '<span class="nav-hidden">: The act, Section 1</span></a>)</span>'
)
MANAGER = Role("manager", "manager", "Leads.")
DAY = blocks.Day(date(2026, 11, 20))
TIME = '<time datetime="2026-11-20" translate="no">Friday 20 November 2026</time>'


def reply(question: str, answer: str, says: str | None = None) -> PlainReplyShown:
    return PlainReplyShown(question, f"{question}?", answer, answer, says, SOURCE if says else None)


@pytest.mark.parametrize(
    ("block", "html", "text"),
    [
        pytest.param(
            blocks.Paragraph(blocks.say(WORDS, "deadline.by.day", date=blocks.Strong(DAY)), "note"),
            f'<p class="nav-note">By <strong>{TIME}</strong></p>',
            ["By Friday 20 November 2026"],
            id="a paragraph",
        ),
        pytest.param(
            blocks.Section("x", "Heading", (blocks.Paragraph("<b>"),), fold=True),
            '<section class="nav-section nav-fold nav-x" aria-labelledby="x"><details>'
            '<summary><h2 id="x">Heading</h2></summary><p>&lt;b&gt;</p></details></section>',
            ["", "Heading", "-------", "<b>"],
            id="a section that is folded away",
        ),
        pytest.param(blocks.Section("x", "Heading", (), fold=True), "", [], id="an empty section"),
        pytest.param(
            blocks.Fold("More", (blocks.Paragraph("Soon."),)),
            "<details><summary>More</summary><p>Soon.</p></details>",
            ["Soon."],
            id="what is folded away within a section",
        ),
        pytest.param(
            blocks.PlainAnswers((reply("skip", "no", "Begin at stage 1."), reply("both", "not_stated"))),
            '<dl class="nav-plain"><div><dt>skip?</dt> <dd><strong>no</strong>. Begin at stage 1. '
            f"{IN_A_WORD}</dd></div>"
            "<div><dt><strong>not_stated</strong>:</dt> <dd><ul><li>both?</li> </ul></dd></div></dl>",
            ["- skip? no. Begin at stage 1.", "- not_stated: both?"],
            id="plain answers",
        ),
        pytest.param(
            blocks.PlainAnswers(
                (reply("skip", "not_stated"), reply("both", "not_stated", "Ask."), reply("own", "not_stated"))
            ),
            '<dl class="nav-plain"><div><dt><strong>not_stated</strong>:</dt> '
            "<dd><ul><li>skip?</li> <li>own?</li> "
            f'<li><span class="nav-asked">both?</span> Ask. {IN_A_WORD}</li></ul></dd></div></dl>',
            ["- not_stated: skip? own?", "- both? Ask."],
            id="plain answers that leave several questions open",
        ),
        pytest.param(
            blocks.PlainAnswers((reply("both", "not_stated", "Ask."),)),
            '<dl class="nav-plain"><div><dt>both?</dt> <dd><strong>not_stated</strong>. Ask. '
            f"{IN_A_WORD}</dd></div></dl>",
            ["- both? not_stated. Ask."],
            id="a single question that is left open, with something to add",
        ),
        pytest.param(
            blocks.Points((blocks.Statement("Not here.", SOURCE, "Moves", blocks.Link("Go", "find/x/")),)),
            f'<ul><li><strong>Moves</strong>. Not here. <a href="../../find/x/">Go</a>{CITED}</li></ul>',
            ["- Moves: Not here."],
            id="a list of statements",
        ),
        pytest.param(
            blocks.Statement("Take care.", SOURCE, kind="warning policy"),
            f'<div class="nav-warning nav-policy"><p>Take care.</p>{CITED}</div>',
            ["- Take care."],
            id="a statement in a box",
        ),
        pytest.param(
            blocks.group("deadline", blocks.Heading("It is done."), None, blocks.Paragraph("Soon.")),
            '<div class="nav-deadline"><h3>It is done.</h3><p>Soon.</p></div>',
            ["It is done.", "  Soon."],
            id="a group under its heading",
        ),
        pytest.param(
            blocks.Facts((("To", blocks.Row((blocks.RoleName(MANAGER), "you"))),)),
            '<dl class="nav-facts"><div><dt>To</dt><dd><span class="nav-term js-term">'
            '<a href="../../roles/#manager" class="nav-term-link">manager</a>'
            '<span class="nav-tip" role="tooltip">Leads.</span></span>, you</dd></div></dl>',
            ["To: manager, you"],
            id="facts",
        ),
        pytest.param(
            blocks.Statement("It is longer.", SOURCE, case="Only if it is complex."),
            f'<div><p class="nav-in-case">Only if it is complex.</p><p>It is longer.</p>{CITED}</div>',
            ["- Only if it is complex. It is longer."],
            id="a statement that holds in one case",
        ),
        pytest.param(
            blocks.Table(
                "Tasks", ("Who", "Task"), (((blocks.Paragraph("Ann"),), (blocks.Paragraph("Asks."), SOURCE)),)
            ),
            '<table class="nav-table" role="table"><caption>Tasks </caption><thead role="rowgroup">'
            '<tr role="row"><th scope="col" role="columnheader">Who</th> '
            '<th scope="col" role="columnheader">Task</th> </tr></thead><tbody role="rowgroup">'
            '<tr role="row">'
            '<th scope="row" role="rowheader" data-label="Who"><p>Ann</p></th> '
            f'<td role="cell" data-label="Task"><p>Asks.</p>{CITED}</td> </tr></tbody></table>',
            ["1. Ann", "   Asks."],
            id="a table",
        ),
        pytest.param(blocks.page_only(SOURCE), CITED, [], id="what only a page shows"),
        pytest.param(blocks.TextOnly("Said."), "", ["Said."], id="what only a text shows"),
    ],
)
def test_a_block_is_set_as_html_and_as_text(block: blocks.Block, html: str, text: list[str]) -> None:
    """Each writer gives the block its own form, and leaves out what the other one alone shows."""
    assert HtmlWriter(WORDS).write(block) == html
    assert list(TextWriter(WORDS).lines(block)) == text


def test_a_writer_knows_the_way_to_the_root() -> None:
    """A page that lies elsewhere has other links."""
    assert HtmlWriter(WORDS, "../").span(blocks.Link("Roles", "roles/")) == '<a href="../roles/">Roles</a>'


def test_a_narrow_text_is_broken_at_its_width() -> None:
    """Later lines of an item are moved in below its first word."""
    lines = list(TextWriter(WORDS, 12).lines(blocks.Points(("one two three four",))))
    assert lines == ["- one two\n  three four"]
