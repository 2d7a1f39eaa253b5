"""Which route fits: the right one, those that tempt, and those that lie next to it."""

from collections.abc import Iterator

from navigator.core.model import Library, Policy, Route, RouteLimit, Source
from navigator.core.policies import policy_for
from navigator.core.questions import kind_of
from navigator.render.html import Child, Html, el
from navigator.site.kit.case import Case
from navigator.site.kit.page_builder import PageBuilder
from navigator.site.practice.exercise import Asked, QuizChoice, Verdict, cited

MOST = 6
"""So many routes are offered at most, unless more of them tempt."""


def ask_route(page: PageBuilder, case: Case) -> Asked:
    """Ask for the route, among the tempting ones and then the nearest."""
    right = case.outcome.route
    certain = dict.fromkeys((right.id, *(turn.route for turn in case.scenario.wrong_turns)))
    nearest = dict.fromkeys((*certain, *_near(case.library, right)))
    offered = list(nearest)[: max(MOST, len(certain))]
    return None, [_choice(page, case, route) for route in case.library.routes if route.id in offered]


def answer_route(page: PageBuilder, case: Case) -> Iterator[tuple[str, Child]]:
    """Name the route and the policy."""
    words = page.words.group("practice.exercise.route")
    yield words["answer"], page.to_route(case.outcome.route)
    yield words["policy"], page.to_policy(case.policy)


def _near(library: Library, right: Route) -> Iterator[str]:
    """Yield other routes: those that the right one names, those that name it, then the rest."""
    yield from (limit.route for limit in right.not_for if limit.route)
    yield from (route.id for route in library.routes if _limit_to(route, right))
    yield from (route.id for route in library.routes)


def _limit_to(route: Route, right: Route) -> RouteLimit | None:
    return next((limit for limit in route.not_for if limit.route == right.id), None)


def _choice(page: PageBuilder, case: Case, route: Route) -> QuizChoice:
    if route.id == case.outcome.route.id:
        return _right(page, case)
    for turn in case.scenario.wrong_turns:
        if turn.route == route.id:
            return QuizChoice(route.name, Verdict.TEMPTING, el("p", turn.why), cited(page, turn.source))
    return _other(page, case, route)


def _right(page: PageBuilder, case: Case) -> QuizChoice:
    """Explain the right route by the answer that leads there."""
    route = case.outcome.route
    led = [step.choice for step in case.trail.answered if kind_of(step.question.id) is None][-1:]
    why = [el("p", choice.because) for choice in led if choice.because]
    source = next((choice.source for choice in led if choice.source), case.scenario.source)
    place = cited(page, source, case.policy.document)
    return QuizChoice(route.name, Verdict.RIGHT, [*why, _purpose(page, route)], place)


def _other(page: PageBuilder, case: Case, route: Route) -> QuizChoice:
    """Explain a route that does not fit by what it is for and what it is not for."""
    limit = _limit_to(route, case.outcome.route)
    policy = policy_for(case.library, route.id, case.outcome.service)
    why = [_purpose(page, route), el("p", limit.says) if limit else None]
    source = cited(page, _place(policy, case.outcome.route), policy.document)
    return QuizChoice(route.name, Verdict.WRONG, why, source)


def _purpose(page: PageBuilder, route: Route) -> Html:
    return el("p", el("strong", page.words["practice.exercise.route.purpose"], " "), route.purpose)


def _place(policy: Policy, right: Route) -> Source:
    """Return the place that tells what a policy is for, or better that the right route lies outside it."""
    outside = (item.source for item in policy.does_not_cover if item.leads_to == right.id)
    inside = (item.source for item in policy.covers)
    return next(outside, None) or next(inside, None) or policy.stages[0].source
