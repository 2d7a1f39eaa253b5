"""Where a word is used: the policies whose own texts have it."""

from collections.abc import Iterable, Iterator

from navigator.core.model import Policy
from navigator.core.shape import parts_of, text_fields
from navigator.site.kit.terms import whole_words


class Mentions:
    """The texts of all policies, ready to be searched."""

    def __init__(self, policies: Iterable[Policy]) -> None:
        """Gather the texts of each policy."""
        self._said = [(policy, "\n".join(_texts(policy))) for policy in policies]
        self._lowered = [said.lower() for _, said in self._said]

    def of(self, names: Iterable[str]) -> list[Policy]:
        """Return the policies that have one of some names as whole words, at the start of a sentence too."""
        wanted = [(name.lower(), whole_words([name])) for name in names]
        using = []
        for (policy, said), lowered in zip(self._said, self._lowered, strict=True):
            # Most policies have none of the names at all, and that is found much faster than whole words are.
            if any(low in lowered and pattern.search(said) for low, pattern in wanted):
                using.append(policy)
        return using


def _texts(policy: Policy) -> Iterator[str]:
    """Yield the running texts of a policy and of all that it holds."""
    for part in parts_of(policy):
        for field in text_fields(type(part)):
            text = getattr(part, field.name)
            if text is not None:
                yield text
