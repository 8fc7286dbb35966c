"""Procedures read from enumerated steps, from tables of steps and from chains of arrows."""

import re
from collections.abc import Iterable, Sequence

from corpus.models import Act, Clause, Procedure, Step
from corpus.passages import sentences
from corpus.quantities.limits import LIMIT
from corpus.rules.reading import deeds
from corpus.rules.tables import header
from corpus.rules.tables.header import Column

_SAYS_SO = re.compile(
    r"程序|流程|步骤|顺序|环节|办理手续|下列手续|怎么办|如何办|procedure|process|steps|stages|in (?:this|the following|what) order|in the order in which|order of work|how to|how a |how the ",
    re.IGNORECASE,
)
# and what does so, but tells nobody what the procedure is about
_SAYS_HOW = re.compile(
    r"how (?:an|it|this|they|we|you|your|one) |what happens|step by step|from start to|依次(?:办理|进行)|办理如下",
    re.IGNORECASE,
)
# what leads in what several do one after the other, without a word of a procedure
_IN_TURN = re.compile(
    r"\b(?:as follows|dealt with|handled|processed|goes|go|runs?|works?|request\b.*|appeal|complaints?|grievances?)\s*[:—–-]+$",
    re.IGNORECASE,
)
# and what leads in who has to do what, or decides what
_EACH_ITS_OWN = re.compile("responsib|duties|powers|authori|members|compos|consist|limits?|approv|decid", re.IGNORECASE)
# an item of a ladder begins with its rung
_RUNG = re.compile(
    r"\W*(?:\w\W+)?(?:not more than|more than|up to|over|under|less than|at least|between|[£$€\d])", re.IGNORECASE
)
# a list of matters or conditions is no procedure, also when its lead-in speaks of one
_SAYS_NOT = re.compile(
    r"下列(?:情形|事项|条件|材料|行为|人员)|以下(?:情形|事项|条件|材料|行为|人员)|不适用|having regard|conditions|exceptions"
    r"|how to (?:read|use)|(?:not|n't) (?:cover|apply|used? for|meant for)|other than|except",
    re.IGNORECASE,
)
_STEPS = re.compile("环节|步骤|阶段|step|stage|what happens", re.IGNORECASE)
_MOST = 0.4  # of a title's length: what a heading has to hold of it to be the title again, and no word of it
_ARROW = re.compile(r"\s*(?:→|➡|—+>|-+>|⟶|=>)\s*")


def _limit(words: str) -> str:
    """Return the first time limit in some words, or nothing."""
    found = LIMIT.search(words)
    return found[0].strip() if found else ""


def _who(words: str) -> str:
    """Return who acts in some words, or nothing."""
    found = deeds(words)
    return found[0].actor if found else ""


def _does(text: str, clause: Clause) -> str:
    """Return an item's words without its mark."""
    own = " ".join(text[clause.start : clause.end].split())
    mark = clause.mark.strip("（）()、.")
    return re.sub(rf"^[（(]?\s*{re.escape(mark)}\s*[)）]?\s*[、.．:：,，)）]?\s*[-–—]?\s*", "", own) if mark else own


def _list_step(identity: str, text: str, head: Clause, item: Clause, number: int) -> Step:
    words = _does(text, item)
    return Step(
        id=f"{identity}#{head.key}!{number}",
        number=number,
        actor=_who(words),
        action=words,
        limit=_limit(words),
        clause=f"{identity}#{item.key}",
        label=item.label,
        start=item.start,
        end=item.start + len(text[item.start : item.end].rstrip()),
    )


def _row_step(identity: str, head: Clause, row: Clause, number: int) -> Step:
    """Read a step from a table row by what its columns hold."""
    kinds = header.columns(row.cells)

    def words(*wanted: Column | Act) -> str:
        return "；".join(c.text for c, k in zip(row.cells, kinds, strict=True) if k in wanted and c.text.strip())

    action = [
        c.text
        for c, k in zip(row.cells, kinds, strict=True)
        if k in (Column.STEP, Column.MATTER, Column.OTHER) and not c.text.strip().isdigit()
    ]
    start, end = row.cells[0].start, row.cells[-1].end
    return Step(
        id=f"{identity}#{head.key}!{number}",
        number=number,
        actor=words(*Act),
        action=" ".join(action),
        limit=words(Column.LIMIT),
        clause=f"{identity}#{row.key}",
        label=row.label,
        start=start,
        end=end,
    )


def _children(clauses: Sequence[Clause], n: int) -> list[int]:
    """Return the positions of a clause's children: they stand between it and the end of its last descendant."""
    found = []
    for m in range(n + 1, len(clauses)):
        if clauses[m].start >= clauses[n].until:
            break
        if clauses[m].parent == n:
            found.append(m)
    return found


def _table_of_steps(clauses: Sequence[Clause], n: int) -> bool:
    """Tell whether a table lists steps: it numbers or names them, and says who acts or by when."""
    rows = _children(clauses, n)
    if clauses[n].level != "table" or len(rows) < 2:
        return False
    kinds = header.columns(clauses[rows[0]].cells)
    acted = Column.LIMIT in kinds or any(isinstance(k, Act) for k in kinds)
    return Column.STEP in kinds and acted and any(_STEPS.search(c.name) for c in clauses[rows[0]].cells)


def _tabled(clauses: Sequence[Clause], n: int) -> bool:
    """Tell whether a table of steps stands under a clause."""
    return any(_table_of_steps(clauses, m) for m in _children(clauses, n))


def _said(text: str, clauses: Sequence[Clause], n: int) -> bool:
    """Tell whether a clause, or its heading, says that what follows is a procedure.

    That a document is called one says nothing of its parts: most of them are rules.
    """
    own, last = text[clauses[n].start : clauses[n].end], _lead(text, clauses[n])
    if _SAYS_NOT.search(last):
        return False
    leads = last.endswith(("：", ":", "—")) or clauses[n].heading or _titled(own)
    return bool((_SAYS_SO.search(last) or _SAYS_HOW.search(last)) and leads)


def _lead(text: str, clause: Clause) -> str:
    """Return the end of a clause's own words, which leads in what stands under it."""
    return text[clause.start : clause.end].strip().split("\n")[-1][-80:]


def _titled(own: str) -> bool:
    """Tell whether a clause's own words are a title: one line, and no sentence."""
    return "\n" not in own.strip() and not own.rstrip().endswith(("。", ".", "；", ";", "，", ","))


def _in_turn(text: str, clauses: Sequence[Clause], n: int, items: Sequence[int]) -> bool:
    """Tell whether a clause leads in what several do one after the other, without a word of a procedure."""
    last = _lead(text, clauses[n])
    if len(items) < 3 or not _IN_TURN.search(last) or _SAYS_NOT.search(last) or _EACH_ITS_OWN.search(last):
        return False
    words = [text[clauses[m].start : clauses[m].end] for m in items]
    actors = [who for own in words if (who := _who(own))]
    return len(set(actors)) > 1 and len(actors) * 2 > len(items) and not any(map(_RUNG.match, words))


def _listed(text: str, clauses: Sequence[Clause], n: int) -> list[int]:
    """Return the items of a clause that are the steps of a procedure."""
    items = [m for m in _children(clauses, n) if clauses[m].level not in ("paragraph", "table", "row", "heading")]
    if len(items) < 2:
        return []
    steps = [m for m in items if clauses[m].level == "step"]
    if len(steps) > 1:
        return steps
    told = _said(text, clauses, n) or _in_turn(text, clauses, n, items)
    if clauses[n].level in ("part", "chapter", "section") or not told:
        return []
    nested = any(clauses[m].until > clauses[m].end and (clauses[m].heading or _tabled(clauses, m)) for m in items)
    return [] if nested else items


def _title(title: str, text: str, clauses: Sequence[Clause], n: int) -> str:
    """Return what a procedure is called: the nearest headings, else its document's title."""
    words: list[str] = []
    at: int | None = n
    while at is not None and len(words) < 2:
        clause = clauses[at]
        if clause.heading and not _same(clause.heading, title) and clause.level not in ("row", "table"):
            words.insert(0, clause.heading)
            if _SAYS_SO.search(clause.heading):
                break
        at = clause.parent
    if not words or not any(_SAYS_SO.search(word) for word in words):
        words.insert(0, title)
    return " · ".join(words)


def _same(heading: str, title: str) -> bool:
    """Tell whether a heading only says the title again, with most of it or with its edition."""
    one, other = heading.casefold(), title.casefold()
    return other in one or (one in other and len(one) > _MOST * len(other))


def _arrows(identity: str, title: str, text: str, clause: Clause) -> list[Step]:
    """Read A → B → C from a sentence of a clause; the first and last step end at the nearest comma."""
    for start, end in sentences(text, clause.start, clause.end):
        joints = list(_ARROW.finditer(text, start, end))
        if len(joints) < 2:
            continue
        edges = [start, *[p for m in joints for p in (m.start(), m.end())], end]
        spans = [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
        first = max(text.rfind(c, start, joints[0].start()) for c in "，,：:；;") + 1
        spans[0] = (max(first, start), spans[0][1])
        tail = re.match(r"[^，,；;。.\n（(]*", text[spans[-1][0] : end])
        spans[-1] = (spans[-1][0], spans[-1][0] + len((tail[0] if tail else "").rstrip()))
        return [
            Step(
                id=f"{identity}#{clause.key}!{n}",
                number=n,
                actor=_who(text[s:e]),
                action=text[s:e].strip(),
                limit=_limit(text[s:e]),
                clause=f"{identity}#{clause.key}",
                label=clause.label,
                start=s,
                end=e,
            )
            for n, (s, e) in enumerate(spans, 1)
        ]
    return []


def procedures(document: str, identity: str, title: str, text: str, clauses: Sequence[Clause]) -> Iterable[Procedure]:
    """Yield the procedures of a document: `document` is its path, `identity` its id.

    A procedure's id is its clause's link with `!`, a step's the same with its number: `leave#5!2`.
    """
    for n, clause in enumerate(clauses):
        if clause.level == "row":
            continue
        if _table_of_steps(clauses, n):
            steps = [_row_step(identity, clause, clauses[m], k) for k, m in enumerate(_children(clauses, n), 1)]
        elif found := _listed(text, clauses, n):
            steps = [_list_step(identity, text, clause, clauses[m], k) for k, m in enumerate(found, 1)]
        else:
            steps = _arrows(identity, title, text, clause)
        if steps:
            yield Procedure(
                id=f"{identity}#{clause.key}!",
                document=document,
                title=_title(title, text, clauses, n),
                steps=tuple(steps),
            )
