"""The numbers that stand in a text, with what is printed round them; dates, times and clause numbers are none."""

import re
from collections.abc import Sequence
from decimal import Decimal

from corpus.models import Record
from corpus.quantities.numbers import CHINESE, DIGIT, ENGLISH, WESTERN, few, number, place, scaled
from corpus.quantities.things import THING
from corpus.quantities.units import CURRENCY, PERIOD, UNIT


class Figure(Record):
    """A number as printed, before it is known whether it is a quantity.

    `value` has its `scale` (万, k, million) in it already; `unit` is the printed unit and `at` its place;
    `before` is a currency printed first. `until` is the upper end of a number that spans some ("3万多",
    "两三天"), and `vague` tells that neither end is meant.
    """

    value: Decimal
    scale: str
    before: str
    unit: str
    at: int
    start: int
    end: int
    until: Decimal | None = None
    vague: bool = False


TO = r"(?:[-－–—―~～〜]{1,2}|至|到|(?:up )?to(?: and including| but not including)?|through)"
_SCALE = (
    r"(?:\s?(?:[百千万亿]{1,4}|(?<=几)[十百千万]{1,3}"
    r"|(?:hundred|thousand|million|billion|bn|grand(?! (?:piano|total|jury|hall))|la(?:kh|c)s?|crores?|[wk]"
    r"|m(?![²³]|\s?(?:high|wide|long|deep|tall|thick|away|apart)\b))(?![a-zà-ž])"
    r")){0,3}"
)
_QUANTITY = (
    rf"(?:(?P<before>{CURRENCY})\s?|(?<![0-9０-９a-z])(?<![0-9]\.))"
    rf"(?P<number>{WESTERN}|{CHINESE}|{ENGLISH}|\ban?(?={PERIOD}))(?P<more>[多余几来]|把(?=[块元人个]))?(?P<scale>{_SCALE})"
    r"(?P<more2>[多余])?(?P<half>个半(?=[月小钟星]))?"
    rf"(?:[ \u00a0\u3000\t]{{0,2}}(?:-(?=[a-z]))?(?![￥¥£$€₹]\s?[0-9])(?P<unit>{UNIT}|{THING}))?"
    r"(?P<tail>半(?!数)|多(?![一-鿿])| and a half\b)?"
)
_FEW = rf"(?:{DIGIT}{{1,2}}|[一二三四五六七八九十]{{1,3}})"
_MONTH = (
    "(?-i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_PLACE = (
    r"(?:sections?|clauses?|articles?|rules?|paragraphs?|schedules?|appendix|annex|parts?|chapters?|steps?"
    r"|versions?|pages?|rooms?|year|grade|class|table|level|no\.)"
)
_SPELL = r"(?:[a-z]+ )?(?:days?|weeks?|months?|hours?|years?|times|people)\b"  # at the table | four days
_DAYS_OF_MONTH = rf"{_FEW}\s?(?:[日号]?\s?{TO}\s?{_FEW}\s?)?[日号]"
_OTHER = "|".join(
    (
        # dates: 2024-09-01, 2024年9月1日, 9月1日至5日, 每月15日
        rf"(?<!{DIGIT}){DIGIT}{{4}}[-/.．]{DIGIT}{{1,2}}[-/.．]{DIGIT}{{1,2}}(?!{DIGIT})",
        rf"(?:(?<!{DIGIT}){DIGIT}{{4}}|[一二三四五六七八九零〇]{{4}})\s?年(?:\s?{_FEW}\s?月(?:\s?{_DAYS_OF_MONTH})?)?",
        rf"(?<!{DIGIT}){_FEW}\s?月(?:\s?{_DAYS_OF_MONTH}|份|底|初|中)",
        rf"(?<!个)月\s?的?{_DAYS_OF_MONTH}",
        rf"(?<!{DIGIT})[0-9]{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:\s+[0-9]{{4}})?",
        rf"\b{_MONTH}\s+[0-9]{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+[0-9]{{4}})?",
        # times of day
        rf"(?<!{DIGIT}){DIGIT}{{1,2}}[:：]{DIGIT}{{2}}(?:[:：]{DIGIT}{{2}})?",
        rf"(?<!{DIGIT}){_FEW}\s?[点时](?:{_FEW}分|半|整)?",
        # versions, and the numbers of clauses
        r"(?<![0-9a-z])v(?:er)?\.?\s?[0-9]{1,4}(?:\.[0-9]{1,4})*|(?<![0-9])[0-9]{1,4}(?:\.[0-9]{1,4}){2,}",
        r"(?m:^)\s{0,8}[0-9]{1,2}(?:\.[0-9]{1,2})+\s+(?=(?-i:[A-Z]))",
        rf"第\s?(?:{DIGIT}{{1,4}}|[零一二三四五六七八九十百千]{{1,8}})"
        rf"(?:\s?{TO}\s?第?(?:{DIGIT}{{1,4}}|[零一二三四五六七八九十百]{{1,6}}))?",
        rf"\b{_PLACE}\s+(?:[0-9]{{1,4}}(?:\.[0-9]{{1,4}}){{0,4}}(?!{DIGIT})|(?:{ENGLISH})(?! {_SPELL}))",
    )
)
_SHARE = "|".join(
    (
        rf"(?P<of>[百千万二三四五六七八九十])分之(?P<parts>{DIGIT}{{1,3}}(?:[.．]{DIGIT}{{1,4}})?"
        r"|[零一二两三四五六七八九十百]{1,6})",
        r"\b(?P<en_parts>one|two|three|four)[-\s](?P<en_of>third|quarter|fifth)s?\b(?!\s+part|\s+of\s+an?\b)",
        r"\ba\s(?P<one_of>third|quarter|fifth)(?=\s+of\b(?!\s+an?\b))",
        r"(?<![0-9/])(?P<slash_parts>[1-9])/(?P<slash_of>[2-9])(?=\s?(?:以上|多数|的|of\b|majority))",
        r"半数|(?<=过)半(?![年天日周]|个?[月小钟]|学)",
        r"(?:(?<=least )|(?<=than )|(?<=over ))half\b(?!\s+an?\b)|\bhalf(?=\s+(?:of|the|its|their)\b)",
    )
)
_SCAN = re.compile(rf"(?P<other>{_OTHER})|(?P<share>{_SHARE})|{_QUANTITY}", re.IGNORECASE)
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "百": 100, "千": 1000, "万": 10_000}
# 十分重要 counts nothing; nor does a year in "five days a year" or "leave a year", which is a rate
_ADVERB = re.compile(r"十分(?![以之及的（(，。；]|$)")
_BEFORE_ONE = re.compile(
    r"(?:^|[^a-z0-9%\s])\s?$|\b(?:for|of|within|in|over|than|least|most|takes?|taking|is|be|after|before|under|exceed(?:s|ing)?"
    r"|to|about|has|have|had|gets?|needs?|wants?|by|gives?|and|or|above|below|until|only|off|beyond|lasts?|away)\s$",
    re.IGNORECASE,
)


# beam over 4.2 m up to 4.8 m: what is measured is said in metres, not in millions
_LONG = re.compile(
    r"\b(?:beam|length|width|height|depth|draught|diameter|girth|distance|radius|span)\b[^.;|0-9]{0,20}"
    r"(?:[0-9.]+ m\b[^.;|0-9]{0,12})*$",
    re.IGNORECASE,
)
_REACH = 60  # characters before a number in which what it measures stands


def _share(found: re.Match[str]) -> Figure:
    """Read 三分之二, 百分之五十, two thirds, 半数."""
    of = (found["of"] or found["en_of"] or found["one_of"] or found["slash_of"] or "二").lower()
    parts = number(found["parts"] or found["en_parts"] or found["slash_parts"] or "一") or Decimal(0)
    whole = Decimal(_PARTS[of]) if of in _PARTS else number(of) or Decimal(2)
    start, end = found.span("share")
    return Figure(value=parts * 100 / whole, scale="", before="", unit="%", at=-1, start=start, end=end)


def _figure(text: str, found: re.Match[str]) -> Figure | None:
    """Read a number with its scale and unit: what 半 adds, and what 多 and 两三 leave open."""
    printed, scale = found["number"], (found["scale"] or "").strip()
    value = Decimal(1) if printed.lower() in ("a", "an", "几") else number(printed)
    if value is None or _ADVERB.match(text, found.start()):
        return None
    if printed.lower() in ("a", "an") and not _BEFORE_ONE.search(text[max(0, found.start() - 10) : found.start()]):
        return None
    vague = bool(found["more"] or found["more2"] or found["tail"] == "多" or printed == "几")
    value, until = few(printed) or (value, value + place(value) if vague else None)
    if found["half"] or found["tail"] in ("半", " and a half"):
        value += Decimal("0.5")
    metres = found["scale"] == " m" and not (found["before"] or found["unit"])
    if metres and _LONG.search(text[max(0, found.start() - _REACH) : found.start()]):
        return Figure(value=value, scale="", before="", unit="metres", at=-1, start=found.start(), end=found.end())
    return Figure(
        value=scaled(value, scale),
        scale=scale or "".join(c for c in printed if c in "千万亿仟萬億")[-1:],
        before=found["before"] or "",
        unit=found["unit"] or "",
        at=found.start("unit"),
        start=found.start(),
        end=found.end(),
        until=None if until is None else scaled(until, scale),
        vague=vague,
    )


def _more(last: Figure, figure: Figure) -> Decimal | None:
    """Return what a number adds to the one right before it: 5千 to 3万, and 5 of 3万5 the half of a 万."""
    if (last.scale in ("万", "亿") and figure.scale in ("千", "万")) or (last.scale, figure.scale) == ("千", "百"):
        return figure.value
    spoken = last.scale in ("千", "万", "亿") and not figure.scale and not figure.before and figure.until is None
    return scaled(figure.value, last.scale) / 10 if spoken and figure.value in range(1, 10) else None


def _together(found: Sequence[Figure]) -> list[Figure]:
    """Put 3万5千 together: a number that goes on right behind its scale."""
    whole: list[Figure] = []
    for figure in found:
        last = whole[-1] if whole else None
        if last and not last.unit and last.end == figure.start and (more := _more(last, figure)):
            value = last.value + more
            whole[-1] = figure.model_copy(
                update={"value": value, "start": last.start, "before": last.before, "scale": figure.scale or last.scale}
            )
        else:
            whole.append(figure)
    return whole


def figures(text: str) -> list[Figure]:
    """Return the numbers of a text in order, those left out that count nothing: dates, times, clause numbers."""
    found: list[Figure] = []
    for match in _SCAN.finditer(text):
        figure = _share(match) if match["share"] else None if match["other"] else _figure(text, match)
        if figure:
            found.append(figure)
    return _together(found)
