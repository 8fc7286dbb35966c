"""Names in English words: determiners, what stands before the head, the head, and where a verb ends them."""

from collections.abc import Sequence

from corpus.rules.english.groups import NOWHERE, Phrase, acronym, as_participle, bordered, is_closed, low_at
from corpus.rules.english.heads import a_field, acts, collective, head, singular, thing
from corpus.rules.english.verbs import FORMS, NOUNS_TOO, PHRASAL, form_of
from corpus.rules.english.words import (
    ADJECTIVES,
    BE,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    Word,
    adverb,
    word_set,
)

# "the the the": no name has more words before it
_MOST_DETERMINERS = 6
# each of the trustees: a word that shares in those behind it
_SHARERS = word_set("any each all both either some two neither")
# verbs whose base and -s form are nouns too, but hardly ever behind another noun
_RARELY_NOUNS = word_set("rest stand fall need last follow show close bear leave mean deal")
_PLURALS = word_set("people staff police majority thirds men women heads")
NOUNS_IN_ING = word_set(
    "meeting building training planning nursing funding banking accounting heading listing hearing spending "
    "engineering housing parking catering marking running opening closing beginning working standing booking "
    "ruling finding understanding nothing anything something evening morning"
)


def noun_yet(own: Sequence[Word]) -> bool:
    """Tell whether words of a name already hold a noun, not only what stands before one."""
    return any(
        w.text[0].isalpha()
        and w.low not in ADJECTIVES
        and not adverb(w)
        and (
            w.low not in FORMS
            or FORMS[w.low].kind in "bs"
            or w.low in NOUNS_IN_ING
            or (w.title and FORMS[w.low].kind == "g")
        )
        for w in own
    )


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


def third_person(own: Sequence[Word], at: int, name: Sequence[Word], after_of: bool) -> bool:
    """Tell whether a word in -s goes on as a verb behind the words of a name: the Board reviews the plan."""
    low, last, following = own[at].low, _last(name), low_at(own, at + 1)
    if low not in FORMS:
        known = (
            (acts(last) or (last.title and not thing(last))) and low.endswith("s") and not low.endswith(("ss", "us"))
        )
        return known and (following in DETERMINERS or following in ("it", "them"))
    if FORMS[low].base not in NOUNS_TOO:
        return True
    if (FORMS[low].base, following) in PHRASAL and acts(last):
        return True
    if FORMS[low].base == "rest" and following in ("with", "on", "upon"):
        return True
    if FORMS[low].base in _RARELY_NOUNS:
        return following not in BE and following not in MODALS and following != "of"
    if following in (
        "of",
        "are",
        "is",
        "was",
        "were",
        "may",
        "shall",
        "must",
        "will",
        "have",
        "has",
        "can",
        "should",
        "made",
    ):
        return False
    if _plural(last) and not after_of and not collective(last):
        return False
    return acts(last) or (last.title and not thing(last))


def goes_on_as_verb(own: Sequence[Word], at: int, name: Sequence[Word], after_of: bool, joined: bool) -> bool:
    """Tell whether a verb begins behind the words of a name that have been read so far."""
    word = own[at]
    if word.title or not name or not noun_yet(name):
        return False
    form = form_of(word.low)
    if form is None and as_participle(word):
        return bordered(own, at + 1) and word.low not in ("entitled", "qualified", "based")
    if form is None or form.kind == "s":
        return third_person(own, at, name, after_of)
    if form.kind == "n" and form.base != word.low:
        return bordered(own, at + 1) or (low_at(own, at + 1) in ("last", "next"))
    if form.kind == "g":
        following = low_at(own, at + 1)
        if word.low == "acting":
            return True
        return word.low not in NOUNS_IN_ING and (
            following in DETERMINERS or following in PRONOUNS or following in PREPOSITIONS
        )
    if form.base not in NOUNS_TOO:
        return True
    following, last = low_at(own, at + 1), _last(name)
    if (
        form.base == "rest"
        and following in ("with", "on", "upon")
        or form.base in _RARELY_NOUNS
        and _plural(last)
        or ((form.base, following) in PHRASAL and acts(last))
    ):
        return True
    fits = (acts(last) or last.title) and (_plural(last) or joined or after_of)
    return fits and (
        following in DETERMINERS
        or following in PRONOUNS
        or following in ("whether", "that", "on", "to")
        or following.endswith("ly")
    )


def ruled(own: Sequence[Word], at: int, name: Sequence[Word], done: Sequence[Phrase]) -> bool:
    """Tell whether a word in -s behind a title with "of" is its verb: the Director of Inclusion | checks whether."""
    if _ruling(done) is None:
        return False
    form, following = form_of(own[at].low), low_at(own, at + 1)
    fits = following in DETERMINERS or following in PRONOUNS or following in ("whether", "that", "on", "to", "with")
    return form is not None and form.kind == "s" and not own[at].title and bool(name) and fits


def quantity(own: Sequence[Word], at: int) -> int:
    """Return how many words of "at least", "not fewer than", "up to" stand before a number."""
    two = (low_at(own, at), low_at(own, at + 1))
    if two in (("at", "least"), ("at", "most"), ("more", "than"), ("fewer", "than"), ("less", "than")):
        return 2
    if two[0] in ("not", "no") and two[1] in ("less", "fewer", "more") and low_at(own, at + 2) == "than":
        return 3
    return 0


def _bracket(own: Sequence[Word], at: int, name: Sequence[Word]) -> int:
    """Return where a bracket that belongs to a title ends: Deputy Head (Pastoral); else where it begins."""
    if low_at(own, at) != "(" or not name or not name[-1].title or own[at].start == name[-1].end:
        return at
    inside: list[Word] = []
    for n in range(at + 1, min(at + 8, len(own))):
        if own[n].text == ")":
            initials = "".join(w.text[0] for w in name if w.title)
            fits = inside and inside[0].title and not (len(inside) == 1 and inside[0].text == initials)
            return n + 1 if fits else at
        if not (own[n].title or own[n].low in ("&", "and", "of", "for", "the", ",")):
            return at
        inside.append(own[n])
    return at


def _title_goes_on(own: Sequence[Word], at: int, name: Sequence[Word]) -> int:
    """Return where a title with "and" in it ends: Drugs and Therapeutics Committee; else where it stands."""
    if own[at].low not in ("and", ",") or not name or not name[-1].title or not a_field(name[-1]):
        return at
    opens = len(name) == 1 and not name[0].start
    end = at
    while (
        end < len(own)
        and (own[end].title or (own[end].low in ("and", ",") and end - at < 4))
        and low_at(own, end) not in DETERMINERS
    ):
        end += 1
    while end > at and own[end - 1].low in (",", "and"):
        end -= 1
    last = own[end - 1] if end > at + 1 else own[at]
    joints = [w.low for w in own[at:end]]
    whole = last.title and acts(last) and not a_field(last) and "and" in joints
    return end if whole and not (opens and (end - at < 3 or not a_field(own[at + 1]))) else at


def _determiners(own: Sequence[Word], at: int) -> tuple[list[str], int]:
    """Return the determiners and quantities at a place, and where they end: each of the, at least."""
    dets: list[str] = []
    while at < len(own) and len(dets) < _MOST_DETERMINERS:
        skip = quantity(own, at) or int(own[at].low in DETERMINERS and not acronym(own[at]))
        if not skip:
            break
        dets += [w.low for w in own[at : at + skip]]
        at += skip
        if dets[-1] in _SHARERS and low_at(own, at) == "of" and low_at(own, at + 1) in DETERMINERS:
            at += 1
    return dets, at


def name_phrase(own: Sequence[Word], at: int, done: Sequence[Phrase]) -> tuple[Phrase, int] | None:
    """Read a name: determiners, then the words before its head and the head, brackets and ampersands within."""
    dets, at = _determiners(own, at)
    name: list[Word] = []
    before = done[-1] if done else NOWHERE
    after_of, joined = before.low == "of", before.low in ("and", "&") or before.base in ("have", "get", "let")
    while at < len(own):
        word = own[at]
        if word.text == "&" and name:
            name.append(word)
        elif (end := _title_goes_on(own, at, name)) > at:
            name += own[at:end]
            at = end - 1
        elif (end := _bracket(own, at, name)) > at:
            name += own[at:end]
            at = end
            break
        elif not word.text[0].isalnum() and word.text[0] not in "£$€¥":
            break
        elif word.low in ("following", "above", "below") and dets and not name:
            name.append(word)
        elif (
            is_closed(word)
            or (word.low in DETERMINERS and not acronym(word))
            or goes_on_as_verb(own, at, name, after_of, joined)
            or ruled(own, at, name, done)
            or adverb(word)
            and (name or bordered(own, at + 1))
            and not (word.title and name)
        ):
            break
        else:
            name.append(word)
            if word.text[0] in "£$€¥":
                at += 1
                break
        at += 1
    if not name:
        return None
    owner = low_at(own, at) in ("'s", "’s", "'", "’")
    phrase = Phrase("name", name[-1].low, name[0].start, name[-1].end, tuple(name), " ".join(dets), owner)
    return phrase, at + owner
