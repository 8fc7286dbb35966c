"""Who does what as English labels say it: Approver: the Bursar; Notified to: the Audit Committee."""

from collections.abc import Iterator, Sequence

from corpus.models import Act
from corpus.rules.english.acts.active import active
from corpus.rules.english.grammar.lists import actors
from corpus.rules.english.grammar.names import SURE, at
from corpus.rules.english.grammar.objects import head_of
from corpus.rules.english.grammar.parts import NOWHERE, Phrase, start_of
from corpus.rules.english.grammar.verbs import CONSENTS
from corpus.rules.english.shapes.nominal import Said


def of_companions(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read who decides with another's consent where no verb says so: abroad, over 9 days: the Dean with the consent of …"""
    for n, phrase in enumerate(ph):
        found = actors(ph, n + 1, SURE) if phrase.kind in ("colon", "comma", "dash") else []
        link = found[-1].last + 1 if found else len(ph)
        since = start_of(ph, n + 1, "stop", "colon")
        bare = not any(p.kind in ("verb", "sub", "rel") for p in ph[since:link])
        if (
            bare
            and at(ph, link).low == "with"
            and head_of(at(ph, link + 1)) in CONSENTS
            and at(ph, link + 2).low == "of"
        ):
            yield from (Said(actor, Act.DECIDE, link + 1, actor.last) for actor in found)


def _headed(ph: Sequence[Phrase], n: int) -> Act | None:
    """Read a label that is a participle: Consulted: X; Notified to: X. What is done by X his passive says."""
    first = n - 2 if at(ph, n - 1).kind == "prep" else n - 1
    done = at(ph, first)
    if (
        done.kind != "verb"
        or done.finite
        or at(ph, n - 1).low == "by"
        or at(ph, first - 1).kind not in ("stop", "colon")
    ):
        return None
    if done.base in ("consult", "hear"):
        return Act.REVIEW
    if done.base in ("inform", "notify", "tell", "report", "copy", "disclose"):
        return Act.SUPERVISE
    return Act.DECIDE if done.base in ("delegate", "reserve", "refer", "escalate") else None


def of_following(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read "The following may approve travel: the Dean, the Bursar", "These may sign: …"."""
    verb = next((n for n, p in enumerate(ph) if p.kind == "verb"), -1)
    colon = next((n for n, p in enumerate(ph) if p.kind == "colon"), -1)
    opens = [p for p in ph[: max(verb, 0)] if p.kind in ("name", "pron", "other")]
    if not 0 < verb < colon or not opens or opens[0].low not in ("following", "these") or ph[verb].passive:
        return
    found = actors(ph, colon + 1, SURE)
    while found and at(ph, found[-1].last + 1).kind == "comma" and (more := actors(ph, found[-1].last + 2, SURE)):
        found += more
    told = found and at(ph, found[-1].last + 1).kind in ("stop", "comma")
    for actor in found if told else ():
        if act := active(ph, verb, actor):
            yield Said(actor, act, verb, actor.last)


_LABELS = {
    Act.DECIDE: "approver approval authority authoriser authorizer decision decision-maker say sign-off signatory decider "
    "approved",
    Act.PROPOSE: "requester applicant proposer initiator originator proponent requestor",
    Act.REVIEW: "reviewer consultee adviser advisor consulted checker",
    Act.CARRY_OUT: "responsible owner lead executor implementer action",
    Act.SUPERVISE: "monitor informed oversight supervisor",
}


_LABELLED = {word: act for act, labels in _LABELS.items() for word in labels.split()}


def _opened(ph: Sequence[Phrase], n: int) -> Act | None:
    """Read a label that says of what it is: Approval of trips: | the Dean; Responsible for keys: | the Porter."""
    opens = next((k for k in range(n - 1, -1, -1) if ph[k].kind in ("stop", "colon")), -1) + 1
    first = ph[opens]
    bare = at(ph, opens + 1).kind == "prep" and not any(p.kind in ("verb", "comma", "sub", "rel") for p in ph[opens:n])
    named = [word.low for word in (*first.words[-1:],)] or [first.low]
    return _LABELLED.get(named[0]) if bare else None


def labels(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read "Approver: Finance Manager", "(authority: the Dean)"."""
    for n, phrase in enumerate(ph):
        label = at(ph, n - 1)
        if phrase.kind == "dash" and (label.kind != "name" or at(ph, n - 2).kind not in ("stop", "colon")):
            continue
        opened = _opened(ph, n) if phrase.kind == "colon" else None
        if phrase.kind not in ("colon", "dash") or (at(ph, n - 2).kind == "prep" and not opened):
            continue
        act = next((_LABELLED[w.low] for w in reversed(label.words) if w.low in _LABELLED), None) or _headed(ph, n)
        act = act or opened
        found = actors(ph, n + 1)
        after = at(ph, found[-1].last + 1) if found else NOWHERE
        alone = after.low in ("only", "alone") and not any(p.kind == "verb" for p in ph)
        if found and alone and phrase.kind == "colon":
            act = act or Act.DECIDE
        if act and found and (alone or after.kind in ("stop", "close", "comma", "dash", "open")):
            yield from (Said(actor, act, n - 1, actor.last) for actor in found)
