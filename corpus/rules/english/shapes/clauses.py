"""Who does what as English verbs say it: subjects of active verbs, doers of passives, those who are consulted."""

from collections.abc import Iterator, Sequence

from corpus.models import Act
from corpus.rules.english.acts.active import CONSULTED, active, gerund
from corpus.rules.english.acts.asking import asked_views, measured, with_whom
from corpus.rules.english.acts.duties import charges
from corpus.rules.english.grammar.heads import ordinary
from corpus.rules.english.grammar.names import SURE, Actor, Known, at
from corpus.rules.english.grammar.objects import head_of, noun_act
from corpus.rules.english.grammar.parts import NOWHERE, Phrase, back, start_of
from corpus.rules.english.grammar.verbs import ACTS, form_of
from corpus.rules.english.grammar.words import PERMISSIVE, word_set
from corpus.rules.english.shapes.bidding import bidden, leave_of
from corpus.rules.english.shapes.infinitives import said_before
from corpus.rules.english.shapes.nominal import Said, listed
from corpus.rules.english.shapes.subjects import ending_at, subject

_LOOKING = word_set("review reconsider look-at look-into look-over think consider decide examine")
_SAYING = word_set("ensure check confirm consider believe think state certify assure satisfy see know mean show")
_ARBITERS = word_set("authority judge arbiter arbitrator decider decision-maker approver")
_KEEPERS = word_set("custodian guardian keeper")
_LAST = word_set("final sole ultimate last only deciding approving appointing")
_SUPPOSING = word_set("if where when whenever because though although")
_INFORMING = word_set("inform notify tell advise apprise update")


def of_subjects(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read what subjects do: the Board approves, the Head may exclude, the Clerk is responsible."""
    known: Known = {}
    for n, phrase in enumerate(ph):
        if phrase.kind != "verb" or not phrase.base:
            continue
        past = phrase.form == "n" and not phrase.passive and len(phrase.words) == 1
        if _believed(ph, n):
            continue
        absolute = _absolute(ph, n)
        if phrase.form == "g" and not absolute:
            continue
        if (past or (not phrase.finite and not phrase.infinitive)) and not absolute:
            continue
        who = absolute or (
            _met(ph, n, known) or said_before(ph, n, known) if phrase.infinitive else subject(ph, n, known)
        )
        for actor in () if _tells_apart(ph, n, who) else who:
            does = [Act.DECIDE] if _asked_again(ph, n, actor) else _said_of(ph, n, actor)
            yield from (Said(actor, act, n, n) for act in does if not _supposed(ph, n, act, actor))
        if who and phrase.base in CONSULTED and (later := _before_deciding(ph, n)):
            yield from (Said(actor, later, n, n) for actor in who)


def _tells_apart(ph: Sequence[Phrase], n: int, who: Sequence[Actor]) -> bool:
    """Tell whether a verb only tells whom a sentence speaks of: a tutor who refuses twice | …; a fellow whose own house …"""
    if any(ph[actor.first].words[0].low == "own" and at(ph, actor.first - 1).kind == "whose" for actor in who):
        return True
    rel = back(ph, n - 1, "adv")
    bare = at(ph, rel).kind == "rel" and at(ph, rel - 1).kind == "name"
    if bare and not ph[n].modal and who and all(ordinary(one.noun) and _addressed(ph, one) for one in who):
        return True
    goes_on = any(p.kind == "verb" and p.finite for p in ph[n + 1 :])
    return bare and goes_on and any(ph[actor.first].det in ("a", "an", "any") for actor in who)


def _addressed(ph: Sequence[Phrase], who: Actor) -> bool:
    """Tell whether persons are only those to whom something is done: is sent to members | who ask for it."""
    return at(ph, who.first - 1).low in ("to", "for", "from") or at(ph, who.first - 1).kind == "verb"


def _supposed(ph: Sequence[Phrase], n: int, act: Act, actor: Actor) -> bool:
    """Tell whether a verb only says what is supposed: if tenants pay for it; decides whether a branch opens."""
    opens = start_of(ph, n, "stop", "colon", "comma", "dash", "sub") - 1
    sub = at(ph, opens)
    if sub.kind != "sub" or any(p.kind == "verb" and p.finite and p.base for p in ph[opens + 1 : n]):
        return False
    able = ph[n].modal == "may" and act is Act.DECIDE and ACTS.get(ph[n].base) is not Act.DECIDE
    idle = act is Act.CARRY_OUT and (ordinary(actor.noun) or bool(ph[n].modal))
    fits = (able and (sub.low != "if" or actor.sure < SURE)) or idle
    return sub.low == "whether" or (sub.low in _SUPPOSING and fits and not ph[n].passive)


def _met(ph: Sequence[Phrase], n: int, known: Known) -> list[Actor]:
    """Return who meets to do what an infinitive says: the Panel meets twice a year to decide on applications."""
    verb = next((k for k in range(n - 1, -1, -1) if ph[k].kind in ("verb", "stop")), -1)
    met = at(ph, verb).base in ("meet", "sit", "convene") and ph[verb].finite and not ph[verb].negated
    return subject(ph, verb, known) if met else []


def _believed(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a plain verb only says what somebody must see to or believes: ensures that staff complete it."""
    opens = start_of(ph, n, "stop", "colon", "sub", "rel", "comma") - 1
    told = form_of(at(ph, opens - 1).low)
    if at(ph, back(ph, n - 1, "adv")).kind == "name" and any(p.kind == "verb" and p.finite for p in ph[opens + 1 : n]):
        return False  # confirms that it was needed and the Treasurer | pays
    return at(ph, opens).low == "that" and not ph[n].modal and told is not None and told.base in _SAYING


def _asked_again(ph: Sequence[Phrase], n: int, actor: Actor) -> bool:
    """Tell whether somebody is asked to look at a thing again, as one who hears an appeal does."""
    again = (
        ph[n].base in ("review", "reconsider")
        or ph[n].low.startswith("re-")
        or any(p.low in ("again", "afresh") for p in ph[n + 1 : n + 5])
    )
    return ph[n].infinitive and ph[n].base in _LOOKING and again and at(ph, actor.first - 1).base == "ask"


def _absolute(ph: Sequence[Phrase], n: int) -> list[Actor]:
    """Return who is said to have done what a clause without a finite verb says: the Dean having first been heard."""
    if ph[n].kind != "verb" or ph[n].finite or not ph[n].words:
        return []
    last = back(ph, n - 1, "adv")
    found = ending_at(ph, last, start_of(ph, n, "stop", "colon")) if at(ph, last).kind == "name" else []
    opened = at(ph, found[0].first - 1) if found else NOWHERE
    beside = opened.kind == "comma" or opened.low == "with"
    if ph[n].words[0].low not in ("having", "being") and not (ph[n].form == "g" and beside and _alone(ph, found)):
        return []
    return found if opened.kind in ("comma", "stop", "colon", "dash") or opened.low == "with" else []


def _alone(ph: Sequence[Phrase], found: Sequence[Actor]) -> bool:
    """Tell whether an actor behind a comma is the subject of a verb in -ing: by ballot, the Proctor drawing the names."""
    actor = found[0]
    return (
        len(found) == 1
        and actor.sure == SURE
        and ph[actor.first].det == "the"
        and at(ph, actor.first - 2).kind != "verb"
    )


# what is done first by whoever is heard
_REPORTING = word_set("report furnish supply provide submit inspect visit study certify confirm cost")


def _said_of(ph: Sequence[Phrase], n: int, actor: Actor) -> list[Act]:
    """Return what a verb says of its subject, active, passive or copula."""
    phrase = ph[n]
    if phrase.negated and (phrase.passive or phrase.base in ("be", "remain")):
        return []
    if phrase.base in ("be", "remain") and not phrase.passive:
        return _is(ph, n, actor)
    if phrase.passive and phrase.base in ("charge", "task", "entrust") and at(ph, n + 1).low == "with":
        return charges(ph, n, actor)
    if phrase.passive:
        act = _undergone(ph, n, actor)
    elif phrase.words and phrase.words[0].low == "having" and not phrase.finite and phrase.base in _REPORTING:
        act = Act.REVIEW  # the Surveyor having first reported
    elif phrase.base == "see" and phrase.modal not in PERMISSIVE and at(ph, n + 1).low == "that":
        act = Act.CARRY_OUT  # sees that it is followed
    elif phrase.base == "have" and phrase.modal == "must" and any(p.form == "n" for p in ph[n + 1 : n + 4]):
        act = Act.CARRY_OUT
    else:
        act = active(ph, n, actor)
    return [act] if act else []


def _is(ph: Sequence[Phrase], n: int, actor: Actor) -> list[Act]:
    """Read "is responsible for", "is in charge of"."""
    what = at(ph, n + 1) if at(ph, n + 1).kind != "adv" else at(ph, n + 2)
    if what.low in ("responsible", "accountable", "answerable"):
        return charges(ph, n, actor)
    if head_of(what) in _KEEPERS and at(ph, n + 2).low == "of":
        return [Act.CARRY_OUT]
    if head_of(what) in _ARBITERS and any(w.low in _LAST for w in what.words):
        return [Act.DECIDE]
    return charges(ph, n, actor) if what.low == "in" and at(ph, n + 2).low == "charge" else []


def _undergone(ph: Sequence[Phrase], n: int, actor: Actor) -> Act | None:
    """Read what is done to somebody that is an act of his: is consulted, is informed, is invited to comment."""
    base, after = ph[n].base, at(ph, n + 1)
    if after.low == "by" and not measured(at(ph, n + 2)):
        return Act.REVIEW if base == "consult" and actor.sure == SURE else None
    if base == "ask-for":
        return noun_act(after) if noun_act(after) is Act.REVIEW else None
    if base == "satisfy" and ph[n].modal and after.low in ("that", "as"):
        return Act.REVIEW
    if base in ("consult", "hear"):
        return Act.REVIEW
    if base in ("delegate", "give", "grant") and head_of(after) in ("authority", "power") and after.det != "no":
        to = at(ph, n + 2)
        given = actor.sure == SURE or actor.noun.title
        return Act.DECIDE if given and (to.infinitive or to.low in ("to", "over", "of", "for")) else None
    if base in _INFORMING or (base == "keep" and after.base in _INFORMING):
        sure = actor.sure == SURE or ph[actor.first].det == "the"
        return Act.SUPERVISE if sure and not ordinary(actor.noun) else None
    asked = next((k for k in range(n + 1, min(n + 5, len(ph))) if ph[k].kind == "verb" and ph[k].infinitive), -1)
    if base in ("invite", "ask", "give", "allow", "afford") and asked > 0 and ACTS.get(ph[asked].base) is Act.REVIEW:
        return Act.REVIEW
    if base == "ask" and ph[n].finite and after.low == "first" and at(ph, n + 2).kind == "stop":
        own = ph[start_of(ph, actor.first, "stop", "colon", "comma") : actor.first]
        return Act.DECIDE if any(p.low in ("above", "over", "beyond") for p in own) else Act.REVIEW
    first = base == "ask" and asked < 0 and at(ph, actor.first - 1).kind == "sub"
    if first and at(ph, n + 1).kind in ("stop", "comma") and not ordinary(actor.noun):
        return Act.REVIEW  # once the Porter has been asked
    asked_for = base in ("ask", "invite") and any(noun_act(p) is Act.REVIEW for p in ph[n + 1 : n + 4])
    return Act.REVIEW if asked_for else None


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
        spoken = phrase.base not in ("speak", "talk") or phrase.form == "g" or phrase.modal in ("must", "may")
        asking = not phrase.passive and asked_views(ph, n)
        consulting = phrase.base in CONSULTED and not phrase.passive and spoken
        lets_know = phrase.base == "let" and any(p.base == "know" for p in ph[n + 2 : n + 6])
        informing = (phrase.base in ("inform", "notify", "tell") or lets_know) and not phrase.passive
        checking = (
            phrase.base in ("check", "discuss")
            and (phrase.form == "g" or phrase.modal == "do")
            and (behind := with_whom(ph, n)) > 0
        )
        if phrase.base == "ask" and (phrase.modal == "do" or bidden(ph, n)) and not phrase.negated:
            yield from leave_of(ph, n)
            continue
        if phrase.kind != "verb" or phrase.negated or not (hearing or consulting or informing or asking or checking):
            continue
        if phrase.infinitive and at(ph, n - 1).low == "whether":
            continue
        first = n + 2 if at(ph, n + 1).low in ("to", "with", "from") else n + 1
        first = behind + 1 if checking else first
        for actor in listed(ph, first):
            if not informing and actor.noun.low not in ("media", "press", "public"):
                yield Said(actor, Act.REVIEW, n, actor.last)
            elif informing and not ordinary(actor.noun) and ph[actor.first].det not in ("each", "every", "all"):
                yield Said(actor, Act.SUPERVISE, n, actor.last)
