"""The site while somebody changes the policies: what is wrong is shown in its place, and then mended."""

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from navigator.site.build.run_mkdocs import quiet
from tests.site.conftest import small_project

POLICY = Path("policy_data") / "policies" / "town-complaint.yaml"
PAGE = Path("built") / "policies" / "town-complaint" / "index.html"

CASE = """\
id: late
title: A late answer
story: Nobody answered.
answers:
  - {question: danger, option: calm}
  - {question: topic, option: complaint}
  - {question: service, option: town}
  - {question: progress, option: stage-1}
dates: [{event: sent, day: 2026-11-02}]
today: 2026-11-03
expect:
  route: complaint
  service: town
  policy: town-complaint
  stage: stage-1
  deadlines: [{id: answer, due: 2026-11-16}]
  next: stage-2/level-1
worked_out: Ten working days after 2 November.
source: {section: Section 1, document: guide}
wrong_turns:
  - {route: complaint, why: It is not., source: {section: Section 1, document: guide}}
"""
"""A practice case that holds while the policy's time is ten working days."""


class Serving:
    """A small project, built again at each change as `navigator serve` does."""

    def build(self) -> str:
        """Build, and return a policy's page."""
        with quiet():
            config = load_config("mkdocs.yml", site_dir="built", strict=False)
            if not PAGE.exists():
                config.plugins.on_startup(command="serve", dirty=False)
            build(config, serve_url="http://127.0.0.1:8000/")
        return PAGE.read_text(encoding="utf-8")

    def cases(self) -> int:
        """Return how many practice cases the site has."""
        return len(list(Path("built/practice").glob("c*")))

    def change(self, old: str, new: str) -> None:
        """Change the first place where a text stands in the policy."""
        text = POLICY.read_text(encoding="utf-8")
        assert old in text
        POLICY.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def serving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Serving:
    folder = small_project(tmp_path / "project")
    case = folder / "policy_data" / "scenarios" / "late.yaml"
    case.parent.mkdir()
    case.write_text(CASE, encoding="utf-8")
    monkeypatch.chdir(folder)
    return Serving()


def test_a_change_is_seen_and_an_error_is_shown_until_it_is_mended(serving: Serving) -> None:
    """A changed time limit shows at once; an error stands on the same page with its place, and then goes."""
    assert "Within 10 working days" in serving.build()
    assert serving.cases() == 1

    # The practice case for this policy no longer holds, and is left out until somebody works it out again.
    serving.change("amount: 10\n", "amount: 6\n")
    assert "Within 6 working days" in serving.build()
    assert serving.cases() == 0

    serving.change("amount: 6\n", "amount: six\n")
    page = serving.build()
    assert f"{POLICY.as_posix()}:" in page
    assert "is not a whole number" in page

    serving.change("amount: six\n", "amount: 7\n")
    page = serving.build()
    assert "Within 7 working days" in page
    assert "is not a whole number" not in page
