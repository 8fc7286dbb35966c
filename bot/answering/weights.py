"""What each feature of the evidence weighs: fitted numbers, made by `python -m scripts.fit`.

They were fitted on the golden questions marked "fit" and on eight of the rulebooks in tests/rulebooks, with questions
encoded in 32 bits; fitting them anew in eight bits changed no figure for the better. benchmarks/results says how well
they do on documents they were not fitted on.
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
    ACTED = "acted"  # of OWN, the share that stands only in the names of who acts there
    OPPOSITE = "opposite"  # it denies what the question affirms, or the other way round
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
    ACTED = "acted"
    OPPOSITE = "opposite"


WEIGHTS: dict[Feature, float] = {
    Feature.COSINE: 0.938,
    Feature.TOUCHED: 0.793,
    Feature.MISSED: 0.449,
    Feature.OWN: 0.645,
    Feature.WHOLE: 0.775,
    Feature.GLOSSARY: 0.408,
    Feature.WORDS: 1.587,
    Feature.KIND: 1.272,
    Feature.ACTOR: 0.854,
    Feature.VERB: 0.378,
    Feature.LEVEL: 0.939,
    Feature.ACROSS: -0.003,
    Feature.NO_RULE: -0.386,
    Feature.LENGTH: -0.080,
    Feature.ACTED: -0.074,
    Feature.OPPOSITE: -0.338,
    Feature.OUTER: -1.369,
}
SUPPORT: dict[Sign, float] = {
    Sign.COSINE: 0.335,
    Sign.TOUCHED: 0.362,
    Sign.MISSED: 0.055,
    Sign.WHOLE: -0.272,
    Sign.KIND: 1.357,
    Sign.VERB: 0.650,
    Sign.GLOSSARY: 2.355,
    Sign.STANDOUT: 0.260,
    Sign.LEVEL: 0.923,
    Sign.ACROSS: 0.467,
    Sign.NUMBER: -1.444,
    Sign.TERMS: 1.181,
    Sign.WHO: 0.600,
    Sign.ACTED: -8.287,
    Sign.OPPOSITE: 0.227,
}
# within a language, and across languages, where cosines are lower; both moved by hand 0.18 below the
# fitted point, at which 95 % of the answerable questions are answered: no answer beats a wrong one
BIAS = -1.200
BIAS_ACROSS = -1.942
