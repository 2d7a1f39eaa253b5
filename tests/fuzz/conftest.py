"""What the tests of broken and hostile inputs share."""

import pytest

from tests.fuzz.libraries import Bench


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("fuzz") / "policy_data")
