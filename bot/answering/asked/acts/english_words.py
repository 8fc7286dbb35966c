"""The question word of an English question: who, which committee, at what level; "which form" asks for nobody."""

import re
from collections.abc import Sequence

from bot.answering.asked.acts.asking import Asking
from corpus.rules.english.grammar.heads import acts as names_somebody
from corpus.rules.english.grammar.heads import ordinary
from corpus.rules.english.grammar.verbs import form_of
from corpus.rules.english.grammar.words import PREPOSITIONS, Word, adverb, closed, word_set, words

_BREAK = re.compile(r"[,;:?!\n]|\s[-–—]+\s|\.(?=\s|$)|[，。；：？！]")
_LATER = re.compile(
    r"\b(?:before|until|till|once|after|unless|if|when|because|so that|while|and (?:then )?(?:who|what|how))\b", re.I
)
_WORD = re.compile(r"\b(?:who(?:m|se|ever)?|which|what)\b(?P<is>['’]s\b)?", re.IGNORECASE)
# a pupil who, anyone whose: no question, where another question word stands or the verb comes first
_RELATIVE = re.compile(
    r"\b(?:any(?:one|body)|some(?:one|body)|every(?:one|body)|nobody|those|people|persons?|staff|(?:an?|the|my|any|every|each|our|some|new|two)\s+[\w-]+(?:\s[\w-]+)?)\s+$",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"(?:^|[,.;:!?]\s+)(?:can|could|may|do|does|did|is|are|was|were|must|should|will|would|has|have|what|when|where|why|how)\b|\bhow (?:long|many|much|soon|often)\b",
    re.IGNORECASE,
)
# is it the chair or the treasurer who signs
_CLEFT = re.compile(
    r"\b(?:is|was) it\b[^,.;?]{1,60}\s$|\bit (?:is|was)\b[^,.;?]{1,60}\s$|\b(?:is|are) there (?:any|some)(?:one|body)\b[^,.;?]{0,40}\s$",
    re.IGNORECASE,
)
# people are asked for where something is done with them: which residents must be heard
_HEARD_OF = re.compile(
    r"\s+(?:must|should|are|is|have|has|need|needs|get|gets)\b(?: \w+){0,2} (?:asked|consulted|heard|informed|told|notified|warned)\b",
    re.I,
)
_MEMBERS = word_set("person persons people member members staff")
_EXPERTS = word_set("expert experts specialist specialists authority post role")
_RANKS = word_set("level rank tier grade layer sort kind type member")
_LONGEST_NOUN = 6
# characters; what stands farther off says nothing of who is asked for
_LONGEST_CLAUSE = 300


def asking(text: str) -> Asking | None:
    """Return the first question word that asks for an actor; "which form" and "a pupil who" ask for none."""
    found = [one for m in _WORD.finditer(text) if (one := _with_noun(text, m))]
    plain = [one for one in found if not _RELATIVE.search(text, max(0, one[0] - 40), one[0]) or _cleft(text, one[0])]
    start, end = next(iter(plain or (found if not _OTHERWISE.search(text) else [])), (-1, -1))
    if start < 0:
        return None
    opened = max((m.end() for m in _BREAK.finditer(text, 0, start)), default=0)
    stop = _BREAK.search(text, end)
    until = min(stop.start() if stop else len(text), end + _LONGEST_CLAUSE)
    later = _LATER.search(text, end, until)
    return Asking(opened, start, end, later.start() if later else until)


def _cleft(text: str, at: int) -> bool:
    """Tell whether a question asks which of several it is who acts."""
    return _CLEFT.search(text, max(0, at - 80), at) is not None


def _with_noun(text: str, found: re.Match[str]) -> tuple[int, int] | None:
    """Return where a question word and its noun stand; None where the noun names nobody."""
    if found[0].lower().startswith("who"):
        return found.span()
    own = words(text[found.end() : found.end() + 80])[: _LONGEST_NOUN + 2]
    named = 0
    for n, word in enumerate(own[:_LONGEST_NOUN]):
        rank = n == 0 and word.low in _RANKS
        if n and word.low == "of" and own[0].low in _RANKS or n == 0 and word.low == "of" or rank:
            continue
        if word.low in ("the", "our", "your") and n == 1 and own[0].low == "of":
            continue
        if not word.text[:1].isalpha() or closed(word.low) or adverb(word) or named and _a_verb(own, n):
            break
        sure = not ordinary(word) or word.low in _MEMBERS or _HEARD_OF.match(text, found.end() + word.end)
        actor = names_somebody(word) or word.low in _EXPERTS
        named = n + 1 if actor and sure else 0 if named else named
    if not named and own and own[0].low in ("level", "rank", "tier") and (len(own) == 1 or own[1].low != "of"):
        named = 1
    return (found.start(), found.end() + own[named - 1].end) if named else None


def _a_verb(own: Sequence[Word], n: int) -> bool:
    """Tell whether a word behind a name is its verb: which office | sorts out parking; which board papers are none."""
    if form_of(own[n].low):
        return True
    after = own[n + 1].low if n + 1 < len(own) else "are"
    form = form_of(after)
    return (
        own[n].low.endswith("s")
        and not (closed(after) and after not in PREPOSITIONS)
        and not (form and form.kind in "bs")
    )
