"""Where a step's words first turn elsewhere, in either language."""

import re
from collections.abc import Iterable


def first(turns: Iterable[re.Pattern[str]], denied: re.Pattern[str], sentence: str, at: int) -> re.Match[str] | None:
    """Return the first turn from a place on that nothing before it denies; of two together the more exact one."""
    found = [m for one in turns if (m := one.search(sentence, at)) and not denied.search(sentence[: m.start()])]
    return min(found, key=re.Match.start, default=None)
