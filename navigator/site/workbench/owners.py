"""The page for owners that leads from a draft to a site."""

from typing import Final

OWNERS: Final = "authors/from-draft/"
