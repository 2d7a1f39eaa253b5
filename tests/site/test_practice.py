"""Cases to practise with: every choice says whether it is right, why, and where that is written."""

import re
from dataclasses import replace
from html import escape

import pytest

from navigator.core.model import Library
from navigator.core.questions import who
from navigator.render.html import Html, join
from navigator.site.kit.case import Case, audience
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.practice import exercises
from navigator.site.practice.cases import case_page
from navigator.site.practice.exercise import Exercise, Quiz, QuizChoice, Verdict
from navigator.site.practice.exercises import quizzes
from navigator.site.practice.packs import on_paper
from navigator.site.practice.signs import sign


@pytest.fixture(scope="module")
def index(library: Library) -> LibraryIndex:
    return LibraryIndex(library)


def asked(index: LibraryIndex, case: Case) -> list[Quiz]:
    return list(quizzes(PageBuilder(index, "practice/x.md", "x", "x"), case))


def test_every_scenario_is_a_case_with_a_neutral_address(index: LibraryIndex) -> None:
    """No case but of signposts is left out, no two share an address, and that tells nothing of the story."""
    cases = index.cases
    ending = {each.id for each in index.library.scenarios if not each.expect.signpost}
    assert {case.scenario.id for case in cases} == ending
    assert len({case.slug for case in cases}) == len(cases)
    assert all(re.fullmatch(r"c[0-9a-f]{8}", case.slug) for case in cases)


def test_every_tempting_route_is_explained_with_its_source(index: LibraryIndex) -> None:
    """For no scenario does a wrong turn lack its reason, its document or its section."""
    lacking = []
    for case in index.cases:
        route = asked(index, case)[0]
        offered = {choice.label: choice for choice in route.choices}
        for turn in case.scenario.wrong_turns:
            choice = offered[case.library.route[turn.route].name]
            document = case.library.document[turn.source.document or ""].title
            place = escape(f"{document}, {turn.source.section}", quote=False)
            said = join(choice.why)
            if (
                choice.verdict is not Verdict.TEMPTING
                or escape(turn.why, quote=False) not in said
                or place not in choice.source
            ):
                lacking.append((case.scenario.id, turn.route))
    assert lacking == []


def test_no_two_verdicts_look_alike_without_colour() -> None:
    """What settles a question has a round sign, what does not a square one, and each of the four its own."""
    drawn = {verdict: sign(verdict) for verdict in Verdict}
    assert len(set(drawn.values())) == len(Verdict)
    assert {verdict for verdict in Verdict if "<circle" in drawn[verdict]} == {
        Verdict.RIGHT,
        Verdict.POSSIBLE,
    }


def test_every_choice_of_every_question_has_a_reason_and_a_source(index: LibraryIndex) -> None:
    """Right or wrong, nobody is left without a why."""
    for case in index.cases:
        for quiz in asked(index, case):
            assert len({choice.label for choice in quiz.choices}) == len(quiz.choices), case.scenario.id
            for choice in quiz.choices:
                assert join(choice.why), (case.scenario.id, quiz.id, choice.label)
                assert "sources/#" in choice.source


def test_every_question_has_a_right_choice_and_a_wrong_one(index: LibraryIndex) -> None:
    """Each question can be answered, and got wrong."""
    for case in index.cases:
        for quiz in asked(index, case):
            assert {choice.right for choice in quiz.choices} == {True, False}, (case.scenario.id, quiz.id)


def test_the_right_choices_are_those_of_the_scenario(index: LibraryIndex) -> None:
    """The route, the stage and the date that count as right are those worked out by hand."""
    for case in index.cases:
        expect, policy = case.scenario.expect, case.policy
        right = {
            quiz.id: [choice.label for choice in quiz.choices if choice.verdict is Verdict.RIGHT]
            for quiz in asked(index, case)
        }
        assert expect.route is not None
        assert expect.stage is not None
        stage = policy.position(expect.stage).title
        assert right["route"] == [case.library.route[expect.route].name]
        assert right.get("stage", [stage]) == [stage]
        dates = [each.due for each in expect.deadlines if each.due]
        if dates and "when" in right:
            days = {f"{day:%A} {day.day} {day:%B %Y}" for day in dates}
            days |= {"Straight away."} if case.outcome.route.urgent else set()
            assert set(right["when"]) <= days, case.scenario.id


def test_a_route_that_neither_fits_nor_tempts_is_explained_by_its_own_purpose(
    index: LibraryIndex,
) -> None:
    """Such a choice says what that route is for."""
    for case in index.cases:
        tempting = {turn.route for turn in case.scenario.wrong_turns}
        purposes = {route.name: route.purpose for route in case.library.routes if route.id not in tempting}
        for choice in asked(index, case)[0].choices:
            if choice.label in purposes:
                assert escape(purposes[choice.label], quote=False) in join(choice.why)


def test_a_page_reads_without_scripts(index: LibraryIndex) -> None:
    """Each choice unfolds by itself, the whole answer too, and nothing that needs scripts is in view."""
    case = index.cases[0]
    text = case_page(index, case).text
    choices = sum(len(quiz.choices) for quiz in asked(index, case))
    assert text.count('<details class="nav-choice js-choice"') == choices
    assert text.count("Show the whole answer") == 1
    shown = re.sub(r"<(p|section) class=[^>]* hidden>.*?</\1>", "", text)
    assert all(" hidden" in tag for tag in re.findall(r"<button[^>]*>", shown))
    assert "style=" not in text


def test_a_case_page_is_not_found_by_search(index: LibraryIndex) -> None:
    """An invented case must not pass for an answer."""
    assert "exclude: true" in case_page(index, index.cases[0]).markdown()


def test_the_mark_of_a_case_changes_with_its_content_and_with_nothing_else(library: Library) -> None:
    """A link made before a change can tell, and any other change leaves it alone."""
    one, other = library.scenarios[:2]
    changed = replace(one, story=f"{one.story} More.")
    assert Case(library, one).mark != Case(library, changed).mark
    assert Case(library, one).mark == Case(replace(library, scenarios=(other, one)), one).mark
    assert Case(library, one).slug == Case(library, changed).slug


def test_cases_are_grouped_by_who_tells_them(index: LibraryIndex) -> None:
    """The groups are the answers to who is asking, before or after; only a case of danger alone has none."""
    start = index.library.question[index.library.triage.start]
    asked = next(option.next for option in start.options if option.next)
    labels = {option.label for option in index.library.question[asked].options}
    labels |= {option.label for option in who.labels_by_reader(index.library).values()}
    assert {audience(case) for case in index.cases} <= {*labels, None}
    for case in index.cases:
        assert (audience(case) is None) == (len(case.trail.answered) == 1)


def test_an_exercise_is_one_entry(index: LibraryIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is added to the list is asked, answered, summed up and printed, in the words of the catalogue."""
    texts = {**index.library.words.texts, "practice.exercise.weather.ask": "How is the weather?"}
    words = replace(index.library.words, texts=texts)
    choices = [
        QuizChoice("Rain", Verdict.RIGHT, "It rains.", Html("")),
        QuizChoice("Sun", Verdict.WRONG, "It rains.", Html("")),
    ]
    weather = Exercise("weather", lambda *_: (None, choices), lambda *_: [("Weather", "Rain")])
    monkeypatch.setattr(exercises, "EXERCISES", (*exercises.EXERCISES, weather))
    changed = replace(index, written=replace(index.written, words=words))
    pack = changed.library.packs[0]
    case = next(case for case in changed.cases if case.scenario.id in pack.scenarios)
    page = case_page(changed, case).text
    assert page.count("How is the weather?") == 2
    assert 'data-quiz="weather"' in page
    assert 'data-result="weather"' in page
    assert "<dt>Weather</dt> <dd>Rain</dd>" in page
    assert "How is the weather?" in on_paper(changed, pack, "handout").text
