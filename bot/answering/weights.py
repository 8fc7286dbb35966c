"""What each feature of the evidence weighs: fitted numbers, made by `python -m scripts.fit`.

They were fitted on the golden questions marked "fit" and on eight of the rulebooks in tests/rulebooks;
benchmarks/results says how well they do on documents they were not fitted on.
"""

from enum import StrEnum


class Feature(StrEnum):
    """One thing that speaks for or against a clause as the answer to a question."""

    COSINE = "cosine"  # likeness of the vectors
    TOUCHED = "touched"  # how near it comes to the question's words on average
    MISSED = "missed"  # and to those it comes least near to
    OWN = "own"  # share of the question's terms in the clause itself
    WHOLE = "whole"  # the same with its headings and lead-in
    GLOSSARY = "glossary"  # share of the question's terms that it holds in the other language
    WORDS = "words"  # BM25, as a share of the best hit's
    KIND = "kind"  # it says the kind of thing asked for: an actor of that act, a number, a time
    ACTOR = "actor"  # the same where an actor is asked for
    VERB = "verb"  # the act of the actor asked for is printed with the question's verb
    LEVEL = "level"  # 1 where its amounts take in the question's, -1 where they shut it out
    ACROSS = "across"  # it is in the other language, so that no term can stand in it
    NO_RULE = "no_rule"  # reference material or a draft
    LENGTH = "length"  # log of its length over a usual clause's
    OUTER = "outer"  # a narrower passage inside it was found too


class Sign(StrEnum):
    """One thing that tells whether the best clause answers the question at all."""

    COSINE = "cosine"
    TOUCHED = "touched"
    MISSED = "missed"
    WHOLE = "whole"
    KIND = "kind"
    VERB = "verb"
    GLOSSARY = "glossary"
    STANDOUT = "standout"  # how far its cosine lies above the rulebook's mean
    LEVEL = "level"
    ACROSS = "across"
    NUMBER = "number"  # a length of time or a number is asked for
    TERMS = "terms"  # log of the number of the question's terms
    WHO = "who"  # an actor is asked for


WEIGHTS: dict[Feature, float] = {
    Feature.COSINE: 0.924,
    Feature.TOUCHED: 0.797,
    Feature.MISSED: 0.457,
    Feature.OWN: 0.622,
    Feature.WHOLE: 0.770,
    Feature.GLOSSARY: 0.405,
    Feature.WORDS: 1.564,
    Feature.KIND: 1.271,
    Feature.ACTOR: 0.856,
    Feature.VERB: 0.377,
    Feature.LEVEL: 0.938,
    Feature.ACROSS: -0.003,
    Feature.NO_RULE: -0.379,
    Feature.LENGTH: -0.100,
    Feature.OUTER: -1.366,
}
SUPPORT: dict[Sign, float] = {
    Sign.COSINE: 0.345,
    Sign.TOUCHED: 0.338,
    Sign.MISSED: -0.016,
    Sign.WHOLE: -0.391,
    Sign.KIND: 1.388,
    Sign.VERB: 0.616,
    Sign.GLOSSARY: 2.300,
    Sign.STANDOUT: 0.322,
    Sign.LEVEL: 0.933,
    Sign.ACROSS: 0.451,
    Sign.NUMBER: -1.414,
    Sign.TERMS: 1.135,
    Sign.WHO: 0.418,
}
# within a language, and across languages, where cosines are lower; both moved by hand 0.18 below the
# fitted point, at which 95 % of the answerable questions are answered: no answer beats a wrong one
BIAS = -1.278
BIAS_ACROSS = -1.853
