"""What a table sets side by side changes: one column for the clause, one for its words before and one for those after."""

import re
from collections.abc import Iterator, Sequence

from corpus.effects import Amendment, Change
from corpus.models import Cell, Clause, Facts
from corpus.sentences import Sentence
from corpus.validity.said.amended import amending
from corpus.validity.said.changing import LABEL_EN, PLACES, labels

_AFTER = re.compile(
    r"(?:修改|修订|修正|调整|变更)(?:之?后|为)|(?:现|新)(?:条文|条款|规定|内容|表述)"
    r"|\b(?:new|amended|revised|substituted)\s+(?:wording|text|words|version|clause)|\b(?:after|as amended|to read|now reads?)\b",
    re.I,
)
_BEFORE = re.compile(
    r"(?:修改|修订|修正|调整|变更)之?前|原(?:条文|条款|规定|内容|表述)|\b(?:old|current|existing|original|present)\b|\bbefore\b",
    re.I,
)
_GONE = re.compile(r"^\W*(?:删去|删除|取消|deleted|omitted|removed|revoked|repealed)\W*$", re.I)
_PLACE_ZH, _PLACE_EN = re.compile(PLACES), re.compile(rf"^(?:{LABEL_EN}|(?P<bare>\d+(?:\.\d+)*(?:\(\w+\))*))", re.I)


def compared(text: str, clauses: Sequence[Clause], said: Sequence[Sentence], facts: Facts) -> Iterator[Amendment]:
    """Yield what each row of such a table changes, of a document that is there to amend another."""
    if not any(clause.level == "row" for clause in clauses) or not amending(said, facts):
        return
    for row in (clause for clause in clauses if clause.level == "row"):
        after = _new_words(row.cells)
        if after is None:
            continue
        new = row.cells[after].text.strip()
        start = text.rfind(new, row.start, row.end) if new else -1
        label = _label([cell.text for n, cell in enumerate(row.cells) if n != after])
        if start >= 0 and label:
            change = Change.DELETED if _GONE.match(new) else Change.REPLACED
            for each in labels(label):
                yield Amendment(label=each, change=change, start=start, end=start + len(new))


def _new_words(cells: Sequence[Cell]) -> int | None:
    """Return which cell of a row holds the words after a change; None where none stands beside those before it."""
    names = [cell.name for cell in cells]
    after = next((n for n, name in enumerate(names) if _AFTER.search(name) and not _BEFORE.search(name)), None)
    return after if any(_BEFORE.search(name) for name in names) else None


def _label(cells: Sequence[str]) -> str:
    """Return the clause that one of a row's other cells names."""
    for cell in cells:
        found = _PLACE_ZH.match(cell.strip()) or _PLACE_EN.match(cell.strip())
        if found:
            return found[0]
    return ""
