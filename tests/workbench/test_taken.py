"""What leaves the workbench for others: a patch that git takes, and a sheet that names each change."""

import re
import subprocess
from pathlib import Path

import pytest

from navigator.core.model import Policy, Stage
from navigator.core.shape import shape_of
from navigator.workbench.desk import Desk
from navigator.workbench.patch import patch
from tests.author.test_terminal import PLAIN
from tests.mini import TODAY, Mini
from tests.workbench.desks import POLICY, ask, edited
from tests.workbench.test_asked_on_a_page import Reader


@pytest.fixture
def mini(tmp_path: Path) -> Mini:
    return Mini(tmp_path / "policy_data")


@pytest.fixture
def desk(mini: Mini) -> Desk:
    return Desk(mini.folder, TODAY)


def git(folder: Path, *command: str) -> None:
    done = subprocess.run(["git", *command], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_git_takes_the_patch(tmp_path: Path) -> None:
    """A changed file, a new one, one that is gone, ends without a line's end, and odd signs within a line."""
    before = {
        "a.yaml": "one\ntwo\u2028and\x0cthree\nfour\n", "gone.yaml": "bye\n", "end.yaml": "a\nb",
        "same.yaml": "same\n", "sub/deep.yaml": "x\n" * 30,
    }  # fmt: skip
    now = {
        "a.yaml": "one\n2\u2028and\x0c3\nfour\nfive", "new/made.yaml": "hello\n", "end.yaml": "a\nb\n",
        "same.yaml": "same\n", "sub/deep.yaml": "x\n" * 10 + "y\n" + "x\n" * 20,
    }  # fmt: skip
    for path, text in before.items():
        place = tmp_path / "policy_data" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode())
    files = {path: (before.get(path), now.get(path)) for path in sorted({*before, *now})}
    (tmp_path / "changes.patch").write_bytes(patch(files).encode())
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "apply", "changes.patch")
    held = tmp_path / "policy_data"
    assert {path.relative_to(held).as_posix(): path.read_bytes() for path in held.rglob("*.yaml")} == {
        path: text.encode() for path, text in now.items()
    }


def test_nothing_that_is_the_same_is_in_a_patch() -> None:
    """Without a difference there is no line."""
    assert patch({"a.yaml": ("x\n", "x\n"), "b.yaml": (None, None)}) == ""


def test_the_desk_makes_the_patch_of_what_differs(desk: Desk) -> None:
    """The old text comes with the message, the new one is the draft's."""
    saved = edited(desk, ("amount: 10", "amount: 15"))["saved"]
    made = ask(desk, "patch", before=saved)
    assert made["name"] == "policy-changes.patch"
    changed = [line for line in made["text"].splitlines() if line[0] in "+-"]
    assert changed == [
        f"--- a/policy_data/{POLICY}", f"+++ b/policy_data/{POLICY}",
        "-        amount: 10", "+        amount: 15",
    ]  # fmt: skip


def test_git_takes_the_patch_of_a_file_with_windows_line_ends(tmp_path: Path, desk: Desk) -> None:
    """The workbench knows it with line feeds alone; its owner's file has a mark and carriage returns."""
    saved = edited(desk, ("amount: 10", "amount: 15"))["saved"]
    form = {"mark": True, "ends": "\r\n"}
    made = ask(desk, "patch", before=saved, forms={POLICY: form})
    theirs, place = tmp_path / "theirs", tmp_path / "theirs" / "policy_data" / POLICY
    place.parent.mkdir(parents=True)
    windows = ("\ufeff" + saved[POLICY].replace("\n", "\r\n")).encode()
    place.write_bytes(windows)
    (theirs / "changes.patch").write_bytes(made["text"].encode())
    git(theirs, "init", "--quiet")
    git(theirs, "-c", "core.autocrlf=false", "apply", "changes.patch")
    assert place.read_bytes() == windows.replace(b"amount: 10", b"amount: 15")


def plain(html: str) -> str:
    """Return the words of some HTML, with a bar between its parts."""
    return "|".join(filter(None, (part.strip() for part in re.split(r"<[^>]+>", html))))


def test_the_sheet_names_each_change_before_and_now(desk: Desk) -> None:
    """A limit, who acts, where it leads and a name, each at its stage, with its section."""
    saved = edited(
        desk,
        ("amount: 10", "amount: 15"),
        ("firmness: must", "firmness: aim"),
        ("{who: team, does: answers, to: [carer]}", "{who: team, does: writes back, to: [carer]}"),
        ("says: It goes on.", "says: It goes on to the second stage."),
        ("title: First level", "title: The first look"),
        ("How long may level 1 take?", "By when does level 1 end?"),
    )["saved"]
    told = ask(desk, "report", before=saved)
    said = plain(told["html"])
    section = "Section 1"
    days = "after the day you sent it."
    assert (
        f"|First stage|What|Until now|From now on|Where it stands"
        f"|Who does what|The complaints team answers. To: foster carer."
        f"|The complaints team writes back. To: foster carer.|{section}"
        f"|Time limit|It is answered. Within 10 working days {days} This time must be kept."
        f"|It is answered. Within 15 working days {days} This is the aim. It can take longer.|{section}"
        f"|If it is not settled|It goes on.|It goes on to the second stage.|{section}"
    ) in said
    assert (
        "|The first look|What|Until now|From now on|Where it stands|Name|First level|The first look|" in said
    )
    assert "|Question:|By when does level 1 end?|Answer:|" in said
    assert said.endswith(f"|The files that change|{POLICY}")
    assert told["subject"] == "For approval: changes to Town's complaints"
    assert "the file policy-changes.patch" in told["body"]


def test_every_field_of_a_policy_has_a_name_there(desk: Desk) -> None:
    """What differs is named in plain words, whatever it is."""
    library = desk.loaded.library
    assert library
    keys = {field.key for cls in (Policy, Stage) for field in shape_of(cls).fields}
    unnamed = keys - library.words.group("workbench.taken.part").keys()
    assert unnamed == {"id", "stages", "levels", "national", "shared"}


def test_what_the_words_do_not_show_is_told_by_its_key(desk: Desk) -> None:
    """A start that nobody sees in the sentence differs all the same."""
    saved = edited(desk, ("closes_stage: true", "closes_stage: false"))["saved"]
    said = plain(ask(desk, "report", before=saved)["html"])
    assert "|Time limit|Not there|- closes_stage: True|" in said


def test_a_new_policy_and_what_it_brings_are_new(desk: Desk) -> None:
    """There is one side only, and each thing beside it is named with its kind."""
    files = Reader(desk.folder).type(PLAIN)["files"]
    desk.put(files)
    assert desk.is_sound, desk.loaded.problems
    said = plain(ask(desk, "report", before=dict.fromkeys(files))["html"])
    assert "|Town's fees|This is new. It restates: Fees in Town." in said
    assert "|What|From now on|Where it stands|" in said
    assert "|Until now|" not in said
    assert "|What else changes|Route: Fees|This is new.|" in said


def test_a_draft_with_errors_has_no_sheet(desk: Desk) -> None:
    """It says which of the two states has them; a patch can be made all the same."""
    saved = edited(desk, ("amount: 10", "amount: ten"))["saved"]
    assert ask(desk, "report", before=saved) == {"errors": "now"}
    assert "+        amount: ten" in ask(desk, "patch", before=saved)["text"]
    broken = desk.text(POLICY)
    desk.put(saved)
    assert ask(desk, "report", before={POLICY: broken}) == {"errors": "before"}
