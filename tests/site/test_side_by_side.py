"""Two policies side by side: which stage stands beside which, and what the marks say."""

import re
from dataclasses import replace

import pytest

from navigator.core.model import Firmness, Library, Next, Policy, Source, Stage, Timescale, Unit
from navigator.site.kit.library_index import LibraryIndex
from navigator.site.kit.paired_stages import MOST_PAIRS, Mark, Pair, beside, compared_times, pairs
from navigator.site.pages.compare import compare
from navigator.site.pages.routes import route_page
from navigator.site.pages.services import service_page
from navigator.site.pages.side_by_side import every_pair, side_by_side

HERE = Source("1")


@pytest.fixture(scope="module")
def index(library: Library) -> LibraryIndex:
    return LibraryIndex(library)


def ladder(library: Library, name: str, steps: int, apart: int = 0) -> Policy:
    """Return a policy with stages that follow one another, and some at which others begin."""
    names = [f"s{number}" for number in range(1, steps + 1)]
    chained = [
        Stage(each, each, HERE, if_unresolved=Next("Go on.", stage=after) if after else None)
        for each, after in zip(names, [*names[1:], None], strict=True)
    ]
    others = [Stage(f"o{number}", "Other", HERE, begins_here=True) for number in range(apart)]
    return replace(library.policy["irm"], id=name, national=False, stages=(*chained, *others))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ((3, 0), (3, 0), "first s1 s1, between s2 s2, last s3 s3"),
        ((4, 0), (3, 0), "first s1 s1, between s2 s2, between s3 -, last s4 s3"),
        ((1, 0), (3, 0), "first s1 s1, between - s2, last - s3"),
        ((1, 0), (1, 0), "first s1 s1"),
        ((2, 1), (2, 1), "first s1 s1, last s2 s2, apart o0 -, apart - o0"),
    ],
)
def test_stages_stand_beside_each_other_by_order(
    library: Library, left: tuple[int, int], right: tuple[int, int], expected: str
) -> None:
    """First is with first and last with last, and other beginnings have nothing beside them."""
    pair = Pair(ladder(library, "left", *left), ladder(library, "right", *right))
    found = [
        f"{each.place} {each.left.key if each.left else '-'} {each.right.key if each.right else '-'}"
        for each in beside(pair)
    ]
    assert ", ".join(found) == expected


def days(amount: int, firmness: Firmness = Firmness.MUST) -> Timescale:
    return Timescale("time", Unit.WORKING_DAYS, HERE, amount=amount, firmness=firmness)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ((days(5),), (days(5),), Mark.SAME),
        ((days(5), days(10)), (days(10), days(5)), Mark.SAME),
        ((days(5),), (days(5, Firmness.AIM),), Mark.OTHER_FIRMNESS),
        ((days(5),), (days(6),), Mark.OTHER_TIME),
        ((days(5),), (days(5), days(5)), Mark.OTHER_TIME),
        ((days(5),), (), Mark.ONLY_HERE),
        ((), (), None),
    ],
)
def test_times_are_compared_by_their_length_and_then_by_their_firmness(
    library: Library, left: tuple[Timescale, ...], right: tuple[Timescale, ...], expected: Mark | None
) -> None:
    """The order in which a policy lists its times makes no difference."""
    assert compared_times(library, left, right) == expected


def test_a_time_that_runs_from_another_day_is_not_the_same(library: Library) -> None:
    """Days from an acknowledgement are not days from when a stage begins, unless it begins with that."""
    own = replace(days(15), counted_from="complaint_sent")
    later = replace(days(15), counted_from="complaint_acknowledged")
    begun = Stage("s", "S", HERE, begins_with="complaint_sent")
    assert compared_times(library, (later,), (own,), (begun, begun)) is Mark.OTHER_START
    assert compared_times(library, (later,), (later,), (begun, begun)) is Mark.SAME
    elsewhere = replace(begun, begins_with="complaint_acknowledged")
    assert compared_times(library, (later,), (own,), (elsewhere, begun)) is Mark.SAME


def test_pages_grow_as_policies_do(library: Library) -> None:
    """With ten services each is beside each other; with many, each is beside the national one alone."""
    national = replace(library.policy["irm"], national=True)
    own = [ladder(library, f"own-{number}", 1) for number in range(40)]
    few = pairs([*own[:9], national])
    assert len(few) == MOST_PAIRS
    assert {(pair.left.id, pair.right.id) for pair in pairs([*own, national])} == {
        (each.id, national.id) for each in own
    }


def test_a_policy_for_some_readers_is_no_other_side(index: LibraryIndex) -> None:
    """The same law in words for a child or a parent is not set beside itself."""
    assert not any(policy.speaks_to for _, pair in every_pair(index) for policy in (pair.left, pair.right))


def test_norfolk_beside_england(index: LibraryIndex) -> None:
    """Both sides of stage 1 are there as their documents have them, with what differs in words and signs."""
    pair = next(pair for _, pair in every_pair(index) if pair.left.id == "norfolk-complaint")
    page = side_by_side(index, pair).text
    stage = page[page.index("First stage") : page.index("In between")]
    assert re.findall(r"<strong>(\d+ [a-z ]+)\(", stage) == [
        "5 working days ", "15 working days ", "10 working days ", "20 working days ", "20 working days ",
    ]  # fmt: skip
    assert '<span aria-hidden="true">±</span> Other time' in stage
    assert 'data-label="England"' in stage


def test_each_pair_is_reached_from_its_service_its_route_and_all_routes(index: LibraryIndex) -> None:
    """Every page of a pair is linked from the three places at which somebody may look for it."""
    for route, pair in every_pair(index):
        owners = index.owners_of(pair.left)
        pages = [compare(index), route_page(index, route), *(service_page(index, each) for each in owners)]
        assert owners
        assert all(f'{pair.address}"' in page.text for page in pages)
