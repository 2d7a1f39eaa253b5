"""The documents of services may be taken out with their folders: what is about them is then left out here."""

from collections.abc import Iterator
from typing import Final

import pytest

from tests.shipped import DATA

OF_SERVICES: Final = {
    "childrens-home-challenge": "childrens-home",
    "kent-allocation": "kent",
    "norfolk-complaint": "norfolk",
    "somerset-qa-dispute": "somerset",
}
"""The policies that are a service's own, with the service."""


def is_there(service: str) -> bool:
    """Say whether the folder of a service is there."""
    return (DATA / "services" / service).is_dir()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is about a service that is gone: the marker `of` names it, or a test's values do."""
    gone = [item for item in items if not all(map(is_there, _services(item)))]
    config.hook.pytest_deselected(items=gone)
    items[:] = [item for item in items if item not in gone]


def _services(item: pytest.Item) -> Iterator[str]:
    for marker in item.iter_markers("of"):
        yield from marker.args
    called = getattr(item, "callspec", None)
    for value in called.params.values() if called else ():
        if isinstance(value, str) and (value in OF_SERVICES or value in OF_SERVICES.values()):
            yield OF_SERVICES.get(value, value)
