"""Two clauses in force that name different actors for one matter: which they are, and which goes before."""

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date

from bot.answering.contrary import part_with, unsaid
from bot.answering.decide import Verdict
from bot.answering.evidence import Evidence
from bot.answering.ladder import Fit
from bot.answering.level import Level, denied, own_words, told
from bot.answering.models import Language, Reason
from bot.answering.names import same
from bot.answering.question import Question, language
from corpus.models import Act, Document, Facts, Kind
from corpus.outline.marks import mark

# Two clauses of different documents speak of one matter when by so great a share what they say is said in the same
# words, and their vectors are so like each other: more, where only the clauses as a whole share their words, and not
# the levels that hold. Neither may be that much liker the question than the other, or weigh that much more.
# Read off the rulebooks the weights were fitted on, as cosines of the default encoder.
SURE, APART = 0.4, 0.2
_RIVAL = 4.5  # how much less a clause that contradicts another may weigh to be found at all
_LEAST = 3  # words, or pairs of characters, that two clauses must share
# so like, with so great a share of their words in common, and so many of them: the levels, and the clauses as a whole.
# Pairs of characters are told apart better than words are.
_LEVELS: dict[Language, tuple[tuple[float, float, int], ...]] = {
    "zh": ((0.45, 0.5, _LEAST), (0.5, 0.3, 4)),
    "en": ((0.55, 0.5, _LEAST),),
}
_WHOLE: dict[Language, tuple[tuple[float, float, int], ...]] = {"zh": ((0.7, 0.4, 6),), "en": ((0.72, 0.5, _LEAST),)}
# a sentence that leads into a list says nothing of its matters
_LEADS = re.compile(r"下列|以下(?:事项|情形|内容)|如下|[：:]\s*$|\bfollowing\b", re.IGNORECASE)
Likeness = Callable[[Evidence, Evidence], float]


def rivals(weighed: Sequence[Evidence], chosen: Sequence[Evidence]) -> list[Evidence]:
    """Return the clauses of other documents that weigh enough to contradict what an answer rests on."""
    known = {one.link for one in chosen}
    first = chosen[0]
    return [
        one
        for one in weighed
        if one.score >= first.score - _RIVAL
        and one.passage.document != first.passage.document
        and one.link not in known
        and one.found.facts.kind is Kind.RULE
    ]


def opposed(question: Question, decided: Sequence[Verdict], bearer: Verdict, likeness: Likeness) -> Verdict | None:
    """Return the bearer's level with those that contradict it, the prevailing one first; None without any."""
    if bearer.fit is not Fit.ONE or not bearer.levels or not bearer.names(question.acts):
        return None
    against = [one for one in decided if one is not bearer and _contradicts(question, one, bearer, likeness)]
    if not against:
        return None
    every = [bearer, *against]
    paths = {one.evidence.passage.document for one in every}
    sides = sorted(every, key=lambda one: _before(one.evidence.found.facts, paths))
    return Verdict(evidence=sides[0].evidence, fit=Fit.BOTH, levels=tuple(side.levels[0] for side in sides))


def parted(question: Question, decided: Sequence[Verdict], bearer: Verdict) -> Verdict | None:
    """Return the bearer's level with one for the opposite case, where a question names the amount and not the case."""
    if bearer.evidence.across or not _amount_named(question, bearer):
        return None
    actors = _actors(bearer, question.acts)
    for one in decided:
        beside = one.evidence.passage.document == bearer.evidence.passage.document and one is not bearer
        if beside and _amount_named(question, one) and _actors(one, question.acts) not in ([], actors):
            words = _words(bearer), _words(one)
            if word := unsaid(question, *words):
                sides = (_of_case(verdict, text, word) for verdict, text in zip((bearer, one), words, strict=True))
                return Verdict(evidence=bearer.evidence, fit=Fit.OPEN, levels=tuple(sides))
    return None


def _amount_named(question: Question, verdict: Verdict) -> bool:
    return verdict.fit is Fit.ONE and verdict.bounds(question)


def _words(verdict: Verdict) -> str:
    """Return what a clause says of the case its level is for: what leads into it, up to the end of its sentence."""
    first, passage = verdict.levels[0], verdict.evidence.passage
    within = first.document == passage.document and passage.start < first.end <= passage.end
    said = passage.text[: first.end - passage.start] if within else f"{first.topic} {first.words}"
    return f"{passage.lead}\n{said}"


def _of_case(verdict: Verdict, text: str, word: str) -> Level:
    """Return the level of a verdict, the case it is for before its amount."""
    first = verdict.levels[0]
    return first.model_copy(update={"condition": f"{part_with(text, word)} {first.condition}"})


def _contradicts(question: Question, one: Verdict, bearer: Verdict, likeness: Likeness) -> bool:
    if one.fit is not Fit.ONE or not one.levels or one.evidence.found.facts.kind is not Kind.RULE:
        return False
    ours, theirs = _actors(bearer, question.acts), _actors(one, question.acts)
    if not theirs or any(same(a, b) for a in ours for b in theirs):
        return False
    if one.bounds(question) != bearer.bounds(question):
        return False
    if one.evidence.passage.document == bearer.evidence.passage.document:
        return said_alike(one.levels[0], bearer.levels[0])
    return _one_matter(one, bearer, likeness)


def said_alike(a: Level, b: Level) -> bool:
    """Tell whether two clauses speak of one thing in the very same words, and of nothing else."""
    if a.link == b.link or not tells(a) or not tells(b):
        return False
    return matter(a) == matter(b) and denied(a.words) == denied(b.words)


def tells(level: Level) -> bool:
    """Tell whether a level says enough by itself to be told alike with another."""
    return not level.further and not _LEADS.search(level.words) and len(matter(level)) >= _LEAST


def matter(level: Level) -> frozenset[str]:
    """Return what a level speaks of, without the number of its clause."""
    words = own_words(level)
    opened = mark(words)
    return told(words[opened.length :] if opened else words)


def _one_matter(one: Verdict, other: Verdict, likeness: Likeness) -> bool:
    """Tell whether two clauses of different documents settle one matter."""
    a, b = one.evidence, other.evidence
    cosines, like = (a.found.cosine, b.found.cosine), likeness(a, b)
    near = min(cosines) >= SURE and abs(cosines[0] - cosines[1]) <= APART and abs(a.score - b.score) <= _RIVAL
    written = language(a.passage.text)
    levels, whole = (one.levels[0], other.levels[0]), (_of_clause(one), _of_clause(other))
    return near and (_alike(like, *levels, _LEVELS[written]) or _alike(like, *whole, _WHOLE[written]))


def _of_clause(verdict: Verdict) -> Level:
    """Return a verdict's level with the words of its whole clause."""
    return verdict.levels[0].model_copy(update={"words": verdict.evidence.passage.text, "topic": ""})


def _alike(like: float, a: Level, b: Level, limits: Sequence[tuple[float, float, int]]) -> bool:
    """Tell whether two levels name what they speak of so far in the same words as their likeness asks for."""
    one, other = matter(a), matter(b)
    shared = len(one & other)
    return any(
        like >= least and shared >= many and shared >= share * min(len(one), len(other))
        for least, share, many in limits
    )


def _actors(verdict: Verdict, acts: Sequence[Act]) -> list[str]:
    return [actor.casefold() for actor in verdict.levels[0].bodies(acts)]


def rank(facts: Facts) -> int | None:
    """Return a document's rank where it is written as a number, 1 the highest."""
    return int(facts.rank) if facts.rank.isdecimal() else None


def _before(facts: Facts, sides: Collection[str]) -> tuple[int, int, int]:
    """Return what orders the sides: to how many of them a document yields, its rank, its day."""
    since = facts.effective or facts.issued or date.min
    return len(set(facts.yields) & set(sides)), rank(facts) or 99, -since.toordinal()


def why(first: Document, second: Document) -> Reason:
    """Tell why the first of two documents goes before the second."""
    if first.path in second.facts.yields and second.path not in first.facts.yields:
        return Reason.SAID
    return _why(first.facts, second.facts)


def _why(first: Facts, second: Facts) -> Reason:
    if rank(first) is not None and rank(second) is not None and rank(first) != rank(second):
        return Reason.RANK
    since = [facts.effective or facts.issued for facts in (first, second)]
    return Reason.LATER if since[0] and since[1] and since[0] > since[1] else Reason.UNSETTLED
