"""How much of a question stands in some words: its terms, and what they are called in the other language."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from bot.answering.asked.question import Question

# how telling a term is in a rulebook: the rarer, the more
Rarity = Callable[[str], float]


def coverage(question: Question, words: str, rarity: Rarity) -> float:
    """Return the share of a question's terms that stand in some words, rare terms weighing more (0 to 1)."""
    return covered(question, plain(words), rarity)


def covered(question: Question, text: str, rarity: Rarity) -> float:
    """Return the same for a plain text."""
    weights, total = _weights(question.terms, rarity)
    return sum(w for term, w in weights if stands(term, text)) / total if total else 0.0


def coverage_across(question: Question, words: str, rarity: Rarity) -> float:
    """Return the share of a question's translated terms of which one wording stands in some words (0 to 1).

    A term weighs as much as the commonest of its wordings is rare.
    """
    return covered_across(question, plain(words), rarity)


def covered_across(question: Question, text: str, rarity: Rarity) -> float:
    """Return the same for a plain text."""
    weights, total = _weights_across(question.across, rarity)
    held = sum(w for wordings, w in weights if any(stands(term, text) for term in wordings))
    return held / total if total else 0.0


@lru_cache(maxsize=64)
def _weights(terms: tuple[str, ...], rarity: Rarity) -> tuple[tuple[tuple[str, float], ...], float]:
    """Return each term with its weight, and all of it; a question is held against dozens of clauses."""
    weights = {term: rarity(term) for term in terms}
    return tuple(weights.items()), sum(weights.values())


@lru_cache(maxsize=64)
def _weights_across(
    across: tuple[tuple[str, ...], ...], rarity: Rarity
) -> tuple[tuple[tuple[tuple[str, ...], float], ...], float]:
    weights = {wordings: min(rarity(term) for term in wordings) for wordings in across}
    return tuple(weights.items()), sum(weights.values())


def besides(question: Question, words: str) -> Question:
    """Return a question without the terms that stand in some words: what tells their parts from each other."""
    text = plain(words)
    return question.model_copy(
        update={
            "terms": tuple(term for term in question.terms if not stands(term, text)),
            "across": tuple(w for w in question.across if not any(stands(term, text) for term in w)),
        }
    )


@lru_cache(maxsize=16384)
def plain(words: str) -> str:
    """Return words as terms are looked for in them; the same clauses are read for question after question."""
    return unicodedata.normalize("NFKC", words).casefold()


def stands(term: str, text: str) -> bool:
    """Tell whether a term stands in a plain text, an English one also with another ending."""
    word, english = _looked_for(term)
    return word in text and (not english or _begun(word, text))


def _begun(word: str, text: str) -> bool:
    """Tell whether some word of a text begins so.

    A pattern of its own for each word that anybody asks with takes longer to compile than to look for it here.
    """
    at = text.find(word)
    while at >= 0:
        if begins(text, at):
            return True
        at = text.find(word, at + 1)
    return False


def begins(text: str, at: int) -> bool:
    """Tell whether a word begins, or ends, at a place before the end: where a pattern's \\b is."""
    return (at > 0 and _in_word(text[at - 1])) is not _in_word(text[at])


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


@lru_cache(maxsize=4096)
def stem(term: str) -> str:
    """Return what an English word has in common with its other forms."""
    return term if len(term) < 5 else re.sub(r"(?:ing|ed|es|s|ment|al|ation|ies|y|e)$", "", term) or term


@lru_cache(maxsize=4096)
def _looked_for(term: str) -> tuple[str, bool]:
    """Return what is looked for in place of a term, and whether it must begin a word, as English does."""
    english = term[0].isascii() and not term[0].isdigit()
    return (stem(term) if english else term), english
