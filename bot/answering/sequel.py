"""Who carries out and watches over what a clause decides, in the sentences behind: …; the Registrar then enters it."""

from collections.abc import Iterator, Sequence

from bot.answering.level import Level
from corpus.models import Act, Rule

_AFTERWARDS = frozenset({Act.CARRY_OUT, Act.SUPERVISE})


def followed(levels: Sequence[Level], text: str) -> Iterator[Level]:
    """Yield the levels of one clause, those that decide with what follows in their paragraph whatever the case.

    An act that a level names somebody for itself is not looked for behind it. `text` is the document's.
    """
    for n, level in enumerate(levels):
        own = {rule.act for rule in level.rules}
        more = [rule for rule in _behind(level, levels[n + 1 :], text) if rule.act not in own]
        if not more or not level.names(Act.DECIDE):
            yield level
        else:
            yield level.model_copy(update={"rules": (*level.rules, *more)})


def _behind(level: Level, later: Sequence[Level], text: str) -> Iterator[Rule]:
    """Yield what is done afterwards, up to the end of the paragraph or to a sentence on something else."""
    for other in later:
        if "\n" in text[level.start : other.start]:
            return
        acts = {rule.act for rule in other.rules}
        if acts <= _AFTERWARDS and not other.condition:
            yield from other.rules
        elif Act.DECIDE not in acts:
            return
