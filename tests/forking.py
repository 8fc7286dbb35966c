"""Processes forked from one that has imported what they need: most of a bot's start is importing.

A forked process has a number, memory and an end of its own like any other: signals and kills are real. What is promised
of the start itself is tested on processes that are started whole.
"""

import atexit
import importlib
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import time
from functools import cache
from pathlib import Path
from typing import Any, TextIO

ROOT = Path(__file__).resolve().parent.parent
# What programs import only when they need it.
LATER = {"quick_bot": ("bot.desk", "faiss", "index", "onnxruntime", "tantivy", "tokenizers")}
# An order with the settings of a whole environment.
MOST_BYTES = 1 << 20


class Forked:
    """A process as subprocess.Popen has it, as far as tests need that; what it prints goes to open files."""

    def __init__(self, *command: str, environ: dict[str, str], stdout: int = 1, stderr: int = 2) -> None:
        order = {"do": "start", "argv": command, "environ": environ}
        self.pid = int(ordered(order, (stdout, stderr)))
        self.returncode: int | None = None

    @classmethod
    def heard(cls, *command: str, environ: dict[str, str]) -> tuple["Forked", TextIO]:
        """A process, and what it prints to be read."""
        out, into = os.pipe()
        one = cls(*command, environ=environ, stdout=into)
        os.close(into)
        return one, os.fdopen(out)

    def poll(self) -> int | None:
        """The exit code, or the signal it died by below 0; None as long as it lives."""
        if self.returncode is None:
            self.returncode = ordered({"do": "poll", "pid": self.pid})
        return self.returncode

    def wait(self, seconds: float = 600) -> int:
        """The same once it has ended; raises subprocess.TimeoutExpired."""
        deadline = time.monotonic() + seconds
        while (code := self.poll()) is None:
            if time.monotonic() > deadline:
                raise subprocess.TimeoutExpired(str(self.pid), seconds)
            time.sleep(0.01)
        return code

    def send_signal(self, by: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, by)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


@cache
def forker() -> tuple[socket.socket, subprocess.Popen[bytes]]:
    """The process that forks, started on first use, and the way to it; it ends with this one."""
    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    here.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, MOST_BYTES)
    # a process with threads is not to be forked
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}
    command = [sys.executable, __file__, str(there.fileno())]
    process = subprocess.Popen(command, pass_fds=[there.fileno()], env=environ, cwd=ROOT, stdin=subprocess.DEVNULL)
    there.close()
    atexit.register(end, here, process)
    return here, process


def end(way: socket.socket, process: "subprocess.Popen[bytes]") -> None:
    """Lets the process that forks end."""
    way.close()
    process.wait()


def ordered(order: dict[str, Any], files: tuple[int, ...] = ()) -> Any:
    """What the forking process answers to an order."""
    way, _ = forker()
    socket.send_fds(way, [json.dumps(order).encode()], files)
    return json.loads(way.recv(MOST_BYTES))


def obey(way: socket.socket) -> None:
    """Forks and tells of what was forked until nobody orders any more."""
    while True:
        said, files, _, _ = socket.recv_fds(way, MOST_BYTES, 2)
        if not said:
            return
        order = json.loads(said)
        told = start(way, order, files) if order["do"] == "start" else ended(order["pid"])
        way.send(json.dumps(told).encode())
        for file in files:
            os.close(file)


def ended(pid: int) -> int | None:
    """The exit code of a process that was forked, None as long as it lives."""
    done, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if done else None


def start(way: socket.socket, order: dict[str, Any], files: list[int]) -> int:
    """The number of a new process that runs a script; here returns only the one that forks."""
    name = Path(order["argv"][0]).stem
    for module in (name, *LATER.get(name, ())):
        importlib.import_module(module)
    if pid := os.fork():
        return pid
    code = 1
    try:
        way.close()
        os.dup2(files[0], 1)
        os.dup2(files[1], 2)
        os.environ.clear()
        os.environ.update(order["environ"])
        sys.argv = order["argv"]
        code = run(sys.argv[0])
    except BaseException:  # noqa: BLE001  the edge of a process
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def run(script: str) -> int:
    """The exit code of a script; what it raises is told as Python itself tells it."""
    try:
        runpy.run_path(script, run_name="__main__")
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else int(left.code is not None)
    return 0


if __name__ == "__main__":
    obey(socket.socket(fileno=int(sys.argv[1])))
