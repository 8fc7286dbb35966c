"""The parts of a Chinese sentence between its commas, and which of them only set the scene."""

import re
from typing import NamedTuple

from corpus.chinese.markers import DUTY_AHEAD
from corpus.chinese.phrases import Spans, Words
from corpus.chinese.vocabulary import HAS_MODAL


class Part(NamedTuple):
    """The words between two commas: where they stand, and whether they only set the scene."""

    start: int
    stop: int
    scene: bool
    after: bool
    topical: bool


_SCENE = re.compile(r"(?:的|时|的时候|期间|之日起|[以之]前|情况下|过程中|情形|以?外)$")
_STOP = re.compile("[；;。\n]")
_AFTERWARDS = re.compile(r"(?<!事|前|此|然|今|最|善)[以之]?后$")


def classified(words: Words, span: tuple[int, int], later: Spans, conditional: bool) -> Part:
    """Return a part with what the parts behind it say about it; `conditional` makes every part a scene."""
    plain = words.plain
    start, stop = span
    own = plain[start:stop]
    stop, start = start + len(own.rstrip()), start + len(own) - len(own.lstrip())
    following = []
    for s, e in later:
        if any(mark in plain[stop:s] for mark in "；;。"):
            break
        following.append((s, e))
    ahead = next(
        (
            bool(_SCENE.search(plain, s, e))
            for s, e in following
            if HAS_MODAL.search(plain, s, e) or plain[e - 1] == "的"
        ),
        False,
    )
    offence = _offends(plain, following) and not HAS_MODAL.search(plain, start, stop)
    condition = bool(following or later) and _condition_to(plain, stop)
    scene = bool(_SCENE.search(plain, start, stop)) or condition or conditional or offence
    topical = ahead or bool(following and DUTY_AHEAD.match(plain, following[0][0]))
    return Part(start, stop, scene, bool(_AFTERWARDS.search(plain, start, stop)), topical)


# an offence and what comes of it are one condition: 泄露档案，情节严重，构成犯罪的，依法…
_OUTCOME = re.compile(r"(?:情节|后果|(?:尚不|不)?构成犯罪|(?:造成|导致|致使)[^，]{0,16}(?:损失|后果|损害|事故|伤|死))")


def _offends(plain: str, following: Spans) -> bool:
    """Tell whether the parts behind one say what came of an offence and end the condition."""
    for start, end in following:
        if not _OUTCOME.match(plain, start):
            return False
        if plain[end - 1] == "的":
            return True
    return False


def _condition_to(plain: str, stop: int) -> bool:
    """Tell whether all that follows up to the stop is one condition, as in an item: A判处…，B尚未生效的；"""
    end = _STOP.search(plain, stop)
    at = end.start() if end else len(plain)
    return at > stop and plain[at - 1] == "的"
