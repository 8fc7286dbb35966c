"""PURE: the flow of a procedure in words, for under its picture or in its place."""

from bot.answering.models import Language
from bot.conversation.messages import PHRASES
from bot.conversation.rich import Block, Blocks, Style, clean, cut
from bot.conversation.wording import TITLE
from corpus.models import Procedure, Step


def caption(procedure: Procedure, at: int, language: Language) -> Blocks:
    """The title, the step at hand (0 for none), and folded all the steps, to be shown as one message."""
    words, steps = PHRASES[language], procedure.steps
    here = f" · {words.of.format(at, len(steps))}" if at else ""
    head = cut(clean(f"{words.flow}{words.colon}{procedure.title}").strip(), TITLE)[0] + here
    body = clean("\n".join(_line(step) for step in steps)).strip()
    return (Block(text=head, style=Style.BOLD), Block(text=body, style=Style.QUOTE, gap="\n", ends="…"))


def _line(step: Step) -> str:
    """A step on one line, without what its action says already."""
    others = [part for part in (step.actor, step.limit) if part and part not in step.action]
    told = [part for part in (step.actor, step.action, step.limit) if part in others or (part and part == step.action)]
    return f"{step.number}. {' · '.join(told)}"
