"""The lines of an English clause that go on from one before them, as bullets do: The Dean may: | grant leave; | sign permits."""

import re
from collections.abc import Iterator

from corpus.models import Act, Clause, Rule
from corpus.outline.marks import mark
from corpus.passages import chinese, sentences
from corpus.rules.english import items as items_en
from corpus.rules.english import wording as wording_en
from corpus.rules.items import around
from corpus.rules.leading import office_over, powers
from corpus.rules.made import made, rule_of
from corpus.rules.matters import MATTER_LENGTH, condition

Span = tuple[int, int]
_LONGEST = 200  # characters; a longer line, or one that quotes, is no bullet but words of their own
_APART = re.compile(r"^[“”\"]|\s[–—]\s|:\s|\.\s+[A-Z“\"]")
# what leads to lines that each stand for what it speaks of: The following are decided by the Board:
_LISTS = re.compile(r"\b(?:following|these)\b|\bnobody else\b", re.IGNORECASE)


def bulleted(document: str, link: str, text: str, clause: Clause) -> Iterator[Rule]:
    """Yield the rules of the lines that go on from a line that leads to them."""
    lines = _lines(text, clause)
    lead: Span | None = None
    for n, span in enumerate(lines):
        words = text[slice(*span)]
        if chinese(words):
            return
        if _leads(words, text[slice(*lines[n + 1])] if n + 1 < len(lines) else ""):
            lead = _last(text, span)
        elif lead is not None and len(words) <= _LONGEST and not _APART.search(words):
            yield from _item(document, link, text, lead, span)


def _lines(text: str, clause: Clause) -> list[Span]:
    """Return the spans of a clause's lines, without the number it opens with."""
    found, at = [], clause.start
    for line in text[clause.start : clause.end].split("\n"):
        own = line.strip()
        begin = at + len(line) - len(line.lstrip())
        if own:
            found.append((begin, begin + len(own)))
        at += len(line) + 1
    opened = mark(text[slice(*found[0])]) if found else None
    return [(found[0][0] + opened.length, found[0][1]), *found[1:]] if opened else found


def _last(text: str, span: Span) -> Span:
    """Return the last sentence of a line, which leads on."""
    return sentences(text, *span)[-1]


def _leads(words: str, following: str) -> bool:
    """Tell whether a line leads to those under it: it ends with a colon, or names whose the matters under it are."""
    if not following:
        return False
    if words.endswith((":", ":–", ":-")):
        return True
    return bool(powers(words)) or (office_over(words) != "" and items_en.does(following) != "")


def _item(document: str, link: str, text: str, lead: Span, span: Span) -> Iterator[Rule]:
    """Yield the rules of a line as the end of its lead-in, or as one of what the lead-in speaks of."""
    head, item = text[slice(*lead)], text[slice(*span)]
    office = office_over(head)
    over = office if office and items_en.does(item) else head
    agents = items_en.agents(item, over)
    if agents:
        said = (around(item, agents), item, span)
        yield from (rule_of(document, link, deed, place, said) for place, deed in enumerate(agents, 1))
    elif _LISTS.search(head) or powers(head):
        passed = powers(head) or wording_en.deeds(head)
        for rule in made(document, link, head, lead, passed):
            if rule.act is Act.DECIDE:
                said_of = {"matter": item[:MATTER_LENGTH].strip(" ;."), "condition": condition(item.rstrip(" ;."))}
                yield rule.model_copy(update={**said_of, "start": span[0], "end": span[1]})
