"""Who does what to which matter, read from each clause of a document."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.models import Act, Clause, Rule
from corpus.passages import chinese, sentences
from corpus.rules import beside
from corpus.rules.beyond import going_on
from corpus.rules.bulleted import bulleted
from corpus.rules.chinese import before
from corpus.rules.english.grammar import short as short_en
from corpus.rules.inherited import continued, inherited
from corpus.rules.items import besides, cleared, consenting, described, left_to_lead, on_top, preparing
from corpus.rules.laddered import rungs_of, unsaid
from corpus.rules.leading import BOXES, conditional, governing, opened, passed_on_a_day, reserving
from corpus.rules.rungs import ladder
from corpus.rules.sentences import Place, deeds, left_open, of_sentences
from corpus.rules.tables import legend, repeated, rows
from corpus.rules.together import hidden, offices, told

__all__ = ["deeds", "rules"]

Span = tuple[int, int]

# the lead-in of a table whose cells decide: 出差先批后走：
_DECIDED = re.compile("[批准签]|同意|决定|核定|审定")
_TITLE = re.compile(
    r"(?:办法|规定|细则|规则|规程|制度|条例|章程|总则|附则|流程|程序|(?:一览|权限|授权|审批|分工|明细|对照|流程)表|权限|通知|决定|管理|[（(][^（）()]*[）)])\s*$"
)


def _of_clause(document: str, identity: str, text: str, clauses: Sequence[Clause], n: int) -> list[Rule]:
    """Read a row by its cells, any other clause by its own sentences and by what leads to it."""
    clause = clauses[n]
    link = f"{identity}#{clause.key}"
    words = text[clause.start : clause.end]
    if (clause.heading and _TITLE.search(words)) or passed_on_a_day(words, clause):
        return []
    leads = governing(text, clauses, n)
    if clause.level == "row":
        decided = any(_DECIDED.search(text[slice(*span)]) for span in leads)
        return rows.rules_of(document, link, clause, deeds, decided)
    place, boxed = (document, link, text), clause.level in BOXES
    ending = [] if boxed else continued(document, link, text, clause, leads)
    passed = [] if boxed or ending else inherited(document, link, text, clause, [*leads, *reserving(text, clauses, n)])
    own = _own(place, clause, leads, alone=not (boxed or ending or passed))
    if boxed:
        return own
    own = _agreed(text, clause, own, ending, passed)
    further = [rule for rule in own if on_top(text, rule)]
    settled = ending or any(rule.act is Act.DECIDE and rule not in further for rule in own)
    if passed and not settled:
        return _passed_on(own, passed, bool(further), clause)
    if passed and (first := left_to_lead(text, clause, own, passed)):
        return [*first, *own]
    if passed and not clause.key.rpartition(".")[2].startswith("~"):
        led = preparing(text, passed, own)
        own = [*led, *(rule.model_copy(update={"place": rule.place + len(led)}) for rule in own)]
    asides = all(rule.act in (Act.PROPOSE, Act.REVIEW) for rule in own)
    gone_on = beside.gone_on(place, clauses, n) if asides and not (ending or passed) else []
    own = own if own and not any(rule.act is Act.DECIDE for rule in gone_on) else _besides(own, gone_on)
    rungs = [] if ending else _rungs(place, clause, leads, own)
    return sorted([*rungs, *own], key=lambda rule: rule.start)


def _own(place: Place, clause: Clause, leads: Sequence[tuple[int, int]], alone: bool) -> list[Rule]:
    """Read the sentences and bullets of a clause; `alone` tells that no lead-in says who acts."""
    document, link, text = place
    over = leads if clause.level != "paragraph" else []
    spans = sentences(text, clause.start, clause.end)
    own = of_sentences(place, spans, left_open(text, over), conditional(text, over), alone)
    known = {(rule.start, rule.end) for rule in own}
    own += [rule for rule in bulleted(document, link, text, clause) if (rule.start, rule.end) not in known]
    return sorted(own, key=lambda rule: rule.start)


def _agreed(
    text: str, clause: Clause, own: Sequence[Rule], ending: Sequence[Rule], passed: Sequence[Rule]
) -> list[Rule]:
    """Return an item's own rules with those by which it ends its lead-in, whose act goes before whoever must agree."""
    kept = [rule for rule in own if not (passed and described(text, clause, rule))]
    said = {(rule.actor, rule.act) for rule in kept}
    kept = [*(rule for rule in ending if (rule.actor, rule.act) not in said), *kept]
    return [cleared(rule, ending) for rule in consenting(text, kept, passed)]


def _passed_on(own: Sequence[Rule], passed: Sequence[Rule], further: bool, clause: Clause) -> list[Rule]:
    """Return what a lead-in passes on to an item that doesn't say who decides, or only who decides `further`."""
    first = [rule for rule in passed if rule.act is Act.DECIDE] if further else []
    beside = besides(own, passed, clause.end - clause.start)
    return first + beside + [r for r in passed if r not in first and r.act not in {o.act for o in own}]


def _besides(own: Sequence[Rule], gone_on: Sequence[Rule]) -> list[Rule]:
    """Return what an item says by the one before it, and its own words of who is heard or asks first."""
    said = {(rule.actor, rule.act) for rule in gone_on}
    return sorted([*gone_on, *(rule for rule in own if (rule.actor, rule.act) not in said)], key=lambda r: r.start)


def _rungs(place: Place, clause: Clause, leads: Sequence[tuple[int, int]], own: Sequence[Rule]) -> list[Rule]:
    """Return the rungs of a ladder in a clause that its own rules leave unsaid."""
    document, link, text = place
    rungs = unsaid(rungs_of(document, link, text, clause, leads), own)
    if own and chinese(text[clause.start : clause.end]):
        bounded = [rule for rule in own if rule.act is Act.DECIDE and rule.condition]
        return rungs if ladder([(rule.actor, rule.condition) for rule in [*bounded, *rungs]]) else []
    return rungs


def _in_full(rule: Rule, text: str, since: int) -> Rule:
    """Tell a short name in full by what its article says before it."""
    return rule.model_copy(update={"actor": short_en.in_full(rule.actor, text[since : rule.end])})


def rules(
    document: str, identity: str, text: str, clauses: Sequence[Clause], put_in: Sequence[Span] = (), owner: str = ""
) -> Iterable[Rule]:
    """Yield the rules of a document: `document` is its path, `identity` its id, `owner` the office that keeps it.

    `put_in` are the spans of words that it puts in the place of others: a row with such words is read for them alone,
    what stands before the change is no rule any more. `Rule.start`:`Rule.end` is the sentence or cell a rule was read from; for an item that has its actors
    from a lead-in, the lead-in.
    """
    plain, masks = hidden(text, offices(text, clauses, owner))
    yield from before.in_full(going_on(told(_read(document, identity, plain, clauses, put_in), masks)), text)


def _read(document: str, identity: str, text: str, clauses: Sequence[Clause], put_in: Sequence[Span]) -> Iterator[Rule]:
    known = legend.legend(text, clauses)
    clauses = tuple(repeated.in_full(clauses))
    for n, clause in enumerate(clauses):
        link = f"{identity}#{clause.key}"
        found = legend.rules_of(document, link, clause, known) if known else None
        found = [] if known and legend.explains(text[clause.start : clause.end], known) else found
        if clause.level == "row" and (new := [span for span in put_in if clause.start <= span[0] < clause.end]):
            found = of_sentences((document, link, text), sentences(text, *new[0]), (), False, True)
        for rule in _of_clause(document, identity, text, clauses, n) if found is None else found:
            short = clause.level != "row" and short_en.short(rule.actor)
            yield _in_full(rule, text, opened(clauses, n)) if short else rule
