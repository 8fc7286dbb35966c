"""Old office files go through LibreOffice, or the reason says how to convert them."""

import sys
from pathlib import Path

import pytest

from corpus import formats
from tests.making import docx, p

CONVERTER = """#!{python}
import pathlib, shutil, sys
out = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
source = pathlib.Path(sys.argv[-1])
kind = sys.argv[sys.argv.index("--convert-to") + 1]
if source.read_bytes() != b"damaged":
    shutil.copy({ready!r}, out / (source.stem + "." + kind))
"""


@pytest.fixture
def converter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in for LibreOffice that gives one ready document for every file."""
    ready = tmp_path / "ready.docx"
    ready.write_bytes(docx(p("第一条 校长决定。")))
    program = tmp_path / "soffice"
    program.write_text(CONVERTER.format(python=sys.executable, ready=str(ready)))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.usefixtures("converter")
def test_an_old_file_is_converted_and_read() -> None:
    assert formats.read("a.doc", b"\xd0\xcf\x11\xe0 old").lines[0].text == "第一条 校长决定。"


@pytest.mark.usefixtures("converter")
def test_a_file_that_cannot_be_converted_says_so() -> None:
    with pytest.raises(formats.Unreadable, match="LibreOffice could not open it"):
        formats.read("a.wps", b"damaged")


@pytest.mark.parametrize(("name", "kind"), [("a.doc", r"\.docx"), ("a.wps", r"\.docx"), ("a.xls", r"\.xlsx")])
def test_without_the_program_the_reason_says_how_to_convert(
    name: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(formats.Unreadable, match=f"install LibreOffice, or open it and save it as {kind}"):
        formats.read(name, b"\xd0\xcf\x11\xe0 old")


def test_a_new_file_under_an_old_name_is_read_as_what_it_is() -> None:
    assert formats.read("a.doc", docx(p("正文"))).lines[0].text == "正文"
    assert formats.read("a.xls", "<html><p>正文</p></html>".encode()).lines[0].text == "正文"
