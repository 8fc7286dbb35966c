"""Rows of a matrix of authority: whoever decides stands where a matter or an office crosses a case or a sum."""

import re
from collections.abc import Callable, Sequence

from corpus.models import Act, Cell, Rule
from corpus.passages import chinese
from corpus.quantities import ranges
from corpus.quantities.headed import measured
from corpus.rules.beyond import goes_beyond
from corpus.rules.deeds import Deed
from corpus.rules.named import named
from corpus.rules.tables import header

MATTER_LENGTH = 60
# in which case somebody decides, and the cell that names him or stands under his name
Case = tuple[str, Cell]
Read = Callable[[str], Sequence[Deed]]

_TICK = re.compile(r"(?:[√✓✔☑●•★▲xX]|yes)", re.IGNORECASE)
_FIGURE = re.compile(
    r"[£$€¥]?\s?[0-9][0-9,.]*(?:\s?(?:million|m|k|thousand)\b)?(?:\s?(?:[A-Z]{3}|euro|dollars?|pounds?)\b)?"
)
_SUM = re.compile(r"[£$€¥]\s?[0-9][0-9,.]*(?:\s?(?:million|m|k))?")
_JOINTLY = re.compile(r",? (?:acting |both )?(?:together|jointly)$", re.IGNORECASE)
_UNIT = re.compile(r"（[^（）]*）$")
_FEWEST = 2  # columns beside the number of a row: its matter, and one amount
_DECIDED = (Act.DECIDE, header.Column.MATTER, header.Column.OTHER)
_OFFICE = re.compile(
    r"^(?:role|post|position|office(?:r|-?holder)?|job title|title|holder|rank|who|name of post)s?$", re.IGNORECASE
)
_LIMIT = re.compile(r"\b(?:limit|ceiling|cap|maximum|authority|up to)\b", re.IGNORECASE)


def firm(cells: Sequence[Cell], decided: bool) -> list[Case]:
    """Return the cases of a row that can hardly be read as a list of who does which act.

    `decided` tells that what leads to the table says that somebody decides.
    """
    ticking = decided or not any(chinese(cell.name) for cell in cells)
    return (_matrix(cells) if decided else []) or (_ticked(cells) if ticking else [])


def likely(cells: Sequence[Cell]) -> list[Case]:
    """Return the cases of a row in which nothing else was read."""
    return _conditioned(cells) or _limits(cells) or _stepped(cells)


def rules_of(document: str, link: str, cases: Sequence[Case], deeds: Read) -> list[Rule]:
    """Return who decides in each case: the cells that name them, or whose heads do, with the condition each is for.

    What a tick is for is its matter and bounds nothing; `deeds` reads what follows a name: Dean, after the Clerk has checked.
    """
    return [
        Rule(
            document=document,
            clause=link,
            actor=actor,
            act=act,
            verb=verb,
            matter=said[:MATTER_LENGTH] if _TICK.fullmatch(cell.text.strip()) else "",
            condition="" if _TICK.fullmatch(cell.text.strip()) else said,
            place=list(Act).index(act) + 1 if verb else 1,
            start=cell.start,
            end=cell.end,
        )
        for said, cell in cases
        for actor, act, verb in _acting(cell.text if named(_JOINTLY.sub("", cell.text)) else cell.name, deeds)
    ]


def _acting(words: str, deeds: Read) -> list[tuple[str, Act, str]]:
    """Return those whom words name as deciding, and what they say behind the names that others do."""
    words = _JOINTLY.sub("", words)
    spans = named(words)
    behind = [] if chinese(words) else [one for one in deeds(words) if spans and one.start >= spans[-1][1]]
    return [(words[s:e], Act.DECIDE, "") for s, e in spans] + [(one.actor, one.act, one.verb) for one in behind]


def _conditioned(cells: Sequence[Cell]) -> list[Case]:
    """Read a row whose first cell bounds it and whose others name who decides under the condition heading them."""
    first, *others = cells or (None,)
    if first is None or not ranges(measured(first)):
        return []
    told = [c for c in others if c and header.column(c.name) is header.Column.OTHER and not header.nobody(c.text)]
    return [(f"{cell.name}；{measured(first)}", cell) for cell in told]


def _ticked(cells: Sequence[Cell]) -> list[Case]:
    """Read a row whose cells tick who decides, or say up to which sum each may: Matter | Dean | Court; Nets | up to £9 | ✓."""
    first, *others = cells or (None,)
    told = [cell for cell in others if not header.nobody(cell.text)]
    if first is None or not told or not all(named(cell.name.strip()) for cell in told) or named(first.name.strip()):
        return []
    ticked = [cell for cell in told if _TICK.fullmatch(cell.text.strip())]
    if len(ticked) == len(told):
        return [(first.text.strip(), cell) for cell in told] if header.column(first.name) in _DECIDED else []
    bounded = [cell for cell in told if cell in ticked or _bounds(cell)]
    summed = figures(cells)
    if len(summed) == len(told):
        return summed
    return [(f"{first.text.strip()}；{cell.text.strip()}", cell) for cell in told] if bounded == told else []


def figures(cells: Sequence[Cell]) -> list[Case]:
    """Return up to which sum each office at the heads decides, by two sums at least: Item | Mate | Owner; Nets | £9 | over £9."""
    first, *others = cells or (None,)
    if first is None or named(first.name.strip()):
        return []
    sums = [(cell, _bounds(cell)) for cell in others if _SUM.fullmatch(cell.text.strip()) or _bounds(cell)]
    if len(sums) < _FEWEST or not all(named(cell.name.strip()) for cell, _ in sums):
        return []
    return [(f"{first.text.strip()}；{'' if bound else 'up to '}{cell.text.strip()}", cell) for cell, bound in sums]


def _bounds(cell: Cell) -> bool:
    """Tell whether a cell holds nothing but one bound: up to £9."""
    found = [one for one in ranges(measured(cell)) if one.low != one.high]
    return len(found) == 1 and not (cell.text[: found[0].start] + cell.text[found[0].end :]).strip(" .,;")


def _stepped(cells: Sequence[Cell]) -> list[Case]:
    """Read a row that names who decides on a matter under each of the amounts at the heads: Item | up to £9 | over £9.

    The number that a row opens with is not its matter; a last head of no amount goes on from the one before: beyond.
    """
    cells = cells[1:] if len(cells) > _FEWEST and header.numbers(cells[0]) else cells
    first, *others = cells or (None,)
    told = [(n, cell) for n, cell in enumerate(others) if not header.nobody(cell.text)]
    heads = _steps([cell.name for cell in others])
    if first is None or len({heads[n] for n, _ in told if heads[n]}) < len(("one", "other")):
        return []
    who = [(heads[n], cell) for n, cell in told if named(cell.text) or _names_more(cell.text)]
    whole = all(heads[n] for n, _ in told) and len(who) * 2 > len(told)
    return [(f"{first.text.strip()}；{head}", cell) for head, cell in who] if whole else []


def _names_more(words: str) -> bool:
    """Tell whether a cell opens with a name and goes on: President, after notice to the Board."""
    return not chinese(words) and bool(named(words.partition(",")[0].partition(" with ")[0]))


def _steps(heads: Sequence[str]) -> list[str]:
    """Return the amounts at the heads of columns, each from where the one before ends: up to £9 | up to £90 | beyond."""
    said: list[str] = []
    most = ""
    for head in heads:
        bare = _UNIT.sub("", head.strip())
        words = measured(Cell(name=head, text=bare, start=0, end=len(bare)))
        words = re.sub(r"^to (?=[£$€¥0-9])", "up to ", words, flags=re.IGNORECASE)
        bounds = [one for one in ranges(words) if one.low != one.high]
        figure = [one.strip() for one in _FIGURE.findall(words)]
        if bounds and figure:
            under = words.startswith(("up to", "Up to", "below", "under")) and most and len(figure) == 1
            said.append(f"over {most} {words[:1].lower()}{words[1:]}" if under else words)
            most = figure[-1]
        else:
            said.append(f"over {most}" if most and goes_beyond(words) else "")
    return said


def _limits(cells: Sequence[Cell]) -> list[Case]:
    """Read a row that names an office and up to which sum it decides: Role | Spending limit; Dean | £900."""
    offices = [cell for cell in cells if _OFFICE.match(cell.name.strip()) and named(cell.text)]
    limits = [
        cell for cell in cells if _LIMIT.search(cell.name) and cell not in offices and not header.nobody(cell.text)
    ]
    if len(offices) != 1 or len(limits) != 1:
        return []
    words = measured(limits[0])
    bare = bool(ranges(words)) and all(found.low == found.high for found in ranges(words))
    return [(f"up to {words}" if bare else words, offices[0])]


def _matrix(cells: Sequence[Cell]) -> list[Case]:
    """Read a row that says who decides on somebody's matter in each case: 谁出差 | 省内 | 省外; 职工 | 主任 | 馆长."""
    first, *others = cells or (None,)
    if first is None or len(others) < 2 or not all(named(cell.text.strip()) for cell in others):
        return []
    heads = [cell.name for cell in others]
    cases = all(header.column(head) is header.Column.OTHER and not named(head.strip()) for head in heads)
    return (
        [(f"{first.text.strip()}；{cell.name}", cell) for cell in others] if cases and all(map(chinese, heads)) else []
    )
