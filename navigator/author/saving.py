"""Writing all files of a new policy, or none: what does not pass the check is taken back."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from navigator.author.asking import Stopped
from navigator.check.checked import BadData, load_checked
from navigator.load.generated import write


def save(folder: Path, files: Mapping[Path, str], today: date) -> None:
    """Write the files, and bring the editors' schemas up to date.

    Raises Stopped, with every file as it was, where the folder would then have an error.
    """
    before = {path: path.read_text(encoding="utf-8") if path.exists() else None for path in files}
    for path, text in files.items():
        path.write_text(text, encoding="utf-8")
    try:
        _, loaded = load_checked(folder, today)
    except BadData as bad:
        for path, earlier in before.items():
            if earlier is None:
                path.unlink()
            else:
                path.write_text(earlier, encoding="utf-8")
        told = [*map(str, bad.problems), "Nothing was written, as the check would not pass."]
        raise Stopped("\n".join(told)) from None
    if (folder / "schema").is_dir():
        write(loaded, None)
