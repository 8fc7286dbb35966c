"""Words that are nothing but names of actors: a cell, or what a rung of a ladder leads to."""

from corpus.actors import apart, looks_like
from corpus.english import wording as wording_en
from corpus.passages import chinese


def named(words: str) -> list[tuple[int, int]]:
    """Return the spans of the actors where words only name them; none for any other words."""
    if not chinese(words):
        return wording_en.names(words)
    spans = apart(words)
    return spans if all(looks_like(words[s:e]) for s, e in spans) else []
