"""What the tests share: the sample rulebook indexed once with the real model."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# timing decides no test: a busy machine is slow, not wrong
settings.register_profile("ours", deadline=None)
settings.load_profile("ours")

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "data"


@pytest.fixture(scope="session")
def sample_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose index holds the sample rulebook, encoded by the real model."""
    data = tmp_path_factory.mktemp("sample")
    run = subprocess.run(
        [sys.executable, "-m", "scripts.reindex", "--documents", "corpus/sample", "--data", str(data), "--json"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    return data


@pytest.fixture(scope="session")
def seed_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose index holds the seed document alone; skipped where there is none."""
    if not (SHARED / "seed").is_dir():
        pytest.skip("the seed document is not beside this checkout")
    data = tmp_path_factory.mktemp("seed")
    run = subprocess.run(
        [sys.executable, "-m", "scripts.reindex", "--documents", str(SHARED / "seed"), "--data", str(data), "--json"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    return data


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of whoever runs the tests out of them."""
    for name in [
        name for name in os.environ if name.startswith("GUIJU_") and name not in ("GUIJU_CACHE", "GUIJU_SOAK")
    ]:
        monkeypatch.delenv(name)
    return
