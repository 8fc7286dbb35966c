"""Who "it", "they", "he" or "she" is that opens a sentence: the subject of the sentence before."""

import re
from collections.abc import Callable, Sequence

from corpus.rules.deeds import Deed
from corpus.rules.english.grammar.heads import a_body
from corpus.rules.english.grammar.names import Actor
from corpus.rules.english.grammar.parts import Phrase
from corpus.rules.english.sentence import all_said, in_phrases
from corpus.rules.english.shapes.subjects import subject

_OPENS = re.compile(
    r"\W*(?:in (?:doing so|so doing|an emergency|either case)|for this purpose|if so|then),? |(?:if|where|when|unless) |\W*",
    re.I,
)
_PRONOUN = re.compile(
    r"(?P<it>it(?=\s))|(?P<they>they(?=\s))|(?P<one>he or she|she or he|he/she|s?he)(?=\s)", re.IGNORECASE
)


def gone_on(sentence: str, before: str, deeds: Callable[[str], list[Deed]]) -> list[Deed]:
    """Return what a sentence says of the one whom the sentence before it was about: "It reviews the accounts."

    `deeds` reads a sentence. A deed of theirs stands where the pronoun does.
    """
    opened = _OPENS.match(sentence)
    at = opened.end() if opened else 0
    found = _PRONOUN.match(sentence, at)
    name = _about(before, found.lastgroup or "") if found else ""
    if found is None or not name:
        return []
    more = len(name) - (found.end() - at)
    told = deeds(f"{sentence[:at]}{name}{sentence[found.end() :]}")
    return [_placed(deed, at, found.end(), more) for deed in told]


def _doer(ph: Sequence[Phrase]) -> list[Actor]:
    """Return the only one who does anything in a sentence: applications are dealt with by | the Clerk."""
    told = list({said.actor.start: said.actor for said in all_said(ph)}.values())
    return told if len(told) == 1 else []


def _placed(deed: Deed, start: int, end: int, more: int) -> Deed:
    """Return a deed where it stands in the sentence as printed; `start`:`end` is the pronoun, `more` its name's excess."""
    if deed.end <= start:
        return deed
    behind = deed.start >= end + more
    span = {"start": deed.start - more, "end": deed.end - more} if behind else {"start": start, "end": end}
    return deed.model_copy(update=span)


def _about(sentence: str, pronoun: str) -> str:
    """Return the name of the subject of a sentence's first verb, where a pronoun can stand for it."""
    ph = in_phrases(sentence)
    verb = next((n for n, phrase in enumerate(ph) if phrase.kind == "verb" and phrase.finite), -1)
    who = (subject(ph, verb) if verb > 0 else []) or (_doer(ph) if pronoun == "one" else [])
    if not who or pronoun != "they" and len(who) > 1:
        return ""
    body = a_body(who[0].noun)
    if pronoun == "it" and not body or pronoun == "one" and body:
        return ""
    return sentence[who[0].start : who[-1].end]
