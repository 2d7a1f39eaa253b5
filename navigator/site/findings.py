"""What the policies leave open: every gap and contradiction, with a question for the owner."""

from navigator.core.model import FindingKind, Policy
from navigator.render.html import Html, el
from navigator.render.parts import bullets
from navigator.site.catalogue import Catalogue
from navigator.site.page import Page
from navigator.site.sheet import Sheet

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


def open_points(catalogue: Catalogue) -> Page:
    """Write the page of findings, by policy."""
    sheet = Sheet(catalogue, "open.md", "What these policies leave open", "policies")
    sheet.add(
        el(
            "p",
            "No policy says everything. Where one leaves something open, this site says so. "
            "Each point ends with a question that the policy's owner could settle it with.",
        )
    )
    for policy in catalogue.library.policies:
        if policy.findings:
            sheet.heading(2, policy.title, policy.id)
            link = sheet.link(f"policies/{policy.id}/", "Read the policy")
            sheet.add(el("p", f"Publisher: {policy.publisher}. ", link, "."))
            sheet.add(findings(sheet, policy))
    return sheet.page("Gaps and contradictions in the policies, each with a question for its owner.")


def findings(sheet: Sheet, policy: Policy) -> Html:
    """List what a policy leaves open, each with its kind, its place, and a question for the owner."""
    return bullets(
        (
            el("strong", KINDS[item.kind]),
            ". ",
            sheet.explained.text(item.says),
            el("p", el("strong", "Question for the owner: "), item.ask_owner, class_="nav-ask"),
            sheet.cited(item.source, policy.document),
        )
        for item in policy.findings
    )
