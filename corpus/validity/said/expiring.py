"""Until which day a document holds, by its own words: 有效期三年, 至…止, "expires on", "in force for two years"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from corpus.models import Facts
from corpus.sentences import Sentence
from corpus.validity.dates import DAY_EN, DAY_ZH, SPAN, SPAN_EN, day, later
from corpus.validity.said.beginning import FROM_TO_EN, HOLDS, begins, days, standing
from corpus.validity.said.own import speaks_en, speaks_zh

_UNTIL_ZH = re.compile(
    rf"(?:(?:有效期|施行期|试行期|执行期|有效)(?:限)?(?:截止)?(?:自\s*{DAY_ZH}\s*)?[为是]?|试行|施行|执行|生效|起|，|,|^)\s*(?:截止)?(?:至|到|截至)\s*"
    rf"(?P<last>{DAY_ZH})(?:\s*止)?|(?:于|至)?\s*(?P<lapse>{DAY_ZH})\s*(?:自动|自行)?(?:失效|届满|到期)"
    rf"|(?:自|从|于)\s*(?P<over>{DAY_ZH})\s*(?:之日)?起?(?:自动|自行)?(?:废止|失效|停止(?:执行|施行)|终止)"
)
# 试行期一年，自2024年1月1日起计算; 有效期自发布之日起三年
_TERM_FROM_ZH = re.compile(
    rf"(?:有效期|试行期|施行期|执行期)(?:限)?[为是]?\s*{SPAN}\s*[，,]\s*自\s*(?P<day>{DAY_ZH})\s*(?:之日)?起(?:计算|算起|算)?"
)
_TERM_SINCE_ZH = re.compile(
    rf"(?:有效期|试行期|施行期|执行期)(?:限)?[为是]?\s*自(?:其)?(?:印发|发布|公布|颁布|下发|施行|实施|生效|执行)之日起\s*{SPAN}"
)
_TERM_ZH = re.compile(rf"(?:有效期|试行期|试行|施行期|执行期|暂行期)(?:限)?(?:暂定|定|约)?[为是]?\s*{SPAN}(?![以内前])")
_UNTIL_EN = re.compile(
    rf"\b(?:until|till|up to(?: and including)?|through|expir(?:es?|y|ing)(?: date)?(?: on|:| at the end of)?|laps(?:es?|ed)"
    rf"(?: on| at the end of| at midnight on)|ends? on)\s+(?:and including\s+|the end of\s+)?(?P<last>{DAY_EN})"
    rf"|\b(?:ceases? to (?:have effect|apply|be in force)|(?:is |was |are |be )?(?:repealed|withdrawn|revoked|superseded|rescinded))"
    rf"(?:(?:,? with effect)?\s+(?:on|from|as of)|,?\s+effective(?: from| as of| on)?)\s+(?P<over>{DAY_EN})",
    re.I,
)
_TERM_EN = re.compile(
    rf"\b(?:valid|in force|in effect|effective|runs|remains?|stays)\b[^.;]*?\bfor(?: a (?:period|term) of)?\s+{SPAN_EN}\b",
    re.I,
)


def repealed(said: Sequence[Sentence], facts: Facts, begin: date | None) -> date | None:
    """Return the first day on which the document does not hold any more, by its own words."""
    ends = [when for one in said for when in _ends(one, facts, begin)]
    later_than = [when for when in ends if begin is None or when > begin]
    return later_than[-1] if later_than else None


def _ends(one: Sentence, facts: Facts, begin: date | None) -> Iterator[date]:
    """Yield the first days on which a document does not hold any more, by one sentence."""
    title = facts.title
    own = any(begins(one, facts, date.min))
    for found in _UNTIL_ZH.finditer(one.words):
        if _own_zh(one, found, title, own) and "《" not in one.words[: found.start()].rpartition("，")[2]:
            yield from (when + timedelta(1) for when in days([found["last"], found["lapse"]], last=True))
            yield from days([found["over"]])
    for found in _TERM_FROM_ZH.finditer(one.words):
        over = (
            later(day(found["day"]) or date.max, found["count"], found["unit"])
            if _own_zh(one, found, title, own)
            else None
        )
        yield from [over] if over else []
    for found in _TERM_SINCE_ZH.finditer(one.words):
        over = later(begin, found["count"], found["unit"]) if begin and _own_zh(one, found, title, own) else None
        yield from [over] if over else []
    for found in _TERM_ZH.finditer(one.words):
        over = later(begin, found["count"], found["unit"]) if begin and _own_zh(one, found, title, own) else None
        yield from [over] if over else []
    for found in _UNTIL_EN.finditer(one.words):
        before = re.sub(rf"(?:,|\b(?:and|from|on|since)\b|\s|{DAY_EN})*$", "", one.words[: found.start()], flags=re.I)
        before = re.sub(
            r"\b(?:in force|valid|effective|in effect|applies|apply|stays?|remains?|continues?)\s*$",
            "",
            before,
            flags=re.I,
        )
        if own or speaks_en(before, title, standing=standing(one)):
            yield from (when + timedelta(1) for when in days([found["last"]], last=True))
            yield from days([found["over"]])
    for found in FROM_TO_EN.finditer(one.words):
        if own or speaks_en(one.words[: found.start()], title, standing=standing(one)):
            yield from (when + timedelta(1) for when in days([found["last"]], last=True))
    for found in _TERM_EN.finditer(one.words):
        over = later(begin, found["count"], found["unit"]) if begin else None
        if over and (own or speaks_en(one.words[: found.start()], title, standing=standing(one))):
            yield over


def _own_zh(one: Sentence, found: re.Match[str], title: str, own: bool) -> bool:
    """Tell whether a term is the document's: right after its own 施行, or said of 本办法, or of nothing under the title."""
    before = one.words[: found.start()].rstrip("的")
    said_of = re.split(r"[，,；;]", before)[-1].strip()
    if one.opening and found["over"] and not said_of and "《" not in before:
        return True
    if own and (not said_of or re.search(rf"(?:起|{HOLDS})$", said_of)):
        return True
    if before.strip() and not said_of:
        return False  # 本办法所称许可证，有效期三年
    return speaks_zh(before, title, standing=standing(one))
