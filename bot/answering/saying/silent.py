"""Whether an answer leaves open who does what is asked about: its clause speaks of the matter and names nobody."""

from collections.abc import Mapping, Sequence

from bot.answering.asked.question import Question
from bot.answering.models import Answer, Nearest, Status
from bot.answering.saying import phrases
from bot.answering.saying.undecided import found_nothing
from corpus.models import Act, Document, Kind

_SHORTEST = 2  # characters of a name that is looked for in the words of a clause
# who only asks for a thing, or puts it forward, is not the one who settles or does it
_ASKING = frozenset((Act.PROPOSE,))
_SETTLING = frozenset((Act.DECIDE, Act.CARRY_OUT))


def names_nobody(made: Answer, documents: Mapping[str, Document]) -> bool:
    """Tell whether nobody is named for the act an answer is asked for, nor anybody who acts elsewhere in its document.

    An entry of an FAQ was written as an answer, and of a document in which nobody acts nothing can be told.
    """
    if made.status is not Status.ANSWERED or made.asked is None or not made.citations:
        return False
    named = {act for act in Act if made.decision and made.decision.of(act)}
    if named:
        return named == _ASKING and made.asked in _SETTLING
    document = documents[made.citations[0].document]
    known = {rule.actor for rule in document.rules if len(rule.actor) >= _SHORTEST}
    words = made.citations[0].quote
    return document.facts.kind is not Kind.FAQ and bool(known) and not any(_stands_in(words, one) for one in known)


def _stands_in(words: str, name: str) -> bool:
    """Tell whether a name stands in some words, of Latin letters as a word of its own."""
    at = words.find(name)
    while at >= 0:
        edges = words[at - 1 : at] + name[0], name[-1] + words[at + len(name) : at + len(name) + 1]
        if not any(pair.isascii() and pair.isalnum() and len(pair) > 1 for pair in edges):
            return True
        at = words.find(name, at + 1)
    return False


def left_open(question: Question, asked: Act, nearest: Sequence[Nearest]) -> Answer:
    """Say that what speaks of the matter doesn't say who does it, and where it speaks of it."""
    lang = question.language
    act = phrases.ACTS[lang][asked].lower()
    return found_nothing(question, [phrases.SILENT[lang].format(act=act), phrases.NEAREST[lang]], nearest)
