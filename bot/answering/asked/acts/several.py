"""Acts that go by several names: who hears an appeal reviews or decides, who writes a paper proposes or carries out."""

import re

from bot.answering.asked.acts.asking import Acts
from bot.answering.asked.acts.kept import kept
from bot.answering.asked.contested import of_appeals
from corpus.models import Act

# 不服, I was refused: who hears it looks at it again and decides, and rulebooks and askers name it either
HEARS = (Act.DECIDE, Act.REVIEW)
# who writes it proposes it to those who decide, or does what there was to do
_DRAFTS = re.compile(
    r"谁[^，,。？?]{0,6}(?:写|起草|草拟|编|拟|攒|执笔|主笔|汇总)|(?:写|起草|草拟|编[写制]|拟定?|汇总|执笔|主笔)[^，,。？?]{0,4}[谁哪]"
    r"|\b(?:writes?|prepares?|draws? up|drafts?|types? up|puts? (?:\w+ ){0,4}?together|compiles?|produces?)\b",
    re.IGNORECASE,
)
# whose yes comes before, or beside, that of another
_FIRST = re.compile(
    r"先[^，,。？?]{0,10}(?:同意|点头|签|确认|过目)|会签|确认|\b(?:countersign\w*|confirms?|agrees? first)\b",
    re.IGNORECASE,
)


def besides(text: str, told: Acts) -> Acts:
    """Return the acts that a question asks for with those by which others call what it asks."""
    first = told[0] if told else None
    if first and (keeping := kept(text, told)):
        return keeping
    if first in (Act.PROPOSE, Act.CARRY_OUT) and _DRAFTS.search(text):
        return tuple(dict.fromkeys((*told[:1], Act.PROPOSE, Act.CARRY_OUT, *told[1:])))
    if first in (Act.DECIDE, Act.REVIEW, Act.CARRY_OUT) and of_appeals(text):
        return tuple(dict.fromkeys((*told, *HEARS)))
    if first is Act.DECIDE and _FIRST.search(text):
        return tuple(dict.fromkeys((*told, Act.REVIEW)))
    return told
