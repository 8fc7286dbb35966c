"""Build the next generation of the index from a folder of documents, or go back to the one before.

examples:
  .venv/bin/python -m scripts.reindex --documents data/documents --data data
  .venv/bin/python -m scripts.reindex --rollback --dry-run
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.edge import counted, ended
from bot.settings import Settings
from corpus.read import look
from index.generation.manifest import last_manifest
from scripts.generation import WouldLose, reindex
from scripts.reindexed import as_json, left_behind, said
from scripts.rollback import rolled_back
from scripts.rollback import said as rollback_said

__all__ = ["main", "reindex", "sample"]

SAMPLE = Path(__file__).parent.parent / "corpus" / "sample"


def sample(data: Path) -> Path:
    """Return the folder of the sample rulebook; raises WouldLose when the index holds other documents."""
    manifest = last_manifest(data)
    own = manifest.files.keys() - {file.path for file in look(SAMPLE).files} if manifest else ()
    if manifest and own:
        raise WouldLose(
            f"{data / 'documents'} is not there, and {manifest.generation} holds {counted(len(own), 'document')} of "
            f"your own: put the folder back, or remove {data / 'index'} to begin with the sample"
        )
    return SAMPLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=".venv/bin/python -m scripts.reindex",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--documents",
        type=Path,
        help="the folder of documents (GUIJU_DOCUMENTS, else documents in the data folder)",
    )
    source.add_argument("--sample", action="store_true", help="the sample rulebook, unless the index holds your own")
    source.add_argument("--rollback", action="store_true", help="go back to the generation before the current one")
    parser.add_argument("--data", type=Path, help="the data folder (GUIJU_DATA, else data)")
    parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    parser.add_argument("--full", action="store_true", help="read and encode everything anew")
    parser.add_argument("--json", action="store_true", help="the report as one JSON object")
    parser.add_argument("--brief", action="store_true", help="only what an admin must see to")
    return parser


def _run(arguments: argparse.Namespace) -> int:
    """Carry out the command; the exit code is 3 when files were left out."""
    settings = Settings.from_env(os.environ).at(arguments.data)
    if arguments.rollback:
        gone = rolled_back(settings.data, arguments.dry_run)
        print(gone.model_dump_json() if arguments.json else rollback_said(gone))
        return 0
    documents = sample(settings.data) if arguments.sample else arguments.documents or settings.documents
    with left_behind(settings.data, arguments.dry_run) as known:
        report = reindex(documents, settings, dry_run=arguments.dry_run, full=arguments.full, quiet=arguments.json)
        known.append(report)
    print(as_json(report) if arguments.json else said(report, arguments.brief))
    return 3 if report.left_out else 0


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    arguments = _parser().parse_args(argv)
    return ended(lambda: _run(arguments))


if __name__ == "__main__":
    sys.exit(main())
