"""One run of the benchmark, from an empty folder to a report."""

import gzip
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from navigator.core import journey
from navigator.core.model import Library
from navigator.load.library import load
from navigator.runtime.npm import fetch_runtime, pinned_version
from navigator.site.build.library_json import LibraryJson
from tests.bench import desk
from tests.bench.answering import answers
from tests.bench.building import BUILD, MKDOCS, PROJECT, STOCK, build_and_check, cost, our_config
from tests.bench.growing import grow
from tests.bench.measure import Measure
from tests.bench.painting import first_paint, page_weight
from tests.bench.report import BEGIN, END, Report
from tests.bench.starting import Site, Starts, starts

sys.path.append(str(PROJECT / "scripts"))
import _chromium

DATA: Final = PROJECT / "policy_data"
PAGE: Final = PROJECT / "docs" / "development" / "performance.md"
FAST, SLOW, SLOWEST = 20.0, 1.6, 0.4
ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
QUICK_POLICIES: Final = 30
ITS_OWN, GROWN = 1, (105,)
"""How many policies the workbench is measured with: those that the project has, and so many."""


def run(*, quick: bool, rounds: int, policies: int) -> Report:
    """Measure everything, and return what was found; a quick run leaves out slow links and most policies."""
    loaded = load(DATA)
    if not loaded.library:
        raise SystemExit("The policies have errors. Run: navigator check")
    with tempfile.TemporaryDirectory(prefix="bench-") as name, sync_playwright() as playwright:
        folder = Path(name)
        site = built(folder, loaded.library)
        stock = stock_page(folder, site)
        program = _chromium.find()
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        say("starting the engine")
        links: list[tuple[float, int, float | None]] = [(FAST, 2 if quick else rounds, 0.5)]
        if not quick:
            links += [(SLOW, max(2, rounds // 2), 0.8), (SLOWEST, 1, None)]
        started = starts(browser, site, links)
        measures = [*painted(browser, site, stock, quick=quick, rounds=rounds), *started.measures]
        say("answering")
        measures += answers(browser, site, loaded.library, 20 if quick else 100)
        weight = page_weight(browser, site.folder, f"find/{journey.first(loaded.library).slug}/")
        version = browser.version
        browser.close()
        say("editing on the workbench")
        sizes = (ITS_OWN,) if quick else (ITS_OWN, *GROWN)
        measures += [desk.measured(folder, size, 10 if quick else desk.ROUNDS).measure() for size in sizes]
        say("building")
        made, memory = build_and_check(
            folder / "many", QUICK_POLICIES if quick else policies, 1 if quick else 2
        )
        return report(
            [*measures, *made], started, weight, memory, version, library_sizes(folder, quick=quick), quick
        )


def report(
    measures: list[Measure],
    started: Starts,
    weight: float,
    memory: dict[str, float],
    chromium: str,
    library: dict[str, float],
    quick: bool,
) -> Report:
    return Report(
        measures=measures,
        weight=weight,
        memory=memory,
        steps=started.steps,
        plain=started.plain,
        library=library,
        chromium=chromium.partition(".")[0],
        pyodide=pinned_version(),
        quick=quick,
        day=today(),
    )


def built(folder: Path, library: Library) -> Site:
    """Build the project's own site, and say what its engine is asked."""
    say("building the site")
    cost(BUILD, str(folder / "site"), str(our_config(folder, DATA)))
    answered = next(given for given, end in journey.paths(library) if end.choice)
    message = {
        "origin": journey.first(library).slug,
        "answers": answered,
        "show": None,
        "typed": {},
        "today": today().isoformat(),
    }
    slug = journey.first(library).slug
    return Site(folder / "site", slug, message, fetch_runtime(PROJECT / ".cache" / "navigator"))


def stock_page(folder: Path, site: Site) -> Path:
    """Build a stock site of Material that has the first question's text at the same address."""
    page = (site.folder / "find" / site.slug / "index.html").read_text(encoding="utf-8")
    text = page[page.index('<div id="navigator"') : page.index('<div class="nav-words"')]
    docs = folder / "stock-docs"
    (docs / "find").mkdir(parents=True)
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    (docs / "find" / f"{site.slug}.md").write_text(
        f"---\ntitle: A question\n---\n\n{text}\n", encoding="utf-8"
    )
    config = folder / "stock-page.yml"
    config.write_text(STOCK.format(docs=docs, site=folder / "stock-site"), encoding="utf-8")
    cost(MKDOCS, "build", "--quiet", "--config-file", str(config))
    return folder / "stock-site"


def painted(browser: Browser, site: Site, stock: Path, *, quick: bool, rounds: int) -> list[Measure]:
    say("painting")
    path = f"find/{site.slug}/"
    speeds = [SLOW] if quick else [FAST, SLOW, SLOWEST]
    return [first_paint(browser, site.folder, stock, path, speed, 2 if quick else rounds) for speed in speeds]


def library_sizes(folder: Path, *, quick: bool) -> dict[str, float]:
    """Return what the wizard reads for one service, in kB as sent, with few services and with many."""
    sizes = {}
    for policies in (15, 60 if quick else 240):
        data = folder / f"grown-{policies}"
        count = grow(DATA, data, policies)
        library = load(data).library
        if library:
            sizes[f"with {count} policies"] = (
                len(gzip.compress(LibraryJson().write(library).encode(), 6)) / 1000
            )
    return sizes


def publish(found: Report) -> None:
    """Write the figures into the page about them, with the picture and the data beside it."""
    PAGE.with_suffix(".svg").write_text(found.picture(), encoding="utf-8")
    PAGE.with_suffix(".json").write_text(found.data(), encoding="utf-8")
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}\n\n{found.markdown()}\n\n{END}{after}", encoding="utf-8")


def today() -> date:
    return datetime.now(UTC).date()


def say(what: str) -> None:
    print(f"{what} ...", file=sys.stderr, flush=True)
