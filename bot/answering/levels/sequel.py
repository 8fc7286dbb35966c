"""The rest of a chain that a clause tells in several sentences: X may ask. Y looks into it. Z decides; W enters it."""

from collections.abc import Iterator, Sequence

from bot.answering.levels.level import Level
from corpus.models import Act, Rule

_BEFOREHAND = frozenset({Act.PROPOSE, Act.REVIEW})
_AFTERWARDS = frozenset({Act.CARRY_OUT, Act.SUPERVISE})


def followed(levels: Sequence[Level], text: str) -> Iterator[Level]:
    """Yield the levels of one clause, each with what the sentences of its paragraph say goes before and follows.

    What follows a decision holds whatever the case, all else only where no case is named. An act that a level names
    somebody for itself is not looked for beside it. `text` is the document's.
    """
    for n, level in enumerate(levels):
        own = _acts(level)
        before, after = [*_ahead(levels, n, text)], [*_behind(levels, n, text)]
        before = [rule for rule in before if rule.act not in own]
        known = own | {rule.act for rule in before}
        after = [rule for rule in after if rule.act not in known]
        more = bool(before or after)
        rules = (*before, *level.rules, *after)
        yield level.model_copy(update={"rules": rules, "said": tuple(own)}) if more else level


def _acts(level: Level) -> frozenset[Act]:
    return frozenset(rule.act for rule in level.rules)


def _ahead(levels: Sequence[Level], n: int, text: str) -> Iterator[Rule]:
    """Yield what is proposed, reviewed and decided in the sentences before, nearest last."""
    level, found = levels[n], list[Rule]()
    for other in reversed(levels[:n]):
        if level.condition or other.condition or "\n" in text[other.start : level.start]:
            break
        if other.names(Act.DECIDE):
            found = [*other.rules, *found] if _acts(level) <= _AFTERWARDS else found
            break
        if not _acts(other) <= _BEFOREHAND:
            break
        found = [*other.rules, *found]
    yield from found


def _behind(levels: Sequence[Level], n: int, text: str) -> Iterator[Rule]:
    """Yield what is decided and done afterwards, up to the end of the paragraph or to a sentence on something else."""
    level = levels[n]
    decided = level.names(Act.DECIDE)
    if not decided and (level.condition or _acts(level) <= _AFTERWARDS):
        return
    for other in levels[n + 1 :]:
        if "\n" in text[level.start : other.start]:
            return
        acts = _acts(other)
        if acts <= _AFTERWARDS and not other.condition:
            yield from other.rules
        elif decided and Act.DECIDE not in acts:
            return
        elif not decided:
            if other.condition or not (acts <= _BEFOREHAND or Act.DECIDE in acts):
                return
            decided = Act.DECIDE in acts
            yield from other.rules
