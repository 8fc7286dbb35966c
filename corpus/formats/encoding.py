"""Bytes to text: which of UTF-8, UTF-16 and GB18030 a file is written in."""

import codecs

from charset_normalizer import from_bytes

from corpus.formats.characters import UNSEEN, clean
from corpus.formats.content import Unreadable

# UTF-32 first: its mark begins with the one of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
GUESSES = ("utf-16-le", "utf-16-be", "gb18030")
# Of the characters past ASCII in real Chinese, nearly all are in GB 2312; misread bytes seldom are.
USUAL = 0.8
# Enough to judge by, and cheap.
SAMPLE = 20_000
# A text has next to no control characters; what is misnamed .txt has many.
CONTROLS = 0.02


def decode(data: bytes, declared: str = "") -> str:
    """The cleaned text of a file; `declared` is the encoding that the file names for itself."""
    text = _decode(data, declared)
    if len(UNSEEN.findall(text.replace("\0", ""))) > CONTROLS * len(text) + 1:
        raise Unreadable("not a text file: most of it is control characters")
    return clean(text)


def _decode(data: bytes, declared: str) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    named = _strictly(data, declared) if declared else None
    if named is not None and _usual(named) >= USUAL:
        return named
    return _guess(data)


def _guess(data: bytes) -> str:
    utf8 = _strictly(data, "utf-8")
    if utf8 is not None and "\0" not in utf8:
        return utf8
    readings = [
        (_usual(text, ascii_counts=encoding != "gb18030"), text)
        for encoding in GUESSES
        if (text := _strictly(data, encoding)) is not None
    ]
    score, best = max(readings, key=lambda reading: reading[0], default=(0.0, ""))
    if score >= USUAL:
        return best
    return utf8 if utf8 is not None else _other(data)


def _other(data: bytes) -> str:
    """Western text, or what the library makes of it."""
    western = _strictly(data, "cp1252")
    if western is not None and sum(byte < 128 for byte in data) > 0.9 * len(data):
        return western
    found = from_bytes(data[: 4 * SAMPLE]).best()
    if found is None:
        raise Unreadable("not a text file: no known encoding fits")
    return data.decode(found.encoding, "replace")


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode("gb18030" if encoding.lower() in ("gb2312", "gbk") else encoding)
    except (UnicodeError, LookupError):
        return None


def _usual(text: str, ascii_counts: bool = False) -> float:
    """The share of usual characters, by what is in GB 2312.

    ASCII says nothing where one byte is one letter; where two are, it speaks for the reading.
    """
    sample = [character for character in text[:SAMPLE] if ascii_counts or character > "\x7f" or character == "\0"]
    if not sample:
        return 1.0
    known = "".join(sample).encode("gb2312", "ignore").decode("gb2312")
    return len(known.replace("\0", "")) / len(sample)
