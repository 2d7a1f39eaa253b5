"""`navigator new policy`: from answers to a policy that passes the check and has its pages."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from yaml import safe_load

from navigator.author.asking import FromFile, FromTerminal
from navigator.author.files import changed_files
from navigator.author.interview import _Interview, interview
from navigator.check import check
from navigator.check.checked import load_checked
from navigator.cli import main
from navigator.core.journey import nodes
from navigator.core.model import Library, Role, Start
from navigator.core.policies import policy_for
from navigator.load.clock import today_in_london
from navigator.load.library import load
from navigator.load.problem import Severity
from tests.disk_state import room_for
from tests.shipped import PROJECT
from tests.site.built import Site
from tests.site.conftest import build_in, project

GUIDE = PROJECT / "docs" / "site" / "authors" / "from-pdf.md"
TODAY = date(2026, 11, 21)


def example() -> str:
    """Return the answers that the guide shows."""
    text = GUIDE.read_text(encoding="utf-8")
    block = re.search(r"^    title: Riverside.*?(?=^\S)", text, flags=re.MULTILINE | re.DOTALL)
    assert block
    return dedent(block.group())


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PROJECT / "policy_data", tmp_path / "policy_data"))


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.yaml"
    path.write_text(example(), encoding="utf-8")
    return path


def errors(folder: Path) -> list[str]:
    found = check(load(folder), today_in_london())  # a new policy is checked on the day it is written
    return [str(problem) for problem in found if problem.severity is Severity.ERROR]


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")}


def test_the_example_of_the_guide_becomes_pages_without_a_hand_on_any_file(tmp_path: Path) -> None:
    """The check has no error, and the build has the policy's page and its own outcomes in the wizard."""
    folder = project(tmp_path / "project")
    (folder / "answers.yaml").write_text(example(), encoding="utf-8")
    data = folder / "policy_data"
    assert main(["new", "policy", "--data", str(data), "--answers", str(folder / "answers.yaml")]) == 0
    assert errors(data) == []
    library = load(data).library
    assert library
    assert policy_for(library, "escalation", "riverside").id == "riverside-respite"
    assert build_in(folder) == 0
    built = Site(folder / "built")
    assert "Riverside respite requests" in built.page("policies/riverside-respite/").text
    assert "Riverside Fostering" in built.page("services/riverside/").text
    own = [node for node in nodes(library) if (node.route, node.service) == ("escalation", "riverside")]
    reached = {node.choice: node.address for node in own}
    assert {"not-begun", "stage-1", "stage-2", "unsure"} <= set(reached)
    assert "7 working days" in built.page(reached["stage-1"]).text


def test_a_new_policy_changes_no_file_that_is_there(data: Path, answers: Path) -> None:
    """Whatever is new stands in the folder of the service, whatever lists it brings lines for."""
    before = snapshot(data)
    assert main(["new", "policy", "--data", str(data), "--answers", str(answers)]) == 0
    after = snapshot(data)
    assert set(after) - set(before) == {
        f"services/riverside/{name}.yaml"
        for name in ("service", "policies/riverside-respite", "documents", "roles", "events")
    }
    assert before.items() <= after.items()


def test_a_second_policy_adds_lines_to_the_lists_of_its_service(data: Path, answers: Path) -> None:
    """No list is written anew in another form: taking the new lines out gives the old file."""
    main(["new", "policy", "--data", str(data), "--answers", str(answers)])
    before = snapshot(data)
    text = (
        example()
        .replace("riverside-respite", "riverside-second")
        .replace("route: escalation", "route: complaint")
    )
    for old, new in (
        ("respite-desk", "second-desk"),
        ("_asked", "_asked_again"),
        ("  name: Riverside Fostering\n", ""),
    ):
        text = text.replace(old, new)
    answers.write_text(text, encoding="utf-8")
    assert main(["new", "policy", "--data", str(data), "--answers", str(answers)]) == 0
    after = snapshot(data)
    assert set(after) - set(before) == {"services/riverside/policies/riverside-second.yaml"}
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {f"services/riverside/{name}.yaml" for name in ("documents", "roles", "events")}
    assert all(after[name].startswith(before[name]) for name in changed)


def test_the_file_explains_itself(data: Path, answers: Path) -> None:
    """It names its schema first, and has comments for whoever opens it next."""
    main(["new", "policy", "--data", str(data), "--answers", str(answers)])
    text = (data / "services/riverside/policies/riverside-respite.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../../schema/policy.schema.json\n")
    assert len(re.findall(r"^ *# ", text, flags=re.MULTILINE)) >= 8


def test_the_schemas_know_the_new_names(data: Path, answers: Path) -> None:
    """An editor offers the new policy at once."""
    main(["new", "policy", "--data", str(data), "--answers", str(answers)])
    assert '"riverside-respite"' in (data / "schema" / "service.schema.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("id: riverside-respite\n", "id: irm\n", "id: irm is taken."),
        (
            "route: escalation",
            "route: escallation",
            "route: escallation is not there. Did you mean escalation?",
        ),
        ("unit: none_stated", "unit: fortnights", "stages.1.times.0.unit: fortnights is not there."),
        ("amount: 7", "amount: 0", "stages.0.times.0.amount: Write a whole number from 1 to 1000."),
        ("publisher: Riv", "printer: Riv", "publisher is missing. The question is: Who published it?"),
        ("publisher: Riv", "publiser: Riv", "Who published it? Is it publiser, which is there?"),
        ("not_begun: I", "not_begin: I", "not_begin is not asked for. Did you mean not_begun?"),
        ("  dated: March", "  date: March", "document.date is not asked for. Did you mean dated?"),
        ("service:", "colour: blue\nservice:", "colour is not asked for. Take it out."),
        ("service:", "colour: [blue, {x: 1}]\nservice:", "colour is not asked for. Take it out."),
        ("  id: riverside\n", "  id: kent-x y\n", "service.id: Write lower-case letters"),
        ("    explains: The people", "    is: The people", "roles.respite-desk.explains is missing."),
    ],
)
def test_an_answer_that_cannot_be_taken_is_told_and_nothing_is_written(
    data: Path, answers: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, told: str
) -> None:
    """The message names the answer and what to write, and every file is as it was."""
    text = example()
    assert text.count(old) == 1
    answers.write_text(text.replace(old, new), encoding="utf-8")
    before = snapshot(data)
    assert main(["new", "policy", "--data", str(data), "--answers", str(answers)]) == 2
    assert told in capsys.readouterr().err
    assert snapshot(data) == before


def test_a_service_keeps_one_policy_for_a_route(
    data: Path, answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where it has one already, that one is named."""
    text = example().replace("  id: riverside\n", "  id: four-stage\n")
    answers.write_text(text, encoding="utf-8")
    assert main(["new", "policy", "--data", str(data), "--answers", str(answers)]) == 2
    assert "has a policy for escalation already: escalation-four-stage" in capsys.readouterr().err


def test_what_the_check_refuses_is_taken_back(
    data: Path, answers: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files that would not pass are put back, and the errors are told."""
    ask = _Interview._step
    monkeypatch.setattr(_Interview, "_step", lambda *asked: replace(ask(*asked), who="nobody", to=()))
    before = snapshot(data)
    assert main(["new", "policy", "--data", str(data), "--answers", str(answers)]) == 2
    told = capsys.readouterr().err
    assert "'nobody' is not among the roles" in told
    assert "Nothing was written" in told
    assert snapshot(data) == before


def test_a_policy_can_bring_a_route_of_its_own(data: Path, answers: Path) -> None:
    """A new kind of process gets an answer in the questions, before the one for not sure."""
    extra = """\
new_route:
  name: Asking for respite
  id: respite
  purpose: For days on which somebody else looks after the child.
  who_starts: The foster carer.
  question: carer-topic
  label: I need respite
  because: Respite has a process of its own.
"""
    answers.write_text(example().replace("route: escalation", "route: new") + extra, encoding="utf-8")
    assert main(["new", "policy", "--data", str(data), "--answers", str(answers)]) == 0
    assert errors(data) == []
    library = load(data).library
    assert library
    options = [option.id for option in library.question["carer-topic"].options]
    assert options[-2:] == ["respite", "unsure"]
    assert policy_for(library, "respite", None).id == "riverside-respite"


class Typing:
    """Somebody at a terminal: what they type, by a part of the question, and all that they are shown."""

    def __init__(self, library: Library) -> None:
        self.shown: list[str] = []
        self._lines = self._script(library)

    def read(self, shown: str) -> str:
        self.shown.append(shown)
        try:
            return next(self._lines)
        except StopIteration:
            raise EOFError from None

    def _script(self, library: Library) -> Iterator[str]:
        yield from ("", "Riverside respite", "", "Riverside", "nowhere", "escalation", "rr", "", "", "", "")
        yield from ("riverside", "Riverside Fostering", "Carers.", "It asks.")
        yield from (
            "Ask the desk",
            "",
            "",
            "I have asked",
            "asked_desk",
            "the day you asked",
            "When did you ask?",
        )
        yield from ("foster-carer", "asks the desk", "desk", "", "Plans respite.", "", "n")
        yield from ("The desk answers.", "working_days", "seven", "7", "", "yes", "must", "n")
        yield from ("Nothing is said.", "", "maybe", "n", "I have not asked")


def test_a_person_at_a_terminal_is_asked_the_same(library: Library) -> None:
    """Enter takes what is in brackets or leaves out, and a wrong answer is explained and asked again."""
    typing = Typing(library)
    said: list[str] = []
    given = interview(library, FromTerminal(typing.read, said.append), TODAY)
    policy = given.policy
    assert policy.id == "riverside-respite"
    assert policy.start == Start("I have not asked")
    assert policy.unsure is None
    (stage,) = policy.stages
    assert stage.source.section == "Ask the desk"
    assert stage.timescales[0].counted_from == "asked_desk"
    assert stage.timescales[0].amount == 7
    assert [role.name for role in given.added if isinstance(role, Role)] == ["desk"]
    assert [each.strip() for each in said if "nowhere" not in each] == [
        "Please write something.", "Write a whole number from 1 to 1000.", "Please write y or n.",
    ]  # fmt: skip


def test_a_person_who_stops_leaves_nothing_behind(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the answers end early, nothing is written, and that is said."""

    def end(shown: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", end)
    monkeypatch.setattr("navigator.cli.new.FromTerminal", lambda: FromTerminal(end))
    before = snapshot(data)
    assert main(["new", "policy", "--data", str(data)]) == 2
    assert "nothing was written" in capsys.readouterr().err
    assert snapshot(data) == before


def test_texts_that_yaml_would_take_for_something_else_are_quoted(data: Path, answers: Path) -> None:
    """Colons, numbers, words such as no, and signs come back as they were typed."""
    text = example().replace("summary: >-\n  A carer", 'summary: >-\n  No: 12:30 "is" #1 & {x}. A carer')
    answers.write_text(text.replace("dated: March 2026", 'dated: "2026-03-01"'), encoding="utf-8")
    assert main(["new", "policy", "--data", str(data), "--answers", str(answers)]) == 0
    library = load(data).library
    assert library
    assert library.policy["riverside-respite"].summary.startswith('No: 12:30 "is" #1 & {x}. A carer')
    assert library.document["riverside-respite-requests"].dated == "2026-03-01"


def test_on_a_full_disk_nothing_is_written(
    data: Path, answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All files are written, or none; the message says why."""
    before = snapshot(data)
    with room_for(1000):
        assert main(["new", "policy", "--data", str(data), "--answers", str(answers)]) == 1
    assert "File too large. Nothing was written." in capsys.readouterr().err
    assert snapshot(data) == before


def test_a_kill_between_two_files_leaves_a_folder_without_errors(data: Path, answers: Path) -> None:
    """A kill at the last moment can leave a part of the files: what others refer to comes first."""
    asked = interview(load_checked(data, TODAY)[0], FromFile(safe_load(answers.read_text("utf-8"))), TODAY)
    files = changed_files(data, load_checked(data, TODAY)[0], asked)
    assert len(files) == 5
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        assert errors(data) == []
