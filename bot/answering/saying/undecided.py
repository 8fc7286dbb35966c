"""The answers that leave the choice to the person: a ladder of levels, or two rules that contradict each other."""

from collections.abc import Sequence

from bot.answering.asked.question import Question
from bot.answering.deciding.conflict import why
from bot.answering.deciding.decide import Verdict, decision
from bot.answering.deciding.hands import acts_at
from bot.answering.deciding.stated import Stated
from bot.answering.levels.ladder import Fit
from bot.answering.levels.level import Level
from bot.answering.levels.rewording import rewordings
from bot.answering.models import Answer, Language, Nearest, Option, Status
from bot.answering.saying import phrases
from bot.answering.saying.sources import Sources
from corpus.models import Act, Document
from corpus.outline.marks import mark

_MOST = 8  # levels that a person can choose between on a phone
_LENGTH = 60


def undecided(question: Question, verdict: Verdict, sources: Sources) -> Answer:
    """Return the answer to a question that no single level decides."""
    if verdict.fit is Fit.GAP:
        return _gap(question, verdict, sources)
    return _open(question, Status.CLARIFY if verdict.fit is Fit.OPEN else Status.CONFLICT, verdict, sources)


def _gap(question: Question, verdict: Verdict, sources: Sources) -> Answer:
    """Say that the levels leave out what the question names, and what they are."""
    lang = question.language
    acts = acts_at(question, verdict.levels)
    shown = [(level, phrases.listed(lang, list(level.actors(acts)))) for level in verdict.levels[:_MOST]]
    lines = [phrases.GAP[lang], *(f"· {condition(level)}{phrases.COLON[lang]}{who}" for level, who in shown if who)]
    nearest = dict.fromkeys((level.document, level.link) for level, _ in shown)
    return found_nothing(question, lines, [_place(sources.documents[path], link) for path, link in nearest])


def found_nothing(question: Question, lines: Sequence[str], nearest: Sequence[Nearest]) -> Answer:
    """Say in some lines that nothing answers; `nearest` is where to look."""
    return Answer(
        question=question.text,
        language=question.language,
        status=Status.NOT_FOUND,
        text="\n".join(lines),
        asked=question.asked,
        nearest=tuple(nearest),
    )


def _place(document: Document, link: str) -> Nearest:
    label = next(clause.label for clause in document.clauses if link == document.link(clause))
    return Nearest(
        document=document.path, title=document.facts.title, clause=label, link=link, office=document.facts.owner
    )


def _open(question: Question, status: Status, verdict: Verdict, sources: Sources) -> Answer:
    lang = question.language
    acts = acts_at(question, verdict.levels)
    options = [o for level in verdict.levels[:_MOST] if (o := _option(lang, acts, level, sources))]
    for place in rewordings([level.link for level in verdict.levels[:_MOST]], sources.documents):
        sources.cite(*place)
    lines = [phrases.OPEN[lang][status]]
    lines += [f"· {o.condition}{phrases.COLON[lang]}{o.who}[{o.citation}]" for o in options]
    paths = [level.document for level in verdict.levels]
    lines.append(phrases.WHICH[lang] if status is Status.CLARIFY else _prevailing(question, paths, sources))
    first = verdict.levels[0]
    made = None
    if status is Status.CONFLICT and options:
        made = decision(first.rules, {(r.start, r.end): options[0].citation for r in first.rules})
    return Answer(
        question=question.text,
        language=lang,
        status=status,
        text="\n".join(lines),
        asked=question.asked,
        decision=made,
        options=tuple(options),
        citations=tuple(sources.citations),
    )


def disputed(question: Question, sides: Sequence[Stated], sources: Sources) -> Answer:
    """Return the answer to a question for a number that clauses in force state differently, the first prevailing."""
    lang = question.language
    cited = [(one, sources.cite(one.evidence.passage.document, one.start, one.end)) for one in sides]
    options = [Option(condition=one.printed, who="", citation=n) for one, n in cited if n]
    lines = [phrases.OPEN[lang][Status.CONFLICT], *(f"· {o.condition}[{o.citation}]" for o in options)]
    return Answer(
        question=question.text,
        language=lang,
        status=Status.CONFLICT,
        text="\n".join([*lines, _prevailing(question, [one.evidence.passage.document for one in sides], sources)]),
        options=tuple(options),
        citations=tuple(sources.citations),
    )


def _prevailing(question: Question, paths: Sequence[str], sources: Sources) -> str:
    """Say which of some contradicting rules, by their documents, goes before, and why."""
    first, second = (sources.documents[path] for path in paths[:2])
    return phrases.PREVAILS[question.language][why(first, second)]


def _option(lang: Language, acts: Sequence[Act], level: Level, sources: Sources) -> Option | None:
    citation = sources.cite(level.document, level.start, level.end)
    who = phrases.listed(lang, list(level.actors(acts)))
    return Option(condition=condition(level), who=who, citation=citation) if citation and who else None


def condition(level: Level) -> str:
    """Return the words that tell a level from the others: its bounds as printed, else what it speaks of."""
    said = level.condition or level.rules[0].matter
    opened = mark(said)
    said = said[opened.length :] if opened else said
    return shortened(said.strip(" ，,；;。.的"))


def shortened(said: str) -> str:
    """Return some words as a list of cases holds them, cut between two words where they are written apart."""
    if len(said) <= _LENGTH:
        return said
    whole = said[:_LENGTH].rsplit(" ", 1)[0] if said[_LENGTH].isascii() else said[:_LENGTH]
    return f"{whole.rstrip(' ，,；;、')}…"
