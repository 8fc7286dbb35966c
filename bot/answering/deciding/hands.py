"""In whose hands a thing is where nobody is said to do what is asked: whose act may be called that too."""

import re
from collections.abc import Mapping, Sequence

from bot.answering.asked.question import Question
from bot.answering.levels.level import Level
from bot.answering.weighing.coverage import plain
from bot.answering.weighing.evidence import verb_asked
from corpus.models import Act, Document, Rule
from corpus.rules.english.grammar.heads import head, ordinary
from corpus.rules.english.grammar.words import words
from corpus.rules.kindred import may_mean
from corpus.rules.verbs import act_of

# in the same part of the sentence before its verb: 馆长可以减免, "may be waived by"
_MAY = re.compile(
    r"(?:可以|有权|可(?![能行])|\b(?:may|can|could)\b|\bfree to\b|\bdiscretion\b)[^，。；,.;]*$", re.IGNORECASE
)


def in_hand(question: Question, rules: Sequence[Rule], documents: Mapping[str, Document]) -> list[Rule]:
    """Return the rules of a chain, and before them the rules of those in whose hands the thing is as the act asked for.

    Where nobody is said to decide that is who may do it, and whoever does what is printed in the question's own verb or
    in one that tells no act, or does it at all if the question may ask that too. For any act it is whoever's printed
    verb may stand for it. Nothing is added where somebody is said to do it.
    """
    added: list[Rule] = []
    for act in question.acts:
        if not any(rule.act is act for rule in rules):
            kin = [rule for rule in rules if may_mean(rule.verb, rule.act, act)]
            meant = _deciding(question, rules, documents) if act is Act.DECIDE else []
            added += [rule.model_copy(update={"act": act}) for rule in meant or kin]
    return [*added, *rules]


def _deciding(question: Question, rules: Sequence[Rule], documents: Mapping[str, Document]) -> list[Rule]:
    """Return the rules of those who do a thing and thereby decide about it."""
    doing = [rule for rule in rules if rule.act is Act.CARRY_OUT and not _only_a_person(rule.actor)]
    return [rule for rule in doing if _meant(question, rule) or _may(rule, documents[rule.document].text)]


def acts_at(question: Question, levels: Sequence[Level]) -> tuple[Act, ...]:
    """Return the acts that a question asks the actor of at some levels, those too by which one of them may be meant."""
    if not question.acts or any(level.tells(question.acts) for level in levels):
        return question.acts
    rules = [rule for level in levels for rule in level.rules]
    kin = [rule.act for rule in rules if any(may_mean(rule.verb, rule.act, act) for act in question.acts)]
    doing = [Act.CARRY_OUT] if Act.DECIDE in question.acts else []
    return tuple(dict.fromkeys((*question.acts, *doing, *kin)))


def _meant(question: Question, rule: Rule) -> bool:
    """Tell whether a question that asks who decides may well mean who does what a rule says: "who signs"."""
    either = Act.CARRY_OUT in question.acts
    return either or act_of(rule.verb) is None or verb_asked(rule.verb.casefold(), plain(question.text))


def _may(rule: Rule, text: str) -> bool:
    at = text.find(rule.verb, rule.start, rule.end) if rule.verb else -1
    return at >= 0 and _MAY.search(text, rule.start, at) is not None


def _only_a_person(actor: str) -> bool:
    """Tell whether a name says that somebody is a person, and no more: what a member may do is a right of his."""
    return actor[:1].isascii() and ordinary(head(words(actor)))
