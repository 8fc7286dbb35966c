"""One question put to one generation of the index: what is found, what it supports, what is said."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bot.answering.asked.former import day_before, day_of
from bot.answering.asked.question import Question, understand
from bot.answering.deciding.conflict import rivals
from bot.answering.models import Answer, Nearest
from bot.answering.saying.answer import compose, nothing
from bot.answering.saying.ended import endings, on_the_matter, telling_the_end
from bot.answering.saying.silent import leaves_open, left_open
from bot.answering.weighing.ending import asks
from bot.answering.weighing.evidence import Evidence, Found
from bot.answering.weighing.select import choose, rules_first
from bot.inquiry.gathering import answers, rarity, shown, sureness, weighed_in
from bot.inquiry.neighbours import Neighbours
from bot.inquiry.outdated import as_of
from bot.inquiry.past import ended, far, outdoing
from bot.inquiry.scope import Scope, Scopes
from corpus import faq
from corpus.models import Document, Facts, Kind
from index import Index

NEAREST = 3

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
        if leaves_open(resting.question, made, resting.documents):
            made = left_open(resting.question, made.asked, _nearest([*resting.chosen, *resting.weighed]))
    else:
        made = _nothing(resting.question, over, resting.weighed, resting.old)
    over_by = endings(resting.question, resting.chosen, over.facts)
    text = "\n".join([*over_by, made.text])
    return made.model_copy(update={"text": text, "as_of": over.day, "generation": index.generation})


class Resting(NamedTuple):
    """What the answer to a question rests on: all that was weighed, and nothing chosen where none of it answers.

    Then `old` is what would, if it still held.
    """

    question: Question
    over: Scope
    weighed: Sequence[Evidence]
    chosen: Sequence[Evidence]
    against: Sequence[Evidence]
    documents: Mapping[str, Document]
    near: Neighbours
    old: Sequence[Evidence] = ()


def rests(index: Index, whole: Whole, text: str, day: date, scopes: Scopes) -> Resting:
    """Return what the answer to a question rests on, by the day that `inquire` answers it for."""
    question = understand(text, day, index.glossary())
    over = _scope(index, question, day, scopes)
    weighed = rules_first(weighed_in(index, question, over, over.valid))
    held, old = _held(index, question, over, weighed)
    chosen = _with_basis(index, whole, over.facts, held)
    near = Neighbours(index, whole, over.ruling, shown(question, over, over.valid))
    settles = bool(question.acts) or question.numbered
    against = rivals(on_the_matter(question, weighed), chosen, near) if chosen and settles else []
    paths = [e.passage.document for e in [*chosen, *against]]
    paths += _changing(index, over, paths) if paths else []
    documents = {path: as_of(whole(path), over.day, over.gone) for path in paths}
    return Resting(question, over, weighed, chosen, against, documents, near, old)


def _held(
    index: Index, question: Question, over: Scope, weighed: Sequence[Evidence]
) -> tuple[Sequence[Evidence], Sequence[Evidence]]:
    """Return the clauses to answer with, and where there are none those that would answer if they still held."""
    if told := telling_the_end(question, weighed):
        return told, []
    telling = on_the_matter(question, weighed)
    surely = sureness(index, question, over, telling)
    # where what only says that something ends comes first, what comes after it is seldom on the matter
    first = telling[:1] == weighed[:1] or (answers(index, question, over, weighed) and not far(weighed, telling))
    if not first or surely <= 0:
        return [], ended(index, question, over)
    better = [] if asks(question) else outdoing(index, question, over, telling[0], surely)
    return ([], better) if better else (choose(telling), [])


def _scope(index: Index, question: Question, day: date, scopes: Scopes) -> Scope:
    """Return the scope of the day a question is about: its own, that of an edition, or the last before a change."""
    over = scopes.on(question.on or day)
    if question.edition:
        return scopes.on(day_of(question.edition, over.facts, over.day))
    if question.on or not question.former:
        return over
    now, then = (weighed_in(index, question, over, paths) for paths in (over.valid, over.old))
    if answers(index, question, over, now):
        path = now[0].passage.document
        before = day_before(path, _identity(index, path), over.facts, index.amended(), over.day)
    else:
        last = over.facts[then[0].passage.document].repealed if answers(index, question, over, then) else None
        before = last - timedelta(1) if last else None
    return scopes.on(before) if before else over


def _changing(index: Index, over: Scope, paths: Sequence[str]) -> list[str]:
    """Return the documents in force that amend some documents, or that those amend."""
    changed, ids = index.amended(), {entry.id: entry.path for entry in index.documents()}
    pairs = {(path, ids.get(one.by.partition("#")[0], "")) for path, each in changed.items() for one in each}
    beside = {b if a in paths else a for a, b in pairs if (a in paths) is not (b in paths)}
    return sorted(beside & over.valid)


def _identity(index: Index, path: str) -> str:
    return next(entry.id for entry in index.documents() if entry.path == path)


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


def _nothing(question: Question, over: Scope, weighed: Sequence[Evidence], old: Sequence[Evidence]) -> Answer:
    """Say that nothing was found; where only what is not in force matches, name it."""
    return nothing(question, _nearest(old or weighed), over.day, repealed=bool(old))


def _nearest(weighed: Sequence[Evidence]) -> tuple[Nearest, ...]:
    """Return where the first of the weighed clauses stand.

    Of what nobody can tell apart by its name, as the parts of an FAQ, the nearest alone is named.
    """
    named: dict[tuple[str, str], Evidence] = {}
    for evidence in weighed:
        named.setdefault((evidence.passage.document, evidence.passage.label), evidence)
    return tuple(
        Nearest(
            document=e.passage.document,
            title=e.found.facts.title,
            clause=e.passage.label,
            link=e.passage.id.partition("@")[0],
            office=e.found.facts.owner,
        )
        for e in list(named.values())[:NEAREST]
    )
