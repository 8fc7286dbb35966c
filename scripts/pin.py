"""Write the sha256 of every file of each pinned release into files of requirements, for pip to hold what it fetches to.

Run this after a version was changed. A file of wheels that no machine of ours takes (Windows, Python before 3.11) is
left out. torch stands in requirements-torch.txt without any: its file differs from machine to machine.

example:
  .venv/bin/python -m scripts.pin requirements.txt requirements-dev.txt
"""

import argparse
import json
import re
import sys
import urllib.request
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.edge import ended
from corpus.known import KnownError

INDEX = "https://pypi.org/simple"
JSON = "application/vnd.pypi.simple.v1+json"  # PEP 691
_PINNED = re.compile(r"(?P<name>[\w.-]+)==(?P<version>[^\s\\]+)")
_WHEEL = re.compile(r"-(?P<python>[^-]+)-(?P<abi>[^-]+)-(?P<platform>[^-]+)\.whl$")
_PYTHON = re.compile(r"\b(?:py3|py2\.py3|cp31[1-9]|cp3\d+(?=.*abi3))")
_PLATFORM = re.compile(r"any|linux|macosx")


class RegistryUnreached(KnownError):
    """The registry tells nothing of a package."""


class ReleaseUnknown(KnownError):
    """The registry has no file of a pinned release."""


def taken(file: str, version: str) -> bool:
    """Tell whether a file is one of a release, and a machine of ours may take it: 3.11 and newer, Linux and macOS."""
    if file.endswith(".whl"):
        wheel = _WHEEL.search(file)
        return (
            wheel is not None
            and file.split("-")[1] == version
            and _PYTHON.search(f"{wheel['python']}-{wheel['abi']}") is not None
            and _PLATFORM.search(wheel["platform"]) is not None
        )
    return re.sub(r"\.tar\.(?:gz|bz2)$|\.zip$", "", file).rpartition("-")[2] == version


def pinned(lines: Iterable[str], files: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[str]:
    """Return the lines of a file of requirements with the hashes of what is pinned; raises ReleaseUnknown.

    `files` are the files of each package by its name, as the registry tells them.
    """
    made = []
    for line in lines:
        found = _PINNED.match(line)
        if not found:
            made += [] if line.lstrip().startswith("--hash") else [line]
            continue
        own = [one for one in files[found["name"]] if taken(one["filename"], found["version"])]
        if not own:
            raise ReleaseUnknown(f"the registry has no file of {found[0]}: give a version that it has")
        made.append(" \\\n".join([found[0], *(f"    --hash=sha256:{h}" for h in sorted(hashes(own)))]))
    return made


def hashes(files: Sequence[Mapping[str, Any]]) -> set[str]:
    """Return the sha256 of files."""
    return {str(one["hashes"]["sha256"]) for one in files}


def told(name: str) -> list[dict[str, Any]]:
    """Return what the registry tells of a package's files; raises RegistryUnreached."""
    asked = urllib.request.Request(f"{INDEX}/{name}/", headers={"Accept": JSON})
    try:
        with urllib.request.urlopen(asked, timeout=60) as answered:
            found: list[dict[str, Any]] = json.load(answered)["files"]
    except (OSError, ValueError) as error:
        raise RegistryUnreached(f"{INDEX} tells nothing of {name} ({error}): is the network there?") from error
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(
        prog=".venv/bin/python -m scripts.pin",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    arguments = parser.parse_args(argv)
    return ended(lambda: _run(arguments.files))


def _run(files: Sequence[Path]) -> int:
    for file in files:
        lines = file.read_text(encoding="utf-8").splitlines()
        names = [found["name"] for line in lines if (found := _PINNED.match(line))]
        made = pinned(lines, {name: told(name) for name in names})
        file.write_text("\n".join(made) + "\n", encoding="utf-8")
        print(f"{file}: {len(names)} packages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
