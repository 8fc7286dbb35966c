"""Whether the amounts that a clause bounds take in what a question names."""

from bot.answering.asked.question import Question
from corpus.quantities import bare_sums, compatible, in_money, ranges


def level(question: Question, words: str) -> float:
    """Return 1 when the amounts a clause bounds take in what a question names, -1 when they shut it out, else 0."""
    asked, said = ranges(question.text), ranges(words)
    if not in_money(asked) and (in_money(said) or not (asked or said)):
        asked = [*asked, *bare_sums(question.text)]
    if in_money(asked) and not in_money(said):
        said = [*said, *bare_sums(words)]
    bounded = [r for r in said if r.low != r.high] if asked else []
    if not {r.measure for r in asked} & {r.measure for r in bounded}:
        return 0.0
    return 1.0 if compatible(bounded, asked) else -1.0
