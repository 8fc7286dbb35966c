"""Where the words of an English name turn into a verb: the Board | reviews the plan."""

from collections.abc import Sequence

from corpus.rules.english.grammar.heads import (
    POST_WORDS,
    a_body,
    acts,
    collective,
    field_of_work,
    head,
    listed_thing,
    singular,
    thing,
)
from corpus.rules.english.grammar.noun_places import ALONE, noun_by_place, of_anything
from corpus.rules.english.grammar.parts import ALIKE, NOWHERE, Phrase, as_participle, bordered, low_at
from corpus.rules.english.grammar.verbs import FORMS, NOUNS_TOO, PHRASAL, form_of
from corpus.rules.english.grammar.words import (
    ADJECTIVES,
    BE,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    Word,
    adverb,
    closed,
    word_set,
)

# verbs whose base and -s form are nouns too, but hardly ever behind another noun
_RARELY_NOUNS = word_set("rest stand fall need last follow show close bear leave mean deal")


# behind them a word in -s is a noun: the reviews are, the orders of the day
_BEHIND_NOUNS = word_set("of are is was were may shall must will have has can should made")
_NUMBERS = word_set("two three four five six seven eight nine ten eleven twelve")
_PLURALS = word_set("people staff police majority thirds men women heads")


# what somebody does beside another who decides: the Court, the Tenants' Panel | advising
_BESIDE = word_set("advising agreeing concurring consenting dissenting assenting attending assisting approving")
NOUNS_IN_ING = word_set(
    "meeting building training planning nursing funding banking accounting heading listing hearing spending "
    "engineering housing parking catering marking running opening closing beginning working standing booking "
    "ruling finding understanding nothing anything something evening morning"
)


def _a_noun(w: Word) -> bool:
    """Tell whether a word of a name can be its noun: no word that says what was done to a thing."""
    if w.low in FORMS:
        kind = FORMS[w.low].kind
        return kind in "bs" or w.low in NOUNS_IN_ING or (w.title and kind == "g")
    return not _done_to(w)


def noun_yet(own: Sequence[Word]) -> bool:
    """Tell whether words of a name already hold a noun, not only what stands before one."""
    return any(w.text[0].isalpha() and w.low not in ADJECTIVES and not adverb(w) and _a_noun(w) for w in own)


_SHORTEST_PARTICIPLE = 7  # letters: disputed, unlike Ltd, bed, breed


def _done_to(word: Word) -> bool:
    """Tell whether a word no list knows says what was done to a thing: disputed | claims."""
    return word.low.endswith("ed") and len(word.low) >= _SHORTEST_PARTICIPLE and word.low != "hundred"


def _ruling(done: Sequence[Phrase]) -> Word | None:
    """Return the head of the title that a name behind "of" goes on with: the Director | of | Inclusion."""
    before = done[-2] if len(done) > 1 and done[-1].low == "of" else NOWHERE
    ruling = head(before.words) if before.kind == "name" and before.words else None
    return ruling if ruling and acts(ruling) and not _plural(ruling) else None


def _last(name: Sequence[Word]) -> Word:
    """Return the last word of a name that stands outside its bracket."""
    opened = next((n for n, w in enumerate(name) if w.text == "("), len(name))
    return name[max(opened - 1, 0)]


def _plural(word: Word) -> bool:
    return singular(word.low) != word.low or word.low in _PLURALS


def _onto(own: Sequence[Word], at: int) -> str:
    """Return the word behind a verb and its adverb: rests ultimately | with."""
    return low_at(own, at + 2) if at + 1 < len(own) and adverb(own[at + 1]) else low_at(own, at + 1)


def third_person(own: Sequence[Word], at: int, name: Sequence[Word], after_of: bool) -> bool:
    """Tell whether a word in -s goes on as a verb behind the words of a name: the Board reviews the plan."""
    low, last, following = own[at].low, _last(name), low_at(own, at + 1)
    last = name[-2] if last.low in POST_WORDS and len(name) > 1 else last  # the person presiding | rules
    if low == "sets" and following == "out":
        return True
    if low not in FORMS:
        return _unlisted(own, at, last)
    if FORMS[low].base not in NOUNS_TOO:
        return True
    if _those_who_chair(own, at, last):
        return False
    if field_of_work(own[at]) and (after_of or (at + 1 < len(own) and acts(own[at + 1]))):
        return False  # the student services manager, delivery of council services
    if (FORMS[low].base, following) in PHRASAL and acts(last):
        return True
    if FORMS[low].base == "rest" and _onto(own, at) in ("with", "on", "upon"):
        return True
    if FORMS[low].base in _RARELY_NOUNS:
        return following not in BE and following not in MODALS and following != "of"
    if following in _BEHIND_NOUNS or noun_by_place(own, at):
        return False
    if _plural(last) and not after_of and not collective(last):
        return False
    return acts(last) or (last.title and not thing(last))


def _those_who_chair(own: Sequence[Word], at: int, last: Word) -> bool:
    """Tell whether "chairs" or "judges" names people: the committee | chairs; not the Deputy | chairs."""
    following = own[at + 1] if at + 1 < len(own) else None
    base = form_of(following.low) if following else None
    goes_on = following is not None and (following.low in DETERMINERS or following.title or following.low in PRONOUNS)
    noun = following is not None and following.text[0].isalpha() and not closed(following.low) and base is None
    return own[at].low in ("chairs", "judges") and a_body(last) and not goes_on and not noun


def _unlisted(own: Sequence[Word], at: int, last: Word) -> bool:
    """Tell whether a word in -s that no list has is a verb behind a name: the Bursar countersigns the order."""
    low, following = own[at].low, low_at(own, at + 1)
    if closed(low):
        return False  # such other officer | as it thinks fit
    known = (
        (acts(last) or (last.title and not thing(last))) and low.endswith("s") and not low.endswith(("ss", "us"))
    ) and (not listed_thing(own[at]) or following in ("it", "them", "him", "her"))
    if known and last.title and acts(last) and not acts(own[at]) and following.isalpha() and not closed(following):
        return following not in FORMS or FORMS[following].base in NOUNS_TOO
    bounded = following[:1] in ("£", "$", "€", "¥") or (following, low_at(own, at + 2)) == ("up", "to")
    if known and last.title and acts(last) and not acts(own[at]) and bounded:
        return True
    return known and (following in DETERMINERS or following in ("it", "them"))


def _onward(following: str) -> bool:
    """Tell whether words go on behind a verb with its object, so that it is no noun: need | approval."""
    return following[:1].isalnum() and (not closed(following) or following in DETERMINERS)


def goes_on_as_verb(own: Sequence[Word], at: int, name: Sequence[Word], after_of: bool, joined: bool) -> bool:
    """Tell whether a verb begins behind the words of a name that have been read so far."""
    word = own[at]
    form = form_of(word.low)
    if [w.low for w in name] == ["following"]:
        return form is not None and form.kind in "bs" and form.base not in NOUNS_TOO
    if word.low in ALIKE and low_at(own, at + 1) == "by" and form is not None and form.kind == "b" and name:
        return True
    if form is not None and form.base in ("need", "want") and _onward(low_at(own, at + 1)) and name:
        return True
    if form is not None and form.kind == "n" and low_at(own, at + 1) == "by" and name and name[-1].low in _NUMBERS:
        return True  # a team of three | named by
    if word.low == "acting" and name and acts(name[-1]) and low_at(own, at + 1) in ("in", "for", "on"):
        return True
    if word.title or not name or not noun_yet(name):
        return False
    if word.low == "concerned" and acts(name[-1]) and low_at(own, at + 1) not in ("in", "with", "by", "about"):
        return False
    if form is None and as_participle(word):
        return bordered(own, at + 1) and word.low not in ("entitled", "qualified", "based")
    if form is None or form.kind == "s":
        return third_person(own, at, name, after_of)
    if form.kind == "n" and form.base != word.low:
        return bordered(own, at + 1) or (low_at(own, at + 1) in ("last", "next"))
    if form.kind == "g":
        following = low_at(own, at + 1)
        if word.low == "acting" or (word.low in _BESIDE and acts(name[-1]) and bordered(own, at + 1)):
            return True
        return word.low not in NOUNS_IN_ING and (
            following in DETERMINERS or following in PRONOUNS or following in PREPOSITIONS
        )
    return form.base not in NOUNS_TOO or _noun_too(own, at, name, form.base, after_of, joined)


def _noun_too(own: Sequence[Word], at: int, name: Sequence[Word], base: str, after_of: bool, joined: bool) -> bool:
    """Tell whether a word that may be a noun goes on as a verb: trustees | sign letters; the members | object."""
    following, last = low_at(own, at + 1), _last(name)
    if (
        base == "rest"
        and _onto(own, at) in ("with", "on", "upon")
        or (base, following) == ("pass", "through")
        or base in _RARELY_NOUNS
        and _plural(last)
        or ((base, following) in PHRASAL and acts(last))
    ):
        return True
    if (
        base in ALONE
        and acts(last)
        and _plural(last)
        and (not following[:1].isalnum() or (following in PREPOSITIONS and following != "of"))
    ):
        return True
    if last.low.endswith("s") and _plural(last) and acts(last) and not after_of and _onward(following):
        return following not in FORMS or FORMS[following].kind != "n"
    fits = (acts(last) or last.title) and (_plural(last) or joined or after_of)
    return fits and (
        following in DETERMINERS
        or following in PRONOUNS
        or following in ("whether", "that", "on", "to")
        or following.endswith("ly")
    )


def _told_apart(own: Sequence[Word], at: int, name: Sequence[Word], done: Sequence[Phrase]) -> bool:
    """Tell whether a word is the verb of those whom a passive tells apart: three fellows named by the Dean | score the bids."""
    if len(done) < 3 or done[-1].low != "by" or done[-2].form != "n" or done[-2].finite or not name:
        return False
    many, form = done[-3], form_of(own[at].low)
    fits = form is not None and form.kind == "b" and low_at(own, at + 1) in DETERMINERS
    return fits and many.kind == "name" and acts(_last(many.words)) and _plural(_last(many.words))


def ruled(own: Sequence[Word], at: int, name: Sequence[Word], done: Sequence[Phrase]) -> bool:
    """Tell whether a word in -s behind a title with "of" is its verb: the Director of Inclusion | checks whether."""
    if _told_apart(own, at, name, done):
        return True
    if of_anything(own, at, name, done):
        return True
    if _ruling(done) is None:
        return False
    form, following = form_of(own[at].low), low_at(own, at + 1)
    fits = following in DETERMINERS or following in PRONOUNS or following in ("whether", "that", "on", "to", "with")
    return form is not None and form.kind == "s" and not own[at].title and bool(name) and fits
