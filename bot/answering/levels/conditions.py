"""The conditions of rules, each a level: a row's cells make one, a sentence one for each of its conditions."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from bot.answering.levels.headed import headed
from bot.answering.levels.level import Level
from bot.answering.levels.prelude import opened
from bot.answering.levels.sequel import followed
from bot.answering.levels.units import in_one, joined, unit
from corpus.models import Act, Clause, Document, Rule
from corpus.passages import chinese
from corpus.quantities import Range, defined, ranges

# 其中30万元以上的，还应当报…: a level that comes on top of the one it lies in
_FURTHER = re.compile(
    r"其中|还[应须需要得]|另[须需应行]|并[应须需]报|再报"
    r"|\b(?:also|further|in addition|as well|additionally|besides|then (?:goes|needs|requires))\b",
    re.IGNORECASE,
)
# the fund adviser to £1,000, the Manager to £10,000: each up to a sum
_TO = re.compile(r"to (?:[£€$¥]|[A-Z]{3} ?)?[0-9]")
# characters round a condition in which such a word is looked for
_BEFORE, _BEHIND, _BEHIND_ENGLISH = 8, 40, 80
# levels of a document that hold clauses, and whose words lead into none
DIVISIONS = ("part", "chapter", "section", "heading")


def grouped(document: Document, rules: Sequence[Rule]) -> Iterator[Level]:
    """Yield the levels of some rules: a row's cells make one, a sentence one for each of its conditions."""
    clauses = {document.link(clause): clause for clause in document.clauses}
    own = defined(document.text)  # how the document itself reads 以上 and 以下
    for link, group in groupby(rules, lambda rule: rule.clause):
        some = in_one(list(group), clauses[link])
        units = groupby(some, partial(unit, clause=clauses[link], joined=joined(some, clauses[link])))
        read = [one for _, some in units for one in _of_unit(document, clauses[link], list(some), own)]
        if clauses[link].level == "row":
            yield from read
        else:
            told = [*opened(read, document.text)]
            yield from followed([*headed(told, document.text, clauses[link].start)], document.text)


def _of_unit(
    document: Document, clause: Clause, rules: Sequence[Rule], own: tuple[bool | None, bool | None]
) -> Iterator[Level]:
    """Yield the levels of one row or sentence: one for each of its conditions, and what holds without any."""
    some = [*_in_one_case(sorted(rules, key=lambda rule: rule.place))]
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


def _in_one_case(rules: Sequence[Rule]) -> Iterator[Rule]:
    """Yield rules with the condition that theirs goes on from: up to £90: the Mate, after asking the Cook."""
    said = sorted({rule.condition for rule in rules if rule.condition}, key=len)
    for rule in rules:
        shorter = next((one for one in said if rule.condition.startswith((f"{one}:", f"{one}："))), "")
        yield rule.model_copy(update={"condition": shorter}) if shorter else rule


_ENDED = (".", "。", ";", "；", "!", "！")


def _led(document: Document, clause: Clause) -> bool:
    """Tell whether a clause goes on from the words above it, which break off: Leave is granted | (a) by the Head."""
    over = document.clauses[clause.parent] if clause.parent is not None else None
    if over is None or clause.level == "row" or over.level in DIVISIONS:
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
    words = f"up {words}" if _TO.match(words) else words
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
    behind = _BEHIND if chinese(text) else _BEHIND_ENGLISH
    window = text[max(0, at - _BEFORE) : min(end, at + len(condition) + behind)]
    return at >= 0 and _FURTHER.search(window) is not None
