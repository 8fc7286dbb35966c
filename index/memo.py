"""What was read once and is looked at again for question after question."""

import threading
from collections.abc import Callable, Collection, Mapping
from itertools import islice
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memo(Generic[K, V]):
    """At most so many values by their keys, those kept longest put away first; several threads may ask at once."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: dict[K, V] = {}
        self._lock = threading.Lock()

    def of(self, keys: Collection[K], read: Callable[[list[K]], Mapping[K, V]]) -> dict[K, V]:
        """The value of each key; `read` gives those that are not held yet, all of them at once."""
        with self._lock:
            found = {key: self._held[key] for key in keys if key in self._held}
        missing = [key for key in dict.fromkeys(keys) if key not in found]
        if missing:
            new = read(missing)
            found |= new
            self._keep(new)
        return found

    def _keep(self, new: Mapping[K, V]) -> None:
        with self._lock:
            self._held |= new
            for key in list(islice(self._held, max(0, len(self._held) - self._most))):
                del self._held[key]
