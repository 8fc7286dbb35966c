"""Finding a clause by what it stands under: “丙、批假权限”第2项, 第三部分第（二）项第2点, 丙、2."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from corpus.models import Clause, Document
from corpus.outline.clauses import clause_of, steps
from corpus.quantities.numbers import STEMS

_N = r"[一二三四五六七八九十百零〇\d]+"
_PIECE = re.compile(
    rf"[“「](?P<heading>[^”」\n]+)[”」](?:部分|一[章节条项])?|(?P<stem>[{STEMS}])(?:部分|项)?[、.]?(?=\s*[第（(\d])"
    rf"|第\s*(?P<part>{_N})\s*(?:部分|大点|大项)|第?\s*[（(]\s*(?P<item>{_N})\s*[)）]\s*[项目点]?|第\s*(?P<point>{_N})\s*[条款项目点]"
    r"|(?P<bare>\d{1,2})(?!\d)"
)
_ITEM = re.compile(r"第\s*(\d{1,3})\s*项")  # an item of running numbers, whatever it stands under
_LONGEST = 60  # characters of a heading
_BETWEEN = re.compile(r"[\s的中里]*")


def reached(document: Document, label: str) -> str:
    """Return the key of the clause to which a label leads from a heading or a part down; "" for any other label."""
    if item := _ITEM.fullmatch(label):
        numbered = [c.key for c in document.clauses if c.mark.rstrip(".、．") == item[1]]
        return numbered[0] if len(numbered) == 1 else ""
    pieces = _pieces(label)
    if len(pieces) < 2 or not (pieces[0]["heading"] or pieces[0]["stem"] or pieces[0]["part"]):
        return ""
    for top in _tops(document, pieces[0]):
        found: Clause | None = top
        for piece in pieces[1:]:
            found = _under(document.clauses, found, _number(piece)) if found else None
        if found:
            return found.key
    return ""


def begun_at(document: Document, label: str) -> str:
    """Return the key of the clause that a document means by a label of its own; of a part, of which the mark tells."""
    plain = label.casefold().split()
    of_mark = (c.key for c in document.clauses if c.mark.casefold().split() == plain)
    return clause_of(document, label) or next(of_mark, "")


def ending(document: Document, label: str) -> str:
    """Return the key of the only clause whose own ends in a label's numbers: of 3.1(c) 600.3.1.c; "" for none or several."""
    told = ".".join(steps(label))
    keys = [c.key for c in document.clauses if told and c.mark and f".{c.key}".endswith(f".{told}")]
    return keys[0] if len(keys) == 1 else ""


def _pieces(label: str) -> list[re.Match[str]]:
    """Return the pieces of a label; none where anything else stands between them."""
    found: list[re.Match[str]] = []
    at = 0
    for one in _PIECE.finditer(label):
        if not _BETWEEN.fullmatch(label[at : one.start()]):
            return []
        found.append(one)
        at = one.end()
    return found if _BETWEEN.fullmatch(label[at:]) else []


def _number(piece: re.Match[str]) -> str:
    return next(iter(steps(piece["item"] or piece["point"] or piece["bare"] or piece["part"] or "")), "")


def _tops(document: Document, piece: re.Match[str]) -> Iterator[Clause]:
    """Yield the clauses that a heading, the letter of one, or the number of a part means, the likeliest first."""
    clauses = document.clauses
    if piece["heading"]:
        wanted = _plain(piece["heading"])
        lines = [(_headed(document, c), c) for c in clauses]
        yield from (c for line, c in lines if line == wanted)
        yield from (c for line, c in lines if line != wanted and line.endswith(wanted))
    elif piece["stem"]:
        yield from (c for c in clauses if _headed(document, c, marks=True).startswith(piece["stem"]))
    else:
        numbered = [c for c in clauses if c.mark and steps(c.mark) == (_number(piece),) and "条" not in c.mark]
        yield from sorted(numbered, key=lambda c: (_depth(c, clauses), c.start))


def _under(clauses: Sequence[Clause], top: Clause, number: str) -> Clause | None:
    """Return the clause of this number that stands highest under another."""
    inside = [
        c for c in clauses if top.start <= c.start < top.until and c is not top and c.level not in ("table", "row")
    ]
    named = [c for c in inside if c.mark and number and steps(c.mark)[-1:] == (number,)]
    return min(named, key=lambda c: (_depth(c, clauses), c.start), default=None)


def _depth(clause: Clause, clauses: Sequence[Clause]) -> int:
    depth, at = 0, clause.parent
    while at is not None:
        depth, at = depth + 1, clauses[at].parent
    return depth


def _headed(document: Document, clause: Clause, *, marks: bool = False) -> str:
    """Return the first line of a clause in plain characters; with `marks` only where a stop follows its first one."""
    line = document.text[clause.start : clause.end].strip().partition("\n")[0].strip(" *#_")
    if len(line) > _LONGEST or (marks and not re.match(rf"[{STEMS}]\s*[、.．\s]", line)):
        return ""
    return _plain(line)


def _plain(words: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", words).casefold() if c.isalnum())
