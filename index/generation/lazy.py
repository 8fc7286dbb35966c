"""Parts of a stored document that are read when somebody looks at them: of most documents nobody does."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cached_property
from typing import Any

Read = Callable[[], tuple[Any, ...]]


class Lazy(Sequence[Any]):
    """Stands for a tuple of records; `source` tells where it is stored, and the same source is the same records."""

    def __init__(self, read: Read, count: Callable[[], int], source: Hashable) -> None:
        self._read = read
        self._count = count
        self._source = source

    @cached_property
    def _all(self) -> tuple[Any, ...]:
        return self._read()

    def __getitem__(self, at: Any) -> Any:
        return self._all[at]

    def __len__(self) -> int:
        return self._count()

    def __iter__(self) -> Iterator[Any]:
        return iter(self._all)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Lazy):
            return self._source == other._source or self._all == other._all
        return self._all == other

    def __hash__(self) -> int:
        return hash(self._all)

    def __repr__(self) -> str:
        return repr(self._all)
