"""Plain text: paragraphs, wrapped or one a line."""

from corpus.formats import encoding, paged, wrap
from corpus.formats.content import Content
from corpus.models import Line


def read(data: bytes) -> Content:
    """The paragraphs of a text file, without page furniture."""
    text = encoding.decode(data)
    return Content(lines=tuple(Line(text=line) for line in wrap.paragraphs(paged.without(text.split("\n")))))
