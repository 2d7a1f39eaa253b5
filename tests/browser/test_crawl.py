"""Without scripts: the whole site, and each outcome, is reached from the home page by links alone.

Of the wizard's many hundred pages a browser opens a sample: each question, each route for each reader, and
each route at each service. Of the practice cases it opens every sixth. Of the others the links are read from
their files.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Route

from navigator.site.practice.session_link import CERTIFICATE, HANDOUT, SESSION
from tests.browser.learning import INDEX, LATE, TO_LEARN
from tests.browser.served import Server
from tests.browser.visit import FIRST, Visit
from tests.browser.world import LIBRARY
from tests.sampled import sample
from tests.shipped import nodes, paths

OUTCOMES = {node.address: node for node in nodes() if not node.question}
ANSWERED = {end.address for _, end in paths() if not end.signpost}
"""The outcomes that answers lead to; the others are further on, or begin at a route's own page."""
SAMPLE = {f"find/{FIRST}/", *(node.address for node in sample(nodes()))}
"""The pages of the wizard that are opened in a browser."""
UNOPENED = {case.address for at, case in enumerate(INDEX.cases) if at % 6 and case is not LATE}
"""The pages of practice cases that are not."""
TOLD = ("steps", "when", "next", "contacts", "why", "sources")
LOOK = """(parts) => {
    for (const each of document.querySelectorAll("details")) each.open = true;
    const shown = (each) => each.checkVisibility({opacityProperty: true, visibilityProperty: true});
    const seen = (selector) => [...document.querySelectorAll(selector)].filter(shown);
    const paths = (selector) => [...new Set(seen(selector).map(({href}) => href.split("#")[0]))];
    const says = (id) => document.getElementById(id)?.closest("section")?.innerText.trim();
    return {
        links: paths("a[href]"),
        answers: paths("a[data-option]:not([href^='#'])"),
        dead: seen("button, select, textarea, form, a:not([href]), [role=button], " +
            "input:not(.nav-large), label:not(:has(.nav-large))").map(each => each.outerHTML.slice(0, 100)),
        route: document.querySelector("main .nav-route-name")?.innerText,
        told: parts.filter(says),
        checked: !!says("sources")?.includes("Checked on")
            && seen(".nav-contact").every(({innerText}) => innerText.includes("Checked on")),
    };
}"""


@dataclass(frozen=True)
class Seen:
    """What somebody without scripts finds on a page. Large type is no dead control: it needs no script."""

    links: tuple[str, ...]
    answers: tuple[str, ...]
    dead: tuple[str, ...]
    route: str | None
    told: tuple[str, ...]
    checked: bool


type Crawl = dict[str, Seen]


def look(visitor: Visit, address: str) -> Seen:
    """Open a page of the site and note where it leads to, and what works on it."""
    visitor.page.goto(visitor.root + address)
    found: dict[str, Any] = visitor.page.evaluate(LOOK, TOLD)
    links, answers = (
        tuple(each.removeprefix(visitor.root) for each in found[part] if each.startswith(visitor.root))
        for part in ("links", "answers")
    )
    return Seen(
        links, answers, tuple(found["dead"]), found["route"], tuple(found["told"]), bool(found["checked"])
    )


def read(site: Path, address: str) -> Seen:
    """Return where the links in a page's file lead to; what works on it is not looked at.

    A practice case has one link that is hidden until scripts are there.
    """
    text = (site / address / "index.html").read_text(encoding="utf-8")
    links, answers = [], []
    for tag, href in re.findall('(<a [^>]*?href="([^"#:]*)"[^>]*>)', text):
        to = urljoin(f"/{address}", href).removeprefix("/")
        if to != CERTIFICATE:
            links.append(to)
        if "data-option=" in tag:
            answers.append(to)
    return Seen(tuple(links), tuple(answers), (), None, (), checked=False)


def reached(crawl: Crawl, begin: str, by: Callable[[Seen], tuple[str, ...]]) -> set[str]:
    """Return each page that somebody comes to who follows links from one page on."""
    found, waiting = {begin}, [begin]
    while waiting:
        new = {each for each in by(crawl[waiting.pop()]) if each in crawl} - found
        found |= new
        waiting += new
    return found


def by_answers(crawl: Crawl) -> set[str]:
    """Return the pages that are reached by answering, where home leads to the first question."""
    first = f"find/{FIRST}/"
    return reached(crawl, first, lambda seen: seen.answers) if first in crawl[""].links else set()


@pytest.fixture(scope="module")
def visitor(chromium: Browser, server: Server) -> Iterator[Visit]:
    visitor = Visit(chromium, server, scripts=False, width=320)
    yield visitor
    visitor.close()


@pytest.fixture(scope="module")
def crawl(visitor: Visit, site: Path) -> Crawl:
    """Follow every link, from the home page on, and from pages that scripts lead to."""
    found: Crawl = {}
    waiting = ["", SESSION, CERTIFICATE, HANDOUT]
    while waiting:
        address = waiting.pop()
        if address not in found and (address.endswith("/") or not address):
            opens = address in SAMPLE if address.startswith("find/") else address not in UNOPENED
            found[address] = look(visitor, address) if opens else read(site, address)
            waiting += found[address].links
    return found


def test_every_page_is_reached(crawl: Crawl, site: Path) -> None:
    """From the home page links alone lead to each page, but those for links that only scripts can make."""
    pages = {path.parent.relative_to(site).as_posix() + "/" for path in site.rglob("index.html")}
    pages = {"" if page == "./" else page for page in pages}
    found = reached(crawl, "", lambda seen: seen.links)
    assert pages - found == {SESSION, CERTIFICATE, HANDOUT}
    print(f"without scripts {len(found)} pages are reached from the home page by links alone")


def test_every_outcome_is_reached(crawl: Crawl) -> None:
    """From the home page links lead to each outcome, and for a person who answers, answers alone do."""
    assert set(OUTCOMES) - reached(crawl, "", lambda seen: seen.links) == set()
    assert set(OUTCOMES) & by_answers(crawl) == ANSWERED
    print(f"without scripts {len(OUTCOMES)} outcomes are reached, {len(ANSWERED)} of them by answers alone")


def test_nothing_is_dead(crawl: Crawl) -> None:
    """No page shows a control that does nothing without scripts."""
    assert {address: seen.dead for address, seen in crawl.items() if seen.dead} == {}


def test_every_outcome_is_whole(crawl: Crawl) -> None:
    """Each has its route, next step, rule, reason, contacts and sources, and the day these were checked."""
    for address, node in OUTCOMES.items():
        if address not in SAMPLE:
            continue
        seen = crawl[address]
        assert seen.route == LIBRARY.route[node.route or ""].name, address
        assert seen.told == TOLD, address
        assert seen.checked, address


def test_planted_defects(visitor: Visit, crawl: Crawl) -> None:
    """An answer that is no link, a button and an outcome without its reason are each found."""
    first, outcome = f"find/{FIRST}/", next(each for each in OUTCOMES if each in SAMPLE)

    def spoil(route: Route) -> None:
        text = route.fetch().text()
        text = re.sub('href=("[^"]*" class="nav-choice"[^>]*data-option="none")', r"data-was=\1", text)
        text = text.replace('id="why"', 'id="because"').replace("</h1>", "</h1><button>Go on</button>")
        route.fulfill(body=text, content_type="text/html")

    visitor.context.route("**/find/*/", spoil)
    spoilt = {**crawl, **{address: look(visitor, address) for address in (first, outcome)}}
    visitor.context.unroute("**/find/*/")
    assert len(ANSWERED - by_answers(spoilt)) > len(ANSWERED) / 2
    assert any("Go on" in each for each in spoilt[first].dead)
    assert "why" not in spoilt[outcome].told
    assert "why" in crawl[outcome].told


def test_planted_on_pages_to_learn_with(visitor: Visit, crawl: Crawl) -> None:
    """On each page to learn and teach with, a dead button and a link that is gone are found."""
    for path in {each.partition("#")[0] for each in TO_LEARN}:

        def spoil(route: Route) -> None:
            above, end, below = route.fetch().text().partition("</h1>")
            text = above + end + "<button>Go on</button>" + re.sub("(<a [^>]*?)href=", r"\1data-was=", below)
            route.fulfill(body=text, content_type="text/html")

        visitor.context.route(visitor.root + path, spoil)
        found = look(visitor, path)
        visitor.context.unroute(visitor.root + path)
        assert any("Go on" in each for each in found.dead), path
        assert any("data-was" in each for each in found.dead), path
        assert crawl[path].dead == ()
