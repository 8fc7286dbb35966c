"""Whether an English word in -s is a noun or a verb by its place: alarm checks | by the Porter; anything longer goes."""

from collections.abc import Sequence

from corpus.rules.english.grammar.complements import DAYS, MONTHS
from corpus.rules.english.grammar.parts import NOWHERE, Phrase, low_at
from corpus.rules.english.grammar.verbs import FORMS, form_of
from corpus.rules.english.grammar.words import PREPOSITIONS, Word, word_set

# verbs that need no object: where two governors object,
ALONE = word_set("object vote act appeal direct order rule request consent")


def noun_by_place(own: Sequence[Word], at: int) -> bool:
    """Tell whether a word in -s is a noun by what follows: alarm checks | by the Porter; Textbook requests | start with."""
    following = low_at(own, at + 1)
    named = at + 2 < len(own) and (own[at + 2].title or own[at + 2].low == "the")
    named = named and own[at + 2].low not in MONTHS | DAYS and low_at(own, at + 3) != "end"
    if following == "by" and FORMS[own[at].low].base not in ALONE:
        return named
    form = form_of(following)
    verb = form is not None and form.base in ("start", "begin", "originate", "go", "come", "pass") and form.kind == "b"
    return verb and low_at(own, at + 2) in PREPOSITIONS


def of_anything(own: Sequence[Word], at: int, name: Sequence[Word], done: Sequence[Phrase]) -> bool:
    """Tell whether a word in -s is the verb of a thing told only by a comparison: anything longer | goes to the Dean."""
    form, before = form_of(own[at].low), done[-1] if done else NOWHERE
    bare = before.kind == "pron" and before.low in ("anything", "something", "everything")
    told = len(name) == 1 and name[0].low.endswith(("er", "more", "less", "else"))
    return bare and told and form is not None and form.kind == "s"
