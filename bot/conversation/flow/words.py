"""PURE: the flow of a procedure in words, for under its picture or in its place."""

from collections.abc import Sequence

from bot.answering.models import Language
from bot.answering.saying.branching import branch_lines
from bot.conversation.messages import PHRASES
from bot.conversation.rich import Block, Blocks, Room, Style, clean, cut, whole
from bot.conversation.wording import TITLE
from corpus.models import Procedure, Step


def caption(procedure: Procedure, at: int, language: Language, room: Room, shown: Sequence[int] = ()) -> Blocks:
    """The title, the step at hand (0 for none), and folded all the steps, as one message.

    Where they don't fit, only those that the picture shows, by their numbers, and the longest of them are cut.
    """
    words, steps = PHRASES[language], procedure.steps
    here = f" · {words.of.format(at, len(steps))}" if at else ""
    head = cut(clean(f"{words.flow}{words.colon}{procedure.title}").strip(), TITLE)[0] + here
    left = room.caption - room.size(head) - 1
    told = [lined(procedure, step, language) for step in steps]
    if shown and sum(room.size(line) + 1 for lines in told for line in lines) > left:
        told = [lined(procedure, step, language) for step in steps if step.number in shown]
    body = "\n".join(evened(told, left, room))
    quote = Block(text=body, style=Style.QUOTE, gap="\n", ends="…")
    return whole((Block(text=head, style=Style.BOLD), quote), room.caption, room.size)


def lined(procedure: Procedure, step: Step, language: Language) -> tuple[str, ...]:
    """A step on one line, and where it goes on to another than the next on further ones."""
    further = (f"    ↳ {line}" for line in branch_lines(procedure, step.number, language))
    return tuple(clean(line).rstrip() for line in (_line(step), *further))


def evened(told: Sequence[Sequence[str]], most: int, room: Room) -> list[str]:
    """The lines of steps; where all are over `most`, what the first lines of the longest steps have over is cut."""
    lines = [line for step in told for line in step]
    longest = max(map(room.size, lines), default=0)
    while longest > 1 and sum(room.size(line) + 1 for line in lines) > most:
        longest = longest * 9 // 10
        lines = [line for first, *rest in told for line in (_shortened(first, longest, room), *rest)]
    return lines


def _shortened(line: str, most: int, room: Room) -> str:
    return line if room.size(line) <= most else cut(line, max(most - 1, 1), room.size)[0].rstrip() + "…"


def _line(step: Step) -> str:
    """A step on one line, without what its action says already."""
    others = [part for part in (step.actor, step.limit) if part and part not in step.action]
    told = [part for part in (step.actor, step.action, step.limit) if part in others or (part and part == step.action)]
    return f"{step.number}. {' · '.join(told)}"
