"""On which side of a thing a question and a clause stand: 预算内 or 预算外, "in the budget" or "not budgeted"."""

from functools import lru_cache

from bot.answering.asked.question import Question
from bot.answering.weighing.coverage import plain, stem
from bot.answering.weighing.denial import affirms, also, denies, positive


def side(question: Question, words: str) -> float:
    """Return 1 where words take the side that a question takes of what it names, -1 for the other, 0 for neither."""
    taken = _taken(plain(question.text), question.terms)
    said = plain(words)
    agreed = sum(wanted * (_side(said, term) or _side(said, also(term))) for term, wanted in taken)
    return float((agreed > 0) - (agreed < 0))


@lru_cache(maxsize=64)
def _taken(asked: str, terms: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """Return the terms of which a question takes a side, and the side."""
    sides = ((term, _side(asked, term)) for term in dict.fromkeys(map(positive, terms)))
    return tuple((term, wanted) for term, wanted in sides if wanted)


def _side(text: str, term: str) -> int:
    """Return 1 where a text says that something is in, or has, what a term names, -1 where it denies it, 0 for both."""
    if len(term) < 2 or (stem(term) if term.isascii() else term) not in text:
        return 0
    return int(affirms(text, term)) - int(denies(text, term) is True)
