"""Whether an answer leaves open what is asked: its clause speaks of the matter and names nobody, or no number."""

import re
from collections.abc import Mapping, Sequence

from bot.answering.asked.question import Question
from bot.answering.models import Answer, Nearest, Status
from bot.answering.saying import phrases
from bot.answering.saying.undecided import found_nothing
from bot.answering.weighing.measured import counted, timed
from corpus.models import Act, Document, Kind
from corpus.outline.marks import mark
from corpus.quantities import figures

_SHORTEST = 2  # characters of a name that is looked for in the words of a clause
# who only asks for a thing, or puts it forward, is not the one who settles or does it
_ASKING = frozenset((Act.PROPOSE,))
# the number of an item within the words: (2)
_NUMBERED = re.compile(r"[（(]\s*(?:\d{1,2}|[a-z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})\s*[)）]", re.IGNORECASE)
# what is as much as a number: 不限次数, free of charge, in full
_WITHOUT_END = re.compile(
    r"不限|无限|免费|免收|全[额部数]|随时|立即|当[天日]|[一全]半|减半|加倍"
    r"|\b(?:unlimited|no limit|any number|free|in full|nothing|none|half|double|twice|once|immediately|same day)\b",
    re.IGNORECASE,
)
_SETTLING = frozenset((Act.DECIDE, Act.CARRY_OUT))


def leaves_open(question: Question, made: Answer, documents: Mapping[str, Document]) -> bool:
    """Tell whether the words of an answer leave open what is asked: who does a thing, or how many, or how long."""
    return names_nobody(made, documents) or names_no_number(question, made, documents)


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


def names_no_number(question: Question, made: Answer, documents: Mapping[str, Document]) -> bool:
    """Tell whether a number or a length is asked for, and the words that answer name none at all, nor how often."""
    if made.status is not Status.ANSWERED or made.asked or not question.numbered or not made.citations or made.steps:
        return False
    words = made.citations[0].quote
    while opened := mark(words):
        words = words[opened.length :].lstrip()
    words = _NUMBERED.sub(" ", words)
    told = figures(words) or timed(words) or counted(words, money=False) or _WITHOUT_END.search(words)
    return documents[made.citations[0].document].facts.kind is not Kind.FAQ and not told


def left_open(question: Question, asked: Act | None, nearest: Sequence[Nearest]) -> Answer:
    """Say that what speaks of the matter doesn't say who does it, or how many, and where it speaks of it."""
    lang = question.language
    said = phrases.SILENT[lang].format(act=phrases.ACTS[lang][asked].lower()) if asked else phrases.UNCOUNTED[lang]
    return found_nothing(question, [said, phrases.NEAREST[lang]], nearest)
