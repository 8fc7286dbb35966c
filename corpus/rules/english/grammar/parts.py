"""Parts of an English sentence as phrases, and what the words at their borders can be."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.rules.english.grammar.verbs import Form, form_of
from corpus.rules.english.grammar.words import DETERMINERS, Word, adverb, closed, word_set


class Phrase(NamedTuple):
    """A name, a group of verbs, or one word or mark between them.

    `kind` is name, verb, prep, conj, sub, rel, whose, pron, adv, comma, stop, colon, dash, open, close or other.
    A name's `words` leave out its determiners, which are in `det`; `owner` says that a possessive follows it.
    A verb's `base` is empty where the group breaks off before its main verb ("shall, after …, settle").
    """

    kind: str
    low: str
    start: int
    end: int
    words: tuple[Word, ...] = ()
    det: str = ""
    owner: bool = False
    base: str = ""
    form: str = ""
    modal: str = ""
    negated: bool = False
    passive: bool = False
    infinitive: bool = False
    finite: bool = False


NOWHERE = Phrase("stop", "", 0, 0)


def at(ph: Sequence[Phrase], n: int) -> Phrase:
    """Return the phrase at a place; beyond the sentence there is a stop."""
    return ph[n] if 0 <= n < len(ph) else NOWHERE


def low_at(own: Sequence[Word], at: int) -> str:
    """Return the word at a place in lower case, empty beyond the sentence."""
    return own[at].low if 0 <= at < len(own) else ""


def is_closed(word: Word) -> bool:
    """Tell whether a word is of a closed class; IT and US in capitals, and the month of May, are not."""
    return closed(word.low) and not (len(word.text) > 1 and word.text.isupper()) and word.text != "May"


def acronym(word: Word) -> bool:
    """Tell whether a word is written in capitals, all or those of its parts: HR, IT, DoF, ExCom."""
    return (len(word.text) > 1 and word.text.isupper()) or bool(_PARTLY.fullmatch(word.text))


# DoF, HoDs, ExCom
_PARTLY = re.compile(r"(?=.{3,5}$)[A-Z][a-z]{1,2}[A-Z][A-Za-z]{0,2}")
_SUMS = word_set("vat gst eur usd gbp aud chf pdf id ok nb faq url usb cv tbc tbd am pm")


def for_short(word: Word) -> bool:
    """Tell whether a word may be what an office or a body is called for short: PRB, DoF; no sum: VAT."""
    return acronym(word) and word.text.isalpha() and len(word.text) < 6 and word.low not in _SUMS


# how often a thing is done, behind a name or a verb: reports to the Court yearly
EVERY = word_set("daily weekly fortnightly monthly quarterly termly yearly half-yearly")


def bordered(own: Sequence[Word], at: int) -> bool:
    """Tell whether no word of a name stands at a place."""
    if at >= len(own):
        return True
    word = own[at]
    if word.low in EVERY and (at + 1 == len(own) or not own[at + 1].text[0].isalnum() or is_closed(own[at + 1])):
        return True
    return (
        not word.text[0].isalnum()
        or is_closed(word)
        or word.low in DETERMINERS
        or adverb(word)
        or word.text[0].isdigit()
    )


# verbs whose participle is their base
_UNCHANGED = word_set("put set read let cost bid run cut cast")


# those of them that are hardly ever nouns before "by"
ALIKE = word_set("put set read let cast run")


def as_participle(word: Word) -> Form | None:
    """Return a word's form when it can be a past participle."""
    form = form_of(word.low)
    if form and (form.kind == "n" or form.base in _UNCHANGED):
        return Form(form.base, "n")
    if word.low.endswith("ed") and len(word.low) > 4 and not word.title:
        return Form(word.low[:-2], "n")
    return None


_SUSPENDED = 7  # phrases from a joint to the preposition that has the name


def denies(phrase: Phrase) -> bool:
    """Tell whether a name is denied by its determiner: no member; not "no fewer than five members"."""
    return phrase.det.split(" ")[0] in ("no", "neither") and "than" not in phrase.det


def suspended(ph: Sequence[Phrase], n: int) -> int:
    """Return where the name stands that a preposition shares with a later one: by, and accountable to, | the Board; or -1."""
    if not 0 <= n < len(ph):
        return -1
    comma = n + 1 < len(ph) and ph[n + 1].kind == "comma"
    joint = n + 1 + comma
    if comma and joint < len(ph) and ph[joint].kind == "name" and ph[n].low in ("by", "to"):
        return joint
    if ph[n].kind not in ("prep", "sub") or joint >= len(ph) or ph[joint].kind != "conj":
        return -1
    for k in range(joint + 1, min(joint + _SUSPENDED, len(ph) - 1)):
        if comma and ph[k].kind == "comma":
            return k + 1 if ph[k + 1].kind == "name" else -1
        if not comma and ph[k].kind == "prep" and ph[k].low in ("to", "of", "by", "with") and ph[k + 1].kind == "name":
            return k + 1
    return -1


def back(ph: Sequence[Phrase], n: int, *kinds: str) -> int:
    """Return the nearest place at or before one that holds none of some kinds of phrase."""
    while n >= 0 and ph[n].kind in kinds:
        n -= 1
    return n


def start_of(ph: Sequence[Phrase], n: int, *kinds: str) -> int:
    """Return where the part of a sentence begins that a place is in: behind the last of some kinds of phrase."""
    return max((k + 1 for k in range(min(max(n, 0), len(ph))) if ph[k].kind in kinds), default=0)
