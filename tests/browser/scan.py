"""A phone's camera: what the QR code says that is in view on a page."""

from base64 import b64encode

from playwright.sync_api import Locator, Route

from navigator.runtime.npm import fetch_runtime
from tests.browser.npm import CACHE

FOLDER = "qr-reader/"
READ = """async ([folder, picture]) => {
    const image = new Image();
    image.src = picture;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    const {default: decode} = await import(folder + "decode.js");
    return decode(canvas.getImageData(0, 0, image.width, image.height));
}"""


def scanned(code: Locator) -> str:
    """Return what a code says, read from a picture of the screen."""
    page = code.page
    library = fetch_runtime(CACHE).parent / "qr"

    def serve(route: Route) -> None:
        text = (library / route.request.url.rpartition("/")[2]).read_text(encoding="utf-8")
        route.fulfill(body=text, content_type="text/javascript")

    page.route(f"**/{FOLDER}*", serve)
    picture = f"data:image/png;base64,{b64encode(code.screenshot()).decode()}"
    said: str = page.evaluate(READ, [f"/{FOLDER}", picture])
    page.unroute(f"**/{FOLDER}*")
    return said
