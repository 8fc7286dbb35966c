"""PURE: the flow of a procedure in words, for under its picture."""

from bot.answering.models import Language
from bot.channels.render import TITLE, Block, Style, clean, cut, marked, units
from bot.conversation.messages import PHRASES
from corpus.models import Procedure, Step

# Telegram's limit for the words under a picture, in UTF-16 units after their markup is parsed.
CAPTION = 1024


def caption(procedure: Procedure, at: int, language: Language) -> str:
    """The title, the step at hand (0 for none), and folded all the steps, cut where they are over the limit."""
    words, steps = PHRASES[language], procedure.steps
    here = f" · {words.of.format(at, len(steps))}" if at else ""
    head = cut(clean(f"{words.flow}{words.colon}{procedure.title}").strip(), TITLE)[0] + here
    body = clean("\n".join(_line(step) for step in steps)).strip()
    if units(body) > (room := CAPTION - units(head) - units("\n\n…")):
        body = cut(body, room)[0].rstrip() + "…"
    return "\n".join([marked(Block(text=head, style=Style.BOLD)), marked(Block(text=body, style=Style.QUOTE))])


def _line(step: Step) -> str:
    """A step on one line, without what its action says already."""
    others = [part for part in (step.actor, step.limit) if part and part not in step.action]
    told = [part for part in (step.actor, step.action, step.limit) if part in others or (part and part == step.action)]
    return f"{step.number}. {' · '.join(told)}"
