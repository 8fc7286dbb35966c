"""English checks that are made again and again: every Monday, monthly, twice a year."""

import re
from collections.abc import Sequence

from corpus.models import Act
from corpus.rules.english.grammar.objects import noun_act
from corpus.rules.english.grammar.parts import Phrase
from corpus.rules.english.grammar.words import word_set

_ROUND = word_set("check test count look-at look-over check-over")
_OFTEN = word_set(
    "daily weekly fortnightly monthly quarterly termly yearly half-yearly annually regularly periodically"
)
_TIMES = word_set(
    "hour day week fortnight month quarter term year monday tuesday wednesday thursday friday saturday sunday"
)


_NUMBERED = re.compile(r"(?:once|twice|(?:\w+ )?times) (?:a|every|each|in the) \w+|every \w+")


def comes_round(ph: Sequence[Phrase], verb: int) -> bool:
    """Tell whether a check is made again and again: is checked every Monday, tests the alarms monthly, twice a year."""
    advises = any(p.base in ("recommend", "advise") or noun_act(p) is Act.PROPOSE for p in ph[verb + 1 :])
    if ph[verb].base not in _ROUND or advises:
        return False
    if any(word.low.startswith("spot-") for word in ph[verb].words):
        return True
    end = next((n for n in range(verb + 1, len(ph)) if ph[n].kind in ("stop", "verb", "sub", "rel")), len(ph))
    own = ph[verb + 1 : end]
    each = any(p.det in ("every", "each") and p.words[-1].low in _TIMES for p in own if p.kind == "name")
    often = any(p.low in _OFTEN or any(word.low in _OFTEN for word in p.words) for p in own)
    told = any(p.low in ("from time to time", "at least annually") or _NUMBERED.match(p.low) for p in own)
    return each or often or told
