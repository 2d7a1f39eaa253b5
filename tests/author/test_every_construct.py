"""Everything that a policy can say, asked for at the terminal and in a file of answers alike.

Two policies of a made-up village hold it all: what is typed stands in a text, what comes of it in an answers
file that was read against it line by line.
"""

from dataclasses import is_dataclass
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest

from navigator.author.form import FORM, Gate
from navigator.author.not_asked import NOT_ASKED
from navigator.author.session import from_file
from navigator.check.checked import load_checked
from navigator.core.shape import shape_of, unwrap
from navigator.load.library import load
from navigator.load.strict_yaml import read
from tests.author.typing_in import TODAY, Typing, typed
from tests.mini import Mini

VILLAGES = Path(__file__).parent / "villages"
BOTH = ("complaints", "review")


def answers(name: str) -> dict[str, Any]:
    tree, problems = read(name, (VILLAGES / f"{name}.yaml").read_bytes())
    assert problems == []
    assert isinstance(tree, dict)
    return tree


def lines(name: str) -> list[str]:
    text = (VILLAGES / f"{name}.txt").read_text(encoding="utf-8")
    return ["" if line == "<Enter>" else line for line in text.splitlines() if not line.startswith("#")]


@pytest.fixture
def village(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Mini:
    """Make a village's folder, and work beside it."""
    monkeypatch.chdir(tmp_path)
    return village_in(tmp_path / "data")


def village_in(folder: Path) -> Mini:
    """Make a folder with two services, one of which is a village, and with a national warning."""
    mini = Mini(folder)
    mini.write("services/village/service.yaml", "{id: village, name: Village, label: V, calendar: england}\n")
    stays = "contacts: [emergency]\nwarnings: [{id: copies, says: Keep copies., source: Section 1}]\n"
    mini.add("national/policies/national.yaml", stays)
    return mini


def write(mini: Mini, name: str) -> Typing:
    return typed(mini.folder, lines(name))


@pytest.mark.parametrize("name", BOTH)
def test_what_is_typed_becomes_the_same_answers_under_the_same_keys(village: Mini, name: str) -> None:
    """The terminal keeps its answers in the form in which a file of answers is written."""
    write(village, name)
    tree, _ = read("kept", Path("new-policy.answers.yaml").read_bytes())
    assert isinstance(tree, dict)
    tree.pop("asked")
    assert tree == answers(name)


@pytest.mark.parametrize("name", BOTH)
def test_a_file_of_answers_gives_the_very_files_that_the_terminal_gives(village: Mini, name: str) -> None:
    """Both pass the check, and what they write is the same to the letter."""
    write(village, name)
    folder = village.folder / "services" / "village"
    by_terminal = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    for path in by_terminal:
        if path.name != "service.yaml":
            path.unlink()
    library, loaded = load_checked(village.folder, TODAY)
    from_file(library, loaded, VILLAGES / f"{name}.yaml", TODAY)
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == by_terminal
    assert village.errors() == []


def test_what_is_written_is_what_was_answered(village: Mini) -> None:
    """The model reads each construct back from the file: nothing is lost or bent on the way."""
    write(village, "complaints")
    library = load(village.folder).library
    assert library
    policy = library.policy["village-complaints"]
    first = policy.stages[0]
    by, answer, hours, before, weekly, target, agreed, termly, at_once, none = first.timescales
    assert (by.id, by.does, by.firmness, first.steps[0].by) == ("stage-1-step-1", "", "promise", by.id)
    assert (answer.amount, answer.up_to, answer.unit, answer.at) == (5, 10, "working_days", "16:00")
    assert answer.extension
    assert answer.extension.told == ("carer",)
    assert (answer.pauses[0].begins_with, answer.pauses[0].over_with) == (
        "mediation_began",
        "mediation_was_over",
    )
    assert (answer.alternatives[0].amount, answer.whichever, answer.kind) == (3, "earlier", "limit")
    assert (hours.amount, hours.unit, hours.start_not_stated) == (48, "hours", True)
    assert (before.counted_before, before.counted_from, before.weekday) == ("the_meeting", None, "friday")
    assert (weekly.repeats, weekly.then_every[0].after, weekly.then_every[0].amount) == (True, 8, 6)
    assert (target.share, agreed.falls_on, termly.windows[0].last) == (80, "the_meeting", "03-31")
    assert (at_once.unit, none.unit, termly.in_words) == ("immediately", "none_stated", "once in each term")
    assert library.event["the_meeting"].planned
    assert first.message
    assert first.message.body == "Hello,\n\nI complain."
    assert first.other_ways[0].back
    assert first.if_settled
    assert first.if_settled.ends
    assert [condition.holds for condition in policy.conditions] == [
        "the complaint is complex", "the child is in danger",
    ]  # fmt: skip
    assert policy.unsure
    assert policy.unsure.stage == "stage-1"


def test_a_table_of_tasks_asks_of_each_task_by_when(village: Mini) -> None:
    """Each step names its own time, and nothing is asked about how far it has got."""
    person = write(village, "review")
    library = load(village.folder).library
    assert library
    (table,) = library.policy["village-review"].stages
    assert [step.by for step in table.steps] == ["stage-1-step-1", "stage-1-step-2", "stage-1-step-3"]
    assert table.asks is None
    assert "How would a person say" not in person.text
    assert library.route["reviews-in-the-village"].urgent


def test_every_field_of_the_model_is_asked_for_or_has_its_reason() -> None:
    """A new field of any part of a policy must be put into the form, or be told why it is not asked for."""
    named = set()
    for cls, entries in FORM.items():
        asked = [ask.key for each in entries for ask in (each.asks if isinstance(each, Gate) else (each,))]
        assert len(asked) == len(set(asked)), cls
        for field in shape_of(cls).fields:
            name = f"{cls.__name__}.{field.key}"
            named.add(name)
            assert (field.key in asked) != (name in NOT_ASKED), name
            bare, _ = unwrap(field.hint)
            bare = unwrap(get_args(bare)[0])[0] if get_origin(bare) is tuple else bare
            if is_dataclass(bare) and name not in NOT_ASKED:
                assert bare in FORM, name
        assert set(asked) <= {field.key for field in shape_of(cls).fields}, cls
    assert set(NOT_ASKED) <= named


def test_the_villages_try_every_question() -> None:
    """What is asked for is tried here, so that no question can be lost unnoticed.

    What a reader reads of their own act is asked for where somebody's role is a reader's, and none is here.
    """
    tried: set[str] = {"Action.act"}
    for name in BOTH:
        for key, cls in ROOTS.items():
            _note(answers(name).get(key), cls, tried)
    asked = {
        f"{cls.__name__}.{ask.key}"
        for cls, entries in FORM.items()
        for each in entries
        for ask in (each.asks if isinstance(each, Gate) else (each,))
    }
    assert asked - tried == set()


ROOTS = {
    field.key: field.hint for field in shape_of(next(cls for cls in FORM if cls.__name__ == "Answers")).fields
}


def _note(data: object, hint: Any, tried: set[str]) -> None:  # noqa: ANN401
    """Note each key that some data gives, by the class that it is of."""
    bare, _ = unwrap(hint)
    if isinstance(data, list):
        for item in data:
            _note(item, get_args(bare)[0], tried)
    elif isinstance(data, dict) and is_dataclass(bare):
        cls: Any = bare
        hints = {field.key: field.hint for field in shape_of(cls).fields}
        for key, held in data.items():
            tried.add(f"{cls.__name__}.{key}")
            _note(held, hints[key], tried)
