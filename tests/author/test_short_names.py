"""Short names are made from titles, and none is too long for a file."""

import pytest

from navigator.author.draft import slug


@pytest.mark.parametrize(
    ("title", "letters", "name"),
    [
        ("Children's social care complaints in Thurrock", 28, "childrens-social-care"),
        ("Complaints", 28, "complaints"),
        ("Antidisestablishmentarianism and complaints", 20, "antidisestablishmentarianism"),
        ("Children's social care complaints in Thurrock", 60, "childrens-social-care-complaints-in-thurrock"),
    ],
)
def test_a_short_name_keeps_whole_words(title: str, letters: int, name: str) -> None:
    """Words are left out at the end until it fits; one word is never cut."""
    assert slug(title, letters=letters) == name
