"""Show what was read from each clause, export it to Excel, and take an admin's corrections back.

examples:
  .venv/bin/python -m scripts.rules --data data --document leave.md --act decides
  .venv/bin/python -m scripts.rules --data data --export rules.xlsx --silent
  .venv/bin/python -m scripts.rules --data data --take rules.xlsx --documents data/documents
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from bot.edge import counted, ended, write_new
from bot.settings import Settings
from corpus import beside
from corpus.models import Act, Clause, Document, Record
from corpus.paths import plain_path
from corpus.rules.corrections import Correction, Said, as_read
from corpus.rules.reading import rules as read_again
from corpus.rules.silent import silent
from index import GenerationMissing, load_documents
from scripts.rules_sheet import workbook
from scripts.rules_taken import NotDone, take


class Listed(Record):
    """What one clause rules, and whether an admin has corrected it; `text` is the clause's own, `whole` all rules."""

    clause: Correction
    corrected: bool
    text: str
    whole: Correction


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    settings = Settings.from_env(os.environ).at(options.data)
    if options.take and (options.export or options.json or options.silent):
        parser.error("--take stands alone: export or list before or after it")
    if options.take:
        folder = options.documents or settings.documents
        return ended(lambda: take(options.take, folder, _documents(settings.data)))
    return ended(lambda: _show(options, _documents(settings.data)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=".venv/bin/python -m scripts.rules",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, metavar="DIR", help="the data folder (GUIJU_DATA, else data)")
    parser.add_argument("--document", metavar="PATH", help="only the rules of this document")
    parser.add_argument("--clause", metavar="LABEL", help="only those of this clause and all below it: 第五条, 2.1")
    parser.add_argument("--act", choices=[act.value for act in Act], help="only those of this act")
    parser.add_argument("--actor", metavar="WORDS", help="only those whose actor has these words")
    parser.add_argument("--silent", action="store_true", help="also clauses that seem to say who acts and gave no rule")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--export", type=Path, metavar="FILE.xlsx", help="write whole clauses to a new Excel file")
    parser.add_argument("--take", type=Path, metavar="FILE.xlsx", help="keep what was corrected in an exported file")
    parser.add_argument(
        "--documents",
        type=Path,
        metavar="DIR",
        help=f"with --take: the documents folder, where {beside.CORRECTIONS} is kept",
    )
    return parser


def _documents(data: Path) -> dict[str, Document]:
    """The documents of the current generation by id."""
    found = {one.id: one for one in load_documents(data).values()}
    if not found:
        raise GenerationMissing(f"{data} holds no documents yet: run .venv/bin/python -m scripts.reindex")
    return found


def _show(options: argparse.Namespace, documents: Mapping[str, Document]) -> int:
    """Write the file that was asked for; without one, or as JSON, print what was read."""
    listed = [one for document in _chosen(documents, options.document) for one in _listed(document, options)]
    if options.export:
        _write(options.export, workbook([one.whole for one in listed]))
        print(f"{options.export}: {counted(len(listed), 'clause')}; edit it, then --take it", file=sys.stderr)
    if options.json:
        print(json.dumps({"clauses": [_as_json(one) for one in listed]}, ensure_ascii=False))
    elif not options.export:
        print("\n".join(_said(listed)))
    return 0


def _chosen(documents: Mapping[str, Document], wanted: str | None) -> list[Document]:
    if wanted is None:
        return list(documents.values())
    found = [one for one in documents.values() if plain_path(wanted) in (one.path, one.id)]
    if not found:
        near = [one.path for one in documents.values() if wanted.rpartition("/")[2] in one.path]
        raise NotDone(f"no document is called {wanted}{f': did you mean {near[0]}' if near else ''}")
    return found


def _listed(document: Document, options: argparse.Namespace) -> Iterator[Listed]:
    """Yield the clauses of a document that were asked for, in its order."""
    mute = {clause.key for clause in silent(document)} if options.silent else set()
    # a clause that an admin says has no rule is told by what would be read from it
    told = document.path, document.id, document.text, document.clauses, document.stated.put_in
    again = tuple(read_again(*told)) if options.silent else ()
    denied = {rule.clause for rule in again} - {rule.clause for rule in document.rules}
    corrected = {rule.clause for rule in document.rules if rule.corrected} | denied
    own = {link: list(some) for link, some in groupby(document.rules, lambda rule: rule.clause)}
    for clause in _below(document.clauses, options.clause):
        whole = as_read(document, clause, own.get(document.link(clause), ()))
        kept = tuple(told for told in whole.rules if _wanted(told, options))
        if kept or (not whole.rules and (clause.key in mute or whole.link in denied)):
            yield Listed(
                clause=whole.model_copy(update={"rules": kept}),
                corrected=whole.link in corrected,
                text=" ".join(document.text[clause.start : clause.end].split()),
                whole=whole,
            )


def _wanted(told: Said, options: argparse.Namespace) -> bool:
    return options.act in (None, told.act.value) and (options.actor or "").lower() in told.actor.lower()


def _below(clauses: Sequence[Clause], label: str | None) -> list[Clause]:
    """The clauses of this label and those in them, all without one."""
    if label is None:
        return list(clauses)
    tops = [one for one in clauses if label in (one.label, one.key)]
    return [one for one in clauses if any(top.start <= one.start and one.end <= top.until for top in tops)]


def _said(listed: Sequence[Listed]) -> Iterator[str]:
    """Yield the lines of a list as an admin reads it."""
    for one in listed:
        mark = "  [corrected]" if one.corrected else ""
        yield f"{one.clause.place}  {one.clause.link}{mark}"
        words = ""
        for told in one.clause.rules:
            about = [f"{name}: {text}" for name, text in (("on", told.matter), ("if", told.condition)) if text]
            yield "  ".join([f"    {told.actor}  {told.act.value} {told.verb}", *about])
            words, before = told.words, words
            yield from () if words == before else (f"      “{words}”",)
        yield from () if one.clause.rules else ("    no rule", f"      “{one.text}”")
    rules = sum(len(one.clause.rules) for one in listed)
    corrected = sum(one.corrected for one in listed)
    yield f"{counted(rules, 'rule')} in {counted(len(listed), 'clause')}, {corrected} corrected"


def _as_json(one: Listed) -> dict[str, object]:
    place = one.clause
    return {
        "document": place.document,
        "clause": place.label,
        "link": place.link,
        "hash": place.stamp,
        "corrected": one.corrected,
        "text": one.text,
        "rules": [told.model_dump(mode="json") for told in place.rules],
    }


def _write(path: Path, content: bytes) -> None:
    """Write a new Excel file; raises NotDone for the name of another kind, and NotWritten."""
    if path.suffix.lower() != ".xlsx":
        raise NotDone(f"{path} is no name of an Excel file: let it end in .xlsx")
    write_new(path, content)


if __name__ == "__main__":
    sys.exit(main())
