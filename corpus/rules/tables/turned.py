"""English rows turned about: an act before those who do it, or under each office what it does and up to which sum.

Approved | Clerk | Board under "Boats" and "Nets"; Posting | recommends | approves up to 2 years under "Mate" and "Owner".
"""

import re
from collections.abc import Sequence

from corpus.models import Act, Cell
from corpus.passages import chinese
from corpus.quantities import ranges
from corpus.rules.english.grammar.verbs import form_of
from corpus.rules.named import named
from corpus.rules.tables import header
from corpus.rules.verbs import act_of

# an actor, what he does, the word for it, the cell that says so, and in which case
Acting = tuple[str, Act, str, Cell, str]

_LONGEST = 3  # words that say what is done: advised on, put forward by
_FEWEST = 2  # columns of cases, or offices that do something
_DOES = re.compile(r"(?P<verb>[a-z]+s)(?:\s+(?P<rest>.+))?", re.IGNORECASE)


def turned(cells: Sequence[Cell]) -> list[Acting]:
    """Read a row that opens with an act and names who does it in each case at the heads: Approved | Clerk | Board."""
    first, *others = cells or (None,)
    told = [cell for cell in others if not header.nobody(cell.text)]
    act = _done(first) if first else None
    if act is None or len(told) < _FEWEST - 1 or len(others) < _FEWEST:
        return []
    cases = all(cell.name.strip() and not isinstance(header.column(cell.name), Act) for cell in others)
    if not cases or not all(named(cell.text.strip()) and not named(cell.name.strip()) for cell in told):
        return []
    verb = first.text.strip() if first else ""
    return [
        (cell.text.strip()[start:end], act, verb, cell, cell.name.strip())
        for cell in told
        for start, end in named(cell.text.strip())
    ]


def _done(cell: Cell) -> Act | None:
    """Return the act that a cell says to be done and nothing else: Proposed, Advised on; None for any other words."""
    words = cell.text.strip().split()
    form = form_of(words[0].lower()) if words and len(words) <= _LONGEST else None
    rest = all(word in ("by", "on", "up", "off", "forward", "in") for word in words[1:])
    return (
        act_of(words[0])
        if form and form.kind == "n" and rest and not isinstance(header.column(cell.name), Act)
        else None
    )


def doing(cells: Sequence[Cell]) -> list[Acting]:
    """Read a row whose cells say in a verb what the office at the head does, two at least: certifies | approves over £9."""
    told = [cell for cell in cells[1:] if not header.nobody(cell.text)]
    if len(told) < _FEWEST or any(chinese(cell.text) or not named(cell.name.strip()) for cell in told):
        return []
    found = [one for cell in told for one in _does(cell)]
    return found if len(found) == len(told) else []


def _does(cell: Cell) -> list[Acting]:
    said = _DOES.fullmatch(cell.text.strip())
    form = form_of(said["verb"].lower()) if said else None
    if not said or not form or form.kind != "s":
        return []
    act, rest = act_of(said["verb"]), said["rest"] or ""
    bounds = [one for one in ranges(rest) if one.low != one.high]
    short = not bounds and len(rest.split()) < _LONGEST and rest.islower()
    if act is None or (rest and not bounds and not short):
        return []
    return [(cell.name.strip(), act, said["verb"], cell, rest if bounds else "")]
