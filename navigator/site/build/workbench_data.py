"""What the workbench opens with: the data folder of this site, and the bank holidays that calendars need."""

from typing import Final

from navigator.load.file_names import left_alone
from navigator.load.holidays import TABLE, table_of
from navigator.load.layout import NATIONAL, SERVICES, WORDS
from navigator.load.library import Loaded
from navigator.load.national import is_own, placed
from navigator.load.strict_yaml import MAX_BYTES
from navigator.runtime.many_in_one import many_in_one

FOLDER: Final = "data"
"""The data folder, on the disk in the browser's memory."""
PROGRAM: Final = "navigator"
"""The program's own folder there, which has the national part of a site that has none of its own."""
NATIONS: Final = (("GB", "ENG"), ("GB", "NIR"), ("GB", "SCT"), ("GB", "WLS"))
"""Whose bank holidays a draft may ask for, whatever calendars there are."""
FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2060
"""The years that a draft's calendar may cover."""


def workbench_data(loaded: Loaded) -> bytes:
    """Return one file with all of a data folder, by where each file goes on the disk in memory."""
    folder = loaded.folder
    national = f"{FOLDER if is_own(folder) else PROGRAM}/{NATIONAL}"
    homes = {f"{FOLDER}/{name}": folder / name for name in (SERVICES, WORDS)}
    homes[national] = placed(folder, NATIONAL)
    files = {
        f"{home}/{path.relative_to(place).as_posix()}": path.read_bytes()
        for home, place in homes.items()
        for path in sorted(place.rglob("*"))
        if path.is_file() and not left_alone(path.name) and path.stat().st_size <= MAX_BYTES
    }
    files[f"{PROGRAM}/{TABLE.name}"] = _holidays(loaded).encode()
    return many_in_one(files)


def _holidays(loaded: Loaded) -> str:
    """Return the table of the bank holidays of the nations and of all calendars that are filled in."""
    calendars = loaded.library.calendars if loaded.library else ()
    places = dict.fromkeys((*NATIONS, *((each.country, each.subdivision) for each in calendars)))
    return table_of(sorted(places), FIRST_YEAR, LAST_YEAR)
