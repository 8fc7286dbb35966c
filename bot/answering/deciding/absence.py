"""Whether words are about somebody who isn't there to act: 主任不在, 主任不能履职的; in the absence of the Chair."""

import re

_AWAY = re.compile(
    r"不在(?!编|册|职|此|内|其)|来不了|不能(?:来|参加|出席|到会|到场|到岗|主持|履职|履行|行使)|(?:参加|出席|赶|到)不了|没空|有事(?=[，。；？?]|来|不|没|谁|由)"
    r"|因故|因事|缺席|空缺|出差|外出(?:期间|时|的)|请假(?:期间|时|了)|未能出席|无法(?:履职|出席|参加|到场|主持)"
    r"|\b(?:absen(?:t|ce)|away|unavailable|vacan(?:t|cy)|indisposed|incapacitated)\b"
    r"|\bunable to (?:act|attend|be present|serve|preside)\b|\bnot (?:there|present|around|available)\b"
    r"|\b(?:can't|cannot|can not|couldn't) (?:make it|attend|come|act|be there|be present)\b",
    re.IGNORECASE,
)


def away(words: str) -> bool:
    """Tell whether words are about somebody's absence."""
    return _AWAY.search(words) is not None
