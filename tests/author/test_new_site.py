"""A site for one service: what its owner writes, and all else from the package."""

import json
import shutil
from pathlib import Path

import pytest

from navigator.author.site import short_name
from navigator.check import check
from navigator.cli import main
from navigator.core.engine import advance
from navigator.core.journey import paths
from navigator.load import national
from navigator.load.clock import today_in_london
from navigator.load.library import load
from navigator.site.build.gone import without_gone
from navigator.site.build.run_mkdocs import settings
from tests.builders import WORDS
from tests.shipped import DATA

SERVICE = """\
id: sefton-council
name: Sefton Council
# The answer to the question which service it is.
label: Sefton Council
calendar: england
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """Make a site, and stand in it."""
    monkeypatch.chdir(tmp_path)
    assert main(["new", "site", "ours", "--service", "Sefton Council"]) == 0
    monkeypatch.chdir(tmp_path / "ours")
    capsys.readouterr()
    return tmp_path / "ours"


def own_policy(site: Path, name: str) -> None:
    """Give the service a policy of its own, made of the national one for the same route."""
    folder = site / "policy_data" / "services" / "sefton-council" / "policies"
    folder.mkdir(exist_ok=True)
    text = (DATA / "national" / "policies" / f"{name}.yaml").read_text(encoding="utf-8")
    (folder / f"{name}.yaml").write_text(text.replace("\nnational: true\n", "\n"), encoding="utf-8")


def test_a_new_site_holds_only_what_its_owner_writes(site: Path) -> None:
    """The service, the site's name, a README, and what held nationally on that day."""
    assert sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()) == [
        "README.md",
        "mkdocs.yml",
        "policy_data/national.json",
        "policy_data/services/sefton-council/service.yaml",
    ]
    service = site / "policy_data" / "services" / "sefton-council" / "service.yaml"
    assert service.read_text(encoding="utf-8") == SERVICE
    assert 'site_name: "Sefton Council: fostering policies"\n' in (site / "mkdocs.yml").read_text("utf-8")


def test_it_is_in_order_from_the_first_moment(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The check has nothing to say, not of the national part either, which is not the owner's to mend."""
    assert main(["check"]) == 0
    assert capsys.readouterr().out.startswith("0 errors, 0 findings in ")


def test_nobody_is_asked_which_service(site: Path) -> None:
    """There is one, and each of its readers is shown its own policy, from every answer of the questions.

    In an urgent matter help comes first: its own steps are offered below what holds for all.
    """
    own_policy(site, "irm")
    own_policy(site, "safeguarding")
    loaded = load(site / "policy_data")
    assert [str(each) for each in check(loaded, today_in_london()) if each.severity == "error"] == []
    library = loaded.library
    assert library is not None
    reached = {}
    for answers, node in paths(library):
        assert "service" not in answers or (node.route and library.route[node.route].urgent)
        reached[node.route] = node.service
    assert reached["irm"] == reached["safeguarding"] == "sefton-council"
    found = advance(library, {"danger": "now"}, {}, today_in_london()).outcome
    assert found is not None
    assert (found.policy.id, found.position.key) == ("safeguarding", "immediate")
    given = {"danger": "now", "service": found.own_steps[0].id, "progress": "immediate"}
    found = advance(library, given, {}, today_in_london()).outcome
    assert found is not None
    assert found.policy.id == "sefton-council-safeguarding"


def test_cases_that_its_readers_cannot_meet_are_left_out(site: Path) -> None:
    """A case about the national policy goes where the service has its own; those of other routes stay."""
    before = load(site / "policy_data").library
    own_policy(site, "irm")
    after = load(site / "policy_data").library
    assert before is not None
    assert after is not None
    gone = {
        case.id: case for case in before.scenarios if case.id not in {each.id for each in after.scenarios}
    }
    assert {case.expect.policy for case in gone.values()} == {"irm"}
    assert "approval-letter-before-christmas" in gone
    assert after.scenarios


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Sefton Council", "sefton-council"),
        ("St Helens Borough Council", "st-helens-borough-council"),
        ("Futures for Children Ltd.", "futures-for-children-ltd"),
        ("King's Lynn & West Norfolk", "kings-lynn-west-norfolk"),
        ("Ynys Môn", "ynys-mon"),
    ],
)
def test_a_short_name_is_made_of_the_name(name: str, short: str) -> None:
    """It has letters, digits and hyphens only, and reads like the name."""
    assert short_name(name) == short


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["ours", "--service", "Sefton"], "ours is not empty. Name a folder that is empty or not there yet."),
        (["new", "--service", "中文"], "中文: no short name. Give one with --id: lower-case letters"),
        (
            ["new", "--service", "Sefton", "--id", "Sefton"],
            "Sefton: no short name. Give one with --id: lower-case letters",
        ),
    ],
)
def test_what_cannot_be_a_site_is_refused(
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    told: str,
) -> None:
    """A folder that holds something is not touched, and a name that gives no short one needs --id."""
    monkeypatch.chdir(site.parent)
    assert main(["new", "site", *arguments]) == 2
    assert capsys.readouterr().err.startswith(told)
    assert [path.name for path in site.parent.iterdir()] == ["ours"]


def test_a_short_name_can_be_chosen(tmp_path: Path) -> None:
    """It names the folder of the service."""
    assert main(["new", "site", str(tmp_path / "a"), "--service", "中文 Council", "--id", "zw"]) == 0
    assert (tmp_path / "a" / "policy_data" / "services" / "zw" / "service.yaml").is_file()


@pytest.fixture
def later(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let a later version of the package be there, and return its national part."""
    folder = Path(shutil.copytree(DATA / "national", tmp_path / "later"))
    monkeypatch.setattr(national, "packaged", lambda: folder)
    return folder


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_later_version_says_what_has_changed_nationally(
    site: Path, later: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Time limits come first, then whom to reach, then days: each with the old and the new value."""
    assert main(["diff"]) == 0
    assert capsys.readouterr().out == "0 changes between version 0.1.0 and version 0.1.0\n"
    own_policy(site, "irm")
    change(later, "policies/irm.yaml", "amount: 28", "amount: 30")
    change(later, "policies/ombudsman.yaml", "checked_on: 2026-11", "checked_on: 2026-10")
    change(later, "contacts.yaml", 'phone: "999"', 'phone: "112"')
    assert main(["diff"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line for line in told if not line.startswith(" ")] == [
        "Time limits:",
        "Whom to reach:",
        "Days and versions:",
        "3 changes between version 0.1.0 and version 0.1.0",
        "Once you have read them: navigator diff --accept",
    ]
    times, contacts, days = (line for line in told if line.startswith(" "))
    assert ".amount: 28 -> 30" in times
    assert times.endswith("(your sefton-council-irm stands in its place: does it need the same?)")
    assert contacts.endswith("~ phone: 999 -> 112")
    assert "policies/ombudsman: ~ checked_on: 2026-11-" in days


def test_it_is_told_also_where_it_breaks_a_policy_of_the_service(
    site: Path, later: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An event that a service relied on may be gone: then the check has errors, and this says why."""
    own_policy(site, "irm")
    change(later, "events.yaml", "- id: determination_letter", "- id: determination_sent")
    assert main(["check"]) == 1
    capsys.readouterr()
    assert main(["diff"]) == 0
    told = capsys.readouterr().out
    assert "events/determination_letter: is gone" in told
    assert "events/determination_sent: is new" in told


def test_what_was_read_is_not_told_again(site: Path, later: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Once accepted, the national part of today is what the next version is compared with."""
    change(later, "contacts.yaml", 'phone: "999"', 'phone: "112"')
    assert main(["diff", "--accept"]) == 0
    assert main(["diff"]) == 0
    assert capsys.readouterr().out.endswith("0 changes between version 0.1.0 and version 0.1.0\n")
    held = json.loads((site / "policy_data" / "national.json").read_text(encoding="utf-8"))
    assert held["national"]["contacts"]["emergency-999"]["phone"] == "112"


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (lambda path: path.unlink(), "is not there, so nothing can be compared."),
        (lambda path: path.write_text("{}", encoding="utf-8"), "cannot be read."),
    ],
)
def test_without_a_snapshot_it_says_how_to_get_one(
    site: Path, capsys: pytest.CaptureFixture[str], harm: object, told: str
) -> None:
    """The file may be lost or damaged; the command that writes it is named."""
    assert callable(harm)
    harm(site / "policy_data" / "national.json")
    assert main(["diff"]) == 2
    said = capsys.readouterr().err
    assert told in said
    assert "navigator diff --accept" in said


def test_a_library_of_its_own_has_nothing_to_compare(capsys: pytest.CaptureFixture[str]) -> None:
    """Where the national part is in the folder, its history is there as well."""
    assert main(["diff", "--data", str(DATA)]) == 2
    assert "has a national part of its own. Name two policies to compare." in capsys.readouterr().err


def test_settings_without_a_theme_add_to_those_of_the_package(site: Path) -> None:
    """The site's own name stands, and the look, the plugins and the pages are the package's."""
    held = settings(None)
    assert held["config_file"] == "mkdocs.yml"
    assert "site_name" not in held
    assert held["theme"]["name"] == "material"
    assert {"search", "navigator"} <= held["plugins"].keys()
    assert Path(held["docs_dir"], "privacy.md").is_file()


def test_a_page_that_speaks_of_a_policy_elsewhere_has_no_dead_link() -> None:
    """Links to what this site has stay, and so do links that are mistakes, to be told."""
    text = "See [Kent's](../policies/kent.md#x), [the law](../policies/irm.md) and [nothing](nowhere.md)."
    there = {"policies/irm.md", "induction/1.md"}
    assert without_gone(text, "induction/1.md", there, WORDS) == (
        "See Kent's (not on this site), [the law](../policies/irm.md) and [nothing](nowhere.md)."
    )
