"""Who does what English passives say: approved by the Dean if …, by the Board if …; written by A, agreed by B."""

from collections.abc import Iterator, Sequence

from corpus.models import Act
from corpus.rules.english.grammar.heads import acts, head
from corpus.rules.english.grammar.names import Actor, at
from corpus.rules.english.grammar.objects import head_of, noun_act
from corpus.rules.english.grammar.parts import Phrase, start_of, suspended
from corpus.rules.english.grammar.verbs import ACTS
from corpus.rules.english.grammar.words import word_set
from corpus.rules.english.shapes.nominal import Said, listed
from corpus.rules.english.shapes.passives import passive

_ONLY = word_set("only except than but save")
_NOBODY = ("nobody", "none", "no one")
_PARTICIPLES_BEHIND = word_set("concern involve")
_BIDDEN = word_set("ask require order direct instruct oblige tell")
# what is made and then checked or approved was a proposal until then
_MADE = word_set("write describe make compile fill complete produce develop plan design set-up put-together work-out")


def agent(ph: Sequence[Phrase], n: int) -> int:
    """Return where the name behind "by" opens: by | the Head, by nobody but | the Head."""
    other = at(ph, n + 2).low == "other" and at(ph, n + 3).low == "than"
    nobody = at(ph, n + 1).low in _NOBODY and (at(ph, n + 2).low in _ONLY or other)
    if (name := suspended(ph, n)) > 0:
        return name
    return n + 3 + other if nobody else n + 2 if at(ph, n + 1).kind == "colon" else n + 1


def of_doers(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read the doers of passives: approved, if at all, by the Head or, in her absence, by the Deputy."""
    found: list[tuple[int, int, list[Actor]]] = []
    for n, phrase in enumerate(ph):
        first = agent(ph, n) if phrase.low == "by" else -1
        if at(ph, first).kind != "name" or _denied(ph, n):
            continue
        verb = _done(ph, n)
        if verb < 0 and at(ph, n - 1).passive and ph[n - 1].negated:
            continue  # persons who are not employed | by the Trust
        verb = -1 if found and at(ph, n - 1).kind == "conj" and _in_condition(ph, verb) else verb
        if verb < 0 and found and goes_on(ph, found[-1][1], n):
            verb = found[-1][0]
        if verb >= 0:
            doers = [one for one in listed(ph, first, "by") if one.first == first or not _done_too(ph, one)]
            found.append((verb, n, doers + (_items(ph, first) if first == n + 2 else [])))
    for verb, n, actors in found:
        yield from _said(ph, verb, actors, _approved_later(ph, n, found))


def _done_too(ph: Sequence[Phrase], one: Actor) -> bool:
    """Tell whether a later name is no doer but what is done next: checked by the Clerk and | the discount allowed by."""
    verb = at(ph, one.last + 1)
    done = verb.kind == "verb" and verb.form == "n" and verb.passive and at(ph, one.last + 2).low == "by"
    return done and not one.noun.title and not acts(one.noun)


def _denied(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a doer is named as who doesn't do it: by the Clerk, not | by the yard; supported or not | by him is."""
    return at(ph, n - 1).low == "not" and at(ph, n - 2).low != "or"


def _in_condition(ph: Sequence[Phrase], verb: int) -> bool:
    """Tell whether a verb stands in a condition: by A, provided B is | informed, and by C above that."""
    return verb >= 0 and any(p.kind == "sub" for p in ph[start_of(ph, verb, "stop", "comma") : verb])


def _items(ph: Sequence[Phrase], first: int) -> list[Actor]:
    """Return the actors of the later items of a list behind "by:": by: the Court, above £9; or the Clerk, below it."""
    items: list[Actor] = []
    for n in (k for k in range(first, len(ph)) if ph[k].low == ";"):
        end = next((k for k in range(n + 1, len(ph)) if ph[k].kind == "stop"), len(ph))
        opens = n + 2 if at(ph, n + 1).kind == "conj" else n + 1
        if any(p.kind == "verb" and p.finite for p in ph[n:end]):
            break
        items += listed(ph, opens)
    return items


def _said(ph: Sequence[Phrase], verb: int, actors: Sequence[Actor], later: bool) -> Iterator[Said]:
    """Return what the doers of a passive do; `later` tells that others check or approve it after them."""
    joined = _joined(ph, verb)
    ph = _with_modal(ph, joined)
    for done in joined:
        for actor in actors:
            made = later and ph[done].base in _MADE and not ph[done].modal
            act = passive(ph, done, actor)
            chosen = ph[done].base in ("nominate", "propose") and not ph[done].finite and _person(ph, done - 1)
            opens = actors[0].first - 2
            held = any(p.low in ("unless", "until", "till", "only if") for p in ph[max(done - 2, 0) : done])
            only = at(ph, done - 2).low == "only" and at(ph, done - 1).kind == "sub"
            act = Act.DECIDE if (held or only) and act in (Act.CARRY_OUT, None) and not ph[done].finite else act
            appeal = at(ph, opens).kind == "comma" and head_of(at(ph, opens - 1)) == "appeal"
            act = Act.DECIDE if appeal and act in (Act.CARRY_OUT, Act.REVIEW) else act
            act = Act.DECIDE if chosen and ph[done].base == "nominate" else act
            if made and act in (Act.CARRY_OUT, None):
                act = Act.PROPOSE
            if later and act is None and ph[done].base in ("read", "see"):
                act = Act.REVIEW
            if act:
                yield Said(actor, act, done, actor.last)


def _person(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether the name at a place is somebody's: another officer | nominated by the Committee."""
    return at(ph, n).kind == "name" and acts(head(ph[n].words))


def _approved_later(ph: Sequence[Phrase], n: int, found: Sequence[tuple[int, int, list[Actor]]]) -> bool:
    """Tell whether a later passive of the same subject checks or approves: written by A, agreed by B."""
    for verb, by, actors in found:
        shared = by > n and verb > n and not ph[verb].finite and not any(p.kind == "stop" for p in ph[n:verb])
        if shared and actors and passive(ph, verb, actors[0]) in (Act.REVIEW, Act.DECIDE):
            return True
    return False


def _done(ph: Sequence[Phrase], n: int) -> int:
    """Return the passive that "by" belongs to, or -1."""
    verb = _past_aside(ph, n)
    while True:
        verb = next((k for k in range(verb - 1, -1, -1) if ph[k].kind in ("verb", "stop")), -1)
        if verb < 0 or ph[verb].kind != "verb":
            return -1
        if ph[verb].infinitive and at(ph, verb - 1).passive and ph[verb - 1].base in _BIDDEN:
            verb -= 1  # may be asked | to leave by the Warden
            break
        unlike = ph[verb].form == "g" and at(ph, verb - 1).low == "without"  # counted without warning | by
        if not unlike and not (ph[verb].base in _PARTICIPLES_BEHIND and not ph[verb].finite):
            break
    if ph[verb].form != "n" or not ph[verb].passive or nominal(ph, n):
        return -1
    none = at(ph, verb - 2).low == "of" and at(ph, verb - 3).low in ("none", "neither")  # none of them | named by
    denied = (ph[verb].negated or none or _denied_before(ph, verb)) and at(ph, n - 1).low not in _ONLY
    return -1 if denied else verb


def _past_aside(ph: Sequence[Phrase], n: int) -> int:
    """Return where the aside of a condition opens that ends before "by": is reviewed |, if he asks for it, by the Dean."""
    if at(ph, n - 1).kind != "comma":
        return n
    opens = next((k for k in range(n - 2, 0, -1) if ph[k].kind in ("comma", "stop")), 0)
    aside = ph[opens].kind == "comma" and at(ph, opens + 1).kind == "sub"
    if ph[opens].kind == "comma" and at(ph, opens + 1).low == "or" and at(ph, opens + 2).kind == "sub":
        return opens  # is called by the Chair, or if he is away for a week, | by the Clerk
    before = at(ph, opens - 1)
    return opens if aside and (before.passive or before.kind == "conj") else n


def goes_on(ph: Sequence[Phrase], since: int, n: int) -> bool:
    """Tell whether "by" says another doer of the last passive: by A if it is small, and by B if it is not."""
    for k in range(since + 1, n):
        if ph[k].kind == "stop" and ph[k].low != ";":
            return False
        if ph[k].kind == "verb" and ph[k].finite:
            opened = max((j for j in range(since, k) if _parts(ph, j)), default=since)
            if not any(p.kind in ("sub", "rel") for p in ph[opened:k]):
                return False
    return not nominal(ph, n)


def _parts(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a place parts two clauses; "and" alone does not: where both agree and the sum is small."""
    return ph[n].kind in ("comma", "stop") or (ph[n].kind == "conj" and at(ph, n - 1).kind == "comma")


def _denied_before(ph: Sequence[Phrase], verb: int) -> bool:
    """Tell whether the subject of a passive is denied: no person shall be appointed by the Board."""
    while not ph[verb].finite and at(ph, verb - 1).kind in ("conj", "comma", "verb") and verb > 0:
        verb = next((k for k in range(verb - 1, -1, -1) if ph[k].kind == "verb"), 0)
    if not ph[verb].finite:
        return at(ph, verb - 1).det.split(" ")[0] in ("no", "neither")
    since = start_of(ph, verb, "stop", "colon", "sub")
    names = [p for p in ph[since:verb] if p.kind in ("name", "pron")]
    return bool(names) and (
        names[0].det.split(" ")[0] in ("no", "neither") or names[0].low in ("nothing", "nobody", "no one", "none")
    )


def nominal(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether "by" hangs on a noun: subject to confirmation by the Fellows."""
    before = at(ph, n - 1)
    if before.kind == "conj":  # on the request by A or | by B
        earlier = next((k for k in range(n - 2, -1, -1) if ph[k].low == "by" or ph[k].kind in ("stop", "verb")), -1)
        return earlier >= 0 and ph[earlier].low == "by" and nominal(ph, earlier)
    return (
        before.kind == "name"
        and noun_act(before) is not None
        and not _for_doing(ph, n)
        and not (before.low == "instance" and before.words[0].low == "first")
        and at(ph, n - 2).low != "without"
        and not (at(ph, n - 2).low == "from" and at(ph, n - 3).passive)  # barred from examinations | by
        and not (before.low == "authority" and at(ph, n - 2).low == "to")
        and head_of(before) not in ("account", "record", "entry")
        and not at(ph, n - 2).owner
        and (at(ph, n - 2).kind in ("prep", "sub", "conj", "name", "pron") or at(ph, n - 2).base == "follow")
    )


def _for_doing(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether "by" hangs on the passive before what a thing is passed for: passed for payment | by the Clerk."""
    done = at(ph, n - 3)
    passed = done.kind == "verb" and done.passive and ACTS.get(done.base) is Act.DECIDE
    return at(ph, n - 2).low == "for" and passed and noun_act(at(ph, n - 1)) is Act.CARRY_OUT


def _joined(ph: Sequence[Phrase], verb: int) -> list[int]:
    """Return the participles that share a doer: checked and approved by the Dean."""
    joined = [verb]
    while (
        at(ph, joined[-1] - 1).kind in (("conj",) if len(joined) == 1 else ("conj", "comma"))
        and at(ph, joined[-1] - 2).kind == "verb"
        and ph[joined[-1] - 2].form == "n"
    ):
        joined.append(joined[-1] - 2)
    return joined


def _with_modal(ph: Sequence[Phrase], joined: Sequence[int]) -> Sequence[Phrase]:
    """Return phrases in which participles that share a doer share the modal before the first: may be sold or lent."""
    modal = ph[joined[-1]].modal
    return [p._replace(modal=modal) if n in joined else p for n, p in enumerate(ph)] if modal else ph
