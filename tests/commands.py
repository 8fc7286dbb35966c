"""Commands run in the test's own process, which has loaded already what each process would load for seconds."""

import contextlib
import io
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Done(NamedTuple):
    """What a command left behind, as subprocess names it."""

    returncode: int
    stdout: str
    stderr: str


def run(main: Callable[[Sequence[str]], int], *arguments: object) -> Done:
    """Call the `main` of a command with these arguments; a usage error or --help ends it as it ends a process."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main([str(one) for one in arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
    return Done(code, *(_written(one) for one in (out, err)))


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    held = stream.detach()
    return held.getvalue().decode()  # type: ignore[attr-defined,no-any-return]
