"""In whose hands a thing is: where a rule says of nobody that he decides, whoever may do the thing decides about it."""

import re
from collections.abc import Mapping, Sequence

from bot.answering.asked.question import Question
from bot.answering.levels.level import Level
from bot.answering.weighing.coverage import plain
from bot.answering.weighing.evidence import verb_asked
from corpus.models import Act, Document, Rule
from corpus.rules.english.grammar.heads import head, ordinary
from corpus.rules.english.grammar.words import words
from corpus.rules.verbs import act_of

# in the same part of the sentence before its verb: 馆长可以减免, "may be waived by"
_MAY = re.compile(
    r"(?:可以|有权|可(?![能行])|\b(?:may|can|could)\b|\bfree to\b|\bdiscretion\b)[^，。；,.;]*$", re.IGNORECASE
)


def in_hand(question: Question, rules: Sequence[Rule], documents: Mapping[str, Document]) -> list[Rule]:
    """Return the rules of a chain, and before them as deciding the rules of those in whose hands the thing is.

    That is who may do it and, where a question asks first who decides, whoever does what is printed in its own verb or
    in one that tells no act, or does it at all if the question may ask that too. Nothing is added where somebody
    decides.
    """
    if Act.DECIDE not in question.acts or any(rule.act is Act.DECIDE for rule in rules):
        return list(rules)
    doing = [rule for rule in rules if rule.act is Act.CARRY_OUT and not _only_a_person(rule.actor)]
    meant = [rule for rule in doing if _meant(question, rule) or _may(rule, documents[rule.document].text)]
    return [*(rule.model_copy(update={"act": Act.DECIDE}) for rule in meant), *rules]


def acts_at(question: Question, levels: Sequence[Level]) -> tuple[Act, ...]:
    """Return the acts that a question asks the actor of at some levels, the doing too where none says who decides."""
    if Act.DECIDE not in question.acts or any(level.tells(question.acts) for level in levels):
        return question.acts
    return (*question.acts, Act.CARRY_OUT)


def _meant(question: Question, rule: Rule) -> bool:
    """Tell whether a question that asks first who decides may well mean who does what a rule says: "who signs"."""
    if question.asked is not Act.DECIDE:
        return False
    either = Act.CARRY_OUT in question.acts
    return either or act_of(rule.verb) is None or verb_asked(rule.verb.casefold(), plain(question.text))


def _may(rule: Rule, text: str) -> bool:
    at = text.find(rule.verb, rule.start, rule.end) if rule.verb else -1
    return at >= 0 and _MAY.search(text, rule.start, at) is not None


def _only_a_person(actor: str) -> bool:
    """Tell whether a name says that somebody is a person, and no more: what a member may do is a right of his."""
    return actor[:1].isascii() and ordinary(head(words(actor)))
