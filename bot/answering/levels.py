"""The levels of a rule: who acts below five thousand, who above, read from a clause and its neighbours."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from types import MappingProxyType

from bot.answering.level import Level, core, measures, touch
from bot.answering.prelude import opened
from bot.answering.rewording import replaced, reworded
from bot.answering.sequel import followed
from bot.answering.units import in_one, joined, unit
from corpus.models import Act, Clause, Document, Rule
from corpus.quantities import Range, defined, ranges

# 其中30万元以上的，还应当报…: a level that comes on top of the one it lies in
_FURTHER = re.compile(
    r"其中|还[应须需要得]|另[须需应行]|并[应须需]报|再报"
    r"|\b(?:also|further|in addition|as well|additionally|besides|then (?:goes|needs|requires))\b",
    re.IGNORECASE,
)
_BEFORE, _BEHIND = 8, 40  # characters round a condition in which such a word is looked for
_LEADING = 30  # characters within which a paragraph's amount stands, where it is one of a list
_DIVISIONS = ("part", "chapter", "section", "heading")


Documents = Mapping[str, Document]


def levels(
    document: Document,
    link: str,
    acts: Sequence[Act],
    near: Collection[str] = (),
    documents: Documents = MappingProxyType({}),
) -> list[Level]:
    """Return the levels that stand with a clause: in itself and its items, else among its siblings.

    A sibling counts when it bounds the same thing, or when it is one of the clauses `near`, which were found with
    it. Only levels with an actor of one of `acts` count, unless there is none. They are as amended: other amounts
    are put in, and where a clause has been replaced stand the levels of its new words, if what says them is among
    `documents` (by path).
    """
    return reworded(document, _as_replaced(document, link, acts, near, documents))


def _as_replaced(
    document: Document, link: str, acts: Sequence[Act], near: Collection[str], documents: Documents
) -> list[Level]:
    at = next((n for n, clause in enumerate(document.clauses) if link == f"{document.id}#{clause.key}"), None)
    if at is None:
        return []
    inside = _levels_under(document, at, acts, documents)
    siblings = {f"{document.id}#{document.clauses[n].key}" for n in _list(document, at)}
    parent = document.clauses[at].parent
    if parent is None or not siblings or not inside:
        return inside
    around = _levels_under(document, parent, acts, documents)
    around = [one for one in around if any(one.place == link or one.place.startswith(f"{link}.") for link in siblings)]
    return _grown(inside, [level for level in around if level.link in near], around)


def _list(document: Document, at: int) -> list[int]:
    """Return the list a clause is in: a table's rows, an article's items, or paragraphs that begin with amounts."""
    clause = document.clauses[at]
    if clause.parent is None:
        return []
    beside = [n for n, other in enumerate(document.clauses) if other.parent == clause.parent]
    if clause.level == "row" or document.clauses[clause.parent].level not in _DIVISIONS:
        return beside
    listed = [n for n in beside if _begins_with_amount(document, n)]
    return listed if at in listed else []


def _begins_with_amount(document: Document, at: int) -> bool:
    clause = document.clauses[at]
    own = document.text[clause.start : clause.start + _LEADING]
    return clause.level == "paragraph" and any(r.start == 0 and r.low != r.high for r in ranges(own))


def takes_in(
    document: Document, link: str, asked: Sequence[Range], documents: Documents = MappingProxyType({})
) -> bool:
    """Tell whether a clause, or the list it is in, names an amount that takes in what is asked, whoever acts there."""
    at = next((n for n, clause in enumerate(document.clauses) if link == f"{document.id}#{clause.key}"), None)
    if at is None:
        return False
    clauses = [document.clauses[n] for n in {at, *_list(document, at)}]
    new = {one.clause: by.text[one.start : one.end] for one, by in replaced(document, documents)}
    texts = [new.get(clause.key, document.text[clause.start : clause.until]) for clause in clauses]
    return any(_bounds_it(ranges(line), asked) for text in texts for line in text.splitlines())


def _bounds_it(found: Sequence[Range], asked: Sequence[Range]) -> bool:
    return any(r.low != r.high and r.holds(other) for r in found for other in asked)


def _grown(inside: Sequence[Level], near: Sequence[Level], around: Sequence[Level]) -> list[Level]:
    """Return the levels around that are near, or like one already taken: a ladder is followed rung by rung."""
    taken = [*inside, *near]
    while new := [level for level in around if level not in taken and _alike(level, taken)]:
        taken += new
    return [level for level in around if level in taken]


def _levels_under(document: Document, at: int, acts: Sequence[Act], documents: Documents) -> list[Level]:
    top = document.clauses[at]
    under = [c for c in document.clauses if top.start <= c.start and c.end <= top.until]
    places = {f"{document.id}#{clause.key}": clause.start for clause in under}
    found = list(_grouped(document, [rule for rule in document.rules if rule.clause in places]))
    for one, by in replaced(document, documents):
        home = f"{document.id}#{one.clause}"
        new = [rule for rule in by.rules if rule.start < one.end and one.start < rule.end]
        found += [level.model_copy(update={"home": home}) for level in _grouped(by, new) if home in places]
    found.sort(key=lambda level: places[level.place])
    return [level for level in found if level.tells(acts)] or found


def _grouped(document: Document, rules: Sequence[Rule]) -> Iterator[Level]:
    """Yield the levels of some rules: a row's cells make one, a sentence one for each of its conditions."""
    clauses = {f"{document.id}#{clause.key}": clause for clause in document.clauses}
    own = defined(document.text)  # how the document itself reads 以上 and 以下
    for link, group in groupby(rules, lambda rule: rule.clause):
        some = in_one(list(group), clauses[link])
        units = groupby(some, partial(unit, clause=clauses[link], joined=joined(some, clauses[link])))
        read = [one for _, some in units for one in _of_unit(document, clauses[link], list(some), own)]
        yield from read if clauses[link].level == "row" else followed([*opened(read, document.text)], document.text)


def _of_unit(
    document: Document, clause: Clause, rules: Sequence[Rule], own: tuple[bool | None, bool | None]
) -> Iterator[Level]:
    """Yield the levels of one row or sentence: one for each of its conditions, and what holds without any."""
    some = sorted(rules, key=lambda rule: rule.place)
    start, end = _cited(document.text, some[0], clause)
    text = document.text[start:end]
    conditions = list(dict.fromkeys(rule.condition for rule in some if rule.condition))
    if not conditions and clause.level != "row" and (apart := _matters(some)):
        some, conditions = [_as_condition(rule, apart) for rule in some], [_of_its_own(one) for one in apart]
    for condition in ["", *conditions] if _otherwise(some) else conditions or [""]:
        further = _is_further(text, condition, conditions)
        yield Level(
            document=document.path,
            link=some[0].clause,
            condition=condition,
            bounds=tuple(_bounds(condition or _matter(some[0], clause), own)),
            words=_words(text, condition, conditions),
            rules=tuple(_chain(some, condition, further)),
            start=start,
            end=end,
            further=further,
            led=_led(document, clause),
        )


_ENDED = (".", "。", ";", "；", "!", "！")


def _led(document: Document, clause: Clause) -> bool:
    """Tell whether a clause goes on from the words above it, which break off: Leave is granted | (a) by the Head."""
    over = document.clauses[clause.parent] if clause.parent is not None else None
    if over is None or clause.level == "row" or over.level in _DIVISIONS:
        return False
    return not document.text[over.start : over.end].strip().endswith(_ENDED)


def _matters(rules: Sequence[Rule]) -> list[str]:
    """Return the matters of one sentence that different actors decide: 医生由A同意，护士由B同意."""
    deciding = [rule for rule in rules if rule.act is Act.DECIDE and rule.matter]
    matters = list(dict.fromkeys(rule.matter for rule in deciding))
    who = {tuple(rule.actor for rule in deciding if rule.matter == one) for one in matters}
    return matters if len(who) == len(matters) > 1 else []


def _as_condition(rule: Rule, matters: Sequence[str]) -> Rule:
    """Return a rule of one of several matters with that matter as what it hangs on."""
    return rule.model_copy(update={"condition": _of_its_own(rule.matter)}) if rule.matter in matters else rule


def _of_its_own(matter: str) -> str:
    """Return what tells a matter from the next ones: in 出差，教师由A批准，校长由B批准 the first is 教师."""
    return matter.rpartition("，")[2] or matter


def _words(text: str, condition: str, conditions: Sequence[str]) -> str:
    """Return the words of a sentence that speak of one of its conditions, or of none."""
    if condition:
        return condition if len(conditions) > 1 else text
    for other in conditions:
        text = text.replace(other, " ")
    return text


def _otherwise(rules: Sequence[Rule]) -> bool:
    """Tell whether one decides under a condition what another decides without it."""
    deciding = [rule for rule in rules if rule.act is Act.DECIDE]
    loose = {rule.actor for rule in deciding if not rule.condition}
    return bool(loose) and any(rule.condition and rule.actor not in loose for rule in deciding)


def _chain(rules: Sequence[Rule], condition: str, further: bool) -> Iterator[Rule]:
    """Yield the rules of one condition: who decides otherwise doesn't decide there, unless more is needed on top."""
    instead = not further and any(rule.condition == condition and rule.act is Act.DECIDE for rule in rules)
    for rule in rules:
        if rule.condition == condition or (not rule.condition and not (instead and rule.act is Act.DECIDE)):
            yield rule


def _bounds(words: str, own: tuple[bool | None, bool | None]) -> Iterator[Range]:
    return (r for r in ranges(words, *own) if r.low != r.high)


def _matter(rule: Rule, clause: Clause) -> str:
    """Return where a row without a condition may name its amount: in what it is about."""
    return rule.matter if clause.level == "row" else ""


def _cited(text: str, rule: Rule, clause: Clause) -> tuple[int, int]:
    """Return the span to cite: the rule's sentence, or the whole row or item that has its actors from elsewhere."""
    if clause.level != "row" and clause.start <= rule.start and rule.end <= clause.until:
        return rule.start, rule.end
    own = text[clause.start : clause.end]
    left = clause.start + len(own) - len(own.lstrip())
    return left, left + len(own.strip())


def _is_further(text: str, condition: str, conditions: Sequence[str]) -> bool:
    """Tell whether the words round a condition, up to the next one, say that it comes on top."""
    at = text.find(condition) if condition else -1
    end = min((n for other in conditions if (n := text.find(other)) > at), default=len(text))
    window = text[max(0, at - _BEFORE) : min(end, at + len(condition) + _BEHIND)]
    return at >= 0 and _FURTHER.search(window) is not None


def _alike(level: Level, inside: Sequence[Level]) -> bool:
    """Tell whether a level bounds the same thing as the level inside a clause does."""
    return any(level == one or (measures(level) & measures(one) and _one_matter(level, one)) for one in inside)


def _over(level: Level) -> str:
    """Return the place of what a level is an item or a row of."""
    return re.sub("[./]?[^./]*$", "", level.place)


def _one_matter(a: Level, b: Level) -> bool:
    """Tell whether two levels differ in their amounts more than in their words, or one begins where the other ends."""
    one, other = core(a), core(b)
    if not one | other:  # bare amounts
        return _over(a) == _over(b) or touch(a, b)
    return len(one & other) * 2 >= len(one | other) or touch(a, b)
