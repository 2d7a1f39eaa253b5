"""Small files in the site that keep hosts, and programs on the way there, from changing or hiding others."""

from pathlib import Path
from typing import Final

FILES: Final = {
    # Line ends of the system that a folder is checked out on are other bytes, which no checksum fits.
    ".gitattributes": "* -text\n",
    # Where this file is, GitHub Pages and its like hand out a folder as it is.
    ".nojekyll": "",
}


def write_for_hosts(site: Path) -> None:
    """Write these files into the folder of a site. Raises OSError."""
    for name, text in FILES.items():
        (site / name).write_text(text, encoding="utf-8")
