"""python -m benchmarks.real_desk DATA [KEPT]: the bot over the real desk, as tests/canned_desk.py is over a canned one.

Whoever writes may ask. So many answers are KEPT for who asks the same again; by default as many as the product keeps.
The pace and the waits are those of TUNING in the environment.
"""

import os
import sys

from bot.channels.telegram import Tuning, serve
from bot.desk import Desk
from bot.inquiry.repeats import KEPT
from bot.settings import Settings

if __name__ == "__main__":
    settings = Settings.from_env({**os.environ, "GUIJU_DATA": sys.argv[1], "GUIJU_STAFF": "open"})
    desk = Desk.open(settings, beside=settings.processes - 1, kept=int(sys.argv[2]) if sys.argv[2:] else KEPT)
    serve(desk, settings, Tuning.model_validate_json(os.environ["TUNING"]))
