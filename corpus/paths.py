"""Paths of documents, in the one form that they have here."""

import unicodedata


def plain_path(path: str) -> str:
    """A path with `/`, composed characters (NFC) and no `./` before it."""
    return unicodedata.normalize("NFC", path).replace("\\", "/").removeprefix("./").strip("/")
