"""The page of the workbench: its status, what opens files, the editor, and the tabs beside it."""

from collections.abc import Callable
from typing import Final

from navigator.render.html import Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import ASSETS, Page
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.pages.wizard import MEGABYTE, RUNTIME, Engine
from navigator.site.workbench.anew import anew
from navigator.site.workbench.begun import begun
from navigator.site.workbench.changed import changed
from navigator.site.workbench.editing import editing
from navigator.site.workbench.files import files
from navigator.site.workbench.problems import problems
from navigator.site.workbench.saved import saved
from navigator.site.workbench.seen import seen
from navigator.site.workbench.taken import taken
from navigator.site.workbench.tried import tried

PATH: Final = "workbench.md"
WORKER: Final = "workbench-worker.js"
PANES: Final[dict[str, Callable[[PageBuilder], Html]]] = {
    "files": files,
    "begun": begun,
    "anew": anew,
    "editing": editing,
    "problems": problems,
    "seen": seen,
    "tried": tried,
    "changed": changed,
    "saved": saved,
    "taken": taken,
}
"""What writes each part of the page, by its name: that of its module, of its words and of its script."""
TABS: Final = {
    "problems": ("problems",),
    "seen": ("seen",),
    "tried": ("tried",),
    "changed": ("changed",),
    "away": ("saved", "taken"),
}
"""The parts behind each tab."""


def workbench(index: LibraryIndex, engine: Engine | None) -> Page:
    """Write the page. Without scripts it says that it needs them, and how a policy is written without it."""
    words = index.library.words.group("workbench.shell")
    page = PageBuilder(index, PATH, words["title"], "policies")
    page.crumbs()
    page.add(
        el("p", words["intro"], class_="nav-bench-intro"),
        el(
            "p",
            page.fill("workbench.shell.without_scripts", guide=page.link("authors/", words["guide"])),
            class_="js-without",
        )
        if engine
        else el("p", words["without_engine"]),
    )
    if engine:
        page.add(
            el("p", id="navigator-status", role="status", aria_live="polite"),
            _status_words(page, engine),
            el(
                "div",
                el("p", class_="nav-bench-told js-bench-told", role="status"),
                _open(page),
                _editor(page),
                el("div", _tabs(page), class_="nav-bench-side"),
                class_="nav-bench nav-fields js-bench",
                hidden=True,
                data_worker=f"{page.root}{ASSETS}{WORKER}",
                data_runtime=f"{page.root}{RUNTIME}",
                data_runtime_size=engine.bytes,
            ),
            _said(page),
        )
    return page.page(words["description"], contents=False, workbench=True, searched=False)


def _open(page: PageBuilder) -> Html:
    return el(
        "details",
        el(
            "summary",
            el("h2", page.words["workbench.shell.open"]),
            " ",
            el("span", class_="nav-bench-now js-bench-now"),
        ),
        _pane(page, "files"),
        _pane(page, "begun"),
        _pane(page, "anew"),
        class_="nav-bench-open js-bench-open",
        open=True,
    )


def _editor(page: PageBuilder) -> Html:
    heading = el("h2", page.words["workbench.shell.nothing_open"], class_="js-bench-name", tabindex="-1")
    path = el("p", class_="nav-bench-path js-bench-path", translate="no")
    return el("div", heading, path, _pane(page, "editing"), class_="nav-bench-editor")


def _pane(page: PageBuilder, name: str) -> Html:
    label = page.words[f"workbench.{name}.title"]
    return el(
        "section",
        PANES[name](page),
        data_pane=name,
        aria_label=label,
        class_=f"nav-bench-pane nav-bench-{name}",
    )


def _tabs(page: PageBuilder) -> list[Html]:
    """Write the tabs, of which the first is open."""
    words = page.words.group("workbench.shell.tab")
    first = next(iter(TABS))
    tabs = [
        el(
            "button",
            words[name],
            el("span", class_="nav-bench-count js-count"),
            type="button",
            role="tab",
            id=f"tab-{name}",
            aria_controls=f"panel-{name}",
            aria_selected=str(name == first).lower(),
            tabindex=None if name == first else "-1",
        )
        for name in TABS
    ]
    panels = [
        el(
            "div",
            [_pane(page, pane) for pane in panes],
            role="tabpanel",
            id=f"panel-{name}",
            aria_labelledby=f"tab-{name}",
            tabindex="0",
            hidden=name != first,
        )
        for name, panes in TABS.items()
    ]
    label = page.words["workbench.shell.tabs"]
    return [el("div", tabs, role="tablist", aria_label=label, class_="nav-bench-tabs js-tabs"), *panels]


def _status_words(page: PageBuilder, engine: Engine) -> Html:
    """Write what is told of the start, as other pages do that start the engine."""
    size = page.words("scripts.megabytes", number=engine.gzipped_bytes / MEGABYTE)
    texts = page.words.group("workbench.shell.status").items()
    lines = [el("p", text.format(size=size), data_word=name.replace("_", "-")) for name, text in texts]
    return el("div", el("template", lines, id="navigator-words"), class_="nav-words")


def _said(page: PageBuilder) -> Html:
    """Write the sentences that scripts say, each part's under its own name."""
    lines = [
        el("p", text, data_said=f"{part}-{name}".replace("_", "-"))
        for part in ("shell", *PANES)
        for name, text in page.words.group(f"workbench.{part}.said").items()
    ]
    return el("template", lines, class_="js-said")
