"""Which act the head verb of a Chinese predicate stands for, seen with its object: 作出…决定, 进行…审查."""

import re

from corpus.models import Act
from corpus.rules.chinese.grammar.vocabulary import STATE, VERBS

_RULINGS = re.compile(r"决定|裁定|判决|裁决|裁判|禁令|保护令|处罚|认定|批复|结论|处分|规定$|授权$")
# 出具书面裁定 rules, 出具检测报告 doesn't
_RULED = re.compile(r"(?:书面)?(?:裁定|裁决|判决|决定)(?!书|单|的)")
_LOOKS = re.compile(
    r"监督|(?<!健康)(?<!身体)(?<!医学)(?<!体格)检查|审计(?!机关)|监察|考核|监管|稽查|巡查|抽查|督查|督察|督导|督办|催办"
)
_WEIGHS = re.compile(r"审查|审核|评审|论证|评估|评议|审议|复核|听证|鉴定")
_DECIDES = re.compile("处罚|审批|判断|决定|决断|裁决|认定")
_OPINION = re.compile(
    r"[^，]{0,8}(?:审核|审查|评审|初审|复审|咨询|评估|论证|复核|考察|修改)[^，]{0,4}意见|[^，]{0,6}咨询意见"
)
# who voices an opinion weighs, unless it is the first word on a matter: 提出意见
_VOICES = ("提出", "出具", "签署", "签注", "签具", "加具", "给出", "提供")
_VOICED = re.compile(r"[^，、的]{0,8}意见(?!书|稿|箱)")
# 纪检组书面回复廉政意见; 回复群众意见 weighs nothing
_REPLIED = re.compile("(?:书面|廉政|审[核查]|评[审议]|初审|复核|法律|合规|专业|技术|会签|政审)+意见(?!书|稿|箱)")
# 经纪检组出具廉政意见
OPINED = re.compile("(?:出具|提出|签署)[一-鿿]{0,6}意见后?")
# 减轻噪声污染 is no milder penalty
_LESSENED = re.compile("[^，、]{0,10}(?:污染|危害|负担|损害|影响|损失|压力|伤害|灾害|后果)")
# 提出是否准予延期的意见
_WHETHER = re.compile("是否[^，。；]{2,24}的?(?:意见|建议)")
_TESTS = re.compile(r"(?:审查|审核|考试|考核|认证|验收|评估|检验|检测|测试|检查|预审|初审|复审)(?:后.*)?$")
_CLAIM = re.compile(r"$|[^，。；]{0,16}(?:请求|主张|申请|诉求|抗辩|异议)")
# who confirms that things are as they are said to be weighs them: 确认业务真实
_CONFIRMS = re.compile("[^，]{0,10}(?:真实|属实|来源|情况|无误|身份|资格|数量|指标|余额|内容|事实)")
# verbs that only say that something is done: 进行审查
_LIGHT = ("进行", "作", "做", "实施", "开展", "加强", "组织实施", "实行", "完成")
_PENALTY = re.compile(r"[^，]{0,24}(?:处分|处罚|警告|罚款|撤职|开除|降级|批评)|(?:相应|严肃)?处理(?=$|[，。；])")


def act_of_predicate(said: str, verb: str) -> Act | None:
    """Return the act of a head verb at the start of what is said."""
    rest = re.split(r"，|、(?=[一-鿿]{2,6}[^、]{6})", said[len(verb) :])[0]
    if verb in STATE:
        return None
    if verb in ("作出", "做出"):
        if not _RULINGS.search(rest) and _OPINION.match(rest):
            return Act.REVIEW
        return Act.DECIDE if _RULINGS.search(rest) else Act.CARRY_OUT
    if verb == "给予":
        return Act.DECIDE if _PENALTY.match(rest) else Act.CARRY_OUT
    if verb in _LIGHT:
        return _done("" if rest.startswith("、") else rest)
    if verb == "负责":
        return _charged(rest)
    if verb == "出具" and _RULED.match(rest):
        return Act.DECIDE
    if verb == "减轻" and _LESSENED.match(rest):
        return Act.CARRY_OUT
    if verb == "提出" and _WHETHER.match(rest) or verb in ("回复", "反馈") and _REPLIED.match(rest):
        return Act.REVIEW
    if verb in _VOICES:
        if _OPINION.match(rest) or verb != "提出" and _VOICED.match(rest):
            return Act.REVIEW
        return Act.PROPOSE if verb == "提出" else Act.CARRY_OUT
    if verb in ("行使", "履行", "承担", "做好") and re.match("下列|以下|如下", rest):
        return None
    if verb == "通过" and _TESTS.search(rest):
        return Act.CARRY_OUT
    if verb == "支持":
        return Act.DECIDE if _CLAIM.match(rest) and not said.startswith("支持、") else Act.CARRY_OUT
    if verb == "指导" and re.match("(?:和|、|并)?(?:监督|检查|督促)", rest):
        return Act.SUPERVISE
    if verb in ("写出", "填写", "递交", "编制", "请求"):
        return _filed(verb, rest)
    if verb == "确认" and _CONFIRMS.match(rest):
        return Act.REVIEW
    if verb in ("处罚", "表决") and rest.startswith("权"):
        return None
    return VERBS[verb]


def _filed(verb: str, rest: str) -> Act:
    """Return the act of what is written and handed in: an application, a draft, a request to an authority."""
    if verb == "编制":
        return Act.PROPOSE if "草案" in rest else Act.CARRY_OUT
    if verb == "请求":
        return Act.PROPOSE if re.match("[^，]{0,12}(?:法院|机关|部门|政府|机构|委员会)", rest) else Act.CARRY_OUT
    return Act.PROPOSE if rest.startswith(("申请", "书面申请")) else VERBS[verb]


def _done(rest: str) -> Act:
    """Return the act of the first noun that a light verb does: 进行监督, 作评审."""
    nearest = [
        (m.start(), act)
        for p, act in ((_LOOKS, Act.SUPERVISE), (_WEIGHS, Act.REVIEW), (_DECIDES, Act.DECIDE))
        if (m := p.search(rest))
    ]
    return min(nearest)[1] if nearest else Act.CARRY_OUT


def _charged(rest: str) -> Act:
    """Return the act that somebody is charged with: 负责审核…, 负责…的监督管理工作."""
    direct = next((VERBS[rest[:n]] for n in range(6, 1, -1) if rest[:n] in VERBS), None)
    if direct and not re.search(r"工作$", rest):
        return direct
    return (
        Act.SUPERVISE if re.search(r"监督(?:管理|检查)?(?:工作)?$", rest) or direct is Act.SUPERVISE else Act.CARRY_OUT
    )
