"""What a remark in a table's row says of others than its columns: Dean above £1m; 超过三个月的，须报院长."""

import re
from collections.abc import Callable, Iterator, Sequence

from corpus.models import Act, Cell
from corpus.passages import chinese
from corpus.quantities import ranges
from corpus.rules.deeds import Deed
from corpus.rules.english import wording as wording_en
from corpus.rules.english.grammar.parts import as_participle
from corpus.rules.english.grammar.verbs import form_of
from corpus.rules.english.grammar.words import words as in_words
from corpus.rules.matters import topic
from corpus.rules.named import named

# an actor, what he does, the word for it, the cell that says so, and from which sum on
Remarked = tuple[str, Act, str, Cell, str]
Read = Callable[[str], Sequence[Deed]]

_REMARK = re.compile(
    r"\b(?:remarks?|notes?|comments?|conditions?|provisos?|reporting|restrictions?)\b|^(?:before (?:that|this|it)|beforehand|also|also needed|in addition|what else|needed first)$|备注|附注|说明|例外|^注$",
    re.IGNORECASE,
)
# a row of its own below the others: 备注：…; Note: …
_LABEL = re.compile(r"(?:备注|附注|说明|注|remarks?|notes?|n\.?b\.?)\s*[:：.]\s*", re.IGNORECASE)
_PART = re.compile(r"[^;.]+(?:\.\d[^;.]*)*")
# recommendation of the Panel and | view of the Auditor
_AND_OF = re.compile(r"\s+and\s+(?=(?:an? |the )?[a-z]+ (?:of|from|by) (?:the )?[A-Z])")
_PART_ZH = re.compile(r"[^；。;\n]+")
# Dean if the grant is from abroad; when abroad, the Dean
_CASE = re.compile(r"\s+(?P<case>(?:if|where|when|for|in|unless)\b.+)$", re.IGNORECASE)
_CASE_BEFORE = re.compile(r"(?P<case>(?:if|where|when|for|in|outside|unless)\b[^,:]+)[,:]\s*", re.IGNORECASE)
_LINK = re.compile(
    r"^\W*(?:(?:is|are|it|goes?|needs?|requires?|and) )*(?:to|by)?\s*(?:the\s+)?|\W*(?:if|for|where|when|to)?\W*$",
    re.IGNORECASE,
)
_TOO = re.compile(r"\s*\b(?:also|as well|too|in addition|additionally|plus)\b", re.IGNORECASE)
# 超过三个月的，须报 | 院长
_LINK_ZH = re.compile(
    r"(?:的|者|部分)*[，,：:、]?(?:还|另|也|均|并|再|一律)*(?:必?须|应当?|需|要|得)?(?:加)?(?:报请?|提请|提交|送|找|由|交|上|经|转)?"
)
_CASE_ZH = re.compile(r"(?P<case>[^，；。]{1,20})(?:的|时)(?=[，,还另也均并再必须应需要得报找由交])")
# 须先经教代会通过 names no case
_ONLY_DUTY = re.compile(r"^(?:还|另|也|均|并|再|一律|必?须|应当?|需|要|先|加)+$")
# who carries out what a remark asks for is no level of its row
_TOLD_ZH = (Act.REVIEW, Act.DECIDE, Act.SUPERVISE)


def remarks(cells: Sequence[Cell], deeds: Read) -> Iterator[Remarked]:
    """Yield what the remarks of a row say; `deeds` reads a sentence."""
    for cell in cells:
        if _REMARK.search(cell.name):
            yield from _said(cell, cell.text, deeds)


def below(cells: Sequence[Cell], deeds: Read) -> list[Remarked]:
    """Return what a row says that is only a remark on those above it: Note: over 15 days the Director approves."""
    filled = [cell for cell in cells if cell.text.strip()]
    label = _LABEL.match(filled[0].text.strip()) if len(filled) == 1 else None
    return list(_said(filled[0], filled[0].text.strip()[label.end() :], deeds)) if label else []


def _said(cell: Cell, words: str, deeds: Read) -> Iterator[Remarked]:
    if chinese(words):
        for part in _PART_ZH.findall(words):
            yield from _in_chinese(cell, part.strip(), deeds)
        return
    for part in _PART.findall(words):
        halves = _AND_OF.split(part.strip())
        told = [deed for half in halves for deed in deeds(half) or deeds(_in_full(half))]
        for deed in told:
            yield deed.actor, deed.act, deed.verb, cell, _bound(part) if deed.act is Act.DECIDE else ""
        if not told:
            bare = _TOO.sub("", part)
            yield from ((actor, Act.DECIDE, "", cell, said) for actor, said in _above(bare) or _in_case(bare))


def _in_chinese(cell: Cell, part: str, deeds: Read) -> Iterator[Remarked]:
    """Yield what one Chinese remark says: whoever decides in a case that it names, or beside those of the columns."""
    told = [deed for deed in deeds(part) if deed.act in _TOLD_ZH]
    for deed in told:
        said = _bound(part) or _ONLY_DUTY.sub("", topic(part, deed.start))
        yield deed.actor, deed.act, deed.verb, cell, said if deed.act is Act.DECIDE else ""
    bounds = [one for one in ranges(part) if one.low != one.high]
    case = _CASE_ZH.match(part)
    end = bounds[0].end if len(bounds) == 1 else case.end() if case else 0
    link = _LINK_ZH.match(part, end) if end and not told else None
    rest = part[link.end() :] if link else ""
    if rest and link and link.end() > end - bool(case and not bounds):
        yield from ((rest[s:e], Act.DECIDE, "", cell, part[:end].strip("的 ")) for s, e in named(rest))


def _bound(words: str) -> str:
    return next((words[one.start : one.end] for one in ranges(words) if one.low != one.high), "")


def _above(words: str) -> list[tuple[str, str]]:
    """Return the names beside the only bound of a remark that says nothing else: Dean above £1m; over £50: the Court."""
    found = [one for one in ranges(words) if one.low != one.high]
    if len(found) != 1:
        return []
    rest = [_LINK.sub("", words[: found[0].start]), _LINK.sub("", words[found[0].end :])]
    return _named(" ".join(filter(None, rest)), _bound(words))


def _in_case(words: str) -> list[tuple[str, str]]:
    """Return the names beside the case in which a remark lets them decide: Dean if the grant is from abroad."""
    case, before = _CASE.search(words), _CASE_BEFORE.match(words.strip())
    if before:
        return _named(_LINK.sub("", words.strip()[before.end() :]), before["case"])
    return _named(_LINK.sub("", words[: case.start()]), case["case"]) if case else []


def _named(name: str, said: str) -> list[tuple[str, str]]:
    return [(name[start:end], said) for start, end in wording_en.names(name)]


def _in_full(words: str) -> str:
    """Return a remark with the words that it leaves out: the Court | is | informed; (it) requires the Court's consent."""
    own = in_words(words)
    first = form_of(own[0].low) if own else None
    if first and first.kind == "s":
        return f"It {words[:1].lower()}{words[1:]}"
    if len(own) > 1 and wording_en.noun(own[0].text) and own[1].low in ("of", "from", "by"):
        return f"On the {words}"
    done = next((word for word in own[1:] if as_participle(word)), None)
    return f"{words[: done.start]}is {words[done.start :]}" if done else ""
