"""Building HTML that cannot be broken by its contents."""

import pytest

from navigator.core.model import Contact, Firmness, Source
from navigator.core.phrases import firmness_in_words
from navigator.core.role_names import sentence
from navigator.load.words import english_words
from navigator.render.components import contact_card, section
from navigator.render.html import Html, el, fill, join
from tests.core.sample import CHECKED
from tests.render.page import take_apart


def test_text_is_escaped_and_html_is_not() -> None:
    """Text put into an element is escaped, once; what is HTML already is left as it is."""
    assert el("p", "1 < 2 & 3") == "<p>1 &lt; 2 &amp; 3</p>"
    assert el("div", el("p", "&amp;")) == "<div><p>&amp;amp;</p></div>"
    assert join(Html("<b>")) == "<b>"


def test_html_stays_html_when_something_is_added() -> None:
    """What is added to HTML is escaped unless it is HTML, and the whole is HTML."""
    added = el("b", "x") + "<" + el("i", "y")
    assert added == "<b>x</b>&lt;<i>y</i>"
    assert isinstance(added, Html)


def test_a_text_is_filled_with_elements() -> None:
    """Placeholders take texts and elements in any order, and the text itself is escaped."""
    filled = fill("{{<}} by {date}, {who}", who="A & B", date=el("time", "now"))
    assert filled == "{&lt;} by <time>now</time>, A &amp; B"
    with pytest.raises(KeyError):
        fill("{missing}")


def test_attributes_are_escaped() -> None:
    """A quotation mark or a sign of markup in an attribute stays inside it."""
    assert el("a", "x", href="\"><script>'&") == '<a href="&quot;&gt;&lt;script&gt;&#x27;&amp;">x</a>'


@pytest.mark.parametrize(
    ("attributes", "written"),
    [
        ({"class_": "big"}, ' class="big"'),
        ({"aria_label": "x", "data_id": 3}, ' aria-label="x" data-id="3"'),
        ({"open": True}, " open"),
        ({"open": False, "id": None}, ""),
        ({"value": ""}, ' value=""'),
        ({"size": 0}, ' size="0"'),
    ],
)
def test_attribute_names_and_values(attributes: dict[str, str | bool | int | None], written: str) -> None:
    """Underscores become hyphens, True is a bare name, False and None are left out, and nothing else is."""
    assert el("i", **attributes) == f"<i{written}></i>"


def test_children_may_be_nested_and_left_out() -> None:
    """Lists within lists are put together in order, and None is nothing."""
    assert el("p", ["a", None, ["b", [el("br")]]], None, "c") == "<p>ab<br>c</p>"


def test_a_section_without_content_is_nothing() -> None:
    """There is no heading without content."""
    assert section("x", "Heading", None, [], "") == ""
    assert section("x", "Heading", "words").startswith("<section")


@pytest.mark.parametrize(
    ("text", "expected"), [("foster carer", "Foster carer"), ("IRO", "IRO"), ("", ""), ("é", "É")]
)
def test_a_sentence_begins_with_a_capital(text: str, expected: str) -> None:
    """Only the first letter is changed."""
    assert sentence(text) == expected


def test_every_firmness_is_said() -> None:
    """Each kind of firmness has its own words."""
    said = {firmness_in_words(english_words(), firmness) for firmness in Firmness}
    assert len(said) == len(Firmness)


def test_a_contact_shows_every_way_and_the_day_it_was_checked() -> None:
    """A contact's number is a link that dials digits only; addresses and the check date are shown."""
    contact = Contact(
        "desk",
        "The desk",
        CHECKED,
        Source("Page 1", "paper"),
        phone="+44 (0)300 061 0614",
        email="desk@north.example",
        web="www.north.example",
        address="1 Street, Town",
        note="For all.",
    )
    root, faults = take_apart(contact_card(english_words(), contact))
    assert faults == []
    links = {link.text: link.attributes["href"] for link in root.all("a")}
    assert links["desk@north.example"] == "mailto:desk@north.example"
    assert set((links["+44 (0)300 061 0614"] or "").removeprefix("tel:")) <= set("+0123456789")
    for words in ("The desk", "www.north.example", "1 Street, Town", "For all.", "10 November 2026"):
        assert words in root.text
