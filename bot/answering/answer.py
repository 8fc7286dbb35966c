"""The answer to a question, from the clauses that support it: decision, verbatim words, steps."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from bot.answering import phrases
from bot.answering.decide import applying, decision
from bot.answering.evidence import Evidence, coverage, level
from bot.answering.models import Answer, Citation, Decision, Language, Nearest, Status, StepLink
from bot.answering.question import Question, Wanted
from bot.answering.quotes import best_span
from corpus.models import Act, Clause, Document, Kind, Procedure, Rule, Step


class Sources:
    """The citations of one answer, numbered in the order in which they come up."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self.documents = documents
        self.citations: list[Citation] = []

    def cite(self, path: str, start: int, end: int, link: str = "") -> int | None:
        """Return the number of the citation for a span, made if need be; None when it holds no words."""
        for known in self.citations:
            if known.document == path and known.start <= start and end <= known.end:
                return known.n
        document = self.documents[path]
        quote = document.text[start:end]
        if not quote.strip():
            return None
        clause = clause_at(document.clauses, start, end)
        facts = document.facts
        self.citations.append(
            Citation(
                n=len(self.citations) + 1,
                document=path,
                title=facts.title,
                clause=clause.label if clause else "",
                effective=facts.effective or (facts.issued if facts.kind is Kind.RULE else None),
                repealed=facts.repealed,
                quote=quote,
                start=start,
                end=end,
                sha256=document.sha256,
                link=f"{document.id}#{clause.key}" if clause else document.id,
            )
        )
        return len(self.citations)


def clause_at(clauses: Sequence[Clause], start: int, end: int) -> Clause | None:
    """Return the innermost clause that holds a span whole, or the one it begins in."""
    holding = [c for c in clauses if c.start <= start and end <= c.until]
    return min(holding, key=lambda c: (c.until - c.start, -c.start), default=None)


def step_links(procedure: Procedure, at: Step | None, sources: Sources) -> tuple[StepLink, ...]:
    """Return one step of a procedure, or all in order, as an answer shows them."""
    steps = [at] if at is not None else procedure.steps
    links = []
    for step in steps:
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
                title=procedure.title,
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


def _decision_lines(lang: Language, asked: Act | None, made: Decision) -> list[str]:
    """Return the decision in words, the act asked for first; what nobody wrote down is said."""
    order = ([asked] if asked else []) + [act for act in Act if act is not asked]
    lines = []
    for act in order:
        actors = made.of(act)
        if actors:
            named = phrases.listed(lang, [f"{who.who}[{who.citation}]" for who in actors])
            lines.append(f"{phrases.ACTS[lang][act]}{phrases.COLON[lang]}{named}")
        elif act is asked:
            lines.append(f"{phrases.ACTS[lang][act]}{phrases.COLON[lang]}{phrases.UNSAID[lang]}")
    return lines


def _quoted(lang: Language, citation: Citation) -> str:
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


def _deciding(
    question: Question, chosen: Sequence[Evidence], documents: Mapping[str, Document], rarity: Callable[[str], float]
) -> tuple[Evidence, list[Rule]]:
    """Return the clause that carries the decision, and the rules it is made of.

    It is the first chosen clause, unless only a later one names an actor of the act asked for.
    """
    binding = [e for e in chosen if e.found.facts.kind is not Kind.FAQ]
    decided = [(e, _applying(question, e, documents[e.passage.document].text, rarity)) for e in binding]
    named = [pair for pair in decided if any(rule.act in question.acts for rule in pair[1])]
    return (named or decided or [(chosen[0], [])])[0]


def _applying(question: Question, evidence: Evidence, text: str, rarity: Callable[[str], float]) -> list[Rule]:
    def worth(start: int, end: int) -> float:
        return coverage(question, text[start:end], rarity) + level(question, text[start:end])

    return applying(question, evidence.found.rules, worth)


def _matching_step(question: Question, evidence: Evidence) -> Step | None:
    """Return the step a found passage is, when it is one step and not the whole procedure."""
    procedure = evidence.found.procedure
    if procedure is None or question.wanted is Wanted.PROCEDURE:
        return None
    inside = [s for s in procedure.steps if evidence.passage.start <= s.start and s.end <= evidence.passage.end]
    return inside[0] if len(inside) == 1 else None


def _steps(question: Question, evidence: Evidence, sources: Sources) -> tuple[StepLink, ...]:
    """Return the steps to show: the whole procedure, or the one step that was found, or the one after it."""
    procedure = evidence.found.procedure
    if procedure is None:
        return ()
    at = _matching_step(question, evidence)
    if at is not None and question.wanted is Wanted.STEP and at.number < len(procedure.steps):
        at = procedure.steps[at.number]
    if at is not None:
        sources.cite(procedure.document, at.start, at.end)
    return step_links(procedure, at, sources)


def compose(
    question: Question,
    chosen: Sequence[Evidence],
    documents: Mapping[str, Document],
    rarity: Callable[[str], float],
) -> Answer:
    """Make the answer that the chosen clauses support, the first of them carrying the decision."""
    lang = question.language
    sources = Sources(documents)
    bearer, rules = _deciding(question, chosen, documents, rarity)
    if chosen[0].found.facts.kind is not Kind.FAQ:  # an FAQ's own words come first, then its clause
        chosen = [bearer, *(e for e in chosen if e is not bearer)]
    for evidence in chosen:
        start, end = best_span(question, evidence.passage, evidence.found.rules, rarity)
        sources.cite(evidence.passage.document, start, end)
    made = decision(rules, _rules_cited(rules, sources))
    steps = _steps(question, chosen[0], sources)
    asked = next((act for act in question.acts if made and made.of(act)), question.asked)
    said = _decision_lines(lang, asked, made) if made else []
    quoted = [_quoted(lang, citation) for citation in sources.citations[:1]]
    lines = [*said, *quoted] if asked else [*quoted, *said]
    lines += [_step_line(lang, step) for step in steps]
    lines += _caveat(lang, chosen[0].found.facts.kind)
    return Answer(
        question=question.text,
        language=lang,
        status=Status.ANSWERED,
        text="\n".join(lines),
        asked=asked,
        decision=made,
        citations=tuple(sources.citations),
        steps=steps,
    )


def _caveat(lang: Language, kind: Kind) -> list[str]:
    """Say what an answer rests on where that is no rule."""
    words = phrases.KINDS[lang].get(kind)
    return [f"（{words}）" if lang == "zh" else f"({words})"] if words else []


def _step_line(lang: Language, step: StepLink) -> str:
    where = phrases.STEP[lang].format(number=step.number, of=step.of)
    parts = [part for part in (step.who, step.does, step.when) if part]
    shown = [p for n, p in enumerate(parts) if not any(p in other for m, other in enumerate(parts) if m != n)]
    mark = f"[{step.citation}]" if step.citation else ""
    return f"{where}{phrases.COLON[lang]}{' · '.join(shown or parts)}{mark}"


def nothing(question: Question, nearest: Sequence[Nearest], day: date, repealed: bool = False) -> Answer:
    """Say that nothing was found, and where to look; `repealed` when only a rule not in force then speaks of it."""
    lang = question.language
    lines = [phrases.NOT_FOUND[lang]]
    if nearest:
        lines.append((phrases.REPEALED if repealed else phrases.NEAREST)[lang].format(day=day))
    return Answer(
        question=question.text,
        language=lang,
        status=Status.NOT_FOUND,
        text="\n".join(lines),
        asked=question.asked,
        nearest=tuple(nearest),
    )
