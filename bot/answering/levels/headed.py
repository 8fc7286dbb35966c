"""What stands over the levels of one clause: the words it begins with, and those that a sentence goes on from."""

import re
from collections.abc import Iterator, Sequence

from bot.answering.levels.level import Level
from corpus.passages import chinese, sentences

_GOES_ON = re.compile(r"[；;,，]\s*$")
# a sentence about what the one before it is about: For anybody else it is given by; the Finance Manager may waive them
_IT = re.compile(r"\b(?:it|them|they|one|ones|such|these|those)\b", re.IGNORECASE)
# characters of a sentence that only names what a clause is about: 第三条 实验室准入。 2.4 Refunds.
_HEADING, _HEADING_ENGLISH = 24, 60


def headed(levels: Sequence[Level], text: str, start: int) -> Iterator[Level]:
    """Yield the levels of one clause that begins at `start`, each with what stands over it.

    培训费，计划内的由…；计划外的由…: the first words of a sentence hold for all its parts. `text` is the document's.
    """
    heading = _heading(text[start : levels[0].start]) if levels else ""
    head = ""
    before: Level | None = None
    for level in levels:
        goes_on = before is not None and before.start != level.start and _goes_on(before, level, text)
        own = _head(level)
        head = own or (head if goes_on or (before is not None and before.start == level.start) else "")
        spoken = "" if own or before is None else _spoken_of(before, level, text)
        over = " ".join(part for part in (heading, "" if own else head, spoken) if part)
        yield level.model_copy(update={"over": over}) if over else level
        before = level


def _heading(words: str) -> str:
    """Return the first sentence of what a clause says before its levels, where it is short."""
    spans = sentences(words)
    first = words[slice(*spans[0])].strip() if spans else ""
    return first if len(first) <= (_HEADING if chinese(first) else _HEADING_ENGLISH) else ""


def _goes_on(before: Level, level: Level, text: str) -> bool:
    """Tell whether a level stands in the next part of the sentence of the one before it."""
    return not text[before.end : level.start].strip() and _GOES_ON.search(text[: before.end]) is not None


def _head(level: Level) -> str:
    """Return the words with which a level names what the parts of its sentence are about: 培训费，计划内的."""
    if level.topic:
        return level.topic
    front, _, rest = level.rules[0].matter.rpartition("，")
    return front if rest.endswith("的") else ""


def _spoken_of(before: Level, level: Level, text: str) -> str:
    """Return what the sentence before a level is about, where its own only points at that."""
    apart = before.start != level.start and not text[before.end : level.start].strip()
    points = apart and _IT.search(text[level.start : level.end]) is not None
    return f"{before.over} {before.rules[0].matter}".strip() if points else ""
