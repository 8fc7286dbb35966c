"""Who does what as English rules say it with nouns: the consent of, on the recommendation of, Approver: X."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.models import Act
from corpus.rules.english.lists import actors
from corpus.rules.english.names import SURE, Actor, at
from corpus.rules.english.objects import head_of, noun_act, subject_noun
from corpus.rules.english.parts import NOWHERE, Phrase, denies, start_of
from corpus.rules.english.verbs import CONSENTS, NOUN_ACTS, RULINGS
from corpus.rules.english.words import word_set


class Said(NamedTuple):
    """An actor, what he does, the phrases that say it, and for a rung of a ladder those that bound it."""

    actor: Actor
    act: Act
    first: int
    last: int
    bound: tuple[int, int] | None = None


ADVICE = word_set(
    "advice opinion view views comment observation consultation feedback guidance representation discussion "
    "dialogue hearing input"
)
PROPOSALS = word_set(
    "recommendation proposal nomination request application petition initiative suggestion instance advice-of motion"
)
# in which somebody asks for a decision
_PAPERS = word_set("paper plan case memo memorandum submission note bid estimate draft")
WATCH = word_set("supervision oversight monitoring surveillance")
NEEDS = word_set("bear carry require need await obtain seek receive get have win secure ask")
_BEFORE_CONSENT = word_set("to with without upon on after until before by under pending at in subject")
REMITS = word_set(
    "authority remit competence purview discretion power jurisdiction gift province prerogative privilege preserve domain"
)
_FINAL = word_set("final binding conclusive enough sufficient law required needed necessary essential decisive")
CARRYING = word_set(
    "responsibility duty task administration management running conduct custody implementation maintenance upkeep "
    "operation execution control organisation preparation accountability"
)
_COMPANY = word_set("help assistance presence attendance exception exclusion name company use aid")
_HANDS = word_set("hand seal control management direction charge care")
LEAVES = word_set("leave authority licence permit yes")
_REFERENCES = word_set("reference term word expression meaning definition phrase")


def followed_by_verb(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a finite verb follows a place, so that the name before it is its subject."""
    while at(ph, n).kind == "adv" or _participle_before(ph, n):
        n += 1
    phrase = at(ph, n)
    return phrase.kind == "verb" and phrase.finite and len(phrase.words) + bool(phrase.modal or not phrase.passive) > 1


def _participle_before(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a bare participle stands between a subject and its verb: the member co-opted | shall serve."""
    done, after = at(ph, n), at(ph, n + 1)
    bare = done.kind == "verb" and done.form == "n" and len(done.words) == 1
    return bare and after.kind == "verb" and bool(after.modal)


def listed(ph: Sequence[Phrase], n: int, marker: str = "") -> list[Actor]:
    """Return the actors of a list in the place of an object: the last is none if a verb follows it as its subject."""
    found = actors(ph, n, marker=marker)
    found = found[: next((k for k, actor in enumerate(found) if denies(ph[actor.first])), len(found))]
    if len(found) > 1 and followed_by_verb(ph, found[-1].last + 1):
        since = start_of(ph, n, "stop", "colon", "sub", "rel")
        if any(p.kind == "verb" and p.finite for p in ph[since:n]):
            return found[:-1]
    return found


def referred(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a noun is only spoken about: references to approval by the Dean."""
    return (
        at(ph, n - 1).kind == "prep"
        and head_of(at(ph, n - 2)) in _REFERENCES
        or at(ph, n - 1).base in ("include", "mean")
    )


def governed(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a noun stands behind a preposition or a verb that asks for it: subject to, requires."""
    before = at(ph, n - 1)
    if before.kind == "adv":
        before = at(ph, n - 2)
    if before.low == "for" and at(ph, n - 2).base in ("call", "ask", "wait"):
        return True
    if before.low == "of" and head_of(at(ph, n - 2)) == "authority":
        return True  # by authority of a resolution of
    return (
        before.low in _BEFORE_CONSENT
        or before.base in NEEDS
        or (before.kind == "conj" and n > 2 and governed(ph, n - 2))
    )


def of_nouns(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read "the consent of the Board", "advice from the Dean", "on the recommendation of the panel"."""
    last: Act | None = None
    for n, phrase in enumerate(ph):
        link = at(ph, n + 1)
        if (
            phrase.low in ("that", "those")
            and link.low == "of"
            and last
            and (at(ph, n - 1).kind not in ("comma", "stop") or head_of(at(ph, n - 2)) == "signature")
        ):
            yield from (Said(actor, last, n, actor.last) for actor in listed(ph, n + 2, "of") if actor.sure == SURE)
        signed = head_of(phrase) in (*CONSENTS, "signature") and governed(ph, n)
        last = Act.DECIDE if signed else last  # bears two signatures: those of the Head and the Clerk
        if (
            phrase.kind != "name"
            or link.low not in ("of", "by", "from", "with", "between", "before")
            or referred(ph, n)
        ):
            continue
        act = _act_of_noun(ph, n, head_of(phrase), link.low)
        found = listed(ph, n + 2, link.low) if act else []
        for actor in found:
            if act and (link.low != "of" or actor.sure == SURE or actor.noun.title):
                yield Said(actor, act, n, actor.last)
        last = act if found else last


def _act_of_noun(ph: Sequence[Phrase], n: int, noun: str, link: str) -> Act | None:
    """Return what the one does whose consent, advice or ruling a noun and a preposition speak of."""
    before = at(ph, n - 1)
    if noun == "direction" and link == "of" and before.low == "under":
        return Act.SUPERVISE
    told = _of_consent(ph, n, noun, link) or _of_ruling(ph, n, noun, link) or _of_counsel(ph, n, noun, link)
    if told or _of_proposal(ph, n, noun, link):
        return told or Act.PROPOSE
    if (noun in WATCH or noun == "eye") and link == "of" and before.low == "under":
        return Act.SUPERVISE
    duty = link == "of" and noun in ("responsibility", "duty", "job", "task") and before.base == "be"
    return Act.CARRY_OUT if duty else None


def _of_consent(ph: Sequence[Phrase], n: int, noun: str, link: str) -> Act | None:
    """Read the consent of the Board, leave from the Boatswain, without the warrant of the Clerk."""
    before = at(ph, n - 1)
    if noun in CONSENTS and (link in ("of", "from") or (link == "by" and (governed(ph, n) or before.low == "for"))):
        return None if noun == "discretion" and link != "of" else Act.DECIDE
    green = noun == "light" and any(word.low == "green" for word in ph[n].words)
    if (noun in LEAVES or green) and link == "from":
        return Act.DECIDE if governed(ph, n) else None
    if link == "of" and (barred := without(ph, n - 1, noun)):
        return barred
    return Act.DECIDE if noun in CONSENTS | RULINGS and link in ("of", "by") and wanted(ph, n) else None


def _of_ruling(ph: Sequence[Phrase], n: int, noun: str, link: str) -> Act | None:
    """Read by resolution of the Council, in the gift of the Warden, under the hand of the Clerk, a hearing before."""
    before = at(ph, n - 1)
    limit = before.low in ("to", "with") and noun in ("direction", "instruction", "order")
    ruled = noun in RULINGS and before.low != "in" and not limit and link in ("of", "by")
    if ruled and (governed(ph, n) or _is_the(ph, n)):
        return Act.PROPOSE if noun == "request" else Act.DECIDE
    if link == "of" and noun in ("action", "act") and before.low == "by":
        return Act.DECIDE
    if noun in REMITS and link == "of" and (before.low in ("within", "in", "at", "under", "on") or before.base == "be"):
        return Act.DECIDE
    if link == "of" and before.low in ("under", "in") and noun in _HANDS:
        return _in_hands(ph, n, noun)
    asked = link == "by" and noun in ("review", "reconsideration") and before.base in ("request", "ask-for", "seek")
    return Act.DECIDE if asked or (link == "before" and noun == "hearing") else None


def _of_counsel(ph: Sequence[Phrase], n: int, noun: str, link: str) -> Act | None:
    """Read the advice of the Dean, following an assessment by two brokers, after considering a report from the Panel."""
    before, act = at(ph, n - 1), noun_act(ph[n])
    if link == "by" and before.kind in ("stop", "colon", "comma") and _telegram(ph, n):
        return act if noun != "hearing" else Act.DECIDE
    if link == "by" and _after(ph, n) and act in (Act.REVIEW, Act.SUPERVISE):
        return act
    if (
        noun == "report"
        and link in ("from", "by", "of")
        and before.base in ("consider", "receive")
        and before.form == "g"
    ):
        return Act.REVIEW
    laid = before.low in ("it", "them") and at(ph, n - 2).low == "before"  # having before it a report by
    if noun == "report" and link in ("of", "from", "by") and (laid or before.low in ("on", "upon", "after")):
        return Act.REVIEW
    talk = noun in ("discussion", "dialogue", "hearing")
    with_him = link == "with" and noun in ("consultation", "discussion", "dialogue")
    return Act.REVIEW if noun in ADVICE and ((link in ("of", "from") and not talk) or with_him) else None


def _of_proposal(ph: Sequence[Phrase], n: int, noun: str, link: str) -> bool:
    """Tell whether somebody proposes: on the recommendation of the Panel; recommendations of the Panel are sent to."""
    before = at(ph, n - 1)
    if noun in _PAPERS and link in ("from", "by") and before.low in ("on", "upon"):
        return True
    if noun not in PROPOSALS:
        return False
    if link in ("of", "from") and before.kind in ("stop", "colon") and _is_put(ph, n):
        return True
    grounds = before.low in ("on", "at", "upon", "after", "following", "under", "with")
    grounds = grounds or (before.low == "of" and link != "of")  # within ten days of a request by the Chair
    heard = before.base in ("receive", "consider")
    return (
        link in ("of", "from", "by") and (before.kind in ("prep", "sub") or before.form == "g") and (grounds or heard)
    )


def wanted(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether what a noun names is said to be needed or to be final: approval by the Dean is required."""
    verb = next((k for k in range(n + 1, min(n + 10, len(ph))) if ph[k].kind in ("verb", "stop", "sub")), len(ph))
    done, what = at(ph, verb), at(ph, verb + 1)
    opens = at(ph, n - 1).owner or at(ph, n - 1).kind in ("stop", "colon", "comma", "conj", "rel", "sub")
    if done.kind != "verb" or not opens:
        return False
    if done.base in ("require", "need", "obtain", "seek") and done.passive and not done.negated:
        return True
    if done.base == "be" and done.negated:
        return what.low in ("open", "subject", "questioned")
    final = any(w.low in _FINAL for p in ph[verb : verb + 3] for w in p.words)
    return done.base in ("be", "bind", "prevail") and (final or done.base != "be")


def without(ph: Sequence[Phrase], n: int, noun: str) -> Act | None:
    """Read without whose what nothing may be done: no grave is opened but with the warrant of the Clerk."""
    with_it = at(ph, n).low == "with" and at(ph, n - 1).low in ("but", "save", "except", "than", "only")
    own = ph[start_of(ph, n, "stop", "colon") : n]
    denied = any(p.negated or p.det.split(" ")[0] in ("no", "neither") or p.low in ("nothing", "nobody") for p in own)
    if not (with_it or (at(ph, n).low == "without" and denied)) or noun in _COMPANY:
        return None
    if noun in ("knowledge", "notice"):
        return Act.SUPERVISE
    return NOUN_ACTS.get(noun) or Act.DECIDE


def _in_hands(ph: Sequence[Phrase], n: int, noun: str) -> Act | None:
    """Read "under the hand of the Clerk", "under the control of three trustees", "in the hands of the Bursar"."""
    if noun in ("hand", "seal"):
        carried = ph[n - 1].low == "in" and head_of(subject_noun(ph, n)) in CARRYING
        return Act.CARRY_OUT if carried else Act.DECIDE
    return Act.CARRY_OUT if at(ph, n - 2).base in ("be", "remain", "stand") else None


def _is_put(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether what a noun names is sent on: recommendations of the Panel | are submitted."""
    verb = next((p for p in ph[n + 1 :] if p.kind in ("verb", "stop")), NOWHERE)
    return verb.kind == "verb" and (verb.passive or verb.base in ("go", "come"))


def _telegram(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a noun and its doer stand without a verb: screening by the Examiner, hearing by the Panel."""
    end = next((k for k in range(n + 2, len(ph)) if ph[k].kind in ("comma", "stop", "verb")), len(ph))
    return at(ph, end).kind != "verb" and not any(p.kind == "verb" for p in ph)


def _after(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a noun stands behind a word that says when or on what ground: following an assessment by."""
    return at(ph, n - 1).low in (*_BEFORE_CONSENT, "following") or at(ph, n - 1).base == "follow"


def _is_the(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a noun says what something is: is exclusively the decision of the Director."""
    return at(ph, n - 1).base == "be" and ph[n].det == "the"
