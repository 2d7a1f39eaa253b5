"""What is asked for each part of a policy, in which order, and what is not asked and why.

The fields, their types and their meanings are the model's. What stands here is a sentence for each: the
question itself, or in a gate the sentence of a document that a field stands for. A gate asks for several
fields at once, and most often the answer is Enter.
"""

from dataclasses import dataclass
from typing import Final

from navigator.author.answers import Answers, Line
from navigator.core import model
from navigator.core.model import rules, stage, steps, timescale, variation
from navigator.core.model.condition import Condition
from navigator.core.model.service import Offer, RouteLimit


@dataclass(frozen=True)
class Ask:
    """One question for one field."""

    key: str
    """The key in YAML."""
    says: str
    """The question; for a field with fields of its own, what those are about."""
    optional: bool = False
    """True where Enter leaves it out."""
    default: str | None = None
    """The answer that Enter takes; `=key` is that of another field beside it."""
    typing: str = ""
    """How to answer at a terminal, which shows nothing to choose from."""
    sentence: str = ""
    """In a gate: what the document says where the field is needed."""


@dataclass(frozen=True)
class Gate:
    """One question for several fields, each of which is seldom needed."""

    key: str
    """What the question is called."""
    says: str
    """The question."""
    asks: tuple[Ask, ...]
    """The fields."""


def _gate(key: str, says: str, /, **sentences: str) -> Gate:
    """Return a gate of fields by their keys. After a bar stands the question, where the sentence is none."""
    asks = []
    for name, text in sentences.items():
        sentence, _, question = text.partition(" | ")
        whole = f"{sentence[0].upper()}{sentence[1:]}. {question}".rstrip()
        asks.append(Ask(name, whole, sentence=sentence))
    return Gate(key, says, tuple(asks))


ANY: Final = "Does the document say any of these?"
MORE: Final = "Is any of these so?"
SECTION: Final = "In which section?"
ELSEWHERE: Final = "it stands in another section | In which section?"
ONLY_IF: Final = "only in some cases | If what? Say it as the document does: the complaint is complex"
UNLESS: Final = "in all cases but some | Unless what? Say it as the document does: the child is in danger"
STAGES: Final = "only at some stages | At which stages?"
OF_TIME: Final = "What should have happened by then? Write a sentence without the time."

FORM: Final[dict[type, tuple[Ask | Gate, ...]]] = {
    Answers: (),
    model.Policy: (
        Ask("title", "What is the policy called?"),
        Ask("publisher", "Who published it?"),
        Ask("route", "Which route is it for?", typing="Its name, or `list` to see them all, or `new`."),
        Ask("document", "Which document does it restate? Its own title."),
        Ask("applies_to", "Whom is it for? Write a sentence."),
        Ask("summary", "What does it do? Write one to three sentences."),
        _gate(
            "kind",
            MORE,
            form="it is a table of tasks, by whom and by when, and not stages",
            readers="others use it too, such as police, school, health, parents | Who? With commas between.",
            version="a version is printed on it | Which version?",
            effective_from="it says from when it is in force | From which day? As YYYY-MM-DD",
            effective_until="it says until when it is in force | Until which day? As YYYY-MM-DD",
            review_by="it says when it is due for review | By which day? As YYYY-MM-DD",
            superseded="a newer version is reported | What is known of it, and what should a reader do?",
            calendar="it counts by other bank holidays than the service does | By which calendar? Its id.",
        ),
        Ask("stages", "The stages"),
        _gate(
            "rules",
            ANY,
            covers="what it is for",
            does_not_cover="what it is not for",
            before="what comes before its first stage",
            principles="what holds at every stage",
            entries="some matters begin at a later stage",
            bypass="somebody may skip stages",
            alongside="something else may run at the same time",
            overall="a time limit for the whole",
        ),
        Ask("start", "For somebody who has not begun."),
        Ask("unsure", "For somebody who does not know the stage."),
        _gate(
            "readers",
            ANY,
            warnings="what a person should beware of",
            rights="what a person has a right to",
            contacts="how to reach somebody | Whom?",
            replaces="something that takes the place of a national contact, warning or right",
            findings="something that is missing, unclear or at odds with itself",
        ),
        _gate(
            "words",
            "Is any of these to be in your service's own words?",
            progress_ask="the question how far the matter has got | How do you ask it?",
            progress_hint="the line of help below that question | What does it say?",
            because="the reason why this policy is shown | What does it say?",
            closing="the closing line: whom to ask where nothing fits | What does it say?",
        ),
    ),
    model.Stage: (
        Ask("source", "In which section does it stand?", default="=title"),
        Ask("asks", "How would a person say that it has got this far? Begin with `I have` or `It has`."),
        Ask("begins_with", "What happens on the day it begins? The day you ...", optional=True),
        Ask("steps", "Who does what"),
        Ask("timescales", "By when"),
        _gate(
            "follows",
            "What does the document say of what comes next?",
            if_unresolved="what follows if this does not settle it",
            if_settled="what follows if this settles it",
            then="what follows when this simply ends, whether or not anything is settled",
            other_ways="other ways on: in some cases, or back to a stage that is gone through again",
        ),
        _gate(
            "more",
            "Is there more at this stage?",
            summary="what happens here, in short | What happens at this stage? Write a sentence or two.",
            begins_here="some matters begin here, though no other stage leads here",
            detours="something is tried before this stage, such as mediation",
            message="somebody here writes a message that you want to draft for them",
        ),
    ),
    steps.Action: (
        Ask("who", "Who acts?"),
        Ask("does", "What do they do? Begin with the verb: `writes to the team`."),
        Ask("act", "And what follows `you should`?", default="=does"),
        Ask("to", "To whom? With commas between.", optional=True),
        _gate(
            "more",
            "Is there more to this step?",
            record="something must be written down | What, and where?",
            cc="somebody gets a copy | Who? With commas between.",
            by="it has a time limit of its own | By when?",
            brings="a later time is counted from it | What then happens? The day you ...",
            only_if=ONLY_IF,
            unless=UNLESS,
            source=ELSEWHERE,
        ),
    ),
    timescale.Timescale: (
        Ask("unit", "By when?"),
        Ask("does", OF_TIME),
        Ask("from", "Counted from which day? The day you ..."),
        Ask("firmness", "How firm is it?"),
        _gate(
            "more",
            "Is there more to this time?",
            closes_stage="the stage should then be over",
            kind="a right is lost by missing it, or nobody looks before that day | Which?",
            who="it says who must meet it | Who?",
            only_if=ONLY_IF,
            unless=UNLESS,
            ends_with="a later time is counted from what happens by then | What happens? The day you ...",
            at="by a time of day | By which? As in 16:00",
            received_until="what comes after a time of day counts as of the next working day | After which?",
            weekday="on a day of the week | On which?",
            day_off="where it goes when it falls on a weekend or a holiday | Where?",
            counting="the first day counts, or it counts from the next working day | Which?",
            extension="it may be extended",
            pauses="the clock stands still while something else runs",
            alternatives="another limit or another start for the same thing",
            repeats="it comes round again",
            then_every="it comes round at another pace later: weekly, then every six weeks",
            windows="in a part of each year, such as a term",
            share="it is a target, in so many of a hundred cases | In how many of a hundred?",
            readings="its words can be read in another way",
            assumed_start="from when is not stated, and you take a day | What do you tell the reader?",
            source=ELSEWHERE,
        ),
    ),
    variation.Alternative: (
        Ask("unit", "What is the other limit?", optional=True, typing="Enter where only the start differs."),
        Ask("from", "Counted from which day?", optional=True, typing="Enter where only the length differs."),
        _gate(
            "more",
            "Is there more to the other limit?",
            counting="the first day counts, or it counts from the next working day | Which?",
        ),
    ),
    variation.Extension: (
        Ask("amount", "By how much? As in 10 working days."),
        _gate(
            "more",
            "Is there more to the extension?",
            in_all="that is the time in all, and not what is added",
            only_if=ONLY_IF,
            who="who may extend it | Who?",
            told="who must be told | Who? With commas between.",
            says="on what grounds, or more | What does it say?",
            source=ELSEWHERE,
        ),
    ),
    variation.Pause: (
        Ask("says", "What does the clock wait for? Write a sentence."),
        _gate(
            "more",
            "Is there more to this?",
            begins_with="on which day it stops | What happens then? The day you ...",
            over_with="on which day it runs on | What happens then? The day you ...",
            only_if=ONLY_IF,
            source=ELSEWHERE,
        ),
    ),
    variation.Window: (
        Ask("name", "What is that part of the year called? As in: the spring term"),
        Ask("first", "Its first day? As MM-DD"),
        Ask("last", "Its last day? As MM-DD"),
    ),
    variation.LaterPace: (
        Ask("after", "How long after the start does the new pace begin? As in 8 weeks."),
        Ask("amount", "It then comes round at least once in what? As in 6 weeks."),
    ),
    timescale.Reading: (
        Ask("why", "What makes this reading possible? Write a sentence."),
        Ask("unit", "Which time is it then?", optional=True, typing="Enter for the same."),
        _gate(
            "more",
            "Is there more to this reading?",
            counting="the first day counts, or it counts from the next working day | Which?",
            source=ELSEWHERE,
        ),
    ),
    steps.Next: (
        Ask("stage", "Where does that lead?"),
        Ask("says", "What happens? Write a sentence."),
        _gate("more", "Is there more to this way on?", only_if=ONLY_IF, unless=UNLESS, source=ELSEWHERE),
    ),
    steps.Detour: (
        Ask("says", "What is tried, who offers it, and may it be declined? Write a sentence or two."),
        _gate(
            "more",
            "Is there more to what is tried?",
            who="who offers it or decides on it | Who?",
            may_be_declined="somebody may decline it",
            begins_with="a day on which it begins | What happens then? The day you ...",
            over_with="a day on which it is over | What happens then? The day you ...",
            route="it is one of the routes here | Which?",
            only_if=ONLY_IF,
            source=ELSEWHERE,
        ),
    ),
    steps.Message: (
        Ask("who", "Who writes it?"),
        Ask("to", "To whom? With commas between."),
        Ask("subject", "The subject line?"),
        Ask("body", "The text?", typing=r"Write \n for a new line."),
        _gate("more", "Is there more to the message?", cc="somebody gets a copy | Who? With commas between."),
    ),
    stage.Start: (Ask("asks", "How would a person say that nothing has begun yet?", optional=True),),
    stage.Unsure: (
        Ask("says", "What do you tell somebody who does not know the stage? They are shown the first one."),
    ),
    Condition: (
        Ask("asks", "What do you ask the reader? As in: Is the complaint complex?"),
        Ask("source", SECTION),
        _gate(
            "more",
            "Is there more to this question?",
            hint="a line of help says how a reader can know | What does it say?",
            yes="the answer that it is so has words of its own | Which?",
            no="the answer that it is not has words of its own | Which?",
        ),
    ),
    rules.Said: (Ask("says", "What does it say? Write a sentence."), Ask("source", SECTION)),
    rules.EntryRule: (
        Ask("asks", "How does a person know that it applies? Begin with `I have` or `It has`."),
        Ask("stage", "At which stage does it then begin?"),
        Ask("says", "What is the rule? Write a sentence."),
        Ask("source", SECTION),
    ),
    rules.Bypass: (
        Ask("who", "Who may skip stages?"),
        Ask("says", "What is the rule? Write a sentence."),
        Ask("source", SECTION),
    ),
    rules.Exclusion: (
        Ask("what", "What is left out? A phrase, as in: complaints by children"),
        Ask("says", "What should a person do instead? Write a sentence."),
        Ask("leads_to", "Which route is that?", optional=True),
        Ask("source", SECTION),
        _gate("more", "Is this so?", destination_stated="the document does not say where to go instead"),
    ),
    rules.Alongside: (
        Ask("says", "What may run at the same time? Write a sentence."),
        Ask("route", "Which route is that?", optional=True),
        Ask("source", SECTION),
        _gate("more", "Does it hold everywhere?", stages=STAGES, only_if=ONLY_IF),
    ),
    rules.Caution: (
        Ask("says", "What should a person know? Write a sentence."),
        Ask("source", SECTION),
        _gate("more", "Does it hold everywhere?", stages=STAGES, only_if=ONLY_IF),
    ),
    rules.Right: (
        Ask("says", "What has a person a right to? Write a sentence that speaks to them."),
        Ask("source", SECTION),
        _gate("more", "Does it hold everywhere?", stages=STAGES),
    ),
    rules.Replacement: (
        Ask("part", "What sort of thing is replaced?"),
        Ask("item", "Its id in the national policy?"),
        Ask("says", "What takes its place? Write a sentence."),
        Ask("source", SECTION),
    ),
    rules.Finding: (
        Ask("kind", "What sort of gap is it?"),
        Ask("says", "What is open or at odds? Write a sentence."),
        Ask("ask_owner", "Which question would settle it?"),
        Ask("source", SECTION),
        _gate("more", "Is this so?", stages="a reader must know of it at some stages | At which stages?"),
    ),
    rules.Superseded: (
        Ask("says", "What is known of the newer version, and what should a reader do?"),
        Ask("source", "Where was that read?"),
    ),
    model.Document: (
        Ask(
            "confidence",
            "How well do you know it? A: you read the original. B: a copy. C: not confirmed.",
            default="A",
        ),
        _gate(
            "more",
            "Is there more to this document?",
            dated="a date or a version is printed on it | Which?",
            kind="it is no policy, but law, guidance, a briefing or a decision | Which?",
            note="a reader should know something of it, such as missing pages | What?",
            web="it stands on the web | At which address? Without https://",
        ),
    ),
    model.Role: (
        Ask("explains", "What does this person do? Write a sentence."),
        _gate(
            "more",
            "Is there more to this role?",
            also_called="it goes by other names too | Which? With commas between.",
            bare="its name takes no `the`, as Ofsted",
        ),
    ),
    model.Event: (
        Ask("ask", "What do you ask for its date? As in: When did you send it?"),
        _gate(
            "more",
            "Is there more to this day?",
            planned="it is set in advance, such as a meeting or a panel",
            ask_planned="the question differs where it lies ahead | Which? As in: When will you send it?",
            hint="a line of help says which day is meant | What does it say?",
        ),
    ),
    model.Contact: (
        Ask("phone", "Its telephone number?", optional=True),
        Ask("email", "Its e-mail address?", optional=True),
        Ask("source", "In which section was it read?"),
        _gate(
            "more",
            "Is there more to this contact?",
            web="it has a web address | Which? Without https://",
            address="it has a postal address | Which? On one line.",
            note="a reader should know what it is for | What?",
        ),
    ),
    model.Route: (
        Ask("purpose", "What is the route for? Write a sentence."),
        Ask("who_starts", "Who starts it? Write a sentence."),
        Ask("offered", "The answer that leads to it."),
        _gate(
            "more",
            "Is there more to this route?",
            urgent="a child's safety may be at stake",
            quick_exit="a reader may need to leave the page fast",
            not_for="it is not for something",
        ),
    ),
    RouteLimit: (
        Ask("says", "What is it not for? Write a sentence."),
        Ask("route", "Which route is for that?", optional=True),
    ),
    Offer: (
        Ask("question", "Which question gets one more answer?"),
        Ask("label", "What does that answer say?"),
        Ask("because", "Why does it lead there? Write a sentence."),
        _gate(
            "more",
            "Is there more to this answer?",
            hint="a line of help stands below the answer | What does it say?",
            source="that rule has a place | In which section?",
        ),
    ),
    model.Source: (),
    Line: (),
    model.Service: (),
}
"""What is asked for each part, in order."""
