"""python -m scripts.reindex: build the next generation of the index from a folder of documents.

example:
  python -m scripts.reindex --documents data/documents --data data
"""

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tqdm import tqdm

from bot.settings import Settings
from corpus import faq
from corpus.document import READING, document, identities
from corpus.formats import Unreadable
from corpus.known import KnownError
from corpus.models import Document, Kind, LeftOut, Record
from corpus.read import File, Folder, look, read
from index import Manifest, Plan, build, current_manifest, load_documents, stamp
from index.manifest import Input


class Report(Record):
    """What a reindex did, or with --dry-run would do; paths are those under the documents folder."""

    generation: str
    documents: int
    passages: int
    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    encoded: int
    left_out: tuple[LeftOut, ...]
    suspended: tuple[str, ...]
    dry_run: bool = False


def changes(folder: Folder, before: Mapping[str, Input]) -> dict[str, list[str]]:
    """Sort the files of a folder by what became of them since the last generation."""
    now = {file.path: Input(sha256=file.sha256, facts=stamp(file.facts)) for file in folder.files}
    return {
        "new": [path for path in now if path not in before],
        "changed": [path for path in now if path in before and before[path] != now[path]],
        "removed": [path for path in before if path not in now],
        "unchanged": [path for path in now if before.get(path) == now[path]],
    }


def _read_all(
    folder: Path, files: Sequence[File], kept: Mapping[str, Document], quiet: bool
) -> tuple[list[Document], list[LeftOut]]:
    """Read every file, or take its document from the last generation; return those left out too."""
    ids = identities(file.path for file in files)
    documents, left_out = [], []
    for file in tqdm(files, desc="reading", unit="file", disable=quiet or None, leave=False):
        known = kept.get(file.path)
        if known is not None and known.id == ids[file.path]:
            documents.append(known)
            continue
        try:
            found = read(folder, file)
        except Unreadable as error:
            left_out.append(LeftOut(path=file.path, reason=str(error)))
        else:
            left_out += [LeftOut(path=file.path, reason=reason) for reason in found.missing]
            documents.append(document(file.path, ids[file.path], found.facts, file.sha256, found.lines))
    return documents, left_out


def without_suspended(documents: Sequence[Document], today: date) -> tuple[list[Document], list[str]]:
    """Take the FAQ entries that must not answer today out of search; return a line for each too."""
    by_id = {one.id: one for one in documents}
    kept, lines = [], []
    for one in documents:
        entries = faq.entries(one) if one.facts.kind is Kind.FAQ else ()
        found = faq.suspended(entries, by_id, today)
        lines += [f"{one.path} “{s.question}”: {s.reason}" for s in found]
        out = {s.question for s in found}
        spans = [_span(one, entry) for entry in entries if entry.question in out]
        passages = tuple(p for p in one.passages if not any(s <= p.start < e for s, e in spans))
        kept.append(one.model_copy(update={"passages": passages}) if spans else one)
    return kept, lines


def _span(document: Document, entry: faq.Entry) -> tuple[int, int]:
    """Return where an FAQ entry stands, its question included."""
    return next((c.start, max(c.until, entry.end)) for c in document.clauses if c.key == entry.clause)


def reindex(
    documents: Path, settings: Settings, *, dry_run: bool = False, full: bool = False, quiet: bool = False
) -> Report:
    """Build the next generation and switch to it; with `dry_run` only tell what would change."""
    folder = look(documents)
    manifest = current_manifest(settings.data)
    became = changes(folder, manifest.files if manifest else {})
    known = not full and manifest is not None and manifest.reading == READING
    kept = (
        {path: one for path, one in load_documents(settings.data).items() if path in became["unchanged"]}
        if known
        else {}
    )
    found, left_out = _read_all(documents, folder.files, kept, quiet)
    searched, suspended = without_suspended(found, date.today())
    inputs = {file.path: Input(sha256=file.sha256, facts=stamp(file.facts)) for file in folder.files}
    # whether an FAQ entry may answer depends on the day too
    dated = any(one.facts.kind is Kind.FAQ for one in found)
    made_today = manifest is not None and manifest.made[:10] == datetime.now(UTC).date().isoformat()
    unchanged = manifest is not None and manifest.files == {one.path: inputs[one.path] for one in found}
    same = known and unchanged and (made_today or not dated)
    encoded = 0
    if not dry_run:
        manifest, encoded = _build(searched, inputs, settings, full=full, same=same, quiet=quiet)
    return Report(
        generation=manifest.generation if manifest else "",
        documents=len(found),
        passages=sum(len(one.passages) for one in found),
        new=tuple(became["new"]),
        changed=tuple(became["changed"]),
        removed=tuple(became["removed"]),
        unchanged=len(became["unchanged"]),
        encoded=encoded,
        left_out=(*folder.left_out, *left_out),
        suspended=tuple(suspended),
        dry_run=dry_run,
    )


def _build(
    found: Sequence[Document],
    inputs: Mapping[str, Input],
    settings: Settings,
    *,
    full: bool,
    same: bool,
    quiet: bool,
) -> tuple[Manifest, int]:
    """Write the next generation unless it would be `same` as the current one; return it and what was encoded."""
    from index.encoder import load_for_indexing

    encoder = load_for_indexing(settings.encoder, settings.cache)
    now = current_manifest(settings.data)
    if same and now is not None and now.model == encoder.name:
        return now, 0
    plan = Plan(reading=READING, full=full, facts={path: given.facts for path, given in inputs.items()})
    encoded = 0
    with tqdm(desc="encoding", unit="passage", disable=quiet or None, leave=False) as bar:

        def progress(done: int, total: int) -> None:
            nonlocal encoded
            bar.total = total
            bar.update(done - encoded)
            encoded = done

        made = build(found, settings.data, encoder, plan, progress)
    return made, encoded


def said(report: Report, brief: bool = False) -> str:
    """Return a report as an admin reads it; a brief one leaves out the files that are as they should be."""
    would = "would hold" if report.dry_run else "holds"
    lines = [
        f"{report.generation or 'the index'} {would} {report.documents} documents in {report.passages} passages; "
        f"{report.encoded} were encoded anew"
    ]
    for name in () if brief else ("new", "changed", "removed"):
        lines += [f"  {name}: {path}" for path in getattr(report, name)]
    lines += [] if brief else [f"  unchanged: {report.unchanged}"]
    lines += [f"  left out: {one.path}: {one.reason}" for one in report.left_out]
    lines += [f"  FAQ entry suspended: {line}" for line in report.suspended]
    return "\n".join(lines)


def _as_json(report: Report) -> str:
    shown: dict[str, Any] = report.model_dump(mode="json")
    return json.dumps(shown, ensure_ascii=False)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code: 3 when files were left out."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.reindex",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--documents",
        type=Path,
        help="the folder of documents (GUIJU_DOCUMENTS, else documents in the data folder)",
    )
    parser.add_argument("--data", type=Path, help="the data folder (GUIJU_DATA, else data)")
    parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    parser.add_argument("--full", action="store_true", help="read and encode everything anew")
    parser.add_argument("--json", action="store_true", help="the report as one JSON object")
    parser.add_argument("--brief", action="store_true", help="only what an admin must see to")
    arguments = parser.parse_args(argv)
    settings = Settings.from_env(os.environ)
    settings = settings.model_copy(update={"data": arguments.data}) if arguments.data else settings
    documents = arguments.documents or (settings.documents if not arguments.data else arguments.data / "documents")
    try:
        report = reindex(documents, settings, dry_run=arguments.dry_run, full=arguments.full, quiet=arguments.json)
    except KnownError as error:
        print(f"guiju: {error}", file=sys.stderr)
        return 1
    print(_as_json(report) if arguments.json else said(report, arguments.brief))
    return 3 if report.left_out else 0


if __name__ == "__main__":
    sys.exit(main())
