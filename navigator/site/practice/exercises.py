"""The exercises, in the order in which a case asks them.

A new one is a module with a question and an answer, an entry here, and its texts in the catalogue.
"""

from collections.abc import Iterator
from typing import Final

from navigator.render.html import Html
from navigator.site.kit.case import Case
from navigator.site.kit.page_builder import PageBuilder, facts
from navigator.site.practice.ask_deadline import answer_deadline, ask_deadline
from navigator.site.practice.ask_recipient import answer_recipient, ask_recipient, form_of
from navigator.site.practice.ask_route import answer_route, ask_route
from navigator.site.practice.ask_stage import answer_stage, ask_stage, part_or_stage
from navigator.site.practice.exercise import Exercise, Quiz

EXERCISES: Final = (
    Exercise("route", ask_route, answer_route),
    Exercise("stage", ask_stage, answer_stage, part_or_stage),
    Exercise("tell", ask_recipient, answer_recipient, form_of),
    Exercise("when", ask_deadline, answer_deadline),
)


def quizzes(page: PageBuilder, case: Case) -> Iterator[Quiz]:
    """Yield the questions of a case, without those that leave nothing to choose."""
    for exercise in EXERCISES:
        about, choices = exercise.ask(page, case)
        if len(choices) > 1:
            form = exercise.form(case)
            key = f"{exercise.id}.{form}" if form else exercise.id
            ask = page.words[f"practice.exercise.{key}.ask"]
            yield Quiz(exercise.id, ask, about, choices)


def answers(page: PageBuilder, case: Case) -> Html:
    """List what each exercise asks for, with the answer."""
    return facts(fact for exercise in EXERCISES for fact in exercise.answer(page, case))
