"""What documents do to others, for an admin to check: which ends, replaces or amends which, and from which day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from corpus.effects import Amended, Change, Effect
from corpus.models import Document
from corpus.validity.settled.ending import Succession

_DOES = {Change.REPLACED: "amended", Change.DELETED: "ended", Change.ADDED: "added to"}


def effects(documents: Sequence[Document], straight: Sequence[Succession]) -> tuple[Effect, ...]:
    """Return what becomes of whole documents, then of clauses, each in the order of the paths."""
    whole = [
        Effect(
            what="superseded" if one.instead else "ended",
            document=documents[one.older].path,
            by=documents[one.newer].path,
            day=one.day,
        )
        for one in straight
    ]
    return (*sorted(whole, key=_place), *sorted(_of_clauses(documents), key=_place))


def _place(one: Effect) -> tuple[str, str]:
    return one.document, one.by


def _of_clauses(documents: Sequence[Document]) -> Iterator[Effect]:
    """Yield the clauses of a document to which another does the same from the same day, together."""
    paths = {one.id: one.path for one in documents}
    for document in documents:
        labels = {clause.key: clause.label for clause in document.clauses}
        together: dict[tuple[str, str, date | None, date | None], dict[str, None]] = defaultdict(dict)
        for one in document.amended:
            if one.change is not Change.BEGUN:
                what = "suspended" if one.over else _DOES[one.change]
                same = together[one.by.partition("#")[0], what, one.day, one.over]
                same[f"{labels[one.clause]}{_part(one)}".strip()] = None
        for (by, what, day, over), clauses in together.items():
            names = tuple(name for name in clauses if name)
            yield Effect(what=what, document=document.path, clauses=names, by=paths.get(by, by), day=day, over=over)


def _part(one: Amended) -> str:
    """Return which words of a clause are meant, where it isn't all of them."""
    return f" “{one.was}”" if one.was else ""
