"""Codes in the cells of a table and the legend that explains them: D = decides, ● 审批, ○ 备案."""

import re
from collections.abc import Mapping, Sequence

from corpus.models import Act, Cell, Clause, Rule
from corpus.passages import chinese
from corpus.rules.english import wording as wording_en
from corpus.rules.tables import header
from corpus.rules.verbs import ACTS, act_of

_MATTER_LENGTH = 60
_ORDER = tuple(Act)
_SIGN = r"[A-Z]{1,2}|[●○◎◉★☆▲△■□◆◇√✓✔＊*※]"
_CODE = re.compile(rf"[“\"‘'（(]?({_SIGN})[”\"’'）)]?")
_SAID = re.compile(
    rf"(?<![A-Za-z])[“\"‘'（(]?(?P<code>{_SIGN})[”\"’'）)]?\s*"
    r"(?:=|[-–—:：]|\bis\b|\bmeans\b|\bstands for\b|表示|代表|为|指)\s*"
    r"(?P<words>[^;；,，、。.\n|]{2,60})"
)
_APART = re.compile(r"[\s,，、;；/+&]+")
# a lone sign is no legend: "Option A: approve it"
_LEAST = 2
Meaning = tuple[Act, str]  # the act, and the word that says it
Legend = Mapping[str, Meaning]


def legend(text: str, clauses: Sequence[Clause]) -> Legend:
    """Return what the codes of a document's tables stand for, by the tables and sentences that explain them."""
    found: dict[str, str] = {}
    for clause in clauses:
        row = clause.level == "row"
        found |= _of_row(clause.cells) if row else _of_words(text[clause.start : clause.end])
    meant = {code: meaning for code, words in found.items() if (meaning := _meaning(words))}
    return {**meant, **_accountable(found)} if len(meant) >= _LEAST else {}


def _accountable(found: Mapping[str, str]) -> Legend:
    """Return who answers for a thing as the one who decides, where another is responsible for doing it."""
    low = {code: words.strip().lower() for code, words in found.items()}
    does = any(words.startswith("responsib") for words in low.values())
    return {code: (Act.DECIDE, found[code].strip()) for code, said in low.items() if does and said == "accountable"}


def _of_row(cells: Sequence[Cell]) -> dict[str, str]:
    """Read the row of a table of codes: D | decides."""
    code = _CODE.fullmatch(cells[0].text.strip()) if len(cells) == 2 else None
    return {code[1]: cells[1].text} if code else {}


def _of_words(words: str) -> dict[str, str]:
    """Read a clause that explains more than one code: D = decides, C = is consulted."""
    said = {found["code"]: found["words"] for found in _SAID.finditer(words)}
    return said if len(said) >= _LEAST else {}


def _meaning(words: str) -> Meaning | None:
    if not chinese(words):
        return wording_en.meaning(words)
    word = next((known for known in sorted(ACTS, key=len, reverse=True) if known in words), "")
    act = act_of(word) if word else None
    return (act, word) if act else None


def _codes(words: str, known: Legend) -> list[str]:
    """Return the codes a cell holds and nothing else: "R, A"."""
    parts = [part for part in _APART.split(words.strip()) if part]
    return parts if parts and all(part in known for part in parts) else []


def rules_of(document: str, link: str, clause: Clause, known: Legend) -> list[Rule] | None:
    """Return the rules of a row whose cells hold codes for what the bodies at the heads of their columns do.

    A row that explains a code has none; None for any other row or clause.
    """
    if set(_of_row(clause.cells)) & set(known):
        return []
    coded = [(cell, codes) for cell in clause.cells[1:] if cell.name.strip() and (codes := _codes(cell.text, known))]
    rest = [cell for cell in clause.cells if all(cell is not one for one, _ in coded)]
    said = [cell for cell in rest if not header.nobody(cell.text)]
    if not coded or not said:
        return None
    matter = max((cell.text for cell in said), key=len)
    return [
        Rule(
            document=document,
            clause=link,
            actor=cell.name.strip(),
            act=act,
            verb=verb,
            matter=matter[:_MATTER_LENGTH].strip(),
            condition=header.condition(said),
            place=_ORDER.index(act) + 1,
            start=cell.start,
            end=cell.end,
        )
        for cell, codes in coded
        for act, verb in (known[code] for code in codes)
    ]
