"""What somebody writes leads to places to begin: the likeliest first, and danger before all else."""

from dataclasses import replace
from pathlib import Path

import pytest

from navigator.core.model import DangerWords, Library, OwnWords, WordsAlike
from navigator.own_words import training
from navigator.own_words.matcher import LONGEST, MOST_PLACES, Matched, Matcher
from navigator.own_words.model import MIDDLE, Model, packed
from navigator.own_words.places import Places
from navigator.own_words.training import trained
from navigator.site.build.own_words_json import OwnWordsJson
from tests import shipped
from tests.builders import library as library_of
from tests.builders import policy

OWN = (
    OwnWords(
        "escalation", "escalation", ("nobody rings me back", "the paperwork is late", "still waiting for it")
    ),
    OwnWords(
        "complaint",
        "complaint",
        ("I want to complain", "make a formal complaint", "they answered my complaint"),
    ),
    OwnWords("harm", "safeguarding", ("he has bruises", "she is hurt by her uncle"), safety=True),
    OwnWords("other-things", "none", ("my dog is ill", "an ill dog", "the rent is too high")),
)
DANGER = (DangerWords("Injuries", ("he was hit", "there is blood"), ("nobody is hurt", "it hits the roof")),)


@pytest.fixture(scope="module")
def matcher(library: Library) -> Matcher:
    return Matcher(trained(replace(library, own_words=OWN, danger_words=DANGER, scenarios=())))


@pytest.fixture(scope="module")
def learned() -> Model:
    """Return what the shipped phrases teach."""
    return shipped.learned()


def topics(matched: Matched) -> list[str]:
    return [match.place.topic for match in matched.matches]


def test_a_phrase_leads_to_its_place(matcher: Matcher) -> None:
    """A phrase that was written for a place has it first, and says so in its own words."""
    own = OWN[0]
    for phrase in own.phrases:
        found = matcher.match(phrase)
        assert topics(found)[0] == own.topic
        assert found.matches[0].because == phrase


def test_no_more_than_three_places_each_topic_once(matcher: Matcher) -> None:
    """A long text about many things has three places, none of them twice."""
    found = topics(
        matcher.match(". ".join(phrase for own in OWN[:3] for phrase in own.phrases) + ". school panel")
    )
    assert len(found) == len(set(found)) == MOST_PLACES


def test_danger_in_one_sentence_of_a_long_text_comes_first(matcher: Matcher) -> None:
    """What is told in passing is seen: the line is shown, with the words that point that way."""
    found = matcher.match(
        "I want to complain that the paperwork is late and nobody rings me back. He has bruises."
    )
    assert found.danger == "He has bruises"
    assert topics(found)[0] == "safeguarding"
    assert "escalation" in topics(found)


def test_words_that_point_weakly_to_danger_leave_the_first_place(matcher: Matcher) -> None:
    """Amid much else a clause shows the line, and the place for danger comes after the one clearly meant."""
    found = matcher.match(
        "I want to complain that the paperwork is late, nobody rings me back, and he has bruises."
    )
    assert found.danger == "he has bruises"
    assert topics(found)[:2] == ["escalation", "safeguarding"]


def test_a_word_of_the_same_kind_points_to_danger_as_well(library: Library) -> None:
    """What nobody wrote down is seen where a word of its kind was; without the kind it shows no line."""
    taught = replace(library, own_words=OWN, danger_words=DANGER, scenarios=(), words_alike=())
    alike = replace(taught, words_alike=(WordsAlike("Marks", ("blood", "gore")),))
    assert Matcher(trained(taught)).match("gore").danger == ""
    assert Matcher(trained(alike)).match("gore").danger == "gore"


def test_a_clause_is_read_in_its_sentence(library: Library) -> None:
    """A clause points to danger half as itself and half as its sentence: beside denials it takes more."""
    taught = trained(replace(library, own_words=OWN, danger_words=DANGER, scenarios=(), words_alike=()))
    strict = Matcher(replace(taught, least_danger=20.0, least_danger_there=20.0))
    assert strict.match("there is blood").danger == "there is blood"
    assert strict.match("nobody is hurt. There is blood. The paperwork is late").danger == "There is blood"
    assert strict.match("nobody is hurt, there is blood, the paperwork is late").danger == ""


def test_a_negation_does_not_shout(matcher: Matcher) -> None:
    """Words that were written down as safe show no line."""
    assert matcher.match("nobody is hurt, I want to complain").danger == ""


def test_what_is_not_ours_has_no_place(matcher: Matcher) -> None:
    """What is about something else, and what no word of is known, leads to the questions alone."""
    assert matcher.match("my dog is ill").matches == ()
    assert matcher.match("xylophone qwertz").matches == ()
    assert matcher.match("").matches == ()


def test_the_reason_is_shortened_at_a_word(matcher: Matcher) -> None:
    """What is shown of a long clause ends with a whole word."""
    found = matcher.match("I want to complain about " + "something " * 30)
    because = found.matches[0].because
    assert because.startswith("I want to complain about something")
    assert because.endswith("something \u2026")
    assert len(because) <= LONGEST + 2


def test_the_same_data_gives_the_same_model(library: Library) -> None:
    """Learning has no chance in it, and a build writes the same file again."""
    few = replace(library, own_words=OWN, danger_words=DANGER, scenarios=())
    assert packed(trained(few)) == packed(trained(few))


def test_weights_fit_into_a_digit(learned: Model) -> None:
    """Each number of the model is written as one character."""
    for feature in learned.features.values():
        assert all(weight and abs(weight) <= MIDDLE for _, weight in feature.weights)


def test_a_place_leads_to_the_page_of_its_reader_and_stage(library: Library) -> None:
    """Where the questions lead a reader to a stage, the place lies there; else where the route begins."""
    places = Places(library)
    child = places.of(OwnWords("c", "safeguarding", ("x",), reader="child", stage="concern"))
    anybody = places.of(OwnWords("a", "safeguarding", ("x",), stage="concern"))
    beginning = places.of(OwnWords("b", "safeguarding", ("x",), stage="no-such-stage"))
    assert child is not None
    assert anybody is not None
    assert beginning is not None
    assert len({child.address, anybody.address, beginning.address}) == 3
    assert places.of(OwnWords("n", "no-such-topic", ("x",))) is None


def test_every_topic_can_be_found_without_phrases() -> None:
    """A route for which nobody has written phrases is found by its name."""
    plain = library_of(policy())
    found = Matcher(trained(replace(plain, own_words=()))).match(plain.routes[0].name)
    assert topics(found) == [plain.routes[0].id]


def test_danger_is_seen_where_nothing_teaches_a_place() -> None:
    """A library without a place to begin shows the line on danger all the same."""
    plain = replace(library_of(policy()), routes=(), policies=(), own_words=(), danger_words=DANGER)
    found = Matcher(trained(plain)).match("he was hit")
    assert (found.danger, found.matches) == ("he was hit", ())


def test_a_build_learns_again_only_after_a_change(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The model stays until what it is made from changes: while a site is served, and between builds."""
    few = replace(library, own_words=OWN, danger_words=DANGER, scenarios=())
    kept = OwnWordsJson()
    first = kept.write(few, tmp_path)
    assert kept.write(replace(few), tmp_path) is first
    fewer = replace(few, own_words=OWN[:2])
    assert kept.write(fewer, tmp_path) != first
    monkeypatch.setattr(training, "trained", lambda _: pytest.fail("It learns again."))
    assert OwnWordsJson().write(few, tmp_path) == first
    with pytest.raises(pytest.fail.Exception):
        OwnWordsJson().write(replace(few, own_words=OWN[:1]), tmp_path)
