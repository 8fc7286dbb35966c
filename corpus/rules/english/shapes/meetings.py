"""Which meeting decides where an English passive names no doer: amended at the annual meeting."""

from collections.abc import Iterator, Sequence

from corpus.models import Act
from corpus.rules.english.grammar.names import at, read
from corpus.rules.english.grammar.parts import Phrase, start_of
from corpus.rules.english.grammar.words import word_set
from corpus.rules.english.shapes.nominal import Said
from corpus.rules.english.shapes.passives import passive

_MEETINGS = word_set("meeting assembly conference congress agm convention")
_KINDS = word_set("general annual ordinary extraordinary special statutory")
_NEAR = 3  # phrases between a passive and the meeting at which it is done


def verb_before(ph: Sequence[Phrase], n: int) -> int:
    """Return the last verb or end of a clause before a place, or -1."""
    return next((k for k in range(n - 1, -1, -1) if ph[k].kind in ("verb", "stop", "colon")), -1)


def _being(done: Phrase) -> bool:
    """Tell whether a passive says what comes with its being done: on being approved at a general meeting."""
    return bool(done.words) and done.words[0].low == "being"


def at_meetings(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read which meeting decides where no passive names a doer: amended at the annual meeting."""
    for n, phrase in enumerate(ph):
        who = read(ph, n + 1) if phrase.low in ("at", "in") else None
        if who is None or who.noun.low not in _MEETINGS or at(ph, n + 1).det in ("its", "their", "any", "each"):
            continue
        if who.noun.low == "meeting" and not ph[n + 1].words[0].title and ph[n + 1].words[0].low not in _KINDS:
            continue
        verb = verb_before(ph, n)
        done = at(ph, verb)
        agent = any(p.low == "by" for p in ph[max(verb, 0) : n]) or at(ph, who.last + 1).low == "by"
        near = n - verb <= _NEAR and (done.finite or at(ph, verb - 1).kind in ("conj", "comma") or _being(done))
        if verb >= 0 and done.passive and near and not agent and passive(ph, verb, who) is Act.DECIDE:
            excepted = at(ph, n - 1).low in ("except", "save", "only", "than", "but")
            if not (done.negated or ph[start_of(ph, verb, "stop", "colon")].det.startswith("no")) or excepted:
                yield Said(who, Act.DECIDE, verb, who.last)
