"""The way from the first question to an end: which question is open, and what each answer leads to."""

from dataclasses import replace

import pytest

from navigator.core.journey import UnknownAnswer, destination, enter, first, follow, nodes, paths, question
from navigator.core.model import Library, Source
from navigator.core.nodes import AnswerOption, Node, Onward, OpenQuestion
from navigator.core.policies import policy_for, services_differ
from navigator.core.questions import KINDS
from tests.core.sample import LIBRARY, NORTH_ISSUE

ISSUE_SOUTH = {"danger": "no", "topic": "issue", "service": "south"}


def end(answers: dict[str, str], library: Library = LIBRARY) -> Node:
    reached = follow(library, answers).node
    assert reached.question is None
    return reached


def test_the_first_question_is_open_at_the_start() -> None:
    """Without answers the question that the triage names as its start is open."""
    reached = follow(LIBRARY, {})
    assert (reached.node, reached.answered, reached.ignored) == (Node("danger", opens=True), (), ())
    assert reached.node == first(LIBRARY)


def test_a_question_is_shown_as_authored() -> None:
    """A triage question has its words, its hint and its answers in the order written."""
    asked = question(LIBRARY, Node("topic"))
    assert (asked.id, asked.ask, asked.hint) == ("topic", "What is it about?", None)
    assert [choice.id for choice in asked.options] == [
        "issue",
        "complaint",
        "appeal",
        "north",
        "north-top",
        "unsure",
    ]
    assert (asked.options[0].label, asked.options[0].hint) == ("Something is late", "A form, say.")
    assert (asked.options[0].source, asked.options[1].source) == (Source("Page 0", "north-paper"), None)
    assert question(LIBRARY, first(LIBRARY)).hint == "You need no proof."
    assert [choice.id for choice in asked.options if choice.unsure] == ["unsure"]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"danger": "no"}, Node("topic")),
        ({"danger": "no", "topic": "issue"}, Node("service", "issue")),
        (ISSUE_SOUTH, Node("progress", "issue", "other")),
        ({**ISSUE_SOUTH, "progress": "stage-1"}, Node(None, "issue", "other", "stage-1")),
        ({"danger": "no", "topic": "north"}, Node("progress", "issue", "north")),
        ({"danger": "no", "topic": "north-top"}, Node(None, "issue", "north", "stage-2/level-2")),
        ({"danger": "no", "topic": "appeal"}, Node(None, "appeal", None, "apply")),
        ({"danger": "now"}, Node(None, "safety", None, "now")),
        ({"danger": "unsure"}, Node(None, "safety", None, "worry")),
    ],
    ids=lambda value: "-".join(value.values()) if isinstance(value, dict) else "",
)
def test_answers_lead_on(answers: dict[str, str], expected: Node) -> None:
    """Each answer leads where its option says: to a question, a service, a stage or straight to an end."""
    assert follow(LIBRARY, answers).node == expected


def test_the_service_is_asked_only_where_services_differ() -> None:
    """A route for which no service has a policy of its own does not ask for the service."""
    assert services_differ(LIBRARY, "issue")
    assert services_differ(LIBRARY, "complaint")
    assert not services_differ(LIBRARY, "appeal")
    assert enter(LIBRARY, "safety", "north") == Node("progress", "safety")


def test_the_service_question_is_made_from_the_services() -> None:
    """Services are offered by their labels, and the unlisted one in the words for those who are not sure."""
    asked = question(LIBRARY, Node("service", "issue"))
    assert (asked.ask, asked.hint) == ("Which service is it?", "Choose one.")
    assert [(choice.id, choice.label, choice.unsure) for choice in asked.options] == [
        ("north", "North", False),
        ("south", "South", False),
        ("other", "I'm not sure which", True),
    ]
    assert [choice.because for choice in asked.options] == [
        "You chose North Council.",
        "You chose South Council.",
        "You were not sure of the service.",
    ]


def test_a_place_nobody_fosters_for_is_offered_for_its_own_routes_only() -> None:
    """A service such as a home is among the answers where it has a policy of its own, and nowhere else."""
    home = replace(LIBRARY.service["south"], id="home", policies=("north-issue",), own_routes_only=True)
    library = replace(LIBRARY, services=(*LIBRARY.services, home))
    offered = {
        route: [choice.id for choice in question(library, Node("service", route)).options]
        for route in ("issue", "complaint")
    }
    assert offered == {
        "issue": ["north", "south", "other", "home"],
        "complaint": ["north", "south", "other"],
    }


def test_the_progress_question_is_made_from_the_policy() -> None:
    """Not begun, each stage or level, each entry rule and not being sure are the answers, in that order."""
    asked = question(LIBRARY, Node("progress", "issue", "north"))
    assert [(choice.id, choice.label) for choice in asked.options] == [
        ("not-begun", "I have not sent it"),
        ("stage-1", "I have sent it"),
        ("stage-2/level-1", "It is with the manager"),
        ("stage-2/level-2", "Stage 2, Level 2"),  # it has no words of its own, so its heading stands in
        ("after-talk", "A formal talk is over"),
        ("unsure", "I'm not sure"),
    ]
    assert [choice.id for choice in asked.options if choice.unsure] == ["unsure"]
    assert asked.hint == "Choose the nearest."
    assert [choice.because for choice in asked.options] == [
        None,
        "The worker looks into it.",
        None,
        None,
        "It begins at level 1.",
        "Stage 1 is shown. Ask the worker.",
    ]
    sources = [choice.source.section if choice.source else None for choice in asked.options]
    assert sources == [None, "Page 1", "Page 2, level 1", "Page 2, level 2", "Page 4", None]


def test_a_policy_may_word_its_own_progress_question() -> None:
    """A policy's own question replaces the general one; answers it has no words for are not offered."""
    asked = question(LIBRARY, Node("progress", "complaint", "south"))
    assert asked.ask == "Which look is it?"
    assert [choice.id for choice in asked.options] == ["first", "second"]


def test_the_progress_question_is_that_of_the_services_own_policy() -> None:
    """The stages offered are those of the policy that holds for the service, each with its source."""
    for service, document in (("north", "north-paper"), ("south", "england-law")):
        first_look, second_look = question(LIBRARY, Node("progress", "complaint", service)).options
        assert [choice.document for choice in (first_look, second_look)] == [document, document]
        assert first_look.source is not None
        assert first_look.source.section == "first"


def test_a_single_position_is_not_asked_for() -> None:
    """A policy with one place to be in goes straight to its outcome."""
    assert enter(LIBRARY, "panel") == Node(None, "panel", None, "apply")


def test_how_many_positions_there_are_depends_on_the_service() -> None:
    """Where a service's own policy has a single place to be in, its outcome follows for that service."""
    own = LIBRARY.policy["north-complaint"]
    policies = tuple(
        replace(policy, stages=policy.stages[:1]) if policy is own else policy for policy in LIBRARY.policies
    )
    changed = replace(LIBRARY, policies=policies)
    assert enter(changed, "complaint", "north") == Node(None, "complaint", "north", "first")
    assert enter(changed, "complaint", "south") == Node("progress", "complaint", "other")


def test_a_single_position_with_an_entry_rule_is_asked_for() -> None:
    """An entry rule is a choice of its own, even where there is only one stage."""
    single = replace(LIBRARY.policy["panel"], entries=(replace(NORTH_ISSUE.entries[0], stage="apply"),))
    policies = tuple(single if policy.id == "panel" else policy for policy in LIBRARY.policies)
    changed = replace(LIBRARY, policies=policies)
    assert enter(changed, "panel") == Node("progress", "panel")
    assert [choice.id for choice in question(changed, Node("progress", "panel")).options] == [
        "apply",
        "after-talk",
    ]


@pytest.mark.parametrize(
    ("service", "route", "policy"),
    [
        ("north", "issue", "north-issue"),
        ("south", "issue", "north-issue"),
        (None, "issue", "north-issue"),
        ("north", "complaint", "north-complaint"),
        ("south", "complaint", "england-complaint"),
        ("other", "complaint", "england-complaint"),
        ("north", "appeal", "appeal"),
    ],
)
def test_a_services_own_policy_comes_before_the_fallback(
    service: str | None, route: str, policy: str
) -> None:
    """A service's own policy for the route is used, and the route's fallback where it has none."""
    assert policy_for(LIBRARY, route, service).id == policy


@pytest.mark.parametrize(
    ("node", "policy_basis"),
    [
        (Node(None, "issue", "north", "stage-1"), "own"),
        (Node(None, "issue", "south", "stage-1"), "example"),
        (Node(None, "issue", "other", "stage-1"), "example"),
        (Node(None, "complaint", "north", "first"), "own"),
        (Node(None, "complaint", "south", "first"), "national_fallback"),
        (Node(None, "complaint", "other", "first"), "national_fallback"),
        (Node(None, "appeal", None, "apply"), "national"),
        (Node(None, "complaint", None, "first"), "national"),  # the service is not known
        (Node(None, "appeal", "north", "apply"), "national"),  # services do not differ
        (Node(None, "safety", None, "now"), "national"),
    ],
)
def test_footing(node: Node, policy_basis: str) -> None:
    """Every end tells whose policy it shows: the service's own, England's, or another's as an example."""
    assert destination(LIBRARY, node).policy_basis == policy_basis


@pytest.mark.parametrize(
    ("choice", "position", "begun", "entry", "unsure"),
    [
        ("not-begun", "stage-1", False, None, False),
        ("stage-1", "stage-1", True, None, False),
        ("stage-2/level-1", "stage-2/level-1", True, None, False),
        ("stage-2/level-2", "stage-2/level-2", True, None, False),
        ("after-talk", "stage-2/level-1", False, "after-talk", False),
        ("unsure", "stage-1", False, None, True),
    ],
)
def test_where_it_has_got_to(
    choice: str, position: str, begun: bool, entry: str | None, unsure: bool
) -> None:
    """An answer about progress gives the stage and level, and whether that has begun."""
    found = destination(LIBRARY, end({"danger": "no", "topic": "north", "progress": choice}))
    assert (found.position.key, found.begun, found.unsure) == (position, begun, unsure)
    assert (found.entry.id if found.entry else None) == entry


@pytest.mark.parametrize(
    "node",
    [Node("danger"), Node("service", "issue"), Node(None, "issue"), Node(None, "issue", "north", "stage-9")],
)
def test_only_an_end_is_a_destination(node: Node) -> None:
    """A node with an open question, or one that this library does not have, is no destination."""
    with pytest.raises(KeyError) as caught:
        destination(LIBRARY, node)
    assert caught.value.args == (node.slug if node.choice is None else node.choice,)


def test_a_node_is_a_question_or_an_end() -> None:
    """An end asks nothing, and what still asks something is no end, whatever else it holds."""
    with pytest.raises(KeyError):
        question(LIBRARY, Node(None, "issue", "north", "stage-1"))
    asking = Node("progress", "issue", "north", "stage-1")
    with pytest.raises(KeyError) as caught:
        destination(LIBRARY, asking)
    assert caught.value.args == (asking.slug,)


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"danger": "perhaps"}, "danger=perhaps: .*now, no, unsure"),
        ({"danger": "no", "topic": ""}, "topic=: "),
        ({"danger": "no", "topic": "issue", "service": "west"}, "service=west: .*north, south, other"),
        ({**ISSUE_SOUTH, "progress": "stage-2"}, "progress=stage-2: .*stage-2/level-1"),
        ({"danger": "NO"}, "danger=NO"),
    ],
    ids=lambda value: "-".join(value.values()) if isinstance(value, dict) else "",
)
def test_unknown_answers_are_refused(answers: dict[str, str], says: str) -> None:
    """An answer that its question does not have is refused, and the message lists those it has."""
    with pytest.raises(UnknownAnswer, match=says):
        follow(LIBRARY, answers)


def test_answers_off_the_way_are_ignored() -> None:
    """Answers to questions that are not passed change nothing, and are named."""
    found = follow(LIBRARY, {"danger": "now", "topic": "issue", "service": "nowhere"})
    assert found.node == Node(None, "safety", None, "now")
    assert found.ignored == ("topic", "service")


def test_the_order_of_answers_does_not_matter() -> None:
    """The questions decide the order, however the answers are given."""
    answers = {**ISSUE_SOUTH, "progress": "stage-1"}
    assert follow(LIBRARY, dict(reversed(answers.items()))).node == follow(LIBRARY, answers).node


def test_the_trail_tells_each_answer_and_where_it_was_given() -> None:
    """Every question passed is told with its answer and the node at which it was open."""
    trail = follow(LIBRARY, {**ISSUE_SOUTH, "progress": "unsure"})
    assert [(step.question.id, step.choice.id, step.node) for step in trail.answered] == [
        ("danger", "no", Node("danger", opens=True)),
        ("topic", "issue", Node("topic")),
        ("service", "south", Node("service", "issue")),
        ("progress", "unsure", Node("progress", "issue", "other")),
    ]
    assert trail.answered[-1].choice.to == trail.node


def test_until_shows_an_answered_question_again() -> None:
    """With `until`, the way stops at that question although it has an answer."""
    trail = follow(LIBRARY, {**ISSUE_SOUTH, "progress": "stage-1"}, until="service")
    assert trail.node == Node("service", "issue")
    assert [step.question.id for step in trail.answered] == ["danger", "topic"]
    assert trail.ignored == ("service", "progress")


def test_until_a_question_off_the_way_changes_nothing() -> None:
    """A question that is not passed stops nothing."""
    assert follow(LIBRARY, {"danger": "now"}, until="topic").node == Node(None, "safety", None, "now")


def test_the_way_may_start_in_the_middle() -> None:
    """From an origin only the questions after it are asked, and earlier answers are ignored."""
    origin = Node("progress", "issue", "south")
    trail = follow(LIBRARY, {"danger": "now", "progress": "stage-1"}, origin)
    assert trail.node == Node(None, "issue", "south", "stage-1")
    assert trail.ignored == ("danger",)
    assert follow(LIBRARY, {}, origin).node == origin


def test_an_end_as_origin_stays_an_end() -> None:
    """Starting at an end, nothing is asked."""
    origin = Node(None, "appeal", None, "apply")
    trail = follow(LIBRARY, {"danger": "no"}, origin)
    assert (trail.node, trail.answered, trail.ignored) == (origin, (), ("danger",))


def test_every_node_is_listed_once() -> None:
    """The nodes are those of the questions, of each route's beginning and all that follow, each once.

    South has nothing of its own, so that its readers share the pages of another service.
    """
    found = list(nodes(LIBRARY))
    assert len(found) == len(set(found))
    triage = {Node("danger", opens=True), Node("topic")}
    services = {Node("service", "issue"), Node("service", "complaint")}
    issue = {"not-begun", "stage-1", "stage-2/level-1", "stage-2/level-2", "after-talk", "unsure"}
    progress = {
        Node("progress", route, service) for route in ("issue", "complaint") for service in ("north", "other")
    } | {Node("progress", "safety")}
    ends = (
        {Node(None, "issue", service, choice) for service in ("north", "other") for choice in issue}
        | {
            Node(None, "complaint", service, choice)
            for service in ("north", "other")
            for choice in ("first", "second")
        }
        | {Node(None, "safety", None, choice) for choice in ("now", "worry")}
        | {Node(None, route, None, "apply") for route in ("appeal", "panel")}
    )
    assert set(found) == triage | services | progress | ends


def test_every_path_is_listed_once_and_reaches_its_end() -> None:
    """There are 40 complete paths, counted by hand, and following each reaches the end it names."""
    found = list(paths(LIBRARY))
    # danger: now, unsure; topic: issue (3 services x 6), complaint and unsure (3 x 2 each),
    # appeal, north (6), north-top
    assert len(found) == 2 + 3 * 6 + 2 * 3 * 2 + 1 + 6 + 1
    assert len({tuple(answers.items()) for answers, _ in found}) == len(found)
    for answers, node in found:
        trail = follow(LIBRARY, answers)
        assert (trail.node, trail.ignored) == (node, ())


def test_slugs_name_nodes_and_tell_nothing_of_the_answers() -> None:
    """Every node but the first has a code for an address, unlike any other node's."""
    begins, *others = nodes(LIBRARY)
    assert begins.slug == "danger"
    slugs = [node.slug for node in others]
    assert len(set(slugs)) == len(slugs)
    for node in others:
        assert node.slug[0] == "n"
        assert set(node.slug[1:]) <= set("0123456789abcdef")
        assert len(node.slug) == 9
        assert node.address == f"find/{node.slug}/"


def test_only_the_first_question_opens() -> None:
    """Whatever was answered, and wherever the way started, no other node is the one where it begins."""
    assert [node for node in nodes(LIBRARY) if node.opens] == [first(LIBRARY)]
    assert all(not node.opens for _, node in paths(LIBRARY))


@pytest.mark.parametrize(
    ("node", "slug"),
    [
        (Node("danger", opens=True), "danger"),
        # sha256 of "topic|||", "service|issue||" and "|issue|south|stage-1", as sha256sum gives them
        (Node("topic"), "n352cb9b7"),
        (Node("service", "issue"), "n1b0b87e5"),
        (Node(None, "issue", "south", "stage-1"), "nc087a337"),
    ],
)
def test_slugs_stay_the_same(node: Node, slug: str) -> None:
    """A slug is fixed by the node alone, so that a link that was shared goes on working."""
    assert node.slug == slug


class Nation:
    """A kind of question as somebody could add one."""

    ID = "nation"

    @staticmethod
    def begin(library: Library, node: Node) -> Node:
        return node if "nation" in dict(node.facts) else replace(node, question="nation")

    @staticmethod
    def ask(library: Library, node: Node, onward: Onward) -> OpenQuestion:
        to = onward(library, node.knowing("nation", "england"))
        return OpenQuestion("nation", "Where?", None, (AnswerOption("england", "In England", None, to),))


def test_a_new_kind_of_question_is_asked_and_its_answer_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kind that is entered before the others is asked first, and later nodes know its answer."""
    before = enter(LIBRARY, "complaint")
    others = dict(KINDS)
    monkeypatch.setattr("navigator.core.questions.KINDS", {"nation": Nation, **others})
    monkeypatch.setitem(KINDS, "nation", Nation)
    asked = enter(LIBRARY, "complaint")
    assert asked.question == "nation"
    after = question(LIBRARY, asked).options[0].to
    assert (after.question, after.facts) == (before.question, (("nation", "england"),))
    assert after.slug not in (before.slug, asked.slug)
