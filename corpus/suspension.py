"""Entries of a FAQ document that must not answer today, each with the basis at fault and why."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from corpus.faq import Basis, Entry, document_of, short, stamp, words
from corpus.models import Document, Record
from corpus.validity import binding, in_force

_UNWRITTEN = re.compile(r"[（(]\s*(?:待填写|to be written)\s*[）)]", re.IGNORECASE)


class Suspension(Record):
    """An entry that must not answer, the basis at fault ("" for the entry as a whole), and why."""

    question: str
    link: str
    reason: str


def suspended(found: Sequence[Entry], documents: Mapping[str, Document], today: date) -> tuple[Suspension, ...]:
    """Why some of these entries must not answer today; `documents` are the rulebook by id."""
    faults = ((entry.question, *fault) for entry in found for fault in _faults(entry, documents, today))
    return tuple(Suspension(question=question, link=link, reason=reason) for question, link, reason in faults)


def _faults(entry: Entry, documents: Mapping[str, Document], today: date) -> list[tuple[str, str]]:
    """Every link at fault with its reason; of an entry nobody has written yet there is no more to say."""
    if not entry.answer or _UNWRITTEN.search(entry.answer):
        return [("", "the answer has not been written yet")]
    return [*_own_faults(entry), *_basis_faults(entry, documents, today)]


def _own_faults(entry: Entry) -> list[tuple[str, str]]:
    """What is wrong with an entry whatever the rulebook says."""
    faults = []
    if not entry.basis:
        faults.append(("", "nothing cited: add a line like “Basis: leave#2.3 @1a2b3c4d5e6f”"))
    if entry.loose:
        faults.append(("", f"“{short(entry.loose)}” stands after the basis: move it above, into the answer"))
    return faults


def _basis_faults(entry: Entry, documents: Mapping[str, Document], today: date) -> list[tuple[str, str]]:
    checked = [(basis.link, _fault(basis, documents, today)) for basis in entry.basis]
    return [(link, reason) for link, reason in checked if reason]


def _fault(basis: Basis, documents: Mapping[str, Document], today: date) -> str:
    """Why an answer may not rest on this clause today, or nothing."""
    document = document_of(basis.link, documents)
    text = words(basis.link, documents)
    if document is None or text is None:
        return f"{basis.link} is gone: cite the clause that took its place"
    if not binding(document.facts):
        return f"{document.id} is not a rule but {document.facts.kind.value}: cite the rule itself"
    if not in_force(document.facts, today):
        return _lapsed(document, today)
    return _changed(basis, stamp(text))


def _lapsed(document: Document, today: date) -> str:
    facts = document.facts
    if facts.repealed and facts.repealed <= today:
        return f"{document.id} was repealed on {facts.repealed}: cite what replaced it"
    begins = facts.effective or facts.issued
    return f"{document.id} takes effect on {begins}, not yet: cite what applies today"


def _changed(basis: Basis, now: str) -> str:
    if not basis.stamp:
        return f"no stamp after {basis.link}: if the answer fits the clause, write {basis.link} @{now}"
    if basis.stamp != now:
        return f"{basis.link} has changed: if the answer still fits, write @{now} for @{basis.stamp}"
    return ""
