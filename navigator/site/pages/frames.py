"""Parts of the site to be shown within pages of other sites: the question box, a route, a policy's ladder."""

from navigator.core.model import Policy, Route
from navigator.render.html import Child, el
from navigator.render.question import danger_notice
from navigator.site.kit.frame_builder import FrameBuilder
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import Page
from navigator.site.pages.home import start_button
from navigator.site.pages.ladder import ladder
from navigator.site.pages.own_words import box
from navigator.site.pages.policies import into_the_wizard, listed_line, superseded


def ask_frame(index: LibraryIndex) -> Page:
    """Write the question box; without scripts only the way to the questions is there."""
    page = FrameBuilder(index, "ask.md", index.library.words["site.home.title"], "triage")
    page.hurried()
    page.add(danger_notice(index.library))
    page.add(box(index, page.root, f"{page.root}{index.first.address}"))
    page.add(start_button(page))
    return page.framed(own_words=True)


def route_frame(index: LibraryIndex, route: Route) -> Page:
    """Write a route: what it is for, the way in, and the steps of each of its policies."""
    page = FrameBuilder(index, f"routes/{route.id}.md", route.name, "routes")
    _urgent(page, route)
    entrance = page.link(index.entrance[route.id].address, page.words["site.enter"], class_="nav-start")
    page.add(page.say(route.purpose, class_="nav-lede"), el("p", entrance, class_="nav-go"))
    policies = index.policies_of.get(route.id, [])
    if len(policies) == 1:
        page.add(el("h2", policies[0].title), steps(page, policies[0]))
    else:
        page.add(page.fold(policy.title, steps(page, policy)) for policy in policies)
    return page.framed()


def policy_frame(index: LibraryIndex, policy: Policy) -> Page:
    """Write the ladder of a policy."""
    page = FrameBuilder(index, f"policies/{policy.id}.md", policy.title, f"policies/{policy.id}")
    _urgent(page, index.library.route[policy.route])
    page.add(steps(page, policy), into_the_wizard(page, policy))
    return page.framed()


def steps(page: FrameBuilder, policy: Policy) -> list[Child]:
    """Say whose policy it is, show its ladder, and lead to all that it says."""
    page.about = f"policies/{policy.id}/"
    whole = page.link(page.about, page.words["site.embed.whole"])
    return [
        superseded(page, policy),
        el("p", listed_line(page, policy), class_="nav-for"),
        ladder(page, policy),
        el("p", whole),
    ]


def _urgent(page: FrameBuilder, route: Route) -> None:
    """Add the way out and what to do in danger, as far as a route calls for them."""
    if route.quick_exit:
        page.hurried()
    if route.urgent:
        page.add(danger_notice(page.library))
