"""Who is asked what he thinks before somebody else decides: ask the Panel what it thinks, ask the Dean first."""

from collections.abc import Sequence

from corpus.rules.english.grammar.names import at
from corpus.rules.english.grammar.objects import head_of
from corpus.rules.english.grammar.parts import Phrase, acronym
from corpus.rules.english.grammar.words import word_set

_VIEWS = word_set("advice opinion view comment guidance input feedback")
_THINKING = word_set("think feel advise reckon recommend")
_NEAR = 9  # phrases from the verb to what is asked


def asked_views(ph: Sequence[Phrase], verb: int) -> bool:
    """Tell whether a verb asks somebody for his view and not for leave: asks the Dean first, what she thinks, for advice."""
    if ph[verb].base not in ("ask", "ask-for") or at(ph, verb + 1).kind not in ("name", "adv"):
        return False
    for n in range(verb + 1, min(verb + _NEAR, len(ph))):
        if ph[n].kind in ("stop", "comma") or ph[n].infinitive:
            return False
        if ph[n].low in ("first", "beforehand") or ph[n].base in _THINKING:
            return True
        if ph[n].low == "for" and head_of(at(ph, n + 1)) in _VIEWS:
            return True
    return False


def measured(phrase: Phrase) -> bool:
    """Tell whether a name is an amount: £9, 12 days, USD 9."""
    first = phrase.words[:2] if phrase.words and acronym(phrase.words[0]) else phrase.words[:1]
    return any(word.text[0].isdigit() or word.text[0] in "£$€¥" for word in first)


def with_whom(ph: Sequence[Phrase], verb: int) -> int:
    """Return where "with" stands behind a verb and perhaps its object: after checking (it) | with the Dean; or -1."""
    near = (verb + 1, verb + 2)
    return next((n for n in near if at(ph, n).low == "with" and at(ph, n + 1).kind == "name"), -1)
