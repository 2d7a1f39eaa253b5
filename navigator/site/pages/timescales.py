"""The time limits of a policy as a table: how long, how firm, from when, and where it stands."""

from collections.abc import Iterator

from navigator.core.model import Policy, Timescale
from navigator.core.phrases import case_in_words, firmness_in_words
from navigator.core.role_names import sentence
from navigator.core.time.rule_wording import does_in_words, rule_in_words
from navigator.render.components import table as built
from navigator.render.html import Child, Html, el
from navigator.site.kit.date_tables import owners_table
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.kit.timescale_description import assumed, for_whom, may_change


def timescales(page: PageBuilder, policy: Policy) -> Html:
    """Build the table of a policy's time limits."""
    caption = page.words("site.timescales.caption", policy=policy.title)
    return built(caption, page.words.sequence("site.timescales.headings"), lines(page, policy))


def lines(page: PageBuilder, policy: Policy) -> Iterator[list[Child]]:
    """Yield a line for each time limit: those of the stages, then those of the whole."""
    for timescale, position, _ in policy.timescales():
        whole = page.words["site.timescales.whole"]
        yield line(page, policy, position.title if position else whole, timescale)


def line(page: PageBuilder, policy: Policy, where: str, timescale: Timescale) -> list[Child]:
    """Build one line."""
    case = case_in_words(page.words, policy, timescale)
    return [
        where,
        [
            does_in_words(page.library, policy, timescale),
            el("p", case, class_="nav-case") if case else None,
            [el("p", said) for said in for_whom(page.library, policy, timescale)],
        ],
        length(page, policy, timescale),
        firmness_in_words(page.words, timescale.firmness)
        if timescale.firmness
        else page.words["site.timescales.not_stated"],
        start(page, timescale),
        page.place(timescale.source, policy.document),
    ]


def length(page: PageBuilder, policy: Policy, timescale: Timescale) -> list[Child]:
    """Say how long, how else the words can be read, and where the dates can be looked up."""
    table = owners_table(page.index, policy, timescale)
    return [
        rule_in_words(page.library, timescale),
        [el("p", said) for said in may_change(page.library, policy, timescale)],
        [
            el(
                "p",
                page.fill(
                    "site.timescales.reading",
                    label=el("strong", page.words["site.timescales.or"]),
                    rule=rule_in_words(page.library, timescale, reading),
                    why=reading.why,
                ),
                class_="nav-other-reading",
            )
            for reading in timescale.readings
        ],
        el("p", page.link(f"dates/{table.slug}/", page.words["site.timescales.table"])) if table else None,
    ]


def start(page: PageBuilder, timescale: Timescale) -> list[Child]:
    """Say what it is counted from, and whether the document says so itself."""
    event = page.library.event[timescale.event].name if timescale.event else None
    if event is None:
        said = page.words["site.timescales.not_stated"]
    elif timescale.counted_before:
        said = page.words("site.timescales.before", event=event)
    else:
        said = sentence(event)
    return [said, [el("p", text) for text in assumed(timescale)]]
