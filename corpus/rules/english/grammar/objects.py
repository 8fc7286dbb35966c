"""The nouns that English verbs govern or are said of: what is given, whose oversight is exercised."""

from collections.abc import Sequence

from corpus.models import Act
from corpus.rules.english.grammar.heads import head, singular
from corpus.rules.english.grammar.names import at
from corpus.rules.english.grammar.parts import Phrase, start_of
from corpus.rules.english.grammar.verbs import ACTS, NOUN_ACTS, form_of
from corpus.rules.english.grammar.words import word_set

# what may stand before an amount: may move up to and including £20
_UP_TO = word_set("up to and including over above under below")


def noun_act(words: Phrase) -> Act | None:
    """Return the act that the head of a name stands for: written consent, a recommendation."""
    if not words.words:
        return None
    noun = head(words.words).low
    return NOUN_ACTS.get(noun) or NOUN_ACTS.get(singular(noun))


def head_of(phrase: Phrase) -> str:
    """Return the singular of a name's head; of anything else, nothing."""
    return singular(head(phrase.words).low) if phrase.kind == "name" and phrase.words else ""


def _past_whose_behalf(ph: Sequence[Phrase], n: int) -> int:
    """Return where a verb's object stands behind in whose name a thing is done: take on behalf of the Board | a decision."""
    named = at(ph, n).low in ("on", "in") and head_of(at(ph, n + 1)) in ("behalf", "name") and at(ph, n + 2).low == "of"
    return n + 4 if named and at(ph, n + 3).kind == at(ph, n + 4).kind == "name" else n


def object_of(ph: Sequence[Phrase], verb: int) -> Phrase:
    """Return the name a verb governs: gives | or withholds | approval."""
    n = verb + 1
    while at(ph, n).kind in ("adv", "conj", "verb") and n < verb + 4:
        n += 1
    if ph[verb].base in ("give", "allow", "grant") and at(ph, n).kind == "pron":
        n += 1
    while at(ph, n).low in _UP_TO and n < verb + 6:
        n += 1
    n = _past_whose_behalf(ph, n)
    if ph[verb].base in ("give", "send") and at(ph, n).kind == "name":
        while at(ph, n + 1).kind in ("name", "adv", "prep") and (
            at(ph, n + 1).kind == "name" or at(ph, n + 1).low in ("at", "least")
        ):
            n += 1
    return at(ph, n)


_CHARGED = word_set(
    "approve authorise authorize sanction ratify grant decide determine review scrutinise check assess vet monitor oversee "
    "supervise"
)
_CHARGES = frozenset(
    {"approval", "review", "authorisation", "authorization", "appointment", "oversight", "supervision"}
)


def charged_with(ph: Sequence[Phrase], n: int) -> Act | None:
    """Return the act that somebody is charged with: responsible for approving leave, in charge of the review of bids."""
    for k in range(n + 1, min(n + 6, len(ph) - 1)):
        if ph[k].low not in ("for", "of", "with"):
            continue
        first = form_of(ph[k + 1].words[0].low) if ph[k + 1].words else None
        act = ACTS.get(first.base) if first and first.kind == "g" and first.base in _CHARGED else None
        noun = NOUN_ACTS.get(head_of(ph[k + 1])) if head_of(ph[k + 1]) in _CHARGES else None
        if act or noun:
            return act or noun
    return None


def _before_aside(ph: Sequence[Phrase], verb: int) -> int:
    """Return where the aside of a condition opens that ends before a verb: Suspension |, while …, is ordered."""
    if at(ph, verb - 1).kind != "comma":
        return verb
    opens = next((k for k in range(verb - 2, 0, -1) if ph[k].kind in ("comma", "stop")), -1)
    return opens if opens > 0 and ph[opens].kind == "comma" and at(ph, opens + 1).kind == "sub" else verb


def subject_noun(ph: Sequence[Phrase], verb: int) -> Phrase:
    """Return the name that the part of a sentence before a verb opens with: Oversight of the scheme is …"""
    since = start_of(ph, _before_aside(ph, verb), "stop", "colon", "sub")
    while at(ph, since - 1).kind == "sub" and not any(p.kind == "verb" for p in ph[since:verb]):
        since = start_of(ph, since - 1, "stop", "colon", "sub")  # a call after hours | is given
        if not any(p.kind == "name" for p in ph[since:verb]):
            break
    names = [n for n in range(since, verb) if ph[n].kind == "name"]
    told = [n for n in range(since, verb) if ph[n].kind == "rel"]
    finite = [
        n for n in range(since, verb) if ph[n].kind == "verb" and ph[n].finite and ph[n].base and n - 1 not in told
    ]
    behind = [n for n in names if not any(n < f for f in finite)] or names
    free = [n for n in behind if at(ph, n - 1).kind != "prep"]
    return ph[(free or behind)[0]] if behind else at(ph, -1)
