"""The rules of a table's rows: actors under the headers of acts, or acts under the headers of actors.

What crosses cases or sums with whoever decides is read in corpus.rules.tables.matrices.
"""

import re
from collections.abc import Callable, Sequence

from corpus.models import Act, Cell, Clause, Rule
from corpus.passages import chinese
from corpus.quantities import ranges
from corpus.quantities.headed import measured
from corpus.rules.chinese.grammar.vocabulary import SOFT
from corpus.rules.chinese.headings import stepped
from corpus.rules.deeds import Deed
from corpus.rules.english import wording as wording_en
from corpus.rules.matters import condition as bounds
from corpus.rules.named import named
from corpus.rules.tables import cased_zh, headed, header, matrices, turned
from corpus.rules.tables.cased import cases
from corpus.rules.tables.cells import actors
from corpus.rules.tables.remarked import below, remarks
from corpus.rules.tables.told import told
from corpus.rules.verbs import ACTS, act_of

_ORDER = tuple(Act)
_LONGEST_ACT = 12
# a cell that refers to another clause names nobody: 按第五条确定的审批人
_STARRED = re.compile(r"(?<=\w)\s*[*＊†‡※]+$")
_REFERS = re.compile(r"^(?:按照?|依照?|见|根据|as in|see|per)(?=[第0-9本上附《表 ])", re.IGNORECASE)
# what may follow the names in a cell without a comma: Board on the advice of the Dean, Director (after consulting …)
_ASIDE = re.compile(r"(?<=[\w)]) (?=\(|(?:subject to|on|upon|after|following|with) (?:the |an? |prior )?[a-z])")
# CEO (after legal review): what stands in brackets behind a name and is no part of a title
_BRACKET = re.compile(
    r"\s*\((?P<aside>(?:after|before|on|upon|subject|with|without|in|if|where|unless|for|jointly|following|advised|at) [^()]*)\)\s*$"
)
# Dean and Bursar together: both sign
_TOGETHER = re.compile(r"(?<=[a-zA-Z)]),? (?:(?:acting |both )?(?:together|jointly))$", re.IGNORECASE)
Read = Callable[[str], Sequence[Deed]]
# an actor, what he does, the word for it, the cell that says so, and in which case
Acting = tuple[str, Act, str, Cell, str]


def rules_of(document: str, link: str, clause: Clause, deeds: Read, decided: bool = False) -> list[Rule]:
    """Return the rules of a row; `deeds` reads a cell that says more than names.

    `decided` tells that what leads to the table says that somebody decides.
    """
    cells = clause.cells
    crossing = matrices.firm(cells, decided)
    about = [] if crossing else turned.turned(cells)
    crossed = [] if crossing or about else _crossed(cells)
    found = [] if crossing else about or crossed or _listed(cells, deeds)
    if not found and not below(cells, deeds):
        likely = matrices.rules_of(document, link, crossing or matrices.likely(cells), deeds)
        found = [] if likely else told(cells, deeds)
        if not found:
            return likely
    within = header.condition(cells) or (bounds(measured(cells[int(header.numbers(cells[0]))])) if crossed else "")
    beside = [] if crossed else [*remarks(cells, deeds), *below(cells, deeds)]
    acting = [(*one[:4], one[4] or within) for one in (*found, *beside)]
    return [
        Rule(
            document=document,
            clause=link,
            actor=actor,
            act=act,
            verb=verb,
            matter="" if about else header.matter(cells)[: matrices.MATTER_LENGTH],
            condition=condition,
            place=_ORDER.index(act) + 1,
            start=cell.start,
            end=cell.end,
        )
        for actor, act, verb, cell, condition in acting
    ]


def _crossed(cells: Sequence[Cell]) -> list[Acting]:
    """Read a row whose cells say which act each body at the head of a column does; nothing when they don't."""
    cells = cells[1:] if header.numbers(cells[0]) else cells
    if does := turned.doing(cells):
        return does
    said = [
        (cell, _act_alone(cell.text) or _lettered(cells, cell) or _marked(cells, cell))
        for cell in cells[1:]
        if not header.nobody(cell.text)
    ]
    headed = any(isinstance(kind, Act) for kind in header.columns(cells))
    crossing = all(act and named(cell.name.strip()) for cell, act in said)
    if headed and not crossing and any(re.search("[A-Za-z]", cell.text) for cell in cells[1:]):
        return []
    found = [(cell.name, act, _TICK.sub("", cell.text.strip()), cell, "") for cell, act in said if act is not None]
    firm = any(act is Act.DECIDE and not SOFT.search(verb) for _, act, verb, *_ in found)
    weighed = [
        (who, Act.REVIEW if firm and SOFT.search(verb) else act, verb, cell, "") for who, act, verb, cell, _ in found
    ]
    return weighed if found and len(found) == len(said) else []


# what is checked stands in such a column as often as who does: Check | two references
_TEST = re.compile(r"checks?|tests?|verifications?|assessments?|inspections?", re.IGNORECASE)
# To be done by | 28 February; To be done by | 21 days
_WHEN = re.compile(
    r"(?:within |by |before |on )?(?:\d{1,3} (?:working |clear |calendar |business |sitting )?(?:hours?|days?|weeks?|months?|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)\b.*|no (?:time )?limit)",
    re.IGNORECASE,
)
# who is only told
_TOLD = ("知悉", "知晓", "知情", "阅知", "知会", "告知", "报备", "told", "informed", "notified")
# a tick beside those who are told, or under those who decide on so much: X
_TICK = re.compile("[xX√✓✔☑●]")
# who is responsible, accountable, consulted, informed
_RACI = {"A": Act.DECIDE, "R": Act.CARRY_OUT, "C": Act.REVIEW, "I": Act.SUPERVISE}


def _lettered(cells: Sequence[Cell], cell: Cell) -> Act | None:
    """Return the act of a letter in a row of R, A, C and I, two of them at least; of A/R, that of the A."""
    letters = [set(re.split(r"\s*[/,&]\s*", one.text.strip())) for one in cells[1:] if not header.nobody(one.text)]
    all_of_them = set().union(*letters)
    if not all_of_them <= _RACI.keys() or len(all_of_them) < len("RA") or "A" not in all_of_them:
        return None
    return next(act for letter, act in _RACI.items() if letter in cell.text)


def _marked(cells: Sequence[Cell], cell: Cell) -> Act | None:
    """Return the act of a tick in a row of one sum or number: up to £9 | told | X; whoever is ticked decides."""
    ticks = [one for one in cells[1:] if _TICK.fullmatch(one.text.strip())]
    return Act.DECIDE if cell in ticks and len(ticks) == 1 and ranges(measured(cells[0])) else None


def _act_alone(words: str) -> Act | None:
    """Return the act that a cell names and nothing else."""
    word = words.strip()
    if word.lower() in _TOLD:
        return Act.SUPERVISE
    if word.lower() in ("appeal", "appeals"):
        return Act.DECIDE  # who is appealed to
    alone = len(word) <= _LONGEST_ACT and (word in ACTS or bool(re.fullmatch(r"[A-Za-z]+", word)))
    return act_of(word) if alone else None


def _listed(cells: Sequence[Cell], deeds: Read) -> list[Acting]:
    """Read a row whose cells name who does the act at the head of their column.

    Who does a step "Draft checked" checks it, whatever the column is called.
    """
    kinds, matter = header.columns(cells), header.matter(cells)
    step = (wording_en.step(matter) or stepped(matter)) if Act.DECIDE not in kinds else None
    found: list[Acting] = []
    for cell, kind in zip(cells, kinds, strict=True):
        if Act.DECIDE in kinds and (own := headed.does(cell)):
            found.append((cell.name.strip(), *own, cell, ""))
            continue
        if not isinstance(kind, Act) or header.nobody(cell.text) or _REFERS.match(cell.text.strip()):
            continue
        if _WHEN.fullmatch(cell.text.strip()):
            continue
        if _TEST.fullmatch(cell.name.strip()) and not cases(cell.text) and not named(cell.text):
            continue
        words = _TOGETHER.sub("", _STARRED.sub("", cell.text.strip()))
        plainly, beside = _with_asides(words, deeds)
        named_so = step and _doer(cell.name) and (step[0] not in kinds or not chinese(cell.name))
        does = step if step and kind is Act.CARRY_OUT and named_so else (kind, cell.name)
        plain = [(actor, None, "") for actor in plainly] or actors(words, kind, deeds)
        found += [(actor, *does, cell, case) for actor, case in cases(words) or cased_zh.cases(words)] or [
            (actor, act, verb, cell, "") if act else (actor, *does, cell, "") for actor, act, verb in plain
        ]
        told = (
            [one for one in deeds(words) if one.act is Act.REVIEW] if plain and not beside and cases(words) else beside
        )
        named_there = {actor for actor, *_ in found}
        found += [(one.actor, one.act, one.verb, cell, "") for one in told if beside or one.actor not in named_there]
    return found


# who leads, or helps in, a step called 初验 is asked for as who does that
_DOER = re.compile("承办|办理|经办|执行|由?谁[办做来]?|[一-鿿]*(?:人|岗位?)")


def _doer(head: str) -> bool:
    """Tell whether a header asks for nothing but whoever does a step."""
    return not chinese(head) or _DOER.fullmatch(head.strip()) is not None


def _with_asides(words: str, deeds: Read) -> tuple[list[str], list[Deed]]:
    """Read a cell whose names an aside follows: Board, on the advice of the Dean; nothing for any other cell."""
    if chinese(words):
        return [], []
    if (bracket := _BRACKET.search(words)) and (bare := wording_en.names(words[: bracket.start()])):
        within = deeds(bracket["aside"])
        return [words[start:end] for start, end in bare], [*within]
    words = _ASIDE.sub(", ", words)
    spans = wording_en.names(words)
    beside = [deed for deed in deeds(words) if spans and deed.start >= spans[-1][1]]
    return ([words[start:end] for start, end in spans] if beside else []), beside
