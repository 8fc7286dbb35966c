"""The rules that the rungs of ladders without verbs make."""

import re
from collections.abc import Sequence

from corpus.models import Act, Clause, Rule
from corpus.passages import chinese, sentences
from corpus.quantities import ranges
from corpus.rules.deeds import Deed
from corpus.rules.made import rule_of
from corpus.rules.rungs import allotted, asks_who, rung
from corpus.rules.verbs import CHINESE, act_of


def rungs_of(document: str, link: str, text: str, clause: Clause, leads: Sequence[tuple[int, int]]) -> list[Rule]:
    """Read the rungs of a ladder without verbs; the act is the lead-in's, or to decide."""
    first = text[clause.start : clause.end].partition("\n")[0]
    over = text[slice(*leads[0])] if leads else first.partition("：")[0]
    whoever = asks_who(over) or asks_who(first)
    verb, act = _verb(over)
    found: list[Rule] = []
    for start, end in sentences(text, clause.start, clause.end):
        words = text[start:end]
        one = rung(words, whoever and not chinese(words)) or (allotted(words) if leads and asks_who(over) else None)
        if one is not None:
            said = words[slice(*one.condition)].rpartition("：")[2]
            bound = said if not whoever or ranges(said) else ""
            for place, (left, right) in enumerate(one.actors, 1):
                deed = Deed(actor=words[left:right], act=act, verb=verb, start=left, end=right)
                rule = rule_of(document, link, deed, place, (said, said, (start, end)))
                found.append(rule.model_copy(update={"condition": bound}))
    return found


def unsaid(rungs: Sequence[Rule], own: Sequence[Rule]) -> list[Rule]:
    """Return the rungs of sentences that nobody decides by themselves."""
    spans = [(rule.start, rule.end) for rule in own if rule.act is Act.DECIDE]
    return [rung for rung in rungs if not any(start < rung.end and rung.start < end for start, end in spans)]


def _verb(words: str) -> tuple[str, Act]:
    """Return the verb of a lead-in and its act."""
    pattern = CHINESE if chinese(words) else r"\b[a-z]+(?:ed|en)(?: off)?\b|\b(?:approval|decision)\b"
    known = ((verb, act) for verb in re.findall(pattern, words) if (act := act_of(verb)))
    return next(known, ("", Act.DECIDE))
