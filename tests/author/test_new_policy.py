"""`navigator new policy`: from answers to a policy that passes the check and has its pages."""

import re
import shutil
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest

from navigator.author.files import WouldNotPass, save
from navigator.author.made_files import changed_files
from navigator.author.person import Stopped
from navigator.author.reading import new_policy
from navigator.author.session import from_file
from navigator.check import check
from navigator.check.checked import load_checked
from navigator.cli import main
from navigator.core.journey import nodes
from navigator.core.model import Library
from navigator.core.policies import policy_for
from navigator.load.clock import today_in_london
from navigator.load.library import Loaded, load
from navigator.load.problem import Severity
from navigator.load.strict_yaml import read
from navigator.load.tree import SourceFile
from navigator.site.build.pages import drafts
from navigator.site.kit.library_index import LibraryIndex
from tests.disk_state import room_for
from tests.shipped import PROJECT

GUIDE = PROJECT / "docs" / "site" / "authors" / "from-pdf.md"
TODAY = today_in_london()
HOME = "services/riverside"

type Shipped = tuple[Library, Loaded]


def example() -> str:
    """Return the answers that the guide shows."""
    text = GUIDE.read_text(encoding="utf-8")
    block = re.search(r"^    service:\n.*?(?=^\S)", text, flags=re.MULTILINE | re.DOTALL)
    assert block
    return dedent(block.group())


def national(folder: Path) -> Path:
    """Copy the policies without those of any service, which no answer here refers to."""
    kept = PROJECT / "policy_data"
    services = shutil.ignore_patterns(*(each.name for each in (kept / "services").iterdir()))
    return Path(shutil.copytree(kept, folder / "policy_data", ignore=services))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return national(tmp_path)


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.yaml"
    path.write_text(example(), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def shipped() -> Shipped:
    return load_checked(PROJECT / "policy_data", TODAY)


def errors(folder: Path) -> list[str]:
    found = check(load(folder), TODAY)
    return [str(problem) for problem in found if problem.severity is Severity.ERROR]


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")}


def new(data: Path, answers: Path) -> int:
    return main(["new", "policy", "--data", str(data), "--answers", str(answers)])


def test_the_example_of_the_guide_becomes_pages_without_a_hand_on_any_file(data: Path, answers: Path) -> None:
    """The check has no error, and the policy has its page and its own outcomes in the wizard."""
    assert new(data, answers) == 0
    assert errors(data) == []
    library = load(data).library
    assert library
    assert policy_for(library, "escalation", "riverside").id == "riverside-respite"
    made = {draft.path: draft for draft in drafts(LibraryIndex(library), TODAY, None)}
    assert "Riverside respite requests" in made["policies/riverside-respite.md"].write().text
    assert "Riverside Fostering" in made["services/riverside.md"].write().text
    own = [node for node in nodes(library) if (node.route, node.service) == ("escalation", "riverside")]
    reached = {node.choice: f"find/{node.slug}.md" for node in own}
    assert {"not-begun", "stage-1", "stage-2", "unsure"} <= set(reached)
    assert "7 working days" in made[reached["stage-1"]].write().text


def test_a_new_service_is_one_folder_and_changes_no_other_file(data: Path, answers: Path) -> None:
    """Everything that the policy brings stands in the folder of its service."""
    before = snapshot(data)
    assert new(data, answers) == 0
    after = snapshot(data)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {
        f"{HOME}/{name}"
        for name in (
            "service.yaml", "documents.yaml", "roles.yaml", "events.yaml", "policies/riverside-respite.yaml",
        )
    }  # fmt: skip


def test_a_second_policy_is_added_at_the_end_of_the_service_s_own_lists(data: Path, answers: Path) -> None:
    """What is there stays as it is written, comments and all."""
    assert new(data, answers) == 0
    roles = data / HOME / "roles.yaml"
    roles.write_text(roles.read_text("utf-8") + "# Kept by hand.\n", encoding="utf-8")
    before = snapshot(data)
    second = example().replace(
        "service:\n  id: riverside\n  name: Riverside Fostering\n", "whose: riverside\n"
    )
    second = second.replace("id: riverside-respite", "id: riverside-pay").replace("escalation", "complaint")
    second = second.replace("respite-desk", "pay-desk").replace(
        "respite desk\n    explains", "pay desk\n    explains"
    )
    second = re.sub(r"^events:\n.*", "", second, flags=re.MULTILINE | re.DOTALL)
    known = "policy:\n  document: riverside-respite-requests\n"
    second = re.sub(r"^documents:\n.*?^policy:\n", known, second, flags=re.MULTILINE | re.DOTALL)
    answers.write_text(second, encoding="utf-8")
    assert new(data, answers) == 0
    after = snapshot(data)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {f"{HOME}/roles.yaml"}
    assert after[f"{HOME}/roles.yaml"].startswith(before[f"{HOME}/roles.yaml"])


def test_the_file_explains_itself(data: Path, answers: Path) -> None:
    """It names its schema first, and has comments for whoever opens it next."""
    new(data, answers)
    text = (data / HOME / "policies" / "riverside-respite.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../../schema/policy.schema.json\n")
    assert len(re.findall(r"^ *# ", text, flags=re.MULTILINE)) >= 8


def test_the_schemas_know_the_new_names(data: Path, answers: Path) -> None:
    """An editor offers the new policy at once."""
    new(data, answers)
    assert '"riverside-respite"' in (data / "schema" / "service.schema.json").read_text(encoding="utf-8")


def test_it_says_what_the_check_says_and_what_to_do_next(
    data: Path, answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The findings about the new files are told, and the next commands."""
    new(data, answers)
    told = capsys.readouterr().out
    assert "riverside-respite.yaml: written" in told
    assert re.search(r"The check: no error, and \d+ findings about these files\.\n", told)
    assert "found by rule, no_timescale: The team manager has decided." in told
    assert "navigator findings --policy riverside-respite" in told


@pytest.mark.parametrize(
    ("old", "new_text", "told"),
    [
        ("route: escalation", "route: escallation",
         "13:10: error: policy.route: 'escallation' is not among the routes. Did you mean escalation?"),
        ("unit: none_stated", "unit: fortnights",
         "policy.stages[1].timescales[0].unit: is not one of the choices: 'fortnights'."),
        ("amount: 7", "amount: 0", "policy.stages[0].timescales[0].amount: cannot be 0. Write a number"),
        ("amount: 7", "amount: seven", "policy.stages[0].timescales[0].amount: is not a whole number."),
        ("publisher: Riv", "printer: Riv", "policy.publisher: is missing. Write some words"),
        ("publisher: Riv", "publiser: Riv", "publiser: is not a key known here. Did you mean publisher?"),
        ("    asks: I have not", "    aks: I have not", "policy.start.aks: is not a key known here."),
        ("    dated: March", "    date: March", "date: is not a key known here. Did you mean dated?"),
        ("service:", "colour: blue\nservice:", "1:1: error: colour: is not a key known here."),
        ("  id: riverside\n", "  id: kent-x y\n", "service.id: has the wrong form: 'kent-x y'."),
        ("  id: riverside\n", "  id: kent\n", "service: kent is there already. Write whose: kent"),
        ("    explains: The people", "    is: The people", "roles[0].explains: is missing."),
        ("        - who: team-manager", "        - who: team-manger",
         "policy.stages[1].steps[0].who: 'team-manger' is not among the roles. Did you mean team-manager?"),
        ("from: asked_for_respite", "from: asked_for_respit",
         "'asked_for_respit' is not among the events. Did you mean asked_for_respite?"),
        ("        stage: stage-2", "        stage: stage-3",
         "policy.stages[0].if_unresolved.stage: 'stage-3' is not among the positions. Did you mean stage-2?"),
        ("  unsure:\n    says:", "  unsure:\n    say:", "policy.unsure.says: is missing."),
        ("          firmness: must\n", "", "timescales[0].firmness: is missing. Write one of: must"),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_be_taken_is_told_with_its_place(
    shipped: Shipped, answers: Path, old: str, new_text: str, told: str
) -> None:
    """The message has file, line and column, names the answer and says what to write."""
    text = example()
    assert text.count(old) == 1
    answers.write_text(text.replace(old, new_text), encoding="utf-8")
    with pytest.raises(Stopped) as stopped:
        from_file(*shipped, answers, TODAY)
    said = str(stopped.value)
    assert told in said
    assert re.search(rf"^{re.escape(answers.as_posix())}:\d+:\d+: error: ", said, flags=re.MULTILINE)
    assert said.endswith("Nothing was written.")


def test_everything_wrong_with_the_answers_is_told_at_once(shipped: Shipped, answers: Path) -> None:
    """One run tells of an unknown key, a wrong type, a missing answer and a wrong name, in their order."""
    text = example().replace("  name: Riverside", "  nam: Riverside").replace("amount: 7", "amount: seven")
    answers.write_text(text.replace("[respite-desk]", "[desk]"), encoding="utf-8")
    with pytest.raises(Stopped) as stopped:
        from_file(*shipped, answers, TODAY)
    found = [line.split(": ")[2] for line in str(stopped.value).splitlines() if ": error: " in line]
    assert found == [
        "service.label", "service.name", "service.nam", "policy.stages[0].steps[0].to[0]",
        "policy.stages[0].timescales[0].amount",
    ]  # fmt: skip


def test_a_service_keeps_one_policy_for_a_route(shipped: Shipped, answers: Path) -> None:
    """Where it has one already, that one is named."""
    text = example().replace(
        "service:\n  id: riverside\n  name: Riverside Fostering\n", "whose: four-stage\n"
    )
    answers.write_text(text, encoding="utf-8")
    with pytest.raises(Stopped, match="has a policy for escalation already: escalation-four-stage"):
        from_file(*shipped, answers, TODAY)


@pytest.mark.parametrize(
    ("whose", "told"),
    [
        ("", "whose: is missing. Write the id of a service"),
        ("whose: kent\nservice:\n  name: Riverside\n", "service: stands beside whose."),
        ("whose: kant\n", "whose: 'kant' is not among the services. Did you mean kent?"),
    ],
)
def test_whose_policy_it_is_must_be_plain(shipped: Shipped, answers: Path, whose: str, told: str) -> None:
    """A misspelt service never becomes a new one."""
    text = example().replace("service:\n  id: riverside\n  name: Riverside Fostering\n", whose)
    answers.write_text(text, encoding="utf-8")
    with pytest.raises(Stopped) as stopped:
        from_file(*shipped, answers, TODAY)
    assert told in str(stopped.value)


def test_what_the_check_refuses_is_not_written_and_told_at_the_answer(
    data: Path, answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What fits each key and not the rest is found by the check, and has its place in the answers."""
    text = example().replace(
        "          closes_stage: true\n", "          closes_stage: true\n          up_to: 5\n"
    )
    answers.write_text(text, encoding="utf-8")
    before = snapshot(data)
    assert new(data, answers) == 2
    told = capsys.readouterr().err
    line = text[: text.index("up_to")].count("\n") + 1
    place = f"{answers.as_posix()}:{line}:18: error: policy.stages[0].timescales[0].up_to"
    assert f"{place}: is not larger than the amount, 7." in told
    assert snapshot(data) == before


def test_a_policy_can_bring_a_route_of_its_own(data: Path, answers: Path) -> None:
    """A new kind of process gets an answer in the questions, before the one for not sure."""
    extra = """\
routes:
  - name: Asking for respite
    id: respite
    purpose: For days on which somebody else looks after the child.
    who_starts: The foster carer.
    offered:
      - question: carer-topic
        label: I need respite
        because: Respite has a process of its own.
"""
    answers.write_text(example().replace("  route: escalation\n", "") + extra, encoding="utf-8")
    before = snapshot(data)
    assert new(data, answers) == 0
    assert errors(data) == []
    after = snapshot(data)
    assert {name: after[name] for name in before} == before
    library = load(data).library
    assert library
    options = [option.id for option in library.question["carer-topic"].options]
    assert options[-2:] == ["respite", "unsure"]
    assert policy_for(library, "respite", None).id == "riverside-respite"


def test_texts_that_yaml_would_take_for_something_else_are_quoted(data: Path, answers: Path) -> None:
    """Colons, numbers, words such as no, and signs come back as they were typed."""
    text = example().replace("summary: >-\n    A carer", 'summary: >-\n    No: 12:30 "is" #1 & [x]. A carer')
    answers.write_text(text.replace("dated: March 2026", 'dated: "2026-03-01"'), encoding="utf-8")
    assert new(data, answers) == 0
    library = load(data).library
    assert library
    assert library.policy["riverside-respite"].summary.startswith('No: 12:30 "is" #1 & [x]. A carer')
    assert library.document["riverside-respite-requests"].dated == "2026-03-01"


def test_on_a_full_disk_nothing_is_written(
    data: Path, answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All files are written, or none; the message says why."""
    before = snapshot(data)
    with room_for(1000):
        assert new(data, answers) == 1
    assert "File too large. Nothing was written." in capsys.readouterr().err
    assert snapshot(data) == before


def test_a_kill_between_two_files_leaves_a_folder_without_errors(data: Path) -> None:
    """A kill at the last moment can leave a part of the files: what others refer to comes first."""
    tree, _ = read("answers.yaml", example().encode())
    library, loaded = load_checked(data, TODAY)
    asked = new_policy(library, loaded, SourceFile("answers.yaml", tree), TODAY)
    files = changed_files(data, library, asked)
    assert len(files) == 5
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        assert errors(data) == []


def test_what_does_not_fit_is_taken_back(data: Path) -> None:
    """Files that would not pass are tried in a copy, and the errors have the places of the files to be."""
    tree, _ = read("answers.yaml", example().encode())
    library, loaded = load_checked(data, TODAY)
    asked = new_policy(library, loaded, SourceFile("answers.yaml", tree), TODAY)
    broken = replace(asked, added=tuple(each for each in asked.added if each.id != "respite-desk"))
    before = snapshot(data)
    with pytest.raises(WouldNotPass, match=f"{HOME}/policies/riverside-respite.yaml:.*'respite-desk' is not"):
        save(data, changed_files(data, library, broken), TODAY)
    assert snapshot(data) == before
