"""What search finds for a question in some documents, weighed by all that is known of it."""

import math
from collections.abc import Sequence
from functools import cache

from bot.answering.asked.question import Question
from bot.answering.levels.rewording import renamed
from bot.answering.weighing.coverage import Rarity
from bot.answering.weighing.evidence import Evidence, Found, likeliest, weigh
from bot.answering.weighing.support import support
from bot.inquiry.scope import Scope
from corpus.models import Rule
from index import Index
from index.generation.section import Section

# So many passages are looked at for one answer; the right one was found further down in no trial.
LOOKED_AT = 30
# And so many of them weighed by all that is known of them: of 2,435 golden questions none had the best further down at
# sight, 16 one of the best three.
WEIGHED = 15

_PUNCTUATION = " \t\n　。．.!！?？~～…,，、;；"


def weighed_in(index: Index, question: Question, over: Scope, paths: frozenset[str]) -> list[Evidence]:
    """Search some documents and weigh what was found, best first."""
    if not paths or not question.terms:
        return []
    return weigh(question, gather(index, question, over, paths), rarity(index, over.section))


def answers(index: Index, question: Question, over: Scope, weighed: Sequence[Evidence]) -> bool:
    """Tell whether the best of what was found answers a question."""
    return sureness(index, question, over, weighed) > 0


def sureness(index: Index, question: Question, over: Scope, weighed: Sequence[Evidence]) -> float:
    """Return how surely the best of what was found answers a question: a log-odds."""
    return support(question, weighed, rarity(index, over.section))


def gather(index: Index, question: Question, over: Scope, paths: frozenset[str]) -> list[Found]:
    """Return what search finds in some documents, with the rules and the procedure of each clause."""
    facts = over.facts
    also = " ".join([_translated(question), *index.names(question.text, facts)])
    asked = shown(question, over, paths)
    found = index.search(asked, k=LOOKED_AT, documents=paths, also=also, section=over.section)
    hits = [
        hit if left is hit.passage else hit._replace(passage=left)
        for hit in found
        for left in over.gone.living(hit.passage)
    ]
    best = max((hit.words for hit in hits), default=0.0) or 1.0
    seen = [
        Found(
            passage=hit.passage,
            facts=facts[hit.passage.document],
            cosine=hit.cosine,
            number=hit.number,
            words=hit.words / best,
            standout=hit.standout,
            touched=hit.touched,
            missed=hit.missed,
            beside=hit.beside,
            match=hit.match,
        )
        for hit in hits
    ]
    likely = likeliest(seen, WEIGHED)
    links = [one.passage.id.partition("@")[0] for one in likely]
    rules, procedures = index.rules(links), index.led(links)
    return [
        one._replace(rules=_living(rules[link], over), procedure=procedures.get(link))
        for one, link in zip(likely, links, strict=True)
    ]


def _living(rules: Sequence[Rule], over: Scope) -> tuple[Rule, ...]:
    """Return the rules whose words hold, each with the actor that is named by now."""
    held = [rule for rule in rules if not over.gone.touches(rule.document, rule.start, rule.end)]
    return renamed(held, over.gone.swapped.get(held[0].document, ())) if held else ()


def shown(question: Question, over: Scope, paths: frozenset[str]) -> str:
    """Return what the encoder is shown of a question that is put to some documents of a scope."""
    # 谁批 and 谁批？ are one question
    plain = (question.matter or question.text).strip(_PUNCTUATION) + ("？" if question.language == "zh" else "?")
    return f"{plain} {_translated(question)}" if _foreign(question, over, paths) else plain


def _translated(question: Question) -> str:
    return " ".join(term for wordings in question.across for term in wordings)


def _foreign(question: Question, over: Scope, paths: frozenset[str]) -> bool:
    """Tell whether most documents are in the other language, so that the encoder needs the translated terms too."""
    return sum(over.languages[path] != question.language for path in paths) * 2 > len(paths)


def rarity(index: Index, section: Section | None = None) -> Rarity:
    """Return how telling a term is in this rulebook: log of one over the share of passages that hold it."""
    total = section.total if section else len(index.words)
    frequency = section.frequency if section else index.words.frequency

    @cache
    def of(term: str) -> float:
        return math.log((total + 1) / (frequency(term) + 0.5))

    return of
