"""Where in a procedure somebody stands who asks: which of its steps a question speaks of, and which it asks for.

WORDS is told from 178 questions for the next step of 113 procedures in English rulebooks: the step that is done was the
likest of all by vectors alone in .68, by words alone in .72, by both in .72, and likewise for .1 to .4.
"""

from collections.abc import Sequence

from bot.answering.asked.question import Question, terms
from bot.answering.weighing.coverage import Rarity, coverage, coverage_across
from bot.answering.weighing.near import Near
from corpus.passages import chinese

# What the share of a question's words that a step has counts beside the cosine of both.
WORDS = 0.2


def asked_for(question: Question, steps: Sequence[str], rarity: Rarity, near: Near, found: int = -1) -> int:
    """Return the place from 0 of the step that a question asks for, by the words of each step, of which there are some.

    It is their number where what comes after the last of them is asked for. A step is asked for by its number, by what
    is done there, or by what is done before it: "finance has checked it, what next?" `found` is the place
    of the step that search found, -1 where it found several or none.
    """
    if question.step:
        return min(question.step, len(steps)) - 1 if question.step > 0 else len(steps) - 1
    spoken_of = found if found >= 0 else _spoken_of(question, steps, rarity, near)
    ahead = max(1, question.ahead) if question.next_step else 0
    return min(spoken_of + ahead, len(steps))


def _spoken_of(question: Question, steps: Sequence[str], rarity: Rarity, near: Near) -> int:
    held = [coverage if ("zh" if chinese(words) else "en") == question.language else coverage_across for words in steps]
    if question.done:
        question = question.model_copy(update={"terms": terms(question.done, question.language)})
    shares = [share(question, words, rarity) for share, words in zip(held, steps, strict=True)]
    told = [WORDS * share + like for share, like in zip(shares, near.alike(steps), strict=True)]
    return told.index(max(told))
