"""Texts that are written once and read right by everybody."""

import pytest

from navigator.core.addressing import chain, of_nearest, speaking_to, voice
from navigator.core.model import Said
from tests.builders import policy, source, stage, step
from tests.core.readers import world


def said(text: str, reader: str | None) -> str:
    """Return a text of a policy as a reader reads it."""
    told = speaking_to(world(policy(before=(Said(text, source()),))), reader)
    return told.policies[0].before[0].says


@pytest.mark.parametrize(
    ("text", "reader", "read"),
    [
        ("Ask {link}.", "carer", "Ask your link worker."),
        ("Ask {link}.", "relative", "Ask your link worker."),
        ("Ask {link}.", "link", "Ask you."),
        ("Ask {link}.", "head", "Ask the link worker."),
        ("Ask {link}.", None, "Ask the link worker."),
        ("Ask {ofsted}.", "carer", "Ask Ofsted."),
        ("Ask {worker}.", "child", "Ask your social worker."),
        ("Ask {worker}.", "carer", "Ask the child's social worker."),
        ("Ask {worker}.", None, "Ask the child's social worker."),
        ("It is {carer's} own.", "carer", "It is your own."),
        ("It is {carer's} own.", "link", "It is your carer's own."),
        ("It is {carer's} own.", None, "It is the carer's own."),
        ("It is {ofsted's} own.", None, "It is Ofsted's own."),
        ("Then {carer asks|ask} again.", "carer", "Then you ask again."),
        ("Then {carer asks|ask} again.", "link", "Then your carer asks again."),
        ("Then {carer asks|ask} again.", None, "Then the carer asks again."),
        ("Say what {carer: they need|you need}.", "carer", "Say what you need."),
        ("Say what {carer: they need|you need}.", "link", "Say what they need."),
        ("{carer asks|ask} {link}.", "carer", "You ask your link worker."),
        ("{carer asks|ask} {link}.", "link", "Your carer asks you."),
        ("{carer's} letter comes first.", "carer", "Your letter comes first."),
        ("Wait. {carer asks|ask} again.", None, "Wait. The carer asks again."),
        ("What then? {carer asks|ask}.", "carer", "What then? You ask."),
        ("Wait, and {carer asks|ask}.", "carer", "Wait, and you ask."),
        ("Do this:\n{carer asks|ask}.", "carer", "Do this:\nYou ask."),
        ("Keep {policy} and {due:x}.", "carer", "Keep {policy} and {due:x}."),
    ],
)  # fmt: skip
def test_a_role_is_named_as_the_reader_calls_it(text: str, reader: str | None, read: str) -> None:
    """A role is `you`, `your` somebody, what the others call it, or `the` somebody."""
    assert said(text, reader) == read


def test_names_of_roles_are_those_of_the_reader() -> None:
    """Wherever a role is named by itself it has the name that the reader calls it by."""
    names = {
        reader: [role.name for role in speaking_to(world(), reader).roles]
        for reader in ("carer", "link", "child", None)
    }
    child = "the child's social worker"
    assert names == {
        "carer": ["you", "your link worker", "head of service", child, "Ofsted"],
        "link": ["your carer", "you", "your head of service", child, "Ofsted"],
        "child": ["carer", "link worker", "head of service", "your social worker", "Ofsted"],
        None: ["carer", "link worker", "head of service", child, "Ofsted"],
    }


def test_whoever_is_spoken_to_another_can_be_asked_for() -> None:
    """A library that speaks to somebody gives that of another reader, and each is made once."""
    there = world(policy(before=(Said("Ask {link}.", source()),)))
    carer = speaking_to(there, "carer")
    assert speaking_to(speaking_to(carer, "link"), "carer") is carer
    assert speaking_to(carer, None).policies[0].before[0].says == "Ask the link worker."


def test_what_names_nobody_stays_the_very_same() -> None:
    """A part without a placeholder is not made again for each reader."""
    there = world(policy(before=(Said("Ask somebody.", source()),)))
    assert speaking_to(there, "carer").policies[0] is there.policies[0]


@pytest.mark.parametrize(
    ("reader", "readers"),
    [("carer", ("carer",)), ("relative", ("relative", "carer")), ("link", ("link", "staff")), (None, ())],
)
def test_whoever_a_reader_is_like_comes_after_them(reader: str | None, readers: tuple[str, ...]) -> None:
    """The chain begins with the reader and ends with whoever is like nobody."""
    assert chain(world(), reader) == readers


@pytest.mark.parametrize(
    ("reader", "page"),
    [
        pytest.param("carer", "carer", id="the role is theirs"),
        pytest.param("relative", "carer", id="like somebody whose role it is"),
        pytest.param("link", "link", id="the carer is theirs"),
        pytest.param("head", "staff", id="not spoken of, so as all who work here"),
        pytest.param("child", "child", id="like nobody"),
        pytest.param(None, None, id="nobody in particular"),
    ],
)
def test_readers_of_whom_a_policy_does_not_speak_share_a_page(reader: str | None, page: str | None) -> None:
    """A page of one's own is made only where it would say something else."""
    there = world(policy(stage(steps=(step("carer", act="ask"),))))
    assert voice(there, there.policies[0], reader) == page


def test_a_reader_named_in_a_text_alone_has_a_page() -> None:
    """A placeholder in a text, or in the name of an event, counts as much as a step."""
    there = world(policy(stage(steps=(step("carer", "asks {head}"),))))
    assert voice(there, there.policies[0], "head") == "head"


@pytest.mark.parametrize(
    ("reader", "line"),
    [
        ("carer", "Ring the carers' line."),
        ("relative", "Ring the carers' line."),
        ("head", "Ask your manager."),
        ("child", None),
        (None, None),
    ],
)
def test_the_closing_line_is_that_of_whoever_is_nearest(reader: str | None, line: str | None) -> None:
    """A reader without a closing line has that of whoever they are like."""
    assert of_nearest(world(), reader, lambda each: each.closing) == line
