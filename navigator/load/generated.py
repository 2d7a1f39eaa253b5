"""The files made from the model: schemas for editors, the author reference, and whether they are current."""

import json
from pathlib import Path

from navigator.disk.files import write_file
from navigator.load.author_reference import reference_markdown
from navigator.load.file_names import left_alone
from navigator.load.known import Known
from navigator.load.layout import ALL, SCHEMAS
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
    there = (path for path in (loaded.folder / "schema").glob(f"*{SCHEMAS}") if not left_alone(path.name))
    left = (path for path in there if path not in made and path.is_file())
    old = (path for path, text in made.items() if _held(path) != text.encode())
    return sorted([*old, *left])


def _held(path: Path) -> bytes | None:
    """Return what stands in a file, its lines ended as we end them; None where there is no file."""
    return path.read_bytes().replace(b"\r\n", b"\n") if path.is_file() else None


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
