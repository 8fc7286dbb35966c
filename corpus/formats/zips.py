"""Office files are zip files of XML: opened with an eye on bombs, passwords and entities."""

import io
import lzma
import struct
import zipfile
import zlib

from lxml import etree

from corpus.formats.content import Unreadable

# A policy of a thousand pages takes about 20 MB of XML; ten times that is an attack.
MOST_BYTES = 200 * 1024 * 1024
MOST_PARTS = 10_000
# Small files of repeated XML pack very well; past this size nothing honest packs 200 to 1.
RATIO, RATIO_FROM = 200, 20 * 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What the zip reader raises on damaged files.
LEAKS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    IndexError,
    OverflowError,
    RuntimeError,
    NotImplementedError,
)
_TYPE_MARKS = tuple("<!DOCTYPE".encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be")) + tuple(
    "<!ENTITY".encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be")
)


def parts(data: bytes) -> dict[str, bytes]:
    """The XML parts of an office file, by name; pictures and the like are only measured."""
    if data.startswith(OLE):
        raise Unreadable(_ole_reason(data))
    if not data.startswith(b"PK"):
        raise Unreadable("damaged: not an office file, though its name says so")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            _weigh(file, len(data))
            return _unpacked(file)
    except LEAKS as error:
        raise Unreadable(f"damaged: {_said(error)}") from error


def _ole_reason(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "encrypted: save it again without a password"
    return "an old office file under a new name: open it and save it as .docx or .xlsx"


def _weigh(file: zipfile.ZipFile, packed: int) -> None:
    infos = file.infolist()
    declared = sum(info.file_size for info in infos)
    if len(infos) > MOST_PARTS:
        raise Unreadable(f"a zip bomb: {len(infos):,} parts, {MOST_PARTS:,} are allowed")
    if declared > MOST_BYTES or (declared > RATIO_FROM and declared > RATIO * packed):
        raise Unreadable(f"a zip bomb: {packed:,} bytes that unpack to {declared:,}")
    if any(info.flag_bits & 1 for info in infos):
        raise Unreadable("encrypted: save it again without a password")


def _unpacked(file: zipfile.ZipFile) -> dict[str, bytes]:
    left = MOST_BYTES
    found: dict[str, bytes] = {}
    for info in file.infolist():
        if not info.filename.endswith((".xml", ".rels")):
            continue
        with file.open(info) as part:
            content = part.read(left + 1)
        left -= len(content)
        if left < 0:
            raise Unreadable(f"a zip bomb: it unpacks to more than {MOST_BYTES:,} bytes")
        if any(mark in content for mark in _TYPE_MARKS):
            raise Unreadable("it declares entities, which office files never do")
        found[info.filename.lstrip("/")] = content
    return found


def _said(error: BaseException) -> str:
    return str(error).strip("'\"").split("\n")[0] or type(error).__name__


def tree(content: bytes) -> etree._Element:
    """The XML of one part; entities, networks and document types stay shut."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"damaged: {_said(error)}") from error


def local(element: etree._Element) -> str:
    """An element's name without its namespace: the two standards of office files differ only there."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: etree._Element | None, name: str) -> str:
    """An attribute's value without regard to its namespace, "" where it is missing."""
    if element is None:
        return ""
    return next((str(v) for key, v in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first child of that name, of that child the first of the next name, and so on."""
    for name in names:
        if element is None:
            return None
        element = next((part for part in element if local(part) == name), None)
    return element
