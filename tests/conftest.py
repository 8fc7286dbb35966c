"""What the tests share: the sample rulebook indexed once with the real model, and the model loaded once."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

# before numpy and torch are there, as the bot has it: in small products threads only wait for each other, and keep
# the cores busy that the other tests need; three times as much of them where a small network learns
for library in ("OPENBLAS", "OMP"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

if TYPE_CHECKING:
    from scripts.reindexed import Report

# timing decides no test: a busy machine is slow, not wrong
settings.register_profile("ours", deadline=None)
settings.load_profile("ours")

# a folder of documents and a data folder -> what indexing reported
Reindexed = Callable[[Path, Path], "Report"]
ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "data"


def indexed(name: str, documents: Path, factory: pytest.TempPathFactory) -> Path:
    """A data folder of one's own with the index of some documents, made by the command.

    Encoding them takes a minute of two cores. Test runs side by side, as scripts/test has them, name one folder
    in TESTS_SHARED: the first to come makes the index there, and each takes a copy.
    """
    shared = Path(os.environ.get("TESTS_SHARED") or factory.mktemp("made"))
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / name).exists():
            half = shared / f"{name}.partial"
            run = subprocess.run(
                [sys.executable, "-m", "scripts.reindex", "--documents", documents, "--data", half, "--json"],
                cwd=ROOT, capture_output=True, text=True, check=False,
            )  # fmt: skip
            assert run.returncode == 0, run.stdout + run.stderr
            half.rename(shared / name)
    data = factory.mktemp(name)
    shutil.copytree(shared / name, data, symlinks=True, dirs_exist_ok=True)
    return data


@pytest.fixture(scope="session")
def sample_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose index holds the sample rulebook, encoded by the real model."""
    return indexed("sample", ROOT / "corpus" / "sample", tmp_path_factory)


@pytest.fixture(scope="session")
def seed_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose index holds the seed document alone; skipped where there is none."""
    if not (SHARED / "seed").is_dir():
        pytest.skip("the seed document is not beside this checkout")
    return indexed("seed", SHARED / "seed", tmp_path_factory)


@pytest.fixture(scope="session")
def reindexed() -> Reindexed:
    """Indexes a folder of documents into a data folder as the command does; the real model is loaded once for all."""
    from bot.settings import Settings
    from index import encoder
    from scripts.generation import reindex

    cache = os.environ.get("GUIJU_CACHE", "")
    model = encoder.load_for_indexing("", Settings.from_env({"GUIJU_CACHE": cache}).cache)

    def run(documents: Path, data: Path) -> "Report":
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("index.encoder.load_for_indexing", lambda *_: model)
            settings = Settings.from_env({"GUIJU_DATA": str(data), "GUIJU_CACHE": cache})
            report = reindex(documents, settings, quiet=True)
        assert not report.left_out
        return report

    return run


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of whoever runs the tests out of them."""
    for name in [
        name for name in os.environ if name.startswith("GUIJU_") and name not in ("GUIJU_CACHE", "GUIJU_SOAK")
    ]:
        monkeypatch.delenv(name)
    return
