"""What a visit has told others, and what it leaves on the device: nothing, where all is well."""

from tests.browser.visit import Visit

STORED = """async () => [
    ...(document.cookie ? [`cookie ${document.cookie}`] : []),
    ...Object.entries(localStorage).map(entry => `local ${entry}`),
    ...Object.entries(sessionStorage).map(entry => `session ${entry}`),
    ...(await indexedDB.databases()).map(each => `database ${each.name}`),
    ...(window.name ? [`name ${window.name}`] : []),
]"""


def sent_elsewhere(visitor: Visit) -> list[str]:
    """Return the address of each request that went to anybody but the site."""
    return [
        address for address in visitor.requests if not address.startswith((visitor.root, "blob:", "data:"))
    ]


def left_behind(visitor: Visit) -> list[str]:
    """Return what is in any storage that outlives the page. Copies of the site's own files are none of it."""
    stored: list[str] = visitor.page.evaluate(STORED)
    return stored + [f"cookie {cookie.get('name')}" for cookie in visitor.context.cookies()]
