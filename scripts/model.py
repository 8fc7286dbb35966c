"""Build the offline model unless it is there, or GUIJU_ENCODER names another."""

import os
import sys

from bot.edge import ended
from bot.settings import Settings


def main() -> int:
    """Run the command; return its exit code."""
    from index.model.default import ensure

    settings = Settings.from_env(os.environ)
    if not settings.encoder:
        ensure(settings.cache, print)
    return 0


if __name__ == "__main__":
    sys.exit(ended(main))
