"""Numbers of a table whose unit stands at the head of their column: 金额（万元）, "Amount (£)"."""

import re
from collections.abc import Sequence

from corpus.models import Cell
from corpus.quantities.figures import figures
from corpus.quantities.units import CURRENCY, UNIT

_SCALED = rf"(?:[百千万亿]{{0,2}}(?:{UNIT})|万|(?:{CURRENCY})\s?(?:0?00s?|k|m|thousands?|millions?)?)"
_BRACKETS = re.compile(rf"[（(\[【]\s*(?:单位|unit|in)?\s*[:：]?\s*(?P<unit>{_SCALED})\s*[)）\]】]", re.IGNORECASE)
_NAMED = re.compile(rf"(?:单位\s*[:：]\s*|[/／]\s*|\bin\s)(?P<unit>{_SCALED})\s*$", re.IGNORECASE)
# a line above a table: 单位：万元, "Amounts in £000"
_CAPTION = re.compile(
    rf"^[（(]?\s*(?:[^，。；:：|]{{0,8}}单位\s*[:：]|(?:all )?"
    r"(?:amounts?|figures?|sums?|limits?|ceilings?|values?)(?: are)?,?(?: in)?\s*[:：]?)\s*"
    rf"(?P<unit>{_SCALED})\s*(?:, (?:in|ex)clu(?:ding|sive of)\b[^;.:|]{{0,20}})?[)）]?\s*[.:]?$",
    re.IGNORECASE,
)
_SUMS = re.compile(r"金额|数额|额度|限额|预算|费用|价|款|amount|value|worth|sum|cost|limit|price", re.IGNORECASE)
_SIGN = re.compile(rf"(?P<sign>{CURRENCY})\s?(?P<scale>0*s?|k|m|thousands?|millions?)", re.IGNORECASE)
_SCALES = {"000": "k", "000s": "k", "00": "", "thousand": "k", "thousands": "k", "million": "m", "millions": "m"}
# what a column of such a name counts
_COUNTED = {"天数": "天", "人数": "人", "次数": "次", "days": " days", "weeks": " weeks"}


def captioned(names: Sequence[str], above: str) -> tuple[str, ...]:
    """Return the heads of columns, those of sums with the unit that the line above the table states for all."""
    found = _CAPTION.match(above.strip())
    if not found:
        return tuple(names)
    return tuple(
        f"{name}（{found['unit']}）" if _SUMS.search(name) and unit_of(name) == ("", "") else name for name in names
    )


def unit_of(name: str) -> tuple[str, str]:
    """Return what the head of a column puts before each of its numbers, and what behind it."""
    words = name.strip()
    found = _BRACKETS.search(words) or _NAMED.search(words)
    if not found:
        return "", next((unit for end, unit in _COUNTED.items() if words.lower().endswith(end)), "")
    unit = found["unit"].strip()
    if sign := _SIGN.fullmatch(unit):
        scale = sign["scale"].lower()
        return sign["sign"], _SCALES.get(scale, scale)
    return "", f" {unit}" if unit[0].isascii() and unit[0].isalpha() else unit


def measured(cell: Cell) -> str:
    """Return the words of a cell, each bare number in them with the unit that the head of its column names."""
    before, behind = unit_of(cell.name)
    if not before and not behind:
        return cell.text
    words = cell.text
    for figure in reversed(figures(words)):
        if figure.unit or figure.before:
            continue
        added = behind.strip("万") if figure.scale and behind.startswith("万") else behind
        words = f"{words[: figure.start]}{before}{words[figure.start : figure.end]}{added}{words[figure.end :]}"
    return words
