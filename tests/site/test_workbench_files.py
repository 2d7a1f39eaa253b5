"""Files on the workbench leave it in the form that they came in, and each finds its place."""

import json
import re
import subprocess
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any, Final

from navigator.runtime.subprocesses import tool
from navigator.site.workbench.files import kinds

SCRIPT: Final = Path(__file__).with_name("workbench_files_in_node.mjs")
POLICY: Final = "id: x\ntitle: T\nroute: complaint\npublisher: P\nstages: []\n"


def run(texts: list[bytes] = [], places: list[tuple[str, str]] = []) -> dict[str, Any]:  # noqa: B006 - only read
    known = {
        "kinds": list(kinds()),
        "paths": ["national/roles.yaml", "services/norfolk/policies/norfolk-complaint.yaml"],
        "services": ["norfolk", "kent"],
    }
    asked = {"texts": [b64encode(text).decode() for text in texts], "places": places, "known": known}
    ended = subprocess.run(
        [tool("node"), str(SCRIPT)],
        input=json.dumps(asked),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    found: dict[str, Any] = json.loads(ended.stdout)
    return found


def test_a_file_leaves_in_the_form_that_it_came_in() -> None:
    """Marks, line ends and letters of any kind are kept; within the page every line ends in one way."""
    texts = [text.encode() for text in ("a: é\n", "a: 1\r\nb: 2\r\n", "\ufeffa: 1\r\n", "\ufeffa: 😀", "")]
    found = run(texts=texts)["texts"]
    assert [b64decode(each["again"]) for each in found] == texts
    assert [each["text"] for each in found] == ["a: é\n", "a: 1\nb: 2\n", "a: 1\n", "a: 😀", ""]


def test_what_is_no_text_is_refused() -> None:
    """Letters of Windows, UTF-16 and bytes of another kind of file are told from UTF-8."""
    texts = ["a: é".encode("cp1252"), "a: 1".encode("utf-16"), b"PK\0\0"]
    assert [each["refused"] for each in run(texts=texts)["texts"]] == ["not-text"] * 3


def test_the_way_to_a_file_tells_its_place() -> None:
    """A folder of data, a service's folder and the name of a file that is here are enough."""
    ways = {
        "policy_data/services/fresh/policies/a.yaml": "services/fresh/policies/a.yaml",
        "national/roles.yaml": "national/roles.yaml",
        "kent/service.yaml": "services/kent/service.yaml",
        "kent/scenarios/new-case.yaml": "services/kent/scenarios/new-case.yaml",
        "Downloads/norfolk-complaint.yaml": "services/norfolk/policies/norfolk-complaint.yaml",
        "service.yaml": "services/fresh/service.yaml",
    }
    text = "id: fresh\nname: Fresh\n"
    found = run(places=[(name, text) for name in ways])["places"]
    assert [each.get("path") for each in found] == list(ways.values())


def test_where_nothing_tells_the_place_there_are_choices() -> None:
    """What a file holds says which kind it is, and whose it is has to be asked; some fit nowhere."""
    found = run(places=[("a.yaml", POLICY), ("roles.yaml", "- id: a\n"), ("b.yaml", "hello: there\n")])[
        "places"
    ]
    assert found[0]["choices"] == [
        "services/norfolk/policies/a.yaml", "services/kent/policies/a.yaml", "national/policies/a.yaml",
    ]  # fmt: skip
    assert found[1]["choices"] == [
        "national/roles.yaml", "services/norfolk/roles.yaml", "services/kent/roles.yaml",
    ]  # fmt: skip
    assert found[2]["choices"] == []


def test_every_kind_of_shipped_file_is_recognised() -> None:
    """By what stands in it alone, each file of an item is taken for what it is."""
    data = Path(__file__).parents[2] / "policy_data"
    wanted = {
        f"{folder}/x.yaml": next(data.glob(f"national/{folder}/*.yaml")).read_text(encoding="utf-8")
        for folder in ("policies", "signposts", "scenarios", "first_hour", "packs", "own_words")
    }
    found = run(places=[("x.yaml", text) for text in wanted.values()])["places"]
    assert [each["choices"][-1] for each in found] == [f"national/{name}" for name in wanted]


def test_no_other_page_names_a_file_of_the_workbench(built_site: Path) -> None:
    """Scripts, styles, program and data of the workbench are named by nothing but its own."""
    named = re.compile(r"workbench[-\w]*\.(?:js|css|bin|xz|zip)")
    held = {path.name for path in (built_site / "assets").rglob("workbench*") if path.is_file()}
    assert {"workbench.js", "workbench.css", "workbench-worker.js"} < held
    naming = [
        path.relative_to(built_site).as_posix()
        for kind in ("html", "js", "css")
        for path in built_site.rglob(f"*.{kind}")
        if path.name not in held and named.search(path.read_text(encoding="utf-8"))
    ]
    assert naming == ["workbench/index.html"]
