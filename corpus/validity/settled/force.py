"""Whether a document is in force on a day, and can decide anything."""

from datetime import date

from corpus.models import Facts, Kind


def in_force(facts: Facts, day: date) -> bool:
    """Tell whether a document holds on a day: from the day it takes effect until the day before its repeal.

    A document that names neither day holds always; one that names only when it was issued, from then on.
    """
    begins = begin(facts)
    return (begins is None or begins <= day) and (facts.repealed is None or day < facts.repealed)


def begin(facts: Facts) -> date | None:
    """Return the first day of a document, None for one that holds since ever."""
    return facts.effective or facts.issued


def binding(facts: Facts) -> bool:
    """Tell whether a document can decide anything: reference material, drafts and FAQs cannot."""
    return facts.kind is Kind.RULE
