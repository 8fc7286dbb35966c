"""Actors in English phrases: where a name begins and ends, and whether it names somebody who can act."""

from collections.abc import Sequence
from typing import NamedTuple

from corpus.rules.english.grammar.heads import a_body, a_field, acts, head, ordinary, thing
from corpus.rules.english.grammar.parts import NOWHERE, Phrase, for_short
from corpus.rules.english.grammar.verbs import CONSENTS, FORMS, NOUN_ACTS
from corpus.rules.english.grammar.words import Word, word_set

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


def at(ph: Sequence[Phrase], n: int) -> Phrase:
    """Return the phrase at a place; beyond the sentence there is a stop."""
    return ph[n] if 0 <= n < len(ph) else NOWHERE


# what follows a name and belongs to it: the nurse in charge, a trustee in office
_AFTER_HEAD = {
    ("in", "charge"),
    ("in", "office"),
    ("in", "post"),
    ("in", "residence"),
    ("in", "attendance"),
    ("on", "duty"),
    ("on", "call"),
    ("at", "risk"),
    ("at", "large"),
    ("in", "training"),
    ("in", "council"),
    ("in", "chief"),
}
# where somebody is who is told apart so: the person on site, the officer on watch
_PLACES = word_set("site watch shift board leave secondment probation call duty command")
_TO_A_BODY = word_set("clerk secretary assistant adviser advisor counsel deputy aide chaplain solicitor")
# nouns that say who somebody is only by whose he is: the Chair's nominee
_RELATED = word_set("nominee manager deputy delegate representative adviser advisor supervisor superior")
_EMPTY_HEADS = word_set(
    "one two three four five six seven eight nine ten eleven twelve all some most one any each members"
)
# parts of a whole, and days: the fifth
_PARTS = word_set("third thirds half quarter quarters fourth fourths fifth fifths")
_SERVICES = word_set("fire ambulance rescue police health coastguard probation")
# the Trustees | in May: when, and no field of theirs
_MONTHS = word_set("january february march april may june july august september october november december")
_WHEN = _MONTHS | word_set("michaelmas hilary lent easter trinity christmas spring summer autumn winter week")
_NOBODY = word_set(
    "they it one people subject other others following above below same yes no more less inclusive part item step "
    "stage point example instance behalf act anything nothing policy end start beginning middle "
    "rest remainder quorum need"
)


def _own_end(ph: Sequence[Phrase], n: int) -> tuple[int, int]:
    """Return where the possessive before a body's name leaves the name: the phrase the name starts and ends at."""
    phrase, after = ph[n], at(ph, n + 1)
    if not phrase.owner or after.kind != "name" or after.det:
        return n, n
    own, noun = head(phrase.words), head(after.words)
    several = own.low.endswith("s") and acts(own)
    if acts(own) and not ordinary(own) and noun.low in _RELATED:
        return n, n + 1
    if a_body(noun) and acts(own) and (several or (own.title and not a_body(own) and noun.title)):
        return n, n + 1
    return n + 1, n + 1


def _complement(ph: Sequence[Phrase], n: int, noun: Word) -> int:
    """Return the last phrase of the name whose words so far end at a place: Head | of Finance and Audit."""
    first = n
    while True:
        link, name = at(ph, n + 1), at(ph, n + 2)
        if n > first and link.low == "and" and _a_further_field(ph[n], name):
            n += 2
            continue
        if link.low == "entitled" or name.kind != "name" or link.kind != "prep" or ph[n].owner:
            return n
        if not (_belongs(link.low, ph[n], name, noun)) or (n == first and made_up(ph, n, noun)):
            return n
        n += 2


def made_up(ph: Sequence[Phrase], n: int, noun: Word) -> bool:
    """Tell whether "of" says who sits on a body: a panel | of the Warden and two fellows."""
    if at(ph, n).kind != "name" or at(ph, n + 2).kind != "name":
        return False
    one, joint, other = at(ph, n + 2), at(ph, n + 3), at(ph, n + 4)
    if not a_body(noun) or noun.title or at(ph, n + 1).low != "of" or a_body(head(one.words)):
        return False
    listed = joint.low in ("and", "plus") or (joint.kind == "comma" and other.kind == "name")
    told = bool(one.det) or one.words[0].low in _EMPTY_HEADS or one.words[0].title
    return listed and told and acts(head(one.words)) and other.kind == "name" and acts(head(other.words))


def _a_further_field(before: Phrase, name: Phrase) -> bool:
    """Tell whether a name behind "and" is one more field of a post: Director of Prevention | and Control."""
    named = name.kind == "name" and not name.det and all(w.title for w in (*before.words, *name.words))
    fields = named and a_field(head(name.words)) and a_field(head(before.words))
    return fields and not (before.det or before.owner or name.owner)


def _belongs(link: str, before: Phrase, name: Phrase, noun: Word) -> bool:
    """Tell whether a preposition and a name behind a head go on with it."""
    first = name.words[0]
    if link == "of":
        return (
            name.det not in ("no", "this", "such", "any")
            and not first.text[0].isdigit()
            and (first.title or first.low not in NOUN_ACTS)
        )
    if (link, name.low) in _AFTER_HEAD and not name.det:
        return True
    if link == "to":
        return noun.low in _TO_A_BODY and first.title
    if link == "from" and name.det == "another" and acts(noun):
        return a_body(head(name.words))
    if link in ("from", "in", "within") and name.det == "the" and acts(noun) and not noun.title:
        return first.title and a_body(head(name.words))
    titled = (
        before.words[-1].title
        and first.title
        and not name.det
        and first.low not in NOUN_ACTS
        and not first.text.isdigit()
    )
    if link in ("at", "of", "on", "in") and name.low in _PLACES and not name.det and len(name.words) == 1:
        return not noun.title or (link == "on" and name.low in ("call", "duty"))
    if link == "at" and first.title and first.low in ("grade", "band", "level", "tier", "scale"):
        return True
    if link == "in" and first.low in _WHEN:
        return False
    return link in ("for", "in") and titled and (a_field(head(name.words)) or not acts(head(name.words)))


def _behind_comma(ph: Sequence[Phrase], n: int, noun: Word) -> int:
    """Take in the field behind a title's comma: Director, People & Culture."""
    comma, field, after = at(ph, n + 1), at(ph, n + 2), at(ph, n + 3)
    fits = (
        comma.kind == "comma"
        and field.kind == "name"
        and not field.det
        and all(w.title or w.low == "&" for w in field.words)
    )
    if not fits or not noun.title or a_body(noun) or (acts(head(field.words)) and not a_body(head(field.words))):
        return n
    if at(ph, n + 1).start != ph[n].end or after.kind in ("conj", "prep", "name") or not (acts(noun)):
        return n
    listed = at(ph, n - 1).kind in ("conj", "comma") and at(ph, n - 2).kind == "name"
    return n if listed else n + 2


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
    if noun.low in _EMPTY_HEADS and at(ph, last + 1).low == "of" and at(ph, last + 2).kind == "name":
        noun = _noun(ph[last + 2])
    last = _complement(ph, last, noun)
    last = _behind_comma(ph, last, noun)
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
    ) and last > first:
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
    of_authority = noun.low == "authority" and not (phrase.det or noun.title)  # by authority of
    if of_authority or noun.low in _MONTHS or _counts(phrase, noun):
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
    """Tell whether a name is a share or a number of a kind: 30% unit; Tier Two."""
    alone = len(phrase.words) < 2 or not phrase.words[0].text.isalpha()
    numbered = noun.low in _EMPTY_HEADS and not alone and thing(phrase.words[0])
    return numbered or any("%" in word.text for word in phrase.words)
