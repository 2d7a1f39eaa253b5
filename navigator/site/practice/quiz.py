"""A case as HTML: the story, then each question with its choices, then the whole answer.

Without scripts every choice unfolds to its feedback. With scripts the choices become buttons, and each
question waits until the one before it has been answered.
"""

from navigator.core.model import Library, Scenario
from navigator.render.components import bullets, sentence, when
from navigator.render.html import Child, Html, el
from navigator.site.kit.case import Case
from navigator.site.kit.page_builder import PageBuilder, table
from navigator.site.practice.answer import answer
from navigator.site.practice.ask_deadline import by_when
from navigator.site.practice.ask_recipient import whom_to_tell
from navigator.site.practice.ask_route import which_route
from navigator.site.practice.ask_stage import which_stage
from navigator.site.practice.choice import Quiz, QuizChoice

STATES = (
    ("open", "Not answered yet"),
    ("first", "Right at the first try"),
    ("later", "Right after another try"),
)
"""What the summary of a session says of a question; scripts show one of them."""


def quizzes(sheet: PageBuilder, case: Case) -> list[Quiz]:
    """Return the questions of a case, without those that leave nothing to choose."""
    found = [
        which_route(sheet, case),
        which_stage(sheet, case),
        whom_to_tell(sheet, case),
        by_when(sheet, case),
    ]
    return [quiz for quiz in found if quiz and len(quiz.choices) > 1]


def article(sheet: PageBuilder, case: Case) -> Html:
    """Write a case; it stands on its own, so that a page may hold several."""
    asked = quizzes(sheet, case)
    return el(
        "article",
        el("h2", case.scenario.title, id=case.slug, tabindex="-1"),
        story(case),
        [question(case, quiz, index) for index, quiz in enumerate(asked)],
        el(
            "details",
            el("summary", "Show the whole answer"),
            answer(sheet, case),
            class_="nav-answer",
        ),
        lines(asked),
        results(asked),
        class_="nav-case",
        aria_labelledby=case.slug,
        data_case=case.scenario.id,
        data_mark=case.mark,
    )


def story(case: Case) -> Html:
    """Tell what has happened, and what is known."""
    return el(
        "div",
        [el("p", each) for each in case.scenario.story.splitlines() if each],
        el("p", "Today is ", when(case.library.words, case.scenario.today), "."),
        known(case.library, case.scenario),
        class_="nav-story",
    )


def known(library: Library, scenario: Scenario) -> Child:
    """List the dates that are known."""
    return bullets(
        (f"{sentence(library.event[date.event].name)}: ", when(library.words, date.day), ".")
        for date in scenario.dates
    )


def question(case: Case, quiz: Quiz, index: int) -> Html:
    """Write a question; each after the first is folded away, as it tells the answer of the one before."""
    identity = f"{case.slug}-{quiz.id}"
    heading = el("h3", f"{index + 1}. {quiz.ask}", id=identity)
    choices = [
        el("li", _choice(f"{identity}-{number}", choice)) for number, choice in enumerate(quiz.choices)
    ]
    asked = (quiz.about, el("ul", choices, class_="nav-choices", aria_labelledby=identity))
    shared = {"class_": "nav-quiz", "data_quiz": quiz.id}
    if index == 0:
        return el("div", heading, asked, **shared)
    return el("details", el("summary", heading), asked, **shared)


def _choice(identity: str, choice: QuizChoice) -> Html:
    return el(
        "details",
        el("summary", choice.label),
        el(
            "div",
            el("p", el("strong", choice.verdict), tabindex="-1"),
            choice.why,
            choice.source,
            id=identity,
            class_="nav-feedback",
        ),
        class_="nav-choice",
        data_right="true" if choice.right else "false",
    )


def lines(asked: list[Quiz]) -> Html:
    """Write the later questions with room for an answer by hand; only a handout shows them."""
    later = [el("li", quiz.ask) for quiz in asked[1:]]
    return el("ul", later, class_="nav-lines") if later else Html("")


def results(asked: list[Quiz]) -> Html:
    """Write the case's part of a session's summary, which scripts fill in."""
    states = [el("span", says, data_state=state, hidden=state != "open") for state, says in STATES]
    lines_ = [[quiz.ask, el("span", states, data_result=quiz.id)] for quiz in asked]
    made = table("Your answers", ["Question", "How it went"], lines_)
    return el("div", made, class_="nav-results", hidden=True)
