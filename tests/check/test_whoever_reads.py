"""Every way, every reader and every phase of the shipped policies reads right, and what does not is seen."""

from dataclasses import replace
from typing import Any

import pytest

from navigator.core.model import InPhase, Library, Next, Phase
from tests import shipped
from tests.builders import TODAY, leading_on, policy, stage, step, timescale
from tests.check.whoever_reads import read_all, tells_a_part
from tests.core.readers import seen, world


def test_every_answer_reads_right_to_everybody(capsys: pytest.CaptureFixture[str]) -> None:
    """Somebody is to act in each phase, nobody is named as somebody else, and every end leads on."""
    found = read_all(shipped.library(), shipped.CHECKED)
    with capsys.disabled():
        print(f"\n{found}")
    assert found.wrong == {}
    assert found.pages > 200
    assert len(found.readers) > 8


def test_a_phase_that_tells_a_reader_no_part_is_seen() -> None:
    """Where only others act, and nothing is said of what a reader does meanwhile, that is found."""
    issue = policy(stage("stage-1", steps=(step("carer", "sends it", act="send it"),)))
    rings = InPhase(Phase.TO_START, meanwhile=(step("link", "rings {carer}", act="ring {carer} today"),))
    bare, told = (seen(world(issue, phases=said), "link").now for said in ((), (rings,)))
    assert (bare.lead.says, told.lead.says) == ("Your carer should send it.",) * 2
    assert (tells_a_part(bare), tells_a_part(told)) == (False, True)
    assert [act.says for act in told.meanwhile] == ["Ring your carer today."]


def right() -> Library:
    """Build a library in which everything reads right."""
    answer = timescale(who="link", act="answer {carer's} letter", closes_stage=True)
    steps = (step("carer", "sends it", act="send it"),)
    first = stage("stage-1", answer, begins_with="sent", steps=steps, summary="{link answers|answer}.")
    over = InPhase(Phase.OVER, steps=(step("carer", act="ask {head}"),), next=Next("It is over.", ends=True))
    return world(policy(*leading_on(first, stage("stage-2", answer)), phases=(over,)))


def wrong(library: Library) -> str:
    """Return what is wrong in one text."""
    return "\n".join(f"{what} [{'; '.join(where)}]" for what, where in read_all(library, TODAY).wrong.items())


def test_what_reads_right_is_not_told() -> None:
    """The world that the other cases break is in order, for each reader whose page is another."""
    found = read_all(right(), TODAY)
    assert found.wrong == {}
    assert (found.readers, found.phases[Phase.OVER]) == (
        {"carer", "link", "head", "staff", "child", None},
        12,
    )


ELSE = "whoever reads is named as somebody else"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"timescales": (timescale(closes_stage=True),)}, "leads with nobody who acts: It is done"),
        ({"summary": "Ask the link worker."}, f"{ELSE}, the link worker"),
        ({"summary": "Ask your link worker."}, f"{ELSE}, your link worker"),
        ({"asks": "Is {linc} told?"}, "a placeholder is left: Is {linc} told?"),
    ],
)
def test_what_reads_wrong_is_told(fields: dict[str, Any], told: str) -> None:
    """A lead without anybody, a reader as somebody else and a placeholder that is none are seen."""
    there = right()
    first, second = there.policies[0].stages
    stages = (replace(first, **fields), second)
    assert told in wrong(replace(there, policies=(replace(there.policies[0], stages=stages),)))


def test_an_end_without_a_way_on_is_told() -> None:
    """After the last stage something is open to whoever is not content, or it is said to be over."""
    there = right()
    there = replace(there, policies=(replace(there.policies[0], phases=()),))
    assert "leaves everybody without a way on after the last stage" in wrong(there)
