"""Whether words are about somebody who isn't there to act: 主任不在, 主任不能履职的; in the absence of the Chair."""

import re
from collections.abc import Sequence

from bot.answering.levels.level import Level

# in a condition these say that somebody acts only in another's place
_GONE_WORDS = (
    r"不在(?:时|的|岗|班|场)|来不了|不能(?:参加|出席|到会|到场|到岗|主持|履职|履行|行使)|联系不[上到]|无法(?:联系|履职|出席|参加|到场|主持)"
    r"|因故(?:不能|缺席|无法)|缺席|空缺"
    r"|\b(?:absen(?:t|ce)|unavailable|indisposed|incapacitated)\b|\bunable to (?:act|attend|be present|serve|preside)\b"
    r"|\b(?:cannot|can not|can't) (?:act|attend|be present|be reached|be found)\b|\bnot (?:present|available)\b"
)
# these say so in a question; in a condition they are what levels are about as often: 出差
_AWAY_WORDS = (
    r"不在(?!编|册|职|此|内|其)|不能来|(?:参加|出席|赶|到)不了|没空|有事(?=[，。；？?]|来|不|没|谁|由)|打不通|因故|因事|出差"
    r"|外出(?:期间|时|的)|请假(?:期间|时|了)|未能出席|\b(?:away|vacan(?:t|cy))\b|\bnot (?:there|around)\b"
    r"|\b(?:can't|cannot|can not|couldn't) (?:make it|attend|come|act|be there|be present|be reached|be found|reach)\b"
)
_GONE = re.compile(_GONE_WORDS, re.IGNORECASE)
_AWAY = re.compile(f"{_GONE_WORDS}|{_AWAY_WORDS}", re.IGNORECASE)


def in_their_place(text: str, found: Sequence[Level]) -> list[Level]:
    """Return the levels but for those of somebody's absence, where a question speaks of none and others are left."""
    if away(text):
        return list(found)
    return [level for level in found if not _GONE.search(level.condition or level.words)] or list(found)


def away(words: str) -> bool:
    """Tell whether words are about somebody's absence."""
    return _AWAY.search(words) is not None
