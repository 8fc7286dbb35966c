"""English questions that guess at the actor and say no more: chair or treasurer?, is that the vp?, still the clerk + chair?"""

import re

from bot.answering.asked.acts.asking import Acts
from corpus.models import Act
from corpus.quantities import ranges
from corpus.rules.english.grammar.heads import acts, ordinary
from corpus.rules.english.grammar.words import closed, words

_GUESS = re.compile(
    r"(?:^|[.,;:?!–—-]\s+)(?:so\s+)?(?P<told>(?:still|just|only|or)\s+)*(?P<is>(?:is|was)\s+(?:it|that|this)\s+(?:still\s+|just\s+|only\s+)?)?"
    r"(?:(?:up|down)\s+to\s+|for\s+)?(?P<the>(?:the|my|our|your)\s+)?(?P<one>[\w'’&-]+(?:\s[\w'’&-]+){0,4}?)"
    r"(?:\s*(?P<more>\bor\b|\band\b|\+)\s+(?P<other>[^?.,;]{2,60}?))?\s*(?P<asks>\?*)\s*$",
    re.IGNORECASE,
)
_SHORT = 4  # letters of an office that is only told by its initials: the vp, the coo


def guessed(text: str) -> Acts:
    """Return the act of deciding where a question ends with whom it guesses at; nothing for any other question."""
    found = _GUESS.search(text)
    if (
        not found
        or not (found["asks"] or found["told"])
        or not (found["is"] or found["more"] or found["told"] or found["the"])
    ):
        return ()
    own = words(found["one"])
    if any(closed(word.low) for word in own[:1] + own[-1:]) or any(word.low in ("i", "we", "you") for word in own):
        return ()
    of = next((n for n, word in enumerate(own) if n and word.low == "of"), len(own))
    last = own[of - 1]  # the Head | of Retail
    named = acts(last) and not ordinary(last)
    initials = bool(found["the"]) and len(own) == 1 and len(last.low) < _SHORT and bool(ranges(text))
    return (Act.DECIDE,) if named or initials else ()
