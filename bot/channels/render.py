"""PURE: an Answer as plain text and as the contract's JSON."""

from bot.answering.models import Answer, Citation
from bot.conversation.messages import PHRASES
from bot.conversation.rich import clean
from bot.conversation.wording import listed, place, source

# JSON leaves these as they are, yet some readers end a line at them.
LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def plain(answer: Answer) -> str:
    """What a terminal prints: the text, then the sources, where to look, and the steps."""
    words = PHRASES[answer.language]
    parts = [
        answer.text.strip(),
        listed(words.nearest, [f"{place(n, answer.language)}  {n.link}" for n in answer.nearest]),
        listed(words.sources, [sourced(c, answer) for c in answer.citations]),
        listed(words.steps, [f"{words.of.format(s.number, s.of)}  {s.link}" for s in answer.steps]),
    ]
    return clean("\n\n".join(part for part in parts if part))


def as_json(answer: Answer) -> str:
    """The contract's object on one line."""
    return answer.model_dump_json().translate(LINE_ENDS)


def sourced(citation: Citation, answer: Answer) -> str:
    """A citation with its link; words that the answer's text has quoted are not quoted twice."""
    words = source(citation, answer.language)
    shown = words.partition("\n")[0] if citation.quote in answer.text else words
    return f"{shown}\n    {citation.link}"
