"""The rules that the rungs of ladders without verbs make."""

import re
from collections.abc import Sequence

from corpus.models import Act, Clause, Rule
from corpus.outline.marks import mark
from corpus.passages import chinese, sentences
from corpus.quantities import ranges
from corpus.rules.deeds import Deed
from corpus.rules.english import owned
from corpus.rules.made import rule_of
from corpus.rules.rungs import allotted, asks_who, rung
from corpus.rules.sentences import deeds
from corpus.rules.verbs import CHINESE, act_of

# clauses that are no items: what stands before a colon there is as often a label
_PROSE = ("part", "chapter", "section", "heading", "table", "row", "paragraph")


_JOINT = re.compile(r":|\s[–—]\s")
# the office behind a signature decides nothing there
_SIGNED = re.compile(r"\bsigned\b\W{0,3}[A-Z][^.;:]{3,60}$", re.IGNORECASE)


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
        if one is None and not chinese(words) and clause.level not in _PROSE:
            lead = over if leads else ""
            found += _owned((document, link), words, (start, end), found, lead if start == clause.start else None)
            found += [] if found else _alone((document, link), text, (clause.start, start, end))
        if one is not None:
            said = words[slice(*one.condition)].rpartition("：")[2]
            bound = said if not whoever or ranges(said) else ""
            for place, (left, right) in enumerate(one.actors, 1):
                deed = Deed(actor=words[left:right], act=act, verb=verb, start=left, end=right)
                rule = rule_of(document, link, deed, place, (said, said, (start, end)))
                found.append(rule.model_copy(update={"condition": bound}))
    return found


def _owned(
    place: tuple[str, str], words: str, span: tuple[int, int], before: Sequence[Rule], lead: str | None
) -> list[Rule]:
    """Read an item that is a matter and whose it is, and in which case another's: Warnings: the Head; in a third case, the Court.

    `lead` is what leads to an item, None for a later sentence of one.
    """
    first = lead is not None
    going_on = owned.going_on(words) if before else None
    told = [going_on] if going_on else owned.owners(words, first, bool(before))
    opened = mark(words) if first else None
    item = words[opened.length if opened else 0 :]
    matter = before[0].matter if going_on else _JOINT.split(item, maxsplit=1)[0].strip()
    found = []
    for order, one in enumerate(told, len(before) + 1):
        said = words[slice(*one.bound)].strip(" ,:")
        deed = Deed(
            actor=words[slice(*one.name)],
            act=owned.act(matter, lead or ""),
            verb="",
            start=one.name[0],
            end=one.name[1],
        )
        rule = rule_of(*place, deed, order, (matter, matter, span))
        found.append(rule.model_copy(update={"condition": "" if said == matter and not ranges(said) else said}))
    return found


def _alone(place: tuple[str, str], text: str, at: tuple[int, int, int]) -> list[Rule]:
    """Read the office that an item ends with, where it names nobody else: Moving house: two days. Supervisor."""
    begin, start, end = at
    span, said = owned.alone(text[start:end]), text[begin:start]
    if _SIGNED.search(said):
        return []
    opened = mark(said)
    matter = said[opened.length :].strip(" .") if opened else ""
    if span is None or not matter or any(deeds(said[s:e]) for s, e in sentences(said, 0, len(said))):
        return []
    deed = Deed(actor=text[start:end][slice(*span)], act=Act.DECIDE, verb="", start=span[0], end=span[1])
    return [rule_of(*place, deed, 1, (matter, matter, (start, end))).model_copy(update={"condition": ""})]


def unsaid(rungs: Sequence[Rule], own: Sequence[Rule]) -> list[Rule]:
    """Return the rungs of sentences that nobody decides by themselves, nor name somebody for what he does."""
    spans = [(rule.start, rule.end, "") for rule in own if rule.act is Act.DECIDE]
    spans += [(rule.start, rule.end, rule.actor) for rule in own if rule.act is not Act.DECIDE]
    return [
        rung
        for rung in rungs
        if not any(start < rung.end and rung.start < end and who in ("", rung.actor) for start, end, who in spans)
    ]


def _verb(words: str) -> tuple[str, Act]:
    """Return the verb of a lead-in and its act."""
    pattern = CHINESE if chinese(words) else r"\b[a-z]+(?:ed|en)(?: off)?\b|\b(?:approval|decision)\b"
    known = ((verb, act) for verb in re.findall(pattern, words) if (act := act_of(verb)))
    return next(known, ("", Act.DECIDE))
