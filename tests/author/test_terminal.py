"""At the terminal: what is proposed, what is refused, stopping, going on, and going back."""

from pathlib import Path

import pytest

from navigator.author.person import Stopped
from navigator.load.library import load
from tests.author.typing_in import typed
from tests.mini import Mini

KEPT = Path("new-policy.answers.yaml")
PLAIN = (
    "Town's fees", "Town",
    "new", "Fees", "For fees.", "Anybody.", "topic", "It is about a fee", "Fees are paid.", "", "",
    "Fees in Town", "", "", "Everybody in Town.", "Says who pays.", "",
    "Part 1", "Part 2", "",
    # part 1
    "1", "I have asked", "you asked", "When did you ask?", "",
    "carer", "asks", "team", "", "",
    "7 working days", "The team answers.", "", "must", "a", "",
    "a", "", "Part 2 follows.", "", "",
    # part 2
    "2", "It has been refused", "it was refused", "When was it refused?", "",
    "team", "decides", "", "", "",
    "", "It is decided.", "",
    "", "No next step is named.", "",
    # the whole
    "", "I have not asked", "Ask the team.", "", "",
)  # fmt: skip


@pytest.fixture
def mini(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Mini:
    monkeypatch.chdir(tmp_path)
    return Mini(tmp_path / "data")


def policy_file(mini: Mini) -> str:
    return mini.read("services/town/policies/towns-fees.yaml")


def test_a_plain_policy_takes_few_questions(mini: Mini) -> None:
    """Two stages, with a new route, a new document and two new days, take 62 answers."""
    person = typed(mini.folder, PLAIN)
    assert person.terminal.prompts == len(PLAIN) == 62
    assert mini.errors() == []


def test_a_site_of_one_service_asks_nobody_whose_policy_it_is(mini: Mini) -> None:
    """Where one service is there, it is that one's."""
    person = typed(mini.folder, PLAIN)
    assert "Whose policy" not in person.text
    assert "title: Town's fees" in policy_file(mini).replace('"', "")


def test_who_stops_at_any_question_goes_on_there(mini: Mini) -> None:
    """Taken up again, it comes to the same file, and nothing is asked twice."""
    typed(mini.folder, PLAIN)
    whole = policy_file(mini)
    for at in range(1, len(PLAIN), 7):
        KEPT.unlink()
        for path in (mini.folder / "services" / "town").rglob("*.yaml"):
            if path.name not in ("service.yaml", "town-complaint.yaml"):
                path.unlink()
        with pytest.raises(Stopped, match=r"Go on with: .* --resume new-policy\.answers\.yaml"):
            typed(mini.folder, [*PLAIN[:at], "^C"])
        typed(mini.folder, PLAIN[at:], resume=KEPT)
        assert policy_file(mini) == whole


def test_a_closed_terminal_loses_nothing_either(mini: Mini) -> None:
    """Each answer is in the file before the next question is asked."""
    with pytest.raises(Stopped, match="Stopped"):
        typed(mini.folder, PLAIN[:2])
    assert KEPT.read_text("utf-8").endswith("policy:\n  title: Town's fees\n  publisher: Town\n")


def test_nothing_answered_leaves_no_file(mini: Mini) -> None:
    """Who stops at once finds the folder as it was."""
    with pytest.raises(Stopped, match="Nothing was written"):
        typed(mini.folder, ["^C"])
    assert not KEPT.exists()


def test_an_earlier_file_of_answers_is_left_alone(mini: Mini) -> None:
    """Another one is begun beside it."""
    KEPT.write_text("mine", encoding="utf-8")
    with pytest.raises(Stopped, match=r"new-policy-2\.answers\.yaml"):
        typed(mini.folder, ["A title"])
    assert KEPT.read_text("utf-8") == "mine"


def test_answers_can_be_changed_by_hand_before_going_on(mini: Mini) -> None:
    """What is changed in the file stays changed, and what is taken out is asked again."""
    with pytest.raises(Stopped):
        typed(mini.folder, PLAIN[:16])
    text = KEPT.read_text("utf-8").replace("publisher: Town", "publisher: The town")
    KEPT.write_text(text.replace("  summary: Says who pays.\n", ""), encoding="utf-8")
    typed(mini.folder, ["Tells who pays.", *PLAIN[16:]], resume=KEPT)
    assert "publisher: The town" in policy_file(mini)
    assert "summary: Tells who pays." in policy_file(mini)


@pytest.mark.parametrize("at", [1, 5, 12, 22, 30, 33, 36, 45, 57])
def test_less_than_goes_back_to_the_question_before(mini: Mini, at: int) -> None:
    """The answer before is taken away and asked again; what comes of it is as if nothing had happened."""
    typed(mini.folder, PLAIN)
    whole = policy_file(mini)
    KEPT.unlink()
    (mini.folder / "services/town/policies/towns-fees.yaml").unlink()
    for name in ("routes", "documents", "events"):
        (mini.folder / f"services/town/{name}.yaml").unlink()
    typed(mini.folder, [*PLAIN[:at], "<", PLAIN[at - 1], *PLAIN[at:]])
    assert policy_file(mini) == whole


def test_a_wrong_choice_can_be_taken_back(mini: Mini) -> None:
    """Letters that were typed by mistake leave no trace after going back."""
    at = PLAIN.index("a", 20)  # the time of part 1 closes the stage
    assert PLAIN[at - 1] == "must"
    typed(mini.folder, [*PLAIN[:at], "l", "<", *PLAIN[at:]])
    assert "extension" not in policy_file(mini)


def test_the_first_question_has_none_before_it(mini: Mini) -> None:
    """That is said, and the question is asked again."""
    person = typed(mini.folder, ["<", *PLAIN])
    assert "This is the first question." in person.text


def test_a_question_mark_explains(mini: Mini) -> None:
    """What the field means is told in the words of the reference."""
    person = typed(mini.folder, ["?", *PLAIN])
    assert "  The name shown to readers." in person.shown


@pytest.mark.parametrize(
    ("typed_in", "then", "role"),
    [
        ("CSW", (), "childs-social-worker"),
        ("the duty officer (LADO)", (), "lado"),
        ("lado", (), "lado"),
        ("team mgr", ("y",), "team-manager"),
        ("Team Manger", ("y",), "team-manager"),
        ("duty officer", ("y",), "lado"),
    ],
)
def test_somebody_who_is_there_is_proposed_by_what_people_call_them(
    mini: Mini, typed_in: str, then: tuple[str, ...], role: str
) -> None:
    """An abbreviation, another name, capitals, a slip of the keyboard: each finds the role that is there."""
    mini.add("national/roles.yaml", "- {id: team-manager, name: team manager, explains: Manages.}\n")
    mini.add(
        "national/roles.yaml",
        "- {id: lado, name: duty officer (LADO), explains: Looks., also_called: [LADO]}\n",
    )
    mini.add(
        "national/roles.yaml",
        "- {id: childs-social-worker, name: child's social worker, explains: Plans., also_called: [CSW]}\n",
    )
    at = PLAIN.index("carer")
    typed(mini.folder, [*PLAIN[:at], typed_in, *then, *PLAIN[at + 1 :]])
    library = load(mini.folder).library
    assert library
    assert library.policy["town-towns-fees"].stages[0].steps[0].who == role


def test_what_is_proposed_can_be_declined(mini: Mini) -> None:
    """Then it is somebody new, who is described."""
    mini.add("national/roles.yaml", "- {id: team-manager, name: team manager, explains: Manages.}\n")
    at = PLAIN.index("carer")
    typed(mini.folder, [*PLAIN[:at], "team managers", "n", "They manage.", "", *PLAIN[at + 1 :]])
    assert "name: team managers\n  explains: They manage.\n" in mini.read("services/town/roles.yaml")


def test_a_name_that_two_go_by_is_asked_about(mini: Mini) -> None:
    """Both are listed, and one is chosen by its number."""
    for name in ("fostering", "supervising"):
        mini.add(
            "national/roles.yaml",
            f"- {{id: {name}, name: {name} worker, explains: W., also_called: [SSW]}}\n",
        )
    at = PLAIN.index("carer")
    person = typed(mini.folder, [*PLAIN[:at], "SSW", "2", *PLAIN[at + 1 :]])
    assert (
        "  Is one of these meant?  1 fostering worker  2 supervising worker  n none of these: "
        in person.shown
    )
    assert "who: supervising" in policy_file(mini)


@pytest.mark.parametrize(
    ("at", "wrong", "told"),
    [
        (0, "", "  Please write something."),
        (2, "fares", "  There is no such one. There are: A complaint."),
        (9, "z", "  z is none of them. Write letters from a to b."),
        (PLAIN.index("7 working days"), "soon", "  Write a number and a unit, or what the document says:"),
        (PLAIN.index("7 working days"), "10 to 5 days", "  Write a number and a unit, or what the document"),
        (PLAIN.index("must"), "firmly", "  firmly is not there. Write one of: must, should, aim,"),
        (PLAIN.index("Part 2 follows.") - 1, "nowhere", "  There is no such one. There are: "),
    ],
)
def test_what_cannot_be_taken_is_explained_and_asked_again(
    mini: Mini, at: int, wrong: str, told: str
) -> None:
    """The right answer after it is taken as if it were the first."""
    person = typed(mini.folder, [*PLAIN[:at], wrong, *PLAIN[at:]])
    assert any(line.startswith(told) for line in person.shown), person.text


def test_what_the_document_does_not_say_is_always_an_answer(mini: Mini) -> None:
    """The start, the sort of day and what follows can each be left open, with what is taken told."""
    at = PLAIN.index("7 working days")
    open_ones = [
        "7 days",
        "-",
        "c",
        "It does not say which days. All are counted.",
        "The team answers.",
        "-",
        "must",
        "",
    ]
    typed(mini.folder, [*PLAIN[:at], *open_ones, *PLAIN[at + 5 :]])
    text = policy_file(mini)
    assert "unit: calendar_days" in text
    assert "assumed_unit: It does not say which days. All are counted." in text
    assert "start_not_stated: true" in text
    assert "says: No next step is named.\n      none_stated: true" in text


def test_on_a_site_of_one_service_the_route_tells_of_a_policy_that_is_there(mini: Mini) -> None:
    """Where the service is not asked, another policy for its route is asked about with the route."""
    with pytest.raises(Stopped):
        typed(mini.folder, ["Complaints 2025", "Town", "complaint", "n", "complaint", "y", "Complaints 2025"])
    assert "version_of: town-complaint" in KEPT.read_text("utf-8")


def test_a_service_s_second_policy_for_a_route_is_another_version_or_none(mini: Mini) -> None:
    """Who says that it is none is asked for another service."""
    mini.write("services/hill/service.yaml", "{id: hill, name: Hill, label: Hill, calendar: england}\n")
    begins = ["Complaints 2025", "Town", "complaint", "", "", "", "Town", "n", "Hill", "Everybody."]
    with pytest.raises(Stopped):
        typed(mini.folder, begins)
    assert "whose: hill" in KEPT.read_text("utf-8")
    KEPT.unlink()
    with pytest.raises(Stopped):
        typed(mini.folder, [*begins[:7], "y", "Everybody."])
    assert "version_of: town-complaint" in KEPT.read_text("utf-8")
