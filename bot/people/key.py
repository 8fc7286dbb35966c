"""The key that turns user ids into hashes which nobody can turn back without it."""

import contextlib
import hmac
import os
import secrets
from base64 import urlsafe_b64encode
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken

from corpus.known import KnownError

# As long as the digest of SHA-256: a longer key adds nothing.
LENGTH = 32


class KeyUnusable(KnownError):
    """The key file cannot be read or made, or is not a key."""


def load(path: Path) -> bytes:
    """The key in this file, made on first use; raises KeyUnusable."""
    try:
        key = _read(path)
    except OSError as error:
        raise KeyUnusable(f"the key {path} cannot be read or made: {error.strerror}") from error
    if len(key) != LENGTH:
        raise KeyUnusable(
            f"{path} holds {len(key)} bytes, a key has {LENGTH}: put it back from a backup, "
            "or delete it, after which nobody can rate an earlier answer"
        )
    return key


def hashed(person: str, key: bytes) -> str:
    """The keyed hash of a user id as 64 hex digits; nobody ("") stays nobody."""
    if not person:
        return ""
    return hmac.new(key, person.encode("utf-8", "surrogatepass"), "sha256").hexdigest()


def sealed(text: str, key: bytes) -> str:
    """A text that only the key opens again."""
    return Fernet(urlsafe_b64encode(key)).encrypt(text.encode()).decode()


def opened(text: str, key: bytes) -> str:
    """A sealed text again; "" when it was sealed with another key, or by nobody."""
    try:
        return Fernet(urlsafe_b64encode(key)).decrypt(text.encode()).decode()
    except InvalidToken:
        return ""


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        _make(path)
        return path.read_bytes()


def _make(path: Path) -> None:
    """Put a new key in place whole, or leave the one that another process put there first."""
    # A link either appears complete or fails: with O_EXCL on the name itself another process could
    # read the file between its making and its filling.
    beside = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    _write(beside, secrets.token_bytes(LENGTH))
    try:
        with contextlib.suppress(FileExistsError):
            os.link(beside, path)
    finally:
        beside.unlink()


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
