"""What English charges name: responsible for approving leave, monitoring spending and advising the Board."""

from collections.abc import Iterator, Sequence

from corpus.models import Act
from corpus.rules.english.acts.active import active
from corpus.rules.english.grammar.names import Actor, at
from corpus.rules.english.grammar.objects import charged_with
from corpus.rules.english.grammar.parts import Phrase
from corpus.rules.english.grammar.verbs import PHRASAL, form_of

_FAR = 4  # phrases between a copula and the preposition behind "responsible"


def charges(ph: Sequence[Phrase], n: int, who: Actor) -> list[Act]:
    """Return what somebody is charged with behind the copula at a place; with carrying out, where no act is named."""
    opens = next((k for k in range(n + 1, n + _FAR) if at(ph, k).low in ("for", "of", "with")), -1)
    if opens < 0:
        return [charged_with(ph, n) or Act.CARRY_OUT]
    end = next((k for k in range(opens + 1, len(ph)) if _ends(ph[k])), len(ph))
    joined = [k for k in range(opens + 1, end) if k == opens + 1 or _joined(ph, k)]
    named = [act for k in joined for act in _doing(ph, k, who)]
    return list(dict.fromkeys(named)) or [charged_with(ph, n) or Act.CARRY_OUT]


def _joined(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a phrase is a further charge: keeping the list, and (for) | telling the Clerk."""
    return ph[n - 1].kind in ("comma", "conj") or (ph[n - 1].low in ("for", "with") and ph[n - 2].kind == "conj")


def _ends(phrase: Phrase) -> bool:
    return phrase.kind in ("stop", "sub", "rel", "colon") or (phrase.kind == "verb" and phrase.finite)


def _doing(ph: Sequence[Phrase], n: int, who: Actor) -> Iterator[Act]:
    """Read a phrase that opens with a verb in -ing as what somebody must do: setting charges, signing off claims."""
    words = ph[n].words
    form = form_of(words[0].low) if words else None
    if form is None or form.kind != "g" or words[0].title:
        return
    rest = words[1:]
    after = rest[0].low if rest else at(ph, n + 1).low
    base = PHRASAL.get((form.base, after), form.base)
    verb = ph[n]._replace(
        kind="verb", words=words[:1], end=words[0].end, base=base, form="b", modal="must", finite=True
    )
    what = [ph[n]._replace(words=rest, start=rest[0].start, det="")] if rest and base == form.base else []
    act = active([*ph[:n], verb, *what, *ph[n + 1 :]], n, who)
    if act:
        yield act
