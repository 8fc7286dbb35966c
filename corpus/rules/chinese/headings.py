"""Which act the head of a column asks for, in everyday words too: 谁来把关, 由谁办, 报给谁, 第一报告人."""

import re

from corpus.models import Act
from corpus.rules.chinese.grammar.vocabulary import VERBS, verbs_in

_ASKS = re.compile(
    r"(?P<mark>[一-鿿]{0,4}?)(?:谁|何人|哪[个级位](?:部门|领导|单位|会议|会|人)?)(?:来|去|能|可以?|有权|负责|先|最后|统一|具体|要)*(?P<rest>.*)"
)
_TOLD = re.compile(r"(?:报给?|抄送?给?|告诉|告知|通知|知会|汇报给?|报告给?)$")
_RULES = re.compile(r"说了算|拿主意|点头|拍板|说最后|做主|作主|说了$|^的$")
# verbs of one character, which no list of words holds
_SHORT = {
    **dict.fromkeys("定批签准", Act.DECIDE),
    **dict.fromkeys("审核看查验", Act.REVIEW),
    **dict.fromkeys("提报拟写填", Act.PROPOSE),
    **dict.fromkeys("办管做发盖收存领买付", Act.CARRY_OUT),
    "盯": Act.SUPERVISE,
}
_DOER = re.compile(r"(?P<deed>[一-鿿]{2,8}?)的?(?:人|人员|者|单位|部门|岗位|领导)$")


def heading(name: str) -> Act | None:
    """Return the act of the actors under a header; None for a header that asks for nobody."""
    words = re.sub(r"[（(][^（）()]*[）)]|[\s？?]", "", name)
    asks = _ASKS.fullmatch(words)
    if asks is None:
        doer = _DOER.fullmatch(words)
        return _deed(doer["deed"], last=True) if doer else None
    rest = asks["rest"]
    if not rest:
        return Act.SUPERVISE if _TOLD.search(asks["mark"]) else None
    if _RULES.search(rest):
        return Act.DECIDE
    return _deed(rest, last=False) or (_SHORT.get(rest[0]) if len(rest) < 4 else None)


def stepped(words: str) -> tuple[Act, str] | None:
    """Return the act of who carries out a step that is called by it, and the verb: 资金审核; None for any other step."""
    found = sorted(verbs_in(words).items())
    at, verb = found[-1] if found else (0, "")
    act = VERBS.get(verb)
    ends = found and at + len(verb) == len(words.strip()) and at > 0
    return (act, verb) if act in (Act.REVIEW, Act.DECIDE) and ends else None


def _deed(words: str, last: bool) -> Act | None:
    """Return the act of the first verb in words, or of the last one."""
    found = sorted(verbs_in(words).items())
    return VERBS[found[-1 if last else 0][1]] if found else None
