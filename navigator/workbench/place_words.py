"""Places and ways in words, as an owner reads them."""

from navigator.core.errors import NavigatorError
from navigator.core.journey import follow
from navigator.core.model import Library
from navigator.render.html import Html, el
from navigator.workbench.changed_ways import Place, Way


def place_in_words(library: Library, place: Place) -> str:
    """Name the stage of a policy, or the signpost; what is not there is called by its id."""
    words = library.words
    if place.signpost:
        return library.signpost[place.signpost].title
    policy = library.policy.get(place.policy)
    if policy is None:
        return place.policy
    titles = {position.key: position.title for position in policy.leaf_stages()}
    named = {"policy": policy.title, "stage": titles.get(place.stage, place.stage)}
    return words("workbench.changed.place" if place.begun else "workbench.changed.place_not_begun", **named)


def way_in_words(library: Library, way: Way) -> Html:
    """List the questions of a way with their answers; one that leads nowhere, by its ids."""
    try:
        steps = follow(library, dict(way)).answered
        rows = [(step.question.ask, step.choice.label) for step in steps]
    except NavigatorError:
        rows = list(way)
    return el(
        "ol",
        [el("li", el("span", ask, class_="nav-way-ask"), " ", el("strong", said)) for ask, said in rows],
        class_="nav-way",
    )
