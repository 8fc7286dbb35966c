"""Plain words for drafting and weighing, which say so only in a chain: A写方案，B出意见，C批准."""

import re

from corpus.models import Act
from corpus.rules.chinese.grammar.vocabulary import words_of
from corpus.rules.deeds import Deed

# what is written, listed or worked out for those who weigh and decide
PUTS = words_of("写 拟 列 填 开出 排出 排定 造册 测算 核算 说明")
_RECKONS = words_of("测算 核算")
# what is said, ranked or looked into before somebody else decides
WEIGHS = words_of(
    "出 附 估价 询价 比价 排序 听取说明 听取情况说明 听取通报 听取情况通报 走访 入户走访 写出 主持 联合调查"
)
# behind these alone only their object tells that something is weighed
_OBJECTS = {
    "写出": re.compile("[^，。；]{0,4}意见"),
    "主持": re.compile("(?:考察|评审|评议|论证|审查|鉴定|面试|评选)"),
}
_STOPS = re.compile("[；;。]")


# where nobody decides on it, that somebody says or hears something is no act of a rule: 读者可以提意见
_WORDS_ONLY = words_of("提意见 出意见 听取说明 听取情况说明 听取通报 听取情况通报")


def idle(sentence: str, deed: Deed, found: list[Deed]) -> bool:
    """Tell whether somebody only says or hears something on which nobody decides."""
    if deed.verb not in _WORDS_ONLY or sentence.endswith(("由", "经"), 0, deed.start):
        return False
    return not any(one.act is Act.DECIDE and _follows(sentence, deed, one) for one in found)


def as_lightly(sentence: str, deed: Deed, found: list[Deed]) -> Deed:
    """Read who writes or lists what others then judge as proposing, and who gives his word on it as reviewing.

    Without a decision of somebody else further on in the chain both are only carried out: 秘书写方案.
    """
    if deed.act is Act.PROPOSE and deed.verb == "提出意见" and sentence.startswith("听取", deed.end):
        return deed.model_copy(update={"act": Act.REVIEW})
    if deed.act is not Act.CARRY_OUT or deed.verb not in PUTS and deed.verb not in WEIGHS:
        return deed
    later = [one for one in found if _follows(sentence, deed, one)]
    if not any(one.act is Act.DECIDE for one in later):
        return deed
    act = _weighed(sentence, deed) if deed.verb in WEIGHS else _put(sentence, deed, found, later)
    return deed.model_copy(update={"act": act}) if act else deed


def _follows(sentence: str, deed: Deed, other: Deed) -> bool:
    """Tell whether another weighs or decides further on in the same chain."""
    later = other.start > deed.end and other.actor != deed.actor and other.act in (Act.REVIEW, Act.DECIDE)
    return later and not _STOPS.search(sentence[deed.end : other.start])


def _weighed(sentence: str, deed: Deed) -> Act | None:
    """Return that somebody weighs, where the object of his verb doesn't say otherwise: 主持考察, not 主持会议."""
    _, verb, behind = sentence[deed.end :].partition(deed.verb)
    needed = _OBJECTS.get(deed.verb)
    return Act.REVIEW if verb and (needed is None or needed.match(behind)) else None


def _put(sentence: str, deed: Deed, found: list[Deed], later: list[Deed]) -> Act | None:
    """Return that somebody proposes, where nobody has before him; who reckons must be followed by who weighs."""
    before = [one for one in found if one.end <= deed.start and not _STOPS.search(sentence[one.end : deed.start])]
    if any(one.act in (Act.PROPOSE, Act.REVIEW) for one in before):
        return None
    if deed.verb in _RECKONS and not any(one.act is Act.REVIEW for one in later):
        return None
    if deed.verb == "说明" and not sentence.startswith("书面", deed.end):
        return None
    return Act.PROPOSE
