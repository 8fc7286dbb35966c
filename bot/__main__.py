"""python -m bot ask | chat | show | serve."""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.edge import day, ended, stop_at_once

_EXAMPLES = """examples:
  .venv/bin/python -m bot ask 六万元的维修谁批？
  .venv/bin/python -m bot ask --data data --json --as-of 2023-06-01 "Who approves a lease?"
  .venv/bin/python -m bot show school/leave.md --text
  .venv/bin/python -m bot chat
  .venv/bin/python -m bot serve
"""


_UNSAID = (
    "of the documents state no audience: in a messenger only admins see them, and whom GUIJU_STAFF lets in; "
    "a row of the register with * as the file and staff as the audience opens them to all staff"
)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=".venv/bin/python -m bot",
        description="Ask the rulebook.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=Path, help="the data folder (GUIJU_DATA, else data)")
    ask = commands.add_parser("ask", parents=[common], help="answer one question, or one a line from standard input")
    ask.add_argument("--as-of", type=day, metavar="YYYY-MM-DD", help="answer by the rules in force on this day")
    ask.add_argument("--json", action="store_true", help="one JSON object a line")
    ask.add_argument("question", nargs="+", help="the question; - reads one a line")
    commands.add_parser("chat", parents=[common], help="a conversation in the terminal")
    show = commands.add_parser("show", parents=[common], help="print a document, a clause or a step")
    show.add_argument("--text", action="store_true", help="nothing but a document's text")
    show.add_argument("id", help="a document's path, or any link of an answer")
    commands.add_parser("serve", parents=[common], help="run the Telegram bot")
    return parser


def _questions(words: Sequence[str]) -> Iterable[str]:
    """Yield the questions: the words of the command line, or the lines of standard input."""
    if list(words) != ["-"]:
        yield " ".join(words)
        return
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", errors="surrogateescape").rstrip("\r\n")


def run(arguments: argparse.Namespace) -> int:
    """Carry out one command; what it needs is imported here, so that --help is quick."""
    from bot.channels import printing
    from bot.desk import Desk
    from bot.settings import Settings

    settings = Settings.from_env(os.environ).at(arguments.data)
    if arguments.command == "show":
        printing.show(Desk.open(settings, logged=False), arguments.id, arguments.text)
    elif arguments.command == "ask":
        printing.ask(Desk.open(settings), _questions(arguments.question), arguments.as_of, arguments.json)
    elif arguments.command == "chat":
        from bot.channels import terminal

        terminal.chat(Desk.open(settings), settings.link_base)
    else:
        from bot.channels import telegram
        from bot.inquiry.repeats import KEPT
        from bot.news import serving, unmarking
        from index.generation.suited import older

        stop_at_once(unmarking(settings.data))
        with serving(settings.data, telegram.Silent) as crashed:
            desk = Desk.open(settings, beside=settings.processes - 1, kept=KEPT)
            desk.office.crashed = crashed
            if unsaid := desk.office.unsaid():
                sys.stderr.write(f"guiju: {unsaid} {_UNSAID}\n")
            if read := older(desk.index().manifest, settings.data):
                sys.stderr.write(f"guiju: {read}\n")
            telegram.serve(desk, settings)
    return 0


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; return its exit code."""
    arguments = _parser().parse_args(argv)
    if arguments.command == "serve":
        # the model loads for seconds, and a service may be stopped meanwhile
        stop_at_once()
    # before numpy is there: threads for its small products would only wait for each other, and keep a core busy
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    return ended(lambda: run(arguments))


if __name__ == "__main__":
    sys.exit(main())
