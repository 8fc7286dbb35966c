"""Where the items of a list begin that stands inside a line: after its lead-in, a heading, or a number alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.outline.marks import Level, Mark, mark
from corpus.quantities.numbers import ROMANS, ordinal

_MARK = (
    r"(?P<mark>[（(](?P<cjk>[一二三四五六七八九十]{1,3})[)）]|(?P<circled>[①-⑳])|[（(](?P<digit>[0-9]{1,2})[)）]"
    r"|\((?P<roman>i{1,3}|iv|vi{0,3}|ix|x)\)(?=\s)|\((?P<letter>[a-z])\)(?=\s)|第(?P<step>[一二三四五六七八九十])步)"
)
# an item inside a sentence opens after the colon of its lead-in or after the item before it; （一）项, （一）和（二）
# and "(a) and (b)" only name one
_INLINE = re.compile(
    rf"(?<=[：:；;。.，,、\s]){_MARK}(?!\s*(?:[、至和或及]\s*[（(第]|[项款](?![目式待])|(?:,|and|or|to)\s*\())"
    r"|(?<=[：:；;。，,\s])(?P<number>[0-9]{1,2})[.．、](?![0-9.．])"
)
_OPENING = re.compile(rf"\s*{_MARK}|\s*(?P<number>[0-9]{{1,2}})[.．、](?![0-9.．])")
_SERIES = ("cjk", "circled", "digit", "roman", "letter", "step", "number")
_ARTICLE = re.compile(r"(?<=[。；\s])第[零〇一二三四五六七八九十百]{1,9}条(?=\s)")
_BEFORE_FIRST = re.compile(r"[：:]\s*$|(?:following|following conditions|either|if|that|may|must|shall)[:\s]\s*$")
_AFTER_COLON = re.compile(r"[：:]\s*$")
_AFTER_SENTENCE = re.compile(r"[；;。.]\s*$")
_AFTER_ITEM = re.compile(r"[；;。.]\s*(?:and|or|以及|和|或者?)?\s*$")
_AFTER_NUMBERED = re.compile(r"[，,；;。.]\s*(?:and|or|以及|和|或者?)?\s*$")
# what opens a clause of its own: no verb or comma that goes on from "(2)" as a name
_OPENS = re.compile(r"\s*[A-Z\"“‘《（(£$€0-9\u4e00-\u9fff]")
# what stands before a number that is only named: "as under (1)", 按照（一）
_NAMES = re.compile(
    r"(?:\b(?:under|in|of|to|by|with|see|from|per|and|or|paragraphs?|items?|clauses?|rules?)|[按依照据第见和或及])\s*$",
    re.IGNORECASE,
)
_CLAUSE = re.compile("[，。；：、,.;:()（）]")
_REACH = 40
_HEADING = 60
# A list goes on in later lines: this many are searched for its second item.
LATER = 20
_HOSTS = frozenset({Level.ARTICLE, Level.CJK, Level.CJK_BRACKET, Level.NUMBER, Level.DOTTED, Level.BRACKET,
                    Level.LETTER, Level.ROMAN})  # fmt: skip
_GUESTS = _HOSTS - {Level.ARTICLE} | {Level.CIRCLED}


@dataclass
class _Run:
    """A list while it is found: its kind of number, where its items begin, its last number.

    An item of a `strict` list must follow the end of the one before.
    """

    series: str
    places: list[int]
    last: int
    strict: bool = False


def _order(found: re.Match[str]) -> tuple[str, int]:
    """Return which series an inline mark belongs to, and its number there."""
    name = next(name for name in _SERIES if found[name])
    value = found[name]
    if name == "roman":
        return name, ROMANS.index(value) + 1
    if name in ("circled", "letter"):
        return name, ord(value) - ord("①" if name == "circled" else "a") + 1
    return name, ordinal(value)


def _orders(found: re.Match[str]) -> list[tuple[str, int]]:
    """Return every series a number may belong to: (i) is a letter after (h)."""
    order = _order(found)
    single = order[0] == "roman" and len(found["roman"]) == 1
    return [order, ("letter", ord(found["roman"]) - ord("a") + 1)] if single else [order]


def _quoted(text: str) -> list[tuple[int, int]]:
    """Return the spans of the quotations in a line, one left open to its end."""
    if "“" not in text and '"' not in text:
        return []
    return [found.span() for found in re.finditer('“[^”]*(?:”|$)|"[^"]*(?:"|$)', text)]


def _doubled(text: str, own: Mark | None) -> list[int]:
    """Return where a second number opens right behind the first: "4. (1) The Board", 第五条 （一）."""
    places: list[int] = []
    host, at = own, 0
    while host and host.level in _HOSTS:
        at += host.length
        gap = re.match(r"\s*(?:[-–—]\s*)?", text[at:])
        at += gap.end() if gap else 0
        guest = mark(text[at:])
        if not guest or not _first_of(guest, host):
            break
        places.append(at)
        host = guest
    return places


def _first_of(guest: Mark, host: Mark) -> bool:
    """Tell whether a mark opens the list of another that stands right before it."""
    if guest.level is Level.DOTTED:
        return guest.key == f"{host.key}.1"
    first = guest.key in ("1", "a", "i") and guest.firm
    return first and guest.level in _GUESTS and guest.printed != host.printed


def _begun(text: str, found: re.Match[str], series: str, head: int) -> _Run | None:
    """Return the list that a first item begins; `head` is where the line's own number ends, 0 for none."""
    at = found.start()
    before = text[max(0, at - _REACH) : at]
    if series == "number":
        return _Run(series, [at], 1, strict=True) if _AFTER_COLON.search(before) else None
    if series == "step" or _BEFORE_FIRST.search(before):
        return _Run(series, [at], 1)
    if series in ("letter", "roman", "digit") and _bare(text[head:at]) and text[found.end() :].lstrip()[:1].islower():
        return _Run(series, [at], 1, strict=True)
    if _OPENS.match(text, found.end()) and (_AFTER_SENTENCE.search(before) or _titled(text[head:at], head)):
        return _Run(series, [at], 1, strict=True)
    return None


def _titled(words: str, head: int) -> bool:
    """Tell whether the words between a line's number and its first item are a heading: "9. Meetings (1)"."""
    title = words.strip()
    return bool(head and 0 < len(title) <= _HEADING and not _CLAUSE.search(title) and not _NAMES.search(title))


def _bare(words: str) -> bool:
    """Tell whether the words before a first item, since the last sentence, only name what its items go on about: The Chair (a) presides."""
    subject = re.split(r"[.;:]\s", words)[-1].strip()
    return 0 < len(subject) <= _HEADING and not _CLAUSE.search(subject) and not _NAMES.search(subject)


def _continues(run: _Run, rank: int, before: str) -> bool:
    if rank != run.last + 1:
        return False
    return not run.strict or bool((_AFTER_NUMBERED if run.series == "number" else _AFTER_ITEM).search(before))


def _outside(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds outside the quotations of a line."""
    quotations = _quoted(text)
    for found in pattern.finditer(text):
        if not any(left < found.start() < right for left, right in quotations):
            yield found


def _opened(text: str, at: int) -> list[_Run]:
    """Return the list whose item opens at `at`, where a line or its second number begins."""
    opening = _OPENING.match(text, at)
    if not opening:
        return []
    return [_Run(series, [at], rank, strict=True) for series, rank in _orders(opening)]


def _runs(text: str, double: Sequence[int], own: Mark | None) -> list[_Run]:
    """Return the lists that a line holds; the first item of one may be the line itself."""
    runs = [run for place in [0, *double] for run in _opened(text, place)]
    latest = {run.series: run for run in runs}
    head = own.length if own and not double else 0
    for found in _outside(_INLINE, text):
        at, (series, rank), before = found.start(), _order(found), text[max(0, found.start() - _REACH) : found.start()]
        runs_on = (latest[s] for s, r in _orders(found) if s in latest and _continues(latest[s], r, before))
        if run := next(runs_on, None):
            run.places.append(at)
            run.last += 1
        elif at not in double and rank == 1 and (begun := _begun(text, found, series, head)):
            latest[series] = begun
            runs.append(begun)
    return runs


def _goes_on(run: _Run, own: Mark | None, later: Sequence[str]) -> bool:
    """Tell whether a list with one item in its line has the second in a line of its own."""
    for line in later if run.places[0] > 0 else ():
        opened = _OPENING.match(line)
        if opened and run.series in (orders := dict(_orders(opened))):
            return orders[run.series] == 2
        beside = mark(line)
        if beside and beside.level <= (own.level if own else Level.ARTICLE):
            return False
    return False


def _articles(text: str, own: Mark | None) -> list[int]:
    """Return where the next articles open in a line that lost its breaks: "…。第三条 …"."""
    last = int(own.key) if own and own.level is Level.ARTICLE and own.key.isdigit() else 0
    places: list[int] = []
    for found in _outside(_ARTICLE, text) if last else ():
        opened = mark(text[found.start() : found.end() + _REACH])
        if opened and opened.key == str(last + 1):
            places.append(found.start())
            last += 1
    return places


def cuts(text: str, later: Sequence[str] = ()) -> list[int]:
    """Return where the items of the lists in a line begin: a series that starts at one and counts up.

    The second item may open one of the `later` lines.
    """
    own = mark(text)
    double = _doubled(text, own)
    kept = [run for run in _runs(text, double, own) if len(run.places) > 1 or _goes_on(run, own, later)]
    return sorted({*double, *_articles(text, own), *(place for run in kept for place in run.places if place > 0)})
