"""Cases and packs, as trainers and learners use them."""

import json
from hashlib import sha256

from playwright.sync_api import Locator, Page

from navigator.core.codec import encode
from navigator.site.kit.case import Case
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.practice.session_link import CERTIFICATE, PRESENT, RESULTS, SESSION, WRITE, session_hash
from tests.browser.world import LIBRARY

INDEX = LibraryIndex(LIBRARY)
CASES = {case.scenario.id: case for case in INDEX.cases}
PACK = LIBRARY.packs[0]
LATE = CASES["late-paperwork"]
COMPLAINT = CASES["my-first-complaint"]
GONE = "no-such-case"


def link(*cases: Case) -> str:
    """Return the address of a session of some cases, below the site's root."""
    return SESSION + session_hash(cases)


def presented(*cases: Case) -> str:
    """Return the address of a session of some cases on the screen of a room, below the site's root."""
    return PRESENT + session_hash(cases)


def results_link(*cases: Case) -> str:
    """Return the address of the page that counts the codes of a session, below the site's root."""
    return RESULTS + session_hash(cases or (LATE,), "Two cases")


def certificate_link() -> str:
    """Return the address of the page to print of a session."""
    return CERTIFICATE + session_hash((LATE,), "Two cases")


def old_link() -> str:
    """Return a link of the old form, with a case that has changed since and one that is gone."""
    names = f"{COMPLAINT.scenario.id}.{old_mark(COMPLAINT)},{LATE.scenario.id}.000000,{GONE}.1"
    return f"{SESSION}#cases={names}"


def old_mark(case: Case) -> str:
    """Return the mark that links of the old form had: six hexadecimal digits of the content's SHA-256."""
    content = json.dumps(encode(case.scenario), sort_keys=True, ensure_ascii=False)
    return sha256(content.encode()).hexdigest()[:6]


TO_LEARN = (
    "practice/",
    LATE.address,
    "practice/make/",
    WRITE,
    old_link(),
    PRESENT,
    "packs/",
    f"packs/{PACK.id}/",
    f"packs/{PACK.id}/trainer/",
    results_link(),
    certificate_link(),
    f"packs/{PACK.id}/handout/",
    f"packs/{PACK.id}/answers/",
    "map/",
    "compare/",
    "who-does-what/",
    "who-does-what/supervising-social-worker/",
    "first-hour/",
    "first-hour/allegation/",
    "induction/",
    "induction/6/",
    "glossary/",
)
"""Each kind of page to learn and teach with, below the site's root."""


def choice(quiz: str, right: bool) -> str:
    """Return the selector of the choices of a question that are right, or wrong."""
    return f'.nav-quiz[data-quiz="{quiz}"] .nav-choice[data-right="{str(right).lower()}"] .nav-option'


def choose(page: Page | Locator, quiz: str, right: bool) -> None:
    """Press the first choice of a question that is right, or wrong."""
    page.locator(choice(quiz, right)).first.press("Enter")
