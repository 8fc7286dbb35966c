"""What each feature of the evidence weighs: fitted numbers, made by `python -m scripts.fit`.

They were fitted on the golden questions marked "fit" and on thirty-nine of the rulebooks in tests/rulebooks, with the
encoder and the matcher in the repository, of which each rulebook was told by the parts that did not learn from it.
The signs' were fitted on the questions from the middle of procedures besides (midway.jsonl), each counting half.
benchmarks/results says how well they do on documents they were not fitted on. How many characters a question has would
tell many of ours apart and is no sign: those we wrote to be unanswerable are shorter.
"""

from enum import StrEnum


class Feature(StrEnum):
    """One thing that speaks for or against a clause as the answer to a question."""

    COSINE = "cosine"  # likeness of the vectors
    TOUCHED = "touched"  # how near it comes to the question's words on average
    MISSED = "missed"  # and to those it comes least near to
    BESIDE = "beside"  # mean likeness of what else stands under its heading
    MATCH = "match"  # how surely it answers, by what was learned from other questions
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
    SIDE = "side"  # 1 where it takes the question's side of something (预算内, not budgeted), -1 where the other
    SAID = "said"  # share of the question's terms in what a rule of the act asked for says of its matter
    OUTER = "outer"  # a narrower passage inside it was found too


class Sign(StrEnum):
    """One thing that tells whether the best clause answers the question at all."""

    COSINE = "cosine"
    KIND = "kind"
    VERB = "verb"
    GLOSSARY = "glossary"
    LEVEL = "level"
    ACTED = "acted"
    MATCH = "match"  # how surely it answers, by what was learned from other questions
    STANDOUT = "standout"  # how far its cosine lies above the rulebook's mean
    TERMS = "terms"  # log of the number of the question's terms, 0 where it says what has been done
    DONE = "done"  # it says so
    ABSENT = "absent"  # share of the question's terms that stand in nothing that was found
    SAID = "said"  # share of them in what a rule of the act asked for says of its matter
    TITLE = "title"  # share of them in the title of its document
    OPEN = "open"  # neither an actor nor a number is asked for
    WHO_COSINE = "who_cosine"  # its cosine where an actor is asked for
    NUMBER_WHOLE = "number_whole"  # of WHOLE, where a time or a number is asked for
    NUMBER_CLOSE = "number_close"  # share of the question's terms in the very sentence that names one


class Contrast(StrEnum):
    """One thing that tells whether a clause of another document settles the same matter as the one that is cited."""

    LIKE = "like"  # cosine of the two
    LEAD = "lead"  # by how much it is liker to the cited one than all else that other documents say
    BACK = "back"  # and the cited one to it
    MUTUAL = "mutual"  # both are
    WORDS = "words"  # share of what the one with fewer words speaks of that the other speaks of too
    APART = "apart"  # by how much one supports an answer better than the other
    COSINE = "cosine"  # its likeness to the question


WEIGHTS: dict[Feature, float] = {
    Feature.COSINE: 0.736,
    Feature.TOUCHED: 0.389,
    Feature.MISSED: -0.016,
    Feature.BESIDE: 0.131,
    Feature.MATCH: 0.397,
    Feature.OWN: 0.325,
    Feature.WHOLE: 0.423,
    Feature.GLOSSARY: 0.125,
    Feature.WORDS: 0.843,
    Feature.KIND: 1.058,
    Feature.ACTOR: 0.772,
    Feature.VERB: 0.318,
    Feature.LEVEL: 0.865,
    Feature.ACROSS: -0.002,
    Feature.NO_RULE: -0.441,
    Feature.LENGTH: -0.088,
    Feature.ACTED: -0.043,
    Feature.SIDE: 0.425,
    Feature.SAID: 0.646,
    Feature.OUTER: -1.182,
}
SUPPORT: dict[Sign, float] = {
    Sign.COSINE: 0.232,
    Sign.KIND: 1.029,
    Sign.VERB: 0.412,
    Sign.GLOSSARY: 1.841,
    Sign.LEVEL: 0.980,
    Sign.ACTED: -1.850,
    Sign.MATCH: 0.245,
    Sign.STANDOUT: -0.085,
    Sign.TERMS: 0.251,
    Sign.DONE: 0.526,
    Sign.ABSENT: 0.579,
    Sign.SAID: 0.640,
    Sign.TITLE: 1.256,
    Sign.OPEN: 0.806,
    Sign.WHO_COSINE: -0.079,
    Sign.NUMBER_WHOLE: -0.898,
    Sign.NUMBER_CLOSE: 1.782,
}
# within a language, and across languages, where cosines are lower: so that about 94 % of the answerable questions they
# were fitted on are answered, those of midway.jsonl not counted.
BIAS = 0.675
BIAS_ACROSS = 0.710
# made by scripts.fit_contradiction from the same rulebooks: with each left out in turn, 25 of 38
# contradictions are found, at 3 false alarms. LIKE counts against what LEAD and BACK say of it already.
CONTRADICTION: dict[Contrast, float] = {
    Contrast.LIKE: -4.069,
    Contrast.LEAD: 9.615,
    Contrast.BACK: 6.660,
    Contrast.MUTUAL: 0.989,
    Contrast.WORDS: 4.030,
    Contrast.APART: -0.332,
    Contrast.COSINE: 3.773,
}
CONTRADICTION_BIAS = -2.568
