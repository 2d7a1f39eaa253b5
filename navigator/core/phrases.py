"""Facts in words, each worded in one place: pages, texts and papers take their sentences from here."""

from navigator.core.citations import Cited
from navigator.core.conditions import Conditions
from navigator.core.model import Confidence, Contact, Firmness, Policy, Role, Unit, Words
from navigator.core.role_names import actor, sentence
from navigator.core.time.deadlines import DeadlineStatus


def case_in_words(words: Words, policy: Policy, part: object) -> str | None:
    """Say in which case a part of a policy holds: `Only if it is complex.`; None where it always does."""
    conditions = Conditions(policy, {})
    return conditions.in_words(words, part) if hasattr(part, "only_if") else None


def detour_in_words(words: Words, who: Role | None, may_be_declined: bool) -> list[str]:
    """Say of what is tried before a stage who offers it, and whether it may be declined."""
    said = [words("detour.who", who=actor(words, who))] if who else []
    return [*said, words["detour.may_be_declined"]] if may_be_declined else said


def firmness_in_words(words: Words, firmness: Firmness) -> str:
    """Say how strongly a source puts a time limit, as a sentence."""
    return words[f"firmness.{firmness}"]


def rule_and_firmness(words: Words, rule: str, firmness: Firmness | None) -> str:
    """Say a time limit, and how strongly its source puts it where it says so."""
    if firmness is None:
        return rule
    return words("firmness.after_rule", rule=rule, firmness=firmness_in_words(words, firmness))


def confidence_in_words(words: Words, confidence: Confidence) -> str:
    """Say how well a fact is grounded, as part of a sentence or in brackets."""
    return words[f"confidence.{confidence.lower()}"]


def place_in_words(words: Words, source: Cited) -> str:
    """Name the document and the section that a fact is taken from."""
    return words("source.place", document=source.document.title, section=source.section)


def cited_in_words(words: Words, source: Cited, own: str | None = None) -> str:
    """Name the place that a fact is taken from, and say if the fact is not confirmed.

    In the document that all is about, its `own`, the section is enough.
    """
    place = source.section if source.document.id == own else place_in_words(words, source)
    doubt = confidence_in_words(words, source.confidence)
    return place if source.confidence is Confidence.A else words("source.doubted", place=place, doubt=doubt)


def status_in_words(words: Words, status: DeadlineStatus) -> str:
    """Say what the status of a deadline is: `Due in 3 days (1 working day)`."""
    return words(f"status.{status.state}", days=days_in_words(words, status))


def days_in_words(words: Words, status: DeadlineStatus) -> str:
    """Say how far off a deadline is, either way: `3 days (1 working day)`."""
    days = words.count("status.days", status.days)
    if status.working_days is None:
        return days
    working = words.amount(status.working_days, Unit.WORKING_DAYS)
    return words("status.days_and_working_days", days=days, working_days=working)


def ways_to_reach(contact: Contact) -> dict[str, str]:
    """Return the ways to reach a contact by their names in the catalogue: `phone`, `email`."""
    ways = {name: getattr(contact, name) for name in ("phone", "email", "web", "address")}
    return {name: way for name, way in ways.items() if way}


def edition(words: Words, policy: Policy) -> str:
    """Say which version of a policy this is, and when it was last compared with its document."""
    return words(
        "policy.edition_with_version" if policy.version else "policy.edition",
        publisher=sentence(policy.publisher),
        version=policy.version,
        date=words.short_date(policy.checked_on),
    )
