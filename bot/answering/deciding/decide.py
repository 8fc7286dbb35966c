"""Who decides: the rules that apply to a question, and the chain they make."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from bot.answering.asked.bounded import bounded
from bot.answering.asked.question import Question
from bot.answering.deciding.absence import away, in_their_place
from bot.answering.deciding.appeals import again
from bot.answering.deciding.applicant import applicant, of_their_own
from bot.answering.deciding.hands import acts_at
from bot.answering.levels.ladder import WHATEVER, Fit, Picked, pick
from bot.answering.levels.level import Level, denied, front, own_words, told
from bot.answering.levels.ranks import ranks
from bot.answering.levels.reading import levels, takes_in
from bot.answering.levels.rewording import home
from bot.answering.models import Decision, Who
from bot.answering.weighing.bounding import level
from bot.answering.weighing.coverage import Rarity, besides, coverage, coverage_across, plain
from bot.answering.weighing.evidence import Evidence, verb_asked
from bot.answering.weighing.near import Near
from bot.answering.weighing.seats import holders, only_sits, seats
from bot.answering.weighing.sides import side
from corpus.models import Act, Document, Kind, Rule
from corpus.quantities import Range, compatible, ranges

# A cell names actors and little else; a sentence says more.
_CELL = 4
# What it is worth, beside the share of a question's terms that a level holds, to hold nothing else.
EXACTLY = 0.1
# What it is worth that both deny something, or neither: an order that nobody budgeted for is "not in the budget".
ALIKE = 0.05
ABSENT = 0.5  # that both are about somebody who isn't there: it tells the deputy's level from all others
WORDED = 0.02  # and that the act is printed in the question's verb
MOSTLY = 0.75  # and what counts as nothing else: so much of its words


class Verdict(NamedTuple):
    """What a chosen clause decides for a question: the levels that apply, and the rules of the one that does.

    It is `passed_on` where the clause bounds what the question names in words in which nobody acts.
    """

    evidence: Evidence
    fit: Fit = Fit.ONE
    levels: tuple[Level, ...] = ()
    rules: tuple[Rule, ...] = ()
    passed_on: bool = False

    def names(self, acts: Sequence[Act]) -> bool:
        """Tell whether it names an actor of one of some acts."""
        return any(rule.act in acts for rule in self.rules) or self.fit in (Fit.OPEN, Fit.BOTH)

    def bounds(self, question: Question) -> bool:
        """Tell whether its level bounds what a question names."""
        asked = {r.measure for r in bounded(question.text, _bounds_of(self.levels))}
        return bool(self.levels and asked & {r.measure for r in self.levels[0].bounds})

    def whatever(self) -> bool:
        """Tell whether its level says that it holds for every amount."""
        return bool(self.levels) and WHATEVER.search(self.levels[0].words) is not None


class Telling(NamedTuple):
    """What tells the levels of a rulebook apart: how rare its words are, how near things stand, and what was chosen."""

    rarity: Rarity
    near: Near
    chosen: frozenset[str]  # the clauses, by their links

    def like(self, some: Sequence[Level], breadcrumb: str) -> Sequence[float]:
        """How like the question what each of some levels speaks of is, under the headings of what was found."""
        return self.near.alike([f"{breadcrumb}\n{f'{one.over} {own_words(one)}'.strip()}" for one in some])


def verdicts(
    question: Question, chosen: Sequence[Evidence], documents: Mapping[str, Document], rarity: Rarity, near: Near
) -> list[Verdict]:
    """Return what each chosen clause decides; an FAQ decides nothing."""
    binding = [e for e in chosen if e.found.facts.kind is not Kind.FAQ]
    telling = Telling(rarity, near, frozenset(e.link for e in binding))
    return [_verdict(question, e, documents, telling) for e in binding]


def _verdict(question: Question, evidence: Evidence, documents: Mapping[str, Document], telling: Telling) -> Verdict:
    own, rarity, near = documents[evidence.passage.document], telling.rarity, telling.chosen
    if not question.acts:
        return Verdict(evidence=evidence, rules=tuple(_named(question, evidence, own.text, rarity)))
    document, link = home(evidence.link, own, documents)
    found = levels(document, link, question.acts, near, documents) or levels(own, evidence.link, question.acts, near)
    found = found if seats(question.text) else [level for level in found if not only_sits(level.rules)]
    if not found:
        return Verdict(evidence=evidence)
    acts = _likeliest(question, found)
    found = [level for level in found if level.tells(acts) and _at_rank(question, level)] or found
    found = again(question.text, in_their_place(question.text, found))
    held = of_their_own(found, who) if (who := applicant(question.text)) else found
    if held is None:
        return Verdict(evidence=evidence, fit=Fit.GAP, levels=tuple(found))
    found = held
    asked = bounded(question.text, _bounds_of(found))
    worth, named = _worth(question, evidence, rarity, found), _names_list(question, evidence, rarity)
    like = partial(telling.like, breadcrumb=evidence.passage.breadcrumb)
    picked = pick(found, asked, acts, worth, link, named, like, partial(_beyond, question, evidence, rarity))
    told_by = {r.measure for one in found for r in one.bounds}
    within = [r for r in asked if r.measure in told_by]
    if picked.fit is Fit.GAP and takes_in(document, link, within, documents, [front(one) for one in found]):
        return Verdict(evidence=evidence, fit=Fit.UNREAD)
    if picked.fit is Fit.OPEN and evidence.across and not all(one.bounds for one in picked.levels):
        # the words of another language tell nothing apart
        its = [one for one in picked.levels if one.link == evidence.link]
        picked = Picked(fit=Fit.ONE, levels=tuple(its or picked.levels)[:1])
    rules = picked.levels[0].rules if picked.fit is Fit.ONE else ()
    unbound = asked and not picked.levels[0].bounds
    passed = bool(unbound) and takes_in(document, link, asked, documents)
    return Verdict(evidence=evidence, fit=picked.fit, levels=picked.levels, rules=rules, passed_on=passed)


def _likeliest(question: Question, found: Sequence[Level]) -> tuple[Act, ...]:
    """Return the acts asked for; of watching and reviewing the likelier alone where somebody does it."""
    alone = question.acts[:1]
    watching = question.asked in (Act.SUPERVISE, Act.REVIEW) and any(level.tells(alone) for level in found)
    return alone if watching else acts_at(question, found)


def _names_list(question: Question, evidence: Evidence, rarity: Rarity) -> bool:
    """Tell whether a question names what the headings over a clause, or the words that lead into it, are about."""
    passage = evidence.passage
    over = "\n".join([*passage.breadcrumb.split(" > ")[1:], passage.lead if " | " not in passage.lead else ""])
    return coverage(question, over, rarity) + coverage_across(question, over, rarity) > 0


def _at_rank(question: Question, level: Level) -> bool:
    """Tell whether a level is of a rank that a question names; one of them that names none is."""
    named, asked = ranks(level.condition or level.words), ranks(question.text, bare=True)
    return not named or not asked or any(a.meets(b) for a in named for b in asked)


def _worth(question: Question, evidence: Evidence, rarity: Rarity, found: Sequence[Level]) -> Callable[[Level], float]:
    """Return what a level is worth to a question by the words that stand in it and not above all levels.

    What heads the column of a level without an amount stands above the others and yet tells it from them.
    """
    asked = plain(question.text)
    lead = evidence.passage.lead
    for own in {part for one in found if not one.bounds for part in one.condition.split("；") if part}:
        lead = lead.replace(f" {own}", " ") if " | " in lead else lead
    telling = besides(question, f"{evidence.passage.breadcrumb}\n{lead}")

    known: dict[tuple[str, int, str], float] = {}

    def of(level: Level) -> float:
        place = (level.link, level.start, level.condition)
        if place not in known:
            known[place] = read(level)
        return known[place]

    def read(level: Level) -> float:
        words = f"{level.over} {own_words(level)}"
        said = coverage(telling, words, rarity) + coverage_across(telling, words, rarity)
        # 警告 is said of 警告 more exactly than of 严重警告
        named = told(own_words(level, whole=False))
        exact = len(named & set(telling.terms)) / len(named) if named else 0.0
        said += EXACTLY if said and exact >= MOSTLY else 0.0
        case = level.condition or (level.words if denied(level.words) and denied(question.text) else "")
        bounded = coverage(question, case, rarity) + coverage_across(question, case, rarity) > 0
        said += ABSENT if away(question.text) and away(words) else 0.0
        printed = {rule.verb.casefold() for rule in level.rules if rule.act is question.asked}
        said += WORDED if any(verb_asked(verb, asked) for verb in printed) else 0.0
        sided = side(question, f"{level.condition} {level.words}")  # 预算外, where the question's is 没列预算
        return said + ALIKE * (sided or float(bounded and denied(case) == denied(question.text)))

    return of


def _beyond(question: Question, evidence: Evidence, rarity: Rarity, some: Sequence[Level]) -> float:
    """Return the share of a question that goes beyond what some levels, and the words above them, all say."""
    over = f"{evidence.passage.breadcrumb}\n{evidence.passage.lead}"
    printed = (f"{one.over} {one.topic} {one.words} {' '.join(rule.verb for rule in one.rules)}" for one in some)
    left = [besides(question, f"{over}\n{words}") for words in printed]
    if evidence.across:
        weights = {wordings: min(map(rarity, wordings)) for wordings in question.across}
        beyond = {wordings for one in left for wordings in one.across}
        return sum(weights[one] for one in beyond) / (sum(weights.values()) or 1.0)
    terms = {term: rarity(term) for term in question.terms}
    return sum(terms[one] for one in {term for one in left for term in one.terms}) / (sum(terms.values()) or 1.0)


def _bounds_of(some: Sequence[Level]) -> list[Range]:
    return [r for one in some for r in one.bounds]


def _named(question: Question, evidence: Evidence, text: str, rarity: Rarity) -> list[Rule]:
    """Return the rules that a clause names for a matter whose actor nobody asked for."""

    def worth(start: int, end: int) -> float:
        return coverage(question, text[start:end], rarity) + level(question, text[start:end])

    asked = seats(question.text)
    rules = holders(evidence.found.rules) if asked else [r for r in evidence.found.rules if not only_sits([r])]
    return applying(question, rules, worth)


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
