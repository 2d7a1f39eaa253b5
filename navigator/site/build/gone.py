"""Pages written by hand may speak of a policy that a site does not have: then the link is left out."""

import posixpath
import re
from collections.abc import Container
from typing import Final

from navigator.core.model import Words

_LINK: Final = re.compile(r"\[([^\]]+)\]\(([^)\s#]+\.md)(?:#[^)\s]*)?\)")
_OF_LIBRARY: Final = ("policies", "services", "routes", "practice", "packs")
"""The folders whose pages come and go with the services."""


def without_gone(markdown: str, path: str, there: Container[str], words: Words) -> str:
    """Return a page without its links to pages of the library that are not there, and say so in their place.

    Any other link that leads nowhere is left, so that it is told as a mistake.
    """

    def kept(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link[2]))
        if target in there or target.partition("/")[0] not in _OF_LIBRARY:
            return link[0]
        return words("site.not_here", name=link[1])

    return _LINK.sub(kept, markdown)
