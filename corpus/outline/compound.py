"""Numbers put together of two kinds, and Chinese ones in less usual forms.

一·1, 二.B, 甲-3, 甲-3.1 and 第壹之一 say of themselves where they stand; 二（1） repeats the 二、 it stands in; 壹、 and 甲、
open whole clauses, not only headings; 3条, §3 and 第一项 are articles and items without the usual 第…条.
None of them is firm: a series must show that one opens a clause (`corpus.outline.series`).
"""

import re

from corpus.outline.levels import Level, Mark, Reader
from corpus.outline.mentions import CJK_NUMBER, amount_of, referred
from corpus.quantities.numbers import DIGITS, STEMS, plain

FORMAL = "壹贰叁肆伍陆柒捌玖拾"
SIGNS = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"  # Roman numbers of one character each
_HEADING_LENGTH = 20
_OPENS = r"(?=$|[\s、.．：:]|[一-龥（(《“])[\s、.．：:]*"


def compound(found: Mark) -> bool:
    """Tell whether a mark's first number is a Chinese one and its second of another kind: 一·1, 甲-3, 第壹之一."""
    return found.level is Level.DOTTED and (not found.printed[:1].isascii() or found.printed[-1:].isalpha())


def stemmed(found: Mark) -> str:
    """Return the series of a 甲、 or 壹、 that opens a clause, "" for any other mark."""
    if found.level is not Level.CJK:
        return ""
    return next((series[0] for series in (STEMS, FORMAL) if found.printed[:1] in series), "")


def headlike(words: str) -> bool:
    """Tell whether a plain line is a heading by its looks: a few words without a stop."""
    return len(words) <= _HEADING_LENGTH and not re.search(r"[，。；：,;:!?！？|]$", words)


def _counted(words: str) -> str:
    series = next((signs for signs in (STEMS, SIGNS) if words in signs), "")
    return str(series.index(words) + 1) if series else plain(words)


def _compound(m: re.Match[str], line: str) -> Mark | None:
    """Read 一·1, unless what follows shows a span or an amount: 三-5天."""
    if amount_of(line[m.end("shown") :]) or referred(line[m.end("shown") :]):
        return None
    key = f"{_counted(m['a'])}.{m['b'] if '.' in m['b'] else _counted(m['b'])}"
    return Mark(level=Level.DOTTED, printed=re.sub(r"\s", "", m["shown"]), key=key, length=m.end(), firm=False)


def _repeated(m: re.Match[str], line: str) -> Mark | None:
    """Read 二（1） as the （1） of the open 二、."""
    inner = m["n"]
    level = Level.BRACKET if inner[0] in DIGITS or inner.isdigit() else Level.CJK_BRACKET
    return Mark(level=level, printed=m["shown"], key=plain(inner), length=m.end(), firm=False)


def _stem(m: re.Match[str], line: str) -> Mark | None:
    """Read 壹、 before the words of a clause; a few words without a stop are a heading (`corpus.outline.naming`)."""
    if headlike(line.strip()):
        return None
    return Mark(level=Level.CJK, printed=m["n"] + "、", key=_counted(m["n"]), length=m.end(), firm=False)


def _lettered(m: re.Match[str], line: str) -> Mark | None:
    """Read 甲） as a) is one."""
    return Mark(level=Level.LETTER, printed=m["n"], key=_counted(m["n"]), length=m.end(), firm=False)


def _article(m: re.Match[str], line: str) -> Mark | None:
    """Read 3条, 3条之二 and §3 before Chinese words, but not §3的 or 3条、4条."""
    rest = line[m.end("shown") :]
    if referred(rest) or re.match(r"\s*(?:中|改为|修改|删[去除]|之?规定)", rest):
        return None
    sub = m["sub"] if "sub" in m.re.groupindex else None
    key = plain(m["n"]) + (f"-{plain(sub)}" if sub else "")
    level = Level.DOTTED if "." in key else Level.ARTICLE
    return Mark(level=level, printed=re.sub(r"\s", "", m["shown"]), key=key, length=m.end(), firm=False)


def _item(m: re.Match[str], line: str) -> Mark | None:
    return Mark(level=Level.ORDINAL, printed=m["shown"], key=plain(m["n"]), length=m.end(), firm=False)


COMPOUND: tuple[tuple[re.Pattern[str], Reader], ...] = tuple((re.compile(pattern), read) for pattern, read in (
    (rf"(?P<shown>第\s*(?P<a>[{STEMS}{FORMAL}]|{CJK_NUMBER})\s*之\s*(?P<b>{CJK_NUMBER}))(?=[\s：:])[\s：:]*", _compound),
    (rf"(?P<shown>(?P<a>[{STEMS}{FORMAL}{SIGNS}]|{CJK_NUMBER})[·・•‧.．—–－-](?P<b>[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{0,2}}(?![0-9])|[A-Z](?![A-Za-z]))){_OPENS}", _compound),
    (r"(?P<shown>(?P<a>[0-9]{1,2})[.．](?P<b>[A-Z]))\s+(?=[一-龥])", _compound),
    (rf"(?:{CJK_NUMBER})(?P<shown>[（(](?P<n>{CJK_NUMBER}|[{DIGITS}]{{1,2}})[)）])\s*(?=[一-龥《“])(?![班级届])", _repeated),
    (rf"(?P<n>[{STEMS}{FORMAL}])、(?![{STEMS}{FORMAL}])\s*(?=\S)", _stem),
    (rf"(?P<n>[{STEMS}])[)）]\s*(?=\S)", _lettered),
    (rf"(?P<shown>(?P<n>[{DIGITS}]{{1,3}}|{CJK_NUMBER})\s?条(?:之(?P<sub>{CJK_NUMBER}))?)(?=[\s：:])[\s：:]*", _article),
    (r"(?P<shown>§\s*(?P<n>[0-9]{1,3}(?:\.[0-9]{1,3})*))(?=$|[\s：:、.]*[一-龥“《【（])[\s：:、.]*", _article),
    (rf"(?P<shown>第(?P<n>{CJK_NUMBER})项)(?=[\s：:])[\s：:]*", _item),
))  # fmt: skip
