"""What the amendments of all documents change: each placed at the clause that it speaks of."""

from collections.abc import Sequence
from datetime import date

from corpus.effects import Amended, Amendment, Change
from corpus.models import Document
from corpus.outline.clauses import place
from corpus.validity.naming import called, of_version, several, version
from corpus.validity.settled.force import begin, binding
from corpus.validity.settled.reached import begun_at, ending, reached
from corpus.validity.settled.stretches import stretch

_BY_HAND = "name its clause and the new words, or change the document itself"
_SHORT = 60  # characters of a sentence that a remark shows
ALWAYS = date.min  # the day of a change of a rule that names no first day


def with_amendments(documents: Sequence[Document]) -> tuple[list[Document], list[str]]:
    """Return the documents with what amends each of their clauses, and the amendments that fit nowhere."""
    found: dict[int, list[Amended]] = {}
    remarks: dict[str, None] = {}
    again = resumed(documents)
    for n, one in enumerate(documents):
        for each in one.stated.amendments if binding(one.facts) else ():
            amendment = _begun(each, one)
            target = _target(n, amendment, documents)
            clauses = _places(documents[target], amendment) if target is not None else []
            if target is not None and amendment.change is Change.BEGUN:
                continue  # what holds again is told by when it rested
            if target is not None and clauses:
                found.setdefault(target, []).extend(
                    _as_amended(one, amendment, documents[target], clause) for clause in clauses
                )
            else:
                remarks[_unplaced(one, amendment, documents, target)] = None
        for begun in one.stated.begun if binding(one.facts) else ():
            if key := begun_at(one, begun.label):
                at, until = _printed(one, key)
                later = Amended(
                    clause=key, at=at, until=until, change=Change.BEGUN, day=begun.day,
                    by=_link(one, begun.start), start=begun.start, end=begun.end,
                )  # fmt: skip
                found.setdefault(n, []).append(later)
        told = one.stated.unread if binding(one.facts) else ()
        remarks |= dict.fromkeys(
            f"{one.path} changes something, and it can't be told what: “{_short(words)}”: {_BY_HAND}" for words in told
        )
    for n, these in found.items():
        found[n] = [_until(one, again[n]) if n in again and not one.over else one for one in these]
    order = {n: tuple(sorted(these, key=lambda a: (a.day or ALWAYS, a.by, a.start))) for n, these in found.items()}
    return [one.model_copy(update={"amended": order.get(n, ())}) for n, one in enumerate(documents)], list(remarks)


def _begun(amendment: Amendment, one: Document) -> Amendment:
    """Return an amendment as beginning when the clause it stands in does, where that has a day of its own."""
    if amendment.day:
        return amendment
    keys = {key: begun.day for begun in one.stated.begun if (key := begun_at(one, begun.label))}
    days = [keys[c.key] for c in one.clauses if c.key in keys and c.start <= amendment.start < c.until]
    return amendment.model_copy(update={"day": days[-1]}) if days else amendment


def resumed(documents: Sequence[Document]) -> dict[int, date]:
    """Return from which day documents hold again that rested, by their positions."""
    found: dict[int, date] = {}
    for n, one in enumerate(documents):
        for amendment in one.stated.amendments if binding(one.facts) else ():
            target = _target(n, amendment, documents) if amendment.change is Change.BEGUN else None
            since = amendment.day or begin(one.facts)
            if target is not None and since:
                found[target] = since
    return found


def rested(target: Document, by: Document, since: date, over: date) -> list[Amended]:
    """Return all clauses of a document as resting from a day until another, by a document that said it ends."""
    rest = Amendment(label="", change=Change.DELETED, start=0, end=len(by.text), day=since, over=over)
    return [_as_amended(by, rest, target, key) for key in _places(target, rest)]


def _until(one: Amended, over: date) -> Amended:
    """Return a clause that was to rest for good as resting until its document holds again."""
    rests = one.change is Change.DELETED and one.whole and (one.day or ALWAYS) < over
    return one.model_copy(update={"over": over}) if rests else one


def _short(words: str) -> str:
    return words if len(words) <= _SHORT else f"{words[:_SHORT]}…"


def _link(one: Document, start: int) -> str:
    at = next((c.key for c in reversed(one.clauses) if c.start <= start), "")
    return f"{one.id}#{at}" if at else one.id


def _places(target: Document, amendment: Amendment) -> list[str]:
    """Return the keys of the clauses that an amendment changes: all that bear its words where it names none."""
    if not (amendment.label or amendment.was):
        return [c.key for c in target.clauses if c.parent is None]
    if amendment.label:
        named = amendment.label
        return [key for key in [reached(target, named) or place(target, amendment) or ending(target, named)] if key]
    return [c.key for c in target.clauses if amendment.was in target.text[c.start : c.end]]


def _printed(document: Document, key: str) -> tuple[int, int]:
    return next((c.start, c.until) for c in document.clauses if c.key == key)


def _as_amended(by: Document, amendment: Amendment, target: Document, clause: str) -> Amended:
    inside = stretch(target, clause, amendment)
    at, until = inside or _printed(target, clause)
    return Amended(
        clause=clause, at=at, until=until, inside=inside is not None, change=amendment.change,
        day=amendment.day or begin(by.facts), over=amendment.over,
        by=_link(by, amendment.start),
        part=amendment.part, was=amendment.was, now=amendment.now, start=amendment.start, end=amendment.end,
    )  # fmt: skip


def _target(n: int, amendment: Amendment, documents: Sequence[Document]) -> int | None:
    """Return the document that an amendment changes: of several versions the newest that held before it."""
    one = documents[n]
    if not (amendment.title or amendment.label or amendment.was):
        return n  # it says so of itself
    for name in [amendment.title] if amendment.title else one.stated.amends:
        meant = [m for m in called(name, documents, one.facts.title, loosely=True) if m != n]
        named = version(name)
        of_it = [m for m in meant if of_version(named, documents[m])] if named and len(meant) > 1 else meant
        # the year in the title of an amendment may be its own
        meant = of_it or (meant if of_version(named, one) else [])
        first = begin(one.facts) or date.max
        meant = [m for m in meant if (begin(documents[m].facts) or date.min) <= first] or meant
        rules = [m for m in meant if binding(documents[m].facts)]
        if rules:
            return max(rules, key=lambda m: begin(documents[m].facts) or date.min)
    return None


def _unplaced(one: Document, amendment: Amendment, documents: Sequence[Document], at: int | None) -> str:
    named = amendment.title or next(iter(one.stated.amends), "")
    target = documents[at].path if at is not None else ""
    if not target and not named:
        return f"{one.path} amends {amendment.label}, and doesn't say of which document: name it in the title"
    if not target and (paths := several(named, documents, one.facts.title, loosely=True)):
        return f"{one.path} amends “{named}”, which may be {paths}: name it in full in the title"
    if not target:
        return f"{one.path} amends “{named}”, and no document is called so: add it, or correct the title"
    if not amendment.label and amendment.was:
        return f"{one.path} puts other words for “{amendment.was}”, and {target} has no such words: see whether they are right"
    verb = "adds" if amendment.change is Change.ADDED else "amends"
    label = amendment.label or amendment.part
    return f"{one.path} {verb} {label}, and {target} has no such clause: see whether the number is right"
