"""Whether a clause is about the opposite of what a question says: not in the budget, where the question is."""

import re
from collections.abc import Iterator, Sequence

from bot.answering.coverage import plain, stem
from bot.answering.level import told
from bot.answering.question import Question
from corpus.quantities import ranges

# words that deny what stands a few words behind them, or before them
_NO = r"\b(?:not|no|nothing|none|never|nobody|without|outside|beyond|\w{2,4}n['’]t)\b"
_BEFORE = re.compile(rf"{_NO}(?:\s\w+){{0,4}}\s$|\bun$")
_BEHIND = re.compile(r"\w*\s(?:\w+\s){0,2}?(?:not|no|nothing|none|never|\w{2,4}n['’]t)\b")
_BEFORE_ZH = re.compile(r"(?:未|没|无|不在|不属|非|超)[^，。；,;]{0,4}$")
_BEHIND_ZH = re.compile(r"[^，。；,;]?(?:以外|之外|外|里没|没|中没|未|无)")
_PARTS = re.compile(r"[，。；：,;:.\n]")
_WINDOW = 40  # characters in which such a word is looked for


def contrary(question: Question, words: str, beside: Sequence[str]) -> bool:
    """Tell whether words deny what a question affirms, or affirm what it denies, where others of `beside` don't."""
    asked, said = plain(question.text), plain(words)
    for term in question.terms:
        meant, found = denies(asked, term), denies(said, term)
        if meant is not None and found is (not meant) and any(denies(plain(other), term) is meant for other in beside):
            return True
    return False


def unsaid(question: Question, one: str, other: str) -> str:
    """Return a word that one text denies and the other affirms and a question says nothing of, else ""."""
    asked, one, other = plain(question.text), _without_amounts(plain(one)), _without_amounts(plain(other))
    shared = sorted(told(one) & told(other))
    opposite = [word for word in shared if {denies(one, word), denies(other, word)} == {True, False}]
    return "" if any(word in asked for word in opposite) else next(iter(opposite), "")


def part_with(text: str, word: str) -> str:
    """Return the part of a sentence that a word first stands in."""
    return next((part.strip() for part in _PARTS.split(text) if word in plain(part)), "")


def _without_amounts(text: str) -> str:
    for found in reversed(ranges(text)):
        text = f"{text[: found.start]} {text[found.end :]}"
    return text


def denies(text: str, term: str) -> bool | None:
    """Tell whether a text denies a term; None when the term isn't in it. Both are in small letters."""
    before, behind = (_BEFORE, _BEHIND) if term[0].isascii() else (_BEFORE_ZH, _BEHIND_ZH)
    found = None
    for start, end in _places(text, stem(term) if term[0].isascii() else term):
        if before.search(text[max(0, start - _WINDOW) : start]) or behind.match(text[end : end + _WINDOW]):
            return True
        found = False
    return found


def _places(text: str, part: str) -> Iterator[tuple[int, int]]:
    at = text.find(part)
    while at >= 0:
        yield at, at + len(part)
        at = text.find(part, at + 1)
