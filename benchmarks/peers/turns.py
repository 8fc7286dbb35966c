"""A peer in a process of its own: a question a line in, the ids found and the milliseconds it took a line out."""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

from benchmarks.peers import material
from benchmarks.peers.material import Given

K = 10
ROOT = Path(__file__).parent.parent.parent
QUIET = {"HF_HUB_OFFLINE": "1", "HAYSTACK_TELEMETRY_ENABLED": "False"}

Held = TypeVar("Held")
Search = Callable[[str], Sequence[str]]  # a question -> ids of the K nearest passages, best first


def serve(load: Callable[[str], Held], index: Callable[[Held, Given], Search], packages: Sequence[str]) -> None:
    """Load the model, index what is given, then answer questions until there are no more.

    The folder of what is given is the first argument. `packages` are those whose versions are told.
    """
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints is no answer
    given = material.read(Path(sys.argv[1]))
    held = load(given.model)
    started = time.perf_counter()
    search = index(held, given)
    took = time.perf_counter() - started
    _say(out, {"indexing_s": took, "versions": {name: version(name) for name in packages}})
    for line in sys.stdin:
        question = json.loads(line)
        begun, spent = time.perf_counter(), time.process_time()
        ids = list(search(question))
        took, spent = time.perf_counter() - begun, time.process_time() - spent
        _say(out, {"ids": ids, "ms": took * 1000, "cpu_ms": spent * 1000, "resident_mb": resident()})


def _say(out: Any, told: dict[str, Any]) -> None:
    out.write(json.dumps(told) + "\n")
    out.flush()


def resident() -> int:
    """Megabytes that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() >> 20


class Gone(Exception):
    """A peer's process has ended; what it last wrote on its standard error."""


class Peer:
    """One such process, seen from outside. `told` is what it said when it had indexed."""

    def __init__(self, python: str, module: str, kinds: Sequence[str], folder: Path, errors: Path) -> None:
        # how many threads a library takes is its own affair: ours sets a limit, and only for itself
        environ = {name: value for name, value in os.environ.items() if not name.startswith("OPENBLAS")}
        command = [python, "-m", f"benchmarks.peers.{module}", str(folder), *kinds]
        self.errors = errors
        with errors.open("w") as file:
            self.process = subprocess.Popen(command, cwd=ROOT, env=environ | QUIET, text=True, encoding="utf-8",
                                            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=file)  # fmt: skip
        self.told = self._heard()

    def ask(self, question: str) -> dict[str, Any]:
        """Return the ids, the milliseconds, those of processor time, and what it holds; raises Gone."""
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        return self._heard()

    def close(self) -> None:
        """End the process."""
        self.process.terminate()
        self.process.wait()

    def _heard(self) -> dict[str, Any]:
        line = self.process.stdout.readline()
        if not line:
            said = self.errors.read_text(encoding="utf-8", errors="replace").strip().splitlines()
            raise Gone(said[-1] if said else "nothing was said")
        return dict(json.loads(line))
