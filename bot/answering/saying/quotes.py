"""Which words of a clause an answer rests on: whole sentences, as they stand in the document."""

from collections.abc import Sequence

from bot.answering.asked.question import Question
from bot.answering.weighing.coverage import Rarity, coverage
from corpus.models import Passage, Rule
from corpus.passages import sentences

# A clause up to this many characters is quoted whole; of a longer one the sentences that matter.
WHOLE = 160
WHOLE_ENGLISH = 420


def _limit(text: str) -> int:
    return WHOLE_ENGLISH if text.isascii() or text[:1].isascii() and text[1:2].isascii() else WHOLE


def best_span(question: Question, passage: Passage, rules: Sequence[Rule], rarity: Rarity) -> tuple[int, int]:
    """Return the span, in the document's text, of the words of a passage that answer best.

    The sentence that covers most of the question is taken, with the neighbours on the way to the
    sentence that names the actor, as long as the whole stays short enough to read.
    """
    if len(passage.text) <= _limit(passage.text):
        return passage.start, passage.end
    spans = [(passage.start + s, passage.start + e) for s, e in sentences(passage.text)]
    if not spans:
        return passage.start, passage.end
    text = {span: passage.text[span[0] - passage.start : span[1] - passage.start] for span in spans}
    asked = {(r.start, r.end) for r in rules if not question.acts or r.act in question.acts}

    def worth(span: tuple[int, int]) -> float:
        named = any(span[0] < end and start < span[1] for start, end in asked)
        return coverage(question, text[span], rarity) + (0.3 if named and question.acts else 0)

    best = max(spans, key=worth)
    return _with_neighbours(spans, spans.index(best), _limit(passage.text))


def _with_neighbours(spans: Sequence[tuple[int, int]], at: int, limit: int) -> tuple[int, int]:
    """Widen a sentence by the ones after it, then before it, while it stays short."""
    first = last = at
    while last + 1 < len(spans) and spans[last + 1][1] - spans[first][0] <= limit:
        last += 1
    while first > 0 and spans[last][1] - spans[first - 1][0] <= limit:
        first -= 1
    return spans[first][0], spans[last][1]
