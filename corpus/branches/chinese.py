"""Turns in Chinese: 不通过的退回第二步，否则转第5步，从第一步重新办理，跳过第三步，本流程终止。"""

import re
from collections.abc import Iterator

from corpus.branches.first import first
from corpus.branches.models import Aim, Turn

_N = "[0-9０-９一二三四五六七八九十]{1,3}"
_UNIT = "(?:步骤|步|环节|阶段)"
# The groups are called as the aims are.
_PLACE = (
    rf"(?:第\s*(?P<step>{_N})\s*个?{_UNIT}|{_UNIT}\s*(?P<step_>{_N})|第?[（(](?P<mark>{_N})[）)]\s*[项目步]?"
    rf"|(?P<before>[上前]一个?(?:步骤?|环节|阶段))|(?P<next>下一个?(?:步骤?|环节|阶段)))"
)
_WAY = (
    "(?:[退返发打转]回到?|[退返]至|退到|回[至到]|转(?:[至到入向])?|跳(?:[转]?[至到]|回|入)|(?:重新|直接|径行?)?进入|直接到"
    "|重[复走做]|再走)"
)
_OF = "(?:本流程|本程序|本条|本款|上述|前述|流程|程序)?的?"
_FROM = rf"[从自由按]照?{_OF}\s*{_PLACE}\s*(?:起|开始)?"
_STEPS = rf"第\s*{_N}\s*{_UNIT}?(?:\s*[、和及至到—-]+\s*第?\s*{_N})*\s*个?{_UNIT}"
_CALLED = "(?:本|该|全部|整个|上述|有关|采购|审批|办理)?(?:流程|程序|环节|步骤)"
_PATTERNS = (
    rf"{_WAY}{_OF}\s*{_PLACE}",
    rf"{_FROM}\s*(?:再|重新|依次)",
    rf"重新{_FROM}",
    rf"(?:跳过|略过|省略|免去|免走)\s*(?P<after>{_STEPS})",
    rf"(?P<after>{_STEPS})\s*(?:可以?|应)?(?:予以)?(?:跳过|省略|略去|免除|免走)",
    rf"(?P<first>从头(?:再来|开始|办理|再走)|(?:重新(?:启动|开始|走完?|履行)|重走){_CALLED})",
    rf"(?P<end>{_CALLED}(?:即|到此|至此|随即|自行|自动)*(?:终止|结束|终结)|(?:终止|结束|终结){_CALLED})",
    r"(?:[退发返打]回|退还|退)(?:给|至|到)?(?P<actor>[^，。；、：,;\s（(第]{2,24})",
)
_TURNS = tuple(re.compile(pattern) for pattern in _PATTERNS)
_DENIED = re.compile("(?:不得|不能|不可|无需|不必|无须|不再|严禁|禁止)[^，,]{0,3}$")
_SENTENCE = re.compile(r"[。；;！!？?\n]")
_PART = re.compile("[，,：:（(]")

_CASE = re.compile(
    "的$|时$|者$|后$|^(?:如|若|倘|假如|凡|当|未|不|否则|反之|其他|其余|仍)|不|未|无误|合格|通过|同意|超过|低于|以上|以下|属于|需要?"
)
_OTHERWISE = re.compile("^(?:否则|反之|不然)$")
# 整改后 tells when, not in which case
_WHEN = re.compile("(?:整改|补正|修改|完成|补充|完善|办结|处理)(?:完成|完毕|完)?(?:后|之后)$")
# What stands between a case and the verb of its turn.
_BETWEEN = re.compile(
    "(?:(?<!否)则|应当?|须|必须|可以?|直接|一律|将|再|即|予以|需|按规定|及时|立即|自动|并|要|由[^，,]{1,12}|"
    r"一次性?(?:告知|说明)(?:后|并)?)+$"
)
_GOES_ON = re.compile("^(?:且|并|而且|并且|或|或者|以及|同时|仍)")


def turns(action: str) -> Iterator[Turn]:
    """Yield the turns of a step's words, in order."""
    for sentence in _SENTENCE.split(action):
        at = 0
        while found := first(_TURNS, _DENIED, sentence, at):
            yield _turn(found, _condition(sentence[at : found.start()]))
            at = found.end()


def _turn(found: re.Match[str], condition: str) -> Turn:
    name, words = next((name, words) for name, words in found.groupdict().items() if words)
    if name == "after":
        return Turn(Aim.AFTER, re.findall(_N, words)[-1], condition)
    return Turn(Aim(name.rstrip("_")), words, condition)


def _condition(before: str) -> str:
    """Return the case that stands before a turn, "" where none does."""
    *earlier, last = [_BETWEEN.sub("", part.strip()) for part in _PART.split(before)]
    if last and _CASE.search(last):
        parts = [last]
    elif earlier and earlier[-1] and _CASE.search(earlier[-1]):
        parts = [earlier.pop()]
    else:
        return ""
    while earlier and _GOES_ON.search(parts[0]):
        parts.insert(0, earlier.pop())
    said = "，".join(parts)
    if _OTHERWISE.search(said):
        return said
    return "" if _WHEN.search(said) else said.removesuffix("的")
