"""Money, durations, counts and shares, and the bounds that words put on them; for rules and questions alike."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from corpus.models import Record


class Measure(StrEnum):
    """What a quantity measures; only quantities of one measure and unit are compared."""

    MONEY = "money"
    DAYS = "days"
    COUNT = "count"
    SHARE = "share"


class Amount(Record):
    """One number with its unit: a currency code, "day", "%" or the counted noun; durations are in days."""

    measure: Measure
    unit: str
    value: Decimal
    start: int
    end: int


class Range(Record):
    """The values a condition allows: None is no bound, `low_in` and `high_in` whether the bound itself counts."""

    measure: Measure
    unit: str
    low: Decimal | None
    low_in: bool
    high: Decimal | None
    high_in: bool
    start: int
    end: int

    def holds(self, other: "Range") -> bool:
        """Tell whether some value lies in both ranges."""
        if self.measure is not other.measure or (self.unit and other.unit and self.unit != other.unit):
            return False
        return _below(self.low, self.low_in, other.high, other.high_in) and _below(
            other.low, other.low_in, self.high, self.high_in
        )


def _below(low: Decimal | None, low_in: bool, high: Decimal | None, high_in: bool) -> bool:
    if low is None or high is None:
        return True
    return low < high or (low == high and low_in and high_in)


_CJK = {c: n for n, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "伍": 5,
    "拾": 10,
}
_SCALE = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000, "k": 1000, "m": 1_000_000, "bn": 1_000_000_000,
          "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "w": 10_000}  # fmt: skip
_EN_NUMBERS: dict[str, Decimal] = {w: Decimal(n) for n, w in enumerate(
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]
)} | {"thirty": Decimal(30), "forty": Decimal(40), "fifty": Decimal(50), "sixty": Decimal(60), "ninety": Decimal(90), "half a": Decimal("0.5")}  # fmt: skip
_NUMBER = r"(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?:[.．][0-9０-９]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?|[零〇一二两三四五六七八九十百千]+|半)"
_BIG = r"(?:\s?(?:亿|万|千|百|[wkKmM](?![a-zA-Z])|bn\b|thousand\b|million\b|billion\b))*"
_CURRENCIES: tuple[tuple[str, str], ...] = (
    (r"元|块钱?|圆|人民币|[Yy]uan|RMB|CNY|￥|¥", "CNY"),
    (r"英镑|pounds?|GBP|£", "GBP"),
    (r"美元|dollars?|USD|\$", "USD"),
    (r"欧元|euros?|EUR|€", "EUR"),
)
_DAYS: tuple[tuple[str, Decimal], ...] = (
    (
        r"个?工作日|working days?|school days?|clear days?|calendar days?|days?|天|日(?!常|期)|昼夜",
        Decimal(1),
    ),
    (r"个?(?:星期|礼拜)|周(?!年|期|末|转)|weeks?", Decimal(7)),
    (r"个月|months?", Decimal(30)),
    (r"年(?!度|级|[0-9])|years?", Decimal(365)),
    (r"个?小时|钟头|hours?", Decimal(1) / 24),
)
_COUNTED = r"人次|人|名|位|个|件|台|次|项|家|份|票|辆|套|平方米|平米|课时|学时|分"
_ENGLISH_NUMBER = r"\b(?:" + "|".join(sorted(_EN_NUMBERS, key=len, reverse=True)) + r")\b"
_QUANTITY = re.compile(
    rf"(?P<before>[￥¥£$€]|RMB\s?|CNY\s?|GBP\s?)?\s?(?P<number>{_NUMBER}|{_ENGLISH_NUMBER})(?P<big>{_BIG})\s?"
    rf"(?P<unit>{'|'.join(p for p, _ in _CURRENCIES)}|{'|'.join(p for p, _ in _DAYS)}|%|％|per cent|percent|{_COUNTED})?",
    re.IGNORECASE,
)
_SHARE = re.compile(r"(?P<n>[零一二三四五六七八九十百]+)分之(?P<m>[零一二两三四五六七八九十百]+)")


def number(words: str) -> Decimal | None:
    """Return the value of a number in digits or Chinese characters ("80,000", "一百二十", "半"); None for none."""
    plain = words.translate(str.maketrans("０１２３４５６７８９．，", "0123456789.,")).replace(",", "")
    if plain == "半":
        return Decimal("0.5")
    if plain.lower() in _EN_NUMBERS:
        return _EN_NUMBERS[plain.lower()]
    try:
        return Decimal(plain)
    except InvalidOperation:
        return _chinese(plain)


def _chinese(words: str) -> Decimal | None:
    total, digit = Decimal(0), None
    for c in words:
        if c in ("十", "百", "千"):
            total += (1 if digit is None else digit) * _SCALE[c]
            digit = None
        elif c in _CJK:
            digit = _CJK[c] if digit is None else digit * 10 + _CJK[c]
        else:
            return None
    return total + (digit or 0)


def _scaled(found: re.Match[str]) -> Decimal | None:
    value = number(found["number"])
    if value is None:
        return None
    for big in re.findall(r"亿|万|千|百|[a-zA-Z]+", found["big"] or ""):
        value *= _SCALE[big.lower()]
    return value


def _measured(found: re.Match[str]) -> tuple[Measure, str, Decimal] | None:
    """Return the measure and unit of a match, and what one unit is worth; None for a bare number."""
    unit, before = found["unit"] or "", (found["before"] or "").strip()
    for pattern, code in _CURRENCIES:
        if (unit and re.fullmatch(pattern, unit, re.IGNORECASE)) or (
            before and re.fullmatch(pattern, before, re.IGNORECASE)
        ):
            return Measure.MONEY, code, Decimal(1)
    for pattern, days in _DAYS:
        if unit and re.fullmatch(pattern, unit, re.IGNORECASE):
            return Measure.DAYS, "day", days
    if unit in ("%", "％") or unit.lower() in ("per cent", "percent"):
        return Measure.SHARE, "%", Decimal(1)
    if unit:
        return Measure.COUNT, unit, Decimal(1)
    big = (found["big"] or "").strip().lower()
    return (
        (Measure.MONEY, "", Decimal(1))
        if big in ("万", "亿", "w", "k", "m", "千", "百万", "million", "thousand")
        else None
    )


def amounts(text: str) -> list[Amount]:
    """Return the quantities in a text, in order; a bare "8万" is money of no named currency (unit "")."""
    result = []
    for found in _QUANTITY.finditer(text):
        value, measured = _scaled(found), _measured(found)
        if value is None or measured is None or _part_of_a_date(text, found):
            continue
        measure, unit, worth = measured
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        result.append(Amount(measure=measure, unit=unit, value=value * worth, start=start, end=found.end()))
    return result


def _part_of_a_date(text: str, found: re.Match[str]) -> bool:
    """Tell whether a match is the year, month or day of a date, or the number of an article."""
    unit = found["unit"] or ""
    if unit == "年" and len(found["number"]) == 4:
        return True
    if unit == "日" and re.search(r"月\s?$", text[: found.start()]):
        return True
    return bool(re.search(r"第\s?$", text[: found.start()]))


_INCLUDED = r"(?:[（(](?P<not>不)?含(?:本数|本级)?[^（）()]{0,6}[）)])?"
_AFTER = re.compile(
    rf"\s?(?P<first>{_INCLUDED})\s?(?P<word>及?以上|及?以下|以内|之内|以里|以外|or more|or above|and above|or over|or less|or below|or under|or fewer|and under|and below)\s?"
    + _INCLUDED.replace("<not>", "<not2>"),
    re.IGNORECASE,
)
_HIGH = {"以下": True, "及以下": True, "以内": True, "之内": True, "以里": True, "or less": True, "or below": True, "or under": True,
         "or fewer": True, "and under": True, "and below": True}  # fmt: skip
_LOW = {
    "以上": True,
    "及以上": True,
    "以外": False,
    "or more": True,
    "or above": True,
    "and above": True,
    "or over": True,
}
_BEFORE: tuple[tuple[re.Pattern[str], str, bool], ...] = tuple(
    (re.compile(pattern + r"\s*$", re.IGNORECASE), side, included)
    for pattern, side, included in (
        (r"(?:不超过|不高于|不多于|不大于|至多|最多|不得超过|up to and including|up to|not exceeding|not more than|no more than|at most|not above|not over|maximum of|within)", "high", True),
        (r"(?:不低于|不少于|不小于|至少|最少|达到|at least|not less than|no less than|minimum of|starting at)", "low", True),
        (r"(?:不满|未满|不足|未达到?|低于|少于|小于|不到|less than|below|under|fewer than|short of)", "high", False),
        (r"(?:超过|高于|大于|多于|超出|逾|above|over|more than|exceeding|exceeds?|in excess of|beyond|longer than|greater than)", "low", False),
        (r"(?<![不未])满", "low", True),
    )
)  # fmt: skip
_TO = re.compile(r"\s?(?:[-－–—~～]{1,2}|至|到|(?:up )?to(?: and including)?|and)\s?$", re.IGNORECASE)


def _half(text: str, amount: Amount, above_in: bool | None, below_in: bool | None) -> Range:
    """Return the range that the words round one amount make of it: a point when they don't bound it."""
    side, included, start, end = "", True, amount.start, amount.end
    after = _AFTER.match(text, amount.end)
    if after:
        word = after["word"].lower()
        side, end = ("high", after.end()) if word in _HIGH else ("low", after.end())
        included = _HIGH.get(word, _LOW.get(word, True))
        if word in ("以上", "以下", "以内"):
            defined = above_in if side == "low" else below_in
            included = included if defined is None else defined
        if "含" in after[0]:
            included = not (after["not"] or after["not2"])
    for pattern, bound, inside in _BEFORE:
        before = pattern.search(text[: amount.start])
        if before and not after:
            side, included, start = bound, inside, before.start()
            break
    low = amount.value if side in ("low", "") else None
    high = amount.value if side in ("high", "") else None
    return Range(measure=amount.measure, unit=amount.unit, low=low, low_in=included, high=high, high_in=included,
                 start=start, end=end)  # fmt: skip


def _joined(left: Range, right: Range, between: str) -> Range | None:
    """Join a lower and an upper bound that stand side by side, or the two ends of "A至B"."""
    if (left.measure, left.unit) != (right.measure, right.unit):
        return None
    words = re.sub(r"[，,、\s]|[（(][^）)]*[）)]|但|且|并|而|the|and|but|a |the ", "", between)
    if left.high is None and right.low is None and not words:
        return right.model_copy(update={"low": left.low, "low_in": left.low_in, "start": left.start})
    if left.low == left.high and _TO.fullmatch(between) and right.high is not None:
        return right.model_copy(update={"low": left.low, "low_in": True, "start": left.start})
    return None


def _same_unit(found: Sequence[Amount], text: str) -> list[Amount]:
    """Give a bare number the unit of the number after it in "3-5万元", and a bare 8万 the text's one currency."""
    currencies = {a.unit for a in found if a.measure is Measure.MONEY and a.unit}
    only = currencies.pop() if len(currencies) == 1 else ""
    return [a.model_copy(update={"unit": only}) if a.measure is Measure.MONEY and not a.unit else a for a in found]


_SPAN = re.compile(
    rf"(?P<a>{_NUMBER})\s?(?:[-－–—~～]{{1,2}}|至|到|to)\s?(?P<b>{_NUMBER})(?P<big>{_BIG})\s?(?=元|块|天|日|周|个|%|人|名|days?|weeks?|pounds?|$|[^0-9])"
)


def _spelt_out(text: str) -> str:
    """Write "30-50万" as it is meant; lengths change, so this is only for measuring."""

    def both(found: re.Match[str]) -> str:
        big = found["big"].strip()
        return f"{found['a']}{big}至{found['b']}{big}" if big else found[0]

    return _SPAN.sub(both, text)


def ranges(text: str, above_in: bool | None = None, below_in: bool | None = None) -> list[Range]:
    """Return the ranges a text speaks of; an amount that no word bounds is a range of one value.

    `above_in` and `below_in` are a document's own definition of 以上 and 以下; None is the custom (Civil Code,
    article 1259): 以上、以下、以内 include the number, 不满、超过、以外 don't. Spans count in the text with
    abbreviated ranges ("30-50万") spelt out.
    """
    text = _spelt_out(text)
    halves = [_half(text, a, above_in, below_in) for a in _same_unit(amounts(text), text)]
    result: list[Range] = []
    for half in halves:
        joined = _joined(result[-1], half, text[result[-1].end : half.start]) if result else None
        if joined:
            result[-1] = joined
        else:
            result.append(half)
    return result


def compatible(condition: Iterable[Range], asked: Iterable[Range]) -> bool:
    """Tell whether what a question says fits a condition: no measure both speak of excludes the other."""
    wanted = list(asked)
    for measure in {r.measure for r in wanted}:
        bounds = [r for r in condition if r.measure is measure]
        values = [r for r in wanted if r.measure is measure]
        if bounds and not any(b.holds(v) for b in bounds for v in values):
            return False
    return True


def defined(text: str) -> tuple[bool | None, bool | None]:
    """Return how a document itself reads 以上 and 以下: (above includes, below includes), None where it is silent."""
    above = below = None
    for found in re.finditer(r"(?:所称|所指|中的?|里的?)[^。]{0,40}?(?:以上|以下|以内)[^。]*", text):
        for part in re.split(r"[，,；;]", found[0]):
            if "含" not in part and "包括" not in part:
                continue
            includes = not re.search(r"不(?:包)?[含括]", part)
            above = includes if "以上" in part else above
            below = includes if "以下" in part or "以内" in part else below
    return above, below
