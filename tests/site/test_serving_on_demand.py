"""A site of which each page is made when it is asked for: the same pages, and none of an earlier site."""

import contextlib
import json
import logging
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from navigator.core.answered import UNSAID
from navigator.core.codec import encode
from navigator.core.model import Library
from navigator.core.published import publishes_findings
from navigator.core.rows import read_rows
from navigator.load import words
from navigator.load.library import Loaded, load
from navigator.site.build import outputs
from navigator.site.build.library_json import NOWHERE, PAGES_ONLY, LibraryJson
from navigator.site.build.pages import drafts_by_folder
from navigator.site.build.preview import for_preview
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Draft, Page
from tests.mini import TODAY, Mini
from tests.site.conftest import build_in, small_project
from tests.site.served import ADDRESS, Serving

POLICY = Path("policy_data/services/town/policies/town-complaint.yaml")
PAGE = "/policies/town-complaint/"
BY_HAND = Path("docs/site/trainers.md")
ADDED = re.compile(rb"<script>\s*var livereload.*?</script>", re.DOTALL)
RULES = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
"""What a page may load; while the site is served, also the script that loads it again."""
SAME = (
    *("/", "/404.html", "/release.txt", "/manifest.json", "/find/danger/", "/glossary/", "/dates/", PAGE),
    *("/policies/town-complaint.pdf", "/services/town/", "/roles/", "/open/", "/trainers/", "/authors/"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Make a project that says where it will be, and work in it. Every test leaves it as it was."""
    folder = small_project(tmp_path_factory.mktemp("on-demand") / "project")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(f"site_url: {ADDRESS}/\n")
    text = "# For trainers\n\n[A policy](policies/town-complaint.md)\n\n| A | table |\n|---|---|\n| b | c |\n"
    (folder / BY_HAND).write_text(text, encoding="utf-8")
    shutil.copytree(folder, folder.with_name("kept"))
    with contextlib.chdir(folder):
        yield folder


@pytest.fixture(scope="module")
def serving(folder: Path) -> Iterator[Serving]:
    serving = Serving(folder.with_name("served"))
    yield serving
    serving.server.server_close()


@pytest.fixture(autouse=True)
def mended(folder: Path, serving: Serving) -> Iterator[None]:
    """Put the project back; where a test has changed it, the next one begins with a site of it."""
    yield
    for path in ("policy_data", "docs"):
        shutil.rmtree(path)
        shutil.copytree(folder.with_name("kept") / path, path)
    serving.server.builder()


LATE = "id: late\nversion_of: town-complaint\neffective_from: 2027-01-01\n"


def change(old: str, new: str) -> None:
    text = POLICY.read_text(encoding="utf-8")
    assert old in text
    POLICY.write_text(text.replace(old, new, 1), encoding="utf-8")


def made(serving: Serving) -> set[str]:
    """Return the pages that have been made."""
    root = serving.preview.root
    return {path.relative_to(root).as_posix() for path in root.rglob("*.html")}


def test_a_served_page_is_the_page_that_is_built(folder: Path, serving: Serving) -> None:
    """Byte for byte, but for the script that loads it again and the rule that allows it."""
    assert build_in(folder) == 0
    built = folder / "built"
    case = next(built.glob("find/n*")).name
    library = next(built.glob("assets/navigator/*/library.json")).relative_to(built).as_posix()
    for address in (*SAME, f"/find/{case}/", f"/{library}"):
        path = built / address.lstrip("/")
        status, served = serving.answer(address)
        assert status == "200 OK", address
        expected = (path / "index.html" if path.is_dir() else path).read_bytes()
        assert ADDED.sub(b"", RULES.sub(b"", served)) == RULES.sub(b"", expected), address
    shutil.rmtree(built)


def test_a_page_is_made_when_it_is_asked_for(serving: Serving) -> None:
    """At first the page that was looked at last is there, and no other."""
    serving.get(PAGE)
    serving.server.builder()
    assert made(serving) == {"policies/town-complaint/index.html"}
    serving.get("/roles/")
    assert made(serving) == {"policies/town-complaint/index.html", "roles/index.html"}
    assert serving.get("/policies/town-complaint")[0] == "302 Found"
    assert serving.get("/policies/nowhere/")[0] == "404 Not Found"
    serving.server.builder()
    assert made(serving) == {"roles/index.html"}


def test_search_knows_every_page_of_the_newest_site(serving: Serving) -> None:
    """Its index is made when search is opened, of all pages that it takes, and of those alone."""
    serving.get(PAGE)
    change("summary: Says how", "summary: Unheardof")
    serving.server.builder()
    names, texts = (json.loads(serving.get(f"/search/{name}.json")[1]) for name in ("names", "texts"))
    assert "unheardof" in names["words"] | texts["words"]
    addresses = [address for address, *_ in names["entries"]]
    pages = {address.partition("#")[0] for address in addresses}
    assert {"", "trainers/", "policies/town-complaint/", "glossary/", "dates/"} <= pages
    assert not any(page.startswith("find/") for page in made(serving))
    whole = [each for each in addresses if "#" not in each and not each.startswith("find/")]
    assert len(whole) == len(set(whole))


def test_what_the_wizard_and_a_pdf_say_is_new_at_once(serving: Serving) -> None:
    """The library for browsers and a PDF are those of the newest site, where its pages look for them."""
    before = serving.get("/find/danger/")[1]
    paper = serving.answer("/policies/town-complaint.pdf")[1]
    change("amount: 10\n", "amount: 12\n")
    page = serving.page("/find/danger/")
    named = re.search(r'data-library="\.\./\.\.(/[^"]+)"', page)
    assert named
    assert named[1] not in before
    library = read_rows(Library, serving.get(named[1])[1])
    assert library.policy["town-complaint"].stages[0].timescales[0].amount == 12
    assert serving.answer("/policies/town-complaint.pdf")[1] != paper
    assert serving.get("/release.txt")[1].strip() in named[1]


def test_a_page_that_comes_and_goes_is_there_and_gone(serving: Serving) -> None:
    """A policy and a page by hand have their pages for as long as they are there."""
    assert serving.get("/policies/other-complaint/")[0] == "404 Not Found"
    change("id: town-complaint\n", "id: town-complaint\neffective_until: 2026-12-31\n")
    text = POLICY.read_text(encoding="utf-8").replace("effective_until: 2026-12-31\n", "", 1)
    text = text.replace("id: town-complaint\n", LATE, 1)
    POLICY.with_name("late.yaml").write_text(text, encoding="utf-8")
    Path("docs/site/new.md").write_text("# A new page\n", encoding="utf-8")
    assert "A new page" in serving.page("/new/")
    assert "Second stage" in serving.get("/policies/town-late/")[1]
    POLICY.with_name("late.yaml").unlink()
    Path("docs/site/new.md").unlink()
    serving.server.builder()
    assert serving.get("/new/")[0] == "404 Not Found"
    assert serving.get("/policies/town-late/")[0] == "404 Not Found"


def test_what_is_asked_for_while_a_newer_site_is_made_is_of_that_site(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A request waits, and is never answered with a page of before that thinks it is the newest."""
    server, asked = serving.server, Event()
    serving.page(PAGE)
    real = serving.preview.make

    def make(path: str) -> object:
        site = real(path)
        asked.set()
        return site

    monkeypatch.setattr(serving.preview, "make", make)
    answered: list[str] = []
    server._wanted_epoch += 1  # as MkDocs' server does when it has seen a change
    request = Thread(target=lambda: answered.append(serving.get("/roles/")[1]))
    request.start()
    assert asked.wait(60)
    roles = Path("policy_data/national/roles.yaml")
    roles.write_text(roles.read_text("utf-8").replace("Deals with", "Looks after"), encoding="utf-8")
    server.builder()
    with server._epoch_cond:
        server._visible_epoch = server._wanted_epoch
        server._epoch_cond.notify_all()
    request.join(60)
    assert "Looks after complaints" in answered[0]
    assert f"livereload({server._visible_epoch}, " in answered[0]


def test_a_bad_link_by_hand_is_told_though_nobody_looks_at_its_page(serving: Serving) -> None:
    """It would keep the site from being published, so each page says it."""
    BY_HAND.write_text("# For trainers\n\n[A page](nowhere.md)\n", encoding="utf-8")
    page = serving.page(PAGE)
    assert "could not be published yet" in page
    assert "nowhere.md" in page


def test_a_page_that_cannot_be_made_is_told_on_those_that_can(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of the program on one page leaves the others, and goes with it."""
    serving.page(PAGE)
    monkeypatch.setattr("navigator.site.kit.page_builder.PageBuilder.page", _fails)
    assert serving.get("/roles/")[0] == "404 Not Found"
    assert "ValueError: no such thing" in serving.get(PAGE)[1]
    monkeypatch.undo()
    assert "nav-banner" not in serving.page("/roles/")


def _fails(*_: object, **__: object) -> None:
    raise ValueError("no such thing")


def test_policies_are_not_checked_again_for_a_change_elsewhere(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page by hand is seen without that wait, and a change of a policy is checked."""
    checks: list[Loaded] = []

    def noting(loaded: Loaded, *given: Any) -> object:  # noqa: ANN401 - passed on
        checks.append(loaded)
        return for_preview(loaded, *given)

    monkeypatch.setattr("navigator.site.build.preview.for_preview", noting)
    change("amount: 10\n", "amount: 11\n")
    serving.page(PAGE)
    BY_HAND.write_text("# For trainers, changed\n", encoding="utf-8")
    assert "changed" in serving.page("/trainers/")
    assert len(checks) == 1
    change("amount: 11\n", "amount: 12\n")
    assert "12 working days" in serving.page(PAGE)
    assert len(checks) == 2


def test_a_word_of_the_catalogue_is_seen(
    serving: Serving, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Somebody who words the product sees it as quickly as an author sees a policy."""
    shutil.copytree(words.CATALOGUE, tmp_path / "words")
    monkeypatch.setattr(words, "CATALOGUE", tmp_path / "words")
    catalogue = tmp_path / "words" / "en-GB.yaml"
    title = words.english()["site.roles.title"]
    catalogue.write_text(catalogue.read_text("utf-8").replace(f"title: {title}", "title: Anybody"), "utf-8")
    try:
        assert "Anybody" in serving.page("/roles/")
    finally:
        monkeypatch.undo()
        words.look_again()


def test_the_start_says_what_it_does(serving: Serving, caplog: pytest.LogCaptureFixture) -> None:
    """Reading and checking many policies takes a while."""
    with caplog.at_level(logging.INFO):
        serving.server.builder()
    assert "Reading policy_data ..." in caplog.messages
    assert "Checking 2 policies ..." in caplog.messages


def test_a_library_written_again_is_what_it_would_be_if_it_were_written_first(mini: Mini) -> None:
    """Whatever has changed in between: a part, one of many, and one that is gone."""
    library = load(mini.folder).library
    assert library
    again = LibraryJson()
    policy = replace(library.policies[0], title="Another title")
    for each in (
        library,
        replace(library, policies=(policy, *library.policies[1:])),
        replace(library, roles=library.roles[1:]),
        library,
    ):
        written = again.write(each)
        assert written == LibraryJson().write(each)
        assert by_id(encode(read_rows(Library, written))) == plainly(each)


def by_id(data: dict[str, Any]) -> dict[str, Any]:
    """Return a library's data with the policies in the order of their ids: they may come in any."""
    return data | {"policies": sorted(data["policies"], key=lambda policy: policy["id"])}


def plainly(library: Library) -> dict[str, Any]:
    """Return a library's data without what no answer shows: taken out of the data and not of the library."""
    words = library.words.without(PAGES_ONLY)
    data = encode(
        replace(
            library,
            glossary=(),
            scenarios=(),
            packs=(),
            signposts=(),
            words=words,
        )
    )
    tell_no_reasons(data["triage"])
    data["glossary"] = []
    for role in data["roles"]:
        role.pop("also_called", None)
    for route in data["routes"]:
        route.pop("not_for", None)
        route |= {"purpose": UNSAID, "who_starts": UNSAID}
    tell_acts_once([data["triage"], *data["routes"], *data["policies"]])
    tell_no_reviews((*data["contacts"], *data["documents"]))
    for contact in data["contacts"]:
        contact["source"] = encode(NOWHERE)
    for service in data["services"]:
        service.pop("note", None)
    for document in data["documents"]:
        document.pop("note", None)
        document.pop("dated", None)
    for part in ("needs", "helpline"):
        data["triage"].pop(part, None)
    for policy, written in zip(library.policies, data["policies"], strict=True):
        written.pop("covers", None)
        written.pop("readers", None)
        written |= {"summary": UNSAID, "applies_to": UNSAID}
        tell_no_reviews([written] if policy.national else [])
        held = written.pop("findings", []) if publishes_findings(library, policy) else []
        written.pop("findings", None)
        if shown := [
            each | {"id": UNSAID, "kind": "missing", "ask_owner": UNSAID, "source": encode(NOWHERE)}
            for each in held
            if each.get("stages")
        ]:
            written["findings"] = shown
    rest = data | {"documents": [], "contacts": []}
    for part, keys in (("documents", ("document",)), ("contacts", ("contacts", "contact"))):
        named = {name for key in keys for name in held_under(key, rest)}
        data[part] = [each for each in data[part] if each["id"] in named]
    return by_id(data)


def tell_no_reasons(triage: dict[str, Any]) -> None:
    """Take from answers that lead to a signpost why they do: its page says so."""
    for option in (option for question in triage["questions"] for option in question["options"]):
        if "signpost" in option:
            option.pop("because", None)
            option.pop("source", None)


def tell_no_reviews(parts: Iterable[dict[str, Any]]) -> None:
    """Take from parts by when they are read again."""
    for part in parts:
        part.pop("review_by", None)
        part.pop("review_why", None)


def held_under(key: str, data: Any) -> Iterator[str]:  # noqa: ANN401 - plain data
    """Yield every text that stands under a key, or in a list there, anywhere in the data."""
    if isinstance(data, list):
        for each in data:
            yield from held_under(key, each)
    elif isinstance(data, dict):
        here = data.get(key, ())
        yield from (here,) if isinstance(here, str) else (name for name in here if isinstance(name, str))
        yield from held_under(key, list(data.values()))


def tell_acts_once(told: list[dict[str, Any]]) -> None:
    """Take the second wording from acts in phases, but where a step is on a condition."""
    for each in told:
        tell_acts_once([*each.get("stages", []), *each.get("levels", [])])
        for steps in (phase.get("steps", []) for phase in each.get("phases", [])):
            if not any({"only_if", "unless"} & step.keys() for step in steps):
                for step in steps:
                    step["does"] = UNSAID if "act" in step else step["does"]


def test_a_new_page_gets_into_the_menu_by_itself(serving: Serving, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that somebody has just added to the program needs no place in the menu to be found there."""

    def added(index: LibraryIndex, *_: object) -> dict[str, Callable[[], Iterator[Draft]]]:
        folders = drafts_by_folder(index, TODAY, None)
        page = Page("closures.md", "Days on which a service is closed", "# Closed\n", "")
        return folders | {"": lambda: chain(folders[""](), [Draft("closures.md", lambda: page)])}

    monkeypatch.setattr(outputs, "drafts_by_folder", added)
    page = serving.page(PAGE)
    assert 'href="../../closures/"' in page
    assert "Days on which a service is closed" in page
    assert "nav-banner" not in page
