"""What has ended, weighed as if it still held: where it alone speaks of a matter, nothing in force answers."""

from collections.abc import Sequence

from bot.answering.asked.question import Question
from bot.answering.weighing.evidence import Evidence
from bot.inquiry.gathering import answers, weighed_in
from bot.inquiry.outdated import NOTHING
from bot.inquiry.scope import Scope
from index import Index

# A clause in force that is weighed higher than this is the answer, whatever has ended: nothing is weighed so high that
# it could be better by as much as what follows.
_SURE = 0.0
# Nor is what ended looked for where a clause in force answers as surely as this: it would cost a third of an answer.
_ANSWERED = 3.0
# What took the place of another, in other words, was weighed up to 4.5 below it; what only came nearest to a matter on
# which all had ended, 7 and more.
_FAR = 6.0
# A clause that ended within a rule that goes on is another case of what its neighbours say (by night, by day); the new
# words that took a clause's place don't count as its end.
_NEARER = 1.0


def ended(index: Index, question: Question, over: Scope) -> list[Evidence]:
    """Return what would answer a question if it had not ended, the best first; nothing where that wouldn't either."""
    paths = over.old | (over.gone.ended.keys() & over.valid)
    found = weighed_in(index, question, over.model_copy(update={"gone": NOTHING}), frozenset(paths)) if paths else []
    gone = [one for one in found if one.passage.document in over.old or over.gone.has_ended(one.passage)]
    return gone if answers(index, question, over, gone) else []


def far(some: Sequence[Evidence], others: Sequence[Evidence]) -> bool:
    """Tell whether the best of some clauses answers far better than the best of others."""
    return bool(some) and (not others or some[0].score > others[0].score + _FAR)


def outdoing(index: Index, question: Question, over: Scope, best: Evidence, surely: float) -> list[Evidence]:
    """Return what has ended and answers far better than the best that is in force, which answers so `surely`."""
    home = best.passage.document
    if home not in over.gone.ended and (best.score > _SURE or surely > _ANSWERED):
        return []
    gone = ended(index, question, over)
    another_case = bool(gone) and gone[0].passage.document == home and gone[0].score > best.score + _NEARER
    return gone if another_case or far(gone, [best]) else []
