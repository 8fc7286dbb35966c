"""Whose a verb without a subject is: the last subject's, or somebody else's."""

import re

from corpus.models import Act
from corpus.rules.chinese.grammar.names import name_at
from corpus.rules.chinese.grammar.parts import Part
from corpus.rules.chinese.grammar.predicates import Predicate
from corpus.rules.chinese.grammar.subjects import OPENS
from corpus.rules.chinese.grammar.vocabulary import NAMES_A_POST, VERBS, words_of
from corpus.rules.chinese.shapes.account import Account

_PENAL = re.compile(
    r"从轻|从重|减轻|免除|免予|追究|处|并处|吊销|责令|给予|没收|撤销|暂扣|取缔|警告|罚款|通报批评|取消|撤职|开除|强制|拘留"
)
_CHARGED = re.compile(r"(?:赔偿|法律|刑事|民事|行政|相应|连带|违约)?[^，]{0,6}责任")
AUTHORITY = re.compile(r"(?:机关|部门|法院|检察院|政府|机构|委员会|[局厅部委署院会])$")
# whom a condition named is treated, and treats nobody: 申请人补正的，应当将其列入
# A同意，可以延长: who agrees is not who then does it
_ALLOWED = re.compile("可以?|方可|才可|才能|方能")
# A审核，按权限批准: whoever has the power to
_BY_POWERS = re.compile(r"(?:再|并|后)?(?:(?:按照?|依照?)(?!本人)[一-鿿]{0,4}权限|逐级|层层)")
# 分会提出，按2.3办理: as is said elsewhere, by whomever that names
_AS_SAID = re.compile(
    r"(?:再|并|后|均|也)?(?:按照?|依照?|照|比照|参照)[^，。；]{0,8}(?:[0-9]|[一二三四五六七八九十][条款项]|权限|分工|上述|前款|前条)[^，。；]{0,8}"
    r"(?:办理|执行|处理|报批|审批|批准|签批|签发|签署|审签|用印|报销)[：:]?$"
)
# A批准，延长不超过三天: how far a thing may go is nobody's deed
_LIMITED = re.compile(
    r"(?:期限|时间|时长|次数)?(?:一般|累计|最长|最多)*(?:不得?(?:超过|少于|多于)|最[长多]|以[^，。；]{1,8}为限)"
)
# A签字，三日内归还: what whoever asked must do then
_ASKERS = words_of("归还 交回 退还 返还 补办 补齐 补交 补签 报销 结清 销假 领取 收取")
_GIVEN = ("发给", "颁发", "核发", "换发", "登记", "退回", "退还")
_TO_HIM = re.compile(r"(?:[将对向为给予]|告知|通知|责令|准予|允许)其(?![他中余])")


# 仲裁庭审理票务案件，…应当依法作出裁决: the case only sets the scene
_HEARS = words_of("审理 办理 受理 处理")
_CASE = re.compile(r"[^，。；]{0,30}(?:案件|纠纷|争议|案)$")
_DUTY_BEHIND = re.compile(r"，[^。；]{0,60}?(?:应当|可以|不得|必须)")


def hears(told: Account, said: Predicate, part: Part) -> bool:
    """Tell whether a part without a word of duty only names the kind of case that the duties behind it are about."""
    case = not said.modal and said.verb in _HEARS and _CASE.fullmatch(told.plain, said.end, part.stop)
    return bool(case) and _DUTY_BEHIND.match(told.plain, part.stop) is not None


# 馆方出租展厅应当公开招租: the duty is that of whoever does what stands before it
_DUTY = re.compile("(?:应当|必须)(?!是)")


def duty_behind(told: Account, said: Predicate | None, part: Part) -> re.Match[str] | None:
    """Return the word of duty behind a plain verb and its object, where nobody else is named before it."""
    if said is None or said.modal or part.scene:
        return None
    duty = _DUTY.search(told.plain, said.end, part.stop)
    if duty is None or re.search("[的并由经]", told.plain[said.end : duty.start()]):
        return None
    return None if any(said.end < end <= duty.start() for end in told.words.ends) else duty


def foreign(told: Account, said: Predicate, part: Part, until: int) -> bool:
    """Tell whether a verb without a subject is somebody else's than the last subject's."""
    if "后" in told.plain[said.end : until] and until < part.stop and said.act is Act.CARRY_OUT:
        return True
    if said.act is Act.DECIDE and told.acted and _BY_POWERS.match(told.words.text, part.start):
        return True
    if not said.modal and _stray(told, said, part):
        return True
    if told.scened and _asked_of(told, said, part):
        return True
    if _ordered(told, said) or _litigates(told, said, part) or told.scened and _RELIEVED.match(told.plain, said.start):
        return True
    if _AS_SAID.match(told.words.text, part.start, part.stop) or not said.modal and _not_his(told, said):
        return True
    if said.act is Act.CARRY_OUT and _ALLOWED.match(told.plain, part.start) and told.consented():
        return True
    if told.plain.startswith("从其", part.start) or told.crossed and _liable(told, said):
        return True
    if told.scened and (
        said.act is Act.DECIDE
        and not (said.modal and said.verb == "要求")
        or not said.modal
        and said.verb in _GIVEN
        or _TO_HIM.search(told.plain, part.start, part.stop)
    ):
        return True
    if _PENAL.match(said.verb) and not told.ruling and not said.modal:
        return True
    if NAMES_A_POST.match(told.plain, said.start):
        return True
    if said.verb in VERBS or OPENS.match(told.plain, said.start):
        return False
    other = name_at(told.words, said.start, part.stop)
    return bool(other and other.strong)


# 观众要求查看录像的，应当提供: by whom it is asked of
_ASKED = re.compile("要求|请求|拒绝|异议|不服|投诉|举报|增加|变更|放弃|违反")
_OFFICIAL = words_of(
    "告知 通知 受理 合并 审理 立案 制作 扣留 查封 固定 检验 审查 移送 答复 准许 说明 出示 登记 送达 释放 退还 核实 查明 记录 处理 调解 开庭 中止 终止"
)


def _asked_of(told: Account, said: Predicate, part: Part) -> bool:
    """Tell whether a condition says what persons ask or refuse, and a verb what the authority does then."""
    if not told.subject:
        return False
    asked = told.plain[told.subject[-1][1] : part.start]
    granted = said.verb == "提供" and said.end == part.stop and re.search("要求|请求", asked)
    return bool(granted or said.verb in _OFFICIAL and _ASKED.search(asked))


# 责令限期改正，恢复原状: that is what the offender must do
_MADE_GOOD = words_of(
    "恢复 改正 整改 补种 补办 补缴 补建 退还 退赔 拆除 清除 消除 清理 治理 修复 赔偿 搬迁 迁出 采取 重新"
)


def _ordered(told: Account, said: Predicate) -> bool:
    """Tell whether a verb goes on with what somebody has been ordered to do."""
    last = told.found[-1] if told.found else None
    return last is not None and last.verb == "责令" and not said.modal and said.verb in _MADE_GOOD


# 调解不成的，可以申请仲裁: not the authority that mediates
_LITIGATES = words_of("起诉 提起诉讼 申诉 上诉 投诉")
_APPEALS = re.compile("[^，。；]{0,12}(?:仲裁|复议)")


def _litigates(told: Account, said: Predicate, part: Part) -> bool:
    """Tell whether somebody goes to law who is not the authority that has acted."""
    appeals = said.verb == "申请" and _APPEALS.match(told.plain, said.end, part.stop)
    names = told.names() or told.carried
    return bool(names and AUTHORITY.search(names[-1])) and bool(appeals or said.verb in _LITIGATES)


# 法官有下列情形之一的，应当提请免除其职务: by others
_RELIEVED = re.compile("给予|(?:提请|报请|建议|提出)[^，。；]{0,16}(?:免除|撤销|罢免|处分|处罚|解除)")


def _not_his(told: Account, said: Predicate) -> bool:
    """Tell whether a verb without a word of duty is a limit, the asker's part, or stands in another sentence's case."""
    last = told.found[-1] if told.found else None
    # 由A评审后报B决定，每年重新评定一次: A decides no more than before
    if said.act is Act.DECIDE and last and last.act is Act.DECIDE and last.actor not in told.names():
        return True
    asked = said.verb in _ASKERS and (told.ruling or told.consented())
    elsewhere = told.crossed and not told.subject and not told.found
    return asked or elsewhere or _LIMITED.match(told.plain, said.end) is not None


def _liable(told: Account, said: Predicate) -> bool:
    """Tell whether somebody must answer for a harm that is not the authority's: 造成损失的，必须承担赔偿责任."""
    ruled = bool(told.subject) and AUTHORITY.search(told.plain[slice(*told.subject[-1])])
    return bool(ruled) and said.verb in ("承担", "赔偿") and bool(_CHARGED.match(told.plain, said.end))


def _stray(told: Account, said: Predicate, part: Part) -> bool:
    """Tell whether a verb without a modal can't be the subject's: 造成损失的，依法承担赔偿责任."""
    if said.end >= part.stop and not told.acted and told.subject and not told.plain[part.start : said.start].strip("◦"):
        return True
    if said.verb in ("通过", "接受") or said.verb == "承担" and _CHARGED.match(told.plain, said.end):
        return True
    return (
        said.verb not in VERBS
        or said.end >= part.stop
        and said.start == part.start
        or not told.acted
        and not told.carried
        and not told.sure
    )
