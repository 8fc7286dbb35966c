"""What a result was measured on, and where results are kept: one file a run."""

import json
import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from index.model.processor import half_is_fast

RESULTS = Path(__file__).parent / "results"


def described() -> dict[str, Any]:
    """Return the commit and the kind of machine, nothing that names one."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit.stdout.strip(),
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "machine": platform.machine(),
        "bfloat16": half_is_fast(),
    }


def keep(name: str, figures: dict[str, Any]) -> Path:
    """Write a result beside the others and return its file."""
    RESULTS.mkdir(exist_ok=True)
    shown = {"machine": described(), **figures}
    path = RESULTS / f"{name}-{shown['machine']['at'][:10]}.json"
    path.write_text(json.dumps(shown, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path
