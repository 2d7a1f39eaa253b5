"""What the policies leave open: every gap and contradiction, with a question for the owner."""

from datetime import date
from itertools import groupby
from operator import attrgetter

from navigator.check import gaps
from navigator.check.gaps import OpenPoint
from navigator.core.model import Finding, FindingKind, Policy
from navigator.render.components import bullets
from navigator.render.html import Child, Html, el
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.kit.page_builder import PageBuilder, commas
from navigator.site.pages.stages import stage_anchor

KINDS = {
    FindingKind.NO_TIMESCALE: "No time is stated",
    FindingKind.NO_START: "It is not said when the time starts",
    FindingKind.NO_NEXT_STEP: "No next step is stated",
    FindingKind.NO_UNIT: "The kind of days is not stated",
    FindingKind.UNITS_DIFFER: "Days are counted in different ways",
    FindingKind.LIMITS_CLASH: "Limits do not fit together",
    FindingKind.ROLE_NAMES_MOVE: "A role changes its name",
    FindingKind.DISCRETION: "Somebody decides without stated grounds",
    FindingKind.NO_WAY_IN: "Some people have no way in",
    FindingKind.OVERLAP: "Two parts overlap",
    FindingKind.OUT_OF_DATE: "Something is out of date",
    FindingKind.SUPERSEDED: "A newer version may exist",
    FindingKind.WORDING: "A slip in the wording",
    FindingKind.MISSING: "Something is missing",
    FindingKind.NOT_A_POLICY: "The document is no policy",
    FindingKind.LAW: "The law is unsettled or differs",
}


def open_points(catalogue: LibraryIndex, today: date) -> Page:
    """Write the page of all that is open, by policy."""
    sheet = PageBuilder(catalogue, "open.md", "What these policies leave open", "policies")
    sheet.add(
        el(
            "p",
            "No policy says everything. Where one leaves something open, this site says so. "
            "Each point ends with a question that the policy's owner could settle it with.",
        )
    )
    for name, points in groupby(gaps.open_points(catalogue.library, today), key=attrgetter("policy")):
        policy = catalogue.library.policy[name]
        sheet.heading(2, policy.title, policy.id)
        link = sheet.link(f"policies/{policy.id}/", "Read the policy")
        sheet.add(el("p", f"Publisher: {policy.publisher}. ", link, "."))
        sheet.add(bullets((open_point(sheet, policy, each), at(sheet, policy, each)) for each in points))
    return sheet.page("Gaps and contradictions in the policies, each with a question for its owner.")


def findings(sheet: PageBuilder, policy: Policy) -> Html:
    """List what a policy's own findings tell, each with its kind, its place, and a question for the owner."""
    return bullets(open_point(sheet, policy, item) for item in policy.findings)


def open_point(sheet: PageBuilder, policy: Policy, item: Finding | OpenPoint) -> Child:
    """Show one point: its kind, what is open, the question for the owner, and its place."""
    return (
        el("strong", KINDS[item.kind]),
        ". ",
        sheet.explained.text(item.says),
        el("p", el("strong", "Question for the owner: "), item.ask_owner, class_="nav-ask"),
        sheet.cited(item.source, policy.document),
    )


def at(sheet: PageBuilder, policy: Policy, item: OpenPoint) -> Html | None:
    """Link to the stages that a point is about; nothing where it is about all of them."""
    places = [place for place in policy.leaf_stages() if place.key in item.stages]
    if not places or len(places) == len(list(policy.leaf_stages())):
        return None
    links = (sheet.link(f"policies/{policy.id}/#{stage_anchor(place.key)}", place.title) for place in places)
    return el("p", "Where it matters: ", commas(links), ".")
