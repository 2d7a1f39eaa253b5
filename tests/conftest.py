"""What tests of several parts share."""

from pathlib import Path

import pytest
from hypothesis import settings

from navigator.core.model import Library
from navigator.load.library import load
from tests.mini import Mini

DATA = Path(__file__).parent.parent / "policy_data"

# A busy machine is slow, and that is no fault of the code.
settings.register_profile("navigator", deadline=None)
settings.load_profile("navigator")


@pytest.fixture
def mini(tmp_path: Path) -> Mini:
    return Mini(tmp_path / "data")


@pytest.fixture(scope="session")
def library() -> Library:
    """Return the policies as they are shipped."""
    loaded = load(DATA)
    assert loaded.library is not None, "\n".join(map(str, loaded.problems))
    return loaded.library
