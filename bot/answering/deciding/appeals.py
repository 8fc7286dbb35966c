"""Who is asked for by somebody whose matter has been refused: the one who hears the appeal, and not who refused it."""

import re
from collections.abc import Sequence

from bot.answering.levels.level import Level

# what has happened to somebody; who may refuse something is another question
_NO = r"(?:refused|rejected|denied|declined|dismissed|disallowed)"
_REFUSED = re.compile(
    r"\b(?:turn(?:ed)? (?:\w+ )?down|knocked back|said no|(?:not|n't|un) ?happy (?:with|about)|disagrees? with"
    rf"|(?:was|were|been|got|gets?|is) (?:\w+ )?{_NO}|{_NO} (?:me|us|him|her|them|my|our|his|their)"
    r"|(?:don't|do not|doesn't) (?:agree|accept))\b",
    re.IGNORECASE,
)
_APPEAL = re.compile(
    r"\b(?:appeals?|appealed|reconsider\w*|second look|dissatisfied|aggrieved"
    r"|review of (?:the|a|that) (?:refusal|decision))\b",
    re.IGNORECASE,
)
_WHO_REFUSES = re.compile(r"\bwho (?:\w+ ){0,3}(?:refuse|reject|turn|den)", re.IGNORECASE)


def again(question: str, found: Sequence[Level]) -> list[Level]:
    """Return the levels on an appeal where a question tells of a refusal and some of them, not all, are on one."""
    if not _REFUSED.search(question) or _WHO_REFUSES.search(question):
        return list(found)
    heard = [level for level in found if _APPEAL.search(f"{level.topic} {level.words}")]
    return heard or list(found)
