"""A PDF file opened with an eye on bombs, passwords and damage."""

import io
import logging
import re
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from corpus.formats.characters import trim
from corpus.formats.content import Unreadable

# What the PDF reader lets through when a file is damaged.
LEAKS = (
    PdfminerException,
    MalformedPDFException,
    PDFException,
    PSException,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    AssertionError,
    OverflowError,
    ZeroDivisionError,
    NotImplementedError,
    EOFError,
    OSError,
    struct.error,
    zlib.error,
)
# A scanned page takes 26 MB unpacked, and the text of a page a hundredth of one.
MOST_STREAM = 200 * 1024 * 1024
MOST_BYTES = 4 * 1024 * 1024 * 1024
CHUNK = 1 << 16
_STREAM = re.compile(rb"stream\r?\n(?=[\x08-\x78][\x01\x5e\x9c\xda])")


class _Losses(logging.Handler):
    """What the PDF reader says it could not unpack; all else it says is of no use to an admin."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        reason = "damaged: part of its text could not be unpacked"
        if "data-loss" in record.getMessage().lower() and reason not in self.found:
            self.found.append(reason)


@contextmanager
def opened(data: bytes) -> Iterator[tuple[PDF, list[str]]]:
    """A PDF file and, once it was read, what was lost of it. Raises Unreadable, also while it is read."""
    if not data[:1024].lstrip().startswith(b"%PDF"):
        raise Unreadable("damaged: not a PDF file, though its name says so")
    _weigh(data)
    losses = _Losses()
    loggers = [logging.getLogger(name) for name in ("pdfminer", "pdfplumber")]
    for logger in loggers:
        logger.addHandler(losses)
    try:
        with warnings.catch_warnings(), pdfplumber.open(io.BytesIO(data)) as file:
            warnings.simplefilter("ignore")
            yield file, losses.found
    except LEAKS as error:
        raise Unreadable(_reason(error)) from error
    finally:
        for logger in loggers:
            logger.removeHandler(losses)


def _reason(error: BaseException) -> str:
    causes = (error, error.__cause__, error.__context__, *error.args)
    if any(isinstance(cause, PDFPasswordIncorrect) for cause in causes):
        return "encrypted: save it again without a password"
    said = trim(str(error).split("\n")[0])
    return f"damaged: {said or type(error).__name__}"


def _weigh(data: bytes) -> None:
    """Measure what is packed in the file before the reader unpacks it at once."""
    left = MOST_BYTES
    for found in _STREAM.finditer(data):
        size = _unpacked(memoryview(data)[found.end() :])
        left -= size
        if size > MOST_STREAM or left < 0:
            raise Unreadable(f"a zip bomb: {len(data):,} bytes that unpack to more than {MOST_STREAM:,}")


def _unpacked(packed: memoryview) -> int:
    """How much a stream unpacks to, counted no further than past the limit."""
    unpacker, size = zlib.decompressobj(), 0
    try:
        for at in range(0, len(packed), CHUNK):
            rest: bytes | memoryview = packed[at : at + CHUNK]
            while rest and size <= MOST_STREAM:
                size += len(unpacker.decompress(rest, 16 * CHUNK))
                rest = unpacker.unconsumed_tail
            if unpacker.eof or size > MOST_STREAM:
                break
    except zlib.error:
        return size
    return size
