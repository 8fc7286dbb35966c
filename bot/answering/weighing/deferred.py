"""Whether a clause leaves open just what a question asks: 具体办法另行制定, "is dealt with in a separate rule"."""

import re
from functools import lru_cache

from bot.answering.asked.question import Question
from bot.answering.weighing.coverage import Rarity, coverage, coverage_across
from bot.answering.weighing.evidence import Evidence
from bot.answering.weighing.measured import measured
from corpus.passages import sentences

_LATER_ZH = (
    r"另行(?:规定|制[定订]|公布|通知|安排|确定|研究|发文|明确|商定|约定|决定|说明|下达|报批|印发)|另(?:定|议|订|文规定)(?![一-鿿])"
    r"|再(?:议|定|行[一-鿿]{2})|待定|(?:尚未|暂未|未予?)(?:确定|明确|规定|议定)|视情况[再另而]?定|以后再"
)
_DOCUMENT = (
    r"(?:rules?|polic(?:y|ies)|schemes?|procedures?|decisions?|regulations?|guidance|documents?|resolutions?|orders?"
    r"|papers?|notices?)"
)
_TOLD = r"(?:determined|decided|announced|agreed|confirmed|settled|fixed|defined)"
_LATER = (
    rf"\b(?:separate|another|a later|a further|(?:its|their) own) {_DOCUMENT}\b|\bseparately\b|\belsewhere\b"
    r"|\bin due course\b|\blater (?:date|meeting|on)\b|(?<!takes )(?<!makes )\bno decision\b"
    r"|\b(?:is|are|was|were|left) open\b"
    rf"|\b(?:to|will|shall) be {_TOLD}(?= later|[.;]|$)|\b(?:not|yet) (?:yet )?(?:been )?{_TOLD}\b"
    r"|\b(?:remains?|yet) to be\b|\bunder (?:consideration|discussion|review)\b|\bdeferred\b|\badjourned\b"
    r"|\bcome back to\b"
)
_OPEN = re.compile(f"{_LATER_ZH}|{_LATER}", re.IGNORECASE)


def deferred(question: Question, best: Evidence, rarity: Rarity) -> bool:
    """Tell whether the sentence of a clause that a question is most about, or the next, leaves that to be settled.

    It doesn't where either names whoever is asked for, or a number of the kind asked for, all the same.
    """
    text, start = best.passage.text, best.passage.start
    parts = _parts(text)
    if not any(_OPEN.search(text, *part) for part in parts):
        return False
    held = coverage_across if best.across else coverage
    worth = [held(question, text[begin:end], rarity) for begin, end in parts]
    at = worth.index(max(worth))
    begin, end = parts[at][0], parts[min(at + 1, len(parts) - 1)][1]
    if not _OPEN.search(text, begin, end) or measured(question, text[begin:end]):
        return False
    named = (r for r in best.found.rules if r.act in question.acts[:1])
    return not any(start + begin <= rule.start < start + end for rule in named)


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(sentences(text)) or ((0, len(text)),)
