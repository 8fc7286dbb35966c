"""Whose own matter a question is: 院长自己要休假; "the chief exec wants two days off". Nobody decides their own."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.answering.deciding.names import same
from bot.answering.levels.level import Level, own_words
from corpus.models import Act
from corpus.outline.marks import mark
from corpus.quantities import ranges
from corpus.rules.actors import heads, looks_like

# what stands before who asks for himself or herself, and what that person wants or does
_I_AM = re.compile(r"^(?:我(?:自己|本人)?|本人|咱)(?:就)?是(?:一?名|个|位)?|^(?:我|本人)作为")
_WANTS = re.compile(
    r"(?:自己|本人|他|她|个人)?(?:也|又|还|都|得|需)?"
    r"(?:要|想|打算|准备|申请|请[假事病年产婚丧一二两三四五六七八九十半几0-9]|休|出[差国境]|外出|离[岗开]|调[动走]|辞职|病了)"
)
_NAME = r"(?:the |our |a |an |my )?(?P<who>[a-z][a-z-]*(?: [a-z][a-z-]*){0,3}?)"
_DOES = (
    r"wants?|needs?|would (?:like|love)|asks?|takes?|claims?|applies"
    r"|(?:is|are|has been|['’]?s)\s+(?:going|off|asking|away|taking|applying|ill|sick)"
)
_EN = (
    re.compile(rf"^(?:i['’]?m|i am|as)\s+{_NAME}(?=[,.;]| and )", re.IGNORECASE),
    re.compile(
        rf"^(?:(?:if|when|suppose)\s+)?{_NAME}(?:\s+(?:herself|himself|themselves|also|too))?\s+(?:{_DOES})\b",
        re.IGNORECASE,
    ),
)
_NOBODY = re.compile(r"i|we|you|s?he|it|they|who|(?:some|any|every)(?:one|body)|people|one")
_LEAST = 4  # letters by which a word is known from its beginning: exec, head
_LONGEST = 16
_IDLE = 2  # characters beside its bounds with which a level still names nobody


@lru_cache(maxsize=1024)
def applicant(text: str) -> str:
    """Return the post of whoever a question is about, where it is about something of their own; "" for any other."""
    if found := next((found for pattern in _EN if (found := pattern.match(text.strip()))), None):
        who = found["who"].casefold()
        return "" if _NOBODY.fullmatch(who) else who
    said = _I_AM.match(text)
    begin = said.end() if said else 0
    for end in reversed(heads(text[begin : begin + _LONGEST])):
        who = text[begin : begin + end]
        if looks_like(who) and (said or _WANTS.match(text, begin + end)):
            return who
    return ""


def of_their_own(found: Sequence[Level], who: str) -> list[Level] | None:
    """Return the levels that hold for a person's own matter, all of `found` where nothing tells; None for none.

    A level that speaks of the post goes before the others. Where there is none, and the person is one of those who
    decide, the levels are for those below.
    """
    named = [level for level in found if _speaks_of(level, who)]
    named = [level for level in named if _words(level).startswith(who)] or named
    named += [level for level in found if level not in named and any(_goes_on(level, one) for one in named)]
    if named or not any(_is(who, actor) for level in found for actor in level.actors((Act.DECIDE,))):
        return named or list(found)
    return None


def _goes_on(level: Level, other: Level) -> bool:
    """Tell whether a level only says how much more of the same another is about: 科长请假一天以内由…，超过一天由…"""
    said = level.condition
    for found in reversed(ranges(said)):
        said = said[: found.start] + said[found.end :]
    same_sentence = (level.link, level.start, level.end) == (other.link, other.start, other.end)
    return same_sentence and bool(level.bounds) and len(said.strip(" ，,的")) <= _IDLE


def _words(level: Level) -> str:
    words = f"{level.condition} {own_words(level)}".strip()
    opened = mark(words)
    return (words[opened.length :] if opened else words).strip(" 　").casefold()


def _speaks_of(level: Level, who: str) -> bool:
    return re.search(rf"(?<![副助报由经向送请告给a-z]){re.escape(who)}(?![a-z会助])", _words(level)) is not None


def _is(who: str, actor: str) -> bool:
    """Tell whether two names are one post's, the words of one perhaps cut short: the chief exec."""
    one, other = who.split(), actor.casefold().split()
    if who.isascii() and len(one) < len(other) and other[-len(one) :] != one:
        return False  # a depot is no depot superintendent
    if not who.isascii() or len(one) != len(other):
        return same(who, actor.casefold())
    return all(_short(a, b) or _short(b, a) for a, b in zip(one, other, strict=True))


def _short(word: str, longer: str) -> bool:
    return word == longer or (len(word) >= _LEAST and longer.startswith(word))
