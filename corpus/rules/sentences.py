"""The rules of sentences: of one alone, and of those of a clause in order, who acts in one going on in the next."""

import re
from collections.abc import Sequence

from corpus.models import Rule
from corpus.outline.marks import mark
from corpus.passages import chinese
from corpus.quantities import ranges
from corpus.rules.chinese import wording as wording_zh
from corpus.rules.deeds import Deed
from corpus.rules.english import items as items_en
from corpus.rules.english import pronouns
from corpus.rules.english import wording as wording_en
from corpus.rules.made import made
from corpus.rules.matters import topic
from corpus.rules.occasions import at_times

_LONGEST = 400  # characters; a longer sentence is a list that nobody broke into lines
Actors = tuple[str, ...]
# a document's path, the link of a clause in it, and the document's text
Place = tuple[str, str, str]


def deeds(sentence: str) -> list[Deed]:
    """Return who does what in one sentence of either language."""
    read = wording_zh.deeds if chinese(sentence) else wording_en.deeds
    return read(sentence[:_LONGEST])


def from_sentence(document: str, link: str, text: str, span: tuple[int, int]) -> list[Rule]:
    """Read the rules of one sentence; `span` is where it stands in the document's text."""
    return made(document, link, unmarked(text, span), span, deeds(unmarked(text, span)))


# 将第二条第（二）项修改为：“…”, "3. Section 4.2 is replaced by: …": what comes before the new words is no rule
_AMENDS = re.compile(
    r"[^“”\"\n]{0,150}?(?:修改|修订|改|调整|变更|更正|增加|作为|replaced|substituted?|amended|inserted?|added|reads?\b|revised|changed)"
    r"[^“”\"\n]{0,40}?[“\"](?=[^”\"\n]{12})",
    re.I,
)
# by which act the changes are made that follow: By resolution of the Court these Rules are amended as follows:
_ENACTS = re.compile(
    r"(?=.*\b(?:is|are|be|hereby|stand)\b[^.;]*\b(?:amended|changed|altered|revised|modified|varied|replaced)\b)"
    r"[^.;]*\b(?:as follows|thus|in the following (?:way|manner|respects?)|by the following|the following (?:amendments?|changes?))\W*$",
    re.IGNORECASE | re.DOTALL,
)
# what a memo is about, and to whom it goes, is no rule
_HEAD = re.compile(r"(?:subject|re|from|to|date|ref)\s*:", re.IGNORECASE)


def unmarked(text: str, span: tuple[int, int]) -> str:
    """Return a sentence without the number that opens it, and without what leads up to the new words it quotes."""
    sentence = text[slice(*span)]
    if _HEAD.match(sentence) or _ENACTS.match(sentence):
        return ""
    leads = _AMENDS.match(sentence)
    own = sentence[leads.end() :] if leads else sentence
    opened = mark(own)
    return own[opened.length if opened else 0 :]


def of_sentences(
    place: Place, spans: Sequence[tuple[int, int]], carried: Actors, conditional: bool, alone: bool
) -> list[Rule]:
    """Read the sentences of a clause in order; who acts in one goes on in the next.

    `place` is the document, the clause's link and the document's text; `alone` tells that no lead-in says who acts.
    """
    document, link, text = place
    rules: list[Rule] = []
    last, before, asked = spans[0][0] if spans else 0, "", ""
    for at, span in enumerate(spans):
        if "\n" in text[last : span[0]]:
            carried, before = (), before if before.rstrip().endswith("?") else ""  # the answer may stand below
        last = span[1]
        sentence = unmarked(text, span)
        if chinese(sentence):
            found, carried = wording_zh.reading(sentence[:_LONGEST], carried, conditional)
        else:
            asked = before if before.rstrip().endswith("?") else asked
            found = _gone_on(sentence[:_LONGEST], before, alone, asked)
            asked = asked if items_en.answering(sentence[:_LONGEST], asked) else ""
            if not found and sentence.endswith(";") and at + 1 < len(spans):
                found = wording_en.going_before(sentence[:_LONGEST], text[slice(*spans[at + 1])])
            over = rules[-1].matter if rules and found and before.endswith(";") else ""
            if over and wording_en.leaves_out(sentence) and _says_no_matter(topic(sentence, found[0].start), over):
                rules += [
                    one.model_copy(update={"matter": over}) for one in made(document, link, sentence, span, found)
                ]
                found = []
            before = f"{before} {sentence}"[-_LONGEST:].lstrip() if before.endswith(";") else sentence
        rules += made(document, link, sentence, span, found)
    return rules


def _says_no_matter(words: str, over: str) -> bool:
    """Tell whether the words before an actor name nothing that he acts on, at most when or from which sum on: £90 to £900 –

    `over` is what the sentence before was about, which has no bound of its own then.
    """
    own = words.removeprefix("and").strip(" ,–—-:")
    bound = None if ranges(over) else next((one for one in ranges(own) if one.low != one.high), None)
    return not own or at_times(own) or (bound is not None and own[bound.start : bound.end] == own)


def _gone_on(sentence: str, before: str, alone: bool, asked: str) -> list[Deed]:
    """Read a sentence, and with the one before it what it leaves out: …; by the Board, on the Dean's advice, if …

    `asked` is the question that it may answer, with the answers before it: Who pays? The Cook, up to £9. | The Mate.
    """
    answered = items_en.answering(sentence, asked)
    own = items_en.of_role(sentence) or deeds(sentence)
    own = [*answered, *(deed for deed in own if all(deed.start != one.start for one in answered))]
    told = pronouns.gone_on(sentence, before, deeds) if before else []
    own = [*own, *(deed for deed in told if all((deed.start, deed.act) != (one.start, one.act) for one in own))]
    whole = wording_en.going_on(sentence, before) if before and (not own or wording_en.leaves_out(sentence)) else []
    known = {(deed.start, deed.act) for deed in own}
    found = [*own, *(deed for deed in whole if (deed.start, deed.act) not in known)]
    taken = {deed.start for deed in found}
    found += [deed for deed in wording_en.verbless(sentence) if alone and deed.start not in taken]
    return sorted(found, key=lambda deed: deed.start)


def left_open(text: str, leads: Sequence[tuple[int, int]]) -> Actors:
    """Return the actors whom a lead-in leaves to its items: 董事会行使下列职权："""
    sentence = unmarked(text, leads[0]) if leads else ""
    return wording_zh.left_open(sentence[:_LONGEST]) if chinese(sentence) else ()
