"""The levels of a rule: who acts below five thousand, who above, and which level a question is at."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from enum import StrEnum
from itertools import groupby

from corpus.models import Act, Clause, Document, Record, Rule
from corpus.quantities import Range, compatible, defined, ranges

# 其中30万元以上的，还应当报…: a level that comes on top of the one it lies in
_FURTHER = re.compile(
    r"其中|还[应须需要得]|另[须需应行]|并[应须需]报|再报"
    r"|\b(?:also|further|in addition|as well|additionally|besides|then (?:goes|needs|requires))\b",
    re.IGNORECASE,
)
# an actor acts at the start of a part or behind a word that makes it act; in 副校长出差 it is what is spoken of
_ACTING = r"(?:(?<=[由经报向，,；;。：:、|）) ])|^|(?<=\bby )|(?<=\bthe ))"
_BEFORE, _BEHIND = 8, 40  # characters round a condition in which such a word is looked for
_DIVISIONS = ("part", "chapter", "section", "heading")


class Level(Record):
    """What one sentence, item or row says for one condition: its whole chain, in order.

    `document` is the path and `link` the clause it stands in; `words` are what a question is held against,
    `start`:`end` the sentence, item or row to cite.
    """

    document: str
    link: str
    condition: str
    bounds: tuple[Range, ...]
    words: str
    rules: tuple[Rule, ...]
    start: int
    end: int
    further: bool = False

    def actors(self, acts: Sequence[Act]) -> tuple[str, ...]:
        """The actors of some acts, in the order of the chain."""
        return tuple(dict.fromkeys(rule.actor for rule in self.rules if rule.act in acts))


class Fit(StrEnum):
    """How a question stands to the levels of a rule."""

    ONE = "one"  # one level applies, or all that apply name the same actors
    OPEN = "open"  # they differ, and the question leaves open what they differ on
    BOTH = "both"  # two apply to the same value and name different actors
    GAP = "gap"  # none applies to what the question names


class Picked(Record):
    """The levels that apply to a question: one, or those that differ."""

    fit: Fit
    levels: tuple[Level, ...]


def levels(document: Document, link: str, acts: Sequence[Act], near: Collection[str] = ()) -> list[Level]:
    """Return the levels that stand with a clause: in itself and its items, else among its siblings.

    A sibling counts when it bounds the same thing, or when it is one of the clauses `near`, which were found with
    it. Only levels with an actor of one of `acts` count, unless there is none.
    """
    at = next((n for n, clause in enumerate(document.clauses) if link == f"{document.id}#{clause.key}"), None)
    if at is None:
        return []
    inside = _levels_under(document, at, acts)
    parent = document.clauses[at].parent
    if parent is None or not _is_item(document.clauses, at):
        return inside
    around = _levels_under(document, parent, acts)
    beside = frozenset() if document.clauses[at].level == "row" else near
    return _grown(inside, [level for level in around if level.link in beside], around) if inside else []


def _grown(inside: Sequence[Level], near: Sequence[Level], around: Sequence[Level]) -> list[Level]:
    """Return the levels around that are near, or like one already taken: a ladder is followed rung by rung."""
    taken = [*inside, *near]
    while new := [level for level in around if level not in taken and _alike(level, taken)]:
        taken += new
    return [level for level in around if level in taken]


def _is_item(clauses: Sequence[Clause], at: int) -> bool:
    parent = clauses[at].parent
    return clauses[at].level == "row" or (parent is not None and clauses[parent].level not in _DIVISIONS)


def _levels_under(document: Document, at: int, acts: Sequence[Act]) -> list[Level]:
    top = document.clauses[at]
    links = {f"{document.id}#{c.key}" for c in document.clauses if top.start <= c.start and c.end <= top.until}
    found = list(_grouped(document, [rule for rule in document.rules if rule.clause in links]))
    return [level for level in found if level.actors(acts)] or found


def _grouped(document: Document, rules: Sequence[Rule]) -> Iterator[Level]:
    """Yield the levels of some rules: a row's cells make one, a sentence one for each of its conditions."""
    clauses = {f"{document.id}#{clause.key}": clause for clause in document.clauses}
    own = defined(document.text)  # how the document itself reads 以上 and 以下
    for (link, *_), group in groupby(rules, lambda rule: _unit(rule, clauses[rule.clause])):
        some = sorted(group, key=lambda rule: rule.place)
        start, end = _cited(document.text, some[0], clauses[link])
        text = document.text[start:end]
        conditions = list(dict.fromkeys(rule.condition for rule in some if rule.condition))
        for condition in conditions or [""]:
            yield Level(
                document=document.path,
                link=link,
                condition=condition,
                bounds=tuple(r for r in ranges(condition, *own) if r.low != r.high),
                words=condition if len(conditions) > 1 else text,
                rules=tuple(rule for rule in some if rule.condition in ("", condition)),
                start=start,
                end=end,
                further=_is_further(text, condition),
            )


def _unit(rule: Rule, clause: Clause) -> tuple[str, int, int]:
    """Return what one level is read from: a row of a table, or a sentence as one clause has it."""
    return (rule.clause, 0, 0) if clause.level == "row" else (rule.clause, rule.start, rule.end)


def _cited(text: str, rule: Rule, clause: Clause) -> tuple[int, int]:
    """Return the span to cite: the rule's sentence, or the whole row or item that has its actors from elsewhere."""
    if clause.level != "row" and clause.start <= rule.start and rule.end <= clause.until:
        return rule.start, rule.end
    own = text[clause.start : clause.end]
    left = clause.start + len(own) - len(own.lstrip())
    return left, left + len(own.strip())


def _is_further(text: str, condition: str) -> bool:
    at = text.find(condition) if condition else -1
    return at >= 0 and _FURTHER.search(text[max(0, at - _BEFORE) : at + len(condition) + _BEHIND]) is not None


def _alike(level: Level, inside: Sequence[Level]) -> bool:
    """Tell whether a level bounds the same thing as the level inside a clause does."""
    return any(level == one or (_measures(level) & _measures(one) and _one_matter(level, one)) for one in inside)


def _measures(level: Level) -> frozenset[tuple[str, str]]:
    return frozenset((r.measure.value, r.unit if r.measure.value == "count" else "") for r in level.bounds)


def _one_matter(a: Level, b: Level) -> bool:
    """Tell whether two levels differ in their amounts more than in their words, or one begins where the other ends."""
    one, other = core(a), core(b)
    similar = len(one & other) * 2 >= len(one | other)
    return similar or any(_touch(r, s) for r in a.bounds for s in b.bounds)


def _touch(a: Range, b: Range) -> bool:
    ends = {(a.high, b.low), (b.high, a.low)}
    return any(high is not None and high == low for high, low in ends)


def own_words(level: Level) -> str:
    """Return what a level speaks of: its words without its amounts, its verbs, and its actors where they act."""
    words = level.words
    for bounds in reversed(ranges(words)):
        words = words[: bounds.start] + " " + words[bounds.end :]
    for rule in level.rules:
        words = re.sub(_ACTING + re.escape(rule.actor), " ", words, flags=re.IGNORECASE)
        words = words.replace(rule.verb, " ")
    return words


def core(level: Level) -> frozenset[str]:
    """Return what a level speaks of: pairs of characters, or words."""
    words = own_words(level)
    runs = re.findall(r"[㐀-鿿]{2,}", words)
    pairs = [run[i : i + 2] for run in runs for i in range(len(run) - 1)]
    return frozenset([*pairs, *re.findall(r"[a-z]{3,}", words.lower())])


def pick(
    found: Sequence[Level],
    asked: Sequence[Range],
    acts: Sequence[Act],
    worth: Callable[[Level], float],
) -> Picked:
    """Return the levels that apply: `asked` is what the question bounds, `worth` what a level is worth to it."""
    fitting = [level for level in found if compatible(level.bounds, asked)]
    if not fitting:
        return Picked(fit=Fit.GAP, levels=tuple(found))
    narrow = _narrowest(_told_apart(_bounded(fitting, asked, worth), worth))
    if len({level.actors(acts) for level in narrow}) < 2:
        return Picked(fit=Fit.ONE, levels=(_whole(narrow[0], fitting),))
    measured = [level for level in narrow if _measured(level, asked)]
    # levels of one amount, as the cells of one row are, differ in words
    amounts = {tuple((r.low, r.high) for r in level.bounds) for level in measured}
    if len({level.actors(acts) for level in measured}) > 1 and len(amounts) > 1:
        return Picked(fit=Fit.BOTH, levels=tuple(measured))
    return Picked(fit=Fit.OPEN, levels=tuple(narrow))


def _measured(level: Level, asked: Sequence[Range]) -> bool:
    """Tell whether a question names a value of what bounds a level."""
    return any(r.measure is other.measure for r in level.bounds for other in asked)


def _bounded(some: Sequence[Level], asked: Sequence[Range], worth: Callable[[Level], float]) -> list[Level]:
    """Return the levels that bound what the question names, and others only where its words speak for them."""
    measured = [level for level in some if _measured(level, asked)]
    least = max((worth(level) for level in measured), default=-1.0)
    return [level for level in some if level in measured or worth(level) > least]


def _told_apart(some: Sequence[Level], worth: Callable[[Level], float]) -> list[Level]:
    """Return the levels whose own words the question uses most."""
    values = [round(worth(level), 3) for level in some]
    return [level for level, value in zip(some, values, strict=True) if value == max(values)]


def _narrowest(some: Sequence[Level]) -> list[Level]:
    """Return the levels that no narrower one lies in: above 300,000 goes before above 50,000."""
    return [level for level in some if not any(_within(other, level) for other in some if other is not level)]


def _within(inner: Level, outer: Level) -> bool:
    pairs = [(r, s) for r in inner.bounds for s in outer.bounds if r.measure is s.measure]
    return bool(pairs) and all(_inside(r, s) and (r.low, r.high) != (s.low, s.high) for r, s in pairs)


def _inside(a: Range, b: Range) -> bool:
    above = b.low is None or (a.low is not None and a.low >= b.low)
    below = b.high is None or (a.high is not None and a.high <= b.high)
    return above and below


def _whole(level: Level, fitting: Sequence[Level]) -> Level:
    """Put before a level that comes on top of another the chain of the one it lies in."""
    outer = next((other for other in fitting if level.further and other is not level and _within(level, other)), None)
    if outer is None:
        return level
    chain = [*outer.rules, *(rule for rule in level.rules if rule not in outer.rules)]
    return level.model_copy(update={"rules": tuple(chain)})
