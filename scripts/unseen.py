"""Rulebooks to learn from, each opened with what has learned nothing from it: else that would be believed too much.

What the product uses has learned from all of them. The matcher's parts each left some rulebooks out; an encoder that
left some out is a model folder of its own, and the index of such a rulebook was made with it (GUIJU_ENCODER).
"""

import argparse
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from functools import lru_cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from bot.inquiry.current import Current
from bot.settings import Settings
from index import matcher
from index.encoder import Encoder, load
from index.generation.suited import ModelMismatch
from index.model.processor import cores
from scripts.evaluate import rows

T = TypeVar("T")


class Rulebook(NamedTuple):
    """A rulebook by its name, those golden questions of it that are for fitting, and its index."""

    name: str
    asked: Sequence[Mapping[str, Any]]
    current: Current


def rulebook_arguments(parser: argparse.ArgumentParser, required: bool = True) -> None:
    """Add what names rulebooks to a command's arguments."""
    parser.add_argument("--rulebook", type=Path, nargs="+", action="append", default=[], required=required,
                        metavar="PATH", help="a data folder, then the files of its questions")  # fmt: skip
    parser.add_argument("--model", type=Path, nargs="*", default=[], metavar="FOLDER",
                        help="models that some of the indexes were made with, beside the one in use")  # fmt: skip


def learned(given: argparse.Namespace, settings: Settings, lessons: Callable[[Rulebook], Sequence[T]]) -> list[T]:
    """Return what the rulebooks that a command names teach, in their order, as many at a time as there are cores.

    `lessons` is a function of a module; raises what opening an index raises.
    """
    one = partial(_lessons, lessons, settings, tuple(map(str, given.model)))
    if min(cores(), len(given.rulebook)) < 2:
        return [lesson for named in given.rulebook for lesson in one(named)]
    with ProcessPoolExecutor(cores(), get_context("spawn")) as pool:
        return [lesson for some in pool.map(one, given.rulebook) for lesson in some]


def _lessons(
    lessons: Callable[[Rulebook], Sequence[T]], settings: Settings, models: Sequence[str], named: Sequence[Path]
) -> Sequence[T]:
    return lessons(opened(named, settings, models))


def opened(named: Sequence[Path], settings: Settings, models: Sequence[str] = ()) -> Rulebook:
    """Open a rulebook, given as its data folder and the files of its questions; raises what opening an index raises."""
    data, *files = named
    asked = [row for path in files for row in rows(path) if row.get("split", "fit") == "fit"]
    current = _opened(settings.at(data), [*models, settings.encoder])
    current.index().finder.matcher = matcher.load().without(data.name)
    return Rulebook(data.name, asked, current)


def _opened(settings: Settings, models: Sequence[str]) -> Current:
    """Open an index with the model that it was made with; raises ModelMismatch where it is none of them."""
    for model in models[:-1]:
        with suppress(ModelMismatch):
            return Current(settings, _encoder(model, settings.cache))
    return Current(settings, _encoder(models[-1], settings.cache))


@lru_cache
def _encoder(model: str, cache: Path) -> Encoder:
    return load(model, cache)
