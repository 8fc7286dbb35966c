"""Codes in the cells of a table and the legend that explains them: D = decides, ● 审批, ○ 备案."""

import re
from collections.abc import Mapping, Sequence

from corpus.models import Act, Cell, Clause, Rule
from corpus.passages import chinese
from corpus.rules.chinese.grammar.vocabulary import VERBS
from corpus.rules.english import wording as wording_en
from corpus.rules.named import named
from corpus.rules.tables import header, matrices
from corpus.rules.verbs import ACTS, act_of

_MATTER_LENGTH = 60
_ORDER = tuple(Act)
_SIGN = r"[A-Z]{1,2}|[●○◎◉★☆▲△■□◆◇√✓✔＊*※]"
# 审, 批, 议: a character of Chinese, which a legend puts in quotes
_WORD = r"[一-鿿]"
_CODE = re.compile(rf"[“\"‘'（(]?({_SIGN})[”\"’'）)]?")
_SAID = re.compile(
    rf"(?<![A-Za-z])[“\"‘'（(]?(?P<code>{_SIGN})[”\"’'）)]?\s*"
    r"(?:[=＝]|[-–—:：]|\bis\b|\bmeans\b|\bstands for\b|表示|代表|为|指)\s*"
    r"(?P<words>[^;；,，、。.\n|]{2,60})"
)
_SAID_ZH = re.compile(
    rf"(?:[“\"‘「『](?P<code>{_WORD})[”\"’」』]\s*(?:[=＝]|[-–—:：]|表示|代表|为|指|是)|(?<![一-鿿])(?P<bare>{_WORD})\s*[=＝])"
    r"\s*(?P<words>[^;；,，、。.\n|]{2,60})"
)
# what a character means that nobody explains
_CUSTOM = {
    "提": "提出",
    "申": "申请",
    "拟": "拟订",
    "审": "审核",
    "核": "审核",
    "议": "审议",
    "批": "批准",
    "定": "决定",
    "备": "备案",
    "办": "承办",
}
# 批，并报上级: what follows the code of a cell
_AND_THEN = re.compile(r"[，,；;]\s*并.*$")
# ○ 提出；● 决定: signs of which the list says no more than what they stand for
_LISTED = re.compile(r"(?P<code>[●○◎◉★☆▲△■□◆◇√✓✔※])\s*(?P<words>[一-鿿]{2,10})(?=[;；,，、。\s）)]|$)")
# P proposes · C is consulted · A approves: each sign with what its bearer does, and nothing else
_DOING = re.compile(r"(?P<code>[A-Z]{1,2})\s+(?P<words>[a-z][^·;,|/]{2,60})")
_KEY = re.compile(r"\s*(?:key|legend|codes?|signs?|letters?)\s*[:–—-]\s*", re.IGNORECASE)
_APART = re.compile(r"[\s,，、;；/+&]+")
_TOLD = re.compile("知[悉晓情会]|阅知|报备|抄送")
_DOES = re.compile("经[手办]|承办")
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
    return _legend(found) or _legend(_customary(clauses))


def _legend(found: Mapping[str, str]) -> Legend:
    """Return what codes stand for by the words that explain them, none for a single code."""
    meant = {code: meaning for code, words in found.items() if (meaning := _meaning(words))}
    return {**meant, **_accountable(found)} if len(meant) >= _LEAST else {}


def _customary(clauses: Sequence[Clause]) -> Mapping[str, str]:
    """Return what characters stand for by custom, of a document with rows that hold several under names of bodies."""
    held = [[cell.text.strip() for cell in row.cells[1:] if named(cell.name.strip())] for row in clauses]
    return _CUSTOM if sum(sum(one in _CUSTOM for one in row) >= _LEAST for row in held) >= _LEAST else {}


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
    said = {found["code"]: found["words"] for form in (_LISTED, _SAID) for found in form.finditer(words)}
    said |= {found["code"] or found["bare"]: found["words"] for found in _SAID_ZH.finditer(words)}
    said = _doing(words) or said
    return said if len(said) >= _LEAST else {}


def _doing(words: str) -> dict[str, str]:
    """Read a key whose signs stand before what their bearers do: P proposes · A approves."""
    own = _KEY.sub("", words.strip().rstrip("."), count=1)
    parts = [_DOING.fullmatch(part.strip()) for part in re.split(r"[·;,|/]", own) if part.strip()]
    told = {part["code"]: part["words"] for part in parts if part}
    return told if len(parts) > _LEAST and len(told) == len(parts) else {}


def explains(words: str, known: Legend) -> bool:
    """Tell whether a clause only says what the codes of a table stand for, so that nobody acts in it."""
    return bool(set(_doing(words)) & set(known))


def _meaning(words: str) -> Meaning | None:
    if not chinese(words):
        return wording_en.meaning(words)
    if told := _TOLD.search(words):
        return Act.SUPERVISE, told[0]
    word = next(
        (known for acts in (ACTS, VERBS) for known in sorted(acts, key=len, reverse=True) if known in words), ""
    )
    act = act_of(word) or VERBS.get(word) if word else None
    if act is None and (does := _DOES.search(words)):
        return Act.CARRY_OUT, does[0]
    return (act, word) if act else None


def _codes(words: str, known: Legend) -> list[str]:
    """Return the codes a cell holds, and nothing else but what is done thereafter: "R, A"."""
    parts = [part for part in _APART.split(_AND_THEN.sub("", words.strip())) if part]
    return parts if parts and all(part in known for part in parts) else []


def _own(words: str, known: Legend) -> tuple[str, str] | None:
    """Return the body that a cell of Chinese names itself, and the code behind it: 采编科提."""
    who, code = words.strip()[:-1], words.strip()[-1:]
    told = code in known and re.fullmatch(_WORD, code) and named(who) == [(0, len(who))]
    return (who, code) if told else None


def _heads(cell: Cell) -> bool:
    """Tell whether a body stands at the head of a cell's column: 审 | 批 are none of their own."""
    return cell.name.strip() not in ("", cell.text.strip())


def rules_of(document: str, link: str, clause: Clause, known: Legend) -> list[Rule] | None:
    """Return the rules of a row whose cells hold codes for what the bodies at the heads of their columns do.

    A row that explains a code has none; None for any other row or clause.
    """
    if set(_of_row(clause.cells)) & set(known):
        return []
    coded = [(cell, codes) for cell in clause.cells[1:] if _heads(cell) and (codes := _codes(cell.text, known))]
    own = [(cell, one) for cell in clause.cells[1:] if coded and (one := _own(cell.text, known))]
    rest = [cell for cell in clause.cells if all(cell is not one for one, _ in [*coded, *own])]
    summed = matrices.figures(clause.cells)
    up_to = [cell for _, cell in summed]
    said = [cell for cell in rest if not header.nobody(cell.text) and cell not in up_to]
    if not coded or not said:
        return None
    matter = max((cell.text for cell in said), key=lambda words: (chinese(words), len(words)))  # no A-10
    return [
        Rule(
            document=document,
            clause=link,
            actor=actor,
            act=act,
            verb=verb,
            matter=matter[:_MATTER_LENGTH].strip(),
            condition=header.condition(said),
            place=_ORDER.index(act) + 1,
            start=cell.start,
            end=cell.end,
        )
        for cell, actor, codes in [
            *((cell, actor, code) for cell, (actor, code) in own),
            *((cell, cell.name.strip(), codes) for cell, codes in coded),
        ]
        for act, verb in (known[code] for code in codes)
    ] + matrices.rules_of(document, link, summed, lambda _: ())
