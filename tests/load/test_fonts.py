"""The fonts of the PDFs: what they show, and what they are known not to show."""
# ruff: noqa: RUF001 - signs that look like others are the point

import re

import pytest

from navigator.load.fonts import FIRST, LAST, ODD, families, not_shown

SAFE = [chr(number) for number in range(0x20, 0x2100) if not ODD.search(chr(number))]


def test_what_is_passed_over_is_in_the_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Latin letters and common punctuation are never looked up: every one of them can be printed."""
    assert {"é", "ż", "ő", "–", "’", "…", "•", "\u2011", "£", "½"} <= {*SAFE}
    monkeypatch.setattr("navigator.load.fonts.ODD", re.compile("."))
    assert not_shown([f"a{character}b" for character in SAFE]) == {}


@pytest.mark.parametrize(
    "text",
    [
        "☎ ✆ 📞 ✉",
        "☐ ☑ ☒ ✓ ✔ ✗ ✘",
        "→ ← ↔ ⇒ ➔ ➢ ➤ ► ▶ ‣ ● ○ ■ □ ▪ ◦ ◆ ★ ⚠",
        "😀 👍🏽 👨‍👩‍👧 🇬🇧 1️⃣ ❤️",
        "≤ ≥ ≠ ± × ÷ ½ ⅓ ² € ₤ № ™ © §",
        "العربية فارسی اردو پښتو",
        "עברית שָׁלוֹם",
        "中文简体 繁體 日本語 한국어 「」、。",
        "বাংলা ਪੰਜਾਬੀ ગુજરાતી नमस्ते தமிழ் తెలుగు മലയാളം සිංහල",
        "ትግርኛ አማርኛ",
        "ไทย ລາວ ខ្មែរ မြန်မာ",
        "Ελληνικά Українська Български Հայերեն ქართული",
        "Język żółć română ștțăî Tiếng Việt Türkçe ığş Yorùbá ọ̀ e\u0301",
        "a\u200eb\u200bc\u2060d\u00ade\u2028f\u2003g",
    ],
)
def test_scripts_and_signs_of_policies_are_shown(text: str) -> None:
    """What people paste out of Word, in the languages of families here, can be printed."""
    assert not_shown([text]) == {}


def test_what_no_font_has_is_named() -> None:
    """Signs of private fonts, unassigned numbers and forbidden marks are named, each once and in order."""
    plain = "Only → signs that are there"
    one, two = "\uf0b7 first \uf0fc second \uf0b7", "unknown \u0378, ☎, hid\ufeffden"
    assert not_shown([plain, one, plain, two]) == {one: ("\uf0b7", "\uf0fc"), two: ("\u0378", "\ufeff")}


def test_of_very_many_texts_the_bad_ones_are_found() -> None:
    """However many texts there are, those that cannot be printed are told and no others."""
    texts = [f"→ {number}" for number in range(300)]
    texts[7] += "\uf0b7"
    texts[299] += "\U0010ffff"
    assert [*not_shown(texts)] == [texts[7], texts[299]]


@pytest.mark.parametrize(
    ("language", "han"),
    [("en-GB", "SC"), ("zh-CN", "SC"), ("zh-TW", "TC"), ("zh-HK", "HK"), ("ja", "JP"), ("ko-KR", "KR")],
)
def test_chinese_signs_take_the_shapes_of_the_language(language: str, han: str) -> None:
    """The same sign looks otherwise in Japanese, Korean and the two ways to write Chinese."""
    names = families(language)
    assert names[:2] == FIRST
    assert names[-3:] == LAST
    assert [name for name in names if "CJK" in name] == [f"Noto Sans CJK {han}"]
