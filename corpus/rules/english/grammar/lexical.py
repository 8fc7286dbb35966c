"""English verbs that no auxiliary opens: which words between names are verbs, by what stands before and behind."""

from collections.abc import Sequence

from corpus.rules.english.grammar.groups import Group, verb_phrase, with_particle
from corpus.rules.english.grammar.heads import acts, head
from corpus.rules.english.grammar.parts import ALIKE, NOWHERE, Phrase, as_participle, bordered, is_closed, low_at
from corpus.rules.english.grammar.turns import NOUNS_IN_ING, goes_on_as_verb, noun_yet, ruled, third_person
from corpus.rules.english.grammar.verbs import FORMS, NOUN_ACTS, NOUNS_TOO, PHRASAL, Form, form_of
from corpus.rules.english.grammar.words import DETERMINERS, PREPOSITIONS, PRONOUNS, Word, adverb, closed

# with the advice of the Council, after a hearing: what stands between who decides and the verb
_WEIGHING = ("with", "after", "following", "upon", "on", "subject", "without", "by")
_HAVING = ("having", "being", "acting", "sitting")
# the power to suspend | lies with the Court
_RESTING = ("lie", "rest", "belong", "fall", "remain")


def _verbs(done: Sequence[Phrase]) -> Phrase | None:
    """Return the last verb of the sentence so far that another may follow in the same form."""
    told = (p for p in reversed(done) if p.kind in ("verb", "stop"))
    return next((p for p in told if not (p.words and p.words[0].low == "having")), None)


def stranded(done: Sequence[Phrase]) -> Phrase | None:
    """Return the modal that waits for its verb behind an aside: the Minister may, by order, | exempt."""
    for n in range(len(done) - 1, -1, -1):
        phrase = done[n]
        if phrase.kind in ("stop", "colon") or (
            phrase.kind == "verb" and phrase.modal and phrase.base and phrase.finite
        ):
            return None
        if phrase.kind == "verb" and phrase.modal and not phrase.base:
            between = [p.kind for p in done[n + 1 :]]
            return (
                phrase if not between or between[-1] == "comma" or not {"comma", "sub", "rel"} & set(between) else None
            )
    return None


def _before(done: Sequence[Phrase]) -> Phrase:
    return next((p for p in reversed(done) if p.kind != "adv"), NOWHERE)


def _since_stop(done: Sequence[Phrase]) -> list[Phrase]:
    """Return the phrases since the last stop."""
    start = max((n for n, p in enumerate(done) if p.kind in ("stop", "colon")), default=-1)
    return list(done[start + 1 :])


def _clause(done: Sequence[Phrase]) -> list[Phrase]:
    """Return the phrases since the last stop or subordinator."""
    start = max((n for n, p in enumerate(done) if p.kind in ("stop", "colon", "sub")), default=-1)
    return list(done[start + 1 :])


def _one_more(own: Sequence[Word], at: int, done: Sequence[Phrase]) -> bool:
    """Tell whether a participle stands in a list of passives: may be sold, | scrapped or lent."""
    before = done[-2] if len(done) > 1 else NOWHERE
    return before.kind == "verb" and before.passive and low_at(own, at + 1) in (",", "or", "and")


def _subject_waits(done: Sequence[Phrase]) -> bool:
    """Tell whether a subject waits for its verb behind an aside: and the Board, having heard him, | agrees."""
    opens = next((n for n in range(len(done) - 2, 0, -1) if done[n].kind in ("comma", "stop")), 0)
    if (
        not opens
        or done[-1].kind != "comma"
        or done[opens].kind != "comma"
        or done[opens - 1].kind not in ("name", "rel")
    ):
        return False
    aside, who = done[opens + 1], done[opens - 1]
    if who.kind == "rel":
        return aside.kind == "prep" and aside.low in _WEIGHING  # who, with the advice of the Matron, | decides
    heard = aside.kind == "verb" and not aside.finite and aside.words[0].low in _HAVING
    weighed = aside.kind == "prep" and aside.low in _WEIGHING and acts(head(who.words)) and opens == 1
    return heard or weighed


def _carried(own: Sequence[Word], at: int, form: Form, done: Sequence[Phrase]) -> Group | None:
    """Return what a verb without a subject takes over from the one before it: may accept, vary or reject."""
    if form.kind == "s" and _subject_waits(done):
        return Group(at)
    last = _verbs(done)
    unsaid = form.kind == "s" and not any(p.kind == "verb" and p.finite for p in _clause(done))
    if unsaid and any(p.kind == "name" for p in _clause(done)):
        return Group(at) if low_at(own, at + 1) in DETERMINERS or form.base not in NOUNS_TOO else None
    if last is None or last.kind == "stop":
        return Group(at) if form.kind == "s" and form.base not in NOUNS_TOO and done[-1].kind == "other" else None
    # who shall not vote, | keeps the log: no modal or denial goes on to a verb in -s
    group = Group(at) if form.kind == "s" else Group(at, last.modal, last.negated, infinitive=last.infinitive)
    if not last.base and last.modal and form.kind == "b":
        return group
    if form.base not in NOUNS_TOO and done[-1].kind == "conj":
        return group if form.kind == last.form else Group(at)
    if form.kind != last.form or done[-1].kind == "comma" or form.kind not in "bs":
        onward = form.base not in NOUNS_TOO or low_at(own, at + 1) == "through"
        return group if form.kind == last.form and onward else None
    following = low_at(own, at + 1)
    return (
        group
        if following in DETERMINERS
        or (form.base, following) in PHRASAL
        or (form.kind == "s" and following.isalpha() and not closed(following) and following not in FORMS)
        or following in PRONOUNS
        or (form.base, following) == ("wait", "for")
        or following in ("to", "on", "or", "and", "in", "within", "at", "before", "by")
        else None
    )


def lexical(own: Sequence[Word], at: int, done: Sequence[Phrase]) -> tuple[Phrase, int] | None:
    """Read a verb that no auxiliary opens, where the phrases before it let one stand."""
    word, before = own[at], _before(done)
    if word.low == "provided" and done and (low_at(own, at + 1) in DETERMINERS or low_at(own, at + 1) == "that"):
        return None  # provided the Committee is informed
    if word.title and at and before.kind not in ("stop", "colon"):
        return None
    form = form_of(word.low)
    if form is None:
        behind = before.kind == "name" and not before.owner and bordered(own, at + 1)
        if behind or (before.kind in ("comma", "conj") and (low_at(own, at + 1) == "by" or _one_more(own, at, done))):
            form = as_participle(word)
        if form is None:
            return _unlisted(own, at, done)
    if form.kind == "b" and low_at(own, at + 1) == "by" and word.low in ALIKE and done:
        return verb_phrase(own, at, at + 1, form.base, "n", Group(at), True)._replace(finite=False), at + 1
    if put := _put_by(own, at, form, done):
        return put
    if form.kind == "b" and low_at(own, at + 1) == "of" and word.low in NOUN_ACTS:
        return None
    group = _standing(own, at, form, done, before)
    if group is None:
        return None
    base, end = with_particle(form.base, own, at + 1)
    lone = form.kind == "n" and form.base != word.low
    phrase = verb_phrase(own, at, end, base, form.kind, group, lone and before.kind != "rel")
    finite = not group.infinitive and form.kind != "g" and (not lone or before.kind == "rel")
    return phrase._replace(finite=finite), end


def _put_by(own: Sequence[Word], at: int, form: Form, done: Sequence[Phrase]) -> tuple[Phrase, int] | None:
    """Read "put in force by" and "put together by", in which put is what was done."""
    if form.base != "put":
        return None
    following, opens = low_at(own, at + 1), _before(done).kind in ("comma", "conj", "colon", "stop")
    if opens and following in ("into", "in") and low_at(own, at + 3) == "by":
        return verb_phrase(own, at, at + 1, form.base, "n", Group(at), True)._replace(finite=False), at + 1
    if done and following in ("together", "up", "forward") and low_at(own, at + 2) == "by":
        base, end = with_particle(form.base, own, at + 1)
        return verb_phrase(own, at, end, base, "n", Group(at), True)._replace(finite=False), end
    return None


def _unlisted(own: Sequence[Word], at: int, done: Sequence[Phrase]) -> tuple[Phrase, int] | None:
    """Read a verb that no list knows: behind a modal's aside, or in -s behind an actor."""
    low, before = own[at].low, _before(done)
    left = stranded(done)
    if left is not None and _resumes(own, at, done):
        return verb_phrase(own, at, at + 1, low, "b", Group(at, left.modal, left.negated), False), at + 1
    if before.kind == "rel" and before.low in ("who", "which") and low.endswith("s") and not is_closed(own[at]):
        return verb_phrase(own, at, at + 1, low[:-1], "b", Group(at), False), at + 1
    named = before.kind == "name" and not before.owner and done[-1].kind == "name"
    if named and low.endswith("s") and third_person(own, at, before.words, False):
        return verb_phrase(own, at, at + 1, low[:-1], "s", Group(at), False), at + 1
    return None


def _standing(own: Sequence[Word], at: int, form: Form, done: Sequence[Phrase], before: Phrase) -> Group | None:
    """Return what the phrases before a form make of it as a verb; None where it can be none."""
    left = stranded(done) if form.kind == "b" else None
    if left is not None:
        return Group(at, left.modal, left.negated)
    if form.kind == "s" and not done and form.base not in NOUNS_TOO and not own[at].title:
        return Group(at)
    after_name = before.kind == "name" and not before.owner
    if form.kind == "s" and before.low == "over" and form.base not in NOUNS_TOO and low_at(own, at + 1) in DETERMINERS:
        return Group(at)  # a second one over | requires the Head
    behind = at + 2 if at + 1 < len(own) and adverb(own[at + 1]) else at + 1
    if form.kind == "s" and before.infinitive and form.base in _RESTING and low_at(own, behind) in PREPOSITIONS:
        return Group(at)
    if form.kind in "bs" and (after_name or before.kind in ("rel", "pron")):
        measure = not noun_yet(before.words) and form.base not in NOUNS_TOO
        goes_on = measure or done[-1].kind != "name" or _verb_behind(own, at, done)
        return Group(at) if goes_on or not after_name else None
    if form.kind == "n" and form.base != own[at].low:
        parted = (form.base, low_at(own, at + 1)) in PHRASAL and bordered(own, at + 2)
        return Group(at) if parted or bordered(own, at + 1) or low_at(own, at + 1) == "last" else None
    if form.kind == "g":
        return Group(at) if _gerund(own, at, before) else None
    if form.kind in "bs" and before.kind in ("conj", "comma", "close", "dash", "other"):
        carried = _carried(own, at, form, done)
        if carried:
            return carried
    return Group(at, modal="do") if form.kind == "b" and _imperative(own, at, form, before) else None


def _verb_behind(own: Sequence[Word], at: int, done: Sequence[Phrase]) -> bool:
    name = done[-1].words
    return goes_on_as_verb(own, at, name, True, True) or ruled(own, at, name, done[:-1])


def _resumes(own: Sequence[Word], at: int, done: Sequence[Phrase]) -> bool:
    """Tell whether a word no list knows is the verb that a modal before an aside waits for."""
    word = own[at]
    plain = word.low.isalpha() and not is_closed(word) and not adverb(word) and word.low not in DETERMINERS
    commas = sum(p.kind == "comma" for p in _since_stop(done))
    return plain and done[-1].kind == "comma" and commas > 1


def _gerund(own: Sequence[Word], at: int, before: Phrase) -> bool:
    """Tell whether a word in -ing is a verb: after consulting the Dean; not planning officers."""
    if own[at].low in NOUNS_IN_ING and own[at].low != "hearing":
        return False
    following = low_at(own, at + 1)
    if before.low in ("after", "before", "without", "by", "when", "while", "in", "on") or before.kind in (
        "comma",
        "name",
    ):
        return own[at].low != "hearing" or low_at(own, at + 1) not in ("of", "by", "before")
    return following in DETERMINERS or following in PRONOUNS


def _to_somebody(own: Sequence[Word], at: int) -> bool:
    """Tell whether "to the Registrar" stands at a place."""
    return (
        low_at(own, at) in ("to", "with")
        and at + 1 < len(own)
        and (own[at + 1].title or own[at + 1].low in DETERMINERS)
    )


def _imperative(own: Sequence[Word], at: int, form: Form, before: Phrase) -> bool:
    """Tell whether a sentence, or a part of it, opens with an order: Send the form to the Registry."""
    asked = before.kind == "comma" and form.base == "ask"  # to borrow a van, ask the clerk
    if before.kind not in ("stop", "colon") and not asked:
        return False
    following = low_at(own, at + 1)
    if following in DETERMINERS or following in PRONOUNS:
        return True
    onward = own[at + 1].title or not bordered(own, at + 1) or _to_somebody(own, at + 1) if at + 1 < len(own) else False
    return form.base not in NOUNS_TOO and onward
