"""What the question log asks of an admin: see it, export it, draft an FAQ from it, mark it as handled."""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from bot.answering.models import Language
from bot.edge import day, ended, write_new
from bot.records import report
from bot.records.draft import drafted, undrafted
from bot.records.log import Log
from bot.records.review import Group, Review, clusters, review
from bot.settings import Settings
from corpus.faq import stamps
from corpus.known import KnownError
from corpus.models import Kind
from index import load_documents

# Of the columns that hold sentences, in characters.
_WIDTHS = {"B": 50, "C": 40, "F": 18, "J": 40, "K": 80}


class NotDone(KnownError):
    """What was asked for cannot be done as it was asked."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.handled and (options.draft or options.export):
        parser.error("--handled stands alone: draft or export first, then mark")
    options.data = options.data or Settings.from_env(os.environ).data
    return ended(lambda: _run(options))


def _run(options: argparse.Namespace) -> int:
    with closing(_log(options.data)) as log:
        return _handle(log, options) if options.handled else _report(log, options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=".venv/bin/python -m scripts.faq",
        description="Show the unanswered, the disliked and the repeated questions, grouped.",
        epilog="example: .venv/bin/python -m scripts.faq --data data --since 2026-09-01 --draft data/documents/faq.md",
    )
    parser.add_argument("--data", type=Path, metavar="DIR", help="the data folder (GUIJU_DATA, else data)")
    parser.add_argument("--language", choices=("zh", "en"), help="of the report; by default the questions' own")
    parser.add_argument("--since", type=day, metavar="DATE", help="only questions from this day on, YYYY-MM-DD")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--export", type=Path, metavar="FILE.xlsx", help="write the groups to a new Excel file")
    parser.add_argument("--draft", type=Path, metavar="FILE.md", help="write a new FAQ document to edit")
    parser.add_argument(
        "--handled",
        type=int,
        nargs="+",
        metavar="ID",
        help="leave these groups out until they are asked anew",
    )
    parser.add_argument("--note", default="", help="with --handled: what was done about them")
    return parser


def _log(data: Path) -> Log:
    if not (data / "guiju.db").exists():
        raise NotDone(f"{data / 'guiju.db'} is not there: nothing has been asked yet, or it is another folder")
    return Log.open(data)


def _report(log: Log, options: argparse.Namespace) -> int:
    """Write the files that were asked for; without any, or as JSON, print what there is to do."""
    # A day begins at midnight where the admin sits.
    since = datetime.combine(options.since, time.min).astimezone() if options.since else None
    found = review(log.questions(since))
    language = options.language or report.language(found)
    if options.draft:
        today = date.today()
        _write(options.draft, _draft(found, language, today, options.data).encode(), language)
    if options.export:
        _write(options.export, _workbook(found, language), language)
    if options.json or not (options.draft or options.export):
        print(found.model_dump_json() if options.json else report.text(found, language))
    return 0


def _handle(log: Log, options: argparse.Namespace) -> int:
    """Mark the groups that these questions are in."""
    wanted = set(options.handled)
    rows = log.questions()
    unknown = wanted - {row.id for row in rows}
    if unknown:
        raise NotDone(f"no question has the number {', '.join(map(str, sorted(unknown)))}")
    groups = [cluster for cluster in clusters(rows) if any(row.id in wanted for row in cluster)]
    done = log.handled([row.id for cluster in groups for row in cluster], options.note)
    language = options.language or groups[0][-1].language
    print(report.SAID[language]["marked"].format(questions=done, groups=len(groups)))
    return 0


def _draft(found: Review, language: Language, today: date, data: Path) -> str:
    """The draft, each clause with the stamp of what it says in the current generation."""
    documents = {one.id: one for one in load_documents(data).values()}
    faqs = {one.path for one in documents.values() if one.facts.kind is Kind.FAQ}
    groups = undrafted(found.groups(), faqs)
    if not groups:
        raise NotDone("there is nothing to draft: no question without an entry is unanswered, disliked or repeated")
    links = [link for group in groups for link in (*(cited.link for cited in group.cited), *group.nearest)]
    return drafted(groups, stamps(links, documents), language, today)


def _write(path: Path, content: bytes, language: Language) -> None:
    """Write a new file and say so."""
    write_new(path, content)
    print(report.SAID[language]["wrote"].format(path=path), file=sys.stderr)


def _workbook(found: Review, language: Language) -> bytes:
    """The groups as an Excel file, a sheet a kind."""
    said = report.SAID[language]
    book = Workbook()
    book.remove(book.worksheets[0])
    for kind, groups in found.kinds():
        _fill(book.create_sheet(said[kind]), groups, said)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _fill(sheet: Worksheet, groups: Sequence[Group], said: Mapping[str, str]) -> None:
    head = [_cell(sheet, name) for name in said["columns"].split("|")]
    for cell in head:
        cell.font = Font(bold=True)
    sheet.append(head)
    for group in groups:
        sheet.append([_cell(sheet, value) for value in report.row(group, said)])
    sheet.freeze_panes = "A2"
    for column, width in _WIDTHS.items():
        sheet.column_dimensions[column].width = width


def _cell(sheet: Worksheet, value: str | int | datetime) -> Cell:
    """A cell that holds what people wrote as text, even where it begins like a formula."""
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value))
    cell.data_type = "s"
    # As after a typed apostrophe: without it, a spreadsheet takes the text for a formula on the next edit.
    cell.quotePrefix = True
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    return cell


if __name__ == "__main__":
    sys.exit(main())
