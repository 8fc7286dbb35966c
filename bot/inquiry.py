"""One question put to one generation of the index: what is found, what it supports, what is said."""

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from bot.answering.answer import compose, nothing
from bot.answering.conflict import rivals
from bot.answering.coverage import Rarity
from bot.answering.evidence import Evidence, Found, likeliest, weigh
from bot.answering.former import day_before, day_of
from bot.answering.models import Answer, Nearest
from bot.answering.question import Question, understand
from bot.answering.rewording import renamed
from bot.answering.select import choose, rules_first
from bot.answering.support import support
from bot.neighbours import Neighbours
from bot.outdated import as_of
from bot.scope import Scope, Scopes
from corpus import faq
from corpus.models import Document, Facts, Kind, Rule
from index import Index
from index.section import Section

# So many passages are looked at for one answer; the right one was found further down in no trial.
LOOKED_AT = 30
# And so many of them weighed by all that is known of them: of 2,435 golden questions none had the best further down at
# sight, 16 one of the best three.
WEIGHED = 15
NEAREST = 3

_PUNCTUATION = " \t\n　。．.!！?？~～…,，、;；"

Whole = Callable[[str], Document]


def inquire(index: Index, whole: Whole, text: str, day: date, scopes: Scopes) -> Answer:
    """Answer a question from what may be read, by the rules in force on `day` unless it names a day of its own.

    `whole` gives a document of the generation by its path, `scopes` what of it may be read.
    """
    resting = rests(index, whole, text, day, scopes)
    over = resting.over
    if resting.chosen:
        made = compose(
            resting.question, resting.chosen, resting.documents, rarity(index, over.section), resting.near,
            resting.against,
        )  # fmt: skip
    else:
        made = _nothing(index, resting.question, over, resting.weighed)
    return made.model_copy(update={"as_of": over.day, "generation": index.generation})


class Resting(NamedTuple):
    """What the answer to a question rests on: all that was weighed, and nothing chosen where none of it answers."""

    question: Question
    over: Scope
    weighed: Sequence[Evidence]
    chosen: Sequence[Evidence]
    against: Sequence[Evidence]
    documents: Mapping[str, Document]
    near: Neighbours


def rests(index: Index, whole: Whole, text: str, day: date, scopes: Scopes) -> Resting:
    """Return what the answer to a question rests on, by the day that `inquire` answers it for."""
    question = understand(text, day, index.glossary())
    over = _scope(index, question, day, scopes)
    weighed = rules_first(weighed_in(index, question, over, over.valid))
    chosen = _with_basis(index, whole, over.facts, choose(weighed)) if _answers(index, question, over, weighed) else []
    near = Neighbours(index, whole, over.ruling, shown(question, over, over.valid))
    against = rivals(weighed, chosen, near) if chosen and question.acts else []
    paths = [e.passage.document for e in [*chosen, *against]]
    paths += _changing(index, over, paths) if paths else []
    documents = {path: as_of(whole(path), over.day, over.gone) for path in paths}
    return Resting(question, over, weighed, chosen, against, documents, near)


def _scope(index: Index, question: Question, day: date, scopes: Scopes) -> Scope:
    """Return the scope of the day a question is about: its own, that of an edition, or the last before a change."""
    over = scopes.on(question.on or day)
    if question.edition:
        return scopes.on(day_of(question.edition, over.facts, over.day))
    if question.on or not question.former:
        return over
    now, then = (weighed_in(index, question, over, paths) for paths in (over.valid, over.old))
    if _answers(index, question, over, now):
        path = now[0].passage.document
        before = day_before(path, _identity(index, path), over.facts, index.amended(), over.day)
    else:
        ended = over.facts[then[0].passage.document].repealed if _answers(index, question, over, then) else None
        before = ended - timedelta(1) if ended else None
    return scopes.on(before) if before else over


def _changing(index: Index, over: Scope, paths: Sequence[str]) -> list[str]:
    """Return the documents in force that amend some documents, or that those amend."""
    changed, ids = index.amended(), {entry.id: entry.path for entry in index.documents()}
    pairs = {(path, ids.get(one.by.partition("#")[0], "")) for path, each in changed.items() for one in each}
    beside = {b if a in paths else a for a, b in pairs if (a in paths) is not (b in paths)}
    return sorted(beside & over.valid)


def _identity(index: Index, path: str) -> str:
    return next(entry.id for entry in index.documents() if entry.path == path)


def weighed_in(index: Index, question: Question, over: Scope, paths: frozenset[str]) -> list[Evidence]:
    """Search some documents and weigh what was found, best first."""
    if not paths or not question.terms:
        return []
    return weigh(question, gather(index, question, over, paths), rarity(index, over.section))


def _answers(index: Index, question: Question, over: Scope, weighed: Sequence[Evidence]) -> bool:
    """Tell whether the best of what was found answers a question."""
    return support(question, weighed, rarity(index, over.section)) > 0


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


def _with_basis(index: Index, whole: Whole, facts: Mapping[str, Facts], chosen: Sequence[Evidence]) -> list[Evidence]:
    """Put the clauses that an FAQ entry cites right after it, and quote of the entry its answer alone, once."""
    result: list[Evidence] = []
    seen: set[tuple[str, int]] = set()
    for evidence in chosen:
        if evidence.found.facts.kind is not Kind.FAQ:
            result.append(evidence)
            continue
        entry = _entry(whole, evidence)
        if entry is None or (evidence.passage.document, entry.start) in seen:
            continue
        seen.add((evidence.passage.document, entry.start))
        own = evidence.passage.model_copy(update={"start": entry.start, "end": entry.end, "text": entry.answer})
        result.append(evidence._replace(found=evidence.found._replace(passage=own)))
        for basis in entry.basis:
            passage = index.passage(basis.link)
            if passage is not None and passage.document in facts:
                rules = index.rules([basis.link])[basis.link]
                found = Found(passage=passage, facts=facts[passage.document], cosine=1.0, rules=rules,
                              procedure=index.led([basis.link]).get(basis.link))  # fmt: skip
                result.append(evidence._replace(found=found))
    return result


def _entry(whole: Whole, evidence: Evidence) -> faq.Entry | None:
    """Return the FAQ entry a passage belongs to."""
    document = whole(evidence.passage.document)
    clauses = {clause.key: clause for clause in document.clauses}
    start, end = evidence.passage.start, evidence.passage.end
    whole_entries = ((entry, clauses[entry.clause]) for entry in faq.entries(document))
    return next((entry for entry, clause in whole_entries if clause.start < end and start < clause.until), None)


def rarity(index: Index, section: Section | None = None) -> Rarity:
    """Return how telling a term is in this rulebook: log of one over the share of passages that hold it."""
    total = section.total if section else len(index.words)
    frequency = section.frequency if section else index.words.frequency

    @cache
    def of(term: str) -> float:
        return math.log((total + 1) / (frequency(term) + 0.5))

    return of


def _nothing(index: Index, question: Question, over: Scope, weighed: Sequence[Evidence]) -> Answer:
    """Say that nothing was found; where only a rule that is not in force matches, name it."""
    repealed = weighed_in(index, question, over, over.old)
    old = repealed if _answers(index, question, over, repealed) else []
    nearest = tuple(
        Nearest(
            document=e.passage.document,
            title=e.found.facts.title,
            clause=e.passage.label,
            link=e.passage.id.partition("@")[0],
            office=e.found.facts.owner,
        )
        for e in (old or list(weighed))[:NEAREST]
    )
    return nothing(question, nearest, over.day, repealed=bool(old))
