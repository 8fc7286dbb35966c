"""What the verbs of penalties and claims stand for by who says them: 由A责令改正，停止业务; 用户有权要求…"""

import re

from corpus.models import Act
from corpus.rules.chinese.grammar.vocabulary import words_of
from corpus.rules.deeds import Deed

_PENALTY = words_of("责令 处罚 处以 并处 处 罚款 没收 吊销 警告 通报批评 取缔")
# 情节严重的，停止业务: the penalty goes on
_GOES_ON = words_of("停止 暂停 取消 关闭 查封 扣押 收回 注销 降低 暂缓")
# 骗取补贴的，由A依法处理: whoever deals with an offence punishes it
_DEALS = words_of("处理 查处 处置")
_OFFENCE = re.compile(
    r"违反[^。；]{2,60}的，|(?:弄虚作假|骗取|伪造|冒用|冒领|挪用|截留|滥用职权|玩忽职守)[^。；]{0,60}的，"
)
_DEALT_WITH = re.compile(r"(?:依法|按照有关规定|依照有关规定|予以)*$")
# persons claim what authorities order
_PERSON = re.compile(r"(?<!负责)(?<!代表)(?:人|者|民|户|方|主|客|生|家长|属|职工|员工|学员)$")


def as_punished(sentence: str, deed: Deed, found: list[Deed]) -> Deed:
    """Read who goes on with a penalty, and who deals with an offence, as deciding."""
    if deed.act is not Act.CARRY_OUT:
        return deed
    punishes = any(one.verb in _PENALTY and one.actor == deed.actor and one.start <= deed.start for one in found)
    at = sentence.find(deed.verb, deed.end)
    deals = deed.verb in _DEALS and at >= 0 and _deals(sentence, deed, at)
    goes_on = deed.verb in _GOES_ON and punishes
    return deed.model_copy(update={"act": Act.DECIDE}) if goes_on or deals else deed


def _deals(sentence: str, deed: Deed, at: int) -> bool:
    marked = sentence[: deed.start].endswith("，由") and _DEALT_WITH.match(sentence[deed.end : at])
    return bool(marked) and _OFFENCE.search(sentence, 0, deed.start) is not None


def as_claimed(_sentence: str, deed: Deed, _found: list[Deed]) -> Deed:
    """Read a person who may demand something as proposing it."""
    claims = deed.act is Act.DECIDE and deed.verb == "要求" and _PERSON.search(deed.actor)
    return deed.model_copy(update={"act": Act.PROPOSE}) if claims else deed
