"""Money, durations, counts and shares in a text: which numbers are quantities, and of what."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum

from corpus.models import Record
from corpus.numbers import CHINESE, DIGIT, ENGLISH, WESTERN, number, place, scaled


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


class Figure(Record):
    """A number as it stands in a text, before it is known whether it is a quantity.

    `unit` is the printed unit, `before` the printed currency, `scale` the printed 万, k or million. `until` is
    the upper end of what one number spans ("3万多", "两三天"), `open` whether both ends of that are left out.
    """

    value: Decimal
    scale: str
    before: str
    unit: str
    start: int
    end: int
    until: Decimal | None = None
    open: bool = False


# unit as printed, what it measures, its name, and how many of that one of it is: (times, over)
_Unit = tuple[re.Pattern[str], Measure, str, tuple[int, int]]
_TABLE: tuple[tuple[str, Measure, str, tuple[int, int]], ...] = (
    (r"元(?![素旦宵月件])|块钱?|圆|人民币|yuan\b|RMB\b|CNY\b|[￥¥]", Measure.MONEY, "CNY", (1, 1)),
    (r"英镑|pounds?\b(?! sign)|GBP\b|£", Measure.MONEY, "GBP", (1, 1)),
    (r"美元|dollars?\b|USD\b|\$", Measure.MONEY, "USD", (1, 1)),
    (r"欧元|euros?\b|EUR\b|€", Measure.MONEY, "EUR", (1, 1)),
    (r"个?(?:工作日|自然日|交易日)|日历[天日]|(?:(?:consecutive|working|school|clear|calendar|business|full|term) )?days?\b"
     r"|天|日(?![常期元程])|昼夜", Measure.DAYS, "day", (1, 1)),
    (r"个?(?:星期|礼拜)|周(?![年期末转岁边])|weeks?\b", Measure.DAYS, "day", (7, 1)),
    (r"fortnights?\b", Measure.DAYS, "day", (14, 1)),
    (r"个月|(?:calendar )?months?\b", Measure.DAYS, "day", (30, 1)),
    (r"年(?![度级制])|years?\b(?! old)", Measure.DAYS, "day", (365, 1)),
    (r"个?(?:小时|钟头)|hours?\b", Measure.DAYS, "day", (1, 24)),
    (r"分钟|minutes?\b", Measure.DAYS, "day", (1, 1440)),
    (r"%|％|per ?cent\b|个百分点", Measure.SHARE, "%", (1, 1)),
    (r"人(?:次|天)", Measure.COUNT, "人次", (1, 1)),
    (r"人(?![员事才民力大身工均类物口选数])|[名位](?![称字次置单额数誉])|people\b|persons?\b", Measure.COUNT, "人", (1, 1)),
    (r"次(?![性日数序要级年月长])|times\b", Measure.COUNT, "次", (1, 1)),
    (r"分(?![之别管析为工配类级布开组解发校])|points?\b", Measure.COUNT, "分", (1, 1)),
    (r"周?岁", Measure.COUNT, "岁", (1, 1)),
    *((noun, Measure.COUNT, noun, (1, 1)) for noun in "件 台 项 家 份 票 辆 套 平方米 课时 学时".split()),
    (r"平米|㎡", Measure.COUNT, "平方米", (1, 1)),
    (r"个(?![人别体性月])", Measure.COUNT, "个", (1, 1)),
    *((rf"{noun}s?\b", Measure.COUNT, noun, (1, 1))
      for noun in "member trustee governor pupil student quotation quote copy".split()),
)  # fmt: skip
_UNITS: tuple[_Unit, ...] = tuple((re.compile(p, re.IGNORECASE), *rest) for p, *rest in _TABLE)
_PREFIX = r"[￥¥£$€]|RMB|CNY|GBP|USD|EUR|人民币"
_SCALE = r"(?:\s?(?:[百千万亿]+|(?:hundred|thousand|million|billion|bn|[wkm])(?![a-z]))){0,3}"
# 5万3千: a number goes on behind its scale
_MIXED = rf"{DIGIT}+[百千万亿]+{DIGIT}+[百千万](?=[^0-9])"
_PERIOD = r"(?: (?:working|school|calendar|clear|full))? (?:day|week|fortnight|month|year|hour)\b"
_QUANTITY = (
    rf"(?:(?P<before>{_PREFIX})\s?|(?<![0-9０-９a-z])(?<![0-9]\.))"
    rf"(?P<number>{_MIXED}|{WESTERN}|{CHINESE}|{ENGLISH}|\ban?(?={_PERIOD}))(?P<more>[多余几来](?!人民))?(?P<scale>{_SCALE})"
    rf"(?P<more2>[多余])?(?P<half>个半(?=[月小钟星]))?(?:[ \u00a0\u3000\t]{{0,2}}-?(?P<unit>{'|'.join(p for p, *_ in _TABLE)}))?"
    r"(?P<tail>半(?!数)|多(?![一-鿿]))?"
)
_FEW = rf"(?:{DIGIT}{{1,2}}|[一二三四五六七八九十]{{1,3}})"
TO = r"(?:[-－–—―~～〜]{1,2}|至|到|(?:up )?to(?: and including| but not including)?|through)"
_MONTHS = (
    "(?-i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_PLACES = "sections?|clauses?|articles?|rules?|paragraphs?|schedules?|appendix|annex|parts?|chapters?|steps?|versions?|pages?|rooms?|year|grade|class|table|level|no\\."  # fmt: skip
# numbers that are dates, times, versions and the numbers of clauses
_NO_QUANTITY = "|".join((
    rf"(?<![0-9]){DIGIT}{{4}}[-/.．]{DIGIT}{{1,2}}[-/.．]{DIGIT}{{1,2}}(?!{DIGIT})",
    rf"(?:(?<![0-9]){DIGIT}{{4}}|[一二三四五六七八九零〇]{{4}})\s?年(?:\s?{_FEW}\s?月(?:份|\s?{_FEW}\s?[日号])?)?(?:{TO}{_FEW}[日号])?",
    rf"(?<![0-9]){_FEW}\s?月(?:份|底|初|中|\s?{_FEW}\s?(?:[日号]\s?)?(?:{TO}\s?{_FEW}\s?)?[日号])",
    rf"(?<!个)月\s?的?{_FEW}\s?(?:[日号]?\s?{TO}\s?{_FEW}\s?)?[日号]",
    rf"(?<![0-9]){DIGIT}{{1,2}}[:：]{DIGIT}{{2}}(?:[:：]{DIGIT}{{2}})?|(?<![0-9]){_FEW}\s?[点时](?:{_FEW}分|半|整)?",
    r"(?<![0-9a-z])v(?:er)?\.?\s?[0-9]{1,4}(?:\.[0-9]{1,4})*|(?<![0-9])[0-9]{1,4}(?:\.[0-9]{1,4}){2,}",
    r"(?m:^)\s{0,8}[0-9]{1,2}(?:\.[0-9]{1,2})+\s+(?=(?-i:[A-Z]))",
    rf"第\s?(?:{DIGIT}{{1,4}}|[零一二三四五六七八九十百千]{{1,8}})(?:\s?{TO}\s?第?(?:{DIGIT}{{1,4}}|[零一二三四五六七八九十百]{{1,6}}))?",
    rf"\b(?:{_PLACES})\s+(?:[0-9]{{1,4}}(?:\.[0-9]{{1,4}}){{0,4}}(?:\s?(?:to|-|–)\s?[0-9.]{{1,8}})?|{ENGLISH})(?!{DIGIT})",
    rf"(?<![0-9])[0-9]{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTHS}(?:\s+[0-9]{{4}})?",
    rf"\b{_MONTHS}\s+[0-9]{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+[0-9]{{4}})?",
))  # fmt: skip
_SHARE = "|".join((
    rf"(?P<of>[百千万]|[二三四五六七八九十])分之(?P<parts>{DIGIT}{{1,3}}(?:[.．]{DIGIT}{{1,4}})?|[零一二两三四五六七八九十百]{{1,6}})",
    r"(?P<en_parts>\bone|two|three|four)[-\s](?P<en_of>third|quarter|fifth)s?\b(?!\s+part)",
    r"\ba\s(?P<one_of>third|quarter|fifth)(?=\s+of\b)",
    r"(?P<slash_parts>(?<![0-9/])[1-9])/(?P<slash_of>[2-9])(?=\s?(?:以上|多数|的|of\b|majority))",
    r"(?P<most>过半数?)|半数|(?:(?<=least )|(?<=than )|(?<=over ))half\b(?!\s+an?\b)|\bhalf(?=\s+(?:of|the|its|their)\b)",
))  # fmt: skip
_SCAN = re.compile(rf"(?P<other>{_NO_QUANTITY})|(?P<share>{_SHARE})|{_QUANTITY}", re.IGNORECASE)
_PARTS_OF = {"third": 3, "quarter": 4, "fifth": 5, "百": 100, "千": 1000, "万": 10_000}


def _share(found: re.Match[str]) -> Figure:
    """Read 三分之二, 百分之五十, two thirds, 半数, 过半."""
    of = found["of"] or found["en_of"] or found["one_of"] or found["slash_of"]
    parts = found["parts"] or found["en_parts"] or found["slash_parts"] or ("一" if of else "")
    whole = _PARTS_OF.get((of or "").lower()) or number(of or "二") or 2
    value = (number(parts or "一") or Decimal(0)) * 100 / whole
    most = Decimal(100) if found["most"] else None
    return Figure(value=value, scale="", before="", unit="%", start=found.start(), end=found.end(), until=most,
                  open=False)  # fmt: skip


def _figure(found: re.Match[str]) -> Figure | None:
    printed = found["number"]
    if re.fullmatch(_MIXED[: -len("(?=[^0-9])")], printed):
        head, digits, scale = re.split(rf"((?<=[百千万亿]){DIGIT}+)", printed)
        first = re.match(rf"{DIGIT}+", head)
        value = scaled(Decimal(first[0]), head[first.end() :]) if first else Decimal(0)
        value, last = value + scaled(Decimal(digits), scale), "千"
        return _of(found, value, None, last, worth=False)
    value_or_none = Decimal(1) if printed.lower() in ("a", "an") else number(printed)
    if value_or_none is None or _adverb(found):
        return None
    return _of(found, value_or_none, _span(printed), (found["scale"] or "").strip())


def _of(found: re.Match[str], value: Decimal, to: Decimal | None, scale: str, worth: bool = True) -> Figure:
    """Make a figure of a match: with what 半 adds, and what 多 leaves open."""
    if found["half"] or found["tail"] == "半":
        value += Decimal("0.5")
    vague = found["more"] or found["more2"] or found["tail"] == "多"
    until = value + place(value) if vague else to
    times = scale if worth else ""
    return Figure(
        value=scaled(value, times),
        scale=scale or (found["number"][-1:] if found["number"][-1:] in "千万亿" else ""),
        before=(found["before"] or "").strip(),
        unit=found["unit"] or "",
        start=found.start(),
        end=found.end(),
        until=None if until is None else scaled(until, times),
        open=bool(vague),
    )
