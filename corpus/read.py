"""A folder of documents: which files are in it, what the register says of them, and their lines.

The only reader of documents on disk; what stands beside them and says something of them is read in corpus.beside.
"""

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from corpus import formats
from corpus.beside import ASIDE, bytes_of, cause, registered, usable
from corpus.facts import WrongFacts, facts, foreign, known
from corpus.formats import Content, Unreadable, titles
from corpus.kinds import kind_of
from corpus.models import Facts, Kind, LeftOut, Line, Record


class File(Record):
    """A file that can be read: its path under the folder, and its row in the register if it has one.

    `audience` is the register's for whatever has none of its own.
    """

    path: str
    sha256: str
    size: int
    facts: Facts | None = None
    audience: tuple[str, ...] = ()


class Folder(Record):
    """The files of a folder, sorted by path, what was left out of it, and rows of its register without a file."""

    files: tuple[File, ...]
    left_out: tuple[LeftOut, ...]
    warnings: tuple[str, ...] = ()


class Read(Record):
    """The lines of one file and what it is; its title is never empty.

    `missing` says what was in the file but could not be read, `unseen` what it keeps from whoever looks at it; `front`
    whether it has front matter; `guessed` whether its kind is only what its title shows, and no rule.
    """

    lines: tuple[Line, ...]
    facts: Facts
    missing: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    front: bool = False
    guessed: bool = False


def look(folder: Path) -> Folder:
    """What is in a folder, without reading it. Raises FolderUnusable."""
    found: dict[str, File] = {}
    left: list[LeftOut] = []
    for path, place in _walk(usable(folder), left):
        if path in found:
            left.append(LeftOut(path=path, reason="another file has the same name in other characters"))
        elif path not in ASIDE:
            _take(path, place, found, left)
    unread = {item.path for item in left}
    known = registered(folder, unread | found.keys())
    wrong = {item.path for item in known.left_out}
    files = [
        found[path].model_copy(update={"facts": known.facts.get(path), "audience": known.audience})
        for path in sorted(found)
    ]
    left += [item for item in known.left_out if item.path not in unread]
    left.sort(key=lambda item: item.path)
    return Folder(files=tuple(f for f in files if f.path not in wrong), left_out=tuple(left), warnings=known.warnings)


def _walk(root: Path, left: list[LeftOut]) -> Iterator[tuple[str, Path]]:
    """Each file under the folder with its path; linked folders are read where they really stand."""
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            names = sorted(os.listdir(folder))
        except OSError as error:
            left.append(LeftOut(path=_path(root, folder), reason=f"cannot be opened: {cause(error)}"))
            continue
        for place in (folder / name for name in names if not name.startswith((".", "~$"))):
            if reason := _unfit(root, place):
                left.append(LeftOut(path=_path(root, place), reason=reason))
            elif place.is_dir():
                waiting += [] if place.is_symlink() else [place]
            else:
                yield _path(root, place), place


def _path(root: Path, place: Path) -> str:
    """A file's path under the folder, with `/` and composed characters (NFC)."""
    text = unicodedata.normalize("NFC", place.relative_to(root).as_posix())
    return text.encode("utf-8", "replace").decode("utf-8")


def _unfit(root: Path, place: Path) -> str:
    """Why a place in the folder is no document, "" where it may be one."""
    try:
        os.fsencode(place.name).decode("utf-8")
        if not place.resolve(strict=True).is_relative_to(root):
            return "a link that leads out of the folder: copy the file itself"
        mode = place.stat().st_mode
    except UnicodeDecodeError:
        return "its name is not UTF-8: rename it"
    except (OSError, RuntimeError) as error:
        broken = place.is_symlink()
        return "a link that leads nowhere" if broken else f"cannot be opened: {cause(error)}"
    return "" if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else "no file but a pipe, a socket or a device"


def _take(path: str, place: Path, found: dict[str, File], left: list[LeftOut]) -> None:
    try:
        kind = formats.suffix(path)
        if kind not in formats.KNOWN:
            formats.read(path, b"")
        found[path] = _file(path, place)
    except Unreadable as error:
        left.append(LeftOut(path=path, reason=str(error)))


def _file(path: str, place: Path) -> File:
    data = bytes_of(place)
    if not data:
        raise Unreadable("empty file")
    return File(path=path, sha256=hashlib.sha256(data).hexdigest(), size=len(data))


def read(folder: Path, file: File) -> Read:
    """The lines and the facts of one file. Raises Unreadable."""
    content = formats.read(file.path, bytes_of(_place(folder, file.path)))
    stated = _facts(content, file)
    guessed = "" if formats.suffix(file.path) in formats.TABULAR else titles.guess(content.lines)
    own = titles.under(content.title, content.lines) or content.title
    title = stated.title or own or guessed or titles.stem(file.path)
    below = content.lines[1].text if len(content.lines) > 1 else ""
    given = "kind" in stated.model_fields_set
    kind = stated.kind if given else kind_of(title, below, titles.stem(file.path))
    whole = stated.model_copy(update={"title": title, "kind": kind, "audience": stated.audience or file.audience})
    by_title = not given and kind is not Kind.RULE
    return Read(
        lines=content.lines,
        facts=whole,
        missing=content.missing,
        unseen=(*content.unseen, *(f'front matter "{name}": known are {known()}' for name in foreign(content.front))),
        front=bool(content.front),
        guessed=by_title,
    )


def _place(folder: Path, path: str) -> Path:
    """Where a file stands on a disk that may write its characters in another form."""
    place = folder / path
    if place.exists():
        return place
    place = folder
    for part in path.split("/"):
        names = os.listdir(place) if place.is_dir() else []
        place /= next((name for name in names if unicodedata.normalize("NFC", name) == part), part)
    return place


def _facts(content: Content, file: File) -> Facts:
    """What front matter and register say together; where they say two things, neither is believed."""
    try:
        own = facts(content.front, "front matter")
    except WrongFacts as error:
        raise Unreadable(str(error)) from error
    if file.facts is None:
        return own
    for key in own.model_fields_set & file.facts.model_fields_set:
        if getattr(own, key) != getattr(file.facts, key):
            raise Unreadable(f"front matter and register say two things of {key}: keep one")
    stated = {key: getattr(own, key) for key in own.model_fields_set}
    return file.facts.model_copy(update=stated)
