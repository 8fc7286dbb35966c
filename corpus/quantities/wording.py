"""The amounts that a text names and the ranges that its words make of them; for rules and questions alike."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from corpus.models import Record
from corpus.quantities.bounds import BEFORE, Bound, bound
from corpus.quantities.ends import completed, ends
from corpus.quantities.figures import TO, Figure
from corpus.quantities.units import Measure, unit_of, worth
from corpus.quantities.values import Amount, Range


class _Quantity(Record):
    """An amount with the upper end of what it spans, for "3万多" and "两三天"."""

    amount: Amount
    until: Decimal | None
    vague: bool


_TRIVIAL = re.compile(
    r"(?:[，,、;；\s]|但是?|且|并|而|又|同时|和|至|到|在|于|and|but|(?:do|is|are)(?:es)?\b){0,6}", re.IGNORECASE
)
# £10,000 but less than £50,000: the first sum is where it begins
_BUT = re.compile(r"[，,]?\s?(?:but|但)\s?", re.IGNORECASE)
_BUT_NOT = re.compile(r"[，,]?\s?but not\s", re.IGNORECASE)
# 1万元至不足5万元, from £500 to under £2,000: the first sum is where a range begins that the second only bounds
_TO_BOUND = re.compile(rf"\s?{TO}\s?", re.IGNORECASE)
# 5万元＜金额≤10万元: what is compared stands between its two bounds
_FACING = re.compile(r"\s?(?:(?P<inside>[≤≦⩽]|[<＜][=＝])|[<＜])\s?(?=[^\s，。；,;0-9])")
_FACED = re.compile(r"[^，。；,;0-9|]{1,8}?\s?")
# 不超过预算的10%: a share of what is named before it
_OF_WHAT = re.compile(
    rf"(?!满)(?P<bound>{BEFORE})(?:[一-鿿]{{1,8}}的|[一-鿿]{{0,4}}(?:预算|概算|总量|价款|价格|经费|收入|支出|成本|编制|基数|工资|[价额款值费]))$"
)
# a number that may be a sum although nothing says so: in digits, and not of a noun right behind it
_BARE = re.compile(
    r"[一二两三四五六七八九][百千][零一二三四五六七八九十百]*(?=[，。？！,?!]|$)|[0-9０-９]+(?:[,.，][0-9０-９]+)*(?![0-9０-９]|[,.，][0-9０-９]|[一-鿿](?<![的以左多上下，现谁可够要得该需应能是也就吗呢怎超走归报由算行整买租修付换做卖赔借捐退])|行[政业为人李程动使])"
)
_LEAST_SUM = 10
# back in 2024, since 2019: a year is no sum
_YEAR = re.compile(r"\b(?:in|since|during|until|early|late|mid)[ -](?:19|20)[0-9]{2}$", re.IGNORECASE)
_REACH_OF_YEAR = 8
_FAR = 20  # characters before a share in which what it is a share of stands
_MONEYED = re.compile(r"[千万亿wkm]|bn|grand|lakh|lac|crore|thousand|[mb]illion", re.IGNORECASE)


def _quantity(text: str, figure: Figure, money: bool) -> _Quantity | None:
    """Return the amount a number is; 8万 and 90k are money of no named currency, a bare number only if `money`."""
    printed, at, where = (figure.before, 0, figure.before) if figure.before else (figure.unit, figure.at, text)
    known = unit_of(printed, where if at >= 0 else printed, max(0, at))
    summed = money and figure.value >= _LEAST_SUM and _BARE.match(text, figure.start) is not None
    summed = summed and _YEAR.search(text[: figure.end], max(0, figure.start - _REACH_OF_YEAR)) is None
    if known is None and (figure.unit or not (summed or _MONEYED.search(figure.scale))):
        return None
    measure, unit, times = known or (Measure.MONEY, "", (1, 1))
    value = worth(figure.value, times)
    until = None if figure.until is None else worth(figure.until, times)
    amount = Amount(measure=measure, unit=unit, value=value, start=figure.start, end=figure.end)
    return _Quantity(amount=amount, until=until, vague=figure.vague)


def _quantities(text: str, money: bool = False) -> list[_Quantity]:
    return [q for figure in completed(text) if (q := _quantity(text, figure, money))]


def amounts(text: str) -> list[Amount]:
    """Return the quantities in a text, in order; a bare "8万" is money of no named currency (unit "")."""
    return [quantity.amount for quantity in _quantities(text)]


def _bound(text: str, amount: Amount, above_in: bool | None, below_in: bool | None) -> Bound:
    """Return how the words round an amount bound it, also from afar: 不超过预算的10%, 5万元＜金额."""
    said = bound(text, amount.start, amount.end, above_in, below_in)
    if said.side:
        return said
    if found := _FACING.match(text, said.end):
        return Bound(side="low", included=bool(found["inside"]), start=amount.start, end=found.end())
    of = _OF_WHAT.search(text, max(0, amount.start - _FAR), amount.start) if amount.measure is Measure.SHARE else None
    if not of:
        return said
    near = bound(
        f"{of['bound']}{text[amount.start : amount.end]}",
        len(of["bound"]),
        len(of["bound"]) + amount.end - amount.start,
        None,
        None,
    )
    return near.model_copy(update={"start": of.start(), "end": said.end})


def _half(text: str, quantity: _Quantity, above_in: bool | None, below_in: bool | None) -> Range:
    """Return the range that the words round one amount make of it: a point when they don't bound it."""
    amount = quantity.amount
    said = _bound(text, amount, above_in, below_in)
    inside = said.included is not False
    low = high = amount.value
    if not said.side and quantity.until is not None:
        high, inside = quantity.until, not quantity.vague
    return Range(
        measure=amount.measure,
        unit=amount.unit,
        low=None if said.side == "high" else low,
        low_in=inside,
        high=None if said.side == "low" else high,
        high_in=inside,
        start=said.start,
        end=said.end,
    )


def _joined(text: str, left: Range, right: Range, at: int) -> Range | None:
    """Join the two ends of "A至B", and two bounds that stand side by side; `at` is where B's number begins."""
    if (left.measure, left.unit) != (right.measure, right.unit):
        return None
    point = left.low is not None and left.high in (None, left.low) and right.low in (None, right.high)
    joint = point and ends(text, left.start, text[left.end : at], right.end)
    between = text[left.end : max(left.end, right.start)]
    trivial = _TRIVIAL.fullmatch(between) or (
        _FACED.fullmatch(between) and _FACING.search(text[left.start : left.end + 1])
    )
    if point and right.low is None and (_BUT.fullmatch(between) or _TO_BOUND.fullmatch(between)):
        return _spanning(left, right, left, right)
    if left.high is None and right.low == right.high and _BUT_NOT.fullmatch(between):
        return _spanning(left, right, left, right)
    if joint or (trivial and left.high is None and right.low is None):
        return _spanning(left, right, left, right)
    if trivial and left.low is None and right.high is None:
        return _spanning(right, left, left, right)
    return None


def _as_defined(text: str, found: Range, above_in: bool | None, below_in: bool | None) -> Range:
    """Return A至B as a document reads its ends: where 以下 leaves out its number, B belongs to the next step."""
    if "含" in text[found.start : found.end]:
        return found
    low_in, high_in = above_in is not False or below_in is False, below_in is not False or above_in is False
    return found.model_copy(update={"low_in": low_in, "high_in": high_in})


def _spanning(low: Range, high: Range, first: Range, last: Range) -> Range | None:
    """Return the range between the bounds of two; None when there is nothing between them."""
    if low.low is None or high.high is None or low.low >= high.high:
        return None
    bounds = {"low": low.low, "low_in": low.low_in, "high": high.high, "high_in": high.high_in}
    return first.model_copy(update=bounds | {"end": last.end})


def _one_currency(found: Sequence[_Quantity]) -> list[_Quantity]:
    """Give money of no named currency the one that the text names."""
    named = {q.amount.unit for q in found if q.amount.measure is Measure.MONEY and q.amount.unit}
    if len(named) != 1:
        return list(found)
    unit = {"unit": named.pop()}
    money = [q.amount.measure is Measure.MONEY for q in found]
    return [
        q.model_copy(update={"amount": q.amount.model_copy(update=unit)}) if paid else q
        for q, paid in zip(found, money, strict=True)
    ]


def ranges(text: str, above_in: bool | None = None, below_in: bool | None = None, money: bool = False) -> list[Range]:
    """Return the ranges a text speaks of, in order; an amount that no word bounds is a range of one value.

    With `money` a number without a unit is a sum of money: what a question means where a ladder goes by sums.
    `above_in` and `below_in` are a document's own definition of 以上 and 以下; None is the custom (Civil Code,
    article 1259): 以上、以下、以内 include the number, 不满、超过、以外 don't.
    """
    return list(_ranges(text, above_in, below_in, money))


# a clause and a rule's condition are read again for every question that finds them
@lru_cache(maxsize=16384)
def _ranges(text: str, above_in: bool | None, below_in: bool | None, money: bool) -> tuple[Range, ...]:
    result: list[Range] = []
    for quantity in _one_currency(_quantities(text, money)):
        if result and quantity.amount.start < result[-1].end:
            continue  # the sum repeated in 以上（含5万元）
        half = _half(text, quantity, above_in, below_in)
        joined = _joined(text, result[-1], half, quantity.amount.start) if result else None
        if joined and result[-1].low == result[-1].high and half.low == half.high:
            joined = _as_defined(text, joined, above_in, below_in)
        result[-1:] = [joined] if joined else [*result[-1:], half]
    return tuple(_shared(text, result))


# 单件五万元或者批量二十万元以上: what bounds the second bounds the first
_OR = re.compile("[，、]?(?:或者?|或是)[^，。；0-9零一二两三四五六七八九十百千万]{1,8}")
_DIGIT = re.compile("[0-9零一二两三四五六七八九十百千万]")


def _shared(text: str, found: list[Range]) -> list[Range]:
    """Give a sum without a bound that of the one it is offered with as an alternative."""
    for n in range(len(found) - 1, 0, -1):
        first, second = found[n - 1], found[n]
        bare, bound = first.low is not None and first.low == first.high, second.low != second.high
        half = second.low is None or second.high is None
        behind = bound and half and _DIGIT.match(text, second.start) is not None
        if bare and behind and first.measure is second.measure and _OR.fullmatch(text, first.end, second.start):
            low, high = (None, first.high) if second.low is None else (first.low, None)
            bounds = {"low": low, "high": high, "low_in": second.low_in, "high_in": second.high_in}
            found[n - 1] = first.model_copy(update=bounds)
    return found
