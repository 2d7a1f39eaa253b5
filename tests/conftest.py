"""What tests of several parts share."""

from pathlib import Path

import pytest

from tests.mini import Mini


@pytest.fixture
def mini(tmp_path: Path) -> Mini:
    return Mini(tmp_path / "data")
