"""The web app manifest and its icons."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from navigator.site.kit.page import Output

MANIFEST: Final = "manifest.json"
"""Not `.webmanifest`, which some servers do not know, and others do not send."""
FOLDER: Final = "assets/app/"
ICONS: Final = Path(__file__).parents[2] / "web" / "icons"
SIZES: Final = (192, 512)
INK: Final = "#0b4a6f"
PAPER: Final = "#ffffff"


def app(name: str, language: str) -> Iterator[Output]:
    """Yield the manifest of a site with this name in a language, and the icons it refers to."""
    icons = [{"src": f"{FOLDER}sign.svg", "sizes": "any", "type": "image/svg+xml"}]
    for size in SIZES:
        path = f"{FOLDER}sign-{size}.png"
        icons.append({"src": path, "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any maskable"})
    manifest = {
        "name": name,
        "short_name": name.split(maxsplit=1)[0],
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "lang": language,
        "background_color": PAPER,
        "theme_color": INK,
        "icons": icons,
    }
    yield Output(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
    for icon in icons:
        yield Output(icon["src"], copy_of=ICONS / icon["src"].removeprefix(FOLDER))
