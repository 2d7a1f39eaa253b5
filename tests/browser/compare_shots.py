"""What looks different in two builds of the site: `python -m tests.browser.compare_shots BEFORE AFTER`.

Every kind and state of page is photographed at 320 and 1,280 px, in light and in dark. BEFORE and AFTER are
built sites, whose pictures are kept in `.cache/shots`, or folders of such pictures.
"""

import re
import shutil
import sys
from base64 import b64encode
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.served import Server
from tests.browser.states import everything
from tests.browser.visit import Visit
from tests.shipped import PROJECT

ARGUMENTS = ("--no-sandbox", "--disable-gpu")
WIDTHS = (320, 1280)
DIFFERING = """async (pictures) => {
    const [one, other] = await Promise.all(pictures.map(async (picture) => {
        const image = await createImageBitmap(new Blob([Uint8Array.fromBase64(picture)]));
        const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height);
    }));
    if (one.width !== other.width || one.height !== other.height) {
        return `${other.width} x ${other.height} in place of ${one.width} x ${one.height}`;
    }
    const count = one.data.filter((value, index) => Math.abs(value - other.data[index]) > 8).length;
    return count ? `${count} values of colour` : "";
}"""


def pictures(browser: Browser, build: Path, folder: Path) -> Path:
    """Return a folder with a picture of every state of a build; a folder of pictures is returned as it is."""
    if not (build / "index.html").is_file():
        return build
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with Server(build) as server:
        for width, dark in product(WIDTHS, (False, True)):
            visitor = Visit(browser, server, width=width, dark=dark)
            for state in everything(visitor, build):
                name = re.sub(r"\W+", "-", f"{state} {width} {'dark' if dark else 'light'}")
                visitor.page.screenshot(path=folder / f"{name}.png", full_page=True, animations="disabled")
            visitor.close()
    return folder


def main(before: Path, after: Path) -> int:
    """Print what differs, and return the exit code: 0 where nothing does."""
    with sync_playwright() as playwright:
        program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        shots = PROJECT / ".cache" / "shots"
        old, new = pictures(browser, before, shots / "before"), pictures(browser, after, shots / "after")
        page, found = browser.new_page(), 0
        for name in sorted({path.name for folder in (old, new) for path in folder.glob("*.png")}):
            both = [folder / name for folder in (old, new)]
            missing = [str(path) for path in both if not path.is_file()]
            encoded = [] if missing else [b64encode(path.read_bytes()).decode() for path in both]
            differs = f"not in {missing}" if missing else page.evaluate(DIFFERING, encoded)
            if differs:
                print(f"{name}: {differs}")
            found += bool(differs)
        browser.close()
    print(f"{found} pictures differ.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
