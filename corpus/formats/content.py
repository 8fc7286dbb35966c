"""What every format gives: lines, or the reason why there are none."""

from corpus.known import KnownError
from corpus.models import Line, Record


class Unreadable(KnownError):
    """A file that cannot be read."""


class Content(Record):
    """The lines of one file and what the file says about itself.

    `front` is the raw front matter of a Markdown file, {} elsewhere; `title` is the title that the
    format itself names, "" if it names none; `missing` says what was in the file but could not be read, `unseen` what
    it holds and keeps from whoever looks at it: hidden rows, words struck through.
    """

    lines: tuple[Line, ...]
    front: dict[str, object] = {}
    title: str = ""
    missing: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
