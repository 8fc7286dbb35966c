"""Clauses in force that give different numbers for one matter: how many days, how much, how many."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bot.answering.asked.question import Question
from bot.answering.deciding.conflict import SPEAKING, before
from bot.answering.deciding.contradiction import counting, of_one_matter
from bot.answering.weighing.coverage import Rarity, coverage
from bot.answering.weighing.evidence import Evidence
from bot.answering.weighing.measured import numbers
from bot.answering.weighing.near import Near
from corpus.models import Document
from corpus.passages import sentences
from corpus.quantities import Amount


class Stated(NamedTuple):
    """The sentence of a clause that names a number of the kind asked for: `start`:`end` in its document's text."""

    evidence: Evidence
    start: int
    end: int
    amounts: tuple[Amount, ...]

    @property
    def printed(self) -> str:
        """The numbers as they are printed."""
        text, at = self.evidence.passage.text, self.start - self.evidence.passage.start
        return "、".join(dict.fromkeys(text[at + one.start : at + one.end].strip() for one in self.amounts))


def stated(question: Question, evidence: Evidence, document: Document, rarity: Rarity) -> Stated | None:
    """Return the sentence of a clause that gives the number asked for: of several the one nearest to the question."""
    passage = evidence.passage
    spans = [(start, end, numbers(question, passage.text[start:end])) for start, end in sentences(passage.text)]
    naming = [one for one in spans if one[2] and document.alive(passage.start + one[0], passage.start + one[1])]
    if not naming:
        return None
    start, end, found = max(naming, key=lambda one: coverage(question, passage.text[one[0] : one[1]], rarity))
    return Stated(evidence, passage.start + start, passage.start + end, found)


def differing(
    question: Question, found: Sequence[Evidence], documents: Mapping[str, Document], rarity: Rarity
) -> list[Stated]:
    """Return what the best of some clauses says, then what those of other documents say otherwise; none without any."""
    speaking = [e for e in found if e.found.facts.kind in SPEAKING]
    if not question.numbered or speaking[:1] != list(found[:1]):
        return []
    told = [stated(question, e, documents[e.passage.document], rarity) for e in speaking]
    first, home = next(iter(told), None), next((e.passage.document for e in speaking), "")
    if first is None:
        return []
    others = [one for one in told[1:] if one and one.evidence.passage.document != home and otherwise(one, first)]
    return [first, *others] if others else []


def disagreeing(
    question: Question,
    found: Sequence[Evidence],
    documents: Mapping[str, Document],
    rarity: Rarity,
    near: Near,
) -> list[Stated]:
    """Return the sides of a contradiction, the prevailing one first, of some clauses, the best first; none without."""
    told = differing(question, found, documents, rarity)
    against = [one for one in told[1:] if of_one_matter(counting(one.evidence), counting(told[0].evidence), near)]
    if not against:
        return []
    # a list and its item are found both, and say it in one sentence
    every = {(one.evidence.passage.document, one.start): one for one in (told[0], *against)}.values()
    paths = {one.evidence.passage.document for one in every}
    return sorted(every, key=lambda one: before(one.evidence.found.facts, paths))


def otherwise(one: Stated, other: Stated) -> bool:
    """Tell whether two sentences name amounts of one kind, and none in common."""
    ours, theirs = ({(a.measure, a.unit) for a in some.amounts} for some in (one, other))
    both = ours & theirs
    values = [{a.value for a in some.amounts if (a.measure, a.unit) in both} for some in (one, other)]
    return bool(both) and not values[0] & values[1]
