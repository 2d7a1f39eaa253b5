"""The documents that are shipped, and no others: what an owner adds is no concern of the tests of these."""

import shutil
from typing import Final

import pytest

from navigator.core.model import Library
from navigator.load.library import load
from tests.shipped import DATA

SHIPPED: Final = ("childrens-home", "four-stage", "kent", "norfolk", "other", "somerset")
"""The services whose documents the tests hold against their sources."""


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the national policies and those of the services above."""
    folder = tmp_path_factory.mktemp("truth") / "policy_data"
    shutil.copytree(DATA / "national", folder / "national")
    for name in SHIPPED:
        shutil.copytree(DATA / "services" / name, folder / "services" / name)
    loaded = load(folder)
    assert loaded.library is not None, "\n".join(map(str, loaded.problems))
    return loaded.library
