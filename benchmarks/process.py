"""What a process and those that it began take, as Linux counts it."""

import os
from pathlib import Path


def family(process: int) -> list[int]:
    """A process and those that it began."""
    begun = (each.read_text().split() for each in Path(f"/proc/{process}/task").glob("*/children"))
    return [process, *(int(number) for numbers in begun for number in numbers)]


def resident(process: int) -> int:
    """Megabytes that a family holds, what it shares counted once."""
    rolled = (Path(f"/proc/{each}/smaps_rollup").read_text() for each in family(process))
    return sum(int(each.partition("\nPss:")[2].split()[0]) for each in rolled) // 1024


def spent(process: int) -> float:
    """Milliseconds of processor time that one process has taken."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") * 1000
