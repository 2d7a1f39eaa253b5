"""The files made from the model: schemas for editors, the author reference, and whether they are current."""

import json
from pathlib import Path

from navigator.disk.files import write_file
from navigator.load.author_reference import reference_markdown
from navigator.load.known import Known
from navigator.load.layout import ALL
from navigator.load.library import Loaded
from navigator.load.schema import schema


def outputs(loaded: Loaded, docs: Path | None) -> dict[Path, str]:
    """Return what each generated file should hold; without a folder of docs, the schemas alone."""
    known = Known(loaded)
    schemas = {loaded.folder / "schema" / place.schema: schema(place, known) for place in ALL}
    made = {path: json.dumps(each, indent=2, ensure_ascii=False) + "\n" for path, each in schemas.items()}
    return made if docs is None else {**made, docs / "authors" / "reference.md": reference_markdown()}


def stale(loaded: Loaded, docs: Path | None) -> list[Path]:
    """Return the generated files that are missing, out of date, or left over from an earlier model."""
    made = outputs(loaded, docs)
    left = (path for path in (loaded.folder / "schema").glob("*") if path not in made)
    old = (path for path, text in made.items() if not path.is_file() or path.read_text("utf-8") != text)
    return sorted([*old, *left])


def write(loaded: Loaded, docs: Path | None) -> list[Path]:
    """Bring the generated files up to date; return those that changed."""
    changed = stale(loaded, docs)
    made = outputs(loaded, docs)
    for path in changed:
        if path in made:
            write_file(path, made[path])
        else:
            path.unlink()
    return changed
