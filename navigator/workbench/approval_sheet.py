"""The sheet for the meeting that approves a draft, as HTML: what changes, what is open, what is decided."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from navigator.core.model import Finding, Library, Policy, Words
from navigator.core.phrases import edition
from navigator.core.role_names import sentence
from navigator.render.components import bullets, table
from navigator.render.html import Child, Html, el
from navigator.workbench.approval import Group, Row, Sheet
from navigator.workbench.facts import section_in_words

BLANKS: Final = ("meeting", "day", "presents", "conditions", "signed")
"""What is filled in by hand."""
DECISIONS: Final = ("approved", "with_changes", "refused")


def approval_sheet(library: Library, found: list[Sheet], files: list[str], today: date) -> Html:
    """Return the whole sheet."""
    words = library.words
    policies = [each for each in found if each.collection == "policies"]
    others = [each for each in found if each.collection != "policies"]
    named = words.listed(each.title for each in policies)
    texts = words.group("workbench.taken.sheet")
    return el(
        "article",
        el("h3", texts["title"].format(policies=named) if named else texts["no_policy"]),
        el("p", words("workbench.taken.sheet.made", date=words.short_date(today)), class_="nav-hint"),
        _decision(words),
        [_sheet(library, each) for each in policies],
        _section(words, "others", [_sheet(library, each) for each in others]),
        _section(words, "open", list(_open(library, policies))),
        _section(words, "files", [bullets(files)]),
        class_="nav-approval",
    )


def _section(words: Words, name: str, parts: list[Html]) -> Html | None:
    return el("section", el("h4", words[f"workbench.taken.sheet.{name}"]), parts) if any(parts) else None


def _decision(words: Words) -> Html:
    """Write the blanks: which meeting, who presents it, what is decided, and who signs."""
    group = words.group("workbench.taken.blank")
    box = el("span", class_="nav-approval-box", aria_hidden="true")
    boxes = [el("li", box, group[name]) for name in DECISIONS]
    lines = [el("div", el("dt", group[name]), el("dd", class_="nav-approval-blank")) for name in BLANKS]
    return el(
        "section",
        el("h4", words["workbench.taken.sheet.decision"]),
        el("ul", boxes, class_="nav-approval-boxes"),
        el("dl", lines),
        class_="nav-approval-decision",
    )


def _sheet(library: Library, sheet: Sheet) -> Html:
    words = library.words
    state = "changed" if sheet.was and sheet.stays else "new" if sheet.stays else "gone"
    about = words[f"workbench.taken.sheet.{state}"]
    restates = _restates(library, sheet.policy) if sheet.policy else None
    kind = words[f"workbench.taken.list.{sheet.collection}"]
    heading = words("workbench.taken.sheet.item", kind=kind, title=sheet.title)
    return el(
        "section",
        el("h4" if sheet.policy else "h5", sheet.title if sheet.policy else heading),
        el("p", " ".join(filter(None, (about, restates)))),
        [_table(words, group, was=sheet.was, stays=sheet.stays) for group in sheet.groups],
    )


def _restates(library: Library, policy: Policy) -> str:
    document = library.document[policy.document]
    return library.words(
        "workbench.taken.sheet.restates", document=document.title, edition=edition(library.words, policy)
    )


def _table(words: Words, group: Group, *, was: bool, stays: bool) -> Html:
    """Write what differs at a place: of what is new or gone, there is one side only."""
    headings = words.group("workbench.taken.column")
    both = was and stays
    names = ["what", "old", "new"] if both else ["what", "new" if stays else "old"]
    cited = any(row.source for row in group.rows)
    names += ["source"] if cited else []
    lines = [[_cell(words, name, row) for name in names] for row in group.rows]
    title = group.title or words["workbench.taken.sheet.whole"]
    return table(title, [headings[name] for name in names], lines)


def _cell(words: Words, name: str, row: Row) -> Child:
    if name == "what":
        named = words.group("workbench.taken.part")
        return named.get(row.part) or sentence(row.part.replace("_", " "))
    if name == "source":
        return row.source
    texts = row.old if name == "old" else row.new
    return [el("p", text) for text in texts] if texts else el("p", words["workbench.taken.nothing"])


def _open(library: Library, policies: Iterable[Sheet]) -> Iterator[Html]:
    """Yield for each policy what it leaves open, with the question to its owner and a line for the answer."""
    for sheet in policies:
        if sheet.policy and sheet.policy.findings:
            yield el("h5", sheet.title)
            yield el("ol", [_point(library, sheet.policy, each) for each in sheet.policy.findings])


def _point(library: Library, policy: Policy, finding: Finding) -> Html:
    texts = library.words.group("workbench.taken.sheet")
    place = section_in_words(library, policy, finding.source)
    return el(
        "li",
        el("p", finding.says, " ", el("span", place, class_="nav-hint")),
        el("p", el("strong", texts["question"]), " ", finding.ask_owner),
        el("p", texts["answer"], " ", el("span", class_="nav-approval-blank")),
    )
