"""What the commands of a terminal print: answers to one question or to many lines of them, and what a link leads to."""

import sys
from collections.abc import Iterable
from datetime import date

from bot.channels import render
from bot.conversation.desk import NotThere
from bot.desk import Desk


def write(text: str) -> None:
    """Write UTF-8 whatever the terminal's own encoding is, lone surrogates replaced."""
    sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
    sys.stdout.buffer.flush()


def ask(desk: Desk, questions: Iterable[str], as_of: date | None, as_json: bool) -> None:
    """Answer each question, one JSON object a line or as a person reads it."""
    for question in questions:
        answer = desk.ask(question, as_of=as_of).answer
        write((render.as_json(answer) if as_json else render.plain(answer)) + "\n")


def show(desk: Desk, link: str, only_text: bool) -> None:
    """Print what a link leads to; with `only_text` the document's text byte for byte."""
    if only_text:
        document = desk.index().document(desk.bare(link))
        if document is None:
            raise NotThere(f"{link} is no document here: .venv/bin/python -m bot show prints clauses without --text")
        write(document.text)
        return
    seen = desk.show(link)
    ways = [f"{arrow} {other}" for arrow, other in (("←", seen.previous), ("→", seen.next)) if other]
    write("\n".join([seen.title, "", seen.text, *([""] + ways if ways else [])]) + "\n")
