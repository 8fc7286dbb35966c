"""English verbs for what somebody does in another's place: acts, stands in, has the same powers while he is away."""

from collections.abc import Sequence

from corpus.rules.english.grammar.names import at
from corpus.rules.english.grammar.objects import head_of
from corpus.rules.english.grammar.parts import Phrase, start_of
from corpus.rules.english.grammar.words import word_set

# what is said of those who aren't there
_AWAY = word_set("away absent unavailable ill sick off incapacitated abroad unable unreachable indisposed")
_CANNOT = word_set("act attend serve reach be do")
_ENDS = ("stop", "comma", "close", "sub", "conj")


def away(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether the sentence of a verb says that somebody isn't there: in his absence, when the Dean is away."""
    since = start_of(ph, n, "stop")
    until = next((k for k in range(n, len(ph)) if ph[k].kind == "stop"), len(ph))
    return any(
        head_of(p) in ("absence", "inability", "incapacity", "indisposition")
        or p.low in _AWAY
        or any(word.low in _AWAY for word in p.words)
        or (p.negated and (p.base in _CANNOT or not p.base))
        for p in ph[since:until]
    )


def stands_in_for(ph: Sequence[Phrase], verb: int) -> bool:
    """Tell whether a verb says that its subject does what another would: acts for her, stands in, takes the Dean's place."""
    base, behind = ph[verb].base, at(ph, verb + 1)
    in_place = at(ph, verb + 2).low == "for" or head_of(at(ph, verb + 2)) == "absence"
    if base in ("act", "stand", "sit", "fill") and behind.low == "in" and in_place:
        return True
    if not away(ph, verb):
        return False
    if base == "stand" and behind.low == "in":
        return at(ph, verb + 2).kind in _ENDS
    own = ph[verb + 1 : verb + 5]
    if base == "take":
        return any(head_of(p) == "place" for p in own) and any(p.owner for p in own)
    if base == "have":
        return any(head_of(p) == "power" and any(w.low == "same" for w in p.words) for p in own)
    return base == "act" and (behind.kind in _ENDS or behind.kind == "open")
