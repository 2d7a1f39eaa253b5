"""Blocks as the data of paper.typ, which prints every text as it is."""

from collections.abc import Iterable, Iterator

from navigator.core.citations import Cited
from navigator.core.model import Contact, Words
from navigator.core.phrases import cited_in_words, ways_to_reach
from navigator.render.blocks import Block, Facts, Paragraph, Points, Section, Span, Statement, Table
from navigator.render.text_writer import TextWriter

type Text = str | dict[str, str]
"""A paragraph; with `label` and `text` one that begins in bold letters, with `source` alone one in small."""
type Part = dict[str, object]
"""A `heading` of a `level`, and what stands below it: `text` (paragraphs), `points` (a list) and, where there
is one, a `table` with its `headings` and `rows`."""


class TypstWriter(TextWriter):
    """Writes sections for a PDF: paragraphs first, then a list."""

    def __init__(self, words: Words, own: str | None = None) -> None:
        """Keep the words, and the document that all of the paper is about, if it is about one."""
        super().__init__(words)
        self.own = own

    def sections(self, sections: Iterable[Section], level: int = 1) -> Iterator[Part]:
        """Yield the parts of sections, those within them one level lower; empty ones are left out."""
        for section in sections:
            text: list[Text] = []
            points: list[str] = []
            for block in section.blocks:
                self._put(block, text, points)
            tables = [self.table(block) for block in section.blocks if isinstance(block, Table)]
            if text or points or tables:
                part: Part = {"level": level, "heading": section.heading, "text": text, "points": points}
                yield part | ({"table": tables[0]} if tables else {})
            yield from self.sections(
                (block for block in section.blocks if isinstance(block, Section)), level + 1
            )

    def _put(self, block: Block, text: list[Text], points: list[str]) -> None:
        match block:
            case Paragraph():
                text.append(self.span(block.text))
            case Facts():
                label = self.words["paper.label"]
                text += (
                    {"label": label.format(label=name), "text": self.span(of)} for name, of in block.pairs
                )
            case Cited():
                place = cited_in_words(self.words, block, self.own)
                text.append({"source": self.words("source.cited", place=place)})
            case Points():
                points += map(self.item, block.items)
            case Contact():
                points.append(self.reached(block))
            case _:
                pass

    def table(self, table: Table) -> dict[str, object]:
        """Return a table with the text of each cell, a paragraph for each thing said in it."""
        return {
            "headings": table.headings,
            "rows": [[list(self._cell_texts(cell)) for cell in row] for row in table.rows],
        }

    def _cell_texts(self, cell: Iterable[Block]) -> Iterator[str]:
        text: list[Text] = []
        for block in cell:
            self._put(block, text, text)  # type: ignore[arg-type]  # a cell holds no lists of its own
        for said in text:
            yield said if isinstance(said, str) else " ".join(said.values())

    def item(self, item: Span | Statement) -> str:
        """Return an item of a list; where it leads to is for pages."""
        if not isinstance(item, Statement):
            return self.span(item)
        says = " ".join(filter(None, (item.case, self.span(item.says))))
        return self.words("statement.with_term", term=self.span(item.term), says=says) if item.term else says

    def reached(self, contact: Contact) -> str:
        """Return every way to reach somebody, and the day it was checked."""
        ways = self.words.listed(ways_to_reach(contact).values())
        key = "paper.contact" if ways else "paper.contact_only"
        said = self.words(key, name=contact.name, ways=ways)
        checked = self.words("contact.checked", date=self.words.short_date(contact.checked_on))
        return " ".join([said, *([contact.note] if contact.note else []), checked])
