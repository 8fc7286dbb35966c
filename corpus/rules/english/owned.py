"""An English item that is a matter and, behind its colon, only whose it is: Written warnings: the Head of Unit."""

import re
from typing import NamedTuple

from corpus.models import Act
from corpus.outline.marks import mark
from corpus.rules.english import items as items_en
from corpus.rules.english import wording as wording_en
from corpus.rules.english.grammar.heads import ordinary, singular, somebody
from corpus.rules.english.grammar.lists import actors
from corpus.rules.english.grammar.names import SURE
from corpus.rules.english.grammar.verbs import ACTS, NOUN_ACTS, form_of
from corpus.rules.english.sentence import in_phrases
from corpus.rules.english.titles import titled


class Owner(NamedTuple):
    """Whose a matter is: spans of the name and of the words that bound it, counted in the item."""

    name: tuple[int, int]
    bound: tuple[int, int]


_ITEM = re.compile(r"(?P<matter>[A-Z][^:;.?!\n]{2,140}):\s+(?P<whose>[^:?!\n]+?)[.;]?\s*$", re.DOTALL)
# (a) cuts and bruises: the nurse
_LOW = re.compile(r"(?P<matter>[a-z][^:;.?!\n]{2,140}):\s+(?P<whose>(?:the |an? )?[^:?!,\n]+?)[.;]?\s*$")
# oral warning – unit leader
_DASHED = re.compile(r"(?P<matter>[A-Za-z][^:;.?!\n–—]{2,140})\s+[–—]\s+(?P<whose>[^:?!\n–—]+?)[.;]?\s*$")
# the Registrar for clerical staff, the Warden for teachers; in the case of a chair, the Council
_PARTS = re.compile(
    r"(?:;\s+(?:and\s+)?|\s+or,\s+(?=(?:in|for|if|where|when|on|at)\s[^,]+,)|,\s+(?:and\s+)?(?=the [A-Z]))"
)
_CASE = re.compile(r"(?:in|for|if|where|when|during|outside|on|at)\s[^,]+,\s+(?=(?:the )?[A-Z])", re.IGNORECASE)
# For concerts the Dean alone.
_ALONE = re.compile(
    r"(?P<case>(?:for|in|on|during|outside) [a-z][a-z -]{2,40}?)\s+(?=(?:only )?the [A-Z][^,;:]*$)", re.IGNORECASE
)
_OPENS = re.compile(r"(?:(?:only|always|again)\s+)?(?:(?:the|any)\s+)?", re.IGNORECASE)
_CLOSES = re.compile(
    r",?\s+(?:(?P<for>for\s(?![A-Z][a-z]).+)|(?:after|on|upon|with|following|subject to|only|alone|again|always|once|whatever|whichever|case by case)\b.*)$|,\s+having\s.+$|,\s+the\s.+$"
    r"|,\s+[A-Z][^,;]*\s(?:consulted|informed|heard|advising|agreeing|concurring|being told)$",
    re.DOTALL,
)
# what stands before a colon and names no matter: Contact: the Registrar
_LABELS = re.compile(
    r"(?:(?:from|to)$|cc|copy|copies|contact|contacts|owner|owned|author|authors|issued|note|nb|source|example|see|enquiries|queries"
    r"|members?|membership|chair|present|apologies|distribution|subject|title|version|date|signed|prepared|reviewed|approved)(?:\b|$)",
    re.IGNORECASE,
)
# what may stand alone behind another item: Abroad: the Provost
_PLACES = ("Abroad", "Overseas", "Elsewhere", "Indoors", "Outdoors", "Overnight", "Otherwise")
_FEWEST = 2  # words of a matter that is no noun of an act


def owners(item: str, numbered: bool = True, later: bool = False) -> list[Owner]:
    """Return whose the matter of an item is; nothing for an item that says anything else.

    A later sentence of an item is not `numbered`: Exceptions: the Dean. `later` tells that another was read before it.
    """
    opened = mark(item) if numbered else None
    begin = opened.length if opened else 0
    begin += len(item[begin:]) - len(item[begin:].lstrip())
    found = _ITEM.match(item[begin:]) or (_DASHED.match(item[begin:]) or _LOW.match(item[begin:]) if opened else None)
    if (
        (numbered and not opened)
        or not found
        or not (_a_matter(found["matter"]) or later and found["matter"] in _PLACES)
    ):
        return []
    whose, since = found["whose"], begin + found.start("whose")
    told: list[Owner] = []
    at = 0
    for part in [*_PARTS.finditer(whose), None]:
        words = whose[at : part.start() if part else len(whose)]
        one = _owner(words, since + at, (begin, begin + found.end("matter")))
        if one is None:
            return told if told and words.startswith("the ") else []
        told.append(one)
        at = part.end() if part else at
    return told


def going_on(words: str) -> Owner | None:
    """Return whose a matter is in the case that goes on from an item: in the case of a chair, the Council."""
    own = words.rstrip(" .;\n")
    return _owner(own, 0, (0, 0)) if _CASE.match(own) or _ALONE.match(own) else None


def _a_matter(words: str) -> bool:
    """Tell whether words before a colon name what somebody may be asked for, and say nothing by themselves."""
    if _LABELS.match(words) or wording_en.states(words) and not titled(words) or wording_en.names(words):
        return False
    return (
        len(words.split()) >= _FEWEST
        or words.lower() in NOUN_ACTS
        or words.lower().endswith(("al", "ion", "ment", "ions", "als", "ing", "ks", "es"))
    )


def _owner(words: str, at: int, whole: tuple[int, int]) -> Owner | None:
    """Read one part: the Registrar for clerical staff; in the case of a chair, the Council."""
    case = _CASE.match(words) or _ALONE.match(words)
    begin = case.end() if case else 0
    opens = _OPENS.match(words[begin:])
    begin += opens.end() if opens else 0
    closes = _CLOSES.search(words[begin:])
    end = begin + closes.start() if closes else len(words)
    if not items_en.office(words[begin:end]) and not _post(words[begin:end]):
        return None
    kind = (begin + closes.start("for"), begin + closes.end("for")) if closes and closes["for"] else None
    bound = (at + case.start(), at + case.end()) if case else (at + kind[0], at + kind[1]) if kind else whole
    return Owner((at + begin, at + end), bound)


_POST = re.compile(r"(?:the )?head of (?:your|the) [a-z]+|(?:your |the )?(?:[a-z]+(?:-[a-z]+)? ){0,2}[a-z]+")


def _post(words: str) -> bool:
    """Tell whether words name a post in small letters, and nothing else: line manager."""
    ph = in_phrases(words)
    found = actors(ph, 0) if ph and ph[0].kind == "name" and _POST.fullmatch(words.strip()) else []
    whole = len(found) == 1 and found[0].last == len(ph) - 1 and found[0].sure == SURE
    return whole and somebody(found[0].noun) and not ordinary(found[0].noun) and not found[0].noun.low.endswith("s")


def alone(words: str) -> tuple[int, int] | None:
    """Return the span of the office that a sentence is and nothing else, as a clause's last may be: Supervisor."""
    own = words.strip(" .\n")
    own = re.sub(r"^(?:the|an?) ", "", own, flags=re.IGNORECASE)
    start = words.find(own)
    return (start, start + len(own)) if own and items_en.office(own) else None


def act(matter: str, over: str = "") -> Act:
    """Return what whoever a matter is for does: to keep a thing or to pay for it he carries out, anything else he decides.

    The lead-in over it may say so: Investigations.
    """
    if over and act(matter) is Act.DECIDE:
        led = re.fullmatch(r"(?:[\w.-]*[0-9][\w.-]*\s+)?(?P<noun>[A-Z][a-z]+)s?:?", over.strip())
        return act(singular(led["noun"].lower())) if led else Act.DECIDE
    first = matter.split(" ", 1)[0].lower()
    form = form_of(first)
    done = ACTS.get(form.base) if form and form.kind == "g" else NOUN_ACTS.get(first)
    return done if done in (Act.CARRY_OUT, Act.REVIEW, Act.SUPERVISE) else Act.DECIDE
