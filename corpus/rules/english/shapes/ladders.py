"""English ladders whose rungs leave their verb out: managers up to £9; above that, the Board; £5 for clerks."""

from collections.abc import Iterator, Sequence

from corpus.models import Act
from corpus.rules.english.grammar.heads import acts, head, ordinary
from corpus.rules.english.grammar.lists import actors
from corpus.rules.english.grammar.names import SURE, Actor, at, made_up
from corpus.rules.english.grammar.objects import head_of, noun_act
from corpus.rules.english.grammar.parts import Phrase
from corpus.rules.english.grammar.words import word_set
from corpus.rules.english.shapes.nominal import Said

Rung = tuple[list[Actor], tuple[int, int]]
_JOINTS = ("comma", "conj", "stop", "colon", "dash", "open")
_CLOSES = ("comma", "conj", "stop", "dash", "close")
_BOUNDING = word_set("up to over above below under between from for beyond exceeding within without than of until per")
_NUMBERS = word_set("one two three four five six seven eight nine ten eleven twelve fourteen fifteen twenty thirty")
_REST = word_set(
    "otherwise anything limit that this those more else whatever any all everything larger smaller longer amount sum"
)
_SPELLS = word_set("day week fortnight month quarter term year hour night")
_LIMITS = word_set("limit ceiling threshold cap authority level")
_LEADS_TO = frozenset(("dash", "colon"))
_FEWEST = 2  # rungs that make a ladder where no verb says that somebody decides


def of_rungs(ph: Sequence[Phrase], said: Sequence[Said]) -> Iterator[Said]:
    """Read the rungs of a ladder beside what its sentence says with verbs."""
    taken = {actor for one in said for actor in range(one.actor.first, one.actor.last + 1)}
    found = [rung for rung in _rungs(ph) if not taken & {k for one in rung[0] for k in (one.first, one.last)}]
    for who, bound in found:
        before = [one for one in said if one.actor.start < who[0].start and one.act in (Act.DECIDE, Act.CARRY_OUT)]
        bounded = any(bounding(ph, k) for k in range(who[0].first))
        if before and bounded:
            yield from (Said(actor, before[-1].act, before[-1].first, actor.last, bound) for actor in who)
        elif len(found) >= _FEWEST and not any(one.act in (Act.DECIDE, Act.CARRY_OUT) for one in said):
            act = next(
                (act for p in ph[: found[0][0][0].first] if p.kind == "name" and (act := noun_act(p))), Act.DECIDE
            )
            act = act if act in (Act.REVIEW, Act.SUPERVISE) else Act.DECIDE
            yield from (Said(actor, act, who[0].first, actor.last, bound) for actor in who)


def _rungs(ph: Sequence[Phrase]) -> list[Rung]:
    """Return the actors of each rung and the phrases that bound it."""
    found: list[Rung] = []
    n = 0
    while n < len(ph):
        who = actors(ph, n, SURE) if at(ph, n - 1).kind in _JOINTS or _joined_to_bound(ph, n) else []
        who = [] if who and (all(_kin(ph, one) for one in who) or _joins_a_thing(ph, n)) else who
        end = who[-1].last + 1 if who else n
        bound = (_bound_behind(ph, end) or _bound_before(ph, n, end)) if who else None
        if bound:
            found.append((who, bound))
        n = max(end, n + 1)
    return found


def _joined_to_bound(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a name stands right behind the bound of its rung: above fourteen days | the Warden."""
    that = at(ph, n - 1).low == "that" and at(ph, n - 2).low in ("above", "over", "beyond", "than")
    before = at(ph, n - 1)
    each = 2 if at(ph, n - 2).low == "per" else 0  # up to £9 per household | the Head
    measured = before.kind == "name" and bounding(ph, n - 1 - each) and bounding(ph, n - 2 - each)
    spell = before.kind == "name" and bool(before.words) and before.words[-1].low.removesuffix("s") in _SPELLS
    over = spell and before.det in ("more than", "less than", "at least")
    return ph[n].det == "the" and (measured or that) or not ph[n].det and spell and (measured or over)


def _kin(ph: Sequence[Phrase], who: Actor) -> bool:
    """Tell whether a name only says whose relative somebody is: five days for a spouse, child or parent."""
    return ordinary(who.noun) and not who.noun.title and not ph[who.first].det


def _joins_a_thing(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether "and" joins a name to a thing's, or to another member's of a body: suspended from benefit and | office."""
    thing = at(ph, n - 2)
    if at(ph, n - 3).low == "of" and at(ph, n - 4).words and made_up(ph, n - 4, head(ph[n - 4].words)):
        return True
    joined = at(ph, n - 1).kind == "conj" and thing.kind == "name" and not ph[n].det and not ph[n].words[-1].title
    return joined and at(ph, n - 3).kind == "prep" and not acts(head(thing.words)) and not bounding(ph, n - 2)


def _past_adverbs(ph: Sequence[Phrase], n: int) -> int:
    return n + 1 if at(ph, n).kind == "adv" and at(ph, n).low not in _REST else n


def _bound_behind(ph: Sequence[Phrase], end: int) -> tuple[int, int] | None:
    """Return the bound that follows actors and ends their rung: managers | up to £9,"""
    end = _past_adverbs(ph, end)
    if at(ph, end).kind in ("comma", "dash", "colon", "open") and bounding(ph, end + 1):
        end += 1
    last = bound_end(ph, end)
    return (end, last) if last > end and at(ph, last).kind in _CLOSES else None


def _bound_before(ph: Sequence[Phrase], first: int, end: int) -> tuple[int, int] | None:
    """Return the bound that opens a rung which ends with actors: above that, | the Board."""
    last = first if _joined_to_bound(ph, first) else first - 1
    if last < first and at(ph, last).kind not in ("comma", "dash", "colon", "conj"):
        return None
    if at(ph, _past_adverbs(ph, end)).kind not in (*_CLOSES, "prep", "sub"):
        return None
    opened = next((k for k in range(first - 2, -1, -1) if ph[k].kind in ("stop", "colon")), -1) + 1
    afresh = next(
        (k for k in range(first - 2, opened, -1) if ph[k].kind == "comma" and bound_end(ph, k + 1) == last), 0
    )
    opened = afresh + 1 if afresh else opened  # up to £9 the Dean, | above that the Court
    topic = at(ph, opened)
    if topic.kind == "name" and _LEADS_TO & {at(ph, first - 1).kind} and not acts(head(topic.words)):
        opened += not bounding(ph, opened)  # Write-offs | up to £9 – Bursar
    return (opened, last) if bound_end(ph, opened) == last > opened else None


def bound_end(ph: Sequence[Phrase], n: int) -> int:
    """Return where a bound that opens at a place ends; the place itself where none opens."""
    start, told = n, at(ph, n).low in ("above", "beyond", "over") and at(ph, n + 1).kind in _CLOSES
    while n < len(ph) and (bounding(ph, n) or (n > start and _both_ends(ph, n))):
        told = told or ph[n].kind in ("name", "pron", "adv", "sub", "rel", "other")
        n += 1
    return n if told else start


def _both_ends(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether "and" joins the two ends of a bound: above £9 | and up to £90."""
    joint = n if at(ph, n).low != "not" else n - 1
    following = at(ph, joint + 2) if at(ph, joint + 1).low == "not" else at(ph, joint + 1)
    ends = ("over", "above") if at(ph, joint + 1).low == "not" else ("up", "to", "below", "under")
    return at(ph, joint).low in ("and", "but") and following.kind == "prep" and following.low in ends


def bounding(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a phrase is of those that bounds are made of: above, £9, a month, anything more."""
    phrase = at(ph, n)
    if phrase.kind == "prep":
        return phrase.low in _BOUNDING
    if phrase.kind == "name":
        measured = any(w.text[0].isdigit() or w.text[0] in "£$€¥" or w.low in _NUMBERS for w in phrase.words)
        share = at(ph, n - 1).low == "of" and "%" in at(ph, n - 2).low  # 5% of | the price
        spell = phrase.det in ("a", "an", "one", "half a") and phrase.words[-1].low in _SPELLS
        each = at(ph, n - 1).low == "per" and bounding(ph, n - 2)
        return (measured or spell or share or each or phrase.words[0].low in _REST) and not acts(head(phrase.words))
    return phrase.kind in ("pron", "adv", "sub", "rel", "other") and phrase.low in _REST


def of_limits(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read "Approval limits are £9 for clerks and £90 for managers"."""
    if not any(head_of(p) in _LIMITS and at(ph, n + 1).base == "be" for n, p in enumerate(ph)):
        return
    for n, phrase in enumerate(ph):
        if phrase.low == "for" and at(ph, n - 1).kind == "name" and bounding(ph, n - 1):
            yield from (Said(actor, Act.DECIDE, n - 1, actor.last, (n - 1, n)) for actor in actors(ph, n + 1, SURE))
