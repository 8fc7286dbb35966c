"""Which words of a clause an amendment puts aside: its second paragraph, its last sentence, all from “X” to the end."""

import re

from corpus.effects import Amendment, Change
from corpus.models import Clause, Document
from corpus.outline.clauses import steps
from corpus.passages import sentences
from corpus.quantities.numbers import number

_PARAGRAPH_ZH = re.compile(r"第\s*([一二三四五六七八九十\d]+)\s*(?:自然)?[款段](?P<rest>.*)", re.S)
_SENTENCE_ZH = re.compile(r"第\s*([一二三四五六七八九十\d]+)\s*句|(?P<last>最后一[句段]|末[句段])")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_ORDINAL = re.compile(rf"\b({'|'.join(_ORDINALS)}|last|final)\s+(sentence|paragraph|sub-?paragraph)\b", re.I)
_TO_THE_END = re.compile(
    r"\bfrom\s+[“\"](?P<first>[^”\"]{2,80})[”\"]\s+(?:on(?:wards)?|to\s+(?:the\s+end|[“\"](?P<last>[^”\"]{2,80})[”\"]))",
    re.I,
)
_LAST = -1

Span = tuple[int, int]


def stretch(document: Document, key: str, amendment: Amendment) -> Span | None:
    """Return the span of the words within a clause that give way; None where it is all of it, or nobody can tell.

    Where single words give way to others (“两周” to “三周”) the sentence around them holds, and nothing is put aside.
    """
    part = amendment.part
    if not part or amendment.was or amendment.change in (Change.ADDED, Change.BEGUN):
        return None
    clause = next(one for one in document.clauses if one.key == key)
    found = _PARAGRAPH_ZH.match(part.strip("的中 "))
    if found:
        return _item(document, _nth(_paragraphs(document, clause), int(number(found[1]) or 0)), found["rest"])
    if found := _SENTENCE_ZH.search(part):
        return _nth(_sentences(document, clause), _LAST if found["last"] else int(number(found[1]) or 0))
    if found := _ORDINAL.search(part):
        word = found[1].lower()
        n = _ORDINALS.index(word) + 1 if word in _ORDINALS else _LAST
        whole = _sentences if found[2].lower() == "sentence" else _paragraphs
        return _nth(whole(document, clause), n)
    return _from_to(document, clause, part)


def _nth(spans: list[Span], n: int) -> Span | None:
    if n == _LAST:
        return spans[-1] if spans else None
    return spans[n - 1] if 0 < n <= len(spans) else None


def _item(document: Document, paragraph: Span | None, rest: str) -> Span | None:
    """Return the item of a paragraph that is named after it, the paragraph where none is; None for words in it."""
    named = rest.strip(" 的")
    if paragraph is None or not named:
        return paragraph
    inside = [c for c in document.clauses if paragraph[0] <= c.start and c.until <= paragraph[1] and c.mark]
    wanted = steps(named) if re.fullmatch(r"第?\s*[（(]?[一二三四五六七八九十\d]+[)）]?\s*[项目]?", named) else ()
    return next(((c.start, c.until) for c in inside if wanted and steps(c.mark) == wanted), None)


def _paragraphs(document: Document, clause: Clause) -> list[Span]:
    """Return the paragraphs of a clause, each with the items under it."""
    items = {c.start for c in document.clauses if clause.start < c.start < clause.until and c.mark}
    found: list[Span] = []
    for line in re.finditer(r"[^\n]*\S[^\n]*", document.text[clause.start : clause.until]):
        start, end = clause.start + line.start(), clause.start + line.end()
        if start in items and found:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _sentences(document: Document, clause: Clause) -> list[Span]:
    """Return the sentences of a clause, its own heading left out."""
    text = document.text[clause.start : clause.until]
    first = text.find("\n") + 1
    head = first if first and not re.search(r"[.。；;：:]\s*$", text[:first]) else 0
    number = re.match(rf"\s*{re.escape(clause.mark)}[.．、)）]?\s*", text[head:]) if clause.mark else None
    head += number.end() if number else 0
    return [(clause.start + head + start, clause.start + head + end) for start, end in sentences(text[head:])]


def _from_to(document: Document, clause: Clause, part: str) -> Span | None:
    found = _TO_THE_END.search(part)
    start = document.text.find(found["first"], clause.start, clause.until) if found else -1
    if found is None or start < 0:
        return None
    if not found["last"]:
        return start, clause.until
    last = document.text.find(found["last"], start, clause.until)
    return (start, last + len(found["last"])) if last >= 0 else None
