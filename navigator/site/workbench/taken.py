"""What leaves the workbench for others: the sheet for a meeting, a patch, and a mail to send them with."""

from typing import Final

from navigator.render.html import Html, el
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.workbench.leaving import head, way

OWNERS: Final = "authors/from-draft/"
"""The address of the page that leads from a draft to a site."""


def taken(page: PageBuilder) -> Html:
    """Write the ways to hand a draft on, which a script opens once something differs."""
    words = page.words.group("workbench.taken")
    return el(
        "div",
        head(words, "js-taken-differs", "js-taken-told"),
        el(
            "p",
            way(words["make"], "js-make-sheet", quiet=False, disabled=True),
            way(words["print"], "js-print-sheet", hidden=True),
            class_="nav-handed-ways",
        ),
        el(
            "p",
            way(words["patch"], "js-save-patch", disabled=True),
            el("span", words["patch_hint"], class_="nav-hint"),
        ),
        el(
            "p",
            el(
                "a",
                words["write_mail"],
                class_="nav-button nav-quiet-button js-write-mail",
                target="_blank",
                rel="noopener",
            ),
            el("span", words["write_mail_hint"], class_="nav-hint"),
            class_="js-mail",
            hidden=True,
        ),
        el("p", page.link(OWNERS, words["owners"])),
        el("div", class_="js-sheet", tabindex="-1"),
        class_="nav-handed",
    )
