"""The parts of a Chinese sentence between its commas, and which of them only set the scene."""

import re
from typing import NamedTuple

from corpus.rules.chinese.grammar.markers import DUTY_AHEAD
from corpus.rules.chinese.grammar.phrases import Spans, Words
from corpus.rules.chinese.grammar.vocabulary import HAS_MODAL


class Part(NamedTuple):
    """The words between two commas: where they stand, and whether they only set the scene."""

    start: int
    stop: int
    scene: bool
    after: bool
    topical: bool


_SCENE = re.compile(
    r"(?:的|(?<![工课学])时|的时候|期间|之日起|[以之]前|情况下|过程中|情形|(?<![国境海室户校编野郊对])外)$"
)
_STOP = re.compile("[；;。\n]")
_AFTERWARDS = re.compile(r"(?<!事|前|此|然|今|最|善)[以之]?后$")


# what another must do then: 人民法院开庭审理案件，人民检察院应当派员出席
_OTHERS_DUTY = re.compile(
    r"(?![^，]*由)[^，应当可以必须]{2,24}(?:部门|机关|机构|单位|企业|政府|[院局处科室人员者方长])(?:应当|可以|必须|不得)"
)


def classified(words: Words, span: tuple[int, int], later: Spans, conditional: bool) -> Part:
    """Return a part with what the parts behind it say about it; `conditional` makes every part a scene."""
    plain = words.plain
    start, stop = span
    own = plain[start:stop]
    stop, start = start + len(own.rstrip()), start + len(own) - len(own.lstrip())
    following = []
    for s, e in later:
        if any(mark in plain[stop:s] for mark in "；;。"):
            break
        following.append((s, e))
    ahead = next(
        (
            bool(_SCENE.search(plain, s, e))
            for s, e in following
            if HAS_MODAL.search(plain, s, e) or plain[e - 1] == "的"
        ),
        False,
    )
    offence = _offends(plain, start, stop, following)
    condition = bool(following or later) and _condition_to(plain, stop)
    scene = bool(_SCENE.search(plain, start, stop)) or condition or conditional or offence
    topical = (
        ahead
        or bool(following and _OTHERS_DUTY.match(plain, *following[0]))
        or bool(following and DUTY_AHEAD.match(plain, following[0][0]))
    )
    return Part(start, stop, scene, bool(_AFTERWARDS.search(plain, start, stop)), topical)


# an offence and what comes of it are one condition: 泄露档案，情节严重，构成犯罪的，依法…
_OFFENCE = re.compile(
    r"违反|实施[^，]{2,24}行为|(?<!公)起诉的|提起[^，]{0,4}诉讼的|弄虚作假|滥用职权|玩忽职守|徇私|利用职务|索取[^，]*财物|收受[^，]*财物|殴打|抢劫|盗窃|诈骗|贪污|擅自|隐瞒|欺骗|贿赂|情节[严特较]|构成犯罪|不依法|(?:造成|导致|致使)[^，]{0,16}(?:损失|后果|损害|事故|伤|死)"
)
# what a court grants or not is told before it: 当事人请求…的，人民法院应予支持
_RULED = re.compile(r"(?:院|庭|机关|机构|委员会)[^，]{0,4}(?:应予|不予)(?:支持|准许|受理|认定|采纳|采信|审查)")
_OWN_WORD = re.compile(r"应当|可以|必须|有权|(?<!为)由(?!于)|经(?![营济])|(?<=[，、后并])报(?!告)")


def _offends(plain: str, start: int, stop: int, following: Spans) -> bool:
    """Tell whether a part belongs to the account of an offence, which ends with 的 and has no word of duty in it."""
    began = max((found.end() for found in _STOP.finditer(plain, 0, start)), default=0)
    for began_at, end in [(start, stop), *following]:
        if began_at > start and _RULED.search(plain, began_at, end):
            return not _OWN_WORD.search(plain, began, began_at)
        if plain[end - 1] == "的":
            told = plain[began:end]
            return bool(_OFFENCE.search(told)) and not _OWN_WORD.search(told)
    return False


def _condition_to(plain: str, stop: int) -> bool:
    """Tell whether all that follows up to the stop is one condition, as in an item: A判处…，B尚未生效的；"""
    end = _STOP.search(plain, stop)
    at = end.start() if end else len(plain)
    return at > stop and plain[at - 1] == "的"
