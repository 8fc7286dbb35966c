"""Numbers that a word or a frame makes marks: 问2, 【问2】, 说明3, 【一】, Item 4, Note 1, and 2-3 with a hyphen.

None of them is firm: a series, or the format, must show that one opens a clause (`corpus.outline.series`).
"""

import re

from corpus.outline.levels import Level, Mark, Reader
from corpus.outline.mentions import CJK_NUMBER, NUMBER, amount_of
from corpus.quantities.numbers import DIGITS, plain

# English words for what a document counts as its articles, which are ordinary words too
_ARTICLES = "Item|Policy|Question|Canon|Provision|Guideline|Directive|Instruction|Point|Tip|Topic"
_SPELT = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_TOPICAL = re.compile(rf"(?i:{_ARTICLES})\s")
_NOTES = re.compile(r"说明|[备附]?注|note", re.IGNORECASE)


def topical(found: Mark) -> bool:
    """Tell whether a mark is Item 4 or Policy 1240: an article by a word that also names other things."""
    return found.level is Level.ARTICLE and bool(_TOPICAL.match(found.printed))


def noted(found: Mark) -> str:
    """Return the word of a numbered note (说明2, 注1, Note 3), "" for any other mark."""
    match = _NOTES.match(found.printed) if found.level is Level.BRACKET else None
    return match[0].lower() if match else ""


def framed(found: Mark) -> bool:
    """Tell whether a mark stands in thick brackets: 【一】, 【12】."""
    return found.printed[:1] in ("【", "〔")


def hyphened(found: Mark) -> bool:
    """Tell whether a mark's numbers are joined by hyphens: 2-3."""
    return found.level is Level.DOTTED and "-" in found.printed


def _asked(m: re.Match[str], line: str) -> Mark | None:
    """Read 问2, the second question of a list, as Q2 is one."""
    return Mark(
        level=Level.ARTICLE, printed=re.sub(r"\s", "", m["shown"]), key=f"q{plain(m['n'])}", length=m.end(), firm=False
    )


def _loose(level: Level) -> Reader:
    def read(m: re.Match[str], line: str) -> Mark | None:
        printed = " ".join(m["shown"].split())
        shown = printed if printed.isascii() else printed.replace(" ", "")
        return Mark(level=level, printed=shown, key=plain(m["n"]), length=m.end(), firm=False)

    return read


def _spelt(m: re.Match[str], line: str) -> Mark | None:
    """Read "Second. ", which counts the orders of a circular; "Second, the mate" only goes on."""
    key = str(_SPELT.index(m["n"].lower()) + 1)
    return Mark(level=Level.ORDINAL, printed=m["shown"], key=key, length=m.end(), firm=False)


def _bracketed(m: re.Match[str], line: str) -> Mark | None:
    """Read 一）."""
    return Mark(level=Level.CJK_BRACKET, printed=m["n"] + "）", key=plain(m["n"]), length=m.end(), firm=False)


def _hyphened(m: re.Match[str], line: str) -> Mark | None:
    """Read 2-3, unless what follows shows a span: 2-3 天."""
    rest = line[m.end() :]
    if amount_of(rest) or rest[:1].islower():
        return None
    printed = "-".join(str(int(n)) for n in re.split("[-–—－]", m["n"]))
    return Mark(level=Level.DOTTED, printed=printed, key=printed.replace("-", "."), length=m.end(), firm=False)


WORDED: tuple[tuple[re.Pattern[str], Reader], ...] = tuple((re.compile(pattern), read) for pattern, read in (
    (rf"(?P<shown>问题?\s*(?P<n>{NUMBER}))(?=$|[\s：:、.．，,])[\s：:、.．，,]*", _asked),
    (rf"[【〔]\s*(?P<shown>问题?\s*(?P<n>{NUMBER}))\s*[】〕]\s*", _asked),
    (rf"(?P<shown>(?:说明|[备附]?注)\s*(?P<n>{NUMBER}))[\s：:、.．]+", _loose(Level.BRACKET)),
    (r"(?P<shown>(?i:Note)\s+(?P<n>[0-9]{1,2}))[.:)]\s+", _loose(Level.BRACKET)),
    (rf"(?P<shown>[【〔]\s*(?P<n>{CJK_NUMBER}|[{DIGITS}]{{1,2}})\s*[】〕])[、.．]?\s*", _loose(Level.CJK)),
    (rf"(?P<shown>(?i:{_ARTICLES})\s+(?P<n>[0-9]{{1,4}}))(?=$|\s*[:–—]|\.(?![0-9])|\s+[-A-Z(])[.:]?\s*[-–—:]?\s*", _loose(Level.ARTICLE)),
    (rf"(?P<shown>(?P<n>(?i:{'|'.join(_SPELT)})))[.:]\s+(?=[A-Z\"“])", _spelt),
    (rf"(?P<n>{CJK_NUMBER})[)）]\s*", _bracketed),
    (rf"(?P<n>[{DIGITS}]{{1,3}}(?:[-–—－][{DIGITS}]{{1,3}}){{1,3}})(?:[.．、:：]\s*|\s+|$)", _hyphened),
))  # fmt: skip
