"""A message that only goes on with the last question: 八万。 那三十万以上呢？ And for two weeks?"""

import re

from bot.answering.asked.onward import onward
from corpus.quantities import ranges

# what opens a message that leans on the one before, and the words that may stand round its amount
_OPENS = re.compile(
    r"\s*(?:那么?|要是|若是|如果|假如|倘若|万一|换成|换作|改成|同样"
    r"|(?:what (?:about|if)|how about|and (?:if|for|with|without|what about)?|if|then|ok(?:ay)?|so)(?![a-z]))\s*",
    re.IGNORECASE,
)
# what only states which case it is, as an answer to "which one?" does: 是预算外的, it's unpaid
_STATES = re.compile(
    r"(?!\s*(?:好|是|对|行|可以|知道|明白|挺|够|没事|真|谢|嗯|哦)+的|.*(?:thank|great|good|fine|all\b|right|perfect|谢))"
    r"(?:\s*(?:(?:是|不是|属于|算)[^谁哪几何吗么什怎?？]{1,9}|[^谁哪几何吗么什怎?？，,]{1,8}的)[\s。．.!！]*"
    r"|\s*(?:(?:it|that|this|they|he|she)(?:['’](?:s|re)| is| are| was)|in|inside|within|outside|with|without|not)\b"
    r"(?!.*\b(?:who|whom|whose|what|which|when|where|how|can|may|do|does|should|must)\b)[^?]{1,32})",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"(?:的话|的呢|呢|的|吗|么|it's|it is)?[\s。．.!！?？]*$", re.IGNORECASE)
# And over £80,000? goes on with an amount; and who pays? is a question of its own
_AND = re.compile(r"^\s*(?:and|or)\s+", re.IGNORECASE)
_FILLING = re.compile(
    r"[\s,，。．.!！?？、:：]|是|有|的|了|大概|大约|差不多|左右|一共|总共|金额|天数|\b(?:it|is|it's|about|around|for|a|an|the|of|in|total|roughly|just|only|exactly)\b",
    re.IGNORECASE,
)
_SHORT = {"zh": 12, "en": 40}


def _rest(text: str) -> str:
    """Return what a message says besides its quantities and the words that only hold them."""
    for said in reversed(ranges(text)):
        text = text[: said.start] + " " + text[said.end :]
    return _FILLING.sub("", text)


def leans(text: str) -> bool:
    """Tell whether a message can be understood only in the light of the question before it."""
    if not text.strip():
        return False
    if onward(text):
        return True
    chinese = any("一" <= c <= "鿿" for c in text)
    opened = _OPENS.match(text)
    core = _CLOSES.sub("", text[opened.end() :] if opened else text)
    if (ranges(text) and not _rest(_AND.sub("", core, count=1))) or _STATES.fullmatch(text):
        return True
    return bool(opened and opened.end() and len(core) <= _SHORT["zh" if chinese else "en"])


def joined(last: str, text: str) -> str:
    """Return a message that goes on with a question, however much it says itself, as one that tells what both ask."""
    whole = continued(last, text)
    if not last or whole != text:
        return whole
    chinese, asked = any("一" <= c <= "鿿" for c in last), last.strip()
    mark = "" if asked.endswith(("。", ".", "！", "!", "？", "?")) else "？" if chinese else "?"
    return f"{asked}{mark}{'' if chinese else ' '}{text.strip()}"


def continued(last: str, text: str) -> str:
    """Return a message as a question of its own: the last question with what the message says instead.

    An amount of the last question gives way to one of the same measure; other words are added.
    """
    if not last or not leans(text):
        return text
    joint = "，" if any("一" <= c <= "鿿" for c in last) else ", "
    if further := onward(text):
        return f"{further}{joint}{last.strip(' ,，、')}"
    opened = _OPENS.match(text)
    core = _AND.sub("", _CLOSES.sub("", text[opened.end() :] if opened else text), count=1).strip()
    new = {said.measure for said in ranges(core)}
    kept = last
    for said in reversed(ranges(last)):
        if said.measure in new:
            kept = kept[: said.start] + kept[said.end :]
    return f"{core}{joint}{kept.strip(' ,，、的')}"
