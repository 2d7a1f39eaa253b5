"""My matters, for supervision: a list that its reader keeps in a file, and what is due when in all of it.

The page holds what a script needs to show: the policies with their stages, and the days that each asks for.
"""

from datetime import date

from navigator.core.engine import dates_to_ask
from navigator.core.journey import Trail
from navigator.core.model import Policy
from navigator.core.model.policy import Position
from navigator.render.html import Html, el
from navigator.render.my_matters import place_in
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.page import ASSETS, Page, anchor_of
from navigator.site.kit.page_builder import PageBuilder, rows
from navigator.site.pages.wizard import RUNTIME, WORKER, Engine, status_words

PATH = "my-matters.md"
MOST = 60
"""So many matters a list has at most: the engine works all of them out at once."""


def my_matters(index: LibraryIndex, today: date, engine: Engine | None) -> Page:
    """Write the page. Without scripts it says what it is, and leads to the pages that give dates."""
    words = index.library.words
    page = PageBuilder(index, PATH, words["site.my_matters.title"], "policies")
    page.paragraph("site.my_matters.lede", "nav-lede")
    without = el(
        "div",
        el("p", words["site.my_matters.without_scripts"]),
        rows(
            [
                page.link(index.first.address, words["site.find"]),
                page.link("dates/", words["site.dates.title"]),
            ]
        ),
        class_="js-without",
    )
    page.add(without, application(page, today, engine))
    return page.page(words["site.my_matters.description"], matters=True, contents=False, searched=False)


def application(page: PageBuilder, today: date, engine: Engine | None) -> Html:
    """Build all that a script shows."""
    words = page.words.group("site.my_matters")
    return el(
        "div",
        rows([words[name] for name in ("kept", "names", "lost")], class_="nav-matters-rules"),
        el("p", id="navigator-status", role="status", aria_live="polite"),
        el("p", class_="js-told nav-matters-told", role="status"),
        el("div", class_="js-errors nav-errors", role="alert", tabindex="-1", hidden=True),
        tools(page),
        el(
            "section",
            el("h2", words["due"], id="due"),
            el("div", class_="js-due"),
            class_="js-when-due",
            hidden=True,
        ),
        el(
            "section",
            el("h2", words["list"], id="list", tabindex="-1"),
            el("p", words["empty"], class_="js-empty"),
            el("ol", class_="js-list nav-matters-list"),
        ),
        form(page),
        templates(page, today),
        status_words(page.words, engine, failed_list=words["failed"]),
        id="navigator",
        class_="nav-matters nav-fields js-matters",
        hidden=True,
        data_root=page.root,
        data_most=MOST,
        data_worker=f"{page.root}{ASSETS}{WORKER}" if engine else None,
        data_runtime=f"{page.root}{RUNTIME}" if engine else None,
        data_runtime_size=engine.bytes if engine else None,
        data_library=f"{page.root}{ASSETS}library.json",
    )


def tools(page: PageBuilder) -> Html:
    """Build what opens, saves, prints and takes away the list."""
    words = page.words.group("site.my_matters")
    buttons = [
        el(
            "button",
            words[name],
            type="button",
            class_=f"nav-button js-{name}",
            disabled=name != "print" or None,
        )
        for name in ("save", "calendar", "print")
    ]
    return el(
        "div",
        el("label", words["open"], for_="matters-file", class_="nav-matters-open"),
        el("input", type="file", id="matters-file", accept=".json,application/json", class_="js-file"),
        el("p", words["drop"], class_="nav-hint"),
        el("div", buttons, class_="nav-matters-buttons"),
        class_="nav-matters-tools js-drop",
        role="group",
        aria_label=words["tools"],
    )


def form(page: PageBuilder) -> Html:
    """Build the form for one matter; a script puts in the stages of the policy, and the days it asks for."""
    words = page.words.group("site.my_matters")
    return el(
        "form",
        el("h2", words["add"], id="add", class_="js-form-heading", tabindex="-1"),
        el("label", words["nickname"], for_="matter-nickname"),
        el("p", words["nickname_hint"], id="nickname-hint", class_="nav-hint"),
        el("input", id="matter-nickname", type="text", maxlength=60, aria_describedby="nickname-hint"),
        el("label", words["policy"], for_="matter-policy"),
        el(
            "select",
            el("option", words["choose"], value=""),
            [
                el(
                    "optgroup",
                    [el("option", policy.title, value=policy.id) for policy in held],
                    label=route.name,
                )
                for route in page.library.routes
                if (held := offered(page.index, route.id))
            ],
            id="matter-policy",
        ),
        el("label", words["stage"], for_="matter-stage"),
        el("select", id="matter-stage"),
        el(
            "fieldset",
            el("legend", words["dates"]),
            el("div", class_="js-dates"),
            class_="js-days",
            hidden=True,
        ),
        el("label", words["note"], for_="matter-note"),
        el("textarea", id="matter-note", rows=3, maxlength=1000),
        el(
            "p",
            el("button", words["add_button"], type="submit", class_="nav-button js-add"),
            " ",
            el("button", words["cancel"], type="button", class_="nav-button js-cancel", hidden=True),
        ),
        class_="nav-matters-form js-form",
        method="dialog",
        novalidate=True,
        autocomplete="off",
    )


def offered(index: LibraryIndex, route: str) -> list[Policy]:
    """Return the policies of a route that a matter can be about; the day of the event picks the version."""
    return [policy for policy in index.policies_of.get(route, []) if policy.version_of is None]


def templates(page: PageBuilder, today: date) -> Html:
    """Build what a script copies: the stages of each policy with the days they ask for, and its sentences."""
    words = page.words
    stages = [
        el(
            "template",
            [stage(page, policy, position, today) for position in policy.leaf_stages()],
            data_policy=policy.id,
        )
        for route in page.library.routes
        for policy in offered(page.index, route.id)
    ]
    said = [
        el("p", text, data_said=name.replace("_", "-"))
        for name, text in words.group("site.my_matters.said").items()
    ]
    asks = [el("p", event.ask, data_event=event.id) for event in page.library.events]
    return el("div", stages, el("template", asks, class_="js-asks"), el("template", said, class_="js-said"))


def stage(page: PageBuilder, policy: Policy, position: Position, today: date) -> Html:
    """Build a stage to choose: its address, and the days that it is counted from."""
    node = place_in(page.library, policy.id, position.key)
    asked = dates_to_ask(page.library, Trail((), node, ()), today) if node else ()
    return el(
        "option",
        position.title,
        value=position.key,
        data_events=" ".join(each.event for each in asked if each.main) or None,
        data_address=f"{page.root}policies/{policy.id}/#{anchor_of(position.key)}",
    )
