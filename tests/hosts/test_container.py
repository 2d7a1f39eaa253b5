"""A container with nginx serves the built site, without rights of its own."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hosts import container
from tests.hosts.asking import ask
from tests.hosts.servers import installed
from tests.hosts.test_hosting_settings import SAID, SETTINGS

RUNS_HERE = container.engine()
WAYS = [*(["by an engine"] if RUNS_HERE else []), *(["by hand"] if "nginx" in installed() else [])]


@pytest.fixture(scope="module", params=WAYS)
def address(
    request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    files = container.context(site, tmp_path_factory.mktemp("project"))
    if request.param == "by hand":
        with container.by_hand(files) as served:
            yield served
    else:
        assert RUNS_HERE
        with container.by_engine(RUNS_HERE, files) as served:
            yield served


def test_the_container_serves_the_site(address: str, site: Path) -> None:
    """Pages, scripts and the page for missing addresses come, with the headers that hosts are told of."""
    answer = ask(f"{address}privacy/", **{"Accept-Encoding": "identity"})
    assert answer.body == (site / "privacy/index.html").read_bytes()
    assert {name: answer.headers.get(name) for name in SAID} == SAID
    (script,) = site.glob("assets/navigator/*/site.js")
    answer = ask(address + script.relative_to(site).as_posix())
    assert answer.headers["cache-control"].endswith("immutable")
    assert ask(f"{address}no/such/page/").status == 404
    assert ask(f"{address}privacy").headers["location"] == "/privacy/"


def test_the_image_is_pinned_and_has_no_rights() -> None:
    """It is made from a full version of nginx' own image, and the last user that is named is not root."""
    steps = container.instructions()
    assert re.fullmatch(r"nginx:\d+\.\d+\.\d+-alpine", dict(steps)["FROM"])
    assert [what for step, what in steps if step == "USER"] == ["nginx"]
    assert steps.index(("USER", "nginx")) < next(at for at, (step, _) in enumerate(steps) if step == "RUN")


def test_the_container_has_the_settings_of_the_page() -> None:
    """What nginx says in the container is what the page for hosts tells everybody to say."""
    written = " ".join((container.FOLDER / "nginx.conf").read_text(encoding="utf-8").split())
    assert " ".join(SETTINGS["nginx"].split()) in written
