"""Phrases of an English sentence, and the groups of verbs among them: may not be approved, has agreed, to keep."""

from collections.abc import Sequence
from typing import NamedTuple

from corpus.rules.english.grammar.parts import Phrase, acronym, as_participle, is_closed, low_at
from corpus.rules.english.grammar.verbs import PHRASAL, form_of
from corpus.rules.english.grammar.words import (
    ADJECTIVES,
    BE,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    PERMISSIVE,
    PREPOSITIONS,
    Word,
    adverb,
    word_set,
)

# be authorised to, have power to, need to: what stands before another verb says as much as may or must
LICENCES = word_set("authorised authorized empowered entitled permitted free able competent")
_MUST = word_set("required expected obliged bound supposed due")
_POWERS = word_set("power powers authority right discretion option competence liberty delegated")
_DUTIES = word_set("duty responsibility obligation task")


# what may stand inside a group of verbs: must both sign; may themselves call
_BETWEEN_VERBS = word_set("each both all themselves itself himself herself")


class Group(NamedTuple):
    """What the words before a main verb say."""

    at: int
    modal: str = ""
    negated: bool = False
    be: bool = False
    have: bool = False
    infinitive: bool = False


_GOVERNORS = word_set(
    "subject due prior according owing thanks related respect addition regard access answer attention response "
    "back open close"
)


def _base_follows(own: Sequence[Word], at: int) -> bool:
    """Tell whether a base stands at a place: to | grant, to duly | re-examine."""
    while at < len(own) and adverb(own[at]):
        at += 1
    return at < len(own) and (
        own[at].low in ("be", "have", "do")
        or ((form := form_of(own[at].low)) is not None and form.kind in "bn" and not own[at].title)
    )


def _licence(own: Sequence[Word], at: int, have: bool) -> tuple[str, int, bool] | None:
    """Read "authorised to", "power to" behind be or have: the modal, where it ends, and whether a "no" denies it."""
    denied = False
    for n in range(at, min(at + 6, len(own))):
        low = own[n].low
        denied = denied or low in ("no", "not", "never")
        if low_at(own, n + 1) == "to" and _base_follows(own, n + 2):
            if low in (_POWERS if have else LICENCES):
                return "may", n + 2, denied
            if low in (_DUTIES if have else _MUST):
                return "must", n + 2, denied
        if not (
            adverb(own[n]) or low in DETERMINERS or low in ADJECTIVES or low in ("delegated", "power", "and", "not")
        ):
            return None
    return None


def _auxiliaries(own: Sequence[Word], at: int) -> Group:
    """Read the modals, forms of be and have, negations and adverbs at a place."""
    group = Group(at)
    while group.at < len(own):
        said = _auxiliary(own, group)
        if said is None and group.modal and (past := _past_days(own, group.at)):
            said = group._replace(at=past)
        if said is None and group.at > at and (adverb(own[group.at]) or own[group.at].low in _BETWEEN_VERBS):
            said = group._replace(at=group.at + 1)
        if said is None:
            break
        group = said
    return group


_SPANS = word_set("day days week weeks month months hour hours year years")


def _past_days(own: Sequence[Word], at: int) -> int:
    """Return where a verb stands behind a time between it and its modal, or 0: may within 21 days | appeal."""
    spans = [n for n in range(at + 1, min(at + 6, len(own))) if own[n].low in _SPANS] if own[at].low == "within" else []
    return spans[0] + 1 if spans and _base_follows(own, spans[0] + 1) else 0


def _auxiliary(own: Sequence[Word], group: Group) -> Group | None:
    """Take one auxiliary, or one phrase that stands for it, into a group; None where none stands."""
    word, low, following = own[group.at], own[group.at].low, low_at(own, group.at + 1)
    onward = following == "to" and _base_follows(own, group.at + 2)
    if following in ("more", "less", "fewer") and low_at(own, group.at + 2) == "than":
        return None
    if low == "not" and following in PREPOSITIONS and not (group.modal or group.be or group.have):
        return None  # amounts not exceeding £9
    if low in ("not", "never"):
        return group._replace(at=group.at + 1, negated=True)
    if low in MODALS and is_closed(word):
        modal = "may" if low in PERMISSIVE else "must"
        return group._replace(at=group.at + 1, modal=modal, negated=group.negated or low == "cannot")
    if low == "need" and following == "not":
        return group._replace(at=group.at + 1, modal="must")
    if low in DO and following == "not":
        return group._replace(at=group.at + 1)
    if low in ("fails", "fail", "failed") and following == "to":
        return group._replace(at=group.at + 2, modal="must", negated=True)
    if onward and low in ("needs", "need", "has", "have", "ought", *BE):
        return group._replace(at=group.at + 2, modal="must")
    if low in HAVE or (low in BE and not acronym(word)):
        return _be_or_have(own, group, low in HAVE)
    return None


def _be_or_have(own: Sequence[Word], group: Group, have: bool) -> Group:
    """Take a form of be or have into a group, with what makes a modal of it: is authorised to, has power to."""
    power = None if group.be else _licence(own, group.at + 1, have)
    if power:
        modal, at, denied = power
        return group._replace(at=at, modal=modal, negated=group.negated or denied)
    return group._replace(at=group.at + 1, be=group.be or not have, have=group.have or have)


# what a thing is put in or into that is done
EFFECTS = word_set("practice effect force action operation place hand motion")
# what may stand between a verb and its particle: looks it over, looks again at
_BETWEEN = word_set("it them this again carefully once first")


def with_particle(base: str, own: Sequence[Word], at: int) -> tuple[str, int]:
    """Take the particle of a verb in: sign off, look into."""
    phrasal = PHRASAL.get((base, low_at(own, at)))
    if phrasal == "put-in" and low_at(own, at + 1) in EFFECTS:
        return base, at
    if phrasal is None and low_at(own, at) in _BETWEEN and (base, low_at(own, at + 1)) in PHRASAL:
        return PHRASAL[base, low_at(own, at + 1)], at
    return (phrasal, at + 1) if phrasal else (base, at)


def _inverted(own: Sequence[Word], at: int, done: Sequence[Phrase]) -> bool:
    """Tell whether "should" opens a condition: Should a trustee resign, and should fewer than six remain."""
    opens = not done or done[-1].kind in ("conj", "stop", "comma")
    return (
        own[at].low == "should" and opens and (low_at(own, at + 1) in DETERMINERS or low_at(own, at + 1) in ADJECTIVES)
    )


def verb_group(own: Sequence[Word], at: int, done: Sequence[Phrase]) -> tuple[Phrase, int] | None:
    """Read a group of verbs that opens with an auxiliary or with "to"."""
    infinitive = own[at].low == "to"
    if infinitive and (not _base_follows(own, at + 1) or (done and done[-1].low in _GOVERNORS)):
        return None
    group = _auxiliaries(own, at + infinitive)
    if group.at == at or _inverted(own, at, done):
        return None
    word = own[group.at] if group.at < len(own) else None
    base, form, passive, end = "", "", False, group.at
    if word is not None and word.text[0].isalpha():
        base, form, passive = _main(own, group, infinitive, word)
        end = group.at + (1 if form else 0)
    if not base and group.be:
        base, form = "be", "s"
    elif not base and group.have:
        base, form = "have", "s"
    if form and base not in ("be", "have"):
        base, end = with_particle(base, own, end)
    if infinitive and not base:
        return None
    return verb_phrase(own, at, end, base, form, group._replace(infinitive=infinitive), passive), end


def _main(own: Sequence[Word], group: Group, infinitive: bool, word: Word) -> tuple[str, str, bool]:
    """Return the main verb behind auxiliaries: its base, its form, and whether it is passive."""
    form = form_of(word.low)
    if group.be or group.have:
        participle = as_participle(word)
        if participle:
            return participle.base, "n", group.be
        return (form.base, "g", False) if form and form.kind == "g" and group.be else ("", "", False)
    if is_closed(word) or word.title or word.low in DETERMINERS:
        return ("", "", False) if word.low not in ("do",) else ("do", "b", False)
    return (form.base if form else word.low), "b", False


def verb_phrase(own: Sequence[Word], at: int, end: int, base: str, form: str, group: Group, passive: bool) -> Phrase:
    """Return the phrase of a group of verbs that stands at `at`:`end`."""
    last = own[max(end - 1, at)]
    return Phrase(
        kind="verb",
        low=own[max(end - 1, at)].low,
        start=own[at].start,
        end=last.end,
        words=tuple(own[at:end]),
        base=base,
        form=form,
        modal=group.modal,
        negated=group.negated,
        passive=passive,
        infinitive=group.infinitive,
        finite=not group.infinitive and own[at].low != "having" and own[at].low != "being",
    )
