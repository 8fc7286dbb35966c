"""What an admin says a clause rules, in place of what was read from it.

A correction is pinned to the words of its clause: when they change, it is reported and not applied.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby

from corpus import faq, passages
from corpus.facts import said
from corpus.models import Act, Clause, Document, Kind, Record, Rule

# Of the words of a rule: a cell of a spreadsheet holds 32,767 characters, and a person reads fewer.
MOST_WORDS = 1000
NO_DOCUMENT = "the document is not in the index"
NO_CLAUSE = "the clause is gone"
_ORDER = tuple(Act)


class Said(Record):
    """What one rule says, as it stands in a row of a table: white space is squeezed."""

    actor: str
    act: Act
    verb: str
    matter: str
    condition: str
    words: str


class Correction(Record):
    """What the clause at `link` of `document` (a path) rules; without `rules` it has none.

    `stamp` is that of the clause's own words as they were when this was said.
    """

    document: str
    label: str
    link: str
    stamp: str
    rules: tuple[Said, ...]

    @property
    def key(self) -> str:
        """The clause's key in its document."""
        return self.link.partition("#")[2]

    @property
    def place(self) -> str:
        """Where it stands, as a person says it."""
        return f"{self.document} {self.label or self.link}"


def stamp(document: Document, clause: Clause) -> str:
    """Return the stamp of a clause's own words, without those of what is below it."""
    return faq.stamp(document.text[clause.start : clause.end])


def as_read(document: Document, clause: Clause, read: Iterable[Rule]) -> Correction:
    """Return what a clause rules by these rules of its document, in the form of a correction."""
    link = document.link(clause)
    own = [_said(document.text, rule) for rule in read if rule.clause == link]
    return Correction(
        document=document.path,
        label=clause.label,
        link=link,
        stamp=stamp(document, clause),
        rules=tuple(dict.fromkeys(own)),
    )


def _said(text: str, rule: Rule) -> Said:
    return Said(
        actor=said(rule.actor),
        act=rule.act,
        verb=said(rule.verb),
        matter=said(rule.matter),
        condition=said(rule.condition),
        words=said(text[rule.start : rule.end])[:MOST_WORDS],
    )


def given_for(path: str, known: Iterable[Correction]) -> str:
    """Return a hash of the corrections that are given for a document, "" without any."""
    own = [one.model_dump_json() for one in known if one.document == path]
    return hashlib.sha256("\n".join(own).encode()).hexdigest() if own else ""


def all_corrected(documents: Sequence[Document], known: Sequence[Correction]) -> tuple[list[Document], list[str]]:
    """Return the documents with the corrections that fit, and a line for each that doesn't."""
    done = [corrected(one, known) for one in documents]
    paths = {one.path for one in documents}
    strays = [_unfit(one, NO_DOCUMENT) for one in known if one.document not in paths]
    return [one for one, _ in done], [*chain.from_iterable(unfit for _, unfit in done), *strays]


def corrected(document: Document, known: Iterable[Correction]) -> tuple[Document, list[str]]:
    """Return a document with the rules of its corrected clauses replaced, and a line for each that doesn't fit."""
    unfit: list[str] = []
    new: dict[str, tuple[Rule, ...]] = {}
    for one in known:
        if one.document != document.path:
            continue
        if reason := misfit(document, one):
            unfit.append(_unfit(one, reason))
        else:
            new[f"{document.id}#{one.key}"] = made(document, one)
    if not new:
        return document, unfit
    old = {link: tuple(some) for link, some in groupby(document.rules, lambda rule: rule.clause)}
    links = [document.link(clause) for clause in document.clauses]
    whole = tuple(chain.from_iterable(new.get(link, old.get(link, ())) for link in links))
    return document.model_copy(update={"rules": whole}), unfit


def _unfit(one: Correction, reason: str) -> str:
    then = "delete its rows" if reason in (NO_DOCUMENT, NO_CLAUSE) else "look at it and take it again"
    return f"rule correction for {one.place} no longer fits: {reason}; {then}"


def misfit(document: Document, one: Correction) -> str:
    """Return why a correction can't be made in a document, "" where it can."""
    if document.facts.kind is Kind.FAQ:
        return "the document is an FAQ, which decides nothing"
    clause = _clause(document, one.key)
    if clause is None:
        return NO_CLAUSE
    if one.stamp != stamp(document, clause):
        return "the clause has changed"
    lost = next((told.words for told in one.rules if _span(document, clause, told) is None), "")
    return f"“{lost[:30]}” stands neither in the clause nor in one above it" if lost else ""


def _clause(document: Document, key: str) -> Clause | None:
    return next((clause for clause in document.clauses if clause.key == key), None)


def made(document: Document, one: Correction) -> tuple[Rule, ...]:
    """Return the rules of a correction that fits; those of one sentence are a chain in the order given."""
    clause = _clause(document, one.key)
    if clause is None:
        return ()
    placed = [(span, told) for told in one.rules if (span := _span(document, clause, told))]
    units = groupby(sorted(placed, key=lambda pair: pair[0]), lambda pair: pair[0])
    return tuple(
        Rule(
            document=document.path,
            clause=f"{document.id}#{one.key}",
            **told.model_dump(exclude={"words"}),
            # the cells of a row are one chain, in the order in which a matter runs
            place=_ORDER.index(told.act) + 1 if clause.level == "row" else place,
            start=span[0],
            end=span[1],
            corrected=True,
        )
        for span, some in units
        for place, (_, told) in enumerate(some, 1)
    )


def _span(document: Document, clause: Clause, told: Said) -> tuple[int, int] | None:
    """Return the sentence or cell that a rule rests on, in its clause or in one above; None where it isn't."""
    if not told.words:
        return _naming(document.text, clause, told)
    pattern = re.compile(r"\s+".join(map(re.escape, told.words.split())))
    for one in _upwards(document, clause):
        units = _units(document.text, one, told.verb)
        whole = (span for span in units if said(document.text[slice(*span)])[:MOST_WORDS] == told.words)
        if exact := next(whole, None):
            return exact
        if found := pattern.search(document.text, one.start, one.end):
            return next(((s, e) for s, e in units if s <= found.start() and found.end() <= e), found.span())
    return None


def _upwards(document: Document, clause: Clause | None) -> Iterator[Clause]:
    """Yield a clause and those it stands in, innermost first."""
    while clause is not None:
        yield clause
        clause = None if clause.parent is None else document.clauses[clause.parent]


def _units(text: str, clause: Clause, verb: str) -> list[tuple[int, int]]:
    """Return the spans that a rule can be read from: sentences, or cells, those under the verb first."""
    if clause.level != "row":
        return passages.sentences(text, clause.start, clause.end)
    cells = sorted(clause.cells, key=lambda cell: said(cell.name) != verb)
    return [(cell.start, cell.end) for cell in cells if cell.start < cell.end]


def _naming(text: str, clause: Clause, told: Said) -> tuple[int, int]:
    """Return the first sentence of a clause that names the actor and the verb, or cell with the actor; else all."""
    own = text[clause.start : clause.end]
    left = clause.start + len(own) - len(own.lstrip())
    wanted = (told.actor,) if clause.level == "row" else (told.actor, told.verb)
    units = _units(text, clause, told.verb)
    naming = (span for span in units if all(word in text[slice(*span)] for word in wanted))
    return next(naming, (left, left + len(own.strip())))
