"""One side of A4 for each policy and route, in letters that can be read, and pictures for slides."""

import re
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from navigator.core.addressing import speaking_to
from navigator.core.model import Contact, Library
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.rungs import numbered
from navigator.site.pages.sheets import sheets
from navigator.site.paper.pictures import BEGIN, grey_png, lean_svg
from navigator.site.paper.renderer import PaperRenderer
from navigator.site.paper.sheet import Sheet, drafts, policy_sheet, route_sheet

A4_POINTS = (595, 842)
SMALLEST = 8
"""In points: what can be read on paper."""
SMALLEST_ON_SLIDES = 9
"""In points of a picture 960 wide, so that a letter has 18 of its 1080 lines."""
LARGEST_PNG = 150_000


@pytest.fixture(scope="module")
def index(library: Library) -> LibraryIndex:
    return LibraryIndex(library, frozenset(), "Site", "https://site.example/path")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sheets")


def test_every_sheet_is_listed(index: LibraryIndex) -> None:
    """One page leads to each sheet, as a PDF and as pictures, once."""
    listed = re.findall(r'href="\.\./(sheets/[^"]*)"', sheets(index).text)
    assert sorted(listed) == sorted(path for path, _ in drafts(index))


def drawn(folder: Path, *sheets: Sheet) -> dict[str, Path]:
    """Render sheets, and return the file of each by its path on the site."""
    renderer = PaperRenderer(folder)
    files = dict(renderer.start(sheets, "Site"))
    renderer.wait()
    return files


@pytest.fixture(scope="module")
def printed(index: LibraryIndex, folder: Path) -> dict[str, PdfReader]:
    """Return the sheet of every policy and route as it is printed."""
    sheets = [write() for path, write in drafts(index) if path.endswith(".pdf")]
    return {path: PdfReader(file) for path, file in drawn(folder, *sheets).items()}


def words(reader: PdfReader) -> str:
    """Return what a sheet says, without spaces, as a line may break anywhere."""
    return "".join("".join(page.extract_text() for page in reader.pages).split())


def sizes(reader: PdfReader) -> set[float]:
    """Return the sizes of all letters in points."""
    found: set[float] = set()

    def note(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            found.add(round(size * abs(matrix[3]), 2))

    reader.pages[0].extract_text(visitor_text=note)
    return found


def test_every_policy_and_route_has_one_side_of_a4(printed: dict[str, PdfReader], library: Library) -> None:
    """Each is one page of A4, tagged, with no letter too small to read."""
    routes = {f"sheets/routes/{route.id}.pdf" for route in library.routes}
    assert printed.keys() == routes | {f"sheets/policies/{policy.id}.pdf" for policy in library.policies}
    for path, reader in printed.items():
        assert len(reader.pages) == 1, path
        assert tuple(round(float(side)) for side in reader.pages[0].mediabox[2:]) == A4_POINTS
        assert min(sizes(reader)) >= SMALLEST, path
        assert "/StructTreeRoot" in reader.root_object, path


def test_the_sheet_of_a_policy_holds_its_ladder(printed: dict[str, PdfReader], library: Library) -> None:
    """Every stage, who acts first, whom to call in danger, and when to check again stand on it."""
    said = speaking_to(library, None)
    for policy in said.policies:
        text = words(printed[f"sheets/policies/{policy.id}.pdf"])
        expected = [policy.title, *(position.title for position in policy.leaf_stages())]
        expected += [said.triage.danger.heading, "Check again after"]
        expected.append(f"https://site.example/path/policies/{policy.id}/")
        assert [each for each in expected if "".join(each.split()) not in text] == [], policy.id


def test_the_sheet_of_a_route_says_whose_policy_deals_with_it(
    printed: dict[str, PdfReader], library: Library
) -> None:
    """Every service stands on it, and the steps of one policy."""
    for route in library.routes:
        text = words(printed[f"sheets/routes/{route.id}.pdf"])
        expected = [route.name, *(service.name for service in library.services)]
        assert [each for each in expected if "".join(each.split()) not in text] == [], route.id


def test_names_are_left_blank_and_known_numbers_printed(index: LibraryIndex) -> None:
    """Room is left for those whom a service has, and the number of its own contact is there."""
    library = index.library
    sheet = policy_sheet(index, library.policy["escalation-four-stage"])
    assert sheet.blanks[0] == "Supervising social worker:"
    assert "Operational Lead:" in sheet.blanks
    assert "Foster carer:" not in sheet.blanks
    assert "Emergency services:" not in policy_sheet(index, library.policy["safeguarding"]).blanks
    team = library.contact["norfolk-complaints-team"]
    reached = replace(team, phone="01603 000 000")
    contacts: tuple[Contact, ...] = tuple(reached if each is team else each for each in library.contacts)
    known = LibraryIndex(replace(library, contacts=contacts))
    numbers = policy_sheet(known, known.library.policy["norfolk-complaint"]).numbers
    assert numbers[0].says == "01603 000 000"


def test_an_ambiguous_limit_is_not_cut_short(index: LibraryIndex) -> None:
    """Where 25 days can be read in two ways, the sheet says both."""
    sheet = policy_sheet(index, index.library.policy["norfolk-complaint"])
    second = " ".join(limit.name + limit.says for limit in sheet.rungs[1].time)
    assert "25 calendar days" in second
    assert "25 working days" in second


def test_stages_that_lead_to_one_another_are_numbered(library: Library) -> None:
    """Levels are counted within their stage, a second beginning from 1, and one by itself has no number."""
    numbers = {
        policy: [number for number, *_ in numbered(library.policy[policy])]
        for policy in ("somerset-qa-dispute", "council-complaint", "kent-allocation")
    }
    assert numbers == {
        "somerset-qa-dispute": ["1", "2", "3.1", "3.2", "3.3", "3.4"],
        "council-complaint": ["1", "2", "3", "1", "2"],
        "kent-allocation": ["", "", ""],
    }


@pytest.mark.parametrize(("times", "more"), [(2, False), (20, True)])
def test_what_does_not_fit_is_told(index: LibraryIndex, tmp_path: Path, times: int, more: bool) -> None:
    """With too much for one side the stages stand in short; with far too much it says how many lack."""
    whole = policy_sheet(index, index.library.policy["council-complaint"])
    (file,) = drawn(tmp_path, replace(whole, rungs=whole.rungs * times)).values()
    reader = PdfReader(file)
    assert len(reader.pages) == 1
    assert min(sizes(reader)) >= SMALLEST
    text = words(reader)
    assert "Eachstageisinshorthere." in text
    assert ("Thereisnoroomherefor" in text) is more


def test_pictures_are_wide_small_and_grey(index: LibraryIndex, folder: Path) -> None:
    """A PNG fills a slide, is light to send, and needs no colour; an SVG is the same at any size."""
    paths = [
        f"sheets/{page}.{kind}"
        for page in ("policies/somerset-qa-dispute", "routes/complaint")
        for kind in ("png", "svg")
    ]
    files = drawn(folder, *(write() for path, write in drafts(index) if path in paths))
    assert files.keys() == {*paths}
    for path, file in files.items():
        held = file.read_bytes()
        if path.endswith("png"):
            width, height, depth, kind = struct.unpack_from(">IIBB", held, 16)
            assert (width, height, depth, kind) == (1920, 1080, 4, 0)
            assert len(held) < LARGEST_PNG
        else:
            assert b'viewBox="0 0 960 540"' in held


def test_slides_have_letters_that_can_be_read(index: LibraryIndex, tmp_path: Path) -> None:
    """The wide sheet, printed, has no letter below the limit, and no blanks to fill in."""
    wide = [
        replace(policy_sheet(index, policy), wide=True, blanks=(), path=f"{policy.id}.pdf")
        for policy in index.library.policies
        if policy.id in ("somerset-qa-dispute", "council-complaint", "safeguarding")
    ]
    for path, file in drawn(tmp_path, *wide).items():
        reader = PdfReader(file)
        assert len(reader.pages) == 1
        assert min(sizes(reader)) >= SMALLEST_ON_SLIDES, path


def test_without_an_address_there_is_no_code(library: Library) -> None:
    """Nobody can scan a way to an unknown place."""
    index = LibraryIndex(library)
    assert route_sheet(index, library.routes[0]).code == ""


def png(rows: list[bytes], width: int) -> bytes:
    """Pack rows, each with its filter before it, as a PNG of four channels."""

    def chunk(name: bytes, held: bytes) -> bytes:
        return struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held))

    header = struct.pack(">IIBBBBB", width, len(rows), 8, 6, 0, 0, 0)
    body = zlib.compress(b"".join(rows))
    return BEGIN + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def greys(picture: bytes, width: int) -> list[list[int]]:
    """Return the greys of a picture with half a byte for each pixel and no filters."""
    at = picture.index(b"IDAT")
    (length,) = struct.unpack_from(">I", picture, at - 4)
    raw = zlib.decompress(picture[at + 4 : at + 4 + length])
    step = width // 2 + 1
    rows = [raw[start + 1 : start + step] for start in range(0, len(raw), step)]
    return [[half for byte in row for half in (byte >> 4, byte & 15)] for row in rows]


def _none(pixels: list[int], _above: list[int]) -> list[int]:
    return pixels


def _left(pixels: list[int], _above: list[int]) -> list[int]:
    return [value - before for value, before in zip(pixels, [0, *pixels], strict=False)]


def _up(pixels: list[int], above: list[int]) -> list[int]:
    return [value - up for value, up in zip(pixels, above, strict=True)]


def _mean(pixels: list[int], above: list[int]) -> list[int]:
    return [value - (left + up) // 2 for value, left, up in zip(pixels, [0, *pixels], above, strict=False)]


def _nearest(pixels: list[int], above: list[int]) -> list[int]:
    def guess(left: int, up: int, corner: int) -> int:
        return min((left, up, corner), key=lambda each: abs(left + up - corner - each))

    corners = zip(pixels, [0, *pixels], above, [0, *above], strict=False)
    return [value - guess(left, up, corner) for value, left, up, corner in corners]


FILTERS: list[Callable[[list[int], list[int]], list[int]]] = [_none, _left, _up, _mean, _nearest]


def test_every_way_to_pack_a_picture_is_undone() -> None:
    """Whatever filter a row has, its greys come out as they went in."""
    pixels = [[255, 255, 0, 34, 34, 204], [255, 17, 0, 34, 255, 204], [0, 0, 85, 255, 255, 255]]
    for number, filtered in enumerate(FILTERS):
        rows, above = list[bytes](), [0] * 6
        for row in pixels:
            packed = [value & 255 for value in filtered(row, above)]
            rows.append(bytes([number, *(each for value in packed for each in (value, value, value, 0))]))
            above = row
        assert greys(grey_png(png(rows, 6)), 6) == [[value // 17 for value in row] for row in pixels], number


def test_an_svg_keeps_its_letters_in_place() -> None:
    """Names are shorter and lengths rounded, and each letter still refers to its shape."""
    name = "gCB2F962E152CBCEFD0871ECBC6E9B666"
    made = lean_svg(f'<use href="#{name}" x="7.61875" y="0" fill="#000000"/><symbol id="{name}"/>'.encode())
    assert made == b'<use href="#g0" x="7.62"/><symbol id="g0"/>'


def test_a_day_to_check_again_is_always_given(index: LibraryIndex) -> None:
    """What England's policies say of their review holds; any other is looked at again after a year."""
    policy = index.library.policy["escalation-four-stage"]
    sheet = policy_sheet(index, replace(policy, checked_on=date(2024, 2, 29)))
    assert "Checked on 29 February 2024. Check again after 28 February 2025." in sheet.footer[0]
