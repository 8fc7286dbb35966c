"""Cells that say what the one at the head of their column does: 部门主任 | 签字, beside columns that name others."""

import re

from corpus.models import Act, Cell
from corpus.passages import chinese
from corpus.rules.named import named

_POST = re.compile("(?:长|主任|负责人|书记|经理|主管|会计|[处科室部局股会]|中心|小组)$")
# 审核部门, 经办科室: whoever does that, and nobody by name
_ANY = re.compile(
    r"(?:审[核批查签定]|批准|签[发批字署]|申请|提出|承办|经办|复核|核准|决定|主管|责任|相关|有关)(?:部门|科室|处室|负责人|会)?$"
)
_SIGNS = re.compile("(?:初步|同步|一并)?(?P<verb>会签|签字|签批|签署|签名|同意)$")
_LOOKS = re.compile("(?P<verb>[初复]?审[核查阅]?|[复审]?核[对实验]?|查验?|把关)(?![批定准发销])[一-鿿]{0,4}$")


def does(cell: Cell) -> tuple[Act, str] | None:
    """Return what a cell says that the one who heads its column does before another decides; None for any other cell."""
    head, words = cell.name.strip(), cell.text.strip()
    if not chinese(head) or not _POST.search(head) or _ANY.fullmatch(head) or named(words) or not named(head):
        return None
    found = _SIGNS.fullmatch(words) or _LOOKS.fullmatch(words)
    return (Act.REVIEW, found["verb"]) if found else None
