"""Words that are nothing but names of actors: a cell, or what a rung of a ladder leads to."""

import re

from corpus.passages import chinese
from corpus.rules.actors import apart, looks_like
from corpus.rules.english import wording as wording_en

_STOPS = re.compile(
    "[，。；：！？,;:]|(?<=[一-鿿]{2})由(?=[一-鿿]{2})|^以(?!上)|^(?:按照?|依照?|照)(?=[一-鿿]{2})|(?<=[一-鿿]{2})(?:交(?![通易警流接付待叉际行所换管])|(?<![供补])给)(?=[一-鿿]{2})|(?<=[一-鿿]{2})[报送呈](?![社刊告馆名])(?=[一-鿿]{2})"
)
# no name goes on behind these: 当天突发疾病的，先告知班组长; 检测报告送安委会


def named(words: str) -> list[tuple[int, int]]:
    """Return the spans of the actors where words only name them; none for any other words."""
    if not chinese(words):
        return wording_en.names(words)
    spans = apart(words)
    return spans if all(looks_like(words[s:e]) and not _STOPS.search(words[s:e]) for s, e in spans) else []
