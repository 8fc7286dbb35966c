"""What an admin and a developer run beside the bot: `.venv/bin/python -m scripts.reindex`, and so on."""

import os

# before numpy is there, as the bot has it: threads for small products would only wait for each other
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
