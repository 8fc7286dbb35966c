"""Whether the best clause found answers a question at all: a sum of signs that can be explained one by one."""

import math
from collections.abc import Callable, Sequence

from bot.answering.asked.question import Question, Wanted
from bot.answering.weighing.coverage import Rarity, coverage, coverage_across, covered, covered_across, plain
from bot.answering.weighing.deferred import deferred
from bot.answering.weighing.evidence import Evidence, Found
from bot.answering.weighing.measured import measured
from bot.answering.weighing.weights import BIAS, BIAS_ACROSS, SUPPORT, Feature, Sign
from corpus.passages import sentences


def support(question: Question, weighed: Sequence[Evidence], rarity: Rarity) -> float:
    """Return how surely the best clause answers the question at all: a log-odds, above nought is yes."""
    if not weighed:
        return -math.inf
    said = signs(question, weighed[0], [one.found for one in weighed], rarity)
    bias = BIAS_ACROSS if weighed[0].across else BIAS
    return bias + sum(SUPPORT[name] * value for name, value in said.items())


def signs(question: Question, best: Evidence, found: Sequence[Found], rarity: Rarity) -> dict[Sign, float]:
    """Return what tells an answered question from one that the rulebook doesn't answer.

    `found` is all that search returned, the best clause among it.
    """
    held = coverage_across if best.across else coverage
    number = question.wanted in (Wanted.HOW_LONG, Wanted.HOW_MANY)
    who = question.asked is not None
    cosine, whole = best.features[Feature.COSINE], best.features[Feature.WHOLE]
    # made plain one by one, as they are kept: all of them at once are another text for each question
    together = "\n".join(plain(one.passage.embedded) for one in found)
    title = best.passage.breadcrumb.partition(" > ")[0]
    return {
        Sign.COSINE: cosine,
        Sign.KIND: best.features[Feature.KIND],
        Sign.VERB: best.features[Feature.VERB],
        Sign.GLOSSARY: best.features[Feature.GLOSSARY],
        Sign.LEVEL: best.features[Feature.LEVEL],
        Sign.ACTED: best.features[Feature.ACTED],
        Sign.MATCH: best.found.match,
        Sign.STANDOUT: best.found.standout,
        # what somebody says was done makes a question long, whatever the rulebook says
        Sign.TERMS: 0.0 if question.done else math.log(max(1, len(question.terms))),
        Sign.DONE: float(bool(question.done)),
        Sign.ABSENT: 1.0 - (covered_across if best.across else covered)(question, together, rarity),
        Sign.SAID: best.features[Feature.SAID],
        Sign.TITLE: held(question, title, rarity),
        Sign.OPEN: float(not who and not number),
        Sign.WHO_COSINE: cosine if who else 0.0,
        Sign.WHO_KIND: best.features[Feature.KIND] if who else 0.0,
        Sign.DEFERRED: float(deferred(question, best, rarity)),
        Sign.NUMBER_WHOLE: whole if number else 0.0,
        Sign.NUMBER_CLOSE: _close(question, best.passage.text, held, rarity) if number else 0.0,
    }


def _close(question: Question, text: str, held: Callable[[Question, str, Rarity], float], rarity: Rarity) -> float:
    """Return the share of a question's terms in the one sentence that names a number of the kind asked for."""
    spans = (text[start:end] for start, end in sentences(text))
    return max((held(question, words, rarity) for words in spans if measured(question, words)), default=0.0)
