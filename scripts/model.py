"""python -m scripts.model: build the offline model unless it is there, or GUIJU_ENCODER names another."""

import os
import sys

from bot.settings import Settings
from corpus.known import KnownError


def main() -> int:
    """Run the command; return its exit code."""
    from index.default import ensure

    settings = Settings.from_env(os.environ)
    if settings.encoder:
        return 0
    try:
        ensure(settings.cache, print)
    except KnownError as error:
        print(f"guiju: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
