"""Who does what as English rules say it with nouns: the consent of, on the recommendation of, Approver: X."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.models import Act
from corpus.rules.english.grammar.lists import actors
from corpus.rules.english.grammar.names import SURE, Actor, at
from corpus.rules.english.grammar.objects import head_of, subject_noun
from corpus.rules.english.grammar.parts import Phrase, denies, start_of
from corpus.rules.english.grammar.verbs import CONSENTS, NOUN_ACTS, RULINGS
from corpus.rules.english.grammar.words import word_set
from corpus.rules.english.shapes.counsel import BEFORE_CONSENT, of_counsel, of_proposal

_FAR = 16  # phrases from a noun to what is said of it


class Said(NamedTuple):
    """An actor, what he does, the phrases that say it, and for a rung of a ladder those that bound it."""

    actor: Actor
    act: Act
    first: int
    last: int
    bound: tuple[int, int] | None = None


WATCH = word_set("supervision oversight monitoring surveillance")
NEEDS = word_set("bear carry require need await obtain seek receive get have hold win secure ask demand")
REMITS = word_set(
    "authority invitation pleasure remit competence purview discretion power jurisdiction gift province prerogative privilege preserve domain"
)
_FINAL = word_set("final binding conclusive enough sufficient law required needed necessary essential decisive")
CARRYING = word_set(
    "responsibility duty task administration management running conduct custody implementation maintenance upkeep "
    "operation execution delivery control organisation preparation accountability"
)
_COMPANY = word_set("help assistance presence attendance exception exclusion name company use aid")
_HANDS = word_set("hand seal control management direction charge care")
LEAVES = word_set(
    "leave authority licence permit yes exemption waiver dispensation warrant derogation variation concession permission"
)
_ASKING = word_set("request ask ask-for seek")
_REFERENCES = word_set("reference term word expression meaning definition phrase")


def followed_by_verb(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a finite verb follows a place, so that the name before it is its subject."""
    while at(ph, n).kind == "adv" or _participle_before(ph, n):
        n += 1
    if at(ph, n).low in ("within", "in", "at", "on") and at(ph, n + 1).kind == "name" and at(ph, n + 2).modal:
        n += 2  # neighbours within a mile | shall be told
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
    if before.low == "addition" and at(ph, n - 2).low == "in":
        before = at(ph, n - 3)  # requires in addition | the consent
    if before.low == "for" and at(ph, n - 2).base in ("call", "ask", "wait"):
        return True
    if before.low == "of" and head_of(at(ph, n - 2)) == "authority":
        return True  # by authority of a resolution of
    return (
        before.low in BEFORE_CONSENT
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
    if link == "by" and noun == "check" and any(word.low in ("spot", "random") for word in ph[n].words):
        return Act.SUPERVISE
    if link == "of" and (noun, before.low) in (("direction", "under"), ("attention", "to")):
        return Act.SUPERVISE
    if noun == "support" and link in ("of", "from") and (governed(ph, n) or before.low in ("with", "without")):
        return Act.REVIEW
    told = _of_consent(ph, n, noun, link) or _of_ruling(ph, n, noun, link) or of_counsel(ph, n, noun, link)
    if told or of_proposal(ph, n, noun, link):
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
    if (
        noun in ("adoption", "ratification", "enactment")
        and link == "by"
        and before.low in ("before", "until", "pending")
    ):
        return Act.DECIDE
    green = noun == "light" and any(word.low == "green" for word in ph[n].words)
    if (noun in LEAVES or green) and link == "from":
        return Act.DECIDE if governed(ph, n) else None
    barring = link == "of" or (link in ("by", "from") and noun in CONSENTS | LEAVES)
    if barring and (barred := without(ph, n - 1, noun)):
        return barred
    return Act.DECIDE if noun in CONSENTS | RULINGS and link in ("of", "by") and wanted(ph, n) else None


def _of_ruling(ph: Sequence[Phrase], n: int, noun: str, link: str) -> Act | None:
    """Read by resolution of the Council, in the gift of the Warden, under the hand of the Clerk, a hearing before."""
    before = at(ph, n - 1)
    limit = before.low in ("to", "with") and noun in ("direction", "instruction", "order")
    told = noun == "authority" and before.low == "to" and link == "by"  # reported to the authority by the Warden
    ruled = noun in RULINGS and before.low != "in" and not (limit or told) and link in ("of", "by")
    if ruled and (governed(ph, n) or _is_the(ph, n)):
        return Act.PROPOSE if noun == "request" else Act.DECIDE
    if link == "with" and noun in ("arrangement", "agreement") and before.low == "by":
        return Act.DECIDE
    if link == "of" and noun in ("action", "act") and before.low == "by":
        return Act.DECIDE
    if noun in REMITS and link == "of" and (before.low in ("within", "in", "at", "under", "on") or before.base == "be"):
        return Act.DECIDE
    if link == "of" and before.low in ("under", "in") and noun in _HANDS:
        return _in_hands(ph, n, noun)
    asked = link == "by" and _requested(ph, n)
    return Act.DECIDE if asked or (link == "before" and noun == "hearing") else None


def _requested(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether somebody asks for a noun, or for one that it hangs on: may request review of | that outcome."""
    asking = next((k for k in range(n - 1, max(n - 5, -1), -1) if ph[k].base in _ASKING), n)
    return any(head_of(p) in ("review", "reconsideration") for p in ph[asking + 1 : n + 1])


def wanted(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether what a noun names is said to be needed or to be final: approval by the Dean is required."""
    verb = next((k for k in range(n + 1, min(n + _FAR, len(ph))) if ph[k].kind in ("verb", "stop", "sub")), len(ph))
    done, what = at(ph, verb), at(ph, verb + 1)
    opens = ph[n].det == "the" and at(ph, n - 2).kind == "prep" and at(ph, n - 3).kind in ("stop", "colon")
    opens = opens or at(ph, n - 1).owner or at(ph, n - 1).kind in ("stop", "colon", "comma", "conj", "rel", "sub")
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


def _is_the(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a noun says what something is: is exclusively the decision of the Director."""
    return at(ph, n - 1).base == "be" and ph[n].det == "the"
