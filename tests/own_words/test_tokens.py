"""Texts as stems: forms of one word are one, and haste does no harm."""

import pytest

from navigator.core.model import EverydayWords, WordsAlike
from navigator.own_words.features import features, kinds, kinds_of, terms_of
from navigator.own_words.spelling import Spelling, is_near
from navigator.own_words.tokens import NUMBER, UNDER_AGE, clauses, sentences, stem, stems


@pytest.mark.parametrize(
    ("forms", "same"),
    [
        (("moved", "moves", "moving", "move"), "mov"),
        (("carers", "carer"), "carer"),
        (("worries", "worry"), "worry"),
        (("stopped", "stops", "stopping"), "stop"),
        (("boxes", "box"), "box"),
        (("this",), "this"),
        (("bus",), "bus"),
        (("sing",), "sing"),
    ],
)
def test_forms_of_a_word_are_one(forms: tuple[str, ...], same: str) -> None:
    """The endings of plurals and of tenses fall away, and no word is eaten up."""
    assert {stem(form) for form in forms} == {same}


def test_signs_accents_and_capitals_make_no_difference() -> None:
    """A phone's curly quotes and somebody's accents read as plain letters do."""
    assert stems("DON\u2019T Caf\u00e9!") == stems("dont cafe") == ["dont", "caf"]


def test_numbers_tell_a_childs_age_from_others() -> None:
    """A number from 4 to 17 may be an age; what else it is makes no difference."""
    assert stems("13 17 18 3 2026 013") == [UNDER_AGE, UNDER_AGE, NUMBER, NUMBER, NUMBER, NUMBER]


def test_a_text_falls_into_sentences_and_clauses() -> None:
    """A sentence ends with its full stop, a clause with any sign or conjunction; signs alone are neither."""
    text = "He is late, and nobody rings. Why?! ... Help"
    assert sentences(text) == ["He is late, and nobody rings", "Why", "Help"]
    assert clauses(text) == ["He is late", "nobody rings"]


def test_everyday_words_stand_for_a_term() -> None:
    """The longest way to say a term counts, and its own words are seen as well."""
    terms = terms_of([EverydayWords("social worker", ("worker",)), EverydayWords("link worker", ("ssw",))])
    assert features(stems("my link worker"), terms) == [
        "my",
        "link",
        "worker",
        "=link-worker",
        "my =link-worker",
    ]
    assert "=social-worker" in features(stems("the worker"), terms)


def test_words_of_a_kind_count_together() -> None:
    """Each kind counts once, and with each other kind that stands beside it or further on."""
    alike = kinds_of([WordsAlike("Harm", ("hit", "knock about")), WordsAlike("Body", ("arm", "leg", "hit"))])
    assert kinds(stems("her leg is black where he knocked her about, and both arms"), alike) == ["~1"]
    assert kinds(stems("he knocks about and hits her arm and leg"), alike) == ["~0", "~1", "~0 ~1"]
    assert kinds(stems("nobody hits her arm"), alike) == []


def test_words_after_a_denial_are_others() -> None:
    """What is denied within three words does not count as what is said."""
    assert features(stems("nobody is hurt or in danger"), {})[:6] == [
        "nobody",
        "!is",
        "!hurt",
        "!or",
        "in",
        "danger",
    ]


@pytest.mark.parametrize("slip", ["complan", "complaiin", "compalin", "cumplain"])
def test_a_slip_of_one_letter_is_forgiven(slip: str) -> None:
    """A letter more, less or other, and two that changed places, are read as the word that is known."""
    assert Spelling(["complain", "zebra"]).corrected(slip) == "complain"


def test_short_words_and_others_stay() -> None:
    """A short word is too like others, and what is two letters away is another word."""
    spelling = Spelling(["hous", "complain"])
    assert [spelling.corrected(word) for word in ("hors", "explain", "complain")] == [
        "hors",
        "explain",
        "complain",
    ]
    assert not is_near("abc", "abcde")
