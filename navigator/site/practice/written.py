"""Cases that a link holds in themselves: a script puts their words, as mere text, into these templates."""

from typing import Final

from navigator.core.model import Words
from navigator.render.html import Html, el, fill
from navigator.site.kit.page_builder import PageBuilder, facts, rows
from navigator.site.practice.exercise import Verdict
from navigator.site.practice.signs import sign

ASKS: Final = ("route", "stage", "tell", "when")
"""The questions of such a case, asked in the words of the exercises."""


def bad_cases(page: PageBuilder) -> Html:
    """Write what is said of a part of a link that holds no case; a script shows what is true."""
    texts = page.words.group("practice.written.bad").items()
    lines = [el("p", text, class_="nav-warning", data_bad=kind, hidden=True) for kind, text in texts]
    return el("div", lines, class_="nav-messages", role="status")


def templates(page: PageBuilder) -> list[Html]:
    """Write what a script copies: a case, its questions, and a choice that is right or wrong."""
    words = page.words
    asks = {f"ask-{name}": _ask(words, words[f"practice.exercise.{name}.ask"]) for name in ASKS}
    parts = {
        "case": _case(page),
        **asks,
        "right": _choice(words, Verdict.RIGHT),
        "wrong": _choice(words, Verdict.WRONG),
    }
    return [el("template", part, data_own=name) for name, part in parts.items()]


def _case(page: PageBuilder) -> Html:
    words = page.words
    today = fill(words["practice.case.today"], date=el("span", class_="js-today", translate="no"))
    give_up = el("button", words["practice.answer.give_up"], type="button")
    named = {name: words[f"own_case.{name}"] for name in ("route", "policy", "stage")}
    answer = (
        el("summary", words["practice.answer.show"]),
        facts((label, el("span", class_=f"js-is-{name}")) for name, label in named.items()),
        el("ul", class_="js-dates"),
        el("div", class_="js-worked"),
    )
    return el(
        "article",
        el("h2", tabindex="-1"),
        el("p", words["own_case.unchecked"], " ", words["practice.written.uncounted"], class_="nav-warning"),
        el("div", el("p", today), el("ul", class_="js-known"), class_="nav-story js-story"),
        el("div", class_="js-asks"),
        el("p", give_up, class_="nav-tools-row js-give-up", hidden=True),
        el("details", answer, class_="nav-answer js-answer"),
        el("div", _went(words), class_="js-results", hidden=True),
        class_="nav-case js-own",
    )


def _went(words: Words) -> Html:
    """Write how each question went; a script shows one of the states."""
    states = words.group("practice.summary.state").items()
    lines = (
        (
            el("span", words[f"practice.exercise.{name}.ask"]),
            " ",
            el(
                "span",
                [el("strong", says, data_state=state, hidden=state != "open") for state, says in states],
                data_result=name,
            ),
        )
        for name in ASKS
    )
    return rows(lines, class_="nav-went")


def _ask(words: Words, ask: str) -> Html:
    heading = el("h3", fill(words["practice.numbered"], number=el("span", class_="js-number"), text=ask))
    return el(
        "details",
        el("summary", heading),
        el("p", class_="js-about"),
        el("ul", class_="nav-choices"),
        class_="nav-quiz js-quiz",
    )


def _choice(words: Words, verdict: Verdict) -> Html:
    said = el("strong", words[f"practice.verdict.{verdict}"])
    line = el("p", sign(verdict), said, tabindex="-1", class_="nav-verdict js-verdict")
    return el(
        "details",
        el("summary"),
        el("div", line, class_="nav-feedback js-feedback"),
        class_="nav-choice js-choice",
        data_right=str(verdict is Verdict.RIGHT).lower(),
        data_verdict=verdict,
    )
