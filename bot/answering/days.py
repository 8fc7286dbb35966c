"""The day a question sets itself: 2020年的时候, in March 2022, as of 2023-06-01."""

import re
from calendar import monthrange
from datetime import date

_YEAR = re.compile(
    r"(?P<y>(?:19|20)\d{2}|(?:二〇|二零|一九)[〇零一二三四五六七八九]{2})\s*年(?:\s*(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})\s*月(?:\s*(?P<d>\d{1,2})\s*[日号])?)?(?:的?时候|的?时|当时|底|初|那年|那会儿|里|间|以前|前|，|,|的规定|的|$)?"
)
_YEAR_EN = re.compile(
    r"\b(?:in|during|back in|as of|as at|on|at the end of|until|by|of)\s+(?:(?P<d>\d{1,2})\s+)?(?:(?P<mon>January|February|March|April|May|June|July|August|September|October|November|December)\s+)?(?P<y>(?:19|20)\d{2})\b",
    re.IGNORECASE,
)
_ISO = re.compile(r"\b((?:19|20)\d{2})-(\d{2})-(\d{2})\b")
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_CJK_YEAR = str.maketrans("〇零一二三四五六七八九", "00123456789")


def _last_day(year: int, month: int | None, day: int | None) -> date | None:
    """Return the day named, or the last day of the month or year named; None for no such day."""
    month = month or 12
    try:
        return date(year, month, day or monthrange(year, month)[1])
    except ValueError:
        return None


def _cjk_month(words: str) -> int:
    units = {c: n for n, c in enumerate("零一二三四五六七八九")}
    if words.isdigit():
        return int(words)
    return 10 + units.get(words[1:], 0) if words.startswith("十") else units.get(words, 0)


def named_day(text: str) -> date | None:
    """Return the day that a question sets itself ("2020年的时候", "in 2022"), a bare year meaning its last day."""
    if found := _ISO.search(text):
        return _last_day(int(found[1]), int(found[2]), int(found[3]))
    if found := _YEAR.search(text):
        year = int(found["y"].translate(_CJK_YEAR))
        month = _cjk_month(found["m"]) if found["m"] else None
        return _last_day(year, month, int(found["d"]) if found["d"] else None)
    if found := _YEAR_EN.search(text):
        month = _MONTHS.index(found["mon"].lower()) + 1 if found["mon"] else None
        return _last_day(int(found["y"]), month, int(found["d"]) if found["d"] and month else None)
    return None
