"""The overviews for new people are made from the data: what is added there shows here."""

import re
from dataclasses import replace
from html import escape, unescape

import pytest

from navigator.core.model import Library, Policy, Route
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.pages.compare import compare, longest
from navigator.site.pages.drawing import WIDTH, draw
from navigator.site.pages.glossary import glossary
from navigator.site.pages.route_graph import ways
from navigator.site.pages.route_map import route_map
from navigator.site.pages.who_does_what import who_does_what


@pytest.fixture(scope="module")
def index(library: Library) -> LibraryIndex:
    return LibraryIndex(library)


@pytest.fixture(scope="module")
def more(library: Library) -> LibraryIndex:
    """Return the library with one route, one answer to it and one policy more."""
    model = library.policy["irm"]
    stage = model.stages[0]
    step = replace(stage.steps[0], does="waters the plants")
    counted = next(each.timescale for each in model.timescales() if each.timescale.counted_from)
    time = replace(counted, amount=77, does="The plants have been watered.")
    after = (
        replace(stage.if_unresolved, route="escalation", stage=None, none_stated=False)
        if stage.if_unresolved
        else None
    )
    stage = replace(stage, title="The watering", steps=(step,), timescales=(time,), if_unresolved=after)
    policy: Policy = replace(
        model, id="plants", title="Plants of the office", route="plants", stages=(stage,)
    )
    route = Route("plants", "Watering the plants", "For thirsty plants.", "Anybody with a can.", "plants")
    first = library.triage.questions[1]
    option = replace(
        first.options[0], id="plants", label="A plant is dry", next=None, route="plants", because="It is."
    )
    asked = replace(first, options=(option, *first.options))
    questions = tuple(asked if each is first else each for each in library.triage.questions)
    triage = replace(library.triage, questions=questions)
    return LibraryIndex(
        replace(library, triage=triage, routes=(*library.routes, route), policies=(*library.policies, policy))
    )


def test_the_map_draws_every_question_and_route(index: LibraryIndex) -> None:
    """Each has its box, none is wider than the drawing, and the steps above it say the same."""
    text = route_map(index).text
    drawn = draw(index.library, ways(index.library), "Map")
    assert drawn.count('class="nav-map-question"') == len(index.library.triage.questions)
    boxes = (box.split("</g>")[0] for box in drawn.split('class="nav-map-route"')[1:])
    names = {" ".join(re.findall(r"<tspan[^>]*>([^<]*)", box)) for box in boxes}
    assert names == {escape(route.name, quote=False) for route in index.library.routes}
    for x, width in re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', drawn):
        assert float(x) + float(width) <= WIDTH
    for question in index.library.triage.questions:
        for option in question.options:
            assert escape(option.label, quote=False) in text


def test_the_map_has_a_line_for_every_way(index: LibraryIndex) -> None:
    """There are as many lines as pairs of a question and a question or route that it leads to."""
    drawn = draw(index.library, ways(index.library), "Map")
    wanted = {
        (question.id, option.next or option.route)
        for question in index.library.triage.questions
        for option in question.options
        if not option.signpost
    }
    assert drawn.count('class="nav-lane"') == len(wanted)


def test_no_line_of_the_map_crosses_another(index: LibraryIndex) -> None:
    """No line across meets a line down that belongs to another question, but at its own end."""
    drawn = draw(index.library, ways(index.library), "Map")
    lines = [tuple(map(float, line)) for line in re.findall(r'd="M(\S+) (\S+)V(\S+)H(\S+)"', drawn)]
    assert lines
    crossing = [
        (x, other)
        for x, top, bottom, _ in lines
        for other, _, level, right in lines
        if other < x < right and top < level < bottom
    ]
    assert crossing == []


def test_the_map_can_be_followed_step_by_step(index: LibraryIndex) -> None:
    """The first step is the first question, and each answer that leads to a question links to its step."""
    text = route_map(index).text
    steps = re.findall(r"### (\d+)\\?\. .* \{ #step-(\S+) \}", text)
    assert [int(number) for number, _ in steps] == list(range(1, len(index.library.triage.questions) + 1))
    assert steps[0][1] == index.library.triage.start
    for question in index.library.triage.questions:
        for option in question.options:
            if option.next:
                assert f'href="#step-{option.next}"' in text


def test_the_map_lists_answers_that_lead_to_a_signpost(index: LibraryIndex) -> None:
    """Each stands in words below the picture, with a link to the page that helps."""
    listed = route_map(index).text
    led_to = {
        option.signpost
        for question in index.library.triage.questions
        for option in question.options
        if option.signpost
    }
    assert led_to
    assert all(f"help/{name}/" in listed for name in led_to)


def test_a_new_route_and_policy_change_the_map(index: LibraryIndex, more: LibraryIndex) -> None:
    """The picture has a box more, and the list says how it is reached and where it leads on to."""
    before, after = route_map(index).text, route_map(more).text
    assert "Watering the plants" not in before
    assert after.count("nav-map-route") == before.count("nav-map-route") + 1
    assert "A plant is dry" in after
    drawn = unescape(re.sub(r"<[^>]+>", " ", draw(more.library, ways(more.library), "Map")))
    assert "Watering the" in " ".join(drawn.split())


def test_a_new_policy_changes_the_comparison(index: LibraryIndex, more: LibraryIndex) -> None:
    """It gets a line with its stages, its longest time and who starts it."""
    before, after = compare(index).text, compare(more).text
    assert "Plants of the office" not in before
    assert after.count("<tr") == before.count("<tr") + 1
    assert "77 " in after
    assert after.count("1 stage<") == before.count("1 stage<") + 1
    assert "Anybody with a can." in after


def test_a_new_policy_changes_who_does_what(index: LibraryIndex, more: LibraryIndex) -> None:
    """The role that acts in it has one act more, with the time of its stage."""
    before, after = who_does_what(index).text, who_does_what(more).text
    assert "waters the plants" not in before
    assert "waters the plants" in after
    assert "The plants have been watered. Within 77" in after


def test_the_comparison_has_a_line_for_every_policy(index: LibraryIndex) -> None:
    """No policy is left out."""
    text = compare(index).text
    for policy in index.library.policies:
        assert f"policies/{policy.id}/" in text


def test_the_longest_time_is_the_longest_there_is(index: LibraryIndex) -> None:
    """Weeks and months are not taken for days; a policy without any time has none."""
    found = longest(index.library.policy["kent-allocation"])
    assert found is not None
    assert found[0].id == "longest-allocation"
    assert longest(index.library.policy["practice-line-manager"]) is None


def test_every_act_stands_in_who_does_what(index: LibraryIndex) -> None:
    """Each step of each policy is there, under the role that acts."""
    text = who_does_what(index).text
    for policy in index.library.policies:
        for _, step in policy.steps():
            assert escape(step.does, quote=False) in text


def test_the_glossary_has_every_role_form_and_process(index: LibraryIndex) -> None:
    """Each is there once, with its other names and where it is used."""
    library = index.library
    text = unescape(glossary(index).text)
    told = {term.role for term in library.glossary}
    anchors = set(re.findall(r"\{ #([\w-]+) \}", text))
    assert {term.id for term in library.glossary} <= anchors
    assert {f"role-{role.id}" for role in library.roles if role.id not in told} <= anchors
    assert {f"route-{route.id}" for route in library.routes} <= anchors
    for role in library.roles:
        assert all(name in text for name in (role.name, *role.also_called))
    assert any(term.form for term in library.glossary)


def test_the_glossary_links_to_where_a_word_is_used(index: LibraryIndex) -> None:
    """The form of one process leads to the policy that asks for it."""
    text = glossary(index).text
    entry = text.split("{ #qa-issue-resolution-form }")[1].split("\n## ")[0]
    assert "Form or record" in entry
    assert "policies/somerset-qa-dispute/" in entry
    assert "policies/irm/" not in entry
