"""The branches of a procedure: its steps' turns, each led to the step that it names."""

from collections.abc import Iterator, Sequence

from corpus.branches import chinese, english
from corpus.branches.models import Aim, Branch, Turn
from corpus.models import Procedure, Step
from corpus.passages import chinese as in_chinese
from corpus.quantities.numbers import plain

_BRACKETS = "（）()"
# Longer steps are whole documents that were taken for one; what they turn to would not be read in a picture.
_LONGEST = 2000


def branches(procedure: Procedure) -> tuple[Branch, ...]:
    """Return where steps go on to others than the next, or to the next in one case alone, in the order of the steps.

    A turn to a step that there is not, or that cannot be told from another, is none.
    """
    found = (_branch(step, turn, procedure.steps) for step in procedure.steps for turn in _turns(step.action))
    return tuple(dict.fromkeys(branch for branch in found if branch is not None))


def goes_on(procedure: Procedure, found: Sequence[Branch], at: int) -> bool:
    """Tell whether step `at` leads to the next: not where it always turns elsewhere, and another leads there."""
    if at >= len(procedure.steps):
        return False
    always = any(one.at == at and not one.condition and one.to != at + 1 for one in found)
    return not always or not any(one.to == at + 1 and one.at != at for one in found)


def _turns(action: str) -> Iterator[Turn]:
    words = action[:_LONGEST]
    return chinese.turns(words) if in_chinese(words) else english.turns(words)


def _branch(step: Step, turn: Turn, steps: Sequence[Step]) -> Branch | None:
    to = _target(step, turn, steps)
    elsewhere = to is not None and to != step.number and (turn.condition or to not in (0, step.number + 1))
    return Branch(at=step.number, to=to, condition=turn.condition) if to is not None and elsewhere else None


def _target(step: Step, turn: Turn, steps: Sequence[Step]) -> int | None:
    """Return the number of the step that a turn leads to, 0 for the end, None where there is none such."""
    match turn.aim:
        case Aim.STEP | Aim.AFTER:
            number = int(plain(turn.named)) + (turn.aim is Aim.AFTER)
            last = len(steps) + (turn.aim is Aim.AFTER)
            return (number if number <= len(steps) else 0) if 1 <= number <= last else None
        case Aim.MARK:
            return _marked(turn.named, steps)
        case Aim.BEFORE:
            return step.number - 1 or None
        case Aim.NEXT:
            return step.number + 1 if step.number < len(steps) else None
        case Aim.FIRST:
            return 1
        case Aim.END:
            return 0 if step.number < len(steps) else None
        case Aim.ACTOR:
            return _acting(turn.named, step, steps)


def _marked(named: str, steps: Sequence[Step]) -> int | None:
    """Return the step that bears a mark as the last of its label: （三）, (b)."""
    found = [s.number for s in steps if s.label.endswith(("）", ")")) and plain(_last(s.label)) == plain(named)]
    return found[0] if len(found) == 1 else None


def _last(label: str) -> str:
    return label.rstrip(_BRACKETS).replace("（", "(").rpartition("(")[2]


def _acting(words: str, step: Step, steps: Sequence[Step]) -> int | None:
    """Return the one step before in which somebody acts with whose name the words begin."""
    before = [s for s in steps if s.number < step.number and s.actor and words.lower().startswith(s.actor.lower())]
    return before[0].number if len({s.number for s in before}) == 1 else None
