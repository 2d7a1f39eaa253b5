"""The policy that binds each page, its workers included; and leaks planted in the site, which are seen."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.browser.leaks import left_behind, sent_elsewhere
from tests.browser.visit import SAVE_DATA, Visit

ELSEWHERE = "https://elsewhere.example/"
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
IMAGE = f'<img src="{ELSEWHERE}seen.png" alt="">'
PLANTED = {
    "image": IMAGE,
    "style sheet": f'<link rel="stylesheet" href="{ELSEWHERE}seen.css">',
    "script": f'<script src="{ELSEWHERE}seen.js"></script>',
    "frame": f'<iframe src="{ELSEWHERE}seen"></iframe>',
}
IN_WORKER = f"""
const seen = fetch("{ELSEWHERE}seen", {{ mode: "no-cors" }}).then(() => "let through", () => "refused");
seen.then((planted) => postMessage({{ planted }}));
"""
LISTEN = """
    window.told = new Promise(resolve => {
        const Plain = window.Worker;
        window.Worker = class extends Plain {
            constructor(...given) {
                super(...given);
                this.addEventListener("message", ({data}) => data.planted && resolve(data.planted));
            }
        };
    });"""


def planted(visitor: Visit, *, page: str = "", worker: str = "", policy: bool = True) -> list[str]:
    """Put something into every page or into the worker as they arrive; `policy` false takes the policy away.

    Return a list that will hold the addresses elsewhere that are reached, and open the wizard.
    """
    reached: list[str] = []

    def elsewhere(route: Route) -> None:
        reached.append(route.request.url)
        route.fulfill(body="")

    def change_page(route: Route) -> None:
        text = route.fetch().text()
        text = text if policy else POLICY.sub("", text)
        route.fulfill(body=text.replace("</main>", f"{page}</main>"), content_type="text/html")

    def change_worker(route: Route) -> None:
        route.fulfill(body=worker + route.fetch().text(), content_type="text/javascript")

    visitor.context.route(re.compile(r"/find/[^/]*/$"), change_page)
    if worker:
        visitor.context.route("**/worker.js", change_worker)
    visitor.context.route(f"{ELSEWHERE}**", elsewhere)
    visitor.problems_are_expected = True
    visitor.open()
    if worker:
        visitor.ready()
    return reached


def test_every_page_is_bound(site: Path) -> None:
    """Each page of the site has the policy before anything else is loaded, and no style in an attribute."""
    pages = sorted(site.rglob("*.html"))
    for path in pages:
        text = path.read_text(encoding="utf-8")
        found = POLICY.search(text)
        assert found, path
        head = text[: found.start()]
        assert not re.search("<(script|style|link|img)", head), path
        rules = dict(rule.split(" ", 1) for rule in found[1].split("; "))
        assert rules["default-src"] == "'none'", path
        assert not re.search(
            r"unsafe-(inline|eval|hashes)|https?:|\*", found[1].replace("wasm-unsafe-eval", "")
        )
        assert not re.search(r"<[a-z][^>]* (style|on[a-z]+)=", text), path
    print(f"{len(pages)} pages are bound by a policy")


@pytest.mark.parametrize("kind", PLANTED)
def test_planted_in_a_page(visit: Callable[..., Visit], kind: str) -> None:
    """Anything of somebody else's in a page is refused, and that is told; without the policy it comes."""
    bound, loose = visit(init=SAVE_DATA), visit(init=SAVE_DATA)
    assert planted(bound, page=PLANTED[kind]) == []
    assert any("Content Security Policy" in problem for problem in bound.problems)
    assert planted(loose, page=PLANTED[kind], policy=False) == sent_elsewhere(loose) != []


def test_planted_in_the_worker(visit: Callable[..., Visit]) -> None:
    """A request to somebody else from inside the worker is refused; without the policy it goes through."""
    bound, loose = visit(init=LISTEN), visit()
    assert planted(bound, worker=IN_WORKER) == []
    assert bound.page.evaluate("told") == "refused"
    assert planted(loose, worker=IN_WORKER, policy=False) == [f"{ELSEWHERE}seen"]
    assert sent_elsewhere(loose) == [f"{ELSEWHERE}seen"]


def test_planted_script_in_a_page(visit: Callable[..., Visit]) -> None:
    """A script put into a page does not run, nor does one in an attribute or made from text."""
    tries = "<script>window.ran = 1</script><img src='data:,' onerror='window.ran = 2' alt=''>"
    visitor = visit(init=SAVE_DATA)
    planted(visitor, page=tries)
    assert visitor.page.evaluate("window.ran ?? null") is None
    refused = visitor.page.evaluate(
        """() => new Promise(resolve => {
            addEventListener("securitypolicyviolation", ({blockedURI}) => resolve(blockedURI));
            setTimeout("window.ran = 3");
        })"""
    )
    assert refused == "eval"
    assert visitor.page.evaluate("window.ran ?? null") is None


def test_planted_storing(visit: Callable[..., Visit]) -> None:
    """A page that stores anything is seen to do so."""
    store = "localStorage.setItem('answers', '{}'); document.cookie = 'seen=1';"
    visitor = visit(init=f"{SAVE_DATA}; addEventListener('load', () => {{ {store} }});").open()
    assert left_behind(visitor) == ["cookie seen=1", "local answers,{}", "cookie seen"]


def test_colours_are_stored_when_chosen(visit: Callable[..., Visit]) -> None:
    """Light or dark follows the device and stores nothing; what a reader chooses holds on the next page."""
    visitor = visit(dark=True).open()
    body = visitor.page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    visitor.page.emulate_media(color_scheme="light")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    assert left_behind(visitor) == []
    visitor.page.get_by_role("button", name="Use dark colours").click()
    expect(visitor.page.get_by_role("button", name="Use light colours")).to_be_focused()
    visitor.page.goto(visitor.root)
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    assert left_behind(visitor) == ["local navigator-colours,slate"]
    visitor.page.get_by_role("button", name="Use light colours").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    assert left_behind(visitor) == []
