"""Hostile files: every one gives content or a reason, and nothing else."""

import io
import zipfile
import zlib
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import formats
from corpus.formats import Content, Unreadable
from tests.making import docx, level, lists, p, pdf, r, table, xlsx, zipped

GOOD: dict[str, bytes] = {
    "a.md": b"---\ntitle: x\n---\n# H\n\n1. a\n\n| a | b |\n|---|---|\n| 1 | 2 |\n<div>x</div>\n",
    "a.txt": "第一条 预算由校长决定。\n".encode("gb18030"),
    "a.html": b"<html><body><table><tr><td colspan=2>a<td>b</table><ol><li>x",
    "a.csv": "事项,决定\n预算,党委\n".encode(),
    "a.docx": docx(
        p("甲", 0) + p("<w:ins>" + r("x") + "</w:ins>") + table(("a", "b"), ("1", "2")),
        numbering=lists(level(0, "decimal", "%1.")),
        styles='<w:style w:styleId="X"><w:basedOn w:val="X"/></w:style>',
    ),
    "a.xlsx": xlsx(("一", [["a", "b"], [1, 2.5], ["x", None]]), merged=("A1:B1",)),
    "a.pdf": pdf("1. The Board decides.", [["a", "b"], ["1", "2"], ["3", "4"]]),
}
OFTEN = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def reads_or_says_why(name: str, data: bytes) -> None:
    try:
        content = formats.read(name, data)
    except Unreadable as error:
        assert str(error) and "\n" not in str(error)  # noqa: PT017, PT018
        return
    assert isinstance(content, Content)
    assert all(line.text and "\n" not in line.text for line in content.lines)
    "".join(line.text for line in content.lines).encode()


@pytest.mark.parametrize("name", GOOD)
@OFTEN
@given(data=st.binary(max_size=300))
def test_random_bytes(name: str, data: bytes) -> None:
    reads_or_says_why(name, data)


@pytest.mark.parametrize("name", GOOD)
@OFTEN
@given(changes=st.lists(st.tuples(st.integers(0), st.binary(max_size=4), st.integers(0, 40)), min_size=1, max_size=8))
def test_damaged_files(name: str, changes: list[tuple[int, bytes, int]]) -> None:
    data = GOOD[name]
    for place, put, cut in changes:
        place %= len(data) + 1
        data = data[:place] + put + data[place + cut :]
    reads_or_says_why(name, data)


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
@OFTEN
@given(data=st.data())
def test_damaged_parts_of_office_files(name: str, data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD[name])) as file:
        parts: dict[str, str | bytes] = {part: file.read(part) for part in file.namelist()}
    part = data.draw(st.sampled_from(sorted(parts)))
    whole = bytes(parts[part])
    place, cut = data.draw(st.integers(0, len(whole))), data.draw(st.integers(0, 60))
    parts[part] = whole[:place] + data.draw(st.binary(max_size=6)) + whole[place + cut :]
    reads_or_says_why(name, zipped(parts))


@pytest.mark.parametrize("name", GOOD)
def test_every_truncation(name: str) -> None:
    data = GOOD[name]
    for end in range(0, len(data), max(1, len(data) // 60)):
        reads_or_says_why(name, data[:end])


def bomb() -> bytes:
    return zipped({"word/document.xml": b"<a>" + b" " * 220_000_000 + b"</a>"})


def lying_bomb() -> bytes:
    """A part that declares a hundred bytes and unpacks to many more."""
    packed = bytearray(zipped({"word/document.xml": b"<a>" + b"x" * 1_000_000 + b"</a>"}))
    size = (1_000_007).to_bytes(4, "little")
    return bytes(packed.replace(size, (100).to_bytes(4, "little")))


def pdf_bomb() -> bytes:
    packed = zlib.compress(b" " * 220_000_000)
    return b"%PDF-1.4\n1 0 obj <</Filter/FlateDecode/Length 9>> stream\n" + packed + b"\nendstream endobj"


ENTITIES = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100


@pytest.mark.parametrize(
    ("name", "make", "reason"),
    [
        ("a.docx", bomb, "a zip bomb"),
        ("a.docx", lying_bomb, "damaged"),
        ("a.docx", lambda: zipped({"word/document.xml": ENTITIES}), "entities"),
        ("a.xlsx", lambda: zipped({"xl/workbook.xml": ENTITIES.encode("utf-16")}), "entities"),
        ("a.docx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        ("a.xlsx", lambda: OLE, "an old office file under a new name"),
        ("a.docx", lambda: b"%PDF-1.4", "not an office file"),
        ("a.docx", lambda: zipped({"mimetype": "x"}), "no Word document inside"),
        ("a.docx", lambda: docx("<w:sdt>" * 300 + p("x") + "</w:sdt>" * 300), "damaged"),
        ("a.pdf", pdf_bomb, "a zip bomb"),
        ("a.pdf", lambda: b"PK\x03\x04", "not a PDF file"),
        ("a.txt", lambda: b"", "empty file"),
        ("a.txt", lambda: b" \n\n ", "empty file"),
        ("a.docx", lambda: docx(p("")), "no text in it"),
        ("photo.png", lambda: b"x", r"unknown type \.png: known are \.md"),
        ("README", lambda: b"x", "no type in its name: known are"),
    ],
)
def test_a_refused_file_says_why(name: str, make: Callable[[], bytes], reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        formats.read(name, make())


def test_an_external_entity_is_not_fetched() -> None:
    page = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>甲&x;乙</p>'
    assert "&x;" in formats.read("a.html", page.encode()).lines[-1].text


def test_a_huge_merge_is_refused_before_it_is_opened() -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD["a.xlsx"])) as file:
        parts: dict[str, str | bytes] = {part: file.read(part) for part in file.namelist()}
    sheet = bytes(parts["xl/worksheets/sheet1.xml"])
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b'"A1:B1"/', b'"A1:XFD1048576"/')
    with pytest.raises(Unreadable, match="merged cells"):
        formats.read("a.xlsx", zipped(parts))
