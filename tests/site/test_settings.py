"""The settings that a site is built by."""

from pathlib import Path
from typing import Any

import pytest

from navigator.site.build.run_mkdocs import SiteRefused, settings


@pytest.mark.parametrize(
    ("plugins", "expected"),
    [
        ("[search, navigator]", {"search": {}, "navigator": {"folder": "DATA"}}),
        ("[{navigator: {runtime: false}}]", {"navigator": {"runtime": False, "folder": "DATA"}}),
        ("{search: {lang: en}, navigator: }", {"search": {"lang": "en"}, "navigator": {"folder": "DATA"}}),
        ("{navigator: {folder: theirs}}", {"navigator": {"folder": "DATA"}}),
    ],
)
def test_a_named_folder_comes_before_the_one_in_the_settings(
    tmp_path: Path, plugins: str, expected: dict[str, dict[str, Any]]
) -> None:
    """However mkdocs.yml lists its plugins, only the folder of policies is changed."""
    config, data = tmp_path / "mkdocs.yml", tmp_path / "data"
    config.write_text(f"site_name: Mine\nplugins: {plugins}\n", encoding="utf-8")
    expected["navigator"]["folder"] = str(data)
    assert settings(data, config) == {"config_file": str(config), "plugins": expected}


def test_without_a_named_folder_the_settings_stand(tmp_path: Path) -> None:
    """A project's mkdocs.yml is taken as it is."""
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: Mine\nplugins: [navigator]\n", encoding="utf-8")
    assert settings(None, config) == {"config_file": str(config)}


def test_without_settings_those_of_the_package_are_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They bring the hand-written pages with them, and what is downloaded goes into the user's own cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    found = settings(tmp_path / "data", tmp_path / "mkdocs.yml")
    assert Path(found["config_file"]).is_file()
    assert (Path(found["docs_dir"]) / "privacy.md").is_file()
    assert found["plugins"]["navigator"] == {
        "folder": str(tmp_path / "data"),
        "cache": str(tmp_path / "cache" / "navigator"),
    }


def test_a_user_without_a_home_is_told_what_to_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container the user may be known to nobody; then there is no cache of its own."""
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr("pwd.getpwuid", lambda uid: {}[uid])
    with pytest.raises(SiteRefused, match="XDG_CACHE_HOME=FOLDER navigator build"):
        settings(tmp_path / "data", tmp_path / "mkdocs.yml")
