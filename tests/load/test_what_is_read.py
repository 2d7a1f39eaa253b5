"""One rule for what is read in a data folder: what is left alone, what is told, and what cannot be read."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from navigator.load import content as reading
from navigator.load.content import Missing, Unreadable, content
from navigator.load.generated import write
from navigator.load.library import load
from tests.mini import Mini

PLACES = (
    "", "national/", "national/policies/", "services/", "services/town/", "services/town/scenarios/",
    "services/town/packs/", "words/", "schema/",
)  # fmt: skip
EITHER = "Move it into national/, or into the folder of a service."
LEFT_ALONE = (
    ".#x.yaml", "._x.yaml", ".DS_Store", ".x.yaml.swp", ".gitkeep", "x.yaml~", "#x.yaml#", "x.yaml.swp",
    "x.yaml.tmp", "~$x.yaml", "Thumbs.db", "thumbs.db", "desktop.ini",
)  # fmt: skip


@pytest.mark.parametrize("name", LEFT_ALONE)
def test_what_systems_and_editors_leave_is_left_alone(mini: Mini, name: str) -> None:
    """Hidden files, copies and locks are neither read nor told, wherever they are, nor is a hidden folder."""
    for place in PLACES:
        mini.write(f"{place}{name}", b"\x00\x05\x16\x07")
        mini.write(f"{place}.folder/{name}", b"\x00")
    assert mini.loading() == []


def test_the_lock_of_an_editor_is_left_alone(mini: Mini) -> None:
    """A hidden link that leads nowhere, as an editor makes one for each open file, is left alone."""
    for place in PLACES:
        (mini.folder / place).mkdir(parents=True, exist_ok=True)
        (mini.folder / place / ".#x.yaml").symlink_to("somebody@machine.4242:1")
    assert mini.loading() == []


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("x.YAML", "x.yaml"),
        ("x.Yaml", "x.yaml"),
        ("x.yml", "x.yaml"),
        ("x.YML", "x.yaml"),
        ("x.yaml.txt", "x.yaml"),
        ("x.yaml.bak", "x.yaml"),
        ("x.yaml.orig", "x.yaml"),
        ("x.yaml (1)", "x.yaml"),
        ("x.txt", "x.yaml"),
        ("x", "x.yaml"),
    ],
)
@pytest.mark.parametrize("place", ["national/policies", "services/town/scenarios", "national/packs", "words"])
def test_a_name_that_is_nearly_right_is_told(mini: Mini, place: str, name: str, right: str) -> None:
    """A file that somebody meant to be read is told with the name that it should have."""
    mini.write(f"{place}/{name}", "x")
    assert mini.loading() == [f"{place}/{name}:1:1: error: the file: is not read. Name it {right}."]


@pytest.mark.parametrize("name", ["national.yaml.bak", "national.YAML", "national.yml", "national.txt"])
def test_a_copy_beside_the_file_is_told_to_be_moved(mini: Mini, name: str) -> None:
    """Where a file by the right name is there as well, the other one is to be moved away."""
    mini.write(f"national/policies/{name}", "x")
    hint = "Move it out of this folder, as national.yaml is there too."
    assert mini.loading() == [f"national/policies/{name}:1:1: error: the file: is not read. {hint}"]


@pytest.mark.parametrize("name", ["source.pdf", "notes.docx", "x.json", "README.md"])
def test_another_kind_of_file_has_no_place_among_the_items(mini: Mini, name: str) -> None:
    """In a folder with a file for each item, a file of another kind is told."""
    mini.write(f"national/policies/{name}", "x")
    hint = "Move it out of this folder, where each file ends in .yaml."
    assert mini.loading() == [f"national/policies/{name}:1:1: error: the file: is not read. {hint}"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("roles.YAML", "Move it out of this folder, as roles.yaml is there too."),
        ("Roles.yaml", "Move it out of this folder, as roles.yaml is there too."),
        ("roles.yaml.txt", "Move it out of this folder, as roles.yaml is there too."),
        ("roles.yml", "Move it out of this folder, as roles.yaml is there too."),
        ("roles", "Move it out of this folder, as roles.yaml is there too."),
        ("role.yaml", "Did you mean roles.yaml?"),
        ("contact.YML", "Did you mean contacts.yaml?"),
    ],
)
def test_beside_the_lists_a_name_that_is_nearly_right_is_told(mini: Mini, name: str, hint: str) -> None:
    """A misspelt list is told; files of another kind may stand there."""
    mini.write(f"national/{name}", "[]")
    for other in ("README.md", "LICENSE", "notes.txt", "map.pdf"):
        mini.write(f"national/{other}", "x")
        mini.write(f"services/town/{other}", "x")
        mini.write(f"services/{other}", "x")
        mini.write(other, "x")
    assert mini.loading() == [f"national/{name}:1:1: error: the file: has no meaning here. {hint}"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("roles.yaml", f"the file: has no meaning here. {EITHER}"),
        ("policies/x.yaml", f"the folder: has no meaning here. {EITHER}"),
        ("service.yaml", "the file: has no meaning here. Move it into the folder of a service."),
        ("national/service.yaml", "the file: has no meaning here. Move it into the folder of a service."),
        ("services/town/triage.yaml", "the file: has no meaning here. Move it into national/."),
        ("services/city.yaml",
         "the file: is not read. Make a folder city for it, and name it service.yaml there."),
        ("services/town/role.yaml", "the file: has no meaning here. Did you mean roles.yaml?"),
        ("services/town/policy/x.yaml", "the folder: has no meaning here. Did you mean policies?"),
    ],
)  # fmt: skip
def test_what_belongs_elsewhere_is_told_where(mini: Mini, name: str, told: str) -> None:
    """A file that has a meaning in another folder is told which; a service is a folder and not a file."""
    mini.write(name, "[]")
    wrong = name.removesuffix("/x.yaml")
    assert mini.loading() == [f"{wrong}:1:1: error: {told}"]


def test_a_folder_of_a_service_needs_its_file(mini: Mini) -> None:
    """Without it nobody knows what the service is called."""
    mini.write("services/city/roles.yaml", "[]")
    (told,) = mini.loading()
    assert told == (
        "services/city/service.yaml:1:1: error: the file: is missing. "
        "Write a file that holds whom a carer fosters for, or where somebody works."
    )


def test_a_list_by_another_name_is_told_how_to_be_named(mini: Mini) -> None:
    """Where the right file is missing, the one that is nearly right is told to be given its name."""
    (mini.folder / "national/roles.yaml").rename(mini.folder / "national/roles.YAML")
    assert mini.loading()[:2] == [
        "national/roles.YAML:1:1: error: the file: has no meaning here. Name it roles.yaml.",
        "national/roles.yaml:1:1: error: the file: is missing. Write a file that holds who acts.",
    ]


@pytest.mark.parametrize(
    ("path", "told", "what"),
    [
        ("national/Policies/x.yaml", "national/Policies", "has no meaning here. Did you mean policies?"),
        ("Services/x/service.yaml", "Services", "has no meaning here. Did you mean services?"),
        ("national/SCENARIOS/x.yaml", "national/SCENARIOS", "has no meaning here. Did you mean scenarios?"),
        ("word/cy.yaml", "word", "has no meaning here. Did you mean words?"),
        (
            "national/policies/deep/x.yaml",
            "national/policies/deep",
            "is not read. Put its files one level up.",
        ),
        (
            "national/policies/x.yaml/y.yaml",
            "national/policies/x.yaml",
            "is not read. Put its files one level up.",
        ),
        ("words/cy/cy.yaml", "words/cy", "is not read. Put its files one level up."),
    ],
)
def test_what_lies_at_the_wrong_level_is_told(mini: Mini, path: str, told: str, what: str) -> None:
    """A folder by a name that is nearly right, and a folder within a folder of items, are told."""
    mini.write(path, "x")
    assert mini.loading() == [f"{told}:1:1: error: the folder: {what}"]


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _nowhere(path: Path) -> None:
    path.symlink_to("nowhere")


def _circle(path: Path) -> None:
    path.symlink_to(path.name)


NO_FILE = "is no file that can be read. Put a file in its place."
LINKS_NOWHERE = "is a link to something that is not there. Put the file itself in its place."
LINKS_BACK = "is a link that leads back to itself. Put the file itself in its place."


@pytest.mark.parametrize(
    "name", ["national/roles.yaml", "national/policies/x.yaml", "national/packs/x.yaml", "words/cy.yaml"]
)
@pytest.mark.parametrize(
    ("harm", "told"),
    [(_pipe, NO_FILE), (_device, NO_FILE), (_nowhere, LINKS_NOWHERE), (_circle, LINKS_BACK)],
)
def test_what_is_no_file_is_told_and_never_waited_for(
    mini: Mini, name: str, harm: Callable[[Path], None], told: str
) -> None:
    """A pipe, a device and a link that leads to no file are told by name, and the rest is read."""
    path = mini.folder / name
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    harm(path)
    mini.edit("national/events.yaml", "ask: When did you send it?", "asks: x")
    found = mini.loading()
    assert f"{name}:1:1: error: the file: {told}" in found
    assert any(each.startswith("national/events.yaml:1:41: error: [0].asks") for each in found)


def test_links_to_files_are_read(mini: Mini) -> None:
    """A link to a file or a folder that is there is as good as the thing itself."""
    for name in ("national/roles.yaml", "national/policies", "services/town"):
        elsewhere = mini.folder.parent / Path(name).name
        shutil.move(mini.folder / name, elsewhere)
        (mini.folder / name).symlink_to(elsewhere)
    assert mini.loading() == []


@pytest.mark.parametrize("name", ["national/roles.yaml", "national/triage.yaml"])
def test_a_folder_in_the_place_of_a_list_is_told(mini: Mini, name: str) -> None:
    """A folder by the name of a file is told once, as what it is."""
    (mini.folder / name).unlink()
    (mini.folder / name).mkdir()
    assert mini.loading() == [
        f"{name}:1:1: error: the file: is a folder, and should be a file. Put a file in its place."
    ]


@pytest.mark.parametrize("name", ["national/policies", "services/town/packs", "services", "words"])
def test_a_file_in_the_place_of_a_folder_is_told(mini: Mini, name: str) -> None:
    """A file by the name of a folder is told as what it is."""
    shutil.rmtree(mini.folder / name, ignore_errors=True)
    mini.write(name, "x")
    assert mini.loading() == [
        f"{name}:1:1: error: the file: is a file, and should be a folder. Put a folder in its place."
    ]


def test_a_data_folder_that_is_a_file_is_told(mini: Mini) -> None:
    """Where the data folder is no folder, that is the one thing told."""
    mini.folder = mini.folder / "national/roles.yaml"
    (told,) = mini.loading()
    assert told.endswith("error: the file: is a file, and should be a folder. Put a folder in its place.")


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("EACCES", "may not be read by you. Ask for permission to read it."),
        ("EIO", "cannot be read from its disk. Restore it from a copy."),
        ("EBUSY", "cannot be read: Device or resource busy. Save it anew, or restore it from a copy."),
    ],
)
@pytest.mark.parametrize("name", ["national/roles.yaml", "national/policies/national.yaml"])
def test_a_file_that_the_system_refuses_is_told(
    mini: Mini, monkeypatch: pytest.MonkeyPatch, name: str, number: str, told: str
) -> None:
    """No permission, a broken disk and any other reason are an error that names the file."""
    open_ = os.open
    code = getattr(errno, number)

    def refuse(path: Path, flags: int) -> int:
        if path == mini.folder / name:
            raise OSError(code, os.strerror(code))
        return open_(path, flags)

    monkeypatch.setattr("navigator.load.content.os.open", refuse)
    assert f"{name}:1:1: error: the file: {told}" in mini.loading()


@pytest.mark.parametrize("place", ["national", "national/policies", "services", "services/town", "words"])
def test_a_folder_that_the_system_refuses_is_told(
    mini: Mini, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """A folder that may not be listed is an error that names it."""
    listed = Path.iterdir
    mini.write("words/en-GB.yaml", "list: {separator: ', '}")

    def refuse(path: Path) -> object:
        if path == mini.folder / place:
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    told = f"{place}:1:1: error: the folder: may not be read by you. Ask for permission to read it."
    assert told in mini.loading()


def test_a_file_that_vanishes_is_told(mini: Mini, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that was listed and then is gone is an error that names it."""
    open_ = os.open

    def vanish(path: Path, flags: int) -> int:
        if path.name == "national.yaml":
            path.unlink()
        return open_(path, flags)

    monkeypatch.setattr("navigator.load.content.os.open", vanish)
    told = "the file: was there a moment ago, and is gone. Run the command again."
    assert f"national/policies/national.yaml:1:1: error: {told}" in mini.loading()


def test_a_file_that_is_being_written_is_read_once_it_is_whole(tmp_path: Path) -> None:
    """A file that changes while it is read is read again, until it stays as it is."""
    path = tmp_path / "x.yaml"
    path.write_bytes(b"half")
    fstat, calls = os.fstat, []

    def grow(number: int) -> os.stat_result:
        calls.append(number)
        if len(calls) == 2:
            path.write_bytes(b"half and the other half")
        return fstat(number)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("navigator.load.content.os.fstat", grow)
        assert content(path, 100) == b"half and the other half"


def test_a_file_that_never_rests_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that changes at every look is given up after a few, by name."""
    path = tmp_path / "x.yaml"
    path.write_bytes(b"x")
    fstat = os.fstat
    monkeypatch.setattr(reading, "_PAUSE_S", 0)

    def grow(number: int) -> os.stat_result:
        with path.open("ab") as file:
            file.write(b"x")
        return fstat(number)

    monkeypatch.setattr("navigator.load.content.os.fstat", grow)
    with pytest.raises(Unreadable, match="changes while it is read"):
        content(path, 100)


def test_of_a_huge_file_no_more_is_read_than_tells_that_it_is(tmp_path: Path) -> None:
    """A file of any size takes no more memory than the largest that is allowed."""
    path = tmp_path / "x.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)
    assert len(content(path, 1000)) == 1001
    with pytest.raises(Missing):
        content(tmp_path / "nothing", 1000)


def test_a_pipe_with_a_writer_is_refused_too(tmp_path: Path) -> None:
    """A pipe is no file, whether or not somebody writes to it."""
    path = tmp_path / "x.yaml"
    os.mkfifo(path)
    writer = os.open(path, os.O_RDWR)
    with pytest.raises(Unreadable, match="no file"):
        content(path, 1000)
    os.close(writer)


NULL = (
    "the file: has a null character, U+0000, at the beginning. "
    "Take it out. Perhaps the file was not written whole."
)
MERGE = (
    "the file: has the mark of a merge that is not done: <<<<<<<. "
    "Keep one of the two versions, and take the marks out."
)
UNCLOSED = "the file: cannot be read: found unexpected end of stream."


@pytest.mark.parametrize(
    ("held", "place", "told"),
    [
        (b"", "1:1", "the file: is empty. Write its content."),
        (b"   \n\n", "3:1", "the file: is empty. Write its content."),
        (b"\0" * 400, "1:1", NULL),
        (b"id: national\n\0\0\0\0", "2:1", NULL),
        ("id: x\n".encode("utf-16"), "1:1", "the file: is saved as UTF-16. Save the file as UTF-8."),
        (b"id: x\n\xe4", "2:1", "the file: is not UTF-8: the byte 0xe4. Save the file as UTF-8."),
        (b"id: x\n<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> main\n", "2:1", MERGE),
        (b'id: x\ntitle: "The la', "2:15", f"{UNCLOSED} Close the quotes or brackets."),
        (b'id: x\ntitle: "The la\nw:\n', "4:1", f"{UNCLOSED} Close what begins on line 2."),
    ],
    ids=["empty", "blank", "nulls", "null tail", "UTF-16", "Latin-1", "merge", "cut off", "never closed"],
)
def test_a_file_that_is_half_written_is_told(mini: Mini, held: bytes, place: str, told: str) -> None:
    """What was saved in part, in another encoding or in the middle of a merge is told as what it is."""
    mini.write("national/policies/national.yaml", held)
    assert f"national/policies/national.yaml:{place}: error: {told}" in mini.loading()


@pytest.mark.parametrize(
    ("name", "shown", "odd"),
    [
        (b"caf\xe9.yaml", r"caf\xe9.yaml", "a byte that is not UTF-8, 0xe9, after 'caf'"),
        ("cafe\u0301.yaml".encode(), "cafe\u0301.yaml", "a combining acute accent, U+0301, after 'cafe'"),
        ("a\u202eb.yaml".encode(), r"a\u202eb.yaml", "a right-to-left override, U+202E, after 'a'"),
        (b"a\nb.yaml", r"a\nb.yaml", "a line feed, U+000A, after 'a'"),
        ("stage\u20111.yaml".encode(), "stage\u20111.yaml", "a non-breaking hyphen, U+2011, after 'stage'"),
    ],
    ids=["not UTF-8", "decomposed", "direction", "two lines", "hyphen"],
)
@pytest.mark.parametrize("written", ["x", "id: café\n"])
def test_a_name_that_no_id_can_be_is_told(
    mini: Mini, name: bytes, shown: str, odd: str, written: str
) -> None:
    """A file whose name has an odd character is told, its name on one line and safe to print."""
    with open(os.fsencode(mini.folder / "national/policies") + b"/" + name, "wb") as file:  # noqa: PTH123 - bytes
        file.write(written.encode())
    told = mini.loading()
    assert (
        f"national/policies/{shown}:1:1: error: the file: has a name with {odd}. Name it in plain letters."
        in told
    )
    assert all(each.encode().decode().isprintable() or "\u0301" in each for each in told)


def test_only_schemas_of_our_own_making_are_cleared_away(mini: Mini) -> None:
    """A schema left over from an earlier model is taken out; what somebody else put there stays."""
    for name in ("old.schema.json", ".DS_Store", "._old.schema.json", "README.md", "folder/x.schema.json"):
        mini.write(f"schema/{name}", "x")
    write(load(mini.folder), None)
    left = sorted(path.name for path in (mini.folder / "schema").iterdir())
    assert [name for name in left if not name.endswith(".schema.json")] == [
        ".DS_Store",
        "README.md",
        "folder",
    ]
    assert "old.schema.json" not in left
    assert "._old.schema.json" in left


def test_an_empty_folder_of_a_service_is_no_service(mini: Mini) -> None:
    """Where a service's files have been taken out, the folders that stay are passed over."""
    (mini.folder / "services" / "gone" / "policies").mkdir(parents=True)
    assert mini.errors() == []
    (mini.folder / "services" / "gone" / "policies" / "ours.yaml").write_text("id: ours\n")
    assert any("services/gone/service.yaml" in line for line in mini.errors())
