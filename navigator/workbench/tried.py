"""Cases run against the draft: what each expects and what came of it."""

from dataclasses import dataclass
from datetime import time
from typing import Any, Final

from navigator.core.cases import answers_of, differences, expected_of, play
from navigator.core.model import Expected, GivenDate, Library, Scenario, Signpost
from navigator.core.outcome import Outcome
from navigator.core.typed.times import FIELD
from navigator.render.components import table
from navigator.render.html import Child, Html, el, fill
from navigator.workbench.desk import Answer, Desk, Steps
from navigator.workbench.expected_words import Part, parts_of
from navigator.workbench.place_words import way_in_words
from navigator.workbench.shown import shown

_SIGNS: Final = {True: "✓", False: "✗"}


@dataclass(frozen=True)
class Tried:
    """A case and what came of it."""

    case: Scenario
    file: str
    """The path of its file."""
    came: Outcome | Signpost | str
    """What it leads to, or in words why that is nothing."""
    passed: bool


def tried(desk: Desk, asked: Answer) -> Steps:
    """Return what comes of cases: `html`, and how many `passed` and `failed`.

    They are those that expect the `policy` or lead to it, and those whose files are among `files`; without a
    policy, all. `cases` holds for each by its id what the preview needs to show it: see `looked_at`.
    """
    said, edition = shown(desk), desk.edition
    library = said.library
    files = {item.id: file.name for file in desk.loaded.of("scenarios") for item in file.items}
    policy, own = asked.get("policy"), set(asked.get("files", ()))
    found: list[Tried] = []
    for case in library.scenarios:
        yield
        if desk.edition != edition:
            return {"stale": True}
        named = files.get(case.id) in own
        if policy and not named and not _may_concern(library, case, policy):
            continue
        came = play(library, case)
        if policy and not named and policy not in (case.expect.policy, _reached(came)):
            continue
        passed = not isinstance(came, str) and not any(differences(library, came, case))
        found.append(Tried(case, files.get(case.id, ""), came, passed))
    found.sort(key=lambda each: each.passed)
    return {
        "html": _listed(said.index.library, found),
        "passed": sum(each.passed for each in found),
        "failed": sum(not each.passed for each in found),
        "cases": {each.case.id: looked_at(library, each.case) for each in found},
        "current": desk.is_sound,
    }


def _may_concern(library: Library, case: Scenario, policy: str) -> bool:
    """Say whether a case expects a policy, or could lead to it, being of the same route."""
    named = library.policy.get(policy)
    return case.expect.policy == policy or (named is not None and case.expect.route == named.route)


def _reached(came: Outcome | Signpost | str) -> str | None:
    return came.policy.id if isinstance(came, Outcome) else None


def looked_at(library: Library, case: Scenario) -> dict[str, Any]:
    """Return what the preview needs to show a case: its answers, dates and day, and the policy it expects."""
    return {
        "answers": answers_of(library, case),
        "typed": {given.event: _typed(library, given) for given in case.dates},
        "today": case.today.isoformat(),
        "policy": case.expect.policy,
    }


def _typed(library: Library, given: GivenDate) -> dict[str, str]:
    day = given.day
    fields = {"day": str(day.day), "month": str(day.month), "year": f"{day.year:04}"}
    if given.at:
        fields[FIELD] = library.words.time_of_day(time.fromisoformat(given.at))
    return fields


def _listed(library: Library, found: list[Tried]) -> Html:
    words = library.words
    if not found:
        return el("p", words["workbench.tried.none"], class_="nav-hint")
    return el("ul", [el("li", _case(library, each)) for each in found], class_="nav-tried-cases")


def _case(library: Library, each: Tried) -> Html:
    words, case = library.words, each.case
    state = "passed" if each.passed else "failed"
    verdict = el(
        "strong", el("span", _SIGNS[each.passed], aria_hidden="true"), " ", words[f"workbench.tried.{state}"]
    )
    return el(
        "details",
        el("summary", el("span", verdict, class_=f"nav-tried-{state}"), " ", case.title),
        el("p", case.story),
        _came(library, each),
        el("h3", words["workbench.tried.way"]),
        way_in_words(library, tuple(answers_of(library, case).items())),
        _dates(library, case),
        el(
            "p",
            el(
                "button", words["workbench.tried.look"], type="button", class_="nav-button", data_look=case.id
            ),
            " ",
            el(
                "button",
                words["workbench.tried.open"],
                type="button",
                class_="nav-button nav-quiet-button",
                data_file=each.file,
            )
            if each.file
            else None,
            class_="nav-tried-buttons",
        ),
        data_case=case.id,
        data_passed=str(each.passed).lower(),
        open=not each.passed,
    )


def _came(library: Library, each: Tried) -> Child:
    """Show what was expected beside what came, the parts that differ first marked as such."""
    words = library.words
    if isinstance(each.came, str):
        return el("p", fill(words["workbench.tried.no_outcome"], why=each.came), class_="nav-warning")
    came = (
        Expected(signpost=each.came.id)
        if isinstance(each.came, Signpost)
        else expected_of(library, each.came)
    )
    expected, reached = (
        {part.key: part for part in parts_of(library, result)} for result in (each.case.expect, came)
    )
    differing = {key for key, _, _ in differences(library, each.came, each.case)}
    headings = [words[f"workbench.tried.heading.{name}"] for name in ("part", "expected", "came")]
    return table(words["workbench.tried.caption"], headings, _rows(library, expected, reached, differing))


def _rows(
    library: Library, expected: dict[str, Part], reached: dict[str, Part], differing: set[str]
) -> list[tuple[Child, ...]]:
    """Return a row for each part, those that differ first."""
    words, rows = library.words, []
    for key in dict.fromkeys((*expected, *reached)):
        want, got = expected.get(key), reached.get(key)
        part = want or got
        if part is None or ((want is None or got is None) and key.partition("/")[0] not in differing):
            continue  # a service that nobody was asked for is no difference
        said, came = (each.says if each else words["workbench.tried.not_there"] for each in (want, got))
        differs = el("span", words["workbench.tried.differs"], class_="nav-tried-differs")
        row: tuple[Child, ...] = (part.name, said, came)
        rows.append(
            (said == came, row if said == came else (part.name, said, (el("strong", came), " ", differs)))
        )
    return [row for _, row in sorted(rows, key=lambda each: each[0])]


def _dates(library: Library, case: Scenario) -> Html:
    """Say on which day a case plays, and what is known of days."""
    words = library.words
    rows = [
        (library.event[given.event].name, _when(library, given))
        for given in case.dates
        if given.event in library.event
    ]
    rows.append((words["workbench.tried.today"], words.long_date(case.today)))
    return el(
        "dl",
        [el("div", el("dt", name), el("dd", said, translate="no")) for name, said in rows],
        class_="nav-facts",
    )


def _when(library: Library, given: GivenDate) -> str:
    day = library.words.long_date(given.day)
    return library.words("workbench.tried.at", date=day, time=given.at) if given.at else day
