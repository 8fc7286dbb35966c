"""Whole documents that hold for a while not, and again from a day: 本办法自…至…暂停执行; the Kiln Rules apply again from 1 May."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from corpus.effects import Change
from corpus.record import Record
from corpus.validity.dates import DAY_EN, DAY_ZH, day
from corpus.validity.said.changing import cjk
from corpus.validity.said.own import SELF_ZH
from corpus.validity.said.suspending import term

HINT = re.compile(r"暂停|中止|暂缓|停止|恢复|suspen|again|reinstat|restor|resum", re.I)


class Rest(Record):
    """What a sentence says of a whole document: DELETED for a while, or BEGUN again; the title is "" for itself."""

    title: str
    change: Change
    day: date | None = None
    over: date | None = None


_TITLE = r"《(?P<title>(?:[^《》]|《[^》]*》)+)》(?:\s*[（(][^）)]*[）)])?"
_WHOM_ZH = rf"(?:{_TITLE}|(?P<own>{SELF_ZH.pattern}))"
_DAYS_ZH = rf"(?:(?:将|拟|现|决定)?\s*(?:自|从|于|在)?\s*{DAY_ZH}\s*(?:之日)?\s*起?(?:\s*(?:至|到|—|–|-)\s*{DAY_ZH}\s*(?:止|期间)?)?\s*[，,]?\s*)?"
_DOES = "(?:执行|施行|实施|适用|实行)"
_RESTS_ZH = re.compile(
    rf"{_WHOM_ZH}\s*[，,]?\s*{_DAYS_ZH}(?:整体|全部|暂时|予以|均|一律)*(?:停止|暂停|中止|暂缓){_DOES}(?=\s*(?:$|[，,。；;\n至到]))"
    rf"|(?:暂停|中止|暂缓){_DOES}\s*{_WHOM_ZH.replace('title', 'title2').replace('own', 'own2')}(?=\s*(?:$|[，,。；;\n至到]))"
)
_AGAIN_ZH = re.compile(
    rf"{_WHOM_ZH}\s*[，,]?\s*{_DAYS_ZH}(?:整体|全部|予以|均|一律)*恢复{_DOES}(?=\s*(?:$|[，,。；;\n]))"
    rf"|恢复{_DOES}\s*{_WHOM_ZH.replace('title', 'title2').replace('own', 'own2')}(?=\s*(?:$|[，,。；;\n]))"
)
_WHOM_EN = r"(?:(?P<own>th(?:is|ese)\s+(?:[a-z]+ ){0,2}[a-z]+)|(?:the\s+)?(?P<title>(?-i:[A-Z])[\w'’ &–-]{2,80}?))"
_BE = r"(?:is|are|be|shall be|will be)"
_RESTS_EN = re.compile(
    rf"^\W*(?:[\d.()a-z]{{1,5}}\s+)?(?:the operation of\s+)?{_WHOM_EN}\s+{_BE}\s+(?:hereby\s+|temporarily\s+)*suspended\b"
    r"(?=\s*(?:$|[,.;]|(?:from|with|until|till|to|on|as|between)\b))",
    re.I,
)
_AGAIN_EN = re.compile(
    rf"^\W*(?:[\d.()a-z]{{1,5}}\s+)?(?:(?P<lifted>the suspension of\s+){_WHOM_EN}\s+(?:(?P<last>ends?|expires?|runs out)|{_BE} (?:lifted|ended|withdrawn)|ceases)"
    rf"|{_WHOM_EN.replace('title', 'title2').replace('own', 'own2')}\s+(?:(?:shall |will )?(?:again appl(?:y|ies)|appl(?:y|ies) again|(?:has|have) effect again|resumes?|come back into force)"
    rf"|{_BE} (?:hereby )?(?:reinstated|restored|in force again|resumed)))\b(?P<rest>.*)",
    re.I | re.S,
)
_ON_EN = re.compile(rf"\b(?:on|from|as of|with effect from)\s+({DAY_EN})", re.I)


def rests(words: str) -> Iterator[Rest]:
    """Yield the whole documents that a sentence says hold for a while not, or again."""
    if cjk(words):
        yield from _chinese(words)
        return
    stops, again = _RESTS_EN.match(words), _AGAIN_EN.match(words)
    if stops:
        yield from _rest(stops, *term(words[stops.end() :]))
    elif again:
        on = _ON_EN.search(again["rest"])
        since = day(on[1]) if on else None
        since = since + timedelta(1) if since and again["last"] else since
        yield Rest(title=_title(again), change=Change.BEGUN, day=since)


def _chinese(words: str) -> Iterator[Rest]:
    for found in _RESTS_ZH.finditer(words):
        yield from _rest(found, *term(words))
    for found in _AGAIN_ZH.finditer(words):
        yield Rest(title=_title(found), change=Change.BEGUN, day=term(words)[0])


def _rest(found: re.Match[str], since: date | None, over: date | None) -> Iterator[Rest]:
    """Yield a rest that ends on a day, or a document's own; what stands before 暂停执行 without one is told as ended."""
    title = _title(found)
    if over or (since and (not title or found.groupdict().get("title2"))):
        yield Rest(title=title, change=Change.DELETED, day=since, over=over)


def _title(found: re.Match[str]) -> str:
    groups = found.groupdict()
    return (groups.get("title") or groups.get("title2") or "").strip()
