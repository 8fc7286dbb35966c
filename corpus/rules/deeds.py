"""One actor's act, as a sentence states it."""

from corpus.models import Act, Record


class Deed(Record):
    """One actor's act in a sentence; spans count from the start of the text it was read from."""

    actor: str
    act: Act
    verb: str
    start: int
    end: int
