"""Who does what as English rules say it with nouns: the consent of, on the recommendation of, Approver: X."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.models import Act
from corpus.rules.english.heads import acts
from corpus.rules.english.lists import actors
from corpus.rules.english.names import SURE, Actor, at, read
from corpus.rules.english.objects import head_of
from corpus.rules.english.parts import Phrase
from corpus.rules.english.subjects import antecedent, start_of
from corpus.rules.english.verbs import CONSENTS, RULINGS
from corpus.rules.english.words import word_set


class Said(NamedTuple):
    """An actor, what he does, and the phrases that say it."""

    actor: Actor
    act: Act
    first: int
    last: int


_ADVICE = word_set(
    "advice opinion view views comment observation consultation feedback guidance representation discussion "
    "dialogue hearing input"
)
_PROPOSALS = word_set(
    "recommendation proposal nomination request application petition initiative suggestion instance advice-of motion"
)
WATCH = word_set("supervision oversight monitoring surveillance")
_NEEDS = word_set("require need await obtain seek receive get have win secure ask")
_BEFORE_CONSENT = word_set("to with without upon on after until before by under pending at in subject")
_REMITS = word_set("authority remit competence purview discretion power jurisdiction gift province prerogative")
_LEAVES = word_set("leave authority licence permit yes")
_REFERENCES = word_set("reference term word expression meaning definition phrase")


def _followed_by_verb(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a finite verb follows a place, so that the name before it is its subject."""
    while at(ph, n).kind == "adv":
        n += 1
    phrase = at(ph, n)
    return phrase.kind == "verb" and phrase.finite and len(phrase.words) + bool(phrase.modal or not phrase.passive) > 1


def listed(ph: Sequence[Phrase], n: int, marker: str = "") -> list[Actor]:
    """Return the actors of a list in the place of an object: the last is none if a verb follows it as its subject."""
    found = actors(ph, n, marker=marker)
    found = found[: next((k for k, actor in enumerate(found) if ph[actor.first].det.startswith("no")), len(found))]
    if len(found) > 1 and _followed_by_verb(ph, found[-1].last + 1):
        since = start_of(ph, n, "stop", "colon", "sub", "rel")
        if any(p.kind == "verb" and p.finite for p in ph[since:n]):
            return found[:-1]
    return found


def _referred(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a noun is only spoken about: references to approval by the Dean."""
    return (
        at(ph, n - 1).kind == "prep"
        and head_of(at(ph, n - 2)) in _REFERENCES
        or at(ph, n - 1).base in ("include", "mean")
    )


def _governed(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a noun stands behind a preposition or a verb that asks for it: subject to, requires."""
    before = at(ph, n - 1)
    if before.kind == "adv":
        before = at(ph, n - 2)
    return (
        before.low in _BEFORE_CONSENT
        or before.base in _NEEDS
        or (before.kind == "conj" and n > 2 and _governed(ph, n - 2))
    )


def of_nouns(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read "the consent of the Board", "advice from the Dean", "on the recommendation of the panel"."""
    for n, phrase in enumerate(ph):
        link = at(ph, n + 1)
        if phrase.kind != "name" or link.low not in ("of", "by", "from", "with", "between") or _referred(ph, n):
            continue
        act = _act_of_noun(ph, n, head_of(phrase), link.low)
        if act:
            yield from (Said(actor, act, n, actor.last) for actor in listed(ph, n + 2, link.low))


def _act_of_noun(ph: Sequence[Phrase], n: int, noun: str, link: str) -> Act | None:
    """Return what the one does whose consent, advice or ruling a noun and a preposition speak of."""
    before = at(ph, n - 1)
    if noun in CONSENTS and (link in ("of", "from") or (link == "by" and (_governed(ph, n) or before.low == "for"))):
        return None if noun == "discretion" and link != "of" else Act.DECIDE
    if noun in _LEAVES and link == "from":
        return Act.DECIDE if _governed(ph, n) else None
    limit = before.low == "to" and noun in ("direction", "instruction", "order")
    if (
        noun in RULINGS
        and before.low != "in"
        and not limit
        and link in ("of", "by")
        and (_governed(ph, n) or _is_the(ph, n))
    ):
        return Act.PROPOSE if noun == "request" else Act.DECIDE
    if noun in _REMITS and link == "of" and before.low in ("within", "in", "at", "under", "on"):
        return Act.DECIDE
    if noun in _ADVICE and (
        link in ("of", "from")
        and noun not in ("discussion", "dialogue", "hearing")
        or (link == "with" and noun in ("consultation", "discussion", "dialogue"))
    ):
        return Act.REVIEW
    if (
        noun in _PROPOSALS
        and link in ("of", "from", "by")
        and before.kind in ("prep", "sub")
        and before.low in ("on", "at", "upon", "after", "following", "under", "with")
    ):
        return Act.PROPOSE
    if (noun in WATCH or noun == "eye") and link == "of" and before.low == "under":
        return Act.SUPERVISE
    if link == "of" and noun in ("responsibility", "duty", "job", "task") and before.base == "be":
        return Act.CARRY_OUT
    return None


def _is_the(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a noun says what something is: is exclusively the decision of the Director."""
    return at(ph, n - 1).base == "be" and ph[n].det == "the"


def owned(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read "the Warden's consent", "the Board, whose ruling is final"."""
    for n, phrase in enumerate(ph):
        noun = head_of(phrase)
        if phrase.kind != "name" or not noun:
            continue
        act = (
            Act.DECIDE
            if noun in CONSENTS
            or noun in ("decision", "ruling", "determination", "verdict", "word", "vote", "resolution", "veto")
            else None
        )
        act = Act.REVIEW if noun in _ADVICE else act
        act = Act.PROPOSE if noun in _PROPOSALS and at(ph, n - 2).kind == "prep" else act
        if act is None or _referred(ph, n - 1):
            continue
        if at(ph, n - 1).kind == "whose":
            yield from (Said(actor, act, n, n) for actor in antecedent(ph, n - 2))
        elif (
            at(ph, n - 1).owner
            and (actor := owner(ph, n - 1))
            or noun in CONSENTS
            and _governed(ph, n)
            and (actor := _compound(ph, n))
        ):
            yield Said(actor, act, n, n)


def _compound(ph: Sequence[Phrase], n: int) -> Actor | None:
    """Read the actor inside a compound: prior | Board | approval."""
    words = ph[n].words[:-1]
    first = next((k for k in range(len(words)) if all(w.title for w in words[k:])), len(words))
    own = words[first:]
    return Actor(own[0].start, own[-1].end, SURE, n, n, own[-1]) if own and acts(own[-1]) else None


def owner(ph: Sequence[Phrase], n: int) -> Actor | None:
    """Read the name that ends with a possessive: the Head of Finance | 's."""
    for first in range(max(0, n - 4), n + 1):
        if ph[first].kind != "name" or (ph[first].owner and first < n):
            continue
        bare = [*ph[:n], ph[n]._replace(owner=False), *ph[n + 1 : n + 1]]
        actor = read(bare, first)
        if actor and actor.last == n and actor.sure:
            return actor
    return None


_LABELS = {
    Act.DECIDE: "approver approval authority authoriser authorizer decision decision-maker sign-off signatory decider "
    "approved",
    Act.PROPOSE: "requester applicant proposer initiator originator proponent requestor",
    Act.REVIEW: "reviewer consultee adviser advisor consulted checker",
    Act.CARRY_OUT: "responsible owner lead executor implementer action",
    Act.SUPERVISE: "monitor informed oversight supervisor",
}
_LABELLED = {word: act for act, labels in _LABELS.items() for word in labels.split()}


def labels(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read "Approver: Finance Manager", "(authority: the Dean)"."""
    for n, phrase in enumerate(ph):
        label = at(ph, n - 1)
        if phrase.kind != "colon" or label.kind != "name" or at(ph, n - 2).kind == "prep":
            continue
        act = next((_LABELLED[w.low] for w in reversed(label.words) if w.low in _LABELLED), None)
        found = actors(ph, n + 1)
        if act and found and at(ph, found[-1].last + 1).kind in ("stop", "close", "comma", "dash", "open"):
            yield from (Said(actor, act, n - 1, actor.last) for actor in found)
