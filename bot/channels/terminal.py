"""The terminal channel: one question, many lines of them, or a conversation."""

import contextlib
import io
import sys
from collections.abc import Iterable
from datetime import date

from bot.channels import render
from bot.conversation.desk import NotThere
from bot.desk import Desk

_PROMPT = "？ "
_HELLO = "规矩。问一个问题；空行或 Ctrl-D 结束。/ Ask a question; an empty line or Ctrl-D ends."


def _write(text: str) -> None:
    """Write UTF-8 whatever the terminal's own encoding is, lone surrogates replaced."""
    sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
    sys.stdout.buffer.flush()


def ask(desk: Desk, questions: Iterable[str], as_of: date | None, as_json: bool) -> None:
    """Answer each question, one JSON object a line or as a person reads it."""
    for question in questions:
        answer = desk.ask(question, as_of=as_of).answer
        _write((render.as_json(answer) if as_json else render.plain(answer)) + "\n")


def show(desk: Desk, link: str, only_text: bool) -> None:
    """Print what a link leads to; with `only_text` the document's text byte for byte."""
    if only_text:
        document = desk.index().document(desk.bare(link))
        if document is None:
            raise NotThere(f"{link} is no document here: .venv/bin/python -m bot show prints clauses without --text")
        _write(document.text)
        return
    seen = desk.show(link)
    ways = [f"{arrow} {other}" for arrow, other in (("←", seen.previous), ("→", seen.next)) if other]
    _write("\n".join([seen.title, "", seen.text, *([""] + ways if ways else [])]) + "\n")


def _editable() -> None:
    """Let a line be edited with the arrow keys, and a broken byte in it through to the desk."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")
    if sys.stdin.isatty():
        with contextlib.suppress(ImportError):  # not every Python has one
            import readline  # noqa: F401


def chat(desk: Desk) -> None:
    """Hold a conversation until an empty line."""
    _editable()
    _write(_HELLO + "\n")
    for example in desk.examples("zh"):
        _write(f"  · {example}\n")
    while True:
        try:
            question = input(_PROMPT)
        except EOFError:
            return
        if not question.strip():
            return
        _write("\n" + render.plain(desk.ask(question, channel="chat").answer) + "\n\n")
