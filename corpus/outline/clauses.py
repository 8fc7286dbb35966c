"""Finding a clause by the number that somebody else printed for it: 第四条第二项 is 第四条（二）."""

import re
import unicodedata

from corpus.models import Amendment, Change, Clause, Document
from corpus.quantities.numbers import number

_STEP = re.compile(r"[0-9]+|[一二两三四五六七八九十百千零〇]+|[a-z]+")
_WORDS = re.compile(
    r"sections?|clauses?|articles?|paragraphs?|regulations?|rules?|items?|schedules?"
    r"|standing orders?|\bsos?\b|bye?-?laws?|appendix|annex"
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


def _before(label: str) -> list[str]:
    """Return where something new may stand: 第十二条之一 after 第十二条, 第九条 and 4.4 after the one before."""
    base = re.sub(r"之.+$|第[^条第]+[款项]$", "", label)
    last = list(_STEP.finditer(base))[-1:]
    value = number(last[0][0]) if last and not re.fullmatch("[a-z]+", last[0][0]) else None
    earlier = (
        f"{base[: last[0].start()]}{int(value) - 1}{base[last[0].end() :]}" if last and value and value > 1 else ""
    )
    return [label for label in (base, earlier) if label]
