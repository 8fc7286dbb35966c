"""PURE: what is said to the bot that asks nothing: thanks, a greeting, a mark or a picture of a face."""

import re
from enum import StrEnum

_THANKS = re.compile(
    r"(?:(?:(?:非常|十分|太)?(?:谢谢|感谢|多谢|谢了|辛苦了|好的|收到|明白了|知道了)(?:你|您|啦|了|哦)?"
    r"|(?:many )?(?:thanks|thank you)(?: very much| a lot)?|ok(?:ay)?|cheers) ?)+"
)
_GREETING = re.compile(
    r"(?:你|您|大家)好(?:呀|啊)?|在吗|在么|早上好|上午好|下午好|晚上好|hi|hello|hey|good (?:morning|afternoon)"
)
# What may stand round such words without making a question of them.
_EDGES = re.compile(r"[\W_]+")


class Manner(StrEnum):
    """What a message is that asks nothing."""

    THANKS = "thanks"
    GREETING = "greeting"
    WORDLESS = "wordless"


def manner(text: str) -> Manner | None:
    """What a message is when it asks nothing, None for what may be a question."""
    words = _EDGES.sub(" ", text).strip().lower()
    if not words:
        return Manner.WORDLESS
    if _THANKS.fullmatch(words):
        return Manner.THANKS
    return Manner.GREETING if _GREETING.fullmatch(words) else None
