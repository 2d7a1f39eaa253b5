"""The wizard's pages: one for every question and outcome, complete without any script."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from navigator.core.engine import advance
from navigator.core.journey import nodes
from navigator.core.nodes import Node
from navigator.render.html import Html, el
from navigator.render.session import page as rendered
from navigator.render.session import title
from navigator.render.take_away import button
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page, root_from

ASSETS = "assets/navigator/"
RUNTIME = "assets/runtime/"
WORKER = "worker.mjs"
"""The engine's worker, among the scripts."""
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Engine:
    """What a page says of the engine that a browser may download."""

    gzipped_bytes: int
    """What a first visit downloads."""
    bytes: int
    """The same once unpacked, to measure progress by."""


def wizard_pages(catalogue: LibraryIndex, today: date, engine: Engine | None) -> Iterator[Page]:
    """Write a page for every node."""
    words = status_words(engine)
    for node in nodes(catalogue.library):
        yield wizard_page(catalogue, node, today, engine, words)


def wizard_page(catalogue: LibraryIndex, node: Node, today: date, engine: Engine | None, words: Html) -> Page:
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
                data_worker=f"{root}{ASSETS}{WORKER}" if engine else None,
                data_runtime=f"{root}{RUNTIME}" if engine else None,
                data_runtime_bytes=engine.gzipped_bytes if engine else None,
                data_runtime_size=engine.bytes if engine else None,
                data_built=today.isoformat(),
                data_known_until=known_until(catalogue).isoformat(),
                data_title=f"{{title}} - {catalogue.site_name}",
                data_library=f"{root}{ASSETS}library.json",
            ),
            words,
            "",
        ]
    )
    return Page(path, title(step), text, "triage.yaml", wizard=True, contents=False)


def known_until(catalogue: LibraryIndex) -> date:
    """Return the last day that any calendar knows of: a clock beyond it is wrong, or this site is old."""
    return max((each.known_until for each in catalogue.library.calendars), default=date.max)


def status_words(engine: Engine | None) -> Html:
    """Return the sentences that scripts show, so that they hold none themselves."""
    size = f"{engine.gzipped_bytes / MEGABYTE:.1f} MB" if engine else ""
    in_words = "The page gives each rule in words."
    said = {
        "loading": f"Getting ready to work out dates ({size}). You can carry on meanwhile.",
        "ready": "Ready to work out dates.",
        "failed": "Dates cannot be worked out on this device. The page gives each rule in words.",
        "failed-browser": f"This browser cannot run what works out dates. {in_words}",
        "failed-memory": f"This device has too little free memory to work out dates. {in_words}",
        "failed-damaged": f"What works out dates did not arrive whole. {in_words}",
        "failed-stalled": f"What works out dates is not arriving. {in_words}",
        "away": "That page did not come. You may be offline. What stands below still holds.",
        "clock": "The date on this device looks wrong. Check it before you rely on any deadline here.",
        "newer": "There is a newer version of this site. Load this page again to see it.",
        "offer": f"Work out dates (downloads {size})",
        "broken": "This link does not fit this version of the site. Please start again.",
        "dates-wait": "There are dates in this link. They are shown as soon as dates can be worked out.",
        "dates-lost": "There are dates in this link. They cannot be shown on this device.",
        "copied": "Copied.",
        "by-hand": "Copy this text by hand.",
        "saved": "Saved as a file. Open it to add the dates to your calendar.",
        "not-taken": "That did not work. You can print this page instead.",
    }
    words = [el("p", says, data_word=word) for word, says in said.items()]
    words.append(el("div", share(), id="navigator-share", class_="nav-live"))
    return el("div", el("template", words, id="navigator-words"), class_="nav-words")


def share() -> list[Html]:
    """Build what copies the address of a page: a script puts it below every page, and answers it."""
    return [
        button("address", "Copy a link to this page"),
        el("p", "The link opens the page without your answers and dates.", class_="nav-hint"),
        el("p", role="status", class_="nav-taken"),
    ]
