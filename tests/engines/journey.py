"""One journey, from the home page to a deadline and away with it, as a foster carer makes it.

It is made in every engine and on every server, so it takes nothing for granted but what a person sees.
"""

from collections.abc import Mapping
from typing import Final

from navigator.core import journey
from tests.browser.world import LIBRARY, RAISED, STAGE_1, outcome_slug
from tests.engines.tab import Tab

ASIDE: Final = 60
"""In pixels: how far from the middle of an answer it is pressed."""
OUTCOME: Final = outcome_slug(STAGE_1)
LEAD: Final = "#navigator .nav-phase-now .nav-lead-says"
DATE: Final = "#navigator .nav-phase-now :is(.nav-lead-says, .nav-kind) time"
BUTTON: Final = ".nav-phases .nav-dates-form button"
FIELD: Final = f'input[name="{RAISED}.{{}}"]'
TAKEN: Final = "#navigator .nav-taken"
GIVEN: Final = ("6", "10", "2026")
"""A Tuesday."""
DUE: Final = "Friday 9 October 2026"
"""Three working days later, by hand: Wednesday 7, Thursday 8, Friday 9."""
PHASE: Final = "#navigator .nav-phase-now"
RULE: Final = "3 working days"


def whole(tab: Tab, root: str) -> None:
    """Make the whole journey; every step shows what it has to."""
    begin(tab, root)
    answer(tab, STAGE_1)
    ready(tab)
    give_date(tab, *GIVEN)
    assert tab.text(DATE) == DUE
    message = take_away(tab, "message")
    assert message.startswith("To: your supervising social worker\nSubject: ")
    assert "Tuesday 6 October 2026" in message
    assert DUE in message
    there_and_back(tab)


def begin(tab: Tab, root: str) -> None:
    """Come to the home page, and from there to the first question."""
    tab.open(root)
    tab.click('main a[href*="find/danger/"]')
    at(tab, "danger")


def answer(tab: Tab, answers: Mapping[str, str]) -> None:
    """Answer from the first question on, and arrive where that leads."""
    for count, step in enumerate(journey.follow(LIBRARY, answers).answered):
        at(tab, step.node.slug)
        # Two quick presses at one place would be those of a hand that shakes.
        tab.click(choice(step.question.id, step.choice.id), ASIDE if count % 2 else -ASIDE)
    at(tab, outcome_slug(answers))


def choice(question: str, option: str) -> str:
    """Return what finds an answer on the page."""
    return f'a[data-question="{question}"][data-option="{option}"]'


def at(tab: Tab, slug: str) -> None:
    """Wait until a page of the wizard is shown, at its own address."""
    shown = f"document.querySelector('#navigator .nav-page[data-slug=\"{slug}\"]')"
    tab.wait(f"{shown} !== null && location.pathname.endsWith('/find/{slug}/')", f"{slug} is shown")


def ready(tab: Tab) -> None:
    """Wait until dates can be worked out."""
    status = "document.querySelector('#navigator-status').dataset.state"
    tab.wait(f"{status} === 'ready' || {status} === 'failed'", "the engine has started or failed")
    assert tab.evaluate(status) == "ready", tab.text("#navigator-status")


def give_date(tab: Tab, day: str, month: str, year: str) -> None:
    """Type the date that the outcome asks for, press the button, and wait for what comes.

    A date that was given is changed in its fold.
    """
    unfold(tab)
    for part, text in (("day", day), ("month", month), ("year", year)):
        tab.fill(FIELD.format(part), text)
    tab.evaluate("document.querySelector('#navigator .nav-page').dataset.old = ''")
    tab.choose(BUTTON)
    tab.wait("document.querySelector('#navigator .nav-page:not([data-old])') !== null", "there is an answer")


def typed(tab: Tab) -> tuple[str, ...]:
    """Return what stands in the date's fields."""
    parts = (f"document.querySelector('{FIELD.format(part)}').value" for part in ("day", "month", "year"))
    return tuple(tab.evaluate(f"[{', '.join(parts)}]"))


def unfold(tab: Tab) -> None:
    """Open all that is folded away."""
    tab.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true; })")


def take_away(tab: Tab, what: str) -> str:
    """Press a button that copies, and return the text: pasted, or from the field that shows it instead."""
    unfold(tab)
    tab.choose(f'button[data-take="{what}"]')
    tab.wait(f"document.querySelector('{TAKEN}').textContent !== ''", "something is said of the copy")
    by_hand = "document.querySelector('#navigator textarea')"
    if tab.evaluate(f"{by_hand} !== null"):
        return str(tab.evaluate(f"{by_hand}.value"))
    assert tab.text(TAKEN) == "Copied."
    return tab.pasted()


def there_and_back(tab: Tab) -> None:
    """Go back to the last question and on again: the answers and the date are still there."""
    last = journey.follow(LIBRARY, STAGE_1).answered[-1]
    tab.back()
    at(tab, last.node.slug)
    tab.choose(choice(last.question.id, last.choice.id))
    at(tab, OUTCOME)
    assert tab.text(DATE) == DUE
    assert typed(tab) == GIVEN
