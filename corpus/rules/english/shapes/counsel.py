"""Whose advice or proposal English nouns speak of: on the advice of the Dean, upon a paper from the Bursar."""

from collections.abc import Sequence

from corpus.models import Act
from corpus.rules.english.grammar.names import at
from corpus.rules.english.grammar.objects import noun_act
from corpus.rules.english.grammar.parts import NOWHERE, Phrase
from corpus.rules.english.grammar.words import word_set

ADVICE = word_set(
    "advice opinion view views comment observation consultation feedback guidance representation discussion "
    "dialogue hearing input"
)
PROPOSALS = word_set(
    "recommendation proposal nomination request application petition initiative suggestion instance advice-of motion"
)
BEFORE_CONSENT = word_set("to with without upon on after until before by under pending at in subject")
# in which somebody asks for a decision
_PAPERS = word_set("paper plan case memo memorandum submission note bid estimate draft")


def of_counsel(ph: Sequence[Phrase], n: int, noun: str, link: str) -> Act | None:
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
    with_him = link == "with" and noun in ("word", "chat", "talk") and _after(ph, n)
    with_him = with_him or link == "with" and noun in ("consultation", "discussion", "dialogue")
    return Act.REVIEW if with_him or noun in ADVICE and link in ("of", "from") and not talk else None


def of_proposal(ph: Sequence[Phrase], n: int, noun: str, link: str) -> bool:
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
    return at(ph, n - 1).low in (*BEFORE_CONSENT, "following") or at(ph, n - 1).base == "follow"
