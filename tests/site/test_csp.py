"""The policy of each page: made from the page itself."""

from base64 import b64decode
from hashlib import sha256

from navigator.site.build.csp import with_policy

PAGE = (
    '<html><head><meta charset="utf-8"><style>p { color: red }</style></head><body>'
    "<script>go()</script><script>go()</script><script src='a.js'></script>"
    '<script type="application/json">{"a": 1}</script><script src="b.js"></script></body></html>'
)


def rules(html: str) -> dict[str, str]:
    written = html.split('http-equiv="Content-Security-Policy" content="')[1].split('"', maxsplit=1)[0]
    return dict(rule.split(" ", 1) for rule in written.split("; "))


def test_policy_comes_first() -> None:
    """The policy follows the page's encoding at once, and stands in it only once."""
    html = with_policy(PAGE)
    assert html.index("Content-Security-Policy") < html.index("<style>")
    assert html.startswith('<html><head><meta charset="utf-8"><meta http-equiv=')
    assert html.count("Content-Security-Policy") == 1


def test_scripts_in_the_page_are_allowed_by_checksum() -> None:
    """Its very text gives the checksum that allows a script, once; data and files need none."""
    allowed = rules(with_policy(PAGE))["script-src"].split()
    checksums = [each for each in allowed if each.startswith("'sha256-")]
    assert [b64decode(each[8:-1]) for each in checksums] == [sha256(b"go()").digest()]
    assert "'unsafe-inline'" not in allowed
    assert "'unsafe-eval'" not in allowed


def test_styles_in_the_page_are_allowed_by_checksum() -> None:
    """So is a style; without one only files of the site are."""
    assert "'sha256-" in rules(with_policy(PAGE))["style-src"]
    assert rules(with_policy('<meta charset="utf-8">'))["style-src"] == "'self'"


def test_nobody_else_is_named() -> None:
    """No rule names another origin, and what has no rule is refused."""
    found = rules(with_policy(PAGE))
    assert found["default-src"] == "'none'"
    assert not [sources for sources in found.values() if "//" in sources or "*" in sources]


def test_while_serving() -> None:
    """While the site is served for its author, the script that reloads the page may run."""
    allowed = rules(with_policy(PAGE, serving=True))["script-src"]
    assert "'unsafe-inline'" in allowed
    assert "sha256" not in allowed


def test_other_files_stay_as_they_are() -> None:
    """What is no page gets no policy."""
    assert with_policy("<urlset></urlset>") == "<urlset></urlset>"
