"""Where a question asks for somebody: its question word, and the clause that this stands in."""

from typing import NamedTuple

from corpus.models import Act

Acts = tuple[Act, ...]


class Asking(NamedTuple):
    """A question word with its noun, between the ends of its clause: 维修由 | 哪个部门 | 审批; | which officer | signs."""

    opened: int
    start: int
    end: int
    closed: int
