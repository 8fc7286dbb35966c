"""Whether a clause is about the opposite of what a question says: not in the budget, where the question is."""

import re
from collections.abc import Sequence

from bot.answering.asked.question import Question
from bot.answering.levels.level import told
from bot.answering.weighing.coverage import plain
from bot.answering.weighing.denial import also, denies, positive, throughout
from corpus.quantities import ranges

_PARTS = re.compile(r"[，。；：;\n]|[,:.](?!\d)")


def contrary(question: Question, words: str, beside: Sequence[str]) -> bool:
    """Tell whether words deny what a question affirms, or affirm what it denies, where others of `beside` don't."""
    asked, said = plain(question.text), plain(words)
    for term in dict.fromkeys(map(positive, question.terms)):
        meant, found = denies(asked, term), denies(said, term)
        opposite = found is (not meant) and (found is False or throughout(said, term))
        if meant is not None and opposite and any(denies(plain(other), term) is meant for other in beside):
            return True
    return False


def unsaid(question: Question, one: str, other: str) -> str:
    """Return a word that one text denies and the other affirms and a question says nothing of, else "".

    A question that denies something both texts speak of has named its case.
    """
    asked, one, other = plain(question.text), _without_amounts(plain(one)), _without_amounts(plain(other))
    shared = sorted(told(one) & told(other))
    if any(denies(asked, word) or (also(word) and denies(asked, also(word))) for word in shared):
        return ""
    opposite = [word for word in shared if {denies(one, word), denies(other, word)} == {True, False}]
    return "" if any(word in asked for word in opposite) else next(iter(opposite), "")


def part_with(text: str, word: str) -> str:
    """Return the part of a sentence that a word first stands in."""
    return next((part.strip() for part in _PARTS.split(text) if word in plain(part)), "")


def _without_amounts(text: str) -> str:
    for found in reversed(ranges(text)):
        text = f"{text[: found.start]} {text[found.end :]}"
    return text
