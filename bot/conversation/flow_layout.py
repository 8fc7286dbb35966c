"""PURE: where the words of a procedure's flow stand in a picture, one box a step, in pages that a phone shows whole."""

import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from bot.answering.models import Language
from bot.conversation.messages import PHRASES
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

# Width in pixels of a text in letters of a size.
Measure = Callable[[str, int], float]

_WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
_CLOSES = "，。；：、！？）》〉”’】〕」』,.;:!?)%…"
_OPENS = "（《〈“‘【〔「『("
# What no line may break: a word, or one wide character, with the marks that open before and close after it.
_UNIT = re.compile(rf"\s+|[{_OPENS}]*(?:[^\s{_WIDE}{_OPENS}]+|[{_WIDE}])?[{re.escape(_CLOSES)}]*|.")


class Tone(StrEnum):
    """What a line says, which decides its colour and weight."""

    TITLE = "title"
    WHO = "who"
    DOES = "does"
    LIMIT = "limit"
    HERE = "here"
    NOTE = "note"


SIZES: dict[Tone, int] = {
    Tone.TITLE: 40,
    Tone.WHO: 36,
    Tone.DOES: 32,
    Tone.LIMIT: 30,
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
    """One step: its corners, its number, and its lines; `here` marks the person's step."""

    number: int
    left: int
    top: int
    right: int
    bottom: int
    here: bool
    lines: tuple[Line, ...]


class Page(Record):
    """One picture, WIDTH pixels wide; `goes_on` when further steps are on the next."""

    height: int
    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]
    goes_on: bool


def pages(procedure: Procedure, at: int, measure: Measure) -> tuple[Page, ...]:
    """The flow of a procedure in pictures of at most TALLEST pixels; `at` is the number of the person's step, or 0."""
    lang: Language = "zh" if chinese(procedure.title + procedure.steps[0].action) else "en"
    title = _lines(procedure.title, Tone.TITLE, MARGIN, WIDTH - 2 * MARGIN, MOST_HEAD, measure)
    head = MARGIN + _height(title) + PAD
    foot = MARGIN + _leaded(Tone.NOTE) + PAD
    boxes = [_box(step, step.number == at, lang, measure) for step in procedure.steps]
    groups = _grouped(boxes, TALLEST - head - foot)
    return tuple(
        _page(title, head, group, _note(procedure, group, n, len(groups), lang), n < len(groups))
        for n, group in enumerate(groups, 1)
    )


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


def _box(step: Step, here: bool, lang: Language, measure: Measure) -> Box:
    """A step's box as if it stood at the top of the picture."""
    left, right = MARGIN, WIDTH - MARGIN
    x = left + PAD + BADGE + PAD
    words = PHRASES[lang]
    texts = (
        (words.here if here else "", Tone.HERE, 1),
        (step.actor, Tone.WHO, MOST_HEAD),
        (step.action if step.action.strip() != step.actor.strip() else "", Tone.DOES, MOST),
        (words.limit.format(step.limit) if step.limit else "", Tone.LIMIT, MOST_HEAD),
    )
    lines: list[Line] = []
    y = PAD
    for text, tone, most in texts:
        found = _moved(_lines(text, tone, x, right - PAD - x, most, measure), y)
        lines += found
        y += _height(found)
    bottom = max(y + PAD, PAD + BADGE + PAD)
    return Box(number=step.number, left=left, top=0, right=right, bottom=bottom, here=here, lines=tuple(lines))


def _at(box: Box, y: int) -> Box:
    return box.model_copy(update={"top": y, "bottom": y + box.bottom, "lines": _moved(box.lines, y)})


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


def wrap(text: str, size: int, room: int, measure: Measure) -> list[str]:
    """Lines of at most `room` pixels that make up the text but for the spaces at which they break."""
    lines: list[str] = []
    line = ""
    for unit in _units(text, size, room, measure):
        if line and measure((line + unit).rstrip(), size) > room:
            lines.append(line.rstrip())
            line = ""
        line = (line + unit) if line else unit.lstrip()
    return [*lines, line.rstrip()] if line.strip() else lines


def shortened(lines: list[str], most: int, size: int, room: int, measure: Measure) -> list[str]:
    """The first lines, the last of them ending in … where some are left out."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and measure(f"{last}…", size) > room:
        last = last[:-1]
    return [*lines[: most - 1], f"{last}…"]


def _units(text: str, size: int, room: int, measure: Measure) -> Iterable[str]:
    """What no line may break, in order; a word wider than a line is cut."""
    for unit in _UNIT.findall(" ".join(text.split())):
        if measure(unit, size) <= room:
            yield unit
            continue
        piece = ""
        for character in unit:
            if piece and measure(piece + character, size) > room:
                yield piece
                piece = ""
            piece += character
        yield piece
