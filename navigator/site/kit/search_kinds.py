"""What kinds of thing search finds, by address, and how much each counts."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Kind:
    """One kind."""

    name: str
    """The name of its label in the catalogue."""
    weight: float
    """How much it counts beside the others."""
    begins: tuple[str, ...] = ()
    """What the addresses of its pages begin with, below the site's root."""
    at: tuple[str, ...] = ()
    """The addresses of its pages, where they are few."""
    listed: bool = False
    """True where each part of a page is a thing of its own, and found as such."""


_LEARNING: Final = (
    "practice/",
    "packs/",
    "induction/",
    "new-staff/",
    "trainers/",
    "map/",
    "compare/",
    "who-does-what/",
)
KINDS: Final = (
    Kind("list", 0.6, at=("", "routes/", "help/", "first-hour/", "policies/", "services/")),
    # An answer to a question of the wizard.
    Kind("way_in", 2.0, ("find/",)),
    Kind("what_to_do", 2.4, ("routes/", "help/")),
    # For workers only: behind what speaks to everybody.
    Kind("first_hour", 1.4, ("first-hour/",)),
    Kind("policy", 1.5, ("policies/",)),
    Kind("service", 1.2, ("services/",)),
    Kind("contact", 1.1, ("contacts/",), listed=True),
    Kind("word", 0.9, ("glossary/",), listed=True),
    Kind("role", 0.7, ("roles/",), listed=True),
    Kind("dates", 0.7, ("dates/",)),
    Kind("document", 0.5, ("sources/",), listed=True),
    Kind("about", 0.6),
    Kind("learning", 0.5, _LEARNING),
    Kind("open_points", 0.3, ("open/",)),
    Kind("making", 0.01, ("authors/", "hosting/", "embed/")),
)
"""The first that fits is taken."""
ABOUT: Final = next(kind for kind in KINDS if not kind.begins and not kind.at)
"""What every other page is."""


def kind_of(address: str) -> Kind:
    """Return the kind of what is at an address."""
    fits = (kind for kind in KINDS if address in kind.at or address.startswith(kind.begins))
    return next(fits, ABOUT)
