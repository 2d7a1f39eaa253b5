"""Python and the script of the browser find the same places, for the same reasons, whatever is typed."""

import json
import random
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from navigator.core.model import Library
from navigator.own_words.matcher import Matcher
from navigator.own_words.model import Model, packed
from navigator.runtime.subprocesses import tool
from tests.shipped import learned

SCRIPT: Final = Path(__file__).with_name("in_node.mjs")
ODD: Final = "aeiouxyz  ,.!?'\u2019\u00e9\u00df\u0130\n\U0001f600123-\u2013\u2026()"
NEVER_MEANT: Final = (
    "",
    "   ",
    "?",
    "a" * 400,
    "\U0001f600" * 200 + " he",
    "\u2028one\u0085two\ufeff",
    "Caf\u00e9 na\u00efve \u212a \u0391\u03a3",
    "constructor __proto__ toString hasOwnProperty",
)


@pytest.fixture(scope="module")
def model() -> Model:
    return learned()


def in_python(model: Model, texts: list[str]) -> Any:  # noqa: ANN401 - plain data
    """Return what Python finds, as plain data."""
    matcher = Matcher(model)
    found = [matcher.match(text) for text in texts]
    return [[each.danger, [[match.place.id, match.because] for match in each.matches]] for each in found]


def in_node(model: Model, texts: list[str]) -> Any:  # noqa: ANN401 - plain data
    """Return what the script finds, as plain data."""
    given = f"{packed(model)}\n{json.dumps(texts)}\n"
    ended = subprocess.run(
        [tool("node"), str(SCRIPT)], input=given, capture_output=True, encoding="utf-8", check=False
    )
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


def misspelt(texts: list[str]) -> list[str]:
    """Return texts with some characters replaced at random, always the same ones."""
    dice = random.Random(7)  # noqa: S311 - no secret
    found = []
    for text in texts:
        letters = list(text)
        for _ in range(1 + len(letters) // 20):
            letters[dice.randrange(len(letters))] = dice.choice(ODD)
        found.append("".join(letters))
    return found


def test_the_same_places_for_every_text(library: Library, model: Model) -> None:
    """Stories, phrases, clauses of danger, the same misspelt, and what nobody means: all come out alike."""
    texts = [case.story for case in library.scenarios]
    texts += [" and ".join(words.phrases[at::7]) for words in library.own_words for at in range(3)]
    texts += [f"{first}. {other}" for group in library.danger_words
              for first, other in zip(group.danger, group.safe, strict=False)]  # fmt: skip
    texts += [*misspelt(texts), *NEVER_MEANT]
    found = in_python(model, texts)
    assert found == in_node(model, texts)
    shown = sum(len(places) for _, places in found)
    lines = sum(bool(danger) for danger, _ in found)
    print(f"{len(texts)} texts: {shown} places and {lines} lines on danger, the same in both")
    assert shown > len(texts)
    assert 0 < lines < len(texts)


def test_a_difference_is_found(model: Model) -> None:
    """The comparison tells apart a model whose weights are others."""
    turned = replace(model, places=model.places[::-1])
    texts = ["I want to make a formal complaint about the council"]
    assert in_python(model, texts) != in_node(turned, texts)
