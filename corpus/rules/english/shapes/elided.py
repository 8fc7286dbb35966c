"""English clauses that leave out what was said before: above that the Dean does; the Dean those of tutors; is the Dean's."""

from collections.abc import Iterator, Sequence

from corpus.models import Act
from corpus.rules.english.acts.absent import away
from corpus.rules.english.acts.active import active
from corpus.rules.english.acts.light import powered
from corpus.rules.english.grammar.heads import ordinary
from corpus.rules.english.grammar.lists import actors
from corpus.rules.english.grammar.names import SURE, Actor, at
from corpus.rules.english.grammar.objects import head_of, noun_act, subject_noun
from corpus.rules.english.grammar.parts import Phrase, start_of
from corpus.rules.english.grammar.verbs import ACTS, form_of
from corpus.rules.english.shapes.ladders import bound_end, bounding
from corpus.rules.english.shapes.nominal import REMITS, Said
from corpus.rules.english.shapes.owners import owner
from corpus.rules.english.shapes.passives import passive
from corpus.rules.english.shapes.subjects import ending_at, subject

_ENDS = ("stop", "comma", "dash", "close")
_BEYOND = ("beyond", "above", "over", "anything")
_SAME = ("those", "that", "ones", "one")


def stands_in(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a verb only stands for the one before it: above that the Dean | does."""
    phrase = ph[n]
    does = phrase.low in ("does", "do", "did") and (at(ph, n + 1).kind in _ENDS or at(ph, n + 1).low == "so")
    may = (
        phrase.base == "do"
        and at(ph, n + 1).low == "so"
        or bool(phrase.modal)
        and not phrase.base
        and at(ph, n + 1).kind == "stop"
    )
    return phrase.kind == "verb" and (does or may) and not phrase.negated


def _said_last(ph: Sequence[Phrase], n: int) -> int:
    """Return the last main verb of an act before a place, or -1."""
    return next((k for k in range(n - 1, -1, -1) if ph[k].kind == "verb" and ph[k].finite and ph[k].base in ACTS), -1)


def of_stand_ins(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read "the Bursar agrees up to £9; above that the Dean does", "the Bursar approves …, the Dean those of …"."""
    for n, phrase in enumerate(ph):
        if phrase.base == "be" and phrase.finite and at(ph, n - 1).low == "it" and (verb := _said_last(ph, n)) >= 0:
            found = actors(ph, n + 1, SURE)  # it is the Dean who grants it, and for the Dean it is | the Chair
            ends = found and at(ph, found[-1].last + 1).kind in _ENDS
            bound = _beyond(ph, n - 1)  # beyond that it is | the Owner
            cleft = at(ph, verb - 1).kind == "rel" or bound
            yield from _same_act(ph, verb, found if ends and cleft else [], bound)
        elif stands_in(ph, n):
            verb, who = _said_last(ph, n), ending_at(ph, n - 1, start_of(ph, n, "stop", "colon", "sub"))
            if verb >= 0:
                yield from _same_act(ph, verb, who)
            elif away(ph, n):
                yield from (Said(actor, Act.CARRY_OUT, n, n) for actor in who if powered(actor))
        elif phrase.kind in ("comma", "conj", "stop") and (found := actors(ph, n + 1, SURE)):
            after = at(ph, found[-1].last + 1)
            verb = _said_last(ph, n)
            if (
                verb >= 0
                and phrase.kind == "conj"
                and _only_when(ph, found[-1].last + 1)
                or verb >= 0
                and after.low in _SAME
                and at(ph, found[-1].last + 2).low in ("of", "for", "to", "from")
            ):
                yield from _same_act(ph, verb, found)


def _only_when(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a clause begins at a place that only says when: the Dean decides …, and the Court | when they are not."""
    end = next((k for k in range(n, len(ph)) if ph[k].kind in ("stop", "comma")), len(ph))
    verbs = [p for p in ph[n:end] if p.kind == "verb" and (p.finite or p.modal)]
    return at(ph, n).low in ("when", "if", "where", "unless") and len(verbs) == 1 and at(ph, end).kind != "comma"


def _beyond(ph: Sequence[Phrase], n: int) -> tuple[int, int] | None:
    """Return the bound right before a place that opens what is said there: over £9, it is; above that it is."""
    n -= at(ph, n - 1).kind == "comma"
    opens = next((k for k in range(n - 1, -1, -1) if not bounding(ph, k)), -1)
    told = opens < n - 1 and at(ph, opens).kind in ("comma", "conj", "stop")
    whole = bound_end(ph, opens + 1) == n or any(p.low in _BEYOND for p in ph[opens + 1 : n])
    return (opens + 1, n) if told and whole else None


def of_fragments(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read what stands behind a semicolon without a verb: up to £9 the Bursar decides; above that, the Dean."""
    stops = [n for n, p in enumerate(ph) if p.kind == "stop"]
    for n, end in zip(stops, [*stops[1:], len(ph)], strict=False):
        own = ph[n + 1 : end]
        verb = _said_last(ph, n)
        failing = bool(own) and own[0].base == "fail"  # failing the Chair, the Deputy
        if own and own[0].kind in ("verb", "colon") and not failing:
            continue
        if ph[n].low != ";" or verb < 0 or any(p.kind in ("verb", "colon") for p in own[1:]) or not own:
            continue
        first = next((k for k in range(n + 2, end) if ph[k].kind == "comma"), end) + 1
        ranged = bound_end(ph, n + 1)  # £9 to £90 | the Manager
        first = ranged if n + 1 < ranged < end and first > end else first
        found = actors(ph, first, SURE) if own[0].kind in ("prep", "adv") or failing or first == ranged else []
        if found and found[-1].last + 1 == end:
            yield from _same_act(ph, verb, found)


def _same_act(
    ph: Sequence[Phrase], verb: int, found: Sequence[Actor], bound: tuple[int, int] | None = None
) -> Iterator[Said]:
    if ph[verb].negated or not (ph[verb].passive or subject(ph, verb)):
        return
    for actor in found:
        act = passive(ph, verb, actor) if ph[verb].passive else active(ph, verb, actor)
        if act:
            yield Said(actor, act, verb, actor.last, bound)


def of_predicates(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read "the decision is the Dean's", "is the Dean's to give", "is up to the Dean", "is for the Council only"."""
    for n, phrase in enumerate(ph):
        if phrase.base in ("take", "need") and phrase.finite and at(ph, n - 1).low == "it" and not phrase.negated:
            yield from (Said(actor, Act.DECIDE, n, actor.last) for actor in _taken(ph, n))
        if phrase.kind == "verb" and phrase.base in ("be", "remain") and not phrase.negated:
            yield from _owned(ph, n)
            if at(ph, n + 1).low in ("that", "one") and at(ph, n + 2).low == "of" and _decided(ph, n):
                yield from (Said(actor, Act.DECIDE, n, actor.last) for actor in actors(ph, n + 3, SURE))
            yield from _named_last(ph, n)
            yield from _left_to(ph, n)


def _taken(ph: Sequence[Phrase], n: int) -> list[Actor]:
    """Return whom it takes for a thing to be done: over £9 it takes | the Dean."""
    found = actors(ph, n + 1, SURE)
    ends = found and at(ph, found[-1].last + 1).kind in _ENDS
    return found if ends and all(powered(actor) for actor in found) else []


def _owned(ph: Sequence[Phrase], n: int) -> Iterator[Said]:
    """Read "is the Dean's to give", and of a decision that it is the Dean's."""
    last = next((k for k in range(n + 1, min(n + 6, len(ph))) if ph[k].kind != "name" and ph[k].low != "of"), 0) - 1
    actor = owner(ph, last) if last > n and ph[last].owner else None
    call = next((k for k in range(n + 1, last) if ph[k].owner and head_of(ph[k + 1]) in _CALLS), -1)
    if call > 0 and (who := owner(ph, call)):
        yield Said(who, Act.DECIDE, n, call)  # what is planted is the Gardener's call
    to = at(ph, last + 1)
    given = to.kind == "verb" and to.infinitive
    if actor and (given or (to.kind in (*_ENDS, "prep", "adv") and _decided(ph, n))):
        yield Said(actor, (ACTS.get(to.base) if given else None) or Act.DECIDE, n, last)


_ARBITERS = ("authority", "arbiter", "judge", "approver", "decision-maker", "decider", "say", "word")
_CALLS = ("call", "decision", "choice", "say", "prerogative")
_LAST = ("final", "sole", "ultimate", "last", "only", "deciding", "approving")


def _named_last(ph: Sequence[Phrase], n: int) -> Iterator[Said]:
    """Read who is said to have the last word: in matters of doctrine the final authority is | the Synod."""
    what = at(ph, n - 1)
    last = head_of(what) in _ARBITERS and any(word.low in _LAST for word in what.words)
    for actor in actors(ph, n + 1, SURE) if last else ():
        if at(ph, actor.last + 1).kind in _ENDS and powered(actor):
            yield Said(actor, Act.DECIDE, n, actor.last)


def _decided(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether what is said to be somebody's is a decision, or the gift of one."""
    said = (at(ph, n - 1), subject_noun(ph, n))
    return any(noun_act(p) is Act.DECIDE or head_of(p) in REMITS for p in said)


def _done_for(ph: Sequence[Phrase], n: int, who: Actor) -> bool:
    """Tell whether what is for an office in small letters is something done: closing early is for | the duty clerk."""
    since = start_of(ph, n, "stop", "colon")
    deed = ph[since].words[0].low if ph[since].kind == "name" else ""
    return deed.endswith("ing") and form_of(deed) is not None and bool(powered(who))


def _left_to(ph: Sequence[Phrase], n: int) -> Iterator[Said]:
    """Read "is up to the Dean", "is for the Council only"; what is for the Fellows is only for their use."""
    up = (at(ph, n + 1).low, at(ph, n + 2).low) == ("up", "to")
    first = n + 3 if up else n + 2 if at(ph, n + 1).low == "for" and at(ph, n + 2).det in ("the", "your") else len(ph)
    for actor in actors(ph, first, SURE):
        after = at(ph, actor.last + 1)
        after = at(ph, actor.last + 2) if after.low in ("itself", "themselves") else after
        told = at(ph, n - 1).low in ("that", "this", "it") and not ordinary(actor.noun)
        one = (actor.noun.title or told or _done_for(ph, n, actor)) and not actor.noun.low.endswith("s")
        nobody = after.low in ("and", "but") and at(ph, actor.last + 2).low in ("nobody", "no one", "not")
        heard = after.low in ("on", "upon") and noun_act(at(ph, actor.last + 2)) in (Act.REVIEW, Act.PROPOSE)
        bounded = nobody or heard or after.low in ("up", "over", "above", "below", "under", "beyond")
        if one and (after.kind in (*_ENDS, "sub", "adv") or bounded or after.low in ("only", "alone")):
            yield Said(actor, Act.DECIDE, n, actor.last)
