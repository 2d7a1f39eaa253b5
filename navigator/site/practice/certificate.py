"""A page to print on how a session went, with room for a name and a day by hand. It is no qualification."""

from navigator.render.html import Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.practice.end import score
from navigator.site.practice.session_link import CERTIFICATE, case_links


def certificate(index: LibraryIndex) -> Page:
    """Write the page; a script fills in what the tab knows of the session that its link names."""
    page = PageBuilder(
        index, f"{CERTIFICATE.rstrip('/')}.md", index.library.words["practice.certificate.title"], "scenarios"
    )
    words = page.words.group("practice.certificate")
    page.crumbs(("practice/", page.words["practice.cases.title"]))
    version = el("span", class_="js-version", translate="no")
    filled = (
        el("p", words["of"]),
        el("p", el("strong", page.words["practice.session.title"], class_="js-title")),
        score(page),
        [_blank(words[name], name) for name in ("name", "day", "trainer")],
        el("p", words["no_qualification"]),
        el("p", page.fill("practice.certificate.version", version=version)),
        el("p", el("button", words["print"], type="button", class_="js-print"), class_="nav-tools-row"),
        el("p", words["typed"], class_="nav-hint nav-on-screen"),
    )
    page.add(
        el("p", words["needs_scripts"], class_="js-without"),
        el(
            "div",
            el("p", words["none"], class_="nav-warning js-none", hidden=True),
            el("div", filled, class_="js-filled", hidden=True),
            class_="nav-session nav-certificate js-certificate",
        ),
        # Scripts find by these which cases there are.
        el("div", rows(case_links(page)), hidden=True),
    )
    return page.page(words["description"], contents=False, learn=True, script="certificate", searched=False)


def _blank(label: str, name: str) -> Html:
    """Write a line to fill in: by a pen once it is printed, or before, in a field that nothing keeps."""
    identity = f"certificate-{name}"
    return el(
        "p",
        el("label", label, for_=identity),
        el("input", type="text", id=identity, autocomplete="off"),
        class_="nav-blank",
    )
