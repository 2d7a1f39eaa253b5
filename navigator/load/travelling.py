"""What was read of a data folder, packed for a browser that opens the same files, where reading is slow."""

import pickle
from pathlib import Path
from typing import Any, Final

from navigator.core.codec import DecodeNotes
from navigator.core.model.words import ENGLISH
from navigator.load.file_names import shown
from navigator.load.files import File
from navigator.load.layout import ALL, SERVICE, SERVICES
from navigator.load.library import KeptFiles, Loaded
from navigator.load.national import placed
from navigator.load.placed import PlacedFile

_PLACES: Final = {place.name: place for place in ALL}
_FORM: Final = 5
"""The form of pickles: the newest that there is."""

type _Objects = tuple[Any, ...]


def travelling(loaded: Loaded) -> bytes:
    """Return what was read of files that are in order. The same files give the same bytes."""
    told = [_told(loaded, file) for _, file in sorted(loaded.files.items())]
    return pickle.dumps(told, _FORM)


def unpacked(travelled: bytes, folder: Path) -> KeptFiles:
    """Return what was read, as if it came from a folder.

    Give it only what `travelling` of this very release gave: a pickle can do anything.
    """
    kept = KeptFiles()
    for name, place, digest, unusual, tree, renamed, objects in pickle.loads(travelled):  # noqa: S301 - our own
        path = placed(folder, name)
        service = name.split("/")[1] if name.startswith(f"{SERVICES}/") else ""
        held = (shown(path), tree, name, _PLACES[place], service, (), digest, unusual)
        kept.trees.hold(path, digest, PlacedFile(*held))
        if objects:
            items, parts, references, untranslated, written = objects
            notes = DecodeNotes(ENGLISH, untranslated=untranslated, references=references, objects=parts)
            file = File(*held, items=items, notes=notes, written=written)
            kept.objects.hold((shown(path), ENGLISH), (digest, renamed), (file, ()))
    return kept


def _told(loaded: Loaded, file: File) -> tuple[Any, ...]:
    renamed = loaded.names.as_state(file.service)
    return (
        file.name,
        file.place.name,
        file.digest,
        file.is_unusual,
        file.tree,
        renamed,
        _objects(loaded, file),
    )


def _objects(loaded: Loaded, file: File) -> _Objects | None:
    """Return what a file describes; None where it is to be understood anew."""
    is_english = loaded.library is not None and loaded.library.words.language == ENGLISH
    if not is_english or file.place is SERVICE:
        return None
    notes = file.notes
    return file.items, notes.objects, notes.references, notes.untranslated, file.written
