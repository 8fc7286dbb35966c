"""Days printed in numbers alone, 05/01/2023: which of them is the month, by the other days of the document."""

import re
from collections.abc import Sequence

from corpus.sentences import Sentence

_DAY = re.compile(
    r"(?<![\d/.-])(?P<first>\d{1,2})(?P<sep>[/.-])(?P<second>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d{2})(?![\d/-]|\.\d)"
)
_MONTHS = 12


def day_first(text: str) -> bool | None:
    """Tell whether a text prints the day before the month; None where nothing in it settles that.

    Between dots the day comes first wherever days are printed so.
    """
    found = [one for one in _DAY.finditer(text) if one["sep"] != "."]
    orders = {int(one["first"]) > _MONTHS for one in found if max(int(one["first"]), int(one["second"])) > _MONTHS}
    return orders.pop() if len(orders) == 1 else None


def written_out(said: Sequence[Sentence], order: bool | None) -> list[Sentence]:
    """Return sentences with their days as 2023-01-05; those that nothing settles stay as they are printed."""
    return [one._replace(words=_DAY.sub(lambda day: _plain(day, order), one.words)) for one in said]


def unclear(said: Sequence[Sentence]) -> tuple[str, ...]:
    """Return the days that are left in numbers alone, as printed."""
    return tuple(dict.fromkeys(found[0] for one in said for found in _DAY.finditer(one.words)))


def _plain(found: re.Match[str], order: bool | None) -> str:
    first, second = int(found["first"]), int(found["second"])
    if first > _MONTHS or second > _MONTHS:
        order = first > _MONTHS
    elif first == second or found["sep"] == ".":
        order = True
    if order is None:
        return found[0]
    day, month = (first, second) if order else (second, first)
    return f"{found['year']}-{month:02}-{day:02}"
