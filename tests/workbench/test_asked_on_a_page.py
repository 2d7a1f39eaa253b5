"""A new policy in a page: the questions of the command, one at a time, and the files that it writes."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from navigator.author.session import from_file
from navigator.check.checked import load_checked
from navigator.load.strict_yaml import read
from navigator.workbench.desk import Desk
from navigator.workbench.kinds import answer
from tests.author.test_every_construct import lines, village_in, write
from tests.author.test_from_text import ANSWERS, DOCUMENT, STAGES
from tests.author.test_terminal import PLAIN
from tests.author.typing_in import TODAY, typed
from tests.mini import Mini


class Reader:
    """Somebody who answers in a page: sends back what came with the last answer, as its script does."""

    def __init__(self, folder: Path, text: str = "") -> None:
        """Open the page, perhaps with a document's text."""
        self.desk = Desk(folder, TODAY)
        self.text = text
        self.shown: dict[str, Any] = {}
        self.questions: list[dict[str, Any]] = []
        self.send()

    def send(self, **said: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever a page sends
        """Send something, as JSON, and look at what comes."""
        held = {"answers": self.shown.get("answers", {}), "pending": self.shown.get("pending", [])}
        message = json.loads(json.dumps({"text": self.text, **held, **said}))
        self.shown = json.loads(json.dumps(answer(self.desk, "begin", message)))
        if "question" in self.shown:
            self.questions.append(self.shown["question"])
        return self.shown

    def type(self, lines: Iterable[str]) -> dict[str, Any]:
        """Answer one question after another, and return what came last."""
        for line in lines:
            self.send(typed=line)
        return self.shown

    @property
    def says(self) -> str:
        """The question that is open."""
        return str(self.shown["question"]["says"])


@pytest.fixture
def mini(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Mini:
    monkeypatch.chdir(tmp_path)
    Path("lending.md").write_text(DOCUMENT, encoding="utf-8")
    return Mini(tmp_path / "data")


def test_the_same_answers_give_the_very_files_of_the_terminal(mini: Mini) -> None:
    """With a document's text: its sentences, the new service, days and roles, and what is not carried."""
    page = Reader(mini.folder, DOCUMENT)
    end = page.type([*ANSWERS, *STAGES])
    before = {path: path.read_bytes() for path in mini.folder.rglob("*.yaml")}
    typed(mini.folder, [*ANSWERS, *STAGES], document=Path("lending.md"))
    written = {
        path.relative_to(mini.folder).as_posix(): path.read_text("utf-8")
        for path in mini.folder.rglob("*.yaml")
        if before.get(path) != path.read_bytes()
    }
    assert end["files"] == written
    assert end["policy"] == "services/town/policies/lending-of-equipment.yaml"
    assert len(end["left_out"]) == 4
    listed = end["left_out_file"]
    assert Path(listed["name"]).read_text("utf-8") == listed["text"]


def test_a_question_comes_with_the_lines_that_were_put_there(mini: Mini) -> None:
    """Each sentence is asked about by itself, and stands beside the questions of its place from then on."""
    page = Reader(mini.folder, DOCUMENT)
    page.type(ANSWERS[: ANSWERS.index("x it only names the page") + 3])
    line = "1. Asking for equipment: The desk must answer within three working days of the request."
    assert page.shown["question"]["sentence"] == f"4 of 11. {line}"
    places = [(each["group"], each["typed"]) for each in page.shown["question"]["choices"]]
    stage = "Stage 2: If you are not content"
    assert places[4:] == [
        *((stage, typed) for typed in ("2w", "2t", "2n", "2")), ("Elsewhere", "p"), ("Elsewhere", "x "),
    ]  # fmt: skip
    page.type([*ANSWERS[ANSWERS.index("x it only names the page") + 3 :], *STAGES[: STAGES.index("must")]])
    assert page.says == "How firm is it?"
    assert page.shown["lines"][0] == line
    assert page.shown["heading"] == "Stage 1: 1. Asking for equipment"
    assert page.shown["parts"] == [
        "", "The stages", "The lines of the document", "Stage 1: 1. Asking for equipment",
        "Stage 2: If you are not content", "The policy as a whole",
    ]  # fmt: skip


def test_copied_words_are_told_with_the_next_question(mini: Mini) -> None:
    """The answer is taken all the same; going back asks for it anew."""
    page = Reader(mini.folder, DOCUMENT)
    copied = "The desk must answer within three working days of the request."
    page.type([*ANSWERS, *STAGES[: STAGES.index(copied) + 1]])
    told = "Nine words in a row are the document's: the desk must answer within three working days of."
    assert page.shown["warned"] == [f"{told} Say it in words of your own."]
    page.send(back=True)
    assert page.says == "What should have happened by then? Write a sentence without the time."
    assert page.shown["warned"] == []


def test_choices_alone_answer_what_has_choices(mini: Mini) -> None:
    """What a page offers is what the walk takes: radios and boxes are answered by what stands behind them."""
    page = Reader(mini.folder)
    for line in PLAIN:
        question = page.shown["question"]
        offered = {each["typed"] for each in question["choices"]}
        own = any(each["own"] for each in question["choices"])
        letters = set(line) if question["several"] else {line}
        known = letters <= offered or line == (question["default"] or "")
        by_name = {each["says"] for each in question["choices"]} & {line}
        assert not offered or own or known or by_name or not line, (question, line)
        page.send(typed=line)
    assert "files" in page.shown


def test_each_answer_can_be_taken_back_and_given_again(mini: Mini) -> None:
    """The question before is asked again, the end of a list too; what comes of it is the same."""
    page = Reader(mini.folder)
    for line in PLAIN[:-1]:
        before = page.says, page.shown["heading"], page.shown["question"]["without"]
        page.send(typed=line)
        page.send(back=True)
        assert (page.says, page.shown["heading"], page.shown["question"]["without"]) == before
        page.send(typed=line)
    end = page.type(PLAIN[-1:])
    assert end["files"] == Reader(mini.folder).type(PLAIN)["files"]


def test_the_first_question_is_known_as_the_first(mini: Mini) -> None:
    """A page then offers no way back."""
    page = Reader(mini.folder)
    assert page.shown["first"]
    assert not page.send(typed="Town's fees")["first"]
    assert page.send(back=True)["first"]


def test_what_cannot_be_taken_is_told_with_the_same_question(mini: Mini) -> None:
    """Nothing of it is kept."""
    page = Reader(mini.folder)
    page.type(PLAIN[: PLAIN.index("7 working days")])
    held = page.shown["answers"]
    page.send(typed="soon")
    assert page.says == "By when?"
    assert page.shown["refused"].startswith("Write a number and a unit")
    assert (page.shown["answers"], page.shown["pending"]) == (held, [])


def test_what_follows_from_an_answer_belongs_to_it(mini: Mini) -> None:
    """A name that is nearly known is asked about; nothing is kept before that is answered."""
    page = Reader(mini.folder)
    page.type(PLAIN[: PLAIN.index("carer")])
    held = page.shown["answers"]
    page.send(typed="foster career")
    assert page.says == "foster carer: is that meant?"
    assert [each["typed"] for each in page.shown["question"]["choices"]] == ["y", "n"]
    assert (page.shown["answers"], page.shown["pending"]) == (held, ["foster career"])
    page.send(back=True)
    assert (page.says, page.shown["pending"]) == ("Who acts?", [])
    page.type(["foster career", "y"])
    assert page.shown["answers"]["policy"]["stages"][0]["steps"] == [{"who": "carer"}]


def test_answers_can_be_taken_up_again_here_and_at_a_terminal(mini: Mini) -> None:
    """The file of answers is that of the command."""
    page = Reader(mini.folder)
    page.type(PLAIN[:40])
    saved = answer(page.desk, "answers", {"answers": page.shown["answers"]})
    Path(saved["name"]).write_text(saved["file"], encoding="utf-8")
    again = Reader(mini.folder)
    again.send(file=saved["file"])
    assert again.shown["question"] == page.shown["question"]
    end = again.type(PLAIN[40:])
    typed(mini.folder, PLAIN[40:], resume=Path(saved["name"]))
    assert {path: (mini.folder / path).read_text("utf-8") for path in end["files"]} == end["files"]


def test_a_broken_file_of_answers_is_told(mini: Mini) -> None:
    """With its place, as the command does."""
    page = Reader(mini.folder)
    page.send(file="policy: [")
    assert page.shown["stopped"].startswith("new-policy.answers.yaml:2:1: error: ")
    page.send(file="policy: {title: Fees, publisher: Town}\n")
    assert page.says == "Which route is it for?"


def test_answers_that_do_not_fit_together_are_told(mini: Mini) -> None:
    """What was changed in the file by hand and cannot be is told with its line."""
    page = Reader(mini.folder)
    page.type(PLAIN[:-1])
    saved = answer(page.desk, "answers", {"answers": page.shown["answers"]})["file"]
    page.send(file=saved.replace("unit: working_days", "unit: fortnights"), typed="")
    assert "timescales[0].unit: is not one of the choices: 'fortnights'." in page.shown["stopped"]


def test_the_files_are_those_of_a_file_of_answers_too(mini: Mini) -> None:
    """The command's own way from a file comes to the same."""
    page = Reader(mini.folder)
    end = page.type(PLAIN)
    saved = answer(page.desk, "answers", {"answers": end["answers"]})["file"]
    Path("a.yaml").write_text(saved, encoding="utf-8")
    from_file(*load_checked(mini.folder, TODAY), Path("a.yaml"), TODAY)
    assert {path: (mini.folder / path).read_text("utf-8") for path in end["files"]} == end["files"]


def test_a_folder_with_an_error_is_asked_about_as_it_was_before(mini: Mini) -> None:
    """Where it was never sound, that is told in place of a question."""
    page = Reader(mini.folder)
    answer(page.desk, "put", {"files": {"services/town/service.yaml": "id: ["}})
    page.type(["Town's fees"])
    assert page.says == "Who published it?"
    mini.write("services/town/service.yaml", "id: [")
    assert Reader(mini.folder).shown == {"unsound": True}


def test_whatever_a_policy_can_say_can_be_answered_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A session that tries what is seldom said gives the very answers that the terminal keeps."""
    monkeypatch.chdir(tmp_path)
    village = village_in(tmp_path / "village")
    end = Reader(village.folder).type(lines("review"))
    write(village, "review")
    tree, _ = read("kept", Path("new-policy.answers.yaml").read_bytes())
    assert tree == end["answers"]
    assert {path: (village.folder / path).read_text("utf-8") for path in end["files"]} == end["files"]
