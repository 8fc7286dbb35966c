"""Finding a clause by the number that somebody else printed for it: 第四条第二项 is 第四条（二）."""

import re
import unicodedata

from corpus.effects import Amendment, Change
from corpus.models import Clause, Document
from corpus.quantities.numbers import number

_STEP = re.compile(r"[0-9]+|[一二两三四五六七八九十百千零〇]+|[a-z]+")
_WORDS = re.compile(
    r"sections?|clauses?|articles?|(?:sub-?)?paragraphs?|points?|regulations?|rules?|items?|schedules?"
    r"|standing orders?|\bsos?\b|bye?-?laws?|appendix|annex|tables?|\b(?:secs?|cls?|arts?|paras?|regs?|sch)\."
    r"|[^\W\d_a-z]*?(?=附[件表])",
    re.I,
)

Steps = tuple[str, ...]


def steps(label: str) -> Steps:
    """Return the numbers in a label in one form: 第四条（二） and 第4条第二项 are both 4, 2; "2.1(b)" is 2, 1, b."""
    plain = _WORDS.sub(" ", unicodedata.normalize("NFKC", label).lower())
    return tuple(_plain(found) for found in _STEP.findall(plain))


def _plain(words: str) -> str:
    value = number(words) if not words.isascii() else None
    return str(int(value)) if value is not None else words.lstrip("0") or "0"


def place(document: Document, amendment: Amendment) -> str:
    """Return the key of the clause that an amendment changes, or to which it adds; "" when there is none."""
    if line := _LINE.match(amendment.label):
        row = _row(document, line)
        return row.key if row else ""
    clause = _named(document, amendment.label)
    if clause is None and amendment.change is Change.ADDED:
        clause = next((found for label in _before(amendment.label) if (found := _named(document, label))), None)
    return clause.key if clause else ""


def clause_of(document: Document, label: str) -> str:
    """Return the key of the clause that bears a printed label, "" for none."""
    clause = _named(document, label)
    return clause.key if clause else ""


def _named(document: Document, label: str) -> Clause | None:
    """Return the clause of this number; of an article and a heading with one number, the one of the same kind."""
    wanted = steps(label)
    found = [c for c in document.clauses if wanted and c.label and steps(c.label) == wanted]
    alike = [c for c in found if ("条" in c.label) == ("条" in label)]
    return next(iter([*alike, *found]), None)


_LINE = re.compile(
    r"(?:(?P<over>(?:table|part|section|schedule|appendix|annex)\s+\w+)\s+)?(?:line|row|entry)\s+(?P<code>\w+)"
    r"(?:\s+(?:of|in)\s+(?:the\s+)?table)?(?:\s+(?P<table>\w+))??(?:\s+(?:in|of)\s+(?P<under>\w+\s+\w+))?$",
    re.I,
)


def _row(document: Document, line: re.Match[str]) -> Clause | None:
    """Return the one row of a table that is meant: by the code in its first cell, else by its place."""
    over = steps(next((name for name in (line["over"], line["under"], line["table"]) if name), ""))[-1:]
    rows = [c for c in document.clauses if c.level == "row" and (not over or steps(c.label)[: len(over)] == over)]
    coded = [c for c in rows if c.cells and c.cells[0].text.strip().lower() == line["code"].lower()]
    placed = [c for c in rows if c.mark.rpartition(" ")[2] == line["code"]]
    found = coded or placed
    return found[0] if len(found) == 1 else None


_GAP = 5  # numbers that several new clauses may leave between the one before and the last of them


def _before(label: str) -> list[str]:
    """Return where something new may stand: 第十二条之一 after 第十二条, 第九条 and 4.4 after those before."""
    base = re.sub(r"之.+$|第[^条第]+[款项]$", "", label)
    last = list(_STEP.finditer(base))[-1:]
    value = number(last[0][0]) if last and not re.fullmatch("[a-z]+", last[0][0]) else None
    if not last or not value:
        return [base] if base else []
    first, behind = base[: last[0].start()], base[last[0].end() :]
    return [base, *(f"{first}{n}{behind}" for n in range(int(value) - 1, max(0, int(value) - _GAP), -1))]
