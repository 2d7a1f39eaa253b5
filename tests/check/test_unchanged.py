"""Which cases an edit cannot touch: playing those again gives what rules look at in their outcomes."""

import re
import shutil
from pathlib import Path

import pytest

from navigator.check.unchanged import unchanged
from navigator.core.cases import expected_of, play
from navigator.core.model import Library, Signpost
from navigator.core.outcome import Outcome
from navigator.load.library import KeptFiles, load
from tests.shipped import DATA

EDITED = {
    "national/policies/ombudsman.yaml": "a page that many others name with its last day",
    "national/policies/allegation-worker.yaml": "a national floor",
    "services/norfolk/policies/norfolk-complaint.yaml": "a service's own policy",
}


class Draft:
    """The project's own folder, of which a copy is edited."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("schema"))
        self._kept = KeptFiles()
        self.before = self.library()
        self.outcomes = {case.id: play(self.before, case) for case in self.before.scenarios}

    def library(self) -> Library:
        library = load(self.folder, kept=self._kept).library
        assert library
        return library

    def edited(self, name: str, old: str, new: str) -> Library:
        """Return the library with an edit, which is taken back."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(old, new, text), encoding="utf-8")
        assert path.read_text(encoding="utf-8") != text
        try:
            return self.library()
        finally:
            path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Draft:
    return Draft(tmp_path_factory.mktemp("draft") / "data")


def looked_at(library: Library, outcome: Outcome | Signpost | str) -> object:
    """Return what rules look at in an outcome."""
    if not isinstance(outcome, Outcome):
        return outcome
    return expected_of(library, outcome), outcome.policy.id, outcome.node


@pytest.mark.parametrize("name", EDITED)
def test_what_is_taken_over_is_what_playing_gives(draft: Draft, name: str) -> None:
    """With all its times another length, most cases of other routes are taken over, and each is right."""
    after = draft.edited(name, r"amount: (\d)", r"amount: 1\1")
    taken = unchanged(draft.before, draft.outcomes, after)
    assert len(after.scenarios) > len(taken) > len(after.scenarios) / 2
    for case in after.scenarios:
        if case.id in taken:
            assert looked_at(after, taken[case.id]) == looked_at(after, play(after, case)), case.id


def test_nothing_is_taken_over_where_ways_may_differ(draft: Draft) -> None:
    """A question of the triage in other words is enough to play every case again."""
    after = draft.edited("national/triage.yaml", "ask: ", "ask: So, ")
    assert unchanged(draft.before, draft.outcomes, after) == {}
