"""A case as HTML: the story, then each question with its choices, then the whole answer.

Without scripts every choice unfolds to its feedback. With scripts the choices become buttons, and each
question waits until the one before it has been answered.
"""

from collections.abc import Iterable
from typing import Final

from navigator.core.model import GivenDate, Words
from navigator.core.role_names import sentence
from navigator.render.components import bullets, when
from navigator.render.html import Child, Html, el, fill
from navigator.site.kit.case import Case
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.practice.exercise import Quiz, QuizChoice, Verdict, cited
from navigator.site.practice.exercises import answers, quizzes
from navigator.site.practice.session_link import named
from navigator.site.practice.signs import sign


def article(page: PageBuilder, case: Case) -> Html:
    """Write a case; it stands on its own, so that a page may hold several."""
    asked = list(quizzes(page, case))
    shown = el("summary", page.words["practice.answer.show"])
    return el(
        "article",
        el("h2", case.scenario.title, id=case.slug, tabindex="-1"),
        story(case),
        [question(page.words, case, quiz, number) for number, quiz in enumerate(asked, 1)],
        _give_up(page.words),
        el("details", shown, answer(page, case), class_="nav-answer js-answer"),
        results(page.words, case, asked),
        class_="nav-case js-case",
        aria_labelledby=case.slug,
        **named(case),
    )


def _moment(words: Words, given: GivenDate) -> Html:
    """Write a day, with its time of day where that is known."""
    day = when(words, given.day)
    return fill(words["date_form.day_and_time"], date=day, time=given.at) if given.at else day


def story(case: Case) -> Html:
    """Tell what has happened, and which dates are known."""
    words, events = case.library.words, case.library.event
    text = words["practice.case.known_date"]
    known = (
        fill(text, event=sentence(events[given.event].name), date=_moment(words, given))
        for given in case.scenario.dates
    )
    return el(
        "div",
        [el("p", line) for line in case.scenario.story.splitlines() if line],
        el("p", fill(words["practice.case.today"], date=when(words, case.scenario.today))),
        bullets(known),
        class_="nav-story",
    )


def question(words: Words, case: Case, quiz: Quiz, number: int) -> Html:
    """Write a question; each after the first is folded away, as it tells the answer of the one before."""
    identity = f"{case.slug}-{quiz.id}"
    heading = el("h3", words("practice.numbered", number=number, text=quiz.ask), id=identity)
    choices = [
        el("li", _choice(words, f"{identity}-{index}", choice)) for index, choice in enumerate(quiz.choices)
    ]
    asked = (quiz.about, el("ul", choices, class_="nav-choices", aria_labelledby=identity))
    shared = {"class_": "nav-quiz js-quiz", "data_quiz": quiz.id}
    if number == 1:
        return el("div", heading, asked, **shared)
    return el("details", el("summary", heading), asked, **shared)


def _choice(words: Words, identity: str, choice: QuizChoice) -> Html:
    verdict = el("strong", words[f"practice.verdict.{choice.verdict}"])
    said = el("p", sign(choice.verdict), verdict, tabindex="-1", class_="nav-verdict js-verdict")
    feedback = el("div", said, choice.why, choice.source, id=identity, class_="nav-feedback js-feedback")
    return el(
        "details",
        el("summary", choice.label),
        feedback,
        class_="nav-choice js-choice",
        data_right=str(choice.right).lower(),
        data_verdict=choice.verdict,
    )


def _give_up(words: Words) -> Html:
    """Offer the whole answer to a learner who has tried; a script shows it when that is so."""
    button = el("button", words["practice.answer.give_up"], type="button")
    return el("p", button, class_="nav-tools-row js-give-up", hidden=True)


SIGNS: Final = {"first": Verdict.RIGHT, "later": Verdict.POSSIBLE, "wrong": Verdict.WRONG}
"""The sign of each state of a question that has been answered."""


def results(words: Words, case: Case, asked: Iterable[Quiz]) -> Html:
    """Write the case's part of a session's summary; scripts show one of the states for each question."""
    states = [
        el(
            "span",
            sign(SIGNS[state]) if state in SIGNS else None,
            el("span", says),
            class_="nav-how",
            data_state=state,
            hidden=state != "open",
        )
        for state, says in words.group("practice.summary.state").items()
    ]
    lines = (
        (
            el("a", quiz.ask, href=f"#{case.slug}-{quiz.id}", class_="js-again", data_question=quiz.id),
            el("span", states, data_result=quiz.id),
        )
        for quiz in asked
    )
    return el("div", rows(lines, class_="nav-went"), class_="js-results", hidden=True)


def answer(page: PageBuilder, case: Case) -> list[Child]:
    """Write the whole answer: what each exercise asks for, how it was worked out, and the wrong turns."""
    words = page.words.group("practice.answer")
    way = (
        fill(words["step"], question=step.question.ask, answer=el("strong", step.choice.label))
        for step in case.trail.answered
    )
    turns = (
        (
            fill(words["wrong_turn"], route=page.to_route(case.library.route[turn.route]), why=turn.why),
            cited(page, turn.source),
        )
        for turn in case.scenario.wrong_turns
    )
    return [
        answers(page, case),
        [el("p", line) for line in case.scenario.worked_out.splitlines() if line],
        cited(page, case.scenario.source, case.policy.document),
        el("h3", words["way"]),
        rows(way, "ol"),
        el("h3", words["wrong_turns"]),
        bullets(turns),
    ]
