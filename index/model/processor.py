"""What this machine's processor has to offer."""

import os
from pathlib import Path

# flags of /proc/cpuinfo for bfloat16 in hardware
FAST_HALF = frozenset({"amx_bf16", "avx512_bf16"})


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def half_is_fast(cpuinfo: Path = Path("/proc/cpuinfo")) -> bool:
    """Whether this processor calculates in bfloat16; no where it can't be told."""
    try:
        return not FAST_HALF.isdisjoint(cpuinfo.read_text().split())
    except OSError:
        return False
