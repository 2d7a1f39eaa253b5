"""The author guide teaches by examples, and each gives the page that it says."""

import re
from typing import Final

import pytest

from navigator.core.model import Library, Policy, Stage, Timescale
from navigator.core.shape import shape_of
from navigator.load.library import load
from navigator.site.kit.signpost_text import signpost_text
from tests.guide.examples import Example, examples, missing, page, write
from tests.mini import Mini
from tests.shipped import PROJECT
from tests.signposted import library_of, signposted

GUIDE: Final = PROJECT / "docs" / "site" / "authors"
PAGES: Final = ("constructs.md", "constructs-times.md", "constructs-around.md", "constructs-readers.md")
SHARED: Final = examples(GUIDE / PAGES[0])[0]
"""The roles and events that all examples use."""
EXAMPLES: Final = [example for name in PAGES for example in examples(GUIDE / name)[1]]


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Mini:
    mini = Mini(tmp_path_factory.mktemp("guide") / "data")
    write(mini, SHARED, EXAMPLES)
    return mini


@pytest.fixture(scope="module")
def library(tried: Mini) -> Library:
    loaded = load(tried.folder)
    assert loaded.library is not None, "\n".join(map(str, loaded.problems))
    return loaded.library


def test_the_check_takes_every_example(tried: Mini) -> None:
    """Whoever copies an example has no error from it."""
    assert tried.errors() == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.identity)
def test_an_example_gives_the_page_that_it_says(library: Library, example: Example) -> None:
    """Each line that the guide shows stands on the page, in the order shown."""
    text = page(library, example)
    assert list(missing(example.shown, text)) == [], text


def test_no_two_examples_have_one_heading() -> None:
    """Each can be named, and none takes the place of another."""
    assert len({example.identity for example in EXAMPLES}) == len(EXAMPLES)


@pytest.mark.parametrize("name", PAGES)
def test_each_section_begins_with_what_a_document_says(name: str) -> None:
    """A section that has an example begins with a sentence of a document, marked as a quotation."""
    sections = re.split(r"^## ", (GUIDE / name).read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    tried_out = {example.heading for example in examples(GUIDE / name)[1]}
    for section in sections:
        heading, _, rest = section.partition("\n")
        assert heading not in tried_out or rest.strip().startswith("> "), heading


LEFT_TO_THE_REFERENCE: Final = {
    Timescale: {"id", "does", "unit", "source", "amount"},
    Stage: {"id", "title", "source", "asks", "summary", "message", "timescales", "steps", "begins_with"},
    Policy: {
        "id", "title", "route", "publisher", "document", "applies_to", "summary", "checked_on", "stages",
        "national", "shared", "version", "effective_from", "effective_until", "review_by", "version_of",
        "superseded", "progress_ask", "start", "unsure", "covers", "before", "principles", "bypass",
        "does_not_cover", "overall", "alongside", "findings",
    },
}  # fmt: skip
"""Keys that say what they are by their names: the reference describes them, and from-pdf.md uses them."""


@pytest.mark.parametrize("cls", [Timescale, Stage, Policy], ids=lambda cls: cls.__name__)
def test_every_construct_is_taught(cls: type) -> None:
    """A key that means more than its name says stands in an example or in the words around one."""
    text = "".join((GUIDE / name).read_text(encoding="utf-8") for name in PAGES)
    keys = {field.key for field in shape_of(cls).fields} - LEFT_TO_THE_REFERENCE[cls]
    assert [key for key in sorted(keys) if not re.search(rf"\b{key}\b", text)] == []


def test_the_commands_of_the_guide_are_there(capsys: pytest.CaptureFixture[str]) -> None:
    """The commands that list short names print some, in the words that the guide gives."""
    from navigator.cli import main  # noqa: PLC0415 - commands are imported when they run

    text = (GUIDE / PAGES[0]).read_text(encoding="utf-8")
    commands = re.findall(r"^    navigator (names .*)$", text, flags=re.MULTILINE)
    assert commands
    for command in commands:
        assert main(command.split()) == 0
        assert capsys.readouterr().out.count("\n") > 3


def test_the_guide_is_where_this_test_looks() -> None:
    """No page of the guide is left untried."""
    assert sorted(path.name for path in GUIDE.glob("constructs*.md")) == sorted(PAGES)


def test_the_signpost_of_the_guide_is_in_order(mini: Mini) -> None:
    """It can be copied as it stands, and its page begins as the guide says."""
    text = (GUIDE / "signposts.md").read_text(encoding="utf-8")
    ((name, written),) = re.findall(r"^```yaml\n# (.*?)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    signposted(mini)
    mini.write(f"national/{name}", written.replace("document: gazette", "document: law"))
    assert mini.errors() == []
    lead = signpost_text(library_of(mini), "money").splitlines()[0]
    assert f"`{lead.replace('your', 'the')}`" in text
