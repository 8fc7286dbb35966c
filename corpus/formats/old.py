"""Old office files, through LibreOffice where it is installed."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from corpus.formats import html, sheet, word
from corpus.formats.content import Content, Unreadable

WORDS = (".doc", ".wps", ".rtf", ".odt")
SHEETS = (".xls", ".et", ".ods")
PROGRAMS = ("soffice", "libreoffice")
# A long document on a slow machine takes about twenty seconds.
SECONDS = 120


def read(kind: str, data: bytes) -> Content:
    """The content of an old office file; a new one under an old name is read as what it is."""
    reader = word.read if kind in WORDS else sheet.read
    if data.startswith(b"PK") and kind not in (".odt", ".ods"):
        return reader(data)
    if data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<html", b"<!doctype html")):
        return html.read(data)
    return reader(_converted(kind, data, "docx" if kind in WORDS else "xlsx"))


def _converted(kind: str, data: bytes, target: str) -> bytes:
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise Unreadable(f"an old office file ({kind}): install LibreOffice, or open it and save it as .{target}")
    with tempfile.TemporaryDirectory(prefix="guiju-") as folder:
        source = Path(folder, f"file{kind}")
        source.write_bytes(data)
        _run(_command(program, source, target), kind, target)
        made = source.with_suffix(f".{target}")
        if not made.is_file():
            raise Unreadable(f"LibreOffice could not open it: open it and save it as .{target}")
        return made.read_bytes()


def _command(program: str, source: Path, target: str) -> list[str]:
    # A profile of its own: LibreOffice refuses to start while another one is open.
    profile = f"-env:UserInstallation={source.with_name('profile').as_uri()}"
    options = ["--headless", "--norestore", profile, "--convert-to", target]
    return [program, *options, "--outdir", str(source.parent), str(source)]


def _run(command: list[str], kind: str, target: str) -> None:
    try:
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
    except OSError as error:
        raise Unreadable(f"LibreOffice did not start: {error.strerror}") from error
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        # It starts a process of its own, which must end too.
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        reason = f"LibreOffice took more than {SECONDS} seconds: open the {kind} and save it as .{target}"
        raise Unreadable(reason) from error
