"""English sentences that are turned round, set straight: only then does the Dean settle; resolved that the Clerk obtain."""

from collections.abc import Sequence

from corpus.rules.english.grammar.parts import Phrase, at, back

_OPENS = ("stop", "colon")
_RESOLVED = ("resolve", "order", "move", "direct")


def straight(ph: list[Phrase]) -> list[Phrase]:
    """Return phrases with verbs as plain clauses have them."""
    return _bidden(_uninverted(ph))


def _uninverted(ph: list[Phrase]) -> list[Phrase]:
    """Leave out the "does" that stands before its subject: only after a vote | does | the Dean settle the plan."""
    if at(ph, 0).low != "only":
        return ph
    for n, phrase in enumerate(ph):
        name = at(ph, n + 1)
        turned = (
            phrase.kind == "verb" and len(phrase.words) == 1 and phrase.words[0].low in ("do", "does", "may", "can")
        )
        verb = next((k for k in range(n + 2, len(ph)) if ph[k].kind not in ("prep", "name", "adv")), len(ph))
        if turned and name.kind == "name" and at(ph, verb).form == "b" and not ph[verb].infinitive:
            modal = phrase.modal or ph[verb].modal
            return [*ph[:n], *ph[n + 1 : verb], ph[verb]._replace(modal=modal, finite=True), *ph[verb + 1 :]]
    return ph


def _bidden(ph: list[Phrase]) -> list[Phrase]:
    """Take a plain verb behind "resolved that" for what somebody must do: resolved that the Clerk | obtain quotations."""
    opens = at(ph, 0)
    that = 1 + (at(ph, 1).kind == "comma")
    if opens.kind != "verb" or opens.base not in _RESOLVED or opens.form != "n" or at(ph, that).low != "that":
        return ph
    return [p._replace(modal="must") if n > that and _plain(ph, n) else p for n, p in enumerate(ph)]


def _plain(ph: Sequence[Phrase], n: int) -> bool:
    """Tell whether a verb stands in its plain form behind its subject, or behind another that does."""
    own = ph[n].kind == "verb" and ph[n].form == "b" and not (ph[n].modal or ph[n].infinitive)
    return own and at(ph, back(ph, n - 1, "adv")).kind in ("name", "conj")
