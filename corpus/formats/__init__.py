"""Bytes to lines, one small module a format; nothing here knows where a file lies."""

from collections.abc import Callable

from corpus.formats import html, markdown, old, pdf, plain, separated, sheet, word
from corpus.formats.content import Content, Unreadable
from corpus.models import Role

__all__ = ["KNOWN", "TABULAR", "Content", "Unreadable", "read", "suffix"]

_READERS: dict[str, Callable[[bytes], Content]] = {
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".txt": plain.read,
    ".html": html.read,
    ".htm": html.read,
    ".docx": word.read,
    ".docm": word.read,
    ".pdf": pdf.read,
    ".xlsx": sheet.read,
    ".xlsm": sheet.read,
    ".csv": separated.read,
    ".tsv": separated.read,
}
_OLD = (*old.WORDS, *old.SHEETS)
# Their first lines are names of columns and sheets, never a document's title.
TABULAR = frozenset((".xlsx", ".xlsm", ".csv", ".tsv", *old.SHEETS))
KNOWN = (*_READERS, *_OLD)


def suffix(name: str) -> str:
    """The suffix of a name in lower case, with its dot; "" where it has none."""
    stem, dot, end = name.rpartition("/")[2].rpartition(".")
    return f".{end.lower()}" if dot and stem else ""


def read(name: str, data: bytes) -> Content:
    """The content of a file; its name's suffix says in which format. Raises Unreadable."""
    kind = suffix(name)
    if kind not in KNOWN:
        raise Unreadable(f"{f'unknown type {kind}' if kind else 'no type in its name'}: known are {' '.join(KNOWN)}")
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable("empty file")
    try:
        content = old.read(kind, data) if kind in _OLD else _READERS[kind](data)
    except RecursionError as error:
        raise Unreadable("damaged: nested too deep") from error
    if not any(line.role != Role.HEADER and line.text for line in content.lines):
        raise Unreadable("no text in it")
    return content
