"""PURE: where the words of a procedure's flow stand in a picture, one box a step, in pages that a phone shows whole.

A step that goes on to another than the next says so in its box, and a way beside the boxes leads there.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from bot.answering.models import Language
from bot.answering.saying.branching import branch_line
from bot.answering.saying.phrases import headed
from bot.conversation.flow.ways import LANE, Exit, Way, lanes, ways
from bot.conversation.flow.wrap import Measure, shortened, wrap
from bot.conversation.messages import PHRASES
from corpus.branches import Branch, branches, goes_on
from corpus.models import Procedure, Record, Step
from corpus.passages import chinese

# Pixels. Telegram shrinks a photo until its longer side is 1280, and 9 to 16 is what a phone shows whole:
# a taller picture would only have smaller letters.
WIDTH = 900
TALLEST = 1600
MARGIN = 36
PAD = 24
BADGE = 60
GAP = 46
# A line of text takes this much more than the size of its letters.
LEADING = 1.36
# Words of one step over so many lines are cut: no box may be taller than a page.
MOST = 12
MOST_HEAD = 2
# So many branches of one step are told beside each other; its words tell of all.
MOST_BRANCHES = 4


class Tone(StrEnum):
    """What a line says, which decides its colour and weight."""

    TITLE = "title"
    WHO = "who"
    DOES = "does"
    LIMIT = "limit"
    BRANCH = "branch"
    HERE = "here"
    NOTE = "note"


SIZES: dict[Tone, int] = {
    Tone.TITLE: 40,
    Tone.WHO: 36,
    Tone.DOES: 32,
    Tone.LIMIT: 30,
    Tone.BRANCH: 28,
    Tone.HERE: 28,
    Tone.NOTE: 26,
}


class Line(Record):
    """One line of text, from its top left corner."""

    text: str
    tone: Tone
    x: int
    y: int


class Box(Record):
    """One step: its corners, its number, and its lines; `here` marks the person's step.

    `exits` are where ways leave it; `follows` whether the step after it comes next, and `when` in which case, beside
    the arrow.
    """

    number: int
    left: int
    top: int
    right: int
    bottom: int
    here: bool
    lines: tuple[Line, ...]
    exits: tuple[Exit, ...] = ()
    follows: bool = True
    when: tuple[Line, ...] = ()


class Page(Record):
    """One picture, WIDTH pixels wide; `goes_on` when further steps are on the next."""

    height: int
    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]
    goes_on: bool
    ways: tuple[Way, ...] = ()


class _Plan(NamedTuple):
    """What all boxes of a flow have in common."""

    procedure: Procedure
    found: tuple[Branch, ...]
    lang: Language
    right: int
    measure: Measure


def pages(procedure: Procedure, at: int, measure: Measure) -> tuple[Page, ...]:
    """The flow of a procedure in pictures of at most TALLEST pixels; `at` is the number of the person's step, or 0."""
    lang: Language = "zh" if chinese(procedure.title + procedure.steps[0].action) else "en"
    title = _lines(procedure.title, Tone.TITLE, MARGIN, WIDTH - 2 * MARGIN, MOST_HEAD, measure)
    head = MARGIN + _height(title) + PAD
    foot = MARGIN + _leaded(Tone.NOTE) + PAD
    found = branches(procedure)
    of = lanes(found)
    beside = max([*(lane + 1 for lane in of.values()), *(1 for one in found if not one.to), 0])
    plan = _Plan(procedure, found, lang, WIDTH - MARGIN - LANE * beside, measure)
    boxes = [_box(step, step.number == at, plan) for step in procedure.steps]
    groups = _grouped(boxes, TALLEST - head - foot)
    made = (
        _page(title, head, group, _note(procedure, group, n, len(groups), lang), n < len(groups))
        for n, group in enumerate(groups, 1)
    )
    return tuple(page.model_copy(update={"ways": ways(page.boxes, of)}) for page in made)


def page_of(made: Sequence[Page], at: int) -> int:
    """The position of the picture that shows a step, 0 where none does."""
    return next((n for n, page in enumerate(made) if any(box.number == at for box in page.boxes)), 0)


def _grouped(boxes: Iterable[Box], room: int) -> list[list[Box]]:
    """Boxes in order, as many on a page as its room holds."""
    groups: list[list[Box]] = []
    used = room + 1
    for box in boxes:
        size = box.bottom - box.top + GAP
        if used + size > room:
            groups.append([])
            used = 0
        groups[-1].append(box)
        used += size
    return groups


def _page(title: Sequence[Line], head: int, group: Sequence[Box], note: str, goes_on: bool) -> Page:
    lines, boxes, y = _moved(title, MARGIN), [], head
    for box in group:
        boxes.append(_at(box, y))
        y += box.bottom - box.top + GAP
    y += 0 if goes_on else PAD - GAP
    lines += (Line(text=note, tone=Tone.NOTE, x=MARGIN, y=y),) if note else ()
    bottom = y + (_leaded(Tone.NOTE) + PAD if note else PAD // 2)
    return Page(height=bottom, lines=lines, boxes=tuple(boxes), goes_on=goes_on)


def _note(procedure: Procedure, group: Sequence[Box], n: int, of: int, lang: Language) -> str:
    """Which steps a picture shows, where one does not show them all."""
    if of == 1:
        return ""
    said = PHRASES[lang].flow_part.format(group[0].number, group[-1].number, len(procedure.steps))
    return f"{said} · {n}/{of}"


def _box(step: Step, here: bool, plan: _Plan) -> Box:
    """A step's box as if it stood at the top of the picture."""
    left, right = MARGIN, plan.right
    x = left + PAD + BADGE + PAD
    room, words = right - PAD - x, PHRASES[plan.lang]
    mine = [one for one in plan.found if one.at == step.number]
    elsewhere = [one for one in mine if one.to != step.number + 1][:MOST_BRANCHES]
    texts = (
        (words.here if here else "", Tone.HERE, 1),
        (headed(step.actor), Tone.WHO, MOST_HEAD),
        (step.action if step.action.strip() != step.actor.strip() else "", Tone.DOES, MOST),
        (words.limit.format(step.limit) if step.limit else "", Tone.LIMIT, MOST_HEAD),
        *((branch_line(one, plan.lang), Tone.BRANCH, MOST_HEAD) for one in elsewhere),
    )
    lines: list[Line] = []
    starts: list[int] = []
    y = PAD
    for text, tone, most in texts:
        found = _moved(_lines(text, tone, x, room, most, plan.measure), y)
        starts.append(y)
        lines += found
        y += _height(found)
    at = [y + _leaded(Tone.BRANCH) // 2 for y in starts[len(starts) - len(elsewhere) :]]
    bottom = max(y + PAD, PAD + BADGE + PAD)
    return Box(
        number=step.number, left=left, top=0, right=right, bottom=bottom, here=here,
        lines=tuple(lines), exits=tuple(Exit(y=y, to=one.to) for y, one in zip(at, elsewhere, strict=True)),
        follows=goes_on(plan.procedure, plan.found, step.number), when=_when(step.number, mine, bottom, plan),
    )  # fmt: skip


def _when(number: int, mine: Sequence[Branch], bottom: int, plan: _Plan) -> tuple[Line, ...]:
    """In which case the next step follows, on one line beside the arrow under a box."""
    said = next((one.condition for one in mine if one.to == number + 1), "")
    x = MARGIN + PAD + BADGE + PAD
    lines = _lines(said, Tone.BRANCH, x, plan.right - x, 1, plan.measure)
    return _moved(lines, bottom + (GAP - _leaded(Tone.BRANCH)) // 2)


def _at(box: Box, y: int) -> Box:
    moved = {
        "lines": _moved(box.lines, y),
        "exits": tuple(one.model_copy(update={"y": one.y + y}) for one in box.exits),
        "when": _moved(box.when, y),
    }
    return box.model_copy(update={"top": y, "bottom": y + box.bottom, **moved})


def _moved(lines: Iterable[Line], y: int) -> tuple[Line, ...]:
    return tuple(line.model_copy(update={"y": line.y + y}) for line in lines)


def _lines(text: str, tone: Tone, x: int, room: int, most: int, measure: Measure) -> tuple[Line, ...]:
    """A text in lines from the top, each at most `room` pixels wide."""
    size, leaded = SIZES[tone], _leaded(tone)
    wrapped = shortened(wrap(text, size, room, measure), most, size, room, measure)
    return tuple(Line(text=each, tone=tone, x=x, y=n * leaded) for n, each in enumerate(wrapped))


def _height(lines: Sequence[Line]) -> int:
    return sum(_leaded(line.tone) for line in lines)


def _leaded(tone: Tone) -> int:
    return round(SIZES[tone] * LEADING)
