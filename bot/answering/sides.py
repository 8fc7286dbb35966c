"""On which side of a thing a question and a clause stand: 预算内 or 预算外, "in the budget" or "not budgeted"."""

import re
from functools import lru_cache

from bot.answering.coverage import plain, stem
from bot.answering.question import Question

_NO = r"(?:not|no|nothing|none|never|without|outside|beyond|over and above|\w{2,4}n['’]t)"
_IN = r"(?:in|within|inside|under|from)(?: (?:the|our|my|your|its|this|that|an?|approved|annual))*"
_DONE = re.compile(r"(?:ed|aid|ten|own)$")  # what is done, or undone: paid
_DENIED_WORD = re.compile(r"un\w+(?:ed|aid|ten|own)")


def side(question: Question, words: str) -> float:
    """Return 1 where words take the side that a question takes of what it names, -1 for the other, 0 for neither."""
    asked, said = plain(question.text), plain(words)
    agreed = 0
    for term in dict.fromkeys(map(_affirmed, question.terms)):
        wanted = _side(asked, term)
        agreed += wanted * _side(said, term) if wanted else 0
    return float((agreed > 0) - (agreed < 0))


def _affirmed(term: str) -> str:
    """Return the term that one with un- denies: paid for unpaid."""
    return term[2:] if _DENIED_WORD.fullmatch(term) else term


def _side(text: str, term: str) -> int:
    """Return 1 where a text says that something is in, or has, what a term names, -1 where it denies it, 0 for both."""
    if len(term) < 2:
        return 0
    inside, outside = _patterns(stem(term) if term.isascii() else term)
    denied = outside.search(text) is not None
    rest = outside.sub(" ", text) if denied else text
    return int(inside.search(rest) is not None) - int(denied)


@lru_cache(maxsize=4096)
def _patterns(term: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what says that something is in what a term names, or has it, and what denies it."""
    word = re.escape(term)
    if not term.isascii():
        inside = rf"{word}(?:以|之)?(?:内|里|中)|(?:列入?|在|进|有|纳入)了?{word}|{word}(?:里|中|已|都)?(?:有|列)"
        outside = rf"(?:未|没|无|不)[^，。；]{{0,3}}{word}|{word}(?:以|之)?外|{word}(?:里|中)?(?:没|未|无)|超出?{word}"
    else:
        inside = rf"\b{_IN} {word}\w*|\b{word}\w*ed\b" + (rf"|\b{word}\b" if _DONE.search(term) else "")
        outside = rf"\b(?:un|non-?){word}\w*|\b{_NO}(?: \w+){{0,4}} {word}\w*|\b{word}\w*(?: (?:is|was|has))? not\b"
    return re.compile(inside), re.compile(outside)
