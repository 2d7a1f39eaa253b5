"""The wizard's pages: one for every question and outcome, complete without any script."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from navigator.core.engine import advance
from navigator.core.journey import Node, nodes
from navigator.render.html import Html, el
from navigator.render.session import page as rendered
from navigator.render.session import title
from navigator.site.catalogue import Catalogue
from navigator.site.page import Page, root_from

ASSETS = "assets/navigator/"
RUNTIME = "assets/runtime/"
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Engine:
    """What a page says of the engine that a browser may download."""

    gzipped_bytes: int
    """What a first visit downloads."""
    bytes: int
    """The same once unpacked, to measure progress by."""


def wizard_pages(catalogue: Catalogue, today: date, engine: Engine | None) -> Iterator[Page]:
    """Write a page for every node."""
    words = status_words(engine)
    for node in nodes(catalogue.library):
        yield wizard_page(catalogue, node, today, engine, words)


def wizard_page(catalogue: Catalogue, node: Node, today: date, engine: Engine | None, words: Html) -> Page:
    """Write the page of a node, as somebody sees it who comes there without having answered anything."""
    path = f"find/{node.slug}.md"
    root = root_from(path)
    step = advance(catalogue.library, {}, {}, today, node)
    text = "\n\n".join(
        [
            el("p", id="navigator-status", role="status", aria_live="polite"),
            el(
                "div",
                rendered(catalogue.library, step),
                id="navigator",
                data_root=root,
                data_slug=node.slug,
                data_first=catalogue.first.slug,
                data_runtime=f"{root}{RUNTIME}" if engine else None,
                data_runtime_bytes=engine.gzipped_bytes if engine else None,
                data_runtime_size=engine.bytes if engine else None,
                data_title=f"{{title}} - {catalogue.site_name}",
                data_library=f"{root}{ASSETS}library.json",
            ),
            words,
            "",
        ]
    )
    return Page(path, title(step), text, "triage.yaml", wizard=True, contents=False)


def status_words(engine: Engine | None) -> Html:
    """Return the sentences that scripts show, so that they hold none themselves."""
    size = f"{engine.gzipped_bytes / MEGABYTE:.1f} MB" if engine else ""
    said = {
        "loading": f"Getting ready to work out dates ({size}). You can carry on meanwhile.",
        "ready": "Ready to work out dates.",
        "failed": "Dates cannot be worked out on this device. The page gives each rule in words.",
        "offer": f"Work out dates (downloads {size})",
        "broken": "This link does not fit this version of the site. Please start again.",
    }
    words = [el("p", says, data_word=word) for word, says in said.items()]
    return el("div", el("template", words, id="navigator-words"), class_="nav-words")
