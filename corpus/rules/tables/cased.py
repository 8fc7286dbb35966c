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
    r",\s+(?=(?:and |or )?(?:then\b|otherwise\b(?! (?:none|nobody|no one|not)\b)|(?:the )?[A-Z]|above\b|over\b|beyond\b|for (?:longer|more)\b))|\s+(?=and then\b)"
)
_OPENS = re.compile(r"(?:(?:and|or|then)\s+)*(?:by\s+)?", re.IGNORECASE)
# Bursar, out of the reserve; Court by supplementary budget: how it is done says nothing of others
_MANNER = re.compile(r",?\s+(?:by|from|out of|at|in|under|via|within|using) [a-z].*$")
# Clerk (keys and alarms); Dean (Research) is a title
_BRACKETED = re.compile(r"\s*\((?![^()]*[:0-9])[a-z][^()]*\)$")
# Dean; members of the Court: Provost
_KIND = re.compile(r"(?P<case>[a-z][a-z]+(?: of)? [^,:;()0-9]{2,40}):\s+(?=[A-Z])")
# Provost, after the Dean has been asked: who is heard beside him is read elsewhere
_HEARING = re.compile(r",\s+(?:after|once|having|following|subject to|on|upon|with) [^;:]*$", re.IGNORECASE)
# up to 2,500: the money of such a sum stands at the head of the column; above 15 percent | raise, the Provost
_BARE = re.compile(r"\b(?:up to|above|over|below|under|more than|less than) [0-9][0-9,.]*\b(?! [a-z])", re.IGNORECASE)
_WHAT = re.compile(r"^ [a-z]+(?=,\s)")
_OTHERWISE = re.compile(r"(?P<case>otherwise|else|in (?:all|any) other cases?),?\s+", re.IGNORECASE)
_CASE = re.compile(
    r",?\s+\(?(?P<case>(?:if|where|when|in case|unless)\b[^,()]+)\)?(?:,? (?:otherwise|else) (?:none|nobody|no one|not needed))?$",
    re.IGNORECASE,
)
_CASE_BEFORE = re.compile(r"(?P<case>(?:if|where|when|in case|unless)\b[^,:]+)[,:]\s*", re.IGNORECASE)
# above £90, the Court: no step from one to the next
_BOUND_BEFORE = re.compile(
    r"(?:above|over|beyond|more than|below|under|up to) [^,;]*[0-9][^,;]*, [^,;]+$", re.IGNORECASE
)
_LINK = re.compile(r"^[\s,:()–—-]*(?:for\s+)?|[\s,:()–—-]*(?:\bfor)?[\s,:()–—-]*$")
_ABOVE = re.compile(
    r"(?P<bound>(?:above|over|beyond|more than|longer than) (?:that|this)(?: (?:sum|amount|limit|figure))?)[,:]?\s+(?P<who>.+)"
    r"|(?P<whom>.+?),?\s+(?P<more>(?:above|over|beyond|more than) (?:that|this)|above|beyond|for (?:longer|more))"
    r"|(?P<rest>more|above|beyond|longer):\s+(?P<last>.+)",
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
        for one in ([part] if _CASE_BEFORE.match(part) or _BOUND_BEFORE.match(part) else _STEPS.split(part))
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
    if (before := _KIND.match(words) or _OTHERWISE.match(words)) and (who := _whole(words[before.end() :])):
        return [(one, before["case"]) for one in who]
    if case := _CASE.search(words):
        return [(one, case["case"]) for one in _whole(words[: case.start()])]
    return _in_bounds(_HEARING.sub("", words))


def _in_bounds(words: str) -> list[Named]:
    """Return whom one part of a cell names beside the only sum in it: Dean up to £9; above that the Court."""
    bounds = [(one.start, one.end) for one in ranges(words) if one.low != one.high]
    bounds = bounds or [found.span() for found in _BARE.finditer(words)]
    if len(bounds) == 1:
        start, end = bounds[0]
        sides = words[:start], _WHAT.sub("", words[end:])
        rest = " ".join(filter(None, (_LINK.sub("", side) for side in sides)))
        return [(one, words[start:end]) for one in _whole(rest)]
    if not bounds and (above := _ABOVE.fullmatch(words)) and goes_beyond(_bound(above)):
        return [(one, _bound(above)) for one in _whole(above["who"] or above["whom"] or above["last"])]
    return []


def _bound(above: re.Match[str]) -> str:
    return above["bound"] or above["more"] or above["rest"]


def _whole(words: str) -> list[str]:
    """Return the names that words are, how something is done and what a bracket adds left aside; else nothing."""
    for bare in (words, _BRACKETED.sub("", words), _MANNER.sub("", words)):
        spans = wording_en.names(bare)
        if spans and spans[-1][1] == len(bare.rstrip(" .,")):
            return [bare[start:end] for start, end in spans]
    return []
