"""Who decides: the rules that apply to a question, and the chain they make."""

from collections.abc import Callable, Mapping, Sequence

from bot.answering.models import Decision, Who
from bot.answering.question import Question
from corpus.models import Act, Rule
from corpus.quantities import compatible, ranges

# A cell names actors and little else; a sentence says more.
_CELL = 4


def applying(question: Question, rules: Sequence[Rule], worth: Callable[[int, int], float]) -> list[Rule]:
    """Return the rules of a clause that apply to a question, in the order of their chain.

    A rule whose condition shuts out an amount the question names doesn't apply. Where the clause has several
    sentences with rules, the one is taken that names the act asked for and is worth most; `worth` tells what a
    span of the document's text is worth to the question.
    """
    asked = ranges(question.text)
    fitting = [rule for rule in rules if compatible(ranges(rule.condition), asked)]
    if not fitting:
        return []
    spans = list(dict.fromkeys((r.start, r.end) for r in sorted(fitting, key=lambda r: (r.start, r.end))))
    named = {(r.start, r.end) for r in fitting if not question.acts or r.act in question.acts}
    if _row(fitting):
        return sorted(fitting, key=lambda r: (r.place, r.start))
    best = max(spans, key=lambda span: (span in named, round(worth(*span), 3), -span[0]))
    return sorted((r for r in fitting if (r.start, r.end) == best), key=lambda r: r.place)


def _row(rules: Sequence[Rule]) -> bool:
    """Tell whether rules were read from the cells of a table row, each from its own: they are one chain."""
    return all(rule.actor and rule.end - rule.start <= len(rule.actor) + _CELL for rule in rules)


def decision(rules: Sequence[Rule], citation: Mapping[tuple[int, int], int]) -> Decision | None:
    """Return the chain that rules make, None when they name no actor.

    `citation` gives the number of the citation that holds a rule's words, by the rule's span.
    """
    if not rules:
        return None
    chain: dict[str, list[Who]] = {act.value: [] for act in Act}
    for rule in rules:
        who = Who(who=rule.actor, act=rule.verb, citation=citation[(rule.start, rule.end)])
        if all(who.who != other.who for other in chain[rule.act.value]):
            chain[rule.act.value].append(who)
    first = rules[0]
    return Decision(
        matter=first.matter,
        condition=first.condition,
        proposes=tuple(chain["proposes"]),
        reviews=tuple(chain["reviews"]),
        decides=tuple(chain["decides"]),
        carries_out=tuple(chain["carries_out"]),
        supervises=tuple(chain["supervises"]),
    )
