"""Whose a matter is: 认定权属于评审组, 受理在班主任、核定在德育处, 此事院长说了算, 登记是门卫的事."""

import re

from corpus.models import Act
from corpus.rules.chinese.grammar.vocabulary import VERBS, verbs_in
from corpus.rules.chinese.shapes.told import END, WHO, by_forms, form, told
from corpus.rules.deeds import Deed

_RULES = "认定|审批|批准|审定|核定|核准|裁定|评定|决定|签批|终审|确定|裁决|任免"
_FORMS = (
    form(f"(?P<verb>{_RULES})权限?(?:属于?|归属?于?|在于?){WHO}(?:所有|行使)?{END}", Act.DECIDE),
    form(f"(?P<verb>提名|建议|推荐|动议)权限?(?:属于?|归属?于?|在于?){WHO}{END}", Act.PROPOSE),
    form(f"(?P<verb>监督|检查)权限?(?:属于?|归属?于?|在于?){WHO}{END}", Act.SUPERVISE),
    form(f"(?:^|(?<=[，；由])){WHO}(?P<verb>一支笔|定盘子)(?:审批|签批)?{END}", Act.DECIDE),
    form(
        f"(?:^|(?<=[，；由])){WHO}(?:最后|最终|自行)?(?P<verb>自定|裁断|敲定)(?=[一-鿿]{{0,6}}(?:[，。；]|$))",
        Act.DECIDE,
    ),
    # 终审改由副院长代行
    form(f"(?P<verb>{_RULES})权?[改暂可]*由{WHO}(?:代行|代为行使){END}", Act.DECIDE),
    form(f"(?<![不就])(?:是|属于?){WHO}的(?P<verb>事|活儿?|分内事|分内之事|差事){END}", Act.CARRY_OUT),
)
# 受理在班主任，核定额度在德育处
_LIES_AT = re.compile(f"(?:^|(?<=[，、；]))(?P<what>[一-鿿]{{2,6}})在{WHO}(?=[，。、；]|$)")
# 事故的认定，一般的归学院，严重的归校办
_TOPIC = re.compile(f"[^，。；]*的?(?P<verb>{_RULES})，")
_GOES_TO = re.compile(f"归{WHO}{END}")


def owned(text: str) -> list[Deed]:
    """Return whose a matter is by the plain words for it."""
    found = list(by_forms(text, _FORMS))
    at = [(m, VERBS[verb]) for m in _LIES_AT.finditer(text) if (verb := _opening(m["what"]))]
    if len(at) > 1:
        found += [deed for m, act in at for deed in told(text, m.span("who"), _opening(m["what"]), act)]
    if topic := _TOPIC.match(text):
        for goes in _GOES_TO.finditer(text, topic.end()):
            found += told(text, goes.span("who"), topic["verb"], Act.DECIDE)
    return found


def _opening(words: str) -> str:
    """Return the verb that words open with, "" where they open with none: 核定额度."""
    return verbs_in(words).get(0, "")
