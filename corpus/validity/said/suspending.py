"""Clauses that hold no more, or for a while not, from a day that is named: 第三条自2026年1月1日起停止执行."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from corpus.effects import Change
from corpus.validity.dates import DAY_EN, DAY_ZH, day
from corpus.validity.said.changing import BE_EN, LABEL_EN, OF, OF_EN, PLACES, changes, cjk
from corpus.validity.said.changing import HINT as CHANGES

_SINCE = rf"(?:自|从|于)?\s*{DAY_ZH}\s*(?:之日)?\s*起?(?:\s*(?:至|到|—|–|-)\s*{DAY_ZH}\s*(?:止|期间)?)?"
_STOPS_ZH = (
    r"(?:(?:停止|暂停|中止|暂缓)(?:执行|施行|实施|适用|实行)|(?:不再|暂不)(?:执行|施行|实施|适用)|废止|失效|终止执行)"
)
_WORDS_OF = r"(?:的?(?:规定|内容|要求|条款))?"
_STOPPED_ZH = re.compile(
    rf"{OF}\s*(?P<at>{PLACES})(?P<part>){_WORDS_OF}\s*[，,]?\s*(?:{_SINCE}\s*[，,]?\s*)?(?:同时|予以|一并|即行|均|暂时)*{_STOPS_ZH}"
    rf"(?=\s*(?:$|[，,。；;\n至到]))"
    rf"|(?:停止|暂停|中止|暂缓)(?:执行|施行|实施|适用)\s*{OF.replace('title', 'title2')}\s*(?P<at2>{PLACES})(?P<part2>){_WORDS_OF}"
    r"(?=\s*(?:$|[，,。；;\n至到]))"
)
_STOPPED_EN = re.compile(
    rf"{LABEL_EN}{OF_EN}\s*(?:{BE_EN}\s+(?:hereby\s+|temporarily\s+)*suspended|(?:shall|will|do|does)\s+not\s+(?:apply|have effect)(?=\s+(?:from|between|until|as of|with effect)\b))"
    rf"|\b(?:suspend(?:s|ed|ing)?|operation of)\s+(?:the operation of\s+)?{LABEL_EN.replace('<at>', '<at2>')}{OF_EN.replace('title', 'title2')}"
    r"(?=\s*(?:$|[,.;]|(?:is|are|from|with|until|till|to|on|as)\b))",
    re.I,
)
# without one of these a sentence changes nothing and stops nothing
HINT = re.compile(rf"{CHANGES.pattern}|暂停|中止|暂缓|暂不|suspend|not apply|not have effect|operation of", re.I)
_TERM_ZH = re.compile(
    rf"(?:自|从|于)?\s*(?P<first>{DAY_ZH})\s*(?:之日)?\s*起?\s*(?:至|到|—|–|-)\s*(?P<last>{DAY_ZH})"
    rf"|(?:自|从|于)\s*(?P<since>{DAY_ZH})\s*(?:之日)?\s*起(?!\s*(?:施行|实施|生效|试行)的)"
    rf"|(?:至|到)\s*(?P<till>{DAY_ZH})"
)
_TERM_EN = re.compile(
    rf"\b(?:from|as of|with effect from|between|on)\s+(?P<since>{DAY_EN})|\b(?:until|till|to|through|up to(?: and including)?|and)\s+(?P<till>{DAY_EN})",
    re.I,
)


def told(words: str) -> Iterator[tuple[Change, re.Match[str]]]:
    """Yield what the words of a sentence change, and the clauses that they have hold no more, or for a while not."""
    known = [*changes(words)]
    yield from known
    taken = [found.span() for _, found in known]
    for found in (_STOPPED_ZH if cjk(words) else _STOPPED_EN).finditer(words):
        if not any(found.start() < end and start < found.end() for start, end in taken):
            yield Change.DELETED, found


def term(words: str) -> tuple[date | None, date | None]:
    """Return the first day that some words name, and the first one after the last; None for what they don't name."""
    named = [one.groupdict() for one in [*_TERM_ZH.finditer(words), *_TERM_EN.finditer(words)]]
    since = next((one.get("first") or one["since"] for one in named if one.get("first") or one["since"]), None)
    till = next((one.get("last") or one["till"] for one in named if one.get("last") or one["till"]), None)
    over = day(till, last=True) if till else None
    return (day(since) if since else None), (over + timedelta(1) if over else None)
