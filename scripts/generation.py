"""The next generation of the index: what must be read again for it, what is kept of the last, what is reported."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tqdm import tqdm

from bot.edge import counted
from bot.settings import Settings
from corpus import beside
from corpus.edition import READING
from corpus.glossary import Glossary
from corpus.known import KnownError
from corpus.models import Document, Facts, Kind
from corpus.read import File, Folder, look
from corpus.rules.corrections import Correction, given_for
from index import Manifest, Plan, build, load_glossary, stamp
from index.generation.manifest import Input, intact, last_manifest
from index.store import documents as documents_of
from scripts import unchanged
from scripts.memory import remembered
from scripts.reindexed import Guessed, Report, changes
from scripts.rulebook import Rulebook, gathered, read_all

if TYPE_CHECKING:
    from index.encoder import Encoder


class WouldLose(KnownError):
    """The next generation would take the place of one that holds other documents."""


def _refuse_empty(documents: Path, folder: Folder, manifest: Manifest | None) -> None:
    """Raise WouldLose when an empty folder, as of a share that isn't mounted, would empty the index."""
    held = manifest.counts.documents if manifest else 0
    if manifest and held and not folder.files and not folder.left_out:
        raise WouldLose(
            f"{documents} is empty, and {manifest.generation} holds {counted(held, 'document')}: "
            "put the documents back, or empty the index with --full"
        )


def reindex(
    documents: Path, settings: Settings, *, dry_run: bool = False, full: bool = False, quiet: bool = False
) -> Report:
    """Build the next generation and switch to it; with `dry_run` only tell what would change."""
    folder = look(documents)
    manifest = last_manifest(settings.data)
    if not full:
        _refuse_empty(documents, folder, manifest)
    given, glossary = beside.corrections(documents), beside.words(documents)
    # what is damaged is read and built anew, and the next generation takes its place
    known = None if full or manifest != intact(settings.data) else manifest
    known = known if known and known.reading == READING else None
    key = unchanged.given(folder, given, glossary, date.today())
    before = unchanged.last(settings.data, key, documents, folder) if known else None
    if known and before and before.generation == known.generation and known.model == _encoder(settings).name:
        return before.model_copy(update={"dry_run": dry_run})
    made = _anew(
        _Given(documents, folder, manifest, given, glossary), settings, known, dry_run=dry_run, full=full, quiet=quiet
    )
    if not dry_run:
        unchanged.keep(settings.data, key, made)
    return made


class _Given(NamedTuple):
    """What a reindex goes by; `last` is of the generation before."""

    documents: Path
    folder: Folder
    last: Manifest | None
    corrections: beside.Corrections
    glossary: Glossary


def _anew(by: _Given, settings: Settings, known: Manifest | None, *, dry_run: bool, full: bool, quiet: bool) -> Report:
    """Read what must be read, of `known` only what changed since, and build the next generation."""
    manifest = by.last
    inputs = {file.path: _input(file, by.corrections.found) for file in by.folder.files}
    last = manifest.files if manifest else {}
    with _before(settings.data, known) as before:
        kept = _kept(before, inputs, last)
        memory = remembered(settings.data, known.generation if known else "", before)
        book = gathered(read_all(by.documents, by.folder.files, kept, quiet), by.corrections.found, memory)
        became = changes({one.path: inputs[one.path] for one in book.found}, last)
        encoded = 0
        if not dry_run:
            plan = Plan(reading=READING, full=full, facts=_stamps(inputs), glossary=by.glossary.terms)
            same = known is not None and _same(by, book, became, kept, settings.data)
            manifest, encoded = _build(book.searched, plan, settings, same=same, quiet=quiet)
            memory.keep(settings.data, manifest.generation, book.searched)
        made = _report(by, book, became)
    named = manifest.generation if manifest else ""
    return made.model_copy(update={"generation": named, "encoded": encoded, "dry_run": dry_run})


def _same(
    by: _Given, book: Rulebook, became: Mapping[str, Sequence[str]], kept: Mapping[str, Document], data: Path
) -> bool:
    """Tell whether the next generation would be the same as the last."""
    if by.last is None or not len(became["unchanged"]) == len(by.last.files) == len(book.found):
        return False
    # whether an FAQ entry may answer depends on the day too
    made_today = by.last.made[:10] == datetime.now(UTC).date().isoformat()
    settled = all(_as_settled(one, kept.get(one.path)) for one in book.whole)
    return settled and (made_today or not _faqs(book)) and by.glossary.terms == load_glossary(data)


def _faqs(book: Rulebook) -> int:
    return sum(one.facts.kind is Kind.FAQ for one in book.found)


def _report(by: _Given, book: Rulebook, became: Mapping[str, Sequence[str]]) -> Report:
    """Return what was read and what became of each document, before anything is built of it."""
    out = (*by.folder.left_out, *by.glossary.left_out, *book.left_out)
    unread = {one.path for one in out}
    return Report(
        generation="",
        documents=len(book.found),
        faq=_faqs(book),
        passages=sum(len(one.passages) for one in book.searched),
        glossary=len(by.glossary.terms),
        new=tuple(became["new"]),
        changed=tuple(became["changed"]),
        removed=tuple(path for path in became["removed"] if path not in unread),
        unchanged=len(became["unchanged"]),
        encoded=0,
        left_out=out,
        in_part=tuple(one.path for one in book.found if one.path in unread),
        warnings=(*by.folder.warnings, *by.glossary.wrong, *book.remarks, *by.corrections.wrong, *book.faults),
        suspended=book.suspended,
        effects=tuple(book.effects),
        astray=tuple(book.astray),
        guessed=tuple(
            Guessed(path=one.path, kind=one.stated.kind, title=one.facts.title) for one in book.found if one.stated.kind
        ),
    )


def _input(file: File, known: Sequence[Correction]) -> Input:
    """Return what goes in for one file: its hash, and the stamp of what the register and corrections say of it."""
    audience = stamp(Facts(audience=file.audience)) if file.audience else ""
    return Input(sha256=file.sha256, facts=stamp(file.facts) + audience + given_for(file.path, known))


def _as_settled(one: Document, known: Document | None) -> bool:
    """Tell whether a document has the days and amendments that the last generation has of it."""
    return known is None or (one.facts, one.amended) == (known.facts, known.amended)


@contextmanager
def _before(data: Path, known: Manifest | None) -> Iterator[Mapping[str, Document]]:
    """Hold the documents of the generation that is known open, none where none is."""
    if known is None:
        yield {}
        return
    with documents_of(data) as before:
        yield before


def _kept(
    known: Mapping[str, Document], inputs: Mapping[str, Input], before: Mapping[str, Input]
) -> dict[str, Document]:
    """Return the documents that need not be read again; an FAQ in the index lacks what was suspended."""
    return {
        path: one for path, one in known.items() if inputs.get(path) == before[path] and one.facts.kind is not Kind.FAQ
    }


def _stamps(inputs: Mapping[str, Input]) -> dict[str, str]:
    return {path: given.facts for path, given in inputs.items()}


def _encoder(settings: Settings) -> "Encoder":
    from index import encoder

    return encoder.load_for_indexing(settings.encoder, settings.cache)


def _build(
    found: Sequence[Document], plan: Plan, settings: Settings, *, same: bool, quiet: bool
) -> tuple[Manifest, int]:
    """Write the next generation unless it would be `same` as the current one; return it and what was encoded."""
    encoder = _encoder(settings)
    now = intact(settings.data)
    if same and now is not None and now.model == encoder.name:
        return now, 0
    encoded = 0
    with tqdm(desc="encoding", unit="passage", disable=quiet or None, leave=False) as bar:

        def progress(done: int, total: int) -> None:
            nonlocal encoded
            bar.total = total
            bar.update(done - encoded)
            encoded = done

        made = build(found, settings.data, encoder, plan, progress)
    return made, encoded
