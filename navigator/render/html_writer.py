"""Blocks as HTML."""

from collections.abc import Iterable
from typing import Final

from navigator.core.citations import Cited
from navigator.core.filled_message import FilledMessage
from navigator.core.lead import Act
from navigator.core.model import Confidence, Contact, Document, Role, Words
from navigator.core.outcome import PlainReplyShown, Reason
from navigator.core.phrases import place_in_words
from navigator.core.role_names import sentence
from navigator.core.time.counting import ReceiptLine
from navigator.render import blocks, deadline
from navigator.render.components import ROOT, bullets, contact_card, doubted, section, table, when
from navigator.render.html import Child, Html, el, fill, join
from navigator.render.question import AnswerRow, answer_list
from navigator.render.take_away import message

OPEN_ANSWERS: Final = 5
"""So many plain answers are in view; a page folds the others away, as its first answers would sink."""


class HtmlWriter:
    """Sets blocks as HTML, for a page that lies two folders below the site's root unless `root` says else.

    A subclass may show the words of policies (`text`), roles, places or facts in a way of its own.
    """

    def __init__(self, words: Words, root: str = ROOT) -> None:
        """Keep the words, and the way from the page to the site's root."""
        self.words = words
        self.root = root

    def write(self, *parts: blocks.Block) -> Html:
        """Set blocks, one after the other."""
        return join(map(self._block, parts))

    def _block(self, block: blocks.Block) -> Child:  # noqa: C901, PLR0911, PLR0912 - a case for each block
        match block:
            case blocks.Section():
                return self.section(block)
            case blocks.Heading():
                return el(f"h{block.level}", block.text)
            case blocks.Paragraph():
                return el("p", self.span(block.text), class_=classes(block.kind))
            case blocks.Statement():
                return self.statement(block)
            case blocks.Points():
                items = map(self.point, block.items)
                return el("ol" if block.ordered else "ul", items, class_=classes(block.kind))
            case blocks.Facts():
                return self.facts((name, self.span(value)) for name, value in block.pairs)
            case blocks.Group():
                return el("div", self.write(*block.blocks), class_=classes(block.kind))
            case blocks.Fold():
                inner = self.write(*block.blocks)
                return el("details", el("summary", block.summary), inner) if inner else None
            case blocks.Steps():
                return el("ol", [el("li", self.step(act)) for act in block.acts], class_="nav-steps")
            case blocks.Receipt():
                return self.receipt(block)
            case blocks.Table():
                rows = ([self.write(*cell) for cell in row] for row in block.rows)
                return table(block.caption, block.headings, rows)
            case blocks.Answers():
                return answer_list(self.words, map(self.answer, block.reasons))
            case blocks.PlainAnswers():
                return self.plain_answers(block)
            case blocks.SourceList():
                return self.source_list(block.sources)
            case blocks.PageOnly():
                return self.write(*block.blocks)
            case blocks.TextOnly():
                return None
            case Cited():
                return self.source(block)
            case Contact():
                return contact_card(self.words, block)
            case FilledMessage():
                return message(self.words, block)

    def section(self, block: blocks.Section, after: Child = None) -> Html:
        """Set a section, with something after its blocks."""
        return section(block.id, block.heading, self.write(*block.blocks), after, fold=block.fold)

    def span(self, span: blocks.Span) -> Html:  # noqa: PLR0911 - a case for each kind of span
        """Set a piece of a line."""
        match span:
            case str():
                return self.text(span)
            case blocks.Strong():
                return el("strong", self.span(span.text))
            case blocks.Marked():
                return el("span", self.span(span.text), class_=classes(span.kind))
            case blocks.Day():
                return when(self.words, span.on, span.weekday)
            case blocks.Link():
                return el("a", self.span(span.text), href=f"{self.root}{span.address}")
            case blocks.RoleName():
                return self.role(span.role, begins=span.begins)
            case blocks.Row():
                return Html(self.words.listed(map(self.span, span.items)))
            case blocks.Filled():
                return fill(span.text, **{name: self.span(part) for name, part in span.parts.items()})

    def text(self, text: str) -> Html:
        """Set plain words."""
        return join(text)

    def role(self, role: Role, *, begins: bool = False) -> Html:
        """Name a role, with its explanation to be seen on hover and focus, and a link to its page."""
        called = sentence(role.name) if begins and role.bare else role.name
        name = el(
            "span",
            el("a", called, href=f"{self.root}roles/#{role.id}", class_="nav-term-link"),
            el("span", role.explains, class_="nav-tip", role="tooltip"),
            class_="nav-term js-term",
        )
        return fill(self.words["role.begins"], role=name) if begins and not role.bare else name

    def source(self, source: Cited | None) -> Html | None:
        """Name the place a rule comes from, where one is known."""
        if source is None:
            return None
        return el("p", fill(self.words["source.cited"], place=self.place(source)), class_="nav-source")

    def place(self, source: Cited) -> Html:
        """Link to the place a rule comes from, and say if it is not confirmed."""
        link = self.document_link(source, place_in_words(self.words, source))
        return doubted(self.words, link, source.confidence)

    def facts(self, pairs: Iterable[tuple[str, Child]]) -> Html:
        """Build a list of names with values."""
        rows = [el("div", el("dt", name), el("dd", value)) for name, value in pairs]
        return el("dl", rows, class_="nav-facts")

    def statement(self, said: blocks.Statement) -> Html:
        """Set a statement in a box of its own."""
        return el(
            "div",
            self.case(said.case),
            el("p", self.span(said.says)),
            el("p", self.span(said.link)) if said.link else None,
            self.write(*said.more),
            self.source(said.source),
            class_=classes(said.kind),
        )

    def case(self, case: str | None) -> Html | None:
        """Say in which case something holds, where it does not always."""
        return el("p", self.text(case), class_="nav-in-case") if case else None

    def point(self, item: blocks.Span | blocks.Statement) -> Html:
        """Set an item of a list."""
        if not isinstance(item, blocks.Statement):
            return el("li", self.span(item))
        says = self.span(item.says)
        if item.term:
            says = fill(self.words["statement.with_term"], term=el("strong", self.span(item.term)), says=says)
        link = (" ", self.span(item.link)) if item.link else None
        return el(
            "li",
            self.case(item.case),
            says,
            link,
            self.write(*item.more),
            self.source(item.source),
            class_=classes(item.kind),
        )

    def step(self, act: Act) -> Iterable[Child]:
        """Set one act, with its recipients, what is written down, and its source."""
        if act.you and act.act:
            text = self.words["step.yours_done"] if act.done else "{says}"
            yield el("p", fill(text, says=self.text(act.says)))
        else:
            text = self.words["step.done" if act.done else "step.to_do"]
            who = el("strong", self.role(act.who, begins=True))
            yield el("p", fill(text, who=who, does=self.text(act.does)))
        yield self.case(act.condition)
        yield self.write(*deadline.step_facts(self.words, act))
        yield self.source(act.source)

    def answer(self, reason: Reason) -> AnswerRow:
        """Return an answer with the rule that it met, if it met one."""
        because = (el("p", reason.because), self.source(reason.source)) if reason.because else None
        return reason.node, reason.question, reason.ask, reason.label, because

    def plain_answers(self, answers: blocks.PlainAnswers) -> Html:
        """List questions with their answers; what the policy leaves open is said once for all of them."""
        given, left_open = blocks.by_what_is_said(answers)
        rows = [
            el(
                "div",
                el("dt", reply.ask),
                " ",
                el(
                    "dd",
                    fill(
                        self.words["plain_reply.whole"],
                        reply=el("strong", reply.reply),
                        says=self.text(reply.says or ""),
                    ),
                    self.reply_source(reply),
                ),
            )
            for reply in given
        ]
        if left_open:
            rows.append(self.left_open(left_open))
        first, more = rows[:OPEN_ANSWERS], rows[OPEN_ANSWERS:]
        summary = el("summary", self.words["plain_reply.more"])
        listed = el("dl", first, class_="nav-plain")
        return listed + el("details", summary, el("dl", more, class_="nav-plain")) if more else listed

    def left_open(self, replies: tuple[PlainReplyShown, ...]) -> Html:
        """Say once that the policy does not say, and then of what.

        What is added to one of the answers has a line of its own.
        """
        name = el("dt", fill(self.words["plain_reply.open"], reply=el("strong", replies[0].reply)))
        silent = ((el("li", reply.ask), " ") for reply in replies if not reply.says)
        added = (
            el(
                "li",
                el("span", reply.ask, class_="nav-asked"),
                " ",
                self.text(reply.says),
                self.reply_source(reply),
            )
            for reply in replies
            if reply.says
        )
        return el("div", name, " ", el("dd", el("ul", list(silent), list(added))))

    def reply_source(self, reply: PlainReplyShown) -> Child:
        """Link to the document of an answer in a word, as its place is named with the sources.

        What is not confirmed says so here.
        """
        if reply.source is None:
            return None
        words = self.words
        place = el("span", f": {place_in_words(words, reply.source)}", class_="nav-hidden")
        link = self.document_link(reply.source, words["source.short"], place)
        if reply.source.confidence is Confidence.C:
            link = doubted(words, link, reply.source.confidence)
        return " ", el("span", fill(words["source.in_line"], place=link), class_="nav-cited")

    def cited(self, source: Cited) -> Html:
        """Name a place in the line of what is taken from it: its document, and the section there.

        Where it was read is told with the sources; here only what is not confirmed.
        """
        place = self.document_link(source, place_in_words(self.words, source))
        if source.confidence is Confidence.C:
            place = doubted(self.words, place, source.confidence)
        return el("span", fill(self.words["source.in_line"], place=place), class_="nav-cited")

    def document_link(self, source: Cited, *said: Child) -> Html:
        """Link to what is known of the document that something is taken from."""
        return el("a", *said, href=f"{self.root}sources/#{source.document.id}")

    def receipt(self, receipt: blocks.Receipt) -> Html:
        """Show how a date was reached: each day counted and each day left out, with the reason."""
        words = self.words
        rows = [
            el(
                "tr",
                el("td", self.moment(line)),
                el("td", sentence(line.why if line.counted else words("receipt.not_counted", why=line.why))),
                class_=None if line.counted else "nav-skipped",
            )
            for line in receipt.lines
        ]
        headings = (el("th", words[f"receipt.{name}"], scope="col") for name in ("day", "how"))
        return el(
            "details",
            el("summary", words["receipt.summary"]),
            el("table", el("thead", el("tr", headings)), el("tbody", rows), class_="nav-receipt"),
        )

    def moment(self, line: ReceiptLine) -> Html:
        """Write the day of a line of a receipt, with its hour where one is counted."""
        day = when(self.words, line.day)
        if line.at is None:
            return day
        return fill(self.words["receipt.day_and_time"], date=day, time=self.words.time_of_day(line.at))

    def source_list(self, sources: tuple[Cited, ...]) -> Html:
        """List each document with the sections used and the day it was checked."""
        sections: dict[Document, list[str]] = {}
        for source in sources:
            sections.setdefault(source.document, []).append(source.section)
        return bullets(
            fill(
                self.words["source.document"],
                title=document.title,
                publisher=document.publisher,
                sections=self.words["source.sections_separator"].join(used),
                date=when(self.words, document.checked_on, weekday=False),
            )
            for document, used in sections.items()
        )


def classes(kind: str | None) -> str | None:
    """Return the classes of a kind of block: `warning footing` has two."""
    return " ".join(f"nav-{name}" for name in kind.split()) if kind else None
