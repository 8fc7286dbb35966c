"""The answer to a question, from the clauses that support it: decision, verbatim words, steps."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.answering.asked.question import Question
from bot.answering.deciding.conflict import opposed, parted
from bot.answering.deciding.decide import Verdict, decision, verdicts
from bot.answering.deciding.hands import in_hand
from bot.answering.deciding.pointed import to_the_point
from bot.answering.deciding.stated import disagreeing
from bot.answering.levels.edges import at_their_edges
from bot.answering.levels.ladder import Fit
from bot.answering.levels.rewording import rewordings, set_beside
from bot.answering.models import Answer, Citation, Decision, Language, Nearest, Status
from bot.answering.saying import phrases
from bot.answering.saying.quotes import best_span
from bot.answering.saying.sources import Sources
from bot.answering.saying.steps import steps_of, way_lines
from bot.answering.saying.undecided import disputed, found_nothing, undecided
from bot.answering.weighing.contrary import contrary
from bot.answering.weighing.coverage import Rarity
from bot.answering.weighing.evidence import Evidence
from bot.answering.weighing.near import Near
from bot.answering.weighing.weights import Feature
from corpus.models import Act, Document, Kind, Rule
from corpus.quantities import ranges

_NEARLY = 0.5
# A clause that is cited beside others bears the decision, or is a case of it, only when it supports an answer about as
# well as the best: what is only worth reading too names other actors more often than the right ones.
_BEARING = 1.5


def decision_lines(lang: Language, asked: Act | None, made: Decision) -> list[str]:
    """Return the decision in words, the act asked for first; what nobody wrote down is said.

    Acts that are all in the same hands share a line.
    """
    order = ([asked] if asked else []) + [act for act in Act if act is not asked]
    shared: dict[str, list[str]] = {}
    for act in order:
        actors = made.of(act)
        if actors or act is asked:
            named = phrases.listed(lang, [f"{who.who}[{who.citation}]" for who in actors]) or phrases.UNSAID[lang]
            shared.setdefault(named, []).append(phrases.ACTS[lang][act])
    return [
        f"{phrases.listed(lang, [first, *map(str.lower, rest)])}{phrases.COLON[lang]}{named}"
        for named, (first, *rest) in shared.items()
    ]


def quoted(lang: Language, citation: Citation) -> str:
    """Return a citation's words with the place they stand in."""
    where = phrases.title(lang, citation.title, citation.clause)
    return f"{where}{phrases.COLON[lang]}“{citation.quote}”[{citation.n}]"


def _rules_cited(rules: Sequence[Rule], sources: Sources) -> dict[tuple[int, int], int]:
    """Cite the words each rule was read from; return the citations' numbers by the rules' spans."""
    numbers: dict[tuple[int, int], int] = {}
    for rule in rules:
        number = sources.cite(rule.document, rule.start, rule.end)
        if number is not None:
            numbers[(rule.start, rule.end)] = number
    return numbers


def bearer_of(question: Question, decided: Sequence[Verdict]) -> Verdict | None:
    """Return what carries the decision: the first chosen clause, unless only a later one names an actor asked for.

    Where the first has levels and none of them is the question's, no other clause fills the gap.
    """
    decided = _meant(question, decided)
    if decided and decided[0].fit in (Fit.GAP, Fit.UNREAD):
        return decided[0]
    named = [one for n, one in enumerate(decided) if one.names(question.acts) and (n == 0 or one.fit is Fit.ONE)]
    # what is only reference material or a draft carries nothing where a rule does
    named = [one for one in named if one.evidence.found.facts.kind is Kind.RULE] or named
    if named and named[0].passed_on:
        named = [one for one in named if one.bounds(question)] or named
    worded = [one for one in named if _nearly(one, named[0]) and one.evidence.features[Feature.VERB] > 0]
    return next(iter(worded or named or decided), None)


def _settled(question: Question, decided: Sequence[Verdict], others: Sequence[Verdict], near: Near) -> Verdict | None:
    """Return what carries the decision, with the case it leaves open or what contradicts it, `others` among that."""
    touching = _touching(question, [*decided, *others])
    decided, others = ([one for one in some if id(one) not in touching] for some in (decided, others))
    verdict = bearer_of(question, decided or others)
    if verdict is None:
        return None
    return parted(question, decided, verdict) or opposed(question, [*decided, *others], verdict, near) or verdict


def _touching(question: Question, told: Sequence[Verdict]) -> set[int]:
    """Return the ids of the verdicts whose level takes in only the end of what is asked for, where another's has it."""
    ones = [one for one in told if one.fit is Fit.ONE and one.levels]
    kept = at_their_edges([one.levels[0] for one in ones], ranges(question.text))
    return {id(one) for one in ones if one.levels[0] not in kept}


def _apart(chosen: Sequence[Evidence]) -> tuple[list[Evidence], list[Evidence]]:
    """Return the clauses that may bear the decision, and those that are only cited beside them."""
    ruled = chosen[0].found.facts.kind is Kind.RULE  # then what can't decide bears nothing
    able = [e for e in chosen if not ruled or e.found.facts.kind is Kind.RULE]
    least = max(evidence.score for evidence in able) - _BEARING
    bearing = [e for e in able if e.score >= least]
    ids = {id(e) for e in bearing}
    return bearing, [e for e in chosen if id(e) not in ids]


def _nearly(one: Verdict, first: Verdict) -> bool:
    """Tell whether a clause supports an answer nearly as well as the first: then the very verb asked goes before."""
    return one.evidence.score >= first.evidence.score - _NEARLY


def _meant(question: Question, decided: Sequence[Verdict]) -> list[Verdict]:
    """Return the verdicts but for those on the contrary of what is asked: an order nobody budgeted for."""
    words = [verdict.evidence.passage.embedded for verdict in decided]
    kept = [v for n, v in enumerate(decided) if not contrary(question, words[n], words[:n] + words[n + 1 :])]
    return kept or list(decided)


def compose(
    question: Question,
    chosen: Sequence[Evidence],
    documents: Mapping[str, Document],
    rarity: Rarity,
    near: Near,
    rivals: Sequence[Evidence] = (),
) -> Answer:
    """Make the answer that the chosen clauses support, the first of them carrying the decision.

    `rarity` tells how telling a term is in the rulebook, `near` how like two clauses are; `rivals` are further
    clauses that are cited only where they contradict it.
    """
    lang = question.language
    sources = Sources(documents)
    if sides := disagreeing(question, [*chosen, *rivals], documents, rarity, near):
        return disputed(question, sides, sources)
    verdict = _verdict(question, chosen, documents, rarity, near, rivals)
    if verdict and verdict.fit not in (Fit.ONE, Fit.UNREAD):
        return undecided(question, verdict, sources)
    rules = verdict.rules if verdict else ()
    if verdict and chosen[0].found.facts.kind is not Kind.FAQ:  # an FAQ's own words come first, then its clause
        chosen = [verdict.evidence, *(e for e in chosen if e is not verdict.evidence)]
    _cite(question, chosen, verdict, rarity, sources)
    numbers = _rules_cited(rules, sources)
    made = decision(to_the_point(question, in_hand(question, rules, documents), documents), numbers)
    shown = steps_of(question, chosen[0], rules, sources, rarity, near)
    asked = next((act for act in question.acts if any(rule.act is act for rule in rules)), question.asked)
    lines = [*_lines(lang, asked, made, sources.citations[:1]), *_changed(lang, sources)]
    lines += [*way_lines(lang, shown), *_caveat(lang, chosen[0].found.facts.kind)]
    return Answer(
        question=question.text,
        language=lang,
        status=Status.ANSWERED,
        text="\n".join(lines),
        asked=asked,
        decision=made,
        citations=tuple(sources.citations),
        steps=shown.steps,
    )


def _verdict(
    question: Question,
    chosen: Sequence[Evidence],
    documents: Mapping[str, Document],
    rarity: Rarity,
    near: Near,
    rivals: Sequence[Evidence],
) -> Verdict | None:
    bearing, beside = _apart(chosen)
    decided, others = (verdicts(question, some, documents, rarity, near) for some in (bearing, [*beside, *rivals]))
    return _settled(question, decided, others, near)


def _cite(
    question: Question, chosen: Sequence[Evidence], verdict: Verdict | None, rarity: Rarity, sources: Sources
) -> None:
    """Cite what the chosen clauses say, then the words by which amendments have them read."""
    for evidence in chosen:
        path, start, end = _span(question, evidence, verdict, rarity)
        sources.cite(path, *(set_beside(path, start, end, sources.documents) or (start, end)))
    for place in rewordings([evidence.link for evidence in chosen], sources.documents):
        sources.cite(*place)


def _lines(lang: Language, asked: Act | None, made: Decision | None, cited: Sequence[Citation]) -> list[str]:
    """Return the decision and the words it rests on, what was asked for first."""
    said = decision_lines(lang, asked, made) if made else []
    words = [quoted(lang, citation) for citation in cited]
    return [*said, *words] if asked else [*words, *said]


def _changed(lang: Language, sources: Sources) -> list[str]:
    """Return the words of the amendments by which the first words cited read otherwise than they are printed."""
    places = [
        place for cited in sources.citations[:1] for place in rewordings([cited.link], sources.documents, cited.quote)
    ]
    numbers = dict.fromkeys(sources.cite(*place) for place in places)
    changes = [one for one in sources.citations[1:] if one.n in numbers]
    return [phrases.REWORDED[lang].format(words=quoted(lang, one)) for one in changes]


def _span(question: Question, evidence: Evidence, verdict: Verdict | None, rarity: Rarity) -> tuple[str, int, int]:
    """Return the path and the words of a clause to cite: the level that applies, or the sentences that answer best."""
    start, end = best_span(question, evidence.passage, evidence.found.rules, rarity)
    if verdict and evidence is verdict.evidence and verdict.levels:
        level = verdict.levels[0]
        held = start <= level.start and level.end <= end
        if level.link != evidence.link or (level.bounds and not held):
            return level.document, level.start, level.end
    return evidence.passage.document, start, end


def _caveat(lang: Language, kind: Kind) -> list[str]:
    """Say what an answer rests on where that is no rule."""
    words = phrases.KINDS[lang].get(kind)
    return [f"（{words}）" if lang == "zh" else f"({words})"] if words else []


def nothing(question: Question, nearest: Sequence[Nearest], day: date, repealed: bool = False) -> Answer:
    """Say that nothing was found, and where to look; `repealed` when only a rule not in force then speaks of it."""
    lang = question.language
    lines = [phrases.NOT_FOUND[lang]]
    if nearest:
        lines.append((phrases.REPEALED if repealed else phrases.NEAREST)[lang].format(day=day))
    return found_nothing(question, lines, nearest)
