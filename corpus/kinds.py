"""What kind of document one is by its title, where nobody says so: 征求意见稿, "Consultation draft", 常见问题."""

import re

from corpus.models import Kind

_DRAFT = re.compile(
    r"(?:征求意见|讨论|送审|审议|报审|草)稿(?:[（(][^）)]*[）)])?\s*[）)】\]]?$|草案(?:[（(][^）)]*[）)])?\s*[）)】\]]?$"
    r"|^(?:consultation|working|discussion|revised|first|second|final)?\s*draft(?::|\s+of\b|\s+for\b"
    r"|\s+(?!(?:minutes|accounts|budgets?|contracts?|orders?|documents?|agendas?|resolutions?|bills?|estimates?)\b)\w)"
    r"|[(\[][^)\]]*\bdraft\b[^)\]]*[)\]]$|[-–—:]\s*(?:\w+\s+)?draft(?:\s+for\s+\w+)?$|\bdraft\s+for\s+(?:consultation|comments?|discussion)$",
    re.I,
)
_QUESTIONS = re.compile(
    r"(?:常见问题(?:解答|答疑|汇总|回答)?|有问必答|百问百答|问答(?:手册|集|录|汇编)?)(?:[（(][^）)]*[）)])?$"
    r"|\bFAQs?\b|\bfrequently asked questions\b|^(?:questions and answers|Q\s?&\s?A)\b",
    re.I,
)


def kind_of(*names: str) -> Kind:
    """Return the kind that a title, or the line below it, or a file's name shows; a rule where none does.

    Answers that somebody wrote down are not the rule themselves; to be suspended when it changes they need `faq` said.
    """
    plain = [name.strip(" *_　") for name in names]
    if any(_DRAFT.search(name) for name in plain):
        return Kind.DRAFT
    return Kind.REFERENCE if any(_QUESTIONS.search(name) for name in plain) else Kind.RULE
