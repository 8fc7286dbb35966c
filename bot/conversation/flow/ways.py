"""PURE: the ways beside the boxes of a flow, from a step to another that is not the next."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from corpus.branches import Branch
from corpus.models import Record

# Pixels between two ways beside each other; more ways than this leave no room for the words of the steps.
LANE = 30
MOST_LANES = 4
# How far under the top of a box a way comes in, above where one goes out.
ENTRY = 40
# How far over the first box or under the last one a way ends that leads to another picture.
BEYOND = 12
STUB = 22


class Exit(Record):
    """Where a way leaves a box: its height, and the number of the step it leads to, 0 for the end."""

    y: int
    to: int


class Way(Record):
    """A line to step `to` through its corners, each (x, y); it ends with an arrow, or with a bar where `to` is 0."""

    to: int
    corners: tuple[tuple[int, int], ...]


class Placed(Protocol):
    """A box where it stands on its page."""

    @property
    def number(self) -> int: ...
    @property
    def top(self) -> int: ...
    @property
    def bottom(self) -> int: ...
    @property
    def right(self) -> int: ...
    @property
    def exits(self) -> Sequence[Exit]: ...


def lanes(found: Iterable[Branch]) -> Mapping[int, int]:
    """The lane of each step that is led to, 0 the nearest to the boxes; shorter ways are nearer.

    Ways to one step share a lane. A step that finds no lane has none, and is only named.
    """
    spans: dict[int, tuple[int, int]] = {}
    for one in found:
        if one.to not in (0, one.at + 1):
            first, last = spans.get(one.to, (one.to, one.to))
            spans[one.to] = (min(first, one.at), max(last, one.at))
    made: dict[int, int] = {}
    for to in sorted(spans, key=lambda each: (spans[each][1] - spans[each][0], each)):
        beside = {made[other] for other in made if _meet(spans[other], spans[to])}
        lane = next((lane for lane in range(MOST_LANES) if lane not in beside), None)
        if lane is not None:
            made[to] = lane
    return made


def ways(boxes: Sequence[Placed], of: Mapping[int, int]) -> tuple[Way, ...]:
    """The ways of the boxes on one page; one to a step on another page ends over the first box or under the last."""
    found = (_way(box, leaves, boxes, of) for box in boxes for leaves in box.exits)
    return tuple(way for way in found if way is not None)


def _way(box: Placed, leaves: Exit, boxes: Sequence[Placed], of: Mapping[int, int]) -> Way | None:
    if not leaves.to:
        return Way(to=0, corners=((box.right, leaves.y), (box.right + STUB, leaves.y)))
    if leaves.to not in of:
        return None
    x = box.right + LANE * (of[leaves.to] + 1)
    start = ((box.right, leaves.y), (x, leaves.y))
    target = next((one for one in boxes if one.number == leaves.to), None)
    if target is not None:
        entry = target.top + ENTRY
        return Way(to=leaves.to, corners=(*start, (x, entry), (target.right, entry)))
    over = leaves.to < boxes[0].number
    return Way(to=leaves.to, corners=(*start, (x, boxes[0].top - BEYOND if over else boxes[-1].bottom + BEYOND)))


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
