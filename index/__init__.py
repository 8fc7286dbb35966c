"""The index: what turns documents into something that can be searched.

The names below load their modules when they are first used: importing this package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.encoder import Encoder, load, load_for_indexing
    from index.folder import ModelUnusable
    from index.generations import GenerationDamaged, GenerationMissing, current
    from index.hit import Hit
    from index.manifest import Manifest, current_manifest, stamp
    from index.records import Entry, Place, Source
    from index.rows import short
    from index.search import Index
    from index.store import BuildRunning, NotBuilt, Plan, build, load_documents, load_glossary, roll_back
    from index.suited import ModelMismatch, ReadingNewer

HOMES = {
    "index.encoder": ("Encoder", "load", "load_for_indexing"),
    "index.folder": ("ModelUnusable",),
    "index.generations": ("GenerationDamaged", "GenerationMissing", "current"),
    "index.manifest": ("Manifest", "current_manifest", "stamp"),
    "index.records": ("Entry", "Place", "Source"),
    "index.rows": ("short",),
    "index.hit": ("Hit",),
    "index.search": ("Index",),
    "index.store": ("BuildRunning", "NotBuilt", "Plan", "build", "load_documents", "load_glossary", "roll_back"),
    "index.suited": ("ModelMismatch", "ReadingNewer"),
}

__all__ = [
    "BuildRunning",
    "Encoder",
    "Entry",
    "GenerationDamaged",
    "GenerationMissing",
    "Hit",
    "Index",
    "Manifest",
    "ModelMismatch",
    "ModelUnusable",
    "NotBuilt",
    "Place",
    "Plan",
    "ReadingNewer",
    "Source",
    "build",
    "current",
    "current_manifest",
    "load",
    "load_documents",
    "load_for_indexing",
    "load_glossary",
    "roll_back",
    "short",
    "stamp",
]


def __getattr__(name: str) -> object:
    for home, names in HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"index has no {name}")
