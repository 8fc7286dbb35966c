"""Questions that name the one who approves by a noun alone: 出差审批人, 审批权限在哪, "permission from?", "final word?"."""

import re

from bot.answering.asked.acts.asking import Acts
from bot.answering.models import Language
from corpus.models import Act

_APPROVES = "审批|批准|签批|核准|核批|审定|决定|签字|签发|拍板"
_POWER_ZH = re.compile(
    rf"(?:{_APPROVES})(?:人(?!员)|领导|权限?)(?:归属)?(?:[是在归属到呢啊呀：:，,？?]|$)|[怎咋](?:么)?(?:样)?批(?![量发改注评驳])|如何批(?![量发改注评驳])"
)
APPROVAL = "approval|permission|consent|sign-?off|authori[sz]ation|go-?ahead|say-?so|blessing|clearance"
_POWER_EN = re.compile(
    rf"\b(?:{APPROVAL})[^.?!]{{0,40}}\W\bfrom\W*$"
    rf"|\b(?:the|an?) (?:right |proper )?(?:approver|signatory|decision-?maker)\b(?!s)"
    r"|\b(?:name|tell me|give me|find me|show me|looking for) the (?:right )?(?:person|one|officer|body|committee|people) (?:that|to|for)\b"
    r"|(?:^|[,.;:?!–—-]\s*)(?:the )?(?:approver|signatory|signature|sign-?off|approval|(?:final|last) (?:word|say|call|decision|yes|ok|approval|sign-?off)"
    r"|green light|go-?ahead)\s*\?*\s*$|\b(?:write[- ]off|approved?|signed|sign-?off|decided|decision) by\s*\?"
    r"|\bfor the [\w' -]{2,40} to (?:say|decide|settle)\b(?=\W*$)",
    re.IGNORECASE,
)


def named(text: str, lang: Language) -> Acts:
    """Return the act of deciding where a question names by a noun the one who has it; nothing for any other."""
    return (Act.DECIDE,) if (_POWER_ZH if lang == "zh" else _POWER_EN).search(text) else ()
