"""The end of a session on a learner's device: how it went, and the code that tells a trainer so."""

from collections.abc import Iterable

from navigator.core.model import Pack
from navigator.render.html import Child, Html, el, fill
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.practice.session_link import CERTIFICATE


def end(page: PageBuilder, pack: Pack | None = None) -> Html:
    """Write what a script fills in and shows once somebody asks how it went."""
    words = page.words.group("practice.end")
    certificate = page.link(CERTIFICATE, words["certificate"], class_="js-to-certificate")
    return el(
        "section",
        el("h2", words["title"], id="how-it-went", tabindex="-1"),
        score(page),
        el("h3", words["code"]),
        el("p", words["show"]),
        el("p", class_="nav-code js-code", translate="no"),
        el("figure", class_="nav-qr js-code-qr"),
        el("p", certificate),
        el(
            "p",
            el("button", words["anew"], type="button", class_="js-anew"),
            el("span", words["forgets"]),
            class_="nav-tools-row",
        ),
        el("h3", words["questions"]),
        el("p", words["again"], class_="nav-hint"),
        class_="nav-end js-end",
        aria_labelledby="how-it-went",
        data_drawn=words["drawn"],
        data_pass=pack.passing if pack else None,
        hidden=True,
    )


def score(page: PageBuilder) -> list[Html]:
    """Write the score in words; scripts put in the numbers, and hide the lines that say nothing."""
    words = page.words.group("practice.score")
    return [
        el("p", _said(words["first"], ("first", "all")), class_="nav-score js-score"),
        *(
            el("p", _said(words[name], (name,)), data_line=name, hidden=True)
            for name in ("later", "wrong", "open")
        ),
        el("p", _said(words["cases"], ("right", "cases"))),
        el("p", _said(words["pass"], ("pass", "cases")), data_line="pass", hidden=True),
        *(el("p", el("strong", words[name]), data_line=name, hidden=True) for name in ("passed", "failed")),
    ]


def _said(text: str, numbers: Iterable[str]) -> Child:
    return fill(text, **{name: el("span", "0", data_number=name) for name in numbers})
