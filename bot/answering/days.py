"""The day a question sets itself: 2020年的时候, 去年三月, in March 2022, as of 2023-06-01, last year."""

import re
from calendar import monthrange
from datetime import date, timedelta

from corpus.numbers import number

_CJK_YEAR = str.maketrans("〇零一二三四五六七八九", "00123456789")
_FEW = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_MONTH_ZH = rf"(?:\s*(?P<m>{_FEW})\s*月份?(?:\s*(?P<d>{_FEW})\s*[日号])?)?"
# 2019年买的电脑, 去年签的合同: the thing is of that year, not the question
_OF_THINGS = r"(?!\s*(?:就|才|刚|新|从[^，,。？?]{1,6})?(?:买|购|采购|签|入职|毕业|建|招|进|发|开|借|租|捐|退|领|评|聘|立项|结题|参加工作|入学|生|剩|没休|欠|留)[^，,。？?谁]{0,6}的)"
_YEAR = re.compile(
    r"(?P<y>(?:19|20)\d{2}|(?:二〇|二零|一九)[〇零一二三四五六七八九]{2}"
    rf"|(?<!\d)[0-2]\d(?=\s?年(?:{_FEW}月(?!期)|的?时候|那会儿|那时|那年|当时)))\s*年{_MONTH_ZH}(?P<before>(?:以|之)?前(?!后))?{_OF_THINGS}"
)
_EDITION = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d{2})\s?版|\bthe (?P<en>(?:19|20)\d{2}) (?:rules?|version|edition|policy|policies|handbook|rulebook|standing orders)\b",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<!\d)((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
# a laptop bought in 2019
_MADE = re.compile(
    r"(?<!who )\b(?:bought|purchased|signed|hired|joined|built|dated|issued|graduated|started|born|made|given|donated|leased|ordered|paid)\s+(?:back\s+)?$",
    re.IGNORECASE,
)
_YEAR_EN = re.compile(
    rf"\b(?P<at>in|during|back in|as of|as at|on|at the end of|until|by|of|before)\s+(?:the year\s+)?(?:(?P<d>{_NTH})\s+(?:of\s+)?)?(?:(?P<mon>{_MONTH})\s+)?(?:(?P<d2>{_NTH}),?\s+)?(?P<y>(?:19|20)\d{{2}})\b(?![,.]\d)"
    rf"|\b(?:(?P<d3>{_NTH})\s+(?:of\s+)?)?(?P<mon2>{_MONTH})\s+(?:(?P<d4>{_NTH}),?\s+)?(?P<y2>(?:19|20)\d{{2}})\b",
    re.IGNORECASE,
)
_AGO = re.compile(
    rf"(?P<y>大前年|前年|去年|今年(?=\s*{_FEW}\s*月)){_MONTH_ZH}{_OF_THINGS}"
    r"(?=的?时候|那会儿|那时|当时|年?底|年?初|\s*[，,]|谁|哪|是|由|要|能|可|怎么|的(?:规定|办法|制度|规矩|标准|做法|时候)|\s*$)"
)
_AGO_EN = re.compile(
    rf"\b(?:(?:in\s+)?(?P<mon>{_MONTH})\s+(?:of\s+)?)?(?:(?P<last>last year(?!['’]s))|(?P<n>an?|one|two|three|four|five|[1-9])\s+years?\s+ago)\b|\blast (?P<mon2>{_MONTH})",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[^,.;:?!]+")
_PAST = re.compile(
    r"\b(?:did|was|were|used to|had)\b|\bwho(?:se \w+)? (?:\w+ed|ran|kept|chose|gave|took|held|made|set)\b",
    re.IGNORECASE,
)
_YEARS_BACK = {"今年": 0, "去年": 1, "前年": 2, "大前年": 3}


def _last_day(year: int, month: int | None, day: int | None, before: bool = False) -> date | None:
    """Return the day named, or the last day of the month or year named; None for no such day.

    With `before` it is the day before the first that is named.
    """
    try:
        if before:
            return date(year, month or 1, day or 1) - timedelta(1)
        month = month or 12
        return date(year, month, day or monthrange(year, month)[1])
    except ValueError:
        return None


def named_day(text: str, today: date | None = None) -> date | None:
    """Return the day that a question sets itself ("2020年的时候", "in 2022"), a bare year meaning its last day.

    去年 and "last year" are told from `today`, and are not understood without it.
    """
    if found := _ISO.search(text):
        return _last_day(int(found[1]), int(found[3]), int(found[4]))
    if found := _YEAR.search(text):
        return _last_day(_year(found["y"]), _count(found["m"]), _count(found["d"]), bool(found["before"]))
    if found := next((m for m in _YEAR_EN.finditer(text) if not _MADE.search(text, 0, m.start())), None):
        day = _count((found["d"] or found["d2"] or found["d3"] or found["d4"] or "").rstrip("sthndr"))
        month = _month(found["mon"] or found["mon2"])
        before = (found["at"] or "").lower() == "before"
        return _last_day(int(found["y"] or found["y2"]), month, day if month else None, before)
    if found := _EDITION.search(text):
        return _last_day(int(found["y"] or found["en"]), None, None)
    return _ago(text, today) if today else None


def _year(words: str) -> int:
    digits = words.translate(_CJK_YEAR)
    return int(digits) if len(digits) > 2 else 2000 + int(digits)


def _count(words: str | None) -> int | None:
    value = number(words) if words else None
    return None if value is None else int(value)


def _month(name: str | None) -> int | None:
    return _MONTHS.index(name[:3].lower()) + 1 if name else None


def _ago(text: str, today: date) -> date | None:
    """Return the day of a question that goes back from today; what lies ahead is no day of its own."""
    if found := _AGO.search(text):
        named = _last_day(today.year - _YEARS_BACK[found["y"]], _count(found["m"]), _count(found["d"]))
        return named if named and named < today else None
    for clause in _CLAUSE.findall(text):
        if (found := _AGO_EN.search(clause)) and _PAST.search(clause):
            return _back(found, today)
    return None


def _back(found: re.Match[str], today: date) -> date | None:
    if found["mon2"]:
        month = _month(found["mon2"]) or 12
        return _last_day(today.year - (month >= today.month), month, None)
    if found["last"]:
        return _last_day(today.year - 1, _month(found["mon"]), None)
    years = 1 if found["n"].lower() in ("a", "an") else _count(found["n"]) or 1
    if found["mon"]:
        return _last_day(today.year - years, _month(found["mon"]), None)
    return _last_day(today.year - years, today.month, min(today.day, 28))
