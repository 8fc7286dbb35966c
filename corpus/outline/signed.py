"""Where a document is signed: the name and the day at its foot, which are no part of its last clause."""

import re
from collections.abc import Sequence

from corpus.models import Role
from corpus.outline.marks import Level, Mark
from corpus.outline.segments import Segment

_YEAR = r"(?:(?:19|20)[0-9]{2}|[一二][〇零○Oo一二三四五六七八九]{3})"
_FEW = r"[0-9一二三四五六七八九十廿]{1,3}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_NTH = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_DAY = re.compile(
    rf"[（(]?(?:(?:日期|Dated?)\s*[：:]?\s*)?(?:{_YEAR}\s*年\s*{_FEW}\s*月\s*{_FEW}\s*[日号]|{_YEAR}[-./][0-9]{{1,2}}[-./][0-9]{{1,2}}"
    rf"|{_NTH}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}|{_MONTH}\s+{_NTH},?\s+{_YEAR})[)）]?"
)
# 沅江学院（盖章）　2025年3月10日: the name and the day in one line
_BOTH = re.compile(rf"(?P<name>[^，。；：、,;|0-9]{{2,30}}?)[\s，,]+{_DAY.pattern}")
_NAME = re.compile(r"[^，。；！？,;!?|0-9]{2,40}")
_ENDS = tuple('。；;！!？?.”"）)')
_NAMES = 4  # lines of names above a day
_AFTER = re.compile(r"抄送|抄报|主送|印发|公开方式|主题词|联系人|Copies? to|cc\b", re.IGNORECASE)
_LATER = 6  # lines of that kind below it


def signed(segments: Sequence[Segment], marks: Sequence[Mark | None]) -> frozenset[int]:
    """Find the lines with which documents are signed: names and a day, at the end or before an annex."""
    found: set[int] = set()
    for n, segment in enumerate(segments):
        words = segment.text.strip()
        if (
            segment.role is Role.TEXT
            and (_DAY.fullmatch(words) or _BOTH.fullmatch(words))
            and _last(segments, marks, n)
        ):
            found.update(_with_names(segments, marks, n))
    return frozenset(found)


def _last(segments: Sequence[Segment], marks: Sequence[Mark | None], n: int) -> bool:
    """Tell whether nothing but distribution lines stands between a line and the end, or the next annex."""
    for m in range(n + 1, min(len(segments), n + 1 + _LATER)):
        opened = marks[m]
        if opened and opened.level is Level.PART:
            return True
        if segments[m].role is not Role.TEXT or not _AFTER.search(segments[m].text):
            return False
    return len(segments) <= n + 1 + _LATER


def _with_names(segments: Sequence[Segment], marks: Sequence[Mark | None], n: int) -> set[int]:
    """Return the lines of a signature up to its day in line `n`; none where what stands above has not ended."""
    first = n
    while n - first < _NAMES and _names(segments, marks, first - 1):
        first -= 1
    above = segments[first - 1] if first else None
    if above is None or not (above.role is not Role.TEXT or above.text.rstrip().endswith(_ENDS)):
        return set()
    return set(range(first, len(segments) if not any(marks[n + 1 :]) else n + 1))


def _names(segments: Sequence[Segment], marks: Sequence[Mark | None], n: int) -> bool:
    """Tell whether a line holds a name and nothing else."""
    if n < 1 or marks[n] or segments[n].role is not Role.TEXT:
        return False
    words = segments[n].text.strip()
    return bool(_NAME.fullmatch(words)) and not words.endswith((*_ENDS[:-2], "：", ":"))
