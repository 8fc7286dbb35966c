"""Actors in English phrases: where a name begins and ends, and whether it names somebody who can act."""

from collections.abc import Sequence
from typing import NamedTuple

from corpus.rules.english.grammar.complements import DAYS, EMPTY_HEADS, MONTHS, behind_comma, complement, made_up
from corpus.rules.english.grammar.heads import a_body, acts, head, ordinary, thing
from corpus.rules.english.grammar.parts import Phrase, at, for_short
from corpus.rules.english.grammar.verbs import CONSENTS, FORMS, NOUN_ACTS
from corpus.rules.english.grammar.words import Word, word_set

__all__ = ["LIKELY", "NEVER", "SURE", "Actor", "Known", "at", "made_up", "read"]

SURE, LIKELY, NEVER = 2, 1, 0


class Actor(NamedTuple):
    """A name of somebody: its span in the sentence, how sure it is, and its first and last phrase."""

    start: int
    end: int
    sure: int
    first: int
    last: int
    noun: Word


# the subjects of verbs that have been looked up
Known = dict[int, list[Actor]]


# nouns that say who somebody is only by whose he is: the Chair's nominee
_RELATED = word_set("nominee manager deputy delegate representative adviser advisor supervisor superior")
# parts of a whole, and days: the fifth
_PARTS = word_set("third thirds half quarter quarters fourth fourths fifth fifths")
_SERVICES = word_set("fire ambulance rescue police health coastguard probation")
_NOBODY = word_set(
    "they it one people subject other others following above below same yes no more less inclusive part item step "
    "stage point example instance behalf act anything nothing policy end start beginning middle "
    "rest remainder quorum need"
)


_ALL_OF_THEM = word_set("children women men")


def _many(noun: Word) -> bool:
    """Tell whether a noun names many by its ending: Athletes; not Congress."""
    return noun.low.endswith("s") and not noun.low.endswith(("ss", "us", "is")) and not a_body(noun)


def _own_end(ph: Sequence[Phrase], n: int) -> tuple[int, int]:
    """Return where the possessive before a body's name leaves the name: the phrase the name starts and ends at."""
    phrase, after = ph[n], at(ph, n + 1)
    if not phrase.owner or after.kind != "name" or after.det:
        return n, n
    own, noun = head(phrase.words), head(after.words)
    several = own.low.endswith("s") and acts(own)
    if acts(own) and not ordinary(own) and noun.low in _RELATED:
        return n, n + 1
    if own.title and noun.title and ((own.low in _ALL_OF_THEM and acts(noun)) or (a_body(noun) and _many(own))):
        return n, n + 1
    if a_body(noun) and acts(own) and (several or (own.title and not a_body(own) and noun.title)):
        return n, n + 1
    return n + 1, n + 1


def _voting(ph: Sequence[Phrase], n: int) -> tuple[int, int | None]:
    """Take in what says which members count: present and voting, entitled to vote."""
    last = ph[n].words[-1].low if ph[n].words else ""
    if last in ("present", "attending") and at(ph, n + 1).low == "and" and at(ph, n + 2).low.startswith("voting"):
        voting = ph[n + 2]
        return n + 2, voting.words[0].end if voting.words else voting.end
    if last in ("entitled", "eligible", "qualified") and at(ph, n + 1).infinitive:
        return n + 1, ph[n + 1].end
    return n, None


def read(ph: Sequence[Phrase], n: int) -> Actor | None:
    """Read the actor whose name opens at a phrase, or None where no actor can be named so."""
    if at(ph, n).kind != "name" or not ph[n].words:
        return None
    first, last = _own_end(ph, n)
    if at(ph, first).kind != "name" or (first == n and ph[n].owner and last == n):
        return None
    noun = _noun(ph[last])
    if noun.low in EMPTY_HEADS and at(ph, last + 1).low == "of" and at(ph, last + 2).kind == "name":
        noun = _noun(ph[last + 2])
    last = complement(ph, last, noun)
    last = behind_comma(ph, last, noun)
    last, stop = _voting(ph, last)
    words = _bare(ph[first])
    start, end = words[0].start, stop or ph[last].end
    if ph[first].det == "whichever" and at(ph, last + 1).base == "be" and at(ph, last + 2).kind == "prep":
        last += 3
        start, end = start - len("whichever "), at(ph, last).end
    elif (at(ph, last + 1).low, at(ph, last + 2).low) in (
        ("or", "above"),
        ("and", "above"),
        ("or", "higher"),
        ("or", "below"),
    ) and (last > first and at(ph, last + 3).low != "that"):
        last += 2
        end = ph[last].end
    part = noun.low in _PARTS and last == first and (not noun.title or start == 0)
    return Actor(start, end, NEVER if part else _degree(ph[first], noun), first, last, noun)


def _bare(phrase: Phrase) -> Sequence[Word]:
    """Return a name's words without those that only point: any other member, the said officer."""
    words = phrase.words
    while len(words) > 1 and (words[0].low in ("least", "said", "next") or (words[0].low == "other" and phrase.det)):
        words = words[1:]
    return words


def _noun(phrase: Phrase) -> Word:
    words = [w for w in phrase.words if w.low not in ("entitled", "eligible", "qualified")]
    noun = head(words or phrase.words)
    joint = next((n for n, w in enumerate(phrase.words) if n and w.low == "and"), 0)
    return phrase.words[joint - 1] if joint and not acts(noun) else noun  # Reception and Events


def _degree(phrase: Phrase, noun: Word) -> int:
    """Tell how surely a name is somebody's: 2 for a known head, 1 for a capital or a determiner, 0 for a thing."""
    if noun.low in _NOBODY or any(w.low == "following" for w in phrase.words) or not noun.text[0].isalpha():
        return NEVER
    if noun.low in ("majority", "unanimity") and phrase.words[-1].low == noun.low and not noun.title:
        return LIKELY if phrase.det == "a" and len(phrase.words) == 1 else NEVER  # a majority of the Fellows
    of_authority = noun.low == "authority" and not (phrase.det or noun.title)  # by authority of
    if of_authority or noun.low in MONTHS | DAYS or _counts(phrase, noun):
        return NEVER
    if acts(noun) and noun.low not in CONSENTS:
        return SURE
    served = noun.low == "service" and any(w.low in _SERVICES for w in phrase.words[:-1])
    if served or (phrase.det == "the" and len(phrase.words) == 1 and for_short(noun)):
        return SURE
    if any(w.low == "and" for w in phrase.words) and noun.title and phrase.words[-1].title:
        return LIKELY  # Health and Safety, read as one office
    if thing(noun) or noun.low in NOUN_ACTS or (noun.low in FORMS and FORMS[noun.low].kind == "g" and not noun.title):
        return NEVER
    owned = phrase.det in ("its", "their", "his", "her", "your", "our", "my", "this", "these", "such", "those", "that")
    if noun.title and (phrase.det or len(phrase.words) > 1 or phrase.start > 0 or for_short(noun)):
        return LIKELY
    return LIKELY if phrase.det and not owned and phrase.det != "no" else NEVER


def _counts(phrase: Phrase, noun: Word) -> bool:
    """Tell whether a name is a share, a number of a kind or a number alone: 30% unit; Tier Two; above £9, | three."""
    alone = len(phrase.words) < 2 or not phrase.words[0].text.isalpha()
    numbered = noun.low in EMPTY_HEADS and not alone and thing(phrase.words[0])
    bare = len(phrase.words) < 2 and noun.low in EMPTY_HEADS - {"members"} and not noun.title
    return numbered or bare and not phrase.det or any("%" in word.text for word in phrase.words)
