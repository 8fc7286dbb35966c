"""Look at what was answered, and at the words it rested on as they then were; or throw away what is old.

examples:
  .venv/bin/python -m scripts.receipt 17
  .venv/bin/python -m scripts.receipt 17 --text 1
  .venv/bin/python -m scripts.receipt --purge 365 --dry-run
"""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from bot.edge import counted, ended
from bot.records.receipt import NoReceipt, receipt, said
from bot.records.retention import purge
from bot.records.store import Store
from bot.settings import Settings


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=".venv/bin/python -m scripts.receipt",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("id", type=int, nargs="?", help="the number of the answer, as scripts.faq shows it")
    parser.add_argument("--text", type=int, metavar="N", help="the whole text that citation N is cut from")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--purge", type=int, metavar="DAYS", help="delete everything asked more than DAYS days ago")
    parser.add_argument("--dry-run", action="store_true", help="with --purge: only say what would be deleted")
    parser.add_argument("--data", type=Path, metavar="DIR", help="the data folder (GUIJU_DATA, else data)")
    return parser


def _show(store: Store, options: argparse.Namespace) -> str:
    found = receipt(store, options.id)
    if options.text is None:
        return found.model_dump_json() if options.json else said(found)
    cut = next((cut for cut in found.citations if cut.n == options.text), None)
    if cut is None or not cut.text:
        why = "has no such citation" if cut is None else "was given by a Guiju that kept no texts"
        raise NoReceipt(f"answer {options.id}, citation {options.text}: it {why}")
    return cut.text


def _purge(store: Store, options: argparse.Namespace) -> str:
    done = purge(store, options.purge, dry_run=options.dry_run)
    would = "would be deleted" if options.dry_run else "deleted"
    texts, invitations = counted(done.texts, "text"), counted(done.invitations, "invitation")
    return f"{counted(done.questions, 'question')}, {texts}, {invitations} {would}"


def _run(options: argparse.Namespace) -> int:
    data = options.data or Settings.from_env(os.environ).data
    if not (data / "guiju.db").exists():
        raise NoReceipt(f"{data / 'guiju.db'} is not there: nothing has been asked yet, or it is another folder")
    with closing(Store.open(data)) as store:
        print(_show(store, options) if options.purge is None else _purge(store, options))
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if (options.id is None) == (options.purge is None):
        parser.error("give the number of an answer, or --purge")
    if options.purge is not None and options.purge < 1:
        parser.error("--purge takes a number of days from 1 on")
    return ended(lambda: _run(options))


if __name__ == "__main__":
    sys.exit(main())
