"""A new service writes a policy of its own for every route that there is."""

import json
import shutil
from pathlib import Path

import pytest

from navigator.author.made_files import changed_files
from navigator.author.reading import new_policy
from navigator.check.checked import load_checked
from navigator.cli import main
from navigator.core.engine import advance
from navigator.core.journey import destination, paths
from navigator.core.model import Library
from navigator.load.clock import today_in_london
from navigator.load.strict_yaml import read
from navigator.load.tree import SourceFile
from tests.shipped import PROJECT

TODAY = today_in_london()
ANSWERS = """\
service: {{name: Lakeside Council}}
documents: [{{title: "Our way with {route}", confidence: A}}]
policy:
  title: "Our way with {route}"
  publisher: Lakeside Council
  route: {route}
  applies_to: Everybody at the lake.
  summary: Says what we do.
  unsure: {{says: Ask us.}}
  stages:
    - title: First we talk
      asks: Nothing but talk
      steps: [{{who: foster-carer, does: talks to us, act: talk to us}}]
      timescales: [{{does: We talk., unit: immediately, firmness: should}}]
      if_unresolved: {{says: Then we look again., stage: stage-2}}
    - title: Then we look again
      asks: It has been looked at
      steps: [{{who: team-manager, does: looks again, act: look again}}]
      timescales: [{{does: It is looked at., unit: none_stated}}]
      if_unresolved: {{says: Nothing is named., none_stated: true}}
"""


def snapshot(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*.yaml")}


@pytest.fixture(scope="module")
def lakeside(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Library]:
    """Return a folder with such a service, which passes the check, and what is read from it."""
    data = tmp_path_factory.mktemp("lake") / "policy_data"
    shutil.copytree(PROJECT / "policy_data", data)
    library, loaded = load_checked(data, TODAY)
    before = snapshot(data)
    for route in library.routes:
        tree, problems = read("answers.yaml", ANSWERS.format(route=route.id).encode())
        assert problems == []
        new = new_policy(library, loaded, SourceFile("answers.yaml", tree), TODAY)
        for path, text in changed_files(data, library, new).items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    after = snapshot(data)
    assert {path: after[path] for path in before} == before
    return data, load_checked(data, TODAY)[0]


def test_each_of_them_passes_the_check_and_breaks_no_case_of_others(lakeside: tuple[Path, Library]) -> None:
    """There are as many policies as routes; the cases that were there hold as before."""
    library = lakeside[1]
    own = library.service["lakeside-council"].policies
    assert {library.policy[policy].route for policy in own} == {route.id for route in library.routes}
    assert len(own) == len(library.routes)


def test_some_answers_lead_to_each_of_them(lakeside: tuple[Path, Library]) -> None:
    """Both stages of every such policy are reached from the first question."""
    library = lakeside[1]
    ends = [destination(library, node) for _, node in paths(library) if not node.signpost]
    for policy in library.service["lakeside-council"].policies:
        places = {end.position.key for end in ends if end.policy.id == policy}
        assert places == {"stage-1", "stage-2"}, policy


@pytest.mark.parametrize("danger", ["now", "worried", "unsure"])
def test_whoever_is_in_danger_is_asked_nothing_first(lakeside: tuple[Path, Library], danger: str) -> None:
    """The national steps come at once, and the service's own are offered there."""
    outcome = advance(lakeside[1], {"danger": danger}, {}, TODAY).outcome
    assert outcome
    assert outcome.policy.id == "safeguarding"
    assert [option.id for option in outcome.own_steps] == ["lakeside-council"]


@pytest.mark.parametrize(
    ("answers", "policy"),
    [
        (
            ["danger=now", "service=lakeside-council", "progress=stage-1"],
            "lakeside-council-our-way-with-safeguarding",
        ),
        (
            ["danger=none", "who=carer", "carer-topic=allegation", "allegation=going-on",
             "service=lakeside-council", "progress=stage-2"],
            "lakeside-council-our-way-with-allegation",
        ),
        (
            ["danger=none", "who=carer", "carer-topic=child", "child-matter=care-plan",
             "service=lakeside-council", "progress=stage-1"],
            "lakeside-council-our-way-with-care-plan",
        ),
    ],
)  # fmt: skip
def test_navigator_ask_answers_from_it(
    lakeside: tuple[Path, Library], capsys: pytest.CaptureFixture[str], answers: list[str], policy: str
) -> None:
    """No build is needed to see where the questions lead."""
    given = [part for answer in answers for part in ("--answer", answer)]
    assert main(["ask", "--data", str(lakeside[0]), "--format", "json", *given]) == 0
    outcome = json.loads(capsys.readouterr().out)["outcome"]
    assert (outcome["policy"], outcome["footing"]) == (policy, "own")
