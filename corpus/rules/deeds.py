"""One actor's act, as a sentence states it."""

from corpus.models import Act, Record


class Deed(Record):
    """One actor's act in a sentence; spans count from the start of the text it was read from.

    `bounds` are the words of a ladder's rung that say how far the act goes; empty where the sentence has to tell.
    """

    actor: str
    act: Act
    verb: str
    start: int
    end: int
    bounds: str = ""
