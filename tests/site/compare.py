"""What differs between two builds of the site: `python -m tests.site.compare BEFORE AFTER`.

Checksums and sizes (the release, the runtime, the offline copy) are taken to be the same. HTML is
compared tag by tag, so that what a reader sees is told apart from how the file is written.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

CHECKSUM = re.compile(
    r"\b[0-9a-f]{12,64}\b|(?<=data-runtime-bytes=\")\d+|(?<=data-runtime-size=\")\d+|post\d+"
)
TAG = re.compile(r"(<[^>]+>)")
TEXT = {".html", ".xml", ".json", ".txt", ".md", ".css", ".js", ".svg"}
MOST_LINES = 12


def files(site: Path) -> dict[str, Path]:
    """Return the files of a build by their names without checksums."""
    found = {CHECKSUM.sub("*", path.relative_to(site).as_posix()): path for path in site.rglob("*")}
    return {name: path for name, path in found.items() if path.is_file()}


def content(path: Path) -> list[str]:
    """Return what is in a file, as lines; a binary file is one line."""
    if path.suffix not in TEXT:
        return [str(hash(path.read_bytes()))]
    text = CHECKSUM.sub("*", path.read_text(encoding="utf-8"))
    return (
        [part.strip() for part in TAG.split(text) if part.strip()]
        if path.suffix == ".html"
        else text.splitlines()
    )


def differences(before: Path, after: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield each file that differs, with the lines that do."""
    old, new = files(before), files(after)
    for name in sorted(old.keys() | new.keys()):
        if name not in new or name not in old:
            yield name, ["only before" if name in old else "only after"]
        elif (one := content(old[name])) != (other := content(new[name])):
            lines = [
                line for line in unified_diff(one, other, lineterm="", n=0) if line[:3] not in ("---", "+++")
            ]
            yield name, [line for line in lines if not line.startswith("@@")]


def main(before: Path, after: Path) -> int:
    """Print what differs and return the exit code: 0 where nothing does."""
    found = list(differences(before, after))
    kinds = Counter("\n".join(lines[:MOST_LINES]) for _, lines in found)
    for lines, number in kinds.most_common():
        names = [name for name, held in found if "\n".join(held[:MOST_LINES]) == lines]
        print(f"{number} x {', '.join(names[:3])}{' ...' if number > 3 else ''}\n{lines}\n")
    print(f"{len(found)} files differ.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
