"""Corrections of rules as the rows of a table: what an admin gets, edits and gives back."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from corpus.facts import said
from corpus.models import Act, Document, Record, Rule
from corpus.rules.corrections import Correction, Said, as_read, made, misfit, stamp
from corpus.rules.reading import rules

COLUMNS = ("document", "clause", "link", "hash", "actor", "act", "verb", "matter", "condition", "words")
# Each column by the names that people give it.
NAMES: Mapping[str, str] = {
    **{name: name for name in COLUMNS},
    **dict(zip(("文件", "条款", "链接", "指纹", "主体", "行为", "动词", "事项", "条件", "原文"), COLUMNS, strict=True)),
}
ACTS: Mapping[str, Act] = {
    **{act.value: act for act in Act},
    **{"carries out": Act.CARRY_OUT, "提出": Act.PROPOSE, "审核": Act.REVIEW, "审议": Act.REVIEW},
    **{"决定": Act.DECIDE, "批准": Act.DECIDE, "实施": Act.CARRY_OUT, "监督": Act.SUPERVISE, "备案": Act.SUPERVISE},
}
# What makes a rule of a row; words alone are only what somebody looked at.
_STATING = ("actor", "act", "verb", "matter", "condition")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "'")


class Line(Record):
    """One row as it was given: `where` it stands, what it says, None for no rule, and what is wrong with it."""

    where: str
    document: str = ""
    label: str = ""
    link: str = ""
    stamp: str = ""
    said: Said | None = None
    fault: str = ""


class Taken(Record):
    """What a table says against what was read: the clauses that differ, those that don't, or what is wrong."""

    differ: tuple[Correction, ...] = ()
    same: tuple[Correction, ...] = ()
    faults: tuple[str, ...] = ()


def rows(one: Correction) -> list[list[str]]:
    """Return the rows of a correction under COLUMNS: one with empty cells where the clause has no rule."""
    place = [one.document, one.label, one.link, one.stamp]
    return [[*place, *told.model_dump(mode="json").values()] for told in one.rules] or [[*place, *[""] * 6]]


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula when it opens a .csv file."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def unguarded(text: str) -> str:
    """Return what was guarded."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def lines(name: str, grid: Sequence[Sequence[object]]) -> list[Line]:
    """Return the rows of a table of the file `name`; where it lacks a column, one line with that fault."""
    cells = [[said(cell) for cell in row] for row in grid]
    heads = [[NAMES.get(cell.lower(), "") for cell in row] for row in cells]
    top = next((n for n, head in enumerate(heads) if "link" in head), 0)
    head = heads[top] if heads else []
    if lacking := [column for column in COLUMNS if column not in head]:
        return [Line(where=name, fault=f"{name} has no column {', '.join(lacking)}: keep the columns as exported")]
    at = {column: head.index(column) for column in COLUMNS}
    return [
        _line(f"{name} row {n}", {column: row[i] if i < len(row) else "" for column, i in at.items()})
        for n, row in enumerate(cells[top + 1 :], top + 2)
        if any(row)
    ]


def _line(where: str, row: Mapping[str, str]) -> Line:
    act = ACTS.get(row["act"].lower())
    states = any(row[column] for column in _STATING)
    fault = _fault(row, act, states)
    told = {column: row[column] for column in ("actor", "verb", "matter", "condition", "words")}
    return Line(
        where=where,
        document=row["document"],
        label=row["clause"],
        link=row["link"],
        stamp=row["hash"].lower(),
        said=Said(**told, act=act) if act and states and not fault else None,
        fault=f"{where}: {fault}" if fault else "",
    )


def _fault(row: Mapping[str, str], act: Act | None, states: bool) -> str:
    """Return what is wrong with a row whatever the documents say; `states` whether it states a rule."""
    if not row["link"]:
        return "no link: copy it from another row of the clause"
    if not states:
        return ""
    if not row["actor"]:
        return "no actor: say who acts, or delete the row"
    if act is None:
        known = ", ".join(one.value for one in Act)
        return f'unknown act "{row["act"]}": use {known}' if row["act"] else f"no act: use {known}"
    return "" if row["verb"] else "no verb: copy the word that the clause has for it"


def corrections(given: Iterable[Line]) -> list[Correction]:
    """Return what the rows say of each clause, but nothing of a clause that has a faulty row."""
    clauses: dict[tuple[str, str], list[Line]] = {}
    for line in given:
        clauses.setdefault((line.document, line.link), []).append(line)
    return [_together(some) for some in clauses.values() if not any(line.fault for line in some)]


def _together(some: Sequence[Line]) -> Correction:
    first, stamps = some[0], {line.stamp for line in some}
    return Correction(
        document=first.document,
        label=first.label,
        link=first.link,
        stamp=first.stamp if len(stamps) == 1 else "",
        rules=tuple(dict.fromkeys(line.said for line in some if line.said)),
    )


def exported_too(given: Sequence[Line], exported: Mapping[str, str]) -> list[Line]:
    """Return the rows, with the hash of the export where it is empty, and one more for each clause without any.

    `exported` has the hash of each clause that was exported, by link.
    """
    named = {line.link for line in given}
    filled = [line if line.stamp else line.model_copy(update={"stamp": exported.get(line.link, "")}) for line in given]
    emptied = [Line(where=link, link=link, stamp=then) for link, then in exported.items() if link not in named]
    return [*filled, *emptied]


def taken(given: Sequence[Line], documents: Mapping[str, Document], files: Collection[str]) -> Taken:
    """Compare rows with what is read from their clauses; with a fault anywhere nothing is taken.

    `documents` are those of the index by id, `files` the paths in the folder that corrections are kept in.
    """
    faults = tuple(fault for line in given if (fault := line.fault or _against(line, documents, files)))
    if faults:
        return Taken(faults=faults)
    asked = {line.link.partition("#")[0] for line in given}
    read = {
        name: tuple(rules(d.path, d.id, d.text, d.clauses, d.stated.put_in))
        for name, d in documents.items()
        if name in asked
    }
    differ: list[Correction] = []
    same: list[Correction] = []
    for one in corrections(line.model_copy(update={"document": "", "label": ""}) for line in given):
        document = documents[one.link.partition("#")[0]]
        clause = next(clause for clause in document.clauses if clause.key == one.key)
        was = as_read(document, clause, read[document.id])
        now = was.model_copy(update={"rules": one.rules})
        (same if _states(document, now) == _states(document, was) else differ).append(now)
    return Taken(differ=tuple(differ), same=tuple(same))


def _states(document: Document, one: Correction) -> frozenset[Rule]:
    """Return the rules of a clause whatever their order: a sheet that was only sorted corrects nothing."""
    return frozenset(rule.model_copy(update={"place": 1}) for rule in made(document, one))


def _against(line: Line, documents: Mapping[str, Document], files: Collection[str]) -> str:
    """Return what is wrong with a row by what the index holds today, or nothing."""
    name, _, key = line.link.partition("#")
    document = documents.get(name)
    clause = next((c for c in document.clauses if c.key == key), None) if document else None
    if document is None or clause is None:
        return f"{line.where}: no clause has the link {line.link}: scripts.rules --silent lists them"
    if document.path not in files:
        return f"{line.where}: {document.path} is not in the documents folder: name the folder that was indexed"
    if line.document not in ("", document.path) or line.label not in ("", said(clause.label)):
        return f"{line.where}: {line.link} is {document.path} {clause.label}, not {line.document} {line.label}"
    if line.stamp != (now := stamp(document, clause)):
        found = f"has the hash {line.stamp}, today {now}" if line.stamp else f"has no hash, today {now}"
        return f"{line.where}: {line.link} {found}: export the clause again"
    told = (line.said,) if line.said else ()
    whole = Correction(document=document.path, label=clause.label, link=line.link, stamp=line.stamp, rules=told)
    reason = misfit(document, whole)
    return f"{line.where}: {line.link}: {reason}" if reason else ""
