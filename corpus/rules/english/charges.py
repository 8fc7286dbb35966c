"""What rests with somebody who is charged with it: responsibility for monitoring attendance lies with the Registrar."""

from collections.abc import Sequence

from corpus.models import Act
from corpus.rules.english.names import SURE, read
from corpus.rules.english.objects import charged_with, head_of
from corpus.rules.english.parts import Phrase
from corpus.rules.english.words import word_set

_CHARGE = word_set("responsibility duty task")


def _place(ph: Sequence[Phrase], thing: Phrase) -> int:
    return next((n for n, phrase in enumerate(ph) if phrase is thing), -1)


def somebody(ph: Sequence[Phrase], thing: Phrase) -> bool:
    """Tell whether a thing that sits with somebody is a body that meets: the Panel sits with three members."""
    place = _place(ph, thing)
    actor = read(ph, place) if place >= 0 else None
    return actor is not None and actor.sure == SURE


def charge(ph: Sequence[Phrase], thing: Phrase) -> Act | None:
    """Return the act that a charge names, or None: responsibility | for monitoring attendance."""
    place = _place(ph, thing)
    return charged_with(ph[: place + 3], place) if place >= 0 and head_of(thing) in _CHARGE else None
