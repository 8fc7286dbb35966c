"""English verbs whose act their company tells: receives a report, confirms a grade, says yes, orders a review."""

from collections.abc import Sequence

from corpus.models import Act
from corpus.rules.english.acts.asking import measured
from corpus.rules.english.acts.light import ENACTED, MOTIONS
from corpus.rules.english.grammar.heads import acts, head
from corpus.rules.english.grammar.names import at
from corpus.rules.english.grammar.objects import head_of, noun_act, object_of
from corpus.rules.english.grammar.parts import Phrase, start_of
from corpus.rules.english.grammar.verbs import ACTS, LICENSED
from corpus.rules.english.grammar.words import word_set

_REPORTS = word_set(
    "report return account summary minute copy notice notification information update statement list record figure result finding"
)
# what somebody passes who has to say whether it is right
_PASSED = word_set("law act budget bill voucher invoice account claim payment expenditure resolution")
# things that are set and not fixed
_SET_UP = word_set("alarm table trap work homework clock stage example paper exam test question task tone scene")
# what is confirmed by whoever has the last word; anything else is only checked
_OUTCOMES = word_set(
    "result outcome grade grading place membership post role title rank volunteer name employee member you"
)


# what is open until somebody has said it: says whether it goes on, how much is paid
_OPEN = word_set("whether when where who which how")


def by_company(ph: Sequence[Phrase], verb: int) -> Act | None:
    """Read verbs whose act their company tells: receives a report, confirms, says yes or no."""
    phrase, what = ph[verb], object_of(ph, verb)
    noun = head_of(what)
    if phrase.base == "see":
        return Act.SUPERVISE if noun in _REPORTS and phrase.modal != "may" else None
    if phrase.base == "receive":
        return Act.SUPERVISE if noun in _REPORTS else Act.CARRY_OUT if noun else None
    if phrase.base == "move":
        return Act.PROPOSE if noun in MOTIONS or not noun else Act.DECIDE if phrase.modal == "may" else Act.CARRY_OUT
    if phrase.base == "hear":
        if what.kind == "name" and acts(head(what.words)) and _only_advises(ph, verb):
            return Act.REVIEW
        return (
            Act.DECIDE
            if noun_act(what) is Act.PROPOSE
            or noun in ("case", "side", "dispute", "matter", "evidence", "review", "objection", "challenge")
            else None
        )
    if phrase.base == "set":
        spoken_of = [p for p in ph[:verb] if p.kind == "name" and not acts(head(p.words))]
        told = {head_of(p) for p in spoken_of} if what.kind == "pron" else {noun}
        return Act.DECIDE if phrase.modal or told - _SET_UP - {""} or not told else Act.CARRY_OUT
    if phrase.base == "vote" and at(ph, verb + 1).infinitive:
        return Act.DECIDE if ACTS.get(at(ph, verb + 1).base) is Act.DECIDE else None
    if phrase.base == "vote":
        return Act.DECIDE if at(ph, verb + 1).low in ("for", "on", "to") or phrase.modal == "must" else None
    if phrase.base == "pass":
        paid = any(p.low == "for" and head_of(at(ph, n + 1)) == "payment" for n, p in enumerate(ph) if n > verb)
        meant = {head_of(p) for p in ph[:verb] if p.kind == "name"} if what.kind == "pron" else set()
        made = (
            paid or meant & (_PASSED | {"draft", "estimate"}) or noun in ENACTED or noun in MOTIONS or noun in _PASSED
        )
        return Act.DECIDE if made else None if phrase.modal == "may" else Act.CARRY_OUT
    return _by_surroundings(ph, verb, what)


def _only_advises(ph: Sequence[Phrase], verb: int) -> bool:
    """Tell whether who hears somebody goes on to advise: hears the person and makes a recommendation."""
    end = next((n for n in range(verb + 1, len(ph)) if ph[n].kind in ("stop", "comma", "sub")), len(ph))
    behind = ph[verb + 1 : end]
    return any(p.base in ("recommend", "advise", "report") or noun_act(p) is Act.PROPOSE for p in behind)


def _a_measure(what: Phrase) -> bool:
    """Tell whether what is ordered is something to be done and no goods: a review, a hold, a suspension."""
    noun = head_of(what)
    done = ACTS.get(noun) in (Act.DECIDE, Act.REVIEW, Act.SUPERVISE) or noun == "hold"
    return what.det in ("a", "an", "any") and (done or noun.endswith(("tion", "sion", "closure")))


def _by_surroundings(ph: Sequence[Phrase], verb: int, what: Phrase) -> Act | None:
    """Read verbs whose act their object does not tell alone: confirms, says yes or no, orders that."""
    phrase = ph[verb]
    if phrase.base == "say":
        return _says(ph, verb, what)
    if phrase.base == "confirm":
        conditional = any(
            p.kind == "sub" and p.low in ("unless", "until", "till", "once", "if", "only if", "before")
            for p in ph[max(start_of(ph, verb, "stop"), verb - 5) : verb]
        )
        other = at(ph, verb + 2)  # confirms or | ends it
        undone = at(ph, verb + 1).low == "or" and (other.base in LICENSED or ACTS.get(other.base) is Act.DECIDE)
        final = undone or noun_act(what) is Act.DECIDE or head_of(what) in _OUTCOMES or what.low in ("you", "them")
        return Act.DECIDE if conditional or final else Act.REVIEW
    if phrase.base in ("remove", "lift", "engage"):
        return Act.DECIDE if phrase.modal or (what.kind == "name" and acts(head(what.words))) else Act.CARRY_OUT
    if phrase.base == "discharge":
        return (
            Act.CARRY_OUT
            if head_of(what) in ("duty", "function", "responsibility", "obligation", "role")
            else Act.DECIDE
        )
    if phrase.base == "satisfy":
        return Act.REVIEW if what.kind == "pron" else None
    if phrase.base == "apply":
        applied = (
            what is at(ph, verb + 1)
            and what.kind == "name"
            and not (measured(what) or head_of(what) in ("day", "week", "month"))
        )
        return Act.CARRY_OUT if applied else Act.PROPOSE
    if phrase.base == "order":
        told = at(ph, verb + 1).low == "that" or phrase.modal == "may" or at(ph, verb - 1).low == "so"
        return Act.DECIDE if told or _a_measure(what) else Act.CARRY_OUT
    return None


def _says(ph: Sequence[Phrase], verb: int, what: Phrase) -> Act | None:
    """Read what somebody says: what they think, yes or no, whether a thing goes ahead."""
    phrase, opens = ph[verb], at(ph, verb + 1).low
    if opens == "what":
        return Act.REVIEW if any(p.base in ("think", "feel") for p in ph[verb + 2 : verb + 5]) else Act.DECIDE
    ruled = opens in _OPEN and phrase.modal != "may"
    return Act.DECIDE if ruled or head_of(what) in ("yes", "no") or phrase.infinitive else None
