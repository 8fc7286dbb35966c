"""PURE: where a step goes on to another than the next, in words."""

from bot.answering.models import Language
from corpus.branches import Branch, branches
from corpus.models import Procedure

STEP: dict[Language, str] = {"zh": "第{}步", "en": "step {}"}
END: dict[Language, str] = {"zh": "结束", "en": "the end"}


def branch_line(branch: Branch, language: Language) -> str:
    """A branch on one line: 不通过 → 第2步; If it is refused → step 2."""
    to = STEP[language].format(branch.to) if branch.to else END[language]
    return f"{branch.condition} → {to}".strip()


def branch_lines(procedure: Procedure, at: int, language: Language) -> tuple[str, ...]:
    """The branches of step `at`, a line each."""
    return tuple(branch_line(one, language) for one in branches(procedure) if one.at == at)
