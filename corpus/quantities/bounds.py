"""The words that make a bound of an amount: 不超过, 以上（含）, at least, up to and including."""

import re
from functools import lru_cache
from typing import Literal

from corpus.models import Record

Side = Literal["low", "high", ""]


class Bound(Record):
    """What the words round an amount say: which side it bounds, whether it counts itself, and where they stand.

    `included` is None where no word and no custom says; `side` is empty for an amount that nothing bounds.
    """

    side: Side
    included: bool | None
    start: int
    end: int


# Words before or behind an amount are looked for this far: the longest phrase with its blanks.
_REACH = 40

# the extras have gone up to 18 % are at 18 %; the limit is now up to 18 % is a bound
_REACHED = r"(?<!(?<!\bis )(?<!\bare )now )" + "".join(
    rf"(?<!\b{risen} )" for risen in ("gone", "went", "come", "came", "risen", "rose", "got", "crept", "run")
)
# a stay may not go beyond two weeks; what is not needed over £50 is another thing
_EXTENDS = "(?:go|last|run|extend|stretch|rise|continue|stay)"
_BEFORE: tuple[tuple[str, Side, bool], ...] = (
    (
        r"(?:不|未|没有|不得|不能|不应|不可)(?:超过|超出|高于|多于|大于|超)|至多|最多|最高|最长|(?:小于|低于|少于)或?等于|[≤≦⩽]|<=|＜＝"
        rf"|up to and including|{_REACHED}up to"
        r"|(?:no[tr]?|never) (?:be )?(?:more|greater|longer|higher|later|larger) than|at (?:the )?most"
        r"|(?:at|equal to|on) or (?:below|under|less than|lower than|before)"
        rf"|(?:not|cannot|never|n't) (?:be )?(?:to )?(?:{_EXTENDS} (?:on )?)?(?:above|over|exceed(?:ing)?|beyond)"
        r"|(?:less|fewer) than or equal to"
        r"|(?:a )?maximum(?: of)?|within|through|capped at|limit of",
        "high",
        True,
    ),
    (
        r"不(?:得)?(?:低于|少于|小于|短于)|至少|最少|最低|达到?|(?:大于|高于|多于)或?等于|[≥≧⩾]|>=|＞＝|(?<![不未])满"
        r"|(?:at|equal to) or (?:above|over|more than|greater than|higher than)"
        r"|at least|(?:no[tr]?|never) (?:be )?(?:less|fewer|lower|shorter|earlier) than"
        r"|(?:greater|more) than or equal to"
        r"|(?:a )?minimum(?: of)?|starting at",
        "low",
        True,
    ),
    (
        r"[不未]满|不足|不够|未达到?|不到|低于|少于|小于|短于|<|＜"
        r"|up to but not including|(?:less|fewer|lower|shorter|smaller) than|below|under|short of|south of",
        "high",
        False,
    ),
    (
        r"超过|超出|高于|大于|多于|长于|逾|超|突破|>|＞"
        r"|(?:more|greater|longer|higher|larger) than|above|over|exceed(?:ing|s)?|in excess of|beyond|upwards of"
        r"|north of",
        "low",
        False,
    ),
)
BEFORE = "|".join(words for words, *_ in _BEFORE)
_COMPILED = tuple((re.compile(rf"(?:{p})\s{{0,3}}$", re.IGNORECASE), side, inside) for p, side, inside in _BEFORE)
_LATE = re.compile(r"\bup to but not including\s{0,3}$", re.IGNORECASE)
# （含）, (不含本数), （含5万元）, (inclusive); 含税 speaks of something else
_SUM = r"[0-9０-９,，.．一二两三四五六七八九十百千万亿]{1,12}\s?[元天日人名个块%]{0,2}(?:工作日|月|小时)?"
INCLUSION = (
    rf"(?:\s?[（(]\s?(?:(?P<not>不)?(?:包)?[含括](?:本数|本级|本|此数|该数|{_SUM})?"
    r"|(?P<word>inclusive|included|exclusive|excluded|not included))\s?[）)]|\s(?P<bare>inclusive|exclusive)\b)?"
)
_ALONE = r"(?! than|\s?[￥¥£$€₹0-9])"  # "more than £5,000 and less than £10,000" bounds its second sum so
_HIGH = (
    r"[及或]?以下|[及或]?以内|之内|以里|内(?![部容设控外科阁涵审]|控制度)"
    rf"|(?:or|and) (?:less|below|under|fewer|shorter|lower|smaller|younger)\b{_ALONE}"
    r"|(?:at )?(?:the )?most\b|max(?:imum)?\b"
)
_LOW = (
    r"(?:[及或]者?)?以上|以外|开外|出头|挂零|往上|起(?![草止诉见来])"
    rf"|(?:or|and) (?:more|above|over|longer|higher|upwards?|beyond|greater|larger|older)\b{_ALONE}"
    r"|upwards?\b|up(?= the\b|,|[.;]|$)|min(?:imum)?\b|plus\b|\+"
)
# （含税）, (net): what stands in brackets between an amount and the word that bounds it
_AFTER = re.compile(rf"(?:[（(][^（）()0-9]{{1,8}}[）)])?\s?(?:(?P<high>{_HIGH})|(?P<low>{_LOW}))", re.IGNORECASE)
_INCLUSION = re.compile(INCLUSION, re.IGNORECASE)


def _inclusion(text: str, at: int) -> tuple[bool | None, int]:
    """Return whether brackets behind an amount say that it counts itself, and where they end."""
    found = _INCLUSION.match(text, at)
    if not found or found.end() == at:
        return None, at
    word = found["word"] or found["bare"]
    return (word.lower().startswith("inc") if word else not found["not"]), found.end()


def bound(text: str, start: int, end: int, above_in: bool | None, below_in: bool | None) -> Bound:
    """Return how the words round the amount at `start`:`end` bound it.

    `above_in` and `below_in` are a document's own reading of 以上 and of 以下 and 以内; None is the custom.
    """
    first, stop = _inclusion(text, end)
    found = _AFTER.match(text, stop)
    second, stop = _inclusion(text, found.end() if found else stop)
    said = first if second is None else second
    if found and found["low"]:
        word = found["low"]
        own = above_in if word.endswith("以上") else None
        custom = word not in ("以外", "开外", "出头", "挂零") if own is None else own
        return Bound(side="low", included=custom if said is None else said, start=start, end=stop)
    if found and found["high"]:
        own = below_in if found["high"].endswith(("以下", "以内")) else None
        return Bound(side="high", included=(own is not False) if said is None else said, start=start, end=stop)
    window = text[max(0, start - _REACH) : start]
    for pattern, side, inside in _COMPILED:
        if before := pattern.search(window):
            inside = inside and not _LATE.search(window)
            at = start - len(window) + before.start()
            return Bound(side=side, included=inside if said is None else said, start=at, end=stop)
    if text[start] in "百千万" and re.search("(?<![以之线网])上$", window):
        return Bound(side="low", included=True, start=start - 1, end=stop)
    if window.endswith("过") and text.startswith("半", start):
        return Bound(side="low", included=False, start=start - 1, end=stop)
    return Bound(side="", included=said, start=start, end=stop)


# 表中区间含下限、不含上限; 各档含上不含下
_TABLED = re.compile(r"(?:区间|各?档次?|分段|上下限|表[中内])[^。\n]{0,40}")
_END_SAID = re.compile(
    r"(?P<not>不)?(?:包[含括]|[含括])(?P<end>[上下起止])(?:限|点|数|(?=不|[，。；、]|$))|(?P<end2>[上下起止])[限点](?P<not2>不)?(?:包[含括]|[含括])"
)
_DEFINITION = re.compile(r"(?:表[中内]|所称|所指|所说|所述|中的?|里的?|本[一-鿿]{2,4}的?)[^。\n]{0,160}")
_VERDICT = re.compile(
    r"(?<![元天日人名个月年%％万千])[“\"「]?(?P<word>以上|以下|以内|不满|以外|超过|不足)|(?P<not>不|未)?(?:包[含括]|[含括])(?:本|该|此)[数级]"
)


@lru_cache(maxsize=1024)
def defined(text: str) -> tuple[bool | None, bool | None]:
    """Return how a document itself reads 以上 and 以下: (above includes, below includes), None where it is silent."""
    said: dict[str, bool] = {}
    for sentence in _DEFINITION.finditer(text):
        waiting: list[str] = []
        for found in _VERDICT.finditer(sentence[0]):
            if found["word"]:
                waiting.append(found["word"])
                continue
            said |= dict.fromkeys(waiting, not found["not"])
            waiting = []
    lower, upper = _tabled(text)
    return said.get("以上", lower), said.get("以下", said.get("以内", upper))


def _tabled(text: str) -> tuple[bool | None, bool | None]:
    """Return whether the steps of a table take in their lower and their upper end, where a document says it of both."""
    for sentence in _TABLED.finditer(text):
        ends: dict[str, bool] = {}
        for found in _END_SAID.finditer(sentence[0]):
            lower = (found["end"] or found["end2"]) in "下起"
            ends["low" if lower else "high"] = not (found["not"] or found["not2"])
        if len(set(ends.values())) > 1:
            return ends["low"], ends["high"]
    return None, None
