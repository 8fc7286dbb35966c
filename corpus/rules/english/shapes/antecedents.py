"""Whom an English relative or a pronoun goes on about: the Panel, which; A or B, either of whom; he, she or it."""

from collections.abc import Sequence

from corpus.rules.english.acts.asking import measured
from corpus.rules.english.grammar.heads import a_body, ordinary
from corpus.rules.english.grammar.lists import actors
from corpus.rules.english.grammar.names import SURE, Actor, at, read
from corpus.rules.english.grammar.parts import Phrase, back, start_of

_LONGEST_LIST = 16


def antecedent(ph: Sequence[Phrase], n: int) -> list[Actor]:
    """Return the actors a relative clause goes on about: the name that ends at or before a place."""
    n = back(ph, n, "comma", "prep", "adv")
    if at(ph, n).kind == "verb" and not at(ph, n).finite:
        n = back(ph, n, "verb", "adv")
    for first in range(max(0, n - 8), n + 1):
        actor = read(ph, first)
        if actor is not None and actor.last == n and at(ph, first - 1).low == "not":
            return antecedent(ph, first - 2)
        if actor is not None and actor.last == n and at(ph, first - 1).low != "of":
            if not actor.sure and measured(ph[n]) and at(ph, n - 1).kind == "prep":
                return antecedent(ph, n - 2)  # to the Dean within 5 days, who
            return [actor] if actor.sure else []
    return []


def listed_before(ph: Sequence[Phrase], n: int) -> list[Actor]:
    """Return the longest list of actors that ends at a place, wherever it hangs."""
    for first in range(max(0, n - _LONGEST_LIST), n + 1):
        found = actors(ph, first, SURE)
        if found and found[-1].last == n:
            return found
    return []


def meant(ph: Sequence[Phrase], n: int) -> list[Actor]:
    """Return whom "he" or "she" stands for: the last office named before; "it" that decides, the last body."""
    if at(ph, n - 1).kind == "rel":
        return []
    for first in range(n - 1, -1, -1):
        actor = read(ph, first) if at(ph, first).kind == "name" and not at(ph, first - 1).owner else None
        if actor and actor.sure == SURE and not ordinary(actor.noun) and a_body(actor.noun) == (ph[n].low == "it"):
            return [actor]
    return []


_BIDS = ("tell", "ask", "see", "inform", "notify", "contact", "call")


def bidden_first(ph: Sequence[Phrase], n: int) -> list[Actor]:
    """Return whom "they" stands for behind a bidding: Tell the Grounds Team first; | they inspect the site."""
    opens = start_of(ph, n - 1, "stop", "colon")
    bids = at(ph, opens).base in _BIDS and at(ph, opens).form == "b" and at(ph, n - 1).kind in ("stop", "conj")
    actor = read(ph, opens + 1) if bids else None
    return [actor] if actor and actor.sure == SURE and not ordinary(actor.noun) else []
