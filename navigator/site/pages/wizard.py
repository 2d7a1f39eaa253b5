"""The wizard's pages: one for every question and outcome, complete without any script."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from navigator.core.engine import advance
from navigator.core.journey import nodes
from navigator.core.model import Words
from navigator.core.nodes import Node
from navigator.render.html import Html, el
from navigator.render.session import page as rendered
from navigator.render.session import title
from navigator.render.take_away import button
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import ASSETS, Draft, Page, block, root_from
from navigator.site.pages.own_words import box

RUNTIME = "assets/runtime/"
WORKER = "worker.js"
"""The engine's worker, among the scripts."""
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Engine:
    """What a page says of the engine that a browser may download."""

    gzipped_bytes: int
    """What a first visit downloads."""
    bytes: int
    """The same once unpacked, to measure progress by."""


def wizard_pages(index: LibraryIndex, today: date, engine: Engine | None) -> Iterator[Draft]:
    """Write a page for every node."""
    words = status_words(index.library.words, engine)
    for node in nodes(index.library):
        write = partial(wizard_page, index, node, today, engine, words)
        yield Draft(f"find/{node.slug}.md", write, searched=False)


def wizard_page(index: LibraryIndex, node: Node, today: date, engine: Engine | None, words: Html) -> Page:
    """Write the page of a node, as somebody sees it who comes there without having answered anything."""
    path = f"find/{node.slug}.md"
    root = root_from(path)
    step = advance(index.library, {}, {}, today, node)
    opens = node == index.first
    above = box(index, root, "#navigator") if opens else None
    text = "\n\n".join(
        [
            *([block(above)] if above else []),
            el("p", id="navigator-status", role="status", aria_live="polite"),
            el(
                "div",
                Html(block(rendered(index.library, step))),
                id="navigator",
                data_root=root,
                data_slug=node.slug,
                data_first=index.first.slug,
                data_worker=f"{root}{ASSETS}{WORKER}" if engine else None,
                data_runtime=f"{root}{RUNTIME}" if engine else None,
                data_runtime_bytes=engine.gzipped_bytes if engine else None,
                data_runtime_size=engine.bytes if engine else None,
                data_checked=index.last_checked.isoformat() if index.last_checked else None,
                data_known_until=known_until(index).isoformat(),
                data_title=index.library.words("scripts.title", title="{title}", site=index.site_name),
                data_library=f"{root}{ASSETS}library.json",
            ),
            words,
            "",
        ]
    )
    named = title(index.library.words, step)
    return Page(path, named, text, "triage", wizard=True, own_words=opens, contents=False)


def known_until(index: LibraryIndex) -> date:
    """Return the last day that any calendar knows of: a clock beyond it is wrong, or this site is old."""
    return max((calendar.known_until for calendar in index.library.calendars), default=date.max)


def status_words(words: Words, engine: Engine | None, **more: str) -> Html:
    """Return the sentences that scripts show, so that they hold none themselves; a page may have `more`."""
    size = words("scripts.megabytes", number=engine.gzipped_bytes / MEGABYTE) if engine else ""
    said = [
        el("p", text.format(size=size, date="{}"), data_word=key.replace("_", "-"))
        for key, text in {**words.group("scripts.status"), **more}.items()
    ]
    share_page = el("div", share(words), id="navigator-share", class_="nav-live js-live")
    return el("div", el("template", said, share_page, id="navigator-words"), class_="nav-words")


def share(words: Words) -> list[Html]:
    """Build what copies the address of a page: a script puts it below every page, and answers it."""
    return [
        button("address", words["scripts.share"]),
        el("p", words["scripts.share_hint"], class_="nav-hint"),
        el("p", role="status", class_="nav-taken js-taken"),
    ]
