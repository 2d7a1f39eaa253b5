"""Cards for a worker's first hour: a page for each on one side of A4, and the list of them."""

from collections.abc import Iterator
from functools import partial

from navigator.core.addressing import speaking_to
from navigator.core.model import CardStep, CardTime, Contact, FirstHourCard, Library, Source
from navigator.core.role_names import sentence
from navigator.core.time.rule_wording import does_in_words, rule_in_words
from navigator.render.components import dialled, when
from navigator.render.html import Child, Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Draft, Page
from navigator.site.kit.page_builder import PageBuilder, rows

LIST = "first-hour/index.md"


def first_hour_pages(index: LibraryIndex) -> Iterator[Draft]:
    """Write the list of cards and a page for each, where there are any."""
    if index.library.first_hour:
        yield Draft(LIST, partial(overview, index))
    for card in index.written.first_hour:
        yield Draft(f"first-hour/{card.id}.md", partial(card_page, index, card))


def overview(index: LibraryIndex) -> Page:
    """Write the list of cards."""
    words = index.library.words
    page = PageBuilder(index, LIST, words["site.first_hour.title"], "first_hour")
    page.paragraph("site.first_hour.lede")
    page.add(rows((_listed(page, card) for card in index.library.first_hour), class_="nav-cards"))
    return page.page(words["site.first_hour.description"], contents=False)


def _listed(page: PageBuilder, card: FirstHourCard) -> list[Child]:
    return [page.link(f"first-hour/{card.id}/", card.title), el("p", card.says)]


def card_page(index: LibraryIndex, written: FirstHourCard) -> Page:
    """Write a card: what to do, by when, whom to ring, what to write down and what not to do."""
    library = speaking_to(index.written, written.reader)
    card = next(each for each in library.first_hour if each.id == written.id)
    page = PageBuilder(index, f"first-hour/{card.id}.md", card.title, f"first_hour/{card.id}")
    page.crumbs(("first-hour/", page.words["site.first_hour.title"]))
    page.add(
        el("p", card.says, class_="nav-hint"),
        el("div", _to_do(page, card), _beside(page, library, card), class_="nav-first-hour"),
    )
    page.add(_in_full(page, card), page.fold(page.words["heading.sources"], _sources(page, card)))
    return page.page(card.says, contents=False)


def _to_do(page: PageBuilder, card: FirstHourCard) -> Html:
    """List what to do, numbered through, by when it is done; and then what to write down."""
    parts: list[Child] = []
    for moment in CardTime:
        steps = [step for step in card.steps if step.when is moment]
        if steps:
            start = card.steps.index(steps[0]) + 1
            parts.append(_heading(page, moment.value))
            parts.append(el("ol", [el("li", _step(page, step)) for step in steps], start=str(start)))
    parts += [_heading(page, "write_down"), rows(each.says for each in card.write_down)]
    return el("div", parts)


def _heading(page: PageBuilder, name: str) -> Html:
    return el("h2", page.words[f"site.first_hour.{name}"], id=name.replace("_", "-"))


def _step(page: PageBuilder, step: CardStep) -> str:
    return page.words("lead.alone", said=sentence(step.act))


def _beside(page: PageBuilder, library: Library, card: FirstHourCard) -> Html:
    """List by when the sources want it, whom to ring and what not to do."""
    times = rows(_times(library, card))
    parts: list[Child] = [_heading(page, "by_when"), times] if times else []
    parts += [_heading(page, "ring"), _numbers(page, library, card)]
    parts += [_heading(page, "do_not"), rows(each.says for each in card.do_not)]
    return el("div", parts)


def _times(library: Library, card: FirstHourCard) -> Iterator[Child]:
    """Yield the times of the card's policy that bind the reader: how long, and what is then done."""
    policy = library.policy.get(card.policy or "")
    for place in policy.timescales() if policy else ():
        if policy and place.timescale.id in card.times:
            does = does_in_words(library, policy, place.timescale)
            yield el("strong", rule_in_words(library, place.timescale)) + el("br") + does


def _numbers(page: PageBuilder, library: Library, card: FirstHourCard) -> Html:
    """List whom to ring: with the numbers that are held, and a line to write on where none is."""
    said = " ".join(step.act for step in card.steps)
    lines = []
    for name in card.ring:
        role = library.role[name]
        called = sentence(role.name)
        if short := next((each for each in role.also_called if each in said), None):
            called = page.words("site.first_hour.with_short", name=called, short=short)
        known = [_number(contact) for contact in library.contacts if contact.reaches == name]
        lines.append((called, rows(filter(None, known)) or el("span", class_="nav-blank")))
    named = [el("div", el("dt", called), el("dd", number)) for called, number in lines]
    return el("dl", named, class_="nav-ring-list")


def _number(contact: Contact) -> Html | None:
    """Write the number of a contact, and whose it is where it is that of one service."""
    if contact.phone is None:
        return None
    link = el("a", contact.phone, href=dialled(contact.phone), translate="no")
    return el("span", contact.name, ": ", link)


def _in_full(page: PageBuilder, card: FirstHourCard) -> Html:
    """Link to the page that says it in full."""
    if card.signpost:
        link = page.to_signpost(page.library.signpost[card.signpost])
    else:
        link = page.to_policy(page.library.policy[card.policy or ""])
    return el("p", page.fill("site.first_hour.in_full", page=link))


def _sources(page: PageBuilder, card: FirstHourCard) -> Html:
    """List every place that the card rests on, by the thing that it says, and when it is looked at again."""
    said = [(_step(page, step), step.source) for step in card.steps]
    said += [(each.says, each.source) for each in (*card.write_down, *card.do_not)]
    listed = rows(el("p", text) + page.cited(_with_document(card, source)) for text, source in said)
    days = {
        "checked": when(page.words, card.checked_on, weekday=False),
        "review": when(page.words, card.review_by, weekday=False),
    }
    order = el("p", page.words["site.first_hour.order"])
    return order + listed + el("p", page.fill("site.help.checked", **days), " ", card.review_why)


def _with_document(card: FirstHourCard, source: Source) -> Source:
    return source if source.document else Source(source.section, card.document, source.confidence)
