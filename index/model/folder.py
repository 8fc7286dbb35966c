"""Model folders as sentence-transformers writes them: what they are told apart by, and their prompts."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from corpus.known import KnownError

LARGE = 1 << 20  # bytes above which a file is sampled for the fingerprint
SAMPLES = 64
SAMPLE = 4096
OWN = frozenset({".json", ".safetensors", ".bin", ".model", ".txt"})
# of ours: the layer that makes the vectors of single tokens
NARROW_FILE = "tokens.safetensors"
EXPORTS = frozenset({"onnx", "openvino"})


class ModelUnusable(KnownError):
    """The encoder that the settings name cannot be loaded."""


def holds_model(folder: Path) -> bool:
    """Whether this looks like the folder of a model at all."""
    return any((folder / name).is_file() for name in ("config.json", "modules.json"))


def fingerprint(folder: Path) -> str:
    """A hash of the model's own files without its exports; large ones are sampled throughout."""
    hashed = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = file.relative_to(folder)
        if file.suffix in OWN and name.parts[0] not in EXPORTS and not name.parts[0].startswith("."):
            hashed.update(f"{name.as_posix()} {file.stat().st_size}\n".encode())
            for part in _parts(file):
                hashed.update(part)
    return hashed.hexdigest()


def prompts(folder: Path) -> tuple[str, str]:
    """What goes in front of a passage and of a question."""
    file = folder / "config_sentence_transformers.json"
    named = json.loads(file.read_text(encoding="utf-8")).get("prompts") if file.is_file() else None
    named = named or {}
    passage = next((named[name] for name in ("passage", "document", "corpus") if named.get(name)), "")
    return passage, named.get("query") or ""


def _parts(file: Path) -> Iterator[bytes]:
    size = file.stat().st_size
    if size <= LARGE:
        yield file.read_bytes()
        return
    with file.open("rb") as opened:
        for number in range(SAMPLES):
            opened.seek((size - SAMPLE) * number // (SAMPLES - 1))
            yield opened.read(SAMPLE)
