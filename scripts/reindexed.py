"""What a reindex did, and how an admin reads it."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.edge import counted
from bot.news import Outcome, leave
from corpus.effects import Effect
from corpus.known import KnownError
from corpus.models import LeftOut, Record
from index.generation.manifest import Input

MOST = 40  # lines on what documents do to each other


class Guessed(Record):
    """A document whose kind nobody gave, and that its title shows to be no rule."""

    path: str
    kind: str
    title: str


class Report(Record):
    """What a reindex did, or with --dry-run would do; paths are those under the documents folder.

    Every file is in one of `new`, `changed`, `unchanged`, which make up `documents`, or in `left_out`. A document
    `in_part` is in the index, and `left_out` says what of it is not; `faq` counts the documents that are FAQs.
    `effects` are what documents do to each other, `astray` what they would do to some that are not there.
    """

    generation: str
    documents: int
    faq: int
    passages: int
    glossary: int
    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    encoded: int
    left_out: tuple[LeftOut, ...]
    in_part: tuple[str, ...]
    warnings: tuple[str, ...]
    suspended: tuple[str, ...]
    effects: tuple[Effect, ...] = ()
    astray: tuple[str, ...] = ()
    guessed: tuple[Guessed, ...] = ()
    dry_run: bool = False


def changes(now: Mapping[str, Input], before: Mapping[str, Input]) -> dict[str, list[str]]:
    """Sort documents by what became of them since the last generation; those no longer there are `removed`."""
    return {
        "new": [path for path in now if path not in before],
        "changed": [path for path in now if path in before and before[path] != now[path]],
        "removed": [path for path in before if path not in now],
        "unchanged": [path for path in now if before.get(path) == now[path]],
    }


def said(report: Report, brief: bool = False) -> str:
    """Return a report as an admin reads it; a brief one leaves out the files that are as they should be."""
    lines = [_total(report)]
    for name in () if brief else ("new", "changed", "removed"):
        lines += [f"  {name}: {path}" for path in getattr(report, name)]
    lines += [] if brief else [f"  unchanged: {report.unchanged}"]
    lines += [f"  glossary: {counted(report.glossary, 'entry')}"] if report.glossary and not brief else []
    lines += [] if brief else [*_guessed(report), *_effects(report)]
    lines += _left_out(report)
    lines += [f"  warning: {line}" for line in report.warnings]
    lines += [f"  FAQ entry suspended: {line}" for line in report.suspended]
    return "\n".join(lines)


def as_json(report: Report) -> str:
    """Return a report as one JSON object on one line."""
    return json.dumps(report.model_dump(mode="json"), ensure_ascii=False)


def _total(report: Report) -> str:
    held = "the index would hold" if report.dry_run else f"{report.generation} holds"
    faq = f" ({report.faq} FAQ)" if report.faq else ""
    out = len({one.path for one in report.left_out} - set(report.in_part))
    encoded = "" if report.dry_run else f", {report.encoded} of them encoded anew"
    return (
        f"{held} {counted(report.documents, 'document')}{faq} in {counted(report.passages, 'passage')}{encoded}; "
        f"{counted(out, 'file')} left out"
    )


def _guessed(report: Report) -> Iterator[str]:
    """Yield one line for each document that its title alone makes something else than a rule."""
    for one in report.guessed:
        yield f"  {one.kind} by its title “{one.title}”: {one.path}: where that is wrong, write kind in the register"


def _effects(report: Report) -> Iterator[str]:
    """Yield one line for each thing that a document does to another, those of new and changed ones first."""
    seen = {*report.new, *report.changed}
    ordered = sorted(report.effects, key=lambda one: not {one.document, one.by} & seen)
    told = [f"  {one.what}: {_effect(one)}" for one in ordered]
    told += [f"  not there: {line}" for line in report.astray]
    yield from told[:MOST]
    if len(told) > MOST:
        yield f"  {len(told) - MOST} more of what documents do to each other: --json names them all"


def _effect(one: Effect) -> str:
    named = " ".join([one.document, ", ".join(one.clauses)]).strip()
    when = f" from {one.day}" if one.day else ", and no day is named"
    last = f" until {one.over - timedelta(1)}" if one.over else ""
    return f"{named} by {one.by}{when}{last}"


def _left_out(report: Report) -> Iterator[str]:
    """Yield one line for each file that is not there, or not whole."""
    for path in dict.fromkeys(one.path for one in report.left_out):
        why = "; ".join(one.reason for one in report.left_out if one.path == path)
        yield f"  left out of {path}: {why}" if path in report.in_part else f"  left out: {path}: {why}"


@contextmanager
def left_behind(data: Path, dry_run: bool) -> Iterator[list[Report]]:
    """Leave a record of how a reindex ended, for a bot that tells admins; the report goes into the list."""
    known: list[Report] = []
    error = "it was broken off"
    try:
        yield known
        error = ""
    except KnownError as raised:
        error = str(raised)
        raise
    finally:
        out = len({one.path for report in known for one in report.left_out})
        generation = known[0].generation if known else ""
        if not dry_run:
            leave(data, Outcome(at=datetime.now(UTC).isoformat(), generation=generation, left_out=out, error=error))
