"""The time limits of a policy as a table: how long, how firm, from when, and where it stands."""

from collections.abc import Iterator

from navigator.core.deadlines import rule_in_words
from navigator.core.model import Policy, Timescale
from navigator.render.components import FIRMNESS, sentence
from navigator.render.html import Child, Html, el
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.kit.page_builder import table as built
from navigator.site.pages.date_tables import table_for_readers

HEADINGS = ["Stage", "What happens by then", "How long", "How firm", "Counted from", "Source"]


def timescales(sheet: PageBuilder, policy: Policy) -> Html:
    """Build the table of a policy's time limits."""
    return built(f"Time limits in {policy.title}", HEADINGS, lines(sheet, policy))


def lines(sheet: PageBuilder, policy: Policy) -> Iterator[list[Child]]:
    """Yield a line for each time limit: those of the stages, then those of the whole."""
    for timescale, position, _ in policy.timescales():
        yield line(sheet, policy, position.title if position else "The whole process", timescale)


def line(sheet: PageBuilder, policy: Policy, where: str, timescale: Timescale) -> list[Child]:
    """Build one line."""
    return [
        where,
        timescale.does,
        length(sheet, policy, timescale),
        FIRMNESS[timescale.firmness] if timescale.firmness else "Not stated",
        start(sheet, timescale),
        sheet.place(timescale.source, policy.document),
    ]


def length(sheet: PageBuilder, policy: Policy, timescale: Timescale) -> list[Child]:
    """Say how long, how else the words can be read, and where the dates can be looked up."""
    table = table_for_readers(sheet.index, policy, timescale)
    return [
        rule_in_words(sheet.library, timescale),
        [
            el(
                "p",
                el("strong", "Or: "),
                rule_in_words(sheet.library, timescale, reading),
                " ",
                reading.why,
                class_="nav-other-reading",
            )
            for reading in timescale.readings
        ],
        el("p", sheet.link(f"dates/{table.slug}/", "Table of dates")) if table else None,
    ]


def start(sheet: PageBuilder, timescale: Timescale) -> list[Child]:
    """Say what it is counted from, and whether the document says so itself."""
    if timescale.counted_from is None:
        return ["Not stated"]
    return [
        sentence(sheet.library.event[timescale.counted_from].name),
        el("p", timescale.assumed_start) if timescale.assumed_start else None,
    ]
