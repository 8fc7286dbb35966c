"""Who a cell of an English table names beside a case or a sum: Dean up to £9; above that the Court; Head, then Provost."""

import re

from corpus.passages import chinese
from corpus.quantities import ranges
from corpus.rules.beyond import goes_beyond
from corpus.rules.english import wording as wording_en

# an actor, and the case or the sum for which the cell names him
Named = tuple[str, str]

_PARTS = re.compile(r"\s*;\s*")
# where a part goes on to the next: Head, then Provost; Dean up to £9, the Court above; but not when abroad, the Court
_STEPS = re.compile(
    r",\s+(?=(?:and |or )?(?:then\b|(?:the )?[A-Z]|above\b|over\b|beyond\b|for (?:longer|more)\b))|\s+(?=and then\b)"
)
_OPENS = re.compile(r"(?:(?:and|or|then)\s+)*(?:by\s+)?", re.IGNORECASE)
# Bursar, out of the reserve; Court by supplementary budget: how it is done says nothing of others
_MANNER = re.compile(r",?\s+(?:by|from|out of|at|in|under|via|within|using) [a-z].*$")
# Clerk (keys and alarms); Dean (Research) is a title
_BRACKETED = re.compile(r"\s*\((?![^()]*[:0-9])[a-z][^()]*\)$")
_CASE = re.compile(
    r",?\s+\(?(?P<case>(?:if|where|when|in case|unless)\b[^,()]+)\)?(?:,? (?:otherwise|else) (?:none|nobody|no one|not needed))?$",
    re.IGNORECASE,
)
_CASE_BEFORE = re.compile(r"(?P<case>(?:if|where|when|in case|unless)\b[^,:]+)[,:]\s*", re.IGNORECASE)
_LINK = re.compile(r"^[\s,:()–—-]*(?:for\s+)?|[\s,:()–—-]*(?:\bfor)?[\s,:()–—-]*$")
_ABOVE = re.compile(
    r"(?P<bound>(?:above|over|beyond|more than|longer than) (?:that|this)(?: (?:sum|amount|limit|figure))?)[,:]?\s+(?P<who>.+)"
    r"|(?P<whom>.+?),?\s+(?P<more>(?:above|over|beyond|more than) (?:that|this)|above|beyond|for (?:longer|more))",
    re.IGNORECASE,
)


def cases(words: str) -> list[Named]:
    """Return those whom the parts of a cell name, each with its case; nothing where a part says more than that.

    A cell that only names somebody gives nothing either: what it says is read elsewhere.
    """
    if chinese(words):
        return []
    parts = [
        one.strip()
        for part in _PARTS.split(words)
        for one in ([part] if _CASE_BEFORE.match(part) else _STEPS.split(part))
        if one.strip()
    ]
    read = [_part(part[_OPENS.match(part).end() :]) for part in parts]  # type: ignore[union-attr]
    found = [one for part in read for one in part]
    plain = len(parts) == 1 and not any(case for _, case in found) and not re.search("[,(]", words)
    whole = any(end == len(words) for _, end in wording_en.names(words))
    return found if all(read) and not plain and not whole else []


def _part(words: str) -> list[Named]:
    """Return whom one part of a cell names, and for which case or sum."""
    if who := _whole(words):
        return [(one, "") for one in who]
    if before := _CASE_BEFORE.match(words):
        return [(one, before["case"]) for one in _whole(words[before.end() :])]
    if case := _CASE.search(words):
        return [(one, case["case"]) for one in _whole(words[: case.start()])]
    bounds = [one for one in ranges(words) if one.low != one.high]
    if len(bounds) == 1:
        sides = words[: bounds[0].start], words[bounds[0].end :]
        rest = " ".join(filter(None, (_LINK.sub("", side) for side in sides)))
        return [(one, words[bounds[0].start : bounds[0].end]) for one in _whole(rest)]
    if not bounds and (above := _ABOVE.fullmatch(words)) and goes_beyond(above["bound"] or above["more"]):
        return [(one, above["bound"] or above["more"]) for one in _whole(above["who"] or above["whom"])]
    return []


def _whole(words: str) -> list[str]:
    """Return the names that words are, how something is done and what a bracket adds left aside; else nothing."""
    for bare in (words, _BRACKETED.sub("", words), _MANNER.sub("", words)):
        spans = wording_en.names(bare)
        if spans and spans[-1][1] == len(bare.rstrip(" .,")):
            return [bare[start:end] for start, end in spans]
    return []
