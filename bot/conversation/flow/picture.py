"""A procedure's flow as PNG pictures, drawn with a font of its own: no network, no font of the machine."""

from collections.abc import Sequence
from functools import cache
from io import BytesIO

import pylopdf_fonts_zh_cn
from PIL import Image, ImageDraw, ImageFont

from bot.conversation.flow.layout import BADGE, GAP, PAD, SIZES, WIDTH, Box, Line, Page, Tone, page_of, pages
from bot.conversation.flow.ways import Way
from bot.conversation.rich import clean, formatting
from corpus.models import Procedure, Record

PAPER, INK, FAINT, ACCENT, TINT, RULE, WAY = (
    "#ffffff", "#1d2430", "#5b6675", "#a4420b", "#fff1e2", "#b9c2cf", "#1f5a96"
)  # fmt: skip
COLOURS: dict[Tone, str] = {
    Tone.TITLE: INK,
    Tone.WHO: INK,
    Tone.DOES: INK,
    Tone.LIMIT: FAINT,
    Tone.BRANCH: WAY,
    Tone.HERE: ACCENT,
    Tone.NOTE: FAINT,
}
# The font has one weight; a stroke of one pixel round each letter makes a bolder one.
BOLD = frozenset({Tone.TITLE, Tone.WHO, Tone.HERE})
# What printers set where a character is missing.
MISSING = "〓"
# No font has a glyph for this code point, so it shows what stands for a missing one.
_NOBODYS = "\U0010ffff"


class Picture(Record):
    """One picture of a flow, which of how many it is, from 0, and the numbers of the steps that it shows."""

    png: bytes
    place: int
    of: int
    shown: tuple[int, ...]


def picture(procedure: Procedure, at: int, place: int | None = None) -> Picture:
    """One picture of a procedure's flow with step `at` marked (0 for none): that step's, or the one at `place`."""
    made = pages(_drawable(procedure), at, width)
    chosen = page_of(made, at) if place is None else min(max(place, 0), len(made) - 1)
    shown = tuple(box.number for box in made[chosen].boxes)
    return Picture(png=png(made[chosen]), place=chosen, of=len(made), shown=shown)


def png(page: Page) -> bytes:
    """A page drawn."""
    image = Image.new("RGB", (WIDTH, page.height), PAPER)
    pen = ImageDraw.Draw(image)
    for box, after in zip(page.boxes, (*page.boxes[1:], None), strict=True):
        _draw_box(pen, box)
        if box.follows and (after or page.goes_on):
            _draw_arrow(pen, box)
    for to in dict.fromkeys(way.to for way in page.ways):
        _draw_ways(pen, [way for way in page.ways if way.to == to])
    for line in (*page.lines, *(line for box in page.boxes for line in (*box.lines, *box.when))):
        _write(pen, line)
    content = BytesIO()
    image.save(content, "PNG", optimize=True)
    return content.getvalue()


def width(text: str, size: int) -> float:
    """The width of a text in pixels."""
    return font(size).getlength(text)


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """The font in letters of a size in pixels."""
    return ImageFont.truetype(pylopdf_fonts_zh_cn.sans_path(), size, layout_engine=ImageFont.Layout.BASIC)


def drawable(text: str) -> str:
    """A text in one line with MISSING in place of characters that the font does not have."""
    shown = " ".join(clean(text).split())
    return "".join(c if has_glyph(c) else MISSING for c in shown if not formatting(c))


@cache
def has_glyph(character: str) -> bool:
    """Whether the font has a glyph for a character."""
    return character == " " or _drawn(character) != _drawn(_NOBODYS)


def _drawn(character: str) -> tuple[tuple[int, int], bytes]:
    mask = font(SIZES[Tone.DOES]).getmask(character)
    return mask.size, bytes(mask)


def _drawable(procedure: Procedure) -> Procedure:
    steps = [
        step.model_copy(
            update={"actor": drawable(step.actor), "action": drawable(step.action), "limit": drawable(step.limit)}
        )
        for step in procedure.steps
    ]
    return procedure.model_copy(update={"title": drawable(procedure.title), "steps": tuple(steps)})


def _draw_box(pen: ImageDraw.ImageDraw, box: Box) -> None:
    edge, line = (ACCENT, 5) if box.here else (RULE, 2)
    corners = (box.left, box.top, box.right, box.bottom)
    pen.rounded_rectangle(corners, 18, fill=TINT if box.here else PAPER, outline=edge, width=line)
    left, top = box.left + PAD, box.top + PAD
    pen.ellipse((left, top, left + BADGE, top + BADGE), fill=ACCENT if box.here else INK)
    middle = (left + BADGE / 2, top + BADGE / 2)
    pen.text(middle, str(box.number), PAPER, font(SIZES[Tone.LIMIT]), anchor="mm", stroke_width=1, stroke_fill=PAPER)


def _draw_arrow(pen: ImageDraw.ImageDraw, box: Box) -> None:
    x, top = box.left + PAD + BADGE // 2, box.bottom + 6
    tip = box.bottom + GAP - 6
    pen.line((x, top, x, tip - 12), FAINT, 4)
    pen.polygon(((x - 12, tip - 14), (x + 12, tip - 14), (x, tip)), FAINT)


def _draw_ways(pen: ImageDraw.ImageDraw, ways: Sequence[Way]) -> None:
    """Draws the ways to one step, over those to others with a gap at each crossing."""
    for way in ways:
        (x, y), *rest = way.corners
        pen.line(((x + 6, y), *rest[:-1], rest[-1]), PAPER, 12)
    for way in ways:
        pen.line(way.corners, WAY, 4, joint="curve")
        _draw_end(pen, way)


def _draw_end(pen: ImageDraw.ImageDraw, way: Way) -> None:
    """Draws an arrow in the direction of a way's last piece, or a bar across it."""
    (x0, y0), (x, y) = way.corners[-2:]
    if not way.to:
        pen.line((x, y - 12, x, y + 12), WAY, 5)
        return
    dx, dy = (x > x0) - (x < x0), (y > y0) - (y < y0)
    back, side = (x - 14 * dx, y - 14 * dy), (11 * dy, 11 * dx)
    pen.polygon(((x, y), (back[0] - side[0], back[1] - side[1]), (back[0] + side[0], back[1] + side[1])), WAY)


def _write(pen: ImageDraw.ImageDraw, line: Line) -> None:
    colour = COLOURS[line.tone]
    stroke = 1 if line.tone in BOLD else 0
    pen.text((line.x, line.y), line.text, colour, font(SIZES[line.tone]), stroke_width=stroke, stroke_fill=colour)
