"""A service is one folder: it is added and taken out without a hand on any other file."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from navigator.check import check
from navigator.load.library import KeptFiles, load
from navigator.load.problem import Severity
from tests.mini import Mini
from tests.shipped import CHECKED, DATA

SERVICES = sorted(path.name for path in (DATA / "services").iterdir() if path.name != "other")
"""The shipped services; `other` is for readers whose own is not there."""


class Copy:
    """A copy of the shipped policies, in which folders come and go."""

    def __init__(self, folder: Path) -> None:
        self.folder = Path(shutil.copytree(DATA, folder / "data"))
        self.aside = folder / "aside"
        self._kept = KeptFiles()

    def told(self) -> set[str]:
        """Return all errors and findings."""
        return {str(each) for each in check(load(self.folder, kept=self._kept), CHECKED)}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return Copy(tmp_path_factory.mktemp("services"))


@pytest.fixture(scope="module")
def before(copy: Copy) -> set[str]:
    return copy.told()


@pytest.fixture
def without(copy: Copy, request: pytest.FixtureRequest) -> Iterator[Copy]:
    """Take services out for one test."""
    copy.aside.mkdir()
    for name in request.param:
        (copy.folder / "services" / name).rename(copy.aside / name)
    yield copy
    for path in copy.aside.iterdir():
        path.rename(copy.folder / "services" / path.name)
    copy.aside.rmdir()


@pytest.mark.parametrize("without", [*([name] for name in SERVICES), SERVICES], ids="-".join, indirect=True)
def test_a_shipped_service_can_be_taken_out(before: set[str], without: Copy) -> None:
    """Each in turn, and all of them: no error and no finding comes up that was not there before."""
    assert without.told() - before == set()


def riverside(folder: Path) -> None:
    """Write a service with three policies, made of shipped ones, into a folder."""
    (folder / "policies").mkdir(parents=True)
    (folder / "service.yaml").write_text(
        f"id: {folder.name}\nname: Riverside\nlabel: {folder.name}\ncalendar: england\n", encoding="utf-8"
    )
    for name in ("irm", "council-complaint", "fostering-review"):
        text = (DATA / "national" / "policies" / f"{name}.yaml").read_text(encoding="utf-8")
        own = text.replace("\nnational: true\n", "\n")
        (folder / "policies" / f"{name}.yaml").write_text(own, encoding="utf-8")


def test_a_service_with_three_policies_is_one_folder(copy: Copy, before: set[str]) -> None:
    """With the folder there is no error, and without it nothing is left to mend."""
    folder = copy.folder / "services" / "riverside"
    riverside(folder)
    errors = [each for each in copy.told() - before if f": {Severity.ERROR}: " in each]
    library = load(copy.folder).library
    shutil.rmtree(folder)
    assert errors == []
    assert library is not None
    assert library.service["riverside"].policies == (
        "riverside-council-complaint",
        "riverside-fostering-review",
        "riverside-irm",
    )
    assert copy.told() == before


def git(folder: Path, *arguments: str) -> None:
    settings = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)


def test_two_branches_that_each_add_a_service_merge(tmp_path: Path) -> None:
    """Neither touches a line of the other's, and the whole has both."""
    data = Mini(tmp_path / "data").folder
    git(data, "init")
    git(data, "add", ".")
    git(data, "commit", "-m", "before")
    for name in ("north", "south"):
        git(data, "checkout", "-b", name, "main")
        text = Mini(tmp_path / name).read("services/town/service.yaml")
        service = data / "services" / name
        service.mkdir()
        held = text.replace("id: town", f"id: {name}").replace("order: 1\n", "").replace("Town", name)
        (service / "service.yaml").write_text(held, encoding="utf-8")
        git(data, "add", ".")
        git(data, "commit", "-m", name)
    git(data, "merge", "north")
    library = load(data).library
    assert library is not None
    assert [service.id for service in library.services] == ["town", "north", "south", "other"]


def test_a_reader_of_a_new_kind_is_declared_by_the_service_alone(mini: Mini) -> None:
    """Its answer stands before `not sure`, and leads to a question in its own folder."""
    mini.add(
        "services/town/service.yaml",
        "ways_in: [{question: danger, option: {id: police, label: I am in the police, next: topic}}]\n",
    )
    mini.write(
        "services/town/questions.yaml",
        "- id: topic\n  ask: What have the police to say?\n  options:\n"
        "    - {id: any, label: Anything, route: complaint, because: It is one., unsure: true}\n",
    )
    assert mini.errors() == []
    library = load(mini.folder).library
    assert library is not None
    options = library.question["danger"].options
    assert [option.id for option in options] == ["yes-now", "calm", "police", "unsure"]
    assert library.question[options[2].next or ""].ask == "What have the police to say?"
    shutil.rmtree(mini.folder / "services" / "town")
    mini.edit("national/triage.yaml", "        service: town\n", "")
    assert mini.errors() == []


def test_two_services_do_not_give_one_question_the_same_answer(mini: Mini) -> None:
    """The second is told where the first stands."""
    way = "ways_in: [{question: danger, option: {id: police, label: I am in the police, next: topic}}]\n"
    for name in ("town", "other"):
        mini.add(f"services/{name}/service.yaml", way)
    (told,) = mini.errors()
    assert told == (
        "services/town/service.yaml:6:43: error: ways_in[0].option.id: police is an answer of danger "
        "already, in services/other/service.yaml. Write another id."
    )


TALK = "- {id: talk, name: A talk, purpose: For talks., who_starts: Anybody.}\n"


def test_a_route_without_a_policy_is_left_out_with_the_answers_that_lead_there(mini: Mini) -> None:
    """Who is not sure at a question goes on as who was not sure one question before."""
    mini.add("national/routes.yaml", TALK)
    mini.edit(
        "national/triage.yaml",
        "{id: unsure, label: I'm not sure, route: complaint, because: It may be one., unsure: true}",
        "{id: chat, label: A chat, next: chat}\n"
        "      - {id: unsure, label: I'm not sure, route: complaint, because: It may be one., unsure: true}\n"
        "  - id: chat\n    ask: A chat of which kind?\n    options:\n"
        "      - {id: long, label: A long one, route: complaint, because: It is one.}\n"
        "      - {id: short, label: A short one, route: talk, because: It is one.}\n"
        "      - {id: unsure, label: I'm not sure, route: talk, because: It may be., unsure: true}",
    )
    assert mini.errors() == []
    assert mini.leftovers() == []
    library = load(mini.folder).library
    assert library is not None
    assert [route.id for route in library.routes] == ["complaint"]
    long, unsure = library.question["chat"].options
    assert (long.id, unsure.id, unsure.route, unsure.because) == (
        "long",
        "unsure",
        "complaint",
        "It may be one.",
    )


def test_the_first_service_with_a_policy_is_the_example(mini: Mini) -> None:
    """A route that names no fallback shows the policy of the first service, in their order, that has one."""
    mini.add("national/routes.yaml", TALK)
    national = mini.read("national/policies/national.yaml").replace("route: complaint", "route: talk")
    for name in ("town", "other"):
        text = national.replace("id: national", "id: talk").replace("national: true\n", "")
        mini.write(f"services/{name}/policies/talk.yaml", text)
    mini.edit(
        "national/triage.yaml",
        "- {id: complaint, label: A complaint,",
        "- {id: talk, label: A talk, route: talk, because: It is one.}\n"
        "      - {id: complaint, label: A complaint,",
    )
    assert mini.errors() == []
    library = load(mini.folder).library
    assert library is not None
    assert library.route["talk"].fallback == "town-talk"
