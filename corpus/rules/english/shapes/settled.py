"""English passives whose act what stands behind them tells: put to the Court by A, acted upon by B, taken up by C."""

from collections.abc import Sequence

from corpus.models import Act
from corpus.rules.english.acts.light import MOTIONS, powered
from corpus.rules.english.grammar.names import Actor, at
from corpus.rules.english.grammar.objects import head_of, noun_act, subject_noun
from corpus.rules.english.grammar.parts import Phrase
from corpus.rules.english.grammar.words import word_set

# what is taken up by whoever settles it
_TAKEN_UP = word_set("grievance complaint dispute appeal objection disagreement")
# what is signed by those who ask for something with it
_CALLING = word_set("motion petition requisition nomination")
_VOTES = word_set("vote test use rest")


def put_or_taken(ph: Sequence[Phrase], verb: int, who: Actor) -> Act | None:
    """Return the act of a passive that its particle or its subject tells; None where neither does.

    A lease is put to the Court by the Bursar; bids are acted upon by the Board; a motion seconded by a member.
    """
    phrase, behind, thing = ph[verb], at(ph, verb + 1).low, subject_noun(ph, verb)
    told = head_of(at(ph, verb - 1)) if not phrase.finite else head_of(thing)
    if phrase.base == "act" and behind in ("on", "upon"):
        return powered(who)
    if phrase.base == "take" and behind == "up" and head_of(thing) in _TAKEN_UP:
        return powered(who)
    if phrase.base == "put" and behind in ("to", "before") and head_of(at(ph, verb + 2)) not in _VOTES:
        return powered(who) and Act.PROPOSE
    if phrase.base == "second" and behind != "to":
        return Act.PROPOSE
    if phrase.base == "sign" and told in _CALLING:
        return Act.PROPOSE
    if phrase.base == "lodge" and noun_act(thing) is not Act.PROPOSE and head_of(thing) not in MOTIONS:
        return powered(who) and Act.CARRY_OUT
    return Act.CARRY_OUT if phrase.base == "release" and behind == "to" else None
