"""English words as phrases: names, groups of verbs, and the closed-class words between them."""

from collections.abc import Sequence

from corpus.rules.english.grammar.groups import verb_group
from corpus.rules.english.grammar.heads import a_body, acts
from corpus.rules.english.grammar.lexical import lexical
from corpus.rules.english.grammar.nouns import name_phrase, quantity
from corpus.rules.english.grammar.parts import Phrase, as_participle, bordered, is_closed, low_at
from corpus.rules.english.grammar.verbs import NOUN_ACTS, NOUNS_TOO, form_of
from corpus.rules.english.grammar.words import (
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    IDIOM_FIRST,
    IDIOM_LONGEST,
    IDIOMS,
    MARKS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    Word,
    adverb,
    words,
)

# anything more, everything else: what goes on from what was said
_ANYTHING = ("anything", "everything", "something", "all")
_BEYOND = ("more", "else")
# behind a noun that is the subject of what somebody says
_GOES_ON = MODALS | BE | HAVE


def _single(own: Sequence[Word], at: int, done: Sequence[Phrase]) -> Phrase | None:
    """Read one word or mark that borders phrases."""
    word = own[at]

    def phrase(kind: str) -> Phrase:
        return Phrase(kind, word.low, word.start, word.end)

    if not word.text[0].isalnum():
        return phrase(MARKS.get(word.text, "other")) if word.text[0] not in "£$€¥" else None
    if not is_closed(word):
        return None
    if word.low == "that" and done and done[-1].kind == "prep" and _pronoun(own, at):
        return phrase("pron")
    if word.low == "that" and not (done and done[-1].kind in ("name", "comma")):
        return phrase("sub")
    if word.low == "whose":
        return phrase("whose")
    if word.low in RELATIVES:
        return phrase("rel")
    if word.low in CONJUNCTIONS:
        return phrase("conj")
    if word.low in SUBORDINATORS:
        return phrase("sub")
    if word.low == "should":
        return phrase("sub")
    if word.low in PRONOUNS:
        return phrase("pron")
    return phrase("prep") if word.low in PREPOSITIONS else None


def _pronoun(own: Sequence[Word], at: int) -> bool:
    """Tell whether "that" stands for a thing said before: anything over that | goes to the Board."""
    form = form_of(low_at(own, at + 1))
    goes_on = form is not None and (form.base not in NOUNS_TOO or low_at(own, at + 1) in ("needs", "costs"))
    return form is not None and form.kind in "bs" and goes_on


def _before_verb(own: Sequence[Word], at: int, done: Sequence[Phrase]) -> bool:
    """Tell whether "either" stands between a subject and its verb: the Group | either | ratifies the plan or returns it."""
    form = form_of(low_at(own, at + 1))
    told = form is not None and form.kind == "s" and (form.base not in NOUNS_TOO or low_at(own, at + 2) in DETERMINERS)
    return told and bool(done) and done[-1].kind == "name"


def _that_act(own: Sequence[Word], at: int, done: Sequence[Phrase]) -> bool:
    """Tell whether "that" points at what is made or taken: the Head makes | that decision once …"""
    light = bool(done) and done[-1].base in ("make", "reach")
    return light and low_at(own, at + 1) in NOUN_ACTS and bordered(own, at + 2) and low_at(own, at + 2) not in _GOES_ON


def _pointed_at(own: Sequence[Word], at: int, done: Sequence[Phrase]) -> tuple[Phrase, int] | None:
    """Read the act or the office that "that" points at."""
    points = _that_act(own, at, done) or _that_office(own, at, done)
    found = name_phrase(own, at + 1, done) if points else None
    return (found[0]._replace(det="that"), found[1]) if found else None


def _that_office(own: Sequence[Word], at: int, done: Sequence[Phrase]) -> bool:
    """Tell whether "that" points at an office named before: without the approval of | that Committee, head of | that unit."""
    office = own[at + 1] if at + 1 < len(own) else None
    told = office is not None and (office.title or a_body(office) and bordered(own, at + 2)) and acts(office)
    return bool(done) and done[-1].low in ("of", "by") and told


def phrases(sentence: str) -> list[Phrase]:
    """Return the phrases of a sentence in order; together they cover all its words."""
    own = words(sentence)
    done: list[Phrase] = []
    at = 0
    while at < len(own):
        read = None
        word = own[at]
        if word.text[0].isalnum() or word.text[0] in "£$€¥":
            read = _idiom(own, at) or verb_group(own, at, done) or lexical(own, at, done)
        if read is None and word.low in ("either", "both") and _before_verb(own, at, done):
            read = Phrase("adv", word.low, word.start, word.end), at + 1
        if read is None and word.low == "that":
            read = _pointed_at(own, at, done)
        if read is None and not quantity(own, at) and (single := _single(own, at, done)):
            read = single, at + 1
        if (
            read is None
            and adverb(word)
            and (word.low not in DETERMINERS)
            and not _modifies(own, at)
            and not quantity(own, at)
        ):
            read = Phrase("adv", word.low, word.start, word.end), at + 1
        if read is None and word.low in _BEYOND and done and done[-1].low in _ANYTHING and at + 1 < len(own):
            read = Phrase("adv", word.low, word.start, word.end), at + 1
        read = read or name_phrase(own, at, done) or (Phrase("other", word.low, word.start, word.end), at + 1)
        done.append(read[0])
        at = max(read[1], at + 1)
    return done


def _idiom(own: Sequence[Word], at: int) -> tuple[Phrase, int] | None:
    """Read several words that say one thing: from time to time, so long as, no one."""
    if own[at].low not in IDIOM_FIRST:
        return None
    for size in range(IDIOM_LONGEST, 1, -1):
        low = tuple(w.low for w in own[at : at + size])
        if low in IDIOMS:
            return Phrase(IDIOMS[low], " ".join(low), own[at].start, own[at + len(low) - 1].end), at + len(low)
    return None


def _modifies(own: Sequence[Word], at: int) -> bool:
    """Tell whether an adverb stands before a participle or an adjective of a name: duly elected members."""
    return (
        low_at(own, at).endswith("ly")
        and at + 1 < len(own)
        and as_participle(own[at + 1]) is not None
        and not bordered(own, at + 2)
    )
