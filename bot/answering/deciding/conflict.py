"""Two clauses in force that name different actors for one matter: which they are, and which goes before."""

import re
from collections.abc import Collection, Sequence
from datetime import date

from bot.answering.asked.question import Question
from bot.answering.deciding.contradiction import deciding, matter, of_one_matter
from bot.answering.deciding.decide import Verdict
from bot.answering.deciding.names import same
from bot.answering.levels.ladder import Fit
from bot.answering.levels.level import Level, denied, own_words
from bot.answering.models import Reason
from bot.answering.weighing.contrary import part_with, unsaid
from bot.answering.weighing.evidence import Evidence
from bot.answering.weighing.near import Near
from corpus.models import Act, Document, Facts, Kind

# a handout that says something else than the rule misleads whoever read it: a draft says nothing yet
SPEAKING = (Kind.RULE, Kind.REFERENCE)
_LEAST = 3  # words, or pairs of characters, that two clauses must share
# a sentence that leads into a list says nothing of its matters
_LEADS = re.compile(r"下列|以下(?:事项|情形|内容)|如下|[：:]\s*$|\bfollowing\b", re.IGNORECASE)
# nor does one that only goes on from what was said before it: 具体办法由…制定, …规定的其他材料
_GOES_ON = re.compile(
    r"^\W*(?:[一二三四五六七八九十\d]{1,3}\W+)?的?(?:具体|其[他它]|前[款项]|上述)[一-鿿]{2,4}(?![一-鿿、])"
    r"|^\W*(?:the )?(?:details?|further details?|particulars)\b[^,;]{0,24}$",
    re.IGNORECASE,
)


def rivals(weighed: Sequence[Evidence], chosen: Sequence[Evidence], near: Near) -> list[Evidence]:
    """Return the clauses of other documents that are among the likest to what an answer rests on."""
    known = {one.link for one in chosen}
    first = chosen[0]
    return [
        one
        for one in weighed
        if one.passage.document != first.passage.document
        and one.link not in known
        and one.found.facts.kind in SPEAKING
        and any(near.close(other, one) for other in chosen)
    ]


def opposed(question: Question, decided: Sequence[Verdict], bearer: Verdict, near: Near) -> Verdict | None:
    """Return the bearer's level with those that contradict it, the prevailing one first; None without any."""
    if bearer.fit is not Fit.ONE or not bearer.levels or not bearer.names(question.acts):
        return None
    against = [one for one in otherwise(question, decided, bearer) if _of_one_matter(one, bearer, near)]
    if not against:
        return None
    every = [bearer, *against]
    paths = {one.evidence.passage.document for one in every}
    sides = sorted(every, key=lambda one: before(one.evidence.found.facts, paths))
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
    return said if " | " in passage.lead else f"{passage.lead}\n{said}"  # what heads a column is no case


def _of_case(verdict: Verdict, text: str, word: str) -> Level:
    """Return the level of a verdict, the case it is for before its amount."""
    first = verdict.levels[0]
    return first.model_copy(update={"condition": f"{part_with(text, word)} {first.condition}"})


def otherwise(question: Question, decided: Sequence[Verdict], bearer: Verdict) -> list[Verdict]:
    """Return the verdicts that name other actors than the bearer does, of rules that bound the question as its does."""
    ours = _actors(bearer, question.acts)
    ones = [one for one in decided if one.fit is Fit.ONE and one.levels]
    ruling = [one for one in ones if one.evidence.found.facts.kind in SPEAKING]
    named = [(one, _actors(one, question.acts)) for one in ruling if one is not bearer]
    return [
        one
        for one, theirs in named
        if theirs and not any(same(a, b) for a in ours for b in theirs)
        if one.bounds(question) == bearer.bounds(question) or one.whatever() or bearer.whatever()
    ]


def _of_one_matter(one: Verdict, bearer: Verdict, near: Near) -> bool:
    if one.evidence.passage.document == bearer.evidence.passage.document:
        return said_alike(one.levels[0], bearer.levels[0])
    return of_one_matter(deciding(one), deciding(bearer), near)


def said_alike(a: Level, b: Level) -> bool:
    """Tell whether two clauses speak of one thing in the very same words, and of nothing else."""
    if a.link == b.link or not tells(a) or not tells(b):
        return False
    return matter(a) == matter(b) and denied(a.words) == denied(b.words)


def tells(level: Level) -> bool:
    """Tell whether a level says enough by itself to be told alike with another."""
    words = own_words(level)
    lacking = _LEADS.search(words) or _GOES_ON.search(words)
    return not level.further and not lacking and len(matter(level)) >= _LEAST


def _actors(verdict: Verdict, acts: Sequence[Act]) -> list[str]:
    return [actor.casefold() for actor in verdict.levels[0].bodies(acts)]


def rank(facts: Facts) -> int | None:
    """Return a document's rank where it is written as a number, 1 the highest."""
    return int(facts.rank) if facts.rank.isdecimal() else None


def before(facts: Facts, sides: Collection[str]) -> tuple[bool, int, int, int]:
    """Return what orders the sides: whether it is a rule, to how many of them a document yields, its rank, its day."""
    since = facts.effective or facts.issued or date.min
    return facts.kind is not Kind.RULE, len(set(facts.yields) & set(sides)), rank(facts) or 99, -since.toordinal()


def why(first: Document, second: Document) -> Reason:
    """Tell why the first of two documents goes before the second."""
    if first.facts.kind is not second.facts.kind:
        return Reason.KIND
    if first.path in second.facts.yields and second.path not in first.facts.yields:
        return Reason.SAID
    return _why(first.facts, second.facts)


def _why(first: Facts, second: Facts) -> Reason:
    if rank(first) is not None and rank(second) is not None and rank(first) != rank(second):
        return Reason.RANK
    since = [facts.effective or facts.issued for facts in (first, second)]
    return Reason.LATER if since[0] and since[1] and since[0] > since[1] else Reason.UNSETTLED
