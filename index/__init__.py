"""The index: what turns documents into something that can be searched.

The names below load their modules when they are first used: importing this package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.encoder import Encoder, load, load_for_indexing
    from index.generation.generations import GenerationDamaged, GenerationMissing, current
    from index.generation.manifest import Manifest, current_manifest, stamp
    from index.generation.records import Entry, Place, Source
    from index.generation.rows import short
    from index.generation.suited import ModelMismatch, ReadingNewer
    from index.hit import Hit
    from index.model.folder import ModelUnusable
    from index.search import Index
    from index.store import BuildRunning, NotBuilt, Plan, build, load_documents, load_glossary, roll_back

HOMES = {
    "index.encoder": ("Encoder", "load", "load_for_indexing"),
    "index.model.folder": ("ModelUnusable",),
    "index.generation.generations": ("GenerationDamaged", "GenerationMissing", "current"),
    "index.generation.manifest": ("Manifest", "current_manifest", "stamp"),
    "index.generation.records": ("Entry", "Place", "Source"),
    "index.generation.rows": ("short",),
    "index.hit": ("Hit",),
    "index.search": ("Index",),
    "index.store": ("BuildRunning", "NotBuilt", "Plan", "build", "load_documents", "load_glossary", "roll_back"),
    "index.generation.suited": ("ModelMismatch", "ReadingNewer"),
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
