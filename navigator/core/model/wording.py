"""The sentences that the engine builds answers with, so that every word a reader sees is authored."""

from dataclasses import dataclass

from navigator.core.model.kinds import Text


@dataclass(frozen=True)
class Wording:
    """Sentences with {placeholders}. Each field says which placeholders it has."""

    own_policy: Text
    """The service has its own policy. {service}, {publisher}, {policy}."""
    national_policy: Text
    """England's rule applies, whatever the service. {policy}."""
    national_fallback: Text
    """The service has no policy of its own here, so England's rule is shown. {service}, {policy}."""
    example_policy: Text
    """Another publisher's policy is shown as an example. {service}, {publisher}, {policy}."""
    no_timescale: Text
    """The source gives no time."""
    immediately: Text
    """Straight away."""
    within: Text
    """A timescale counted from the day after an event. {amount}, {event}."""
    beginning_with: Text
    """A timescale whose first day is the event's. {amount}, {event}."""
    every: Text
    """A timescale that comes round again. {amount}, {event}."""
    next_working_day_reading: Text
    """Why an event on a day off may count as received on the next working day, which is {day}."""
    assumed: Text
    """Prefix to an assumed start. {assumption}."""
    projected: Text
    """A date counted from the latest date of an earlier step, as nobody knows the real one yet. {event}."""
    provisional: Text
    """The date lies beyond the days off that are known. {known_until}."""
    outside_calendar: Text
    """The date lies outside the calendar, so none is given. {first}, {last}."""
    review_past: Text
    """The policy was due for review. {date}."""
    not_in_force: Text
    """The policy was not in force on the day of the event. {date}."""
    future_event: Text
    """A date given for something that has happened lies ahead. {date}."""
    overdue: Text
    """Said before what follows, where the time of a stage has passed."""
    unsure_because: Text
    """Why, for an answer `I'm not sure` at the service question."""
    service_because: Text
    """Why, for the answer to the service question. {service}."""
    not_begun: Text
    """Shown where the stage has not begun yet."""
    safety_alongside: Text
    """What to do at any time if a child is at risk; shown with every route but the urgent ones."""
    unknown_date: Text
    """Stands in a draft message for a date that is not known."""
    assistance: Text
    """Where to turn if nothing here fits."""
