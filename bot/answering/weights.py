"""What each feature of the evidence weighs: fitted numbers, made by `python -m scripts.fit`.

They were fitted on the golden questions marked "fit", whose documents are none of those marked "held";
benchmarks/results says how well they do on documents they were not fitted on.
"""

from enum import StrEnum


class Feature(StrEnum):
    """One thing that speaks for or against a clause as the answer to a question."""

    COSINE = "cosine"  # likeness of the vectors
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
    OWN = "own"
    WHOLE = "whole"
    KIND = "kind"
    VERB = "verb"
    GLOSSARY = "glossary"
    STANDOUT = "standout"  # how far its cosine lies above the rulebook's mean
    LEVEL = "level"
    ACROSS = "across"
    LEAD = "lead"  # how far the best clause is ahead of the next five
    TERMS = "terms"  # log of the number of the question's terms
    WHO = "who"  # an actor is asked for


WEIGHTS: dict[Feature, float] = {
    Feature.COSINE: 1.319,
    Feature.OWN: 0.505,
    Feature.WHOLE: 1.018,
    Feature.GLOSSARY: 0.311,
    Feature.WORDS: 1.456,
    Feature.KIND: 1.394,
    Feature.ACTOR: 0.880,
    Feature.VERB: 0.252,
    Feature.LEVEL: 1.244,
    Feature.ACROSS: -0.006,
    Feature.NO_RULE: -0.509,
    Feature.LENGTH: 0.206,
    Feature.OUTER: -1.728,
}
SUPPORT: dict[Sign, float] = {
    Sign.COSINE: 0.471,
    Sign.OWN: -1.981,
    Sign.WHOLE: 1.372,
    Sign.KIND: 0.831,
    Sign.VERB: 0.768,
    Sign.GLOSSARY: 0.616,
    Sign.STANDOUT: 0.317,
    Sign.LEVEL: 1.259,
    Sign.ACROSS: 0.237,
    Sign.LEAD: 0.001,
    Sign.TERMS: 1.119,
    Sign.WHO: 0.970,
}
# within a language, and across languages, where cosines are lower
BIAS = -0.409
BIAS_ACROSS = -1.433
