"""English headings that say what the text under them is about, and nothing of who acts."""

import re
from collections.abc import Sequence

from corpus.rules.english.grammar.parts import Phrase
from corpus.rules.english.grammar.verbs import NOUNS_TOO, form_of
from corpus.rules.english.grammar.words import BE, DETERMINERS, HAVE

_TOLD = 2  # finite verbs of a sentence that tells what it opens by asking: how it is spent is settled by the Dean


def titled(sentence: str) -> bool:
    """Tell whether words are a heading whose last noun could be a verb: House rules."""
    own = sentence.strip().split()
    if not own or not own[-1].isalpha() or not 1 < len(own) < 4 or own[0].lower() in DETERMINERS:
        return False
    form = form_of(own[-1])
    return form is not None and form.kind == "s" and form.base in NOUNS_TOO


def asks(ph: Sequence[Phrase]) -> bool:
    """Tell whether a heading asks what the text under it tells: How the Society deals with gifts; Who is asked first."""
    if ph and ph[-1].low == "?" and _opens_asking(ph[0]):
        return True
    asks = bool(ph) and ph[0].low in ("who", "how", "what", "why", "which", "whom")
    told = [p for p in ph if p.kind == "verb" and p.finite and (p.base or p.modal)]
    return asks and len(told) < _TOLD and not any(p.kind in ("colon", "dash", "stop") and p.low != "?" for p in ph)


def _opens_asking(first: Phrase) -> bool:
    """Tell whether a verb opens a question: Can I go to a conference?"""
    return first.kind == "verb" and bool(
        first.modal or first.words and first.words[0].low in (*BE, *HAVE, "do", "does")
    )


_DAY = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?: \d{1,2},?)? (?:19|20)\d\d\b",
    re.IGNORECASE,
)


# Approved by the Council: 4 May 2024; Issued by order of the Court
_MADE_ONCE = re.compile(
    r"(?:first )?(?:approved|adopted|made|passed|issued|agreed|confirmed|endorsed|enacted|ratified|resolved|published"
    r"|revised|amended|reviewed|signed|sealed|sanctioned|promulgated|given)\b (?:by|at|in|on|under)\b",
    re.IGNORECASE,
)
_BY_ORDER = re.compile(r"[a-z]+ by (?:the )?(?:order|authority|direction|command) of [^,;:.]{3,60}\.?", re.IGNORECASE)


def of_a_day(ph: Sequence[Phrase], sentence: str) -> bool:
    """Tell whether words only say what was done once: Motion 3, carried at the Annual Meeting of 9 May 2024."""
    if _BY_ORDER.fullmatch(sentence.strip()):
        return True
    if _MADE_ONCE.match(sentence.strip()) and _DAY.search(sentence):
        return not any(p.kind == "verb" and (p.modal or p.finite and p.low.split(" ")[0] in (*BE, *HAVE)) for p in ph)
    named = bool(ph) and ph[0].kind == "name"
    return named and bool(_DAY.search(sentence)) and not any(p.kind == "verb" and (p.finite or p.modal) for p in ph)
