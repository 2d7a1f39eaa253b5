"""The time limits of a policy as a table to look at: how long and how firm, and the wording in a fold."""

from collections.abc import Iterator

from navigator.core.model import Policy, Reading, Stage, Timescale
from navigator.core.phrases import case_in_words, firmness_in_words
from navigator.core.time.rule_wording import does_in_words, rule_in_words
from navigator.render.components import table as built
from navigator.render.html import Child, Html, el
from navigator.site.kit.date_tables import owners_table
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.kit.short_times import length_and_firmness, start_in_short
from navigator.site.kit.timescale_description import assumed, for_whom, may_change


def timescales(page: PageBuilder, policy: Policy) -> Html:
    """Build the table of a policy's time limits."""
    caption = page.words("site.timescales.caption", policy=policy.title)
    made = built(caption, page.words.sequence("site.timescales.headings"), lines(page, policy))
    return el("div", made, class_="nav-limits")


def lines(page: PageBuilder, policy: Policy) -> Iterator[list[Child]]:
    """Yield a line for each time limit: those of the stages, then those of the whole."""
    for timescale, position, _ in policy.timescales():
        whole = page.words["site.timescales.whole"]
        where, stage = (position.title, position.innermost) if position else (whole, None)
        yield line(page, policy, where, stage, timescale)


def line(
    page: PageBuilder, policy: Policy, where: str, stage: Stage | None, timescale: Timescale
) -> list[Child]:
    """Build one line; a time that runs from another day than its stage says from which."""
    start = start_in_short(page.library, stage, timescale)
    case = case_in_words(page.words, policy, timescale)
    return [
        [
            does_in_words(page.library, policy, timescale),
            el("p", case, class_="nav-in-case") if case else None,
            page.fold(page.words["site.timescales.wording"], wording(page, policy, timescale)),
        ],
        el("p", where, class_="nav-hint"),
        [
            el("strong", length_and_firmness(page.library, timescale)),
            el("p", start, class_="nav-hint") if start else None,
        ],
    ]


def wording(page: PageBuilder, policy: Policy, timescale: Timescale) -> list[Child]:
    """Say a time limit in full: for whom, by which rule, from when, and how else it can be read."""
    words, table = page.words, owners_table(page.index, policy, timescale)
    firmness = firmness_in_words(words, timescale.firmness) if timescale.firmness else None
    said = [
        *for_whom(page.library, policy, timescale),
        " ".join(filter(None, (rule_in_words(page.library, timescale), firmness))),
        *may_change(page.library, policy, timescale),
        timescale.if_missed,
    ]
    return [
        [el("p", each) for each in said if each],
        [other_reading(page, timescale, other) for other in timescale.readings],
        [el("p", text) for text in assumed(timescale)],
        el("p", page.link(f"dates/{table.slug}/", words["site.timescales.table"])) if table else None,
        page.cited(timescale.source, policy.document),
    ]


def other_reading(page: PageBuilder, timescale: Timescale, other: Reading) -> Html:
    """Say how else the words can be read."""
    said = page.fill(
        "site.timescales.reading",
        label=el("strong", page.words["site.timescales.or"]),
        rule=rule_in_words(page.library, timescale, other),
        why=other.why,
    )
    return el("p", said, class_="nav-other-reading")
