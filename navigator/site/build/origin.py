"""A setting that names another site by its origin."""

import re
from typing import Final

from mkdocs.config import config_options as option
from mkdocs.config.base import ValidationError

ORIGIN: Final = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?")
EXAMPLE: Final = "https://www.example.org"


class Origin(option.Type[str]):
    """An origin as browsers write it: no path, no pattern, small letters."""

    def __init__(self) -> None:
        """Take a text."""
        super().__init__(str)

    def run_validation(self, value: object) -> str:
        """Return the origin. Raises ValidationError, which says what to write."""
        written = super().run_validation(value)
        if not ORIGIN.fullmatch(written):
            raise ValidationError(
                f"{written!r} is not the origin of a site. Write it as in {EXAMPLE}: "
                "no path, no slash at its end, no star, small letters."
            )
        return written
