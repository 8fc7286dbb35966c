"""The day a question sets itself: 2020年的时候, 去年三月, in March 2022, as of 2023-06-01, last year."""

import re
from calendar import monthrange
from datetime import date, timedelta

from corpus.quantities.numbers import number

_CJK_YEAR = str.maketrans("〇零一二三四五六七八九", "00123456789")
_FEW = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_MONTH_ZH = rf"(?:\s*(?P<m>{_FEW})\s*月份?(?:\s*(?P<d>{_FEW})\s*[日号])?)?"
_PART_OF_YEAR = r"(?P<part>年?初|年中|上半年|下半年|年?底|年?末|春(?![节运])|夏(?!令)|秋(?!游)|冬(?!奥))"
_PART_ZH = rf"(?:\s*{_PART_OF_YEAR})?"
# the last month of a part of a year
_PARTS = {"初": 1, "中": 6, "上": 6, "下": 12, "底": 12, "末": 12, "春": 5, "夏": 8, "秋": 11, "冬": 12} | {
    "early": 3, "beginning": 1, "start": 1, "mid": 6, "middle": 6, "first half": 6, "spring": 5, "summer": 8, "autumn": 11, "fall": 11
}  # fmt: skip
# 2019年买的电脑, 去年签的合同: the thing is of that year, not the question
_OF_THINGS = r"(?!\s*(?:就|才|刚|新|从[^，,。？?]{1,6})?(?:买|购|采购|签|入职|毕业|建|招|进|发|开|借|租|捐|退|领|评|聘|立项|结题|参加工作|入学|生|剩|没休|欠|留)[^，,。？?谁]{0,6}的)"
_YEAR = re.compile(
    r"(?P<y>(?:19|20)\d{2}|(?:二〇|二零|一九)[〇零一二三四五六七八九]{2}"
    rf"|(?<!\d)[0-2]\d(?=\s?年(?:{_FEW}月(?!期)|的?时候|那会儿|那时|那年|当时)))\s*(?:年|学年度?){_MONTH_ZH}{_PART_ZH}(?P<before>(?:以|之)?前(?!后))?{_OF_THINGS}"
)
_EDITION = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d{2})\s?年?版|\bthe (?P<en>(?:19|20)\d{2}) (?:rules?|version|edition|policy|policies|handbook|rulebook|standing orders)\b"
    r"|\bthe (?:rules?|version|edition|policy|policies|handbook|rulebook|standing orders) (?:of|from) (?P<of>(?:19|20)\d{2})\b",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<!\d)((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_ISO_MONTH = re.compile(r"(?<![\d£$€￥¥])((?:19|20)\d{2})[-/](0?[1-9]|1[0-2])(?![\d\-/,.万元])")
_SCHOOL_YEAR = re.compile(
    r"(?<!\d)((?:19|20)\d{2})\s?[-–—~至到/]\s?(?:(?:19|20)?\d{2})\s?(?:学年|年度|(?:school|academic|financial) year)"
)
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
# of 2020 pounds: no year
_THINGS = r"(?:pounds?|quid|yuan|dollars?|euros?|rmb|people|pupils|students|members|copies|items|words|pages|hours|days|weeks|miles|km)\b"
_YEAR_EN = re.compile(
    rf"\b(?P<at>in|during|back in|as of|as at|on|at(?=\s+the\s+(?:very\s+)?(?:beginning|start|middle|end)\b)|until|up to|by|of|before)\s+(?:the year\s+)?(?:the\s+(?:very\s+)?)?(?:(?P<part>early|late|mid|first half|second half|beginning|start|middle|end|spring|summer|autumn|fall|winter)(?:\s+of)?[\s-]+)?(?:(?P<d>{_NTH})\s+(?:of\s+)?)?(?:(?P<mon>{_MONTH})\s+)?(?:(?P<d2>{_NTH}),?\s+)?(?P<y>(?:19|20)\d{{2}})\b(?![,.]\d|\s+{_THINGS})"
    rf"|\b(?:(?P<d3>{_NTH})\s+(?:of\s+)?)?(?P<mon2>{_MONTH})\s+(?:(?P<d4>{_NTH}),?\s+)?(?P<y2>(?:19|20)\d{{2}})\b",
    re.IGNORECASE,
)
_AGO = re.compile(
    rf"(?P<y>大前年|前年|去年|今年(?=\s*{_FEW}\s*月)){_MONTH_ZH}(?:\s*{_PART_OF_YEAR}{_OF_THINGS}|{_OF_THINGS}"
    r"(?=的?时候|那会儿|那时|当时|\s*[，,]|谁|哪|是|由|要|能|可|怎么|的(?:规定|办法|制度|规矩|标准|做法|时候)|\s*$))"
)
# 按当时的规定: what was long ago is asked about, wherever in the question its year stands
_THEN = re.compile(
    r"(?:按|照|依|据)(?:着|照)?(?:当时|那时|那会儿|那阵子?)|当时的?(?:规定|规矩|办法|制度|规则|标准|流程|章程)"
    r"|\bat (?:the|that) time\b|\bback then\b|\bunder the (?:rules|policy) (?:then|of the (?:time|day))\b",
    re.IGNORECASE,
)
_AGO_THEN = re.compile(rf"(?P<y>大前年|前年|去年|今年(?=\s*{_FEW}\s*月)){_MONTH_ZH}(?:\s*{_PART_OF_YEAR})?")
_AGO_EN = re.compile(
    rf"\b(?:(?:in\s+)?(?P<mon>{_MONTH})\s+(?:of\s+)?)?(?:(?P<last>last year(?!['’]s))|(?P<n>an?|one|two|three|four|five|[1-9])\s+years?\s+ago)\b|\blast (?P<mon2>{_MONTH})",
    re.IGNORECASE,
)
# three years ago, last month: where it opens the question, or a part of it
_BACK_ZH = re.compile(
    rf"(?:^|[，,。；;？?在\s])(?:(?P<last>上个?月)(?!底?前)|(?P<n>{_FEW}|半|两)\s*(?P<unit>年|个月)(?:以|之)?前)"
    rf"(?:的?时候|那会儿|那时)?(?!提|申|报|须|必|要|应|通知|告知|[^，,。；;？?谁]{{0,4}}的)"
)
_MONTHS_EN = re.compile(
    r"\blast month\b(?!['’]s)|\b(?P<n>an?|one|two|three|four|five|six|seven|eight|nine|ten|[1-9]\d?)\s+months?\s+ago\b",
    re.IGNORECASE,
)
_COUNTED = {"a": 1, "an": 1}
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
    return told_day(text, today)[0]


def told_day(text: str, today: date | None = None) -> tuple[date | None, tuple[int, int]]:
    """Return the day that a question sets itself, as `named_day` does, and the span of the words that name it."""
    if found := _ISO.search(text):
        return _last_day(int(found[1]), int(found[3]), int(found[4])), found.span()
    if found := _SCHOOL_YEAR.search(text) or _ISO_MONTH.search(text):
        return _last_day(int(found[1]), int(found[2]) if found.re is _ISO_MONTH else None, None), found.span()
    if found := _YEAR.search(text):
        month = _count(found["m"]) or _part(found["part"])
        return _last_day(_year(found["y"]), month, _count(found["d"]), bool(found["before"])), found.span()
    if found := next((m for m in _YEAR_EN.finditer(text) if not _MADE.search(text, 0, m.start())), None):
        day = _count((found["d"] or found["d2"] or found["d3"] or found["d4"] or "").rstrip("sthndr"))
        month = _month(found["mon"] or found["mon2"]) or _part(found["part"])
        before = (found["at"] or "").lower() == "before"
        day = day if found["mon"] or found["mon2"] else None
        return _last_day(int(found["y"] or found["y2"]), month, day if month else None, before), found.span()
    if year := edition(text):
        return _last_day(int(year), None, None), (0, 0)
    return _ago(text, today) if today else (None, (0, 0))


def edition(text: str) -> str:
    """Return the year of the edition that a question is about: 2019年版, "under the 2019 rules"; "" for none."""
    found = _EDITION.search(text)
    return (found["y"] or found["en"] or found["of"]) if found else ""


def _part(words: str | None) -> int | None:
    """Return the last month of a part of a year, None for the whole of it."""
    if not words:
        return None
    return next((month for part, month in _PARTS.items() if part in words.lower()), 12)


def _year(words: str) -> int:
    digits = words.translate(_CJK_YEAR)
    return int(digits) if len(digits) > 2 else 2000 + int(digits)


def _count(words: str | None) -> int | None:
    value = number(words) if words else None
    return None if value is None else int(value)


def _month(name: str | None) -> int | None:
    return _MONTHS.index(name[:3].lower()) + 1 if name else None


def _ago(text: str, today: date) -> tuple[date | None, tuple[int, int]]:
    """Return the day of a question that goes back from today, and its words; what lies ahead is no day of its own."""
    then = _THEN.search(text)
    if found := _AGO.search(text) or then and _AGO_THEN.search(text):
        month = _count(found["m"]) or _part(found["part"])
        named = _last_day(today.year - _YEARS_BACK[found["y"]], month, _count(found["d"]))
        return (named, found.span()) if named and named < today else (None, (0, 0))
    if found := _BACK_ZH.search(text):
        back = 1 if found["last"] else _months(found["n"], found["unit"])
        return _months_back(today, back, whole=bool(found["last"])), found.span()
    for clause in _CLAUSE.finditer(text):
        if not (then or _PAST.search(clause[0])):
            continue
        at = clause.start()
        if found := _AGO_EN.search(clause[0]):
            return _back(found, today), (at + found.start(), at + found.end())
        if found := _MONTHS_EN.search(clause[0]):
            back = _COUNTED.get(found["n"].lower(), 0) or int(number(found["n"]) or 1) if found["n"] else 1
            return _months_back(today, back, whole=not found["n"]), (at + found.start(), at + found.end())
    return None, (0, 0)


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


def _months(words: str, unit: str) -> int:
    each = 12 if unit == "年" else 1
    return each // 2 if words == "半" else int(number(words) or 1) * each


def _months_back(today: date, months: int, *, whole: bool) -> date | None:
    """Return the day so many months ago, of a `whole` month its last."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    last = monthrange(year, month + 1)[1] if year >= date.min.year else 1
    return _last_day(year, month + 1, None if whole else min(today.day, last))
