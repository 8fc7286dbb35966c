"""Which act a verb stands for behind who is marked: 报A审定 decides, 报A备查 supervises, 经A办理 is no act of A's."""

from corpus.models import Act
from corpus.rules.chinese.grammar.predicates import Predicate
from corpus.rules.chinese.grammar.vocabulary import STATE, VERBS
from corpus.rules.chinese.shapes.account import SIGNED
from corpus.rules.chinese.shapes.lightly import PUTS, WEIGHS

_FOR_THE_EYES = ("查阅", "备查", "存查", "阅知", "知悉", "阅存")
# 提请党委会解除处分: whoever a thing is put to so that it ends or goes on decides it
_UNDOES = ("解除", "取消", "终止", "停止", "恢复", "调整", "变更", "核销", "注销", "任命", "聘请")


def marked_act(kind: str, said: Predicate) -> Act | None:
    """Return the act of who is marked, or None where the verb doesn't go with the marker."""
    act = Act.SUPERVISE if kind == "to" and said.verb in _FOR_THE_EYES else said.act
    if act is None or kind != "by" and (said.verb not in VERBS or said.verb in STATE):
        return None
    if kind == "to" and said.verb in _UNDOES:
        return Act.DECIDE
    if kind == "through" and act is Act.CARRY_OUT and said.verb in WEIGHS | {"调查"}:
        return Act.REVIEW
    if kind == "need" and act is Act.CARRY_OUT and said.verb in PUTS:
        return act
    if kind in ("to", "consent", "need") and act is Act.CARRY_OUT:
        return None
    if kind == "consent" and act is not Act.DECIDE:
        return None
    if kind == "through":
        if said.verb in ("验收", "检验", "检测", "体检"):
            return Act.REVIEW
        if said.verb in ("研究", "讨论", "集体讨论", "讨论研究", "提出意见"):
            return Act.REVIEW
        if act is Act.CARRY_OUT and said.verb not in SIGNED:
            return None
    return act
