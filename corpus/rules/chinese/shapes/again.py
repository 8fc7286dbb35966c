"""A verb that the next half leaves out, and whom one only goes to: 白班由甲保管，夜班由乙; 三天以内的找班主任."""

import re
from collections.abc import Sequence

from corpus.models import Act
from corpus.rules.chinese.shapes.told import WHO, people, told
from corpus.rules.deeds import Deed

_BY = re.compile(f"(?<=[，；])[^，。；由经报]{{1,10}}?(?<![缘自])由{WHO}(?=[。；]|$)")
_FIRST = re.compile(f"[^，。；由]{{1,16}}由{WHO}(?P<verb>[一-鿿]{{2,4}})[，；]$")
# 三天以内的假找班主任，三天以上找年级组长
_GO_TO = re.compile(f"(?:以[内下上外]|超过[^，。；]{{1,8}})的?[一-鿿]{{0,2}}?找{WHO}(?=[，。；]|$)")


def again(text: str, found: Sequence[Deed]) -> list[Deed]:
    """Return who does in a second half what another does in the first, and whom a bound sends one to."""
    goes = [deed for one in _GO_TO.finditer(text) for deed in told(text, one.span("who"), "找", Act.DECIDE)]
    return [*goes, *(deed for one in _BY.finditer(text) for deed in _as_before(text, one, found))]


def _as_before(text: str, second: re.Match[str], found: Sequence[Deed]) -> list[Deed]:
    """Return the deeds of whom 由 marks at the end, by the act of him whom it marks in the half right before."""
    opens = max(text.rfind(mark, 0, second.start() - 1) for mark in "，；。：") + 1
    if not _FIRST.fullmatch(text, opens, second.start()):
        return []
    before = [deed for deed in found if opens <= deed.start < second.start()]
    return (
        told(text, second.span("who"), before[-1].verb, before[-1].act)
        if before and people(text, *second.span("who"))
        else []
    )
