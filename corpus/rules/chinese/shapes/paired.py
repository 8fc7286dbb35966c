"""Acts and actors set side by side: 开具——医师；会诊——药学室; 拟定、审核、批准，分别由甲科、乙部、丙会负责."""

import re

from corpus.models import Act
from corpus.rules.chinese.grammar.vocabulary import VERBS, verbs_in
from corpus.rules.chinese.shapes.told import people, told
from corpus.rules.deeds import Deed

_PAIR = re.compile(
    r"(?:^|(?<=[：:；;。，]))\s*(?P<what>[^，。；：:—]{2,16})(?P<joint>——?|[：:])\s*(?P<who>[^，。；：:—]{2,24})(?=[；;。]|$)"
)
_OVER = re.compile(r"(?P<what>[^，。；：:—]{2,24})[：:]")
_POWER = re.compile("权限?$|人$|者$|单位$|部门$")
_RESPECTIVELY = re.compile(
    r"(?P<what>[^，。；：]{4,40})[，,]?(?:分别|依次)由(?P<who>[^，。；：]{4,60}?)(?:分别|各自)?(?:负责|承担|完成|办理|实施)?(?=[，。；]|$)"
)
_EACH = re.compile("、|以?及|和|与")


def paired(text: str) -> list[Deed]:
    """Return the actors that stand behind a dash or colon, each for the act before it."""
    pairs = [one for one in _PAIR.finditer(text) if people(text, *one.span("who"))]
    if not pairs or len(pairs) < 2 and "：" in (pairs[0]["joint"], ":"):
        return []
    over = _OVER.match(text)
    above = _deed(over["what"]) if over and over.end() <= pairs[0].start("what") else None
    own = [_deed(one["what"]) for one in pairs]
    if pairs[0]["joint"] in "：:" and not all(own):
        return []
    said = [(one, known or above) for one, known in zip(pairs, own, strict=True)]
    return [deed for one, known in said if known for deed in told(text, one.span("who"), *known)]


def respectively(text: str) -> list[Deed]:
    """Return who does which of several acts that a sentence names first, in the order of their names."""
    found = []
    for one in _RESPECTIVELY.finditer(text):
        acts = [_deed(word) for word in _EACH.split(one["what"])]
        names = people(text, *one.span("who"))
        if len(acts) == len(names) > 1 and all(acts):
            found += [deed for name, act in zip(names, acts, strict=True) if act for deed in told(text, name, *act)]
    return found


def _deed(words: str) -> tuple[str, Act] | None:
    """Return the verb that a noun ends with and its act: 结论认定, 审核人, 批准权限."""
    bare = _POWER.sub("", words.strip())
    last = max(verbs_in(bare).items(), default=None)
    if last is None or last[0] + len(last[1]) != len(bare):
        return None
    return last[1], Act.PROPOSE if last[1] in ("起草", "编制") else VERBS[last[1]]
