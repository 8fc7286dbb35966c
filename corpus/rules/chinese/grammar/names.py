"""Names of actors in a Chinese sentence: where a noun phrase that names somebody is over."""

import re
from bisect import bisect_left
from typing import NamedTuple

from corpus.models import Act
from corpus.rules.chinese.grammar.nouns import (
    APPOINTED,
    DECIDED,
    DONE_TO,
    FIELD_LIST,
    FIELDS,
    HEARD,
    IN_CHARGE,
    NAMED_FOR,
    NEVER_COMPOUND,
    NOTICED,
    OF_PEOPLE,
    OF_STANDING,
    OF_SUMS,
    ORGAN,
    PAPERS,
    PERSON,
    REPORTED,
    RESULTS,
    UNDERGOES,
    WEIGHED,
)
from corpus.rules.chinese.grammar.phrases import Words
from corpus.rules.chinese.grammar.vocabulary import COMPOUND, FOLLOW, HAS_MODAL, NAMES_A_POST, NEGATED, VERBS, words_of

_GOING_ON = 6


class Name(NamedTuple):
    """A noun phrase that names actors; `strong` when what follows shows that it is over."""

    start: int
    end: int
    strong: bool


_LONGEST_NAME = 120
_JOINT = re.compile(
    r"、|和(?!解)|与(?!会[人者代委成]|其(?![他余]))|及(?!时)|以及|或者?|会同(?=[^，]{2,20}的)|的(?!确)|之(?=[一二三])"
)
# nouns made of verbs: 审批权限, 监督制度; some verbs are never part of a noun
_NOUN = re.compile(
    r"制(?![定订造作止])|金(?![融属])|地(?![区方上下点址])|状(?![况态])|效力|生效|令(?![其人停])|权限|权(?!衡)|表(?![决彰明])|单(?![独位笔次项价])|书(?![面记])|制度|程序|流程|手续|证(?![明据券])|费|职责|责任|工作|情况|过程|行为|活动|结果|意见|业务|资格|条件|标准|办法|机制|体系|期限|期间|事项|款|系统|法律|假(?![如若设装冒])|决定(?=由|应|书)|类|(?:完成|结束|完毕)(?=[后时前])|法规|水平|目标|计划|体制|措施|能力|设施|设备|专家库"
)
NEVER_NOUN = words_of(
    "写 拟 列 填 出 附 代行 代签 代批 检修 取证 通报 反映 汇报 了解 掌握 核验 核查 审阅 撰写 放行 核对 核实 确认 清点 查验 追回 追缴 收缴 扣除 扣减 扣发 补发 发放 支付 拨付 缴纳 上缴 安排 接受 负 抄送 造册 组成 发出 发送 印发 下达 下发 签订 签收 递交 通过 制定 制订 提出 拟订 拟定 编制 起草 公布 规定 确定 建立 作出 做出 出具 核定 划定 审定 责令 吊销 撤销 没收 处以 并处 采取 加强 遵守 健全 完善 给予 进行 提供 告知 通知 负责 承担 履行 按照 开展 办理 组织 提交 报送 填写 查验 实施 落实 执行 报告 指定 签署 要求 听取 收集 保存 签具 签注 加具 制作 明确 做好 行使 改变 依照 作为 主管 分管 公示 发布 送达 交付 移交 移送 转交 送交 退还 返还 归还 答复 回复 供应 寄送 牵头 协助 配合 行使 主持 出示 说明 查明 汇总 印发 增加 减少 追究 暂扣 取消 颁发 发给 核发 领取 开具 取得 选择 出示 换发 收回 交回 监督检查 填报 拟定 草拟 编印 受理 主持 召集 召开"
)
# the relative clauses that belong to a name: 负责专利执法的部门
_RELATIVE = re.compile(r"[^，。；：由]{0,70}?的")


def nominal(words: Words, at: int, verb: str) -> bool:
    """Tell whether a verb goes on as a noun or as part of a name: 审批权限, 监督委员会."""
    end = at + len(verb)
    if len(verb) > 2 and verb.endswith(("决定", "通过", "同意", "批准")):
        return False
    if (rest := PAPERS.get(verb)) and rest.match(words.plain, end):
        return True
    if verb in DONE_TO and UNDERGOES.search(words.plain, 0, at):
        return True
    if verb in NAMED_FOR and ORGAN.match(words.plain, end):
        return True
    if verb in NOTICED and words.plain[end : end + 1] not in "人者":
        return False
    if compound := COMPOUND.match(words.plain, end) if verb not in NEVER_COMPOUND and verb[-1] not in RESULTS else None:
        people = compound[0] == "人员" and (verb == "组织" or OF_PEOPLE.match(words.plain, compound.end()))
        return not people
    if _in_compound(words, at, verb) or _before_noun(words, end, verb):
        return True
    if verb in FIELDS and FIELD_LIST.match(words.plain, end):
        return True
    if verb in OF_STANDING and (words.plain.startswith("资格", end) or OF_SUMS.match(words.plain, end)):
        return False
    return verb not in NEVER_NOUN and bool(_NOUN.match(words.plain, end))


def _in_compound(words: Words, at: int, verb: str) -> bool:
    """Tell whether a verb is the first part of a noun that only some verbs make: 审批决定, 调查报告, 审核人."""
    end = at + len(verb)
    if (
        verb in DECIDED
        and words.plain.startswith("决定", end)
        or verb in WEIGHED
        and words.plain.startswith("专家", end)
    ):
        return True
    if verb == "领导" and _HEADS_A_HOUSE.search(words.plain, 0, at) and _ends_a_name(words, end):
        return True
    if words.plain[end : end + 2] == "报告" and verb in REPORTED:
        return True
    if verb not in NEVER_NOUN and PERSON.match(words.plain, end):
        return True
    if verb in ("投诉", "举报") and HEARD.match(words.plain, end):
        return True
    return words.plain[end : end + 1] in ("人", "员", "长") and end + 1 in words.ends


def _before_noun(words: Words, end: int, verb: str) -> bool:
    """Tell whether a second verb stands behind a verb, and both are part of a noun: 监督检查制度, 审查批准权限."""
    after = words.verbs.get(end)
    if after and VERBS[verb] is Act.CARRY_OUT and verb not in NEVER_NOUN and _NOUN.match(words.plain, end + len(after)):
        return True
    return bool(
        after
        and len(verb) < 3
        and after not in NEVER_COMPOUND
        and after[-1] not in RESULTS
        and COMPOUND.match(words.plain, end + len(after))
        and (VERBS[verb] is not Act.REVIEW or words.plain[end + len(after)] not in "人者")
        and verb not in NEVER_NOUN
    )


# 当日值班馆领导下令: the heads of the house, and nobody who is led
_HEADS_A_HOUSE = re.compile(r"[馆局所校院园厂站镇街乡区县市队司团社]$")


def _ends_a_name(words: Words, end: int) -> bool:
    """Tell whether what stands at a place shows that a name is over there."""
    return (
        end >= len(words.plain)
        or words.plain[end] in "、，◦"
        or end in words.verbs
        or bool(FOLLOW.match(words.plain, end))
    )


_SURE = re.compile(r"(?:部门|机构|人员|单位|机关|组织|人)(?:、|和|有(?!关|限)|应当|可以|或者)")


def relative(words: Words, at: int, until: int) -> bool:
    """Tell whether a verb behind a name opens a clause that describes a longer name, and not a predicate."""
    of = _RELATIVE.match(words.plain, at, until)
    if not of or HAS_MODAL.search(words.plain, at, of.end() - 1):
        return False
    if _SURE.match(words.plain, of.end(), until):
        return True
    for end in words.ends[bisect_left(words.ends, of.end()) :]:
        if end > min(of.end() + 40, until):
            break
        one = words.plain[of.end() : end] == "人" and APPOINTED.match(words.plain, at)
        if one or of.end() + 1 < end <= min(of.end() + 40, until):
            if _JOINT.match(words.plain, end) or not (
                end == until or FOLLOW.match(words.plain, end) or end in words.verbs
            ):
                continue
            return (
                end == until
                or bool(FOLLOW.match(words.plain, end))
                or end in words.verbs
                and not nominal(words, end, words.verbs[end])
            )
    return False


def _next_in_chain(words: Words, at: int, act: Act) -> bool:
    """Tell whether the next of a chain stands behind a verb and its comma: A审核、分管财务的B批准."""
    if NAMES_A_POST.match(words.plain, at):
        return True
    return act in (Act.PROPOSE, Act.REVIEW, Act.DECIDE) and at not in words.verbs


def _over(words: Words, at: int, until: int) -> bool | None:
    """Tell whether a name is over where a head ends: yes, no, or (None) perhaps."""
    if at >= until:
        return True
    if _JOINT.match(words.plain, at):
        return False
    verb = words.verbs.get(at)
    if verb:
        if nominal(words, at, verb) or verb in IN_CHARGE and NAMES_A_POST.match(words.plain, at):
            return False
        if words.plain.startswith("、", at + len(verb)) and _next_in_chain(words, at + len(verb) + 1, VERBS[verb]):
            return True
        causes = verb in (
            "组织",
            "委托",
            "授权",
            "指定",
            "指派",
            "聘请",
            "要求",
            "责令",
            "通知",
            "提请",
            "协助",
            "督促",
        )
        direct = words.plain.startswith("的", at + len(verb))
        return not ((direct or not causes) and relative(words, at, until))
    if FOLLOW.match(words.plain, at):
        negated = NEGATED.match(words.plain, at) or words.plain[at] == "有"
        return not (
            (
                negated
                or APPOINTED.match(words.plain, at)
                or words.plain.startswith(("依法", "负有", "根据", "与", "从"), at)
            )
            and not words.plain.startswith("依法对", at)
            and relative(words, at, until)
        )
    return None


def name_at(words: Words, start: int, until: int) -> Name | None:
    """Return the first noun phrase from a place that names actors; a weak one when nothing shows its end."""
    weak = None
    for end in words.ends[bisect_left(words.ends, start + 2) :]:
        if end > min(until, start + _LONGEST_NAME):
            break
        stop = end
        if words.plain.startswith("◦", end) and words.text[end] in "（(":
            stop = end + len(words.plain[end:until]) - len(words.plain[end:until].lstrip("◦"))
        over = _over(words, stop, until)
        if over:
            return Name(start, stop, True)
        if over is False and weak and stop == weak.end + 1:
            weak = None  # 班组长和护士: the head only went on
        if over is None and (weak is None or _goes_on(words, weak.end, stop)):
            weak = Name(start, stop, False)
    return _up_to_verb(words, weak, until) if weak else None


def _goes_on(words: Words, end: int, stop: int) -> bool:
    """Tell whether a name whose end nothing showed goes on to the next head: 国务院|行政机构, 公安|机关."""
    between = words.plain[end:stop]
    return stop == end + 1 or (
        len(between) <= _GOING_ON  # characters
        and not re.search("[，◦、的和与及或由经报在对向将]", between)
        and not any(at in words.verbs and not nominal(words, at, words.verbs[at]) for at in range(end, stop))
    )


def _up_to_verb(words: Words, name: Name, until: int) -> Name:
    """Let a name whose end nothing shows go on to a verb that stands right behind its next character: 经营层|提出."""
    end = name.end + 1
    verb = words.verbs.get(end)
    if not verb or end >= until or words.plain[name.end] in "，◦" or nominal(words, end, verb):
        return name
    return Name(name.start, end, False)
