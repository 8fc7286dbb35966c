"""Days as documents print them: 2024年9月1日, 二〇二四年九月一日, 2024-09-01, 1 September 2024, September 1st, 2024."""

import re
from calendar import monthrange
from datetime import date, timedelta

from corpus.quantities.numbers import number

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CJK = "〇零○一二三四五六七八九"
_YEAR = rf"(?:(?:19|20)[0-9０-９]{{2}}|(?:１９|２０)[０-９]{{2}}|[一二][{_CJK}]{{3}})"
_FEW = r"[0-9０-９一二三四五六七八九十廿]{1,3}"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"

YEAR = r"(?:19|20)\d{2}"
# 2024年9月起 and "March 2025" name a day too: the month's first or its last, as the sentence has it
DAY_ZH = rf"{_YEAR}\s*(?:年\s*{_FEW}\s*月(?:\s*{_FEW}\s*[日号])?|[-./]\s*\d{{1,2}}\s*[-./]\s*\d{{1,2}}(?!\d))"
DAY_EN = (
    rf"(?:{_NTH}\s+(?:of\s+)?{_MONTH},?\s+{YEAR}|{_MONTH}\s+{_NTH},?\s+{YEAR}|{_MONTH}\s+{YEAR}"
    rf"|{YEAR}-\d{{2}}-\d{{2}}(?!\d))"
)
_SPANS = {"年": 12, "周年": 12, "个月": 1, "月": 1, "year": 12, "years": 12, "month": 1, "months": 1}
SPAN = r"(?P<count>[0-9０-９]{1,3}|[一二两三四五六七八九十]{1,3}|半)\s*(?P<unit>周?年|个月)"
SPAN_EN = r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(?P<unit>years?|months?)"


def day(words: str, *, last: bool = False) -> date | None:
    """Return the day that is printed, of a bare month its first, or its `last`; None for none that can be."""
    plain = " ".join(words.replace("○", "〇").split())
    parts = _chinese(plain) if re.match(rf"{_YEAR}\s*[年\-./]", plain) else _english(plain)
    year, month, printed = parts
    try:
        return date(year, month, printed or (monthrange(year, month)[1] if last else 1))
    except ValueError:
        return None


def _chinese(words: str) -> tuple[int, int, int]:
    fields = [field for field in re.split(r"[年月日号\-./\s]+", words) if field]
    values = [_year(fields[0]), *(int(number(field.replace("廿", "二十")) or 0) for field in fields[1:3]), 0]
    return values[0], values[1], values[2]


def _year(words: str) -> int:
    return int("".join(str(_CJK[3:].find(c) + 1) if c in _CJK[3:] else "0" if c in "〇零" else c for c in words))


def _english(words: str) -> tuple[int, int, int]:
    year = re.search(YEAR, words)
    month = re.search("|".join(_MONTHS), words.lower())
    rest = re.findall(r"(?<!\d)\d{1,2}(?!\d)", words)
    if not year or not month:
        return 0, 0, 0
    return int(year[0]), _MONTHS.index(month[0]) + 1, int(rest[0]) if rest else 0


def later(begin: date, count: str, unit: str) -> date | None:
    """Return the day on which a term that runs from `begin` is over: three years from 10 June end on 9 June."""
    short = count in ("a", "an")
    value = 1 if short else number(count)
    if not value:
        return None
    months = begin.month - 1 + int(value * _SPANS[unit])
    year, month = begin.year + months // 12, months % 12 + 1
    if year > date.max.year:
        return None
    over = monthrange(year, month)[1]
    return date(year, month, begin.day) if begin.day <= over else date(year, month, over) + timedelta(1)
