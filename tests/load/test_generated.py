"""Schemas for editors and the author reference."""

import json
import re
from dataclasses import fields
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from navigator.cli import main
from navigator.core import model
from navigator.load import docstrings
from navigator.load.author_reference import reference_markdown
from navigator.load.generated import stale, write
from navigator.load.layout import ALL, QUESTIONS
from navigator.load.library import load
from tests.mini import Mini
from tests.shipped import DATA, HELD

PROJECT = Path(__file__).parents[2]
CLASSES: list[Any] = [each for each in vars(model).values() if isinstance(each, type)]


@pytest.fixture
def written(mini: Mini) -> dict[str, Any]:
    write(load(mini.folder), mini.folder.parent)
    return {path.name.removesuffix(".schema.json"): json.loads(path.read_text("utf-8"))
            for path in (mini.folder / "schema").iterdir()}  # fmt: skip


def test_there_is_a_schema_for_every_kind_of_file(written: dict[str, Any]) -> None:
    """Each file has a schema of its own; policies share one, and services."""
    assert sorted(written) == [
        "calendars", "changes", "contacts", "danger_words", "documents", "events", "everyday_words",
        "first_hour_card", "glossary", "jobs", "own_words", "pack", "policy", "questions", "roles",
        "routes", "scenario", "service", "signpost", "triage", "words_alike",
    ]  # fmt: skip
    assert written["roles"]["type"] == "array"
    assert written["policy"]["$ref"] == "#/definitions/Policy"


def test_a_schema_says_what_the_model_says(written: dict[str, Any]) -> None:
    """Keys, meanings, choices and what is required come from the model; other keys are refused."""
    timescale = written["policy"]["definitions"]["Timescale"]
    assert timescale["additionalProperties"] is False
    assert timescale["required"] == ["id", "unit", "source"]
    assert timescale["properties"]["from"]["description"].startswith("The event it is counted from")
    assert timescale["properties"]["amount"]["type"] == "integer"
    assert written["policy"]["definitions"]["Unit"]["enum"][0] == "working_days"
    assert "no weekend" in written["policy"]["definitions"]["Unit"]["description"]


def test_a_schema_offers_the_ids_there_are(written: dict[str, Any]) -> None:
    """An editor can complete roles, events and the like from the data."""
    definitions = written["policy"]["definitions"]
    assert definitions["Action"]["properties"]["who"]["allOf"] == [{"$ref": "#/definitions/roles"}]
    assert definitions["roles"]["enum"] == ["carer", "team"]
    assert written["triage"]["definitions"]["questions"]["enum"] == ["danger", "topic"]


def test_a_source_may_be_text(written: dict[str, Any]) -> None:
    """The schema lets a source be its section alone."""
    short, whole = written["policy"]["definitions"]["Source"]["anyOf"]
    assert (short["type"], whole["type"]) == ("string", "object")


def test_running_text_may_be_written_by_language(written: dict[str, Any]) -> None:
    """One definition lets any running text be text, or text under language tags of which one is English."""
    once, by_language = written["policy"]["definitions"]["Text"]["anyOf"]
    assert by_language["additionalProperties"] == once
    assert by_language["required"] == ["en-GB"]
    assert re.search(by_language["propertyNames"]["pattern"], "cy")
    assert not re.search(by_language["propertyNames"]["pattern"], "says")
    titled = written["policy"]["definitions"]["Policy"]["properties"]["title"]
    assert titled["allOf"] == [{"$ref": "#/definitions/Text"}]
    assert "| `title` | some words |" in reference_markdown()
    assert "the text under the tag of each language" in reference_markdown()


def test_every_field_has_a_meaning() -> None:
    """No field of the model lacks the docstring that editors and authors read."""
    for cls in CLASSES:
        assert docstrings.of_class(cls), cls
        if not issubclass(cls, Enum):
            assert list(docstrings.of_fields(cls)) == [field.name for field in fields(cls)], cls


def test_the_reference_has_every_field() -> None:
    """Each file, class and key that an author can write is in the reference."""
    text = reference_markdown()
    for place in ALL:
        assert f"### `{place.pattern}`" in text
    told = [cls for cls in CLASSES if f"### {cls.__name__}\n" in text]
    assert {cls.__name__ for cls in CLASSES} - {cls.__name__ for cls in told} == {
        "Library", "Words", *(place.cls.__name__ for place in ALL if place is not QUESTIONS)
    }  # fmt: skip
    assert "| `from` | id, one of the events |" in text
    assert "| `working_days` | Days that are no weekend" in text


def test_what_is_out_of_date_is_told(mini: Mini) -> None:
    """A missing, changed or left-over file is stale; writing brings all up to date."""
    docs = mini.folder.parent / "docs"
    assert len(stale(load(mini.folder), docs)) == len(ALL) + 1
    write(load(mini.folder), docs)
    assert stale(load(mini.folder), docs) == []
    mini.edit("national/roles.yaml", "id: team,", "id: squad,")
    mini.write("schema/old.schema.json", "{}")
    (docs / "authors/reference.md").write_text("x", "utf-8")
    names = [path.name for path in stale(load(mini.folder), docs)]
    assert names == [
        "contacts.schema.json", "first_hour_card.schema.json", "glossary.schema.json", "old.schema.json",
        "policy.schema.json", "roles.schema.json", "routes.schema.json", "scenario.schema.json",
        "signpost.schema.json", "triage.schema.json", "reference.md",
    ]  # fmt: skip
    write(load(mini.folder), docs)
    assert stale(load(mini.folder), docs) == []


def test_the_command_only_looks_when_told_to(mini: Mini, capsys: pytest.CaptureFixture[str]) -> None:
    """With check_only nothing is written and the exit code says that something is stale."""
    docs = mini.folder.parent / "docs"
    schema = ["schema", "--data", str(mini.folder), "--docs", str(docs)]
    assert main([*schema, "--check"]) == 1
    assert "is out of date. Run: navigator schema" in capsys.readouterr().out
    assert not docs.exists()
    assert main(schema) == 0
    assert main([*schema, "--check"]) == 0


def test_the_shipped_files_are_current() -> None:
    """The schemas and the reference in the repository are those the model makes.

    Where somebody has added a service, the schemas are theirs to write: `navigator check` says so.
    """
    out_of_date = stale(load(HELD), PROJECT / "docs" / "site")
    assert [path for path in out_of_date if DATA == HELD or path.suffix == ".md"] == []
