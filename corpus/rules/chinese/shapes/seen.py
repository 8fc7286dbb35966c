"""Acts seen in their chain: consent on the way to a decision is a review, who draws up what others decide proposes."""

import re

from corpus.models import Act
from corpus.rules.actors import looks_like
from corpus.rules.chinese.grammar.vocabulary import SOFT, words_of
from corpus.rules.chinese.shapes.issued import OFFICE, as_issued
from corpus.rules.chinese.shapes.lightly import as_lightly
from corpus.rules.chinese.shapes.sanctions import as_claimed, as_punished
from corpus.rules.deeds import Deed


def in_chain(sentence: str, found: list[Deed]) -> list[Deed]:
    """Read consent on the way to another's decision as a review: 经A同意后，由B批准."""
    for seen in (
        _as_voted,
        _as_handed_in,
        as_lightly,
        _as_drafted,
        _as_ruled,
        _as_answered,
        as_issued,
        _as_seconded,
        as_punished,
        as_claimed,
    ):
        found = [seen(sentence, deed, found) for deed in found]
    return [
        deed.model_copy(update={"act": Act.REVIEW}) if _on_the_way(sentence, deed, found) else deed for deed in found
    ]


# 人事处核定，主任签批: an office settles a figure for the one who then decides
_SETTLES = words_of("核定 确认 认定 核准")
_FIRST = re.compile(r"先(?:行|须|应当?)?经过?$")


def _on_the_way(sentence: str, deed: Deed, found: list[Deed]) -> bool:
    """Tell whether a consent only comes before another's decision: 先经A通过; 经A同意后，由B批准."""
    before = sentence[max(0, deed.start - 4) : deed.start]
    if deed.act is not Act.DECIDE or "未" in before:
        return False
    if _FIRST.search(before):
        return any(other.act is Act.DECIDE and other.start > deed.end for other in found)
    settled = deed.verb in _SETTLES and OFFICE.search(deed.actor) is not None and _proposed(sentence, deed, found)
    return (settled or bool(SOFT.search(deed.verb))) and any(_later(sentence, deed, other) for other in found)


_LADDER = re.compile(
    r"(?:以[上下内]|超过[^，；。]{1,12}|不[足满][^，；。]{1,12})(?:◦|[（(][^）)]*[）)])?的?，?由$|不论(?:金额|数额|价款)[^，；。]{0,4}，?(?:均|都|一律)?由$"
    # 超过九万元的，由法务员审查后，|站长签署
    r"|(?:以[上下内]|超过[^，。；]{1,14})的?，由[^，。；由]{2,16}(?:审[查核]|会签|审阅)后，?由?$"
)


_BODY = re.compile("(?:会议?|班子)$")
_SIGNS = words_of("签署 签订")
# 1000元以上至5000元，A和B会签: nobody else decides on that rung
_RUNG = re.compile(
    r"[^，。；]{0,12}[0-9][^，。；由]{0,20}(?:以[上下内]|至|到|超过|不[足满])[^，。；由]{0,12}，(?:由)?$"
)


def _as_ruled(sentence: str, deed: Deed, found: list[Deed]) -> Deed:
    """Read who signs above or below an amount as deciding: 5万元以上的，由A签订."""
    by_amount = deed.act is Act.CARRY_OUT and deed.verb in _SIGNS and _LADDER.search(sentence[: deed.start])
    together = (
        deed.verb == "会签" and all(one.verb == "会签" for one in found) and _RUNG.match(sentence[: found[0].start])
    )
    signs = deed.act is Act.CARRY_OUT and deed.verb in _SIGNS and _signs_alone(sentence, deed, found)
    rules = by_amount or together or signs or _body_rules(sentence, deed, found)
    return deed.model_copy(update={"act": Act.DECIDE}) if rules else deed


def _signs_alone(sentence: str, deed: Deed, found: list[Deed]) -> bool:
    """Tell whether a head signs a contract that nobody else decides on: 租车合同用标准文本的，由队长签订."""
    others = any(one.act is Act.DECIDE for one in found)
    contract = re.search("合同|协议|条款|标的|责任书", sentence) is not None
    before = sentence[: deed.start]
    marked = before.endswith("由") and (deed.verb != "签订" or re.search("的，?(?:.*，)?由$", before) is not None)
    return contract and marked and not others and _HEAD.search(deed.actor) is not None


_HEAD = re.compile("(?:长|经理|主任|书记|总监|总裁|负责人|领导)$")
_WEIGHS = words_of("研究 讨论 集体讨论 集体研究 讨论研究 研究讨论 审议")
_BOUNDED = re.compile(
    r"(?:^|[，；。：])[^，；。]{0,16}[0-9一二三四五六七八九十两][^，；。]{0,12}的?，?(?:一律|均|应当?|须)?(?:由|提交|提请|报请?|上)$"
)
_ENDS = re.compile("[；;。]|$")


def _body_rules(sentence: str, deed: Deed, found: list[Deed]) -> bool:
    """Tell whether a body has the last word on a rung that nobody else decides: 5万元以上的提交A集体讨论。"""
    if deed.verb not in ("处理", "处置", *_WEIGHS) or not _BODY.search(deed.actor):
        return False
    at = sentence.find(deed.verb, deed.end) + len(deed.verb)
    stop = _ENDS.search(sentence, at)
    until = stop.start() if stop else len(sentence)
    others = any(one.act is Act.DECIDE and deed.end <= one.start < until for one in found)
    if deed.verb in _WEIGHS:
        return not others and until == at and _BOUNDED.search(sentence[: deed.start]) is not None
    return not others and _BODY.search(deed.actor) is not None and sentence[: deed.start].endswith(("由", "交"))


# who is present and votes stands for the body: 职代会全体代表过半数表决通过
_VOTERS = re.compile(
    r"(?:全体|到会|与会|应到会?|实到|出席|参会)(?:会议)?的?(?:应到会?|实到)?(?:代表|成员|委员|人员|会员|教职工|党员|董事|理事)$"
)


def _as_voted(sentence: str, deed: Deed, found: list[Deed]) -> Deed:
    """Read a vote of those who make up a body as the body's."""
    voters = _VOTERS.search(deed.actor) if deed.verb.endswith(("通过", "表决", "票决", "同意", "赞成")) else None
    if not voters or deed.end == deed.start or not looks_like(deed.actor[: voters.start()]):
        return deed
    return deed.model_copy(
        update={"actor": deed.actor[: voters.start()], "end": deed.end - len(deed.actor) + voters.start()}
    )


# 申请由使用科室提交: what is handed in asks for something
_APPLIES = re.compile("(?:^|[，。；：])[^，。；：]{0,8}(?:申请|申报|提案)[书表]?(?:应当?|统一|须)?由$")
_PAPERS = words_of("提交 报送 上报 填写")


def _as_handed_in(sentence: str, deed: Deed, found: list[Deed]) -> Deed:
    """Read who hands in papers that nobody then weighs or decides on as carrying out."""
    if (
        deed.verb not in _PAPERS
        or _APPLIES.search(sentence[: deed.start])
        or any(_judged(sentence, deed, other) for other in found)
    ):
        return deed
    return deed.model_copy(update={"act": Act.CARRY_OUT})


_DRAFTED = words_of("编制 编写 填制 准备")
# 会务组造册，报站长签字; 用车人写明缘由，站长批准
_GATHERED = words_of("造册 造表 汇总 整理 统计 收集")
_HANDS_ON = re.compile(
    "[^，。；]{0,12}，?(?:后|并|再)?(?:统一|一并|及时)?(?:报|送|提交|交|提请|经|由|[^，。；]{2,14}(?:审核|核对|复核|审定|批准|签批|签字|鉴定|审查|会签|评审|复审))"
)
# 队长申请，安全部考核，经理批准; 两处核实情况，领导小组批准: who looks into it for those who decide
_LOOKED_INTO = words_of("面谈 面试 核实情况 了解情况 勘查 查勘 实地查看 查看 摸底")
_TESTED = words_of("考核 检查 抽查")
# 核算成本后由局长审定: who reckons for those who decide weighs it
_RECKONED = words_of("核算 测算")
_EXPLAINED = re.compile("(?:书面|情况|详细)*说明")
_REASONS = re.compile("[^，。；]{0,6}(?:理由|缘由|原因|事由)")


def _as_drafted(sentence: str, deed: Deed, found: list[Deed]) -> Deed:
    """Read who draws up what others then weigh and decide on as proposing: 总务处编制计划，校长审批."""
    tested = deed.verb in _LOOKED_INTO or deed.verb in _TESTED and _proposed(sentence, deed, found)
    if tested and any(_judged(sentence, deed, d) and d.act is Act.DECIDE for d in found):
        return deed.model_copy(update={"act": Act.REVIEW})
    drafted = deed.act is Act.CARRY_OUT and (deed.verb in _DRAFTED or _asked_for(sentence, deed))
    reckoned = deed.act is Act.CARRY_OUT and deed.verb in _RECKONED
    if reckoned and any(_judged(sentence, deed, d) and d.act is Act.DECIDE for d in found if d.actor != deed.actor):
        return deed.model_copy(update={"act": Act.REVIEW})
    judged = [d for d in found if drafted and d.actor != deed.actor and _judged(sentence, deed, d)]
    return deed.model_copy(update={"act": Act.PROPOSE}) if judged else deed


def _asked_for(sentence: str, deed: Deed) -> bool:
    """Tell whether what somebody gathers is handed on, or the reasons given for it."""
    _, verb, behind = sentence[deed.end :].partition(deed.verb)
    if deed.verb == "反映":
        return bool(verb)
    if deed.verb.startswith("牵头"):
        return deed.verb != "牵头"
    if deed.verb in ("作出", "做出"):
        return _EXPLAINED.match(behind) is not None
    if deed.verb in _GATHERED:
        return bool(verb) and _HANDS_ON.match(behind) is not None
    return deed.verb in ("写明", "说明", "写出") and _REASONS.match(behind) is not None


def _judged(sentence: str, deed: Deed, other: Deed) -> bool:
    """Tell whether another weighs or decides on it further on in the same chain."""
    later = other.start > deed.end and other.act in (Act.REVIEW, Act.DECIDE)
    return later and not re.search("[；;。]", sentence[deed.end : other.start])


_STOPS = re.compile("[；;。]")
_ANSWERS = words_of("答复 回复 书面答复 给出 作出 处理")
_SECOND_LOOK = re.compile(r"(?:申请|提出|要求|请求)(?:书面|一次)*(?:复核|复查|复审|复评)[^；;。]*$")


def _as_answered(sentence: str, deed: Deed, found: list[Deed]) -> Deed:
    """Read who answers a request for a second look as reviewing: 申请复核，由A答复."""
    answers = deed.act is Act.CARRY_OUT and deed.verb in _ANSWERS and _SECOND_LOOK.search(sentence[: deed.start])
    return deed.model_copy(update={"act": Act.REVIEW}) if answers else deed


_OPINES = re.compile(r"[就对][^，。；]{2,16}提出[^，。；]{0,3}意见(?!书|稿|箱)")
# 由分会发起，会长办公会提出意见后，提请理事会决定: neither the first word nor the last
_SECOND = re.compile(r"(?:[^，。；]{0,8}?提出)?[^，。；]{0,3}意见(?!书|稿|箱)")


def _as_seconded(sentence: str, deed: Deed, found: list[Deed]) -> Deed:
    """Read who voices an opinion on what another asks for as reviewing: A写出申请，B就资金来源提出意见."""
    voices = deed.act is Act.PROPOSE and _OPINES.match(sentence, deed.end)
    amid = deed.act is Act.PROPOSE and deed.verb in ("提出", "提出意见") and _SECOND.match(sentence, deed.end)
    acts = (Act.PROPOSE,) if voices else (Act.PROPOSE, Act.REVIEW)
    asked = [
        one
        for one in found
        if (voices or amid and _last_before(sentence, deed, found))
        and one.act in acts
        and one.end <= deed.start
        and one.actor != deed.actor
        and not _STOPS.search(sentence[one.end : deed.start])
    ]
    return deed.model_copy(update={"act": Act.REVIEW}) if asked else deed


def _proposed(sentence: str, deed: Deed, found: list[Deed]) -> bool:
    """Tell whether another has proposed, in the same chain, what somebody looks into."""
    return any(
        one.act is Act.PROPOSE and one.end <= deed.start and not _STOPS.search(sentence[one.end : deed.start])
        for one in found
    )


def _last_before(sentence: str, deed: Deed, found: list[Deed]) -> bool:
    """Tell whether the next who acts on what somebody has said decides."""
    following = next((one for one in found if _judged(sentence, deed, one)), None)
    return following is not None and following.act is Act.DECIDE


# 三分之二以上同意 bounds no rung
_SHARE = re.compile("分之[一二两三四五六七八九]以上|(?:过|超过)?半数(?:以上)?")


def _later(sentence: str, deed: Deed, other: Deed) -> bool:
    """Tell whether another decision of a firmer kind follows in the same chain."""
    between = _SHARE.sub("", sentence[deed.end : other.start])
    if re.search("以[上下内]|超过|不[足满]|[出跨][省市县国境]{1,2}的|[再更][长多高大久远]的|其余", between):
        return False
    return (
        other.act is Act.DECIDE
        and other.start > deed.end
        and other.verb != deed.verb
        and not re.search("[；;。\n]", between)
    )
