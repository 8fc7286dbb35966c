"""The steps an answer shows: those of a procedure, or the chain of a decision where nobody wrote them out."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.answering.asked.question import Question, Wanted
from bot.answering.levels.rewording import replaced
from bot.answering.models import Language, StepLink
from bot.answering.saying import phrases
from bot.answering.saying.sources import Sources
from bot.answering.saying.whereabouts import asked_for
from bot.answering.weighing.coverage import Rarity
from bot.answering.weighing.evidence import Evidence, way
from bot.answering.weighing.near import Near
from corpus.models import Act, Procedure, Rule, Step
from corpus.outline.marks import mark


class Way(NamedTuple):
    """The steps an answer shows; `over` where what comes after the last step is asked for, and the last is shown."""

    steps: tuple[StepLink, ...] = ()
    over: bool = False


def called(procedure: Procedure, title: str) -> str:
    """Return what a procedure is called beside others: its document's title and its own, which may have it already."""
    return procedure.title if title in procedure.title else f"{title} · {procedure.title}"


def _matching_step(question: Question, evidence: Evidence) -> Step | None:
    """Return the step a found passage is, when it is one step and not the whole procedure."""
    procedure = evidence.found.procedure
    if procedure is None or question.wanted is Wanted.PROCEDURE:
        return None
    inside = [s for s in procedure.steps if evidence.passage.start <= s.start and s.end <= evidence.passage.end]
    return inside[0] if len(inside) == 1 else None


def steps_of(
    question: Question, evidence: Evidence, rules: Sequence[Rule], sources: Sources, rarity: Rarity, near: Near
) -> Way:
    """Return the steps to show: of the procedure that was found, else of the chain that the deciding rules make."""
    found = _of_procedure(question, evidence, sources, rarity, near)
    return found if found.steps else _of_chain(question, rules, sources, rarity, near)


def _of_procedure(question: Question, evidence: Evidence, sources: Sources, rarity: Rarity, near: Near) -> Way:
    """Return the whole procedure, or the one step of it that is asked for."""
    procedure = evidence.found.procedure
    if procedure is None:
        return Way()
    at, over = _matching_step(question, evidence), False
    if question.step or question.next_step:
        words = [f"{step.actor} {step.action}" for step in procedure.steps]
        place = asked_for(question, words, rarity, near, at.number - 1 if at else -1)
        over = place == len(words)
        at = procedure.steps[place - over]
    if at is not None:
        sources.cite(procedure.document, at.start, at.end)
    return Way(_step_links(procedure, at, sources), over)


def _step_links(procedure: Procedure, at: Step | None, sources: Sources) -> tuple[StepLink, ...]:
    """Return one step of a procedure, or all in order, as an answer shows them: as amended, without those left out."""
    links: list[StepLink] = []
    for step in [at] if at is not None else procedure.steps:
        if not sources.documents[procedure.document].alive(step.start, step.end):
            links += _step_now(procedure, step, sources)
            continue
        citation = next(
            (
                c.n
                for c in sources.citations
                if c.document == procedure.document and c.start < step.end and step.start < c.end
            ),
            None,
        )
        links.append(
            StepLink(
                procedure=procedure.id,
                title=called(procedure, sources.documents[procedure.document].facts.title),
                number=step.number,
                of=len(procedure.steps),
                who=step.actor,
                does=step.action,
                when=step.limit,
                citation=citation,
                link=step.id,
            )
        )
    return tuple(links)


def _step_now(procedure: Procedure, step: Step, sources: Sources) -> Iterator[StepLink]:
    """Yield a step in the words that an amendment has put in the place of its own, if it has put any."""
    for change, by in replaced(sources.documents[procedure.document], sources.documents):
        if change.at <= step.start and step.end <= change.until:
            new = by.text[change.start : change.end].strip()
            opened = mark(new)
            rules = [r for r in by.rules if r.start < change.end and change.start < r.end]
            yield StepLink(
                procedure=procedure.id,
                title=called(procedure, sources.documents[procedure.document].facts.title),
                number=step.number,
                of=len(procedure.steps),
                who=rules[0].actor if rules else "",
                does=new[opened.length if opened else 0 :],
                when="",
                citation=sources.cite(by.path, change.start, change.end),
                link=change.by,
            )


def _of_chain(
    question: Question,
    rules: Sequence[Rule],
    sources: Sources,
    rarity: Rarity,
    near: Near,
) -> Way:
    """Return a chain as steps, in order, where the way a thing goes is asked for, or the one step that is asked for.

    Each step cites its words and leads to its clause.
    """
    if rules and question.next_step:
        own = sources.documents[rules[0].document].rules
        rules = [*rules, *(rule for rule in own if rule.clause == rules[0].clause)]
    chain = way(rules)
    if not chain or not (question.next_step or question.wanted is Wanted.PROCEDURE):
        return Way()
    lang = question.language
    at, over = -1, False
    if question.next_step:
        at = asked_for(question, [f"{rule.actor} {rule.verb} {rule.matter}" for rule in chain], rarity, near)
        over = at == len(chain)
        at = next((n for n in range(at, len(chain)) if question.asked is Act.DECIDE is chain[n].act), at - over)
    links = tuple(
        StepLink(
            procedure=rule.clause,
            title=sources.documents[rule.document].facts.title,
            number=number,
            of=len(chain),
            who=rule.actor,
            does=rule.verb or phrases.ACTS[lang][rule.act],
            when="",
            citation=sources.cite(rule.document, rule.start, rule.end),
            link=rule.clause,
        )
        for number, rule in enumerate(chain, 1)
        if at < 0 or number == at + 1
    )
    return Way(links, over)


def way_lines(lang: Language, shown: Way) -> list[str]:
    """Return the steps shown, each on a line, and that nothing comes after the last where that is asked."""
    return [*(step_line(lang, step) for step in shown.steps), *([phrases.LAST_STEP[lang]] if shown.over else [])]


def step_line(lang: Language, step: StepLink) -> str:
    """Return a step on one line: its number, who, what, by when."""
    where = phrases.STEP[lang].format(number=step.number, of=step.of)
    parts = [part for part in (step.who, step.does, step.when) if part]
    shown = [p for n, p in enumerate(parts) if not any(p in other for m, other in enumerate(parts) if m != n)]
    mark = f"[{step.citation}]" if step.citation else ""
    return f"{where}{phrases.COLON[lang]}{' · '.join(shown or parts)}{mark}"
