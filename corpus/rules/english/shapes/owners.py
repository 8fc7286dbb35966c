"""Who does what as English possessives say it: the Warden's consent, Board approval, the Board, whose ruling is final."""

from collections.abc import Iterator, Sequence
from itertools import dropwhile

from corpus.models import Act
from corpus.rules.english.grammar.heads import acts
from corpus.rules.english.grammar.lists import actors
from corpus.rules.english.grammar.names import SURE, Actor, at, read
from corpus.rules.english.grammar.objects import head_of
from corpus.rules.english.grammar.parts import Phrase, start_of
from corpus.rules.english.grammar.verbs import CONSENTS
from corpus.rules.english.grammar.words import ADJECTIVES
from corpus.rules.english.shapes.antecedents import antecedent
from corpus.rules.english.shapes.counsel import ADVICE, PROPOSALS
from corpus.rules.english.shapes.nominal import LEAVES, NEEDS, REMITS, Said, governed, referred, wanted, without


def owned(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read "the Warden's consent", "the Board, whose ruling is final"."""
    for n, phrase in enumerate(ph):
        noun = head_of(phrase)
        if phrase.kind != "name" or not noun:
            continue
        act = (
            Act.DECIDE
            if noun in CONSENTS
            or noun in ("decision", "ruling", "determination", "verdict", "word", "vote", "resolution", "veto")
            or (noun == "interpretation" and wanted(ph, n))
            or (noun in ("signature", "initial") and (governed(ph, n - 1) or wanted(ph, n)))
            else None
        )
        awaited = at(ph, n - 2).low == "for" and at(ph, n - 3).base == "wait" or at(ph, n - 2).base == "await"
        act = Act.DECIDE if noun in ("reply", "answer", "response") and awaited else act
        act = Act.SUPERVISE if noun == "attention" and at(ph, n - 2).low == "to" else act
        act = Act.REVIEW if noun in ADVICE else act
        goes = at(ph, n + 1).base in ("go", "pass") or (at(ph, n + 1).passive and at(ph, n + 2).low == "to")
        act = Act.PROPOSE if noun in PROPOSALS and (at(ph, n - 2).kind == "prep" or goes) else act
        grounds = at(ph, n - 2).low in ("on", "upon", "with", "after")
        act = Act.REVIEW if noun in ("report", "support") and grounds else act
        act = Act.DECIDE if noun in REMITS and at(ph, n - 2).low in ("in", "within") and at(ph, n - 1).owner else act
        act = without(ph, n - 2, noun) or act if at(ph, n - 1).owner else act
        act = Act.DECIDE if noun in LEAVES and _asked_for(ph, n - 2) and at(ph, n - 1).owner else act
        if act is None or referred(ph, n - 1):
            continue
        if at(ph, n - 1).kind == "whose":
            yield from (Said(actor, act, n, n) for actor in antecedent(ph, n - 2))
        elif at(ph, n - 1).owner and (actor := owner(ph, n - 1)) or _asked(ph, n, noun) and (actor := _compound(ph, n)):
            yield Said(actor, act, n, n)


def _asked(ph: Sequence[Phrase], n: int, noun: str) -> bool:
    """Tell whether consent or advice is asked for: prior | Board approval; after taking | HR advice."""
    taken = noun in ADVICE and at(ph, n - 1).base in ("take", "seek", "receive", "obtain")
    return taken or (noun in CONSENTS and (governed(ph, n) or wanted(ph, n)))


def _asked_for(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether what follows a place is asked for: with | the Dean's leave, needs | the Dean's leave."""
    return at(ph, n).low == "with" or at(ph, n).base in NEEDS


def _compound(ph: Sequence[Phrase], n: int) -> Actor | None:
    """Read the actor inside a compound: prior | Board | approval; prior | line manager | approval."""
    words = ph[n].words[:-1]
    first = next((k for k in range(len(words)) if all(w.title for w in words[k:])), len(words))
    own = words[first:] or [*dropwhile(lambda w: w.low in ADJECTIVES, words)]
    lettered = any(sum(letter.isupper() for letter in word.text) > 1 for word in own)  # HMRC, NHS England
    told = own and (acts(own[-1]) or lettered)
    return Actor(own[0].start, own[-1].end, SURE, n, n, own[-1]) if told else None


def owner(ph: Sequence[Phrase], n: int) -> Actor | None:
    """Read the name that ends with a possessive: the Head of Finance | 's."""
    for first in range(max(0, n - 4), n + 1):
        if ph[first].kind != "name" or (ph[first].owner and first < n):
            continue
        bare = [*ph[:n], ph[n]._replace(owner=False), *ph[n + 1 : n + 1]]
        actor = read(bare, first)
        if actor and actor.last == n and actor.sure:
            return actor
    return None


def of_owners(ph: Sequence[Phrase]) -> Iterator[Said]:
    """Read whose consent is needed where the noun is left out: those above £9 need | the Dean's."""
    last: Act | None = None
    for n, phrase in enumerate(ph):
        last = Act.DECIDE if head_of(phrase) in CONSENTS | LEAVES else last
        alone = phrase.owner and at(ph, n + 1).kind in ("stop", "comma", "adv") and last
        wanted = at(ph, n - 1).base in NEEDS or at(ph, n - 1).kind in ("name", "pron") or _in_case(ph, n)
        if phrase.low == "that" and at(ph, n + 1).low == "of":
            yield from (Said(actor, Act.DECIDE, n, actor.last) for actor in _that_of(ph, n, bool(last)))
        if alone and last and wanted and (actor := owner(ph, n)):
            yield Said(actor, last, n, n)


def _in_case(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a name stands alone behind what only says when: if the Clerk is away, | the Treasurer's."""
    opens = start_of(ph, n - 1, "stop", "colon", "comma") if at(ph, n - 1).kind == "comma" else n
    return at(ph, opens).kind == "sub"


def _that_of(ph: Sequence[Phrase], n: int, said: bool) -> list[Actor]:
    """Return whose consent is needed too: for over thirty, | that of the Dean; abroad they also need | that of the Head.

    `said` tells that the consent was named before.
    """
    before = at(ph, n - 1) if at(ph, n - 1).kind != "adv" else at(ph, n - 2)
    wanted = before.base in NEEDS or (said and before.kind == "comma")
    return actors(ph, n + 2, SURE) if wanted else []
