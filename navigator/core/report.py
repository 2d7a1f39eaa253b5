"""Answers as plain data, for `navigator ask` and anything else that reads JSON."""

from datetime import date
from typing import Any

from navigator.core.citations import Cited
from navigator.core.counting import ReceiptLine
from navigator.core.deadlines import Deadline, DeadlineStatus, ReadingDate
from navigator.core.engine import Progress
from navigator.core.filled_message import FilledMessage
from navigator.core.nodes import OpenQuestion
from navigator.core.outcome import Outcome, Parallel, Remark

type Plain = dict[str, Any]


def report(step: Progress) -> Plain:
    """Return a question or an outcome as JSON-ready data."""
    found: Plain = {"status": "question" if step.question else "outcome"}
    if step.question:
        found["question"] = _question(step.question)
    if step.outcome:
        found["outcome"] = _outcome(step.outcome)
    found["address"] = step.trail.node.address
    found["ignored"] = list(step.trail.ignored)
    return found


def _question(asked: OpenQuestion) -> Plain:
    return {
        "id": asked.id,
        "ask": asked.ask,
        "hint": asked.hint,
        "options": [
            {"id": option.id, "label": option.label, "hint": option.hint} for option in asked.options
        ],
    }


def _outcome(found: Outcome) -> Plain:
    position = found.position
    return {
        "route": found.route.id,
        "route_name": found.route.name,
        "service": found.service,
        "policy": found.policy.id,
        "policy_title": found.policy.title,
        "publisher": found.policy.publisher,
        "footing": found.policy_basis,
        "footing_says": found.policy_basis_says,
        "stage": position.stage.id,
        "level": position.level.id if position.level else None,
        "title": position.title,
        "begun": found.begun,
        "notes": list(found.notes),
        "steps": [
            {
                "who": act.who.id,
                "who_name": act.who.name,
                "does": act.does,
                "to": [role.id for role in act.to],
                "cc": [role.id for role in act.cc],
                "record": act.record,
                "done": act.done,
                "source": _cited(act.source),
            }
            for act in found.steps
        ],
        "deadlines": [_deadline(item, "stage") for item in found.deadlines]
        + [_deadline(item, "overall") for item in found.overall],
        "message": _message(found.message) if found.message else None,
        "next": _next(found),
        "late": found.late,
        "warnings": [_remark(item) for item in found.warnings],
        "also": [_parallel(item) for item in found.also],
        "not_covered": [
            {
                "id": item.exclusion.id,
                "what": item.exclusion.what,
                "says": item.exclusion.says,
                "route": item.exclusion.leads_to,
                "destination_stated": item.exclusion.destination_stated,
                "source": _cited(item.source),
            }
            for item in found.not_covered
        ],
        "rules": [_remark(item) for item in found.rules],
        "findings": [
            {"id": finding.id, "kind": finding.kind.value, "says": finding.says} for finding in found.findings
        ],
        "contacts": [contact.id for contact in found.contacts],
        "timeline": [
            {
                "stage": leg.position.key,
                "title": leg.position.title,
                "begins": _iso(leg.begins),
                "ends": _iso(leg.closing.due) if leg.closing else None,
                "current": leg.current,
            }
            for leg in found.timeline
        ],
        "asks": [
            {"event": item.event, "ask": item.ask, "planned": item.planned, "given": _iso(item.given)}
            for item in found.asks
        ],
        "why": [
            {
                "question": reason.question,
                "ask": reason.ask,
                "answer": reason.answer,
                "label": reason.label,
                "because": reason.because,
                "source": _cited(reason.source) if reason.source else None,
            }
            for reason in found.why
        ],
        "sources": [_cited(source) for source in found.sources],
        "safety": found.safety,
        "today": found.today.isoformat(),
    }


def _message(found: FilledMessage) -> Plain:
    return {
        "who": found.who.id,
        "to": [role.id for role in found.to],
        "cc": [role.id for role in found.cc],
        "subject": found.subject,
        "body": found.body,
    }


def _next(found: Outcome) -> Plain | None:
    if found.next is None:
        return None
    return {
        "says": found.next.says,
        "stage": found.next.position.key if found.next.position else None,
        "title": found.next.position.title if found.next.position else None,
        "route": found.next.route.id if found.next.route else None,
        "none_stated": found.next.node is None,
        "address": found.next.node.address if found.next.node else None,
        "source": _cited(found.next.source),
    }


def _deadline(item: Deadline, scope: str) -> Plain:
    standing = item.status
    return {
        "id": item.id,
        "scope": scope,
        "policy": item.policy,
        "does": item.does,
        "date": _iso(item.due),
        "rule": item.rule,
        "unit": item.unit.value,
        "from": item.counted_from,
        "from_name": item.start_name,
        "from_date": _iso(item.start_date),
        "receipt": _receipt(item.receipt),
        "readings": [_reading(reading) for reading in item.readings],
        "firmness": item.firmness.value if item.firmness else None,
        "provisional": item.provisional is not None,
        "provisional_says": item.provisional,
        "projected": item.projected is not None,
        "projected_says": item.projected,
        "assumption": item.assumption,
        "outside": item.outside,
        "standing": _standing(standing) if standing else None,
        "repeats": item.repeats,
        "closes_stage": item.closes_stage,
        "source": _cited(item.source),
    }


def _standing(standing: DeadlineStatus) -> Plain:
    return {
        "state": standing.state,
        "days": standing.days,
        "working_days": standing.working_days,
        "happened": _iso(standing.happened),
    }


def _reading(reading: ReadingDate) -> Plain:
    return {
        "rule": reading.rule,
        "date": _iso(reading.due),
        "why": reading.why,
        "provisional": reading.provisional,
        "receipt": _receipt(reading.receipt),
    }


def _receipt(lines: tuple[ReceiptLine, ...]) -> list[Plain]:
    return [{"date": line.day.isoformat(), "counted": line.counted, "why": line.why} for line in lines]


def _parallel(item: Parallel) -> Plain:
    return {
        "says": item.says,
        "route": item.route.id if item.route else None,
        "deadlines": [_deadline(clock, "alongside") for clock in item.deadlines],
        "source": _cited(item.source),
    }


def _remark(item: Remark) -> Plain:
    return {"kind": item.kind, "says": item.says, "source": _cited(item.source) if item.source else None}


def _cited(source: Cited) -> Plain:
    return {
        "document": source.document,
        "title": source.title,
        "publisher": source.publisher,
        "section": source.section,
        "confidence": source.confidence.value,
        "checked_on": source.checked_on.isoformat(),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
