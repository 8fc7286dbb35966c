"""Who does what as English verbs say it: subjects of active verbs, doers of passives, those who are consulted."""

from collections.abc import Iterator, Sequence

from corpus.models import Act
from corpus.rules.english.acts import CONSULTED, active, gerund
from corpus.rules.english.heads import ordinary
from corpus.rules.english.names import Actor, at
from corpus.rules.english.objects import noun_act
from corpus.rules.english.parts import NOWHERE, Phrase
from corpus.rules.english.shapes import Said, listed
from corpus.rules.english.subjects import Known, back, ending_at, said_before, start_of, subject
from corpus.rules.english.verbs import ACTS
from corpus.rules.english.words import word_set

_LOOKING = word_set("review reconsider look-at look-into look-over think consider decide")
_INFORMING = word_set("inform notify tell advise apprise update")


def of_subjects(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read what subjects do: the Board approves, the Head may exclude, the Clerk is responsible."""
    known: Known = {}
    for n, phrase in enumerate(ph):
        if phrase.kind != "verb" or not phrase.base or phrase.form == "g":
            continue
        past = phrase.form == "n" and not phrase.passive and len(phrase.words) == 1
        absolute = _absolute(ph, n)
        if (past or (not phrase.finite and not phrase.infinitive)) and not absolute:
            continue
        who = absolute or said_before(ph, n, known) if phrase.infinitive else subject(ph, n, known)
        for actor in who:
            act = Act.DECIDE if _asked_again(ph, n, actor) else _said_of(ph, n, actor)
            if act:
                yield Said(actor, act, n, n)
        if who and phrase.base in CONSULTED and (later := _before_deciding(ph, n)):
            yield from (Said(actor, later, n, n) for actor in who)


def _asked_again(ph: Sequence[Phrase], n: int, actor: Actor) -> bool:
    """Tell whether somebody is asked to look at a thing again, as one who hears an appeal does."""
    again = ph[n].base in ("review", "reconsider") or any(p.low in ("again", "afresh") for p in ph[n + 1 : n + 5])
    return ph[n].infinitive and ph[n].base in _LOOKING and again and at(ph, actor.first - 1).base == "ask"


def _absolute(ph: Sequence[Phrase], n: int) -> list[Actor]:
    """Return who is said to have done what a clause without a finite verb says: the Dean having first been heard."""
    if ph[n].kind != "verb" or ph[n].finite or not ph[n].words or ph[n].words[0].low != "having":
        return []
    last = back(ph, n - 1, "adv")
    found = ending_at(ph, last, start_of(ph, n, "stop", "colon")) if at(ph, last).kind == "name" else []
    opened = at(ph, found[0].first - 1) if found else NOWHERE
    return found if opened.kind in ("comma", "stop", "colon", "dash") or opened.low == "with" else []


def _said_of(ph: Sequence[Phrase], n: int, actor: Actor) -> Act | None:
    """Return what a verb says of its subject, active, passive or copula."""
    phrase = ph[n]
    if phrase.passive:
        return None if phrase.negated else _undergone(ph, n, actor)
    if phrase.base in ("be", "remain"):
        return None if phrase.negated else _is(ph, n)
    if phrase.base == "have" and phrase.modal == "must" and any(p.form == "n" for p in ph[n + 1 : n + 4]):
        return Act.CARRY_OUT
    return active(ph, n, actor)


def _is(ph: Sequence[Phrase], n: int) -> Act | None:
    """Read "is responsible for", "is in charge of"."""
    what = at(ph, n + 1) if at(ph, n + 1).kind != "adv" else at(ph, n + 2)
    if what.low in ("responsible", "accountable", "answerable"):
        return Act.CARRY_OUT
    return Act.CARRY_OUT if what.low == "in" and at(ph, n + 2).low == "charge" else None


def _undergone(ph: Sequence[Phrase], n: int, actor: Actor) -> Act | None:
    """Read what is done to somebody that is an act of his: is consulted, is informed, is invited to comment."""
    base, after = ph[n].base, at(ph, n + 1)
    if after.low == "by":
        return None
    if base == "satisfy" and ph[n].modal and after.low in ("that", "as"):
        return Act.REVIEW
    if base in ("consult", "hear"):
        return Act.REVIEW
    if base in _INFORMING or (base == "keep" and after.base in _INFORMING):
        return None if ordinary(actor.noun) else Act.SUPERVISE
    asked = next((k for k in range(n + 1, min(n + 5, len(ph))) if ph[k].kind == "verb" and ph[k].infinitive), -1)
    if base in ("invite", "ask", "give", "allow", "afford") and asked > 0 and ACTS.get(ph[asked].base) is Act.REVIEW:
        return Act.REVIEW
    asked_for = base in ("ask", "invite") and any(noun_act(p) is Act.REVIEW for p in ph[n + 1 : n + 4])
    charged = base in ("charge", "task", "entrust") and after.low == "with"
    return Act.REVIEW if asked_for else Act.CARRY_OUT if charged else None


def _before_deciding(ph: Sequence[Phrase], n: int) -> Act | None:
    """Read "shall consult the Dean before altering the rules": who consults does the other as well."""
    for k in range(max(0, n - 8), min(n + 10, len(ph) - 1)):
        if ph[k].low == "before" and ph[k + 1].form == "g":
            return gerund(ph, k + 1)
    return None


def of_consulted(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read the objects of consulting and informing: after speaking to the Head, shall notify the Registrar."""
    for n, phrase in enumerate(ph):
        hearing = (
            phrase.base == "hear"
            and not phrase.passive
            and (phrase.form == "g" or phrase.low == "heard" and not phrase.finite)
        )
        spoken = phrase.base not in ("speak", "talk") or phrase.form == "g" or bool(phrase.modal)
        consulting = phrase.base in CONSULTED and not phrase.passive and spoken
        informing = phrase.base in ("inform", "notify", "tell") and not phrase.passive
        if phrase.kind != "verb" or phrase.negated or not (hearing or consulting or informing):
            continue
        first = n + 2 if at(ph, n + 1).low in ("to", "with", "from") else n + 1
        for actor in listed(ph, first):
            if not informing:
                yield Said(actor, Act.REVIEW, n, actor.last)
            elif not ordinary(actor.noun) and ph[actor.first].det not in ("each", "every", "all"):
                yield Said(actor, Act.SUPERVISE, n, actor.last)
