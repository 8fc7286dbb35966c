"""Who is asked for by somebody whose matter has been refused: the one who hears the appeal, and not who refused it."""

import re
from collections.abc import Sequence

from bot.answering.asked.contested import contested, of_appeals
from bot.answering.levels.level import Level
from corpus.models import Act

_REFUSED = r"(?:refused|rejected|declined|denied|dissatisfied|aggrieved|disagrees?|unhappy|not satisfied)"
_APPEAL = re.compile(
    r"不服|不认可|有(?:异议|意见|争议)|异议的|申诉|申辩|复议|申请复[核查审评]|重新(?:审|评|认|考虑)"
    r"|\b(?:appeals?|appealed|reconsider\w*|second look|look(?:s|ed)? at (?:\w+ )?again|dissatisfied|aggrieved"
    r"|reviews? of (?:the|a|that|any) (?:refusal|decision)|(?:refusal|decision)s?"
    r" (?:may|can|could) be (?:taken|challenged|brought|referred)"
    rf"|{_REFUSED}[^.;]{{0,40}}? (?:may|can|could|has|have)|(?:if|when|where|who) [^.;,]{{0,30}}{_REFUSED})(?!\w)",
    re.IGNORECASE,
)
# of an actor and the appeal that is made to it: 向主任申诉, appeal to the Dean
_TO = 8


def again(question: str, found: Sequence[Level]) -> list[Level]:
    """Return the levels on an appeal where a question contests something, and the others where it doesn't.

    All of them where they are all alike in this, or where the question speaks of an appeal without making one.
    """
    heard = [level for level in found if _APPEAL.search(f"{level.topic} {level.words}")]
    if contested(question):
        return heard or list(found)
    if of_appeals(question):
        return list(found)
    return [level for level in found if level not in heard or not _alone(level)] or list(found)


def _alone(level: Level) -> bool:
    """Tell whether all that is decided in a level is decided on an appeal."""
    spoken = _APPEAL.search(level.words)
    deciders = [rule for rule in level.rules if rule.act is Act.DECIDE]
    if spoken is None or not deciders:
        return False
    return all(level.words.find(rule.actor) + len(rule.actor) + _TO >= spoken.start() for rule in deciders)
