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
# the same at the end of a caption, 表2 支出（单位：万元）
_BEHIND = re.compile(rf"[（(]\s*(?:金额)?单位\s*[:：]\s*(?P<unit>{_SCALED})\s*[)）]$")
_WORDS = {"euro": "EUR", "dollar": "$", "pound": "£", "rupee": "Rs"}
_MONEY = rf"(?:(?:{'|'.join(_WORDS)})s?\b|[百千万亿]{{0,2}}(?:元|圆|港币|人民币)|{CURRENCY})"
# what a document says of all its tables: 金额单位为元。 "All sums are in euro."
_STATED = re.compile(
    rf"(?:(?:金额|货币|计价|计量|数额)的?单位(?:均|一律|统一|都)*(?:为|是|[:：])|(?:金额|数额)(?:均|一律|统一|都)*以)\s*(?P<zh>{_MONEY})"
    r"(?:为单位|计)?(?=[。；;，,）)\s]|$)"
    rf"|\b(?:amounts|sums|figures|limits|values)\b(?:\s+(?:in|of)\s+(?:this|these|the|all)\s+\w+)?,?(?:\s+(?:are|all|stated|given|shown|expressed))*"
    rf"\s+in\s+(?P<en>{_MONEY})",
    re.IGNORECASE,
)
# a bare number of three digits or more beside a word for a bound: 不足3000, over 20,000, 5000（含）以上
_BARE = r"(?<![0-9.])[0-9][0-9,]{2,}(?![0-9.,]*[0-9])"
_ENDS = r"(?=\s*(?:$|[，,。；;（()）、]|以[上下内]|至|to\b|and\b))"
_BOUNDED = re.compile(
    rf"(?:不足|不满|不超过|超过|低于|高于|至|\b(?:up to|over|under|below|above|more than|less than|exceeding))"
    rf"\s*{_BARE}{_ENDS}"
    rf"|{_BARE}\s*(?:[（(][^（()）]{{1,4}}[）)])?\s*(?:以[上下内]|及以[上下]|至)",
    re.IGNORECASE,
)
# a head that is itself a bound: up to 3,000; over 3,000 to 20,000
_HEAD = re.compile(rf"\s*(?:(?:up )?to|over|above|more than|below|under|from)\s+{_BARE}", re.IGNORECASE)
_SUMS = re.compile(r"金额|数额|额度|限额|预算|费用|价|款|amount|value|worth|sum|cost|limit|price", re.IGNORECASE)
_SIGN = re.compile(rf"(?P<sign>{CURRENCY})\s?(?P<scale>0*s?|k|m|thousands?|millions?)", re.IGNORECASE)
_SCALES = {"000": "k", "000s": "k", "00": "", "thousand": "k", "thousands": "k", "million": "m", "millions": "m"}
# what a column of such a name counts: 天数, 受影响户数; days, number of pupils, members without power
_COUNTED_ZH = re.compile("(?P<unit>[天人次户件台页份辆])数$")
_COUNTED = re.compile(
    r"(?:.*\b)?(?P<last>days|weeks|months|hours)$|(?:(?:number|no\.?) of )?(?P<first>[a-z]+s)\b", re.IGNORECASE
)
_COUNTS = re.compile(rf"(?:{UNIT})", re.IGNORECASE)


def stated(line: str) -> str:
    """Return the unit of money in which a document says that its tables are, "" where a line says nothing of it."""
    found = _STATED.search(line)
    unit = (found["zh"] or found["en"]).strip() if found else ""
    return _WORDS.get(unit.lower().removesuffix("s"), unit)


def captioned(names: Sequence[str], above: str, unit: str = "", rows: Sequence[Sequence[str]] = ()) -> tuple[str, ...]:
    """Return the heads of columns, those of sums with the unit that the line above the table states for all.

    `unit` is the document's own, for a table without one above it, and `rows` are its cells: whatever its head says,
    a column with bare numbers as bounds is one of sums.
    """
    caption = _CAPTION.match(above.strip()) or _BEHIND.search(above.strip())
    told = caption["unit"] if caption else unit
    if not told:
        return tuple(names)
    return tuple(
        f"{name}（{told}）"
        if (_SUMS.search(name) or _HEAD.match(name) or _sums(n, rows)) and unit_of(name) == ("", "")
        else name
        for n, name in enumerate(names)
    )


def _sums(n: int, rows: Sequence[Sequence[str]]) -> bool:
    return any(n < len(cells) and bool(_BOUNDED.search(cells[n])) for cells in rows)


def unit_of(name: str) -> tuple[str, str]:
    """Return what the head of a column puts before each of its numbers, and what behind it."""
    words = name.strip()
    found = _BRACKETS.search(words) or _NAMED.search(words)
    if not found:
        return "", _counted(words)
    unit = found["unit"].strip()
    if sign := _SIGN.fullmatch(unit):
        scale = sign["scale"].lower()
        return sign["sign"], _SCALES.get(scale, scale)
    return "", f" {unit}" if unit[0].isascii() and unit[0].isalpha() else unit


def _counted(name: str) -> str:
    """Return what stands behind a number where the name of its column tells what it counts."""
    if found := _COUNTED_ZH.search(name):
        return found["unit"]
    named = _COUNTED.match(name)
    noun = (named["last"] or named["first"]).lower() if named else ""
    return f" {noun}" if _COUNTS.fullmatch(noun) else ""


_ONE_ZH = re.compile("一(?=[一-鿿])(?![百千万亿以至到])")  # 同一部门, 一次性: no number of sums


def measured(cell: Cell) -> str:
    """Return the words of a cell, each bare number in them with the unit that the head of its column names."""
    before, behind = unit_of(cell.name)
    if not before and not behind:
        return cell.text
    words = cell.text
    for figure in reversed(figures(words)):
        if figure.unit or figure.before or _ONE_ZH.match(words, figure.start):
            continue
        added = behind.strip("万") if figure.scale and behind.startswith("万") else behind
        words = f"{words[: figure.start]}{before}{words[figure.start : figure.end]}{added}{words[figure.end :]}"
    return words
