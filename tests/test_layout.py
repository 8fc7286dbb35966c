"""The rooms of the repository: which may import which, where each heavy library lives, what does no I/O."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("bot", "corpus", "index", "scripts")
MAY_IMPORT = {
    "corpus": {"corpus"},
    "index": {"index", "corpus"},
    "bot": {"bot", "index", "corpus"},
    "scripts": {"scripts", "bot", "index", "corpus"},
}
# inside the corpus the packages stand on each other in this order, and none on a later one
STORIES = (
    "corpus/quantities",
    "corpus/outline",
    "corpus/validity/said",
    "corpus/validity/settled",
    "corpus/rules",
    "corpus/branches",
    "corpus/formats",
)
# what answers has stories of its own: levels, what is asked, which clauses tell it, who decides, what is said
ANSWERING = (
    "bot/answering/models.py",
    "bot/answering/levels",
    "bot/answering/asked",
    "bot/answering/weighing",
    "bot/answering/deciding",
    "bot/answering/saying",
)
# and the reader of English rules: words and names, what a verb means, the shapes of sentences
ENGLISH = tuple(f"corpus/rules/english/{name}" for name in ("grammar", "acts", "shapes", "sentence.py", "wording.py"))
# inside the bot these stand on each other in the same way: what is said knows no way to deliver it, and no messenger
SPEAKING = ("bot/people", "bot/conversation", "bot/delivery", "bot/channels")
# what a conversation may use that is not ours; no messenger's library is among it
DRAWING = {"PIL", "pylopdf_fonts_zh_cn"}
STORING = {"pydantic", "sqlite_utils", "cryptography"}
# what stands among the channels and is none
PRINTING = {"render", "printing"}
HOMES = {
    "faiss": {"index/vectors.py"},
    "tantivy": {"index/words.py"},
    "marisa_trie": {"index/model/pieces.py"},
    "telegram": {f"bot/channels/telegram/{path.name}" for path in (ROOT / "bot/channels/telegram").glob("*.py")},
    "aiohttp": {"bot/channels/telegram/hook.py", "bot/channels/telegram/calls.py"},
    "PIL": {"bot/conversation/flow/picture.py"},
    "docx": {"scripts/sample.py", "scripts/sample_trust.py"},
    "lxml": {
        f"corpus/formats/{name}.py"
        for name in ("html", "listing", "numbering", "runs", "sheet", "styles", "word", "zips")
    },
    "sentence_transformers": {"index/model/transformer.py"},
}
PURE = (
    "bot/answering",
    "bot/conversation/brief.py",
    "bot/conversation/buttons.py",
    "bot/conversation/chinese.py",
    "bot/conversation/english.py",
    "bot/conversation/flow/layout.py",
    "bot/conversation/flow/ways.py",
    "bot/conversation/flow/words.py",
    "bot/conversation/flow/wrap.py",
    "bot/conversation/messages.py",
    "bot/conversation/notices.py",
    "bot/conversation/phrases.py",
    "bot/conversation/rich.py",
    "bot/conversation/wording.py",
    "bot/channels/render.py",
    "bot/channels/telegram/markup.py",
    "bot/inbox/lines.py",
    "bot/legible.py",
    "bot/links.py",
    "bot/people/audience.py",
    "bot/records/draft.py",
    "bot/records/report.py",
    "bot/records/review.py",
    "bot/records/wordings.py",
    "corpus/branches",
    "corpus/document.py",
    "corpus/effects.py",
    "corpus/faq.py",
    "corpus/glossary.py",
    "corpus/models.py",
    "corpus/outline",
    "corpus/passages.py",
    "corpus/procedures.py",
    "corpus/quantities",
    "corpus/record.py",
    "corpus/facts.py",
    "corpus/paths.py",
    "corpus/register.py",
    "corpus/rules",
    "corpus/sentences.py",
    "corpus/suspension.py",
    "corpus/validity",
    "index/fuse.py",
    "index/terms.py",
)
# modules through which a program reaches the disk, the network, the clock or other processes
OUTSIDE = {"os", "sys", "io", "pathlib", "tempfile", "shutil", "subprocess", "socket", "sqlite3", "time", "random"} | {
    "logging",
    "sqlite_utils",
    "httpx",
}
# a path that is only taken apart, and never opened, is a value
VALUES = {("pathlib", "PurePosixPath"), ("pathlib", "PurePath")}


def modules(*places: str) -> Iterator[Path]:
    for place in places:
        path = ROOT / place
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


@cache
def imported(path: Path) -> list[tuple[str, str]]:
    """(module, name) for every import of a file, also those inside functions."""
    found: list[tuple[str, str]] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found += ((node.module or "", alias.name) for alias in node.names)
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_data_flows_one_way(room: str) -> None:
    strays = [
        f"{path.relative_to(ROOT)} imports {module}"
        for path in modules(room)
        for module, _ in imported(path)
        if (top := module.split(".")[0]) in ROOMS and top not in MAY_IMPORT[room]
    ]
    assert strays == []


@pytest.mark.parametrize(
    "stories", [STORIES, ENGLISH, ANSWERING, SPEAKING], ids=["corpus", "english", "answering", "bot"]
)
def test_no_package_stands_on_a_later_one(stories: tuple[str, ...]) -> None:
    strays = [
        f"{path.relative_to(ROOT)} imports {module}"
        for number, story in enumerate(stories)
        for path in modules(story)
        for module, _ in imported(path)
        if module.startswith(tuple(one.removesuffix(".py").replace("/", ".") for one in stories[number + 1 :]))
    ]
    assert strays == []


def test_what_is_said_and_how_it_is_delivered_knows_no_messengers_library() -> None:
    strays = [
        f"{path.relative_to(ROOT)} imports {module}"
        for path in modules("bot/conversation", "bot/delivery", "bot/inbox", "bot/people")
        for module, _ in imported(path)
        if module.split(".")[0] not in sys.stdlib_module_names | {*ROOMS, *DRAWING, *STORING}
    ]
    assert strays == []


def test_no_channel_stands_on_another() -> None:
    channels = {path.stem for path in (ROOT / "bot/channels").iterdir()} - {"__init__", "__pycache__", *PRINTING}
    strays = [
        f"{path.relative_to(ROOT)} imports {module}"
        for channel in channels
        for path in modules(f"bot/channels/{channel}" + ("" if (ROOT / "bot/channels" / channel).is_dir() else ".py"))
        for module, _ in imported(path)
        if module.startswith(tuple(f"bot.channels.{other}" for other in channels - {channel}))
    ]
    assert {"terminal", "telegram"} <= channels
    assert strays == []


@pytest.mark.parametrize("library", sorted(HOMES))
def test_each_heavy_library_has_one_home(library: str) -> None:
    users = {
        path.relative_to(ROOT).as_posix()
        for path in modules(*ROOMS)
        for module, _ in imported(path)
        if module.split(".")[0] == library
    }
    assert users
    assert users <= HOMES[library]


def test_every_library_imported_is_one_that_the_project_names() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    named = {re.sub(r"[-_.]+", "-", name).lower() for name in re.findall(r'"([\w.-]+)(?:\[[\w,-]+\])?==', text)}
    used = {module.split(".")[0] for path in modules(*ROOMS) for module, _ in imported(path)}
    homes = packages_distributions()
    given = {name: {re.sub(r"[-_.]+", "-", one).lower() for one in homes[name]} for name in used & homes.keys()}
    assert [name for name, packages in sorted(given.items()) if not packages & named] == []


def test_pure_modules_reach_for_nothing_outside() -> None:
    strays = [
        f"{path.relative_to(ROOT)} imports {module} {name}"
        for path in modules(*PURE)
        for module, name in imported(path)
        if module.split(".")[0] in OUTSIDE and (module, name) not in VALUES
    ]
    assert strays == []


def test_pure_modules_are_told_the_day() -> None:
    strays = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in modules(*PURE)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("today", "now", "utcnow")
    ]
    assert strays == []


def test_every_error_of_ours_is_one_that_a_command_prints_as_a_line() -> None:
    strays = [
        f"{path.relative_to(ROOT)}: {node.name}"
        for path in modules(*ROOMS, "scripts")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and node.name != "KnownError"
        if any(isinstance(base, ast.Name) and base.id.endswith(("Exception", "Error")) for base in node.bases)
        if not any(isinstance(base, ast.Name) and base.id == "KnownError" for base in node.bases)
    ]
    assert strays == []


def test_index_is_imported_by_name() -> None:
    strays = [
        str(path.relative_to(ROOT))
        for path in modules(*ROOMS)
        for module, name in imported(path)
        if module == "index" and not name
    ]
    assert strays == []


def test_no_name_says_nothing() -> None:
    empty = {"utils", "helpers", "common", "base", "manager", "core", "misc"}
    assert [str(p) for p in modules(*ROOMS) if p.stem in empty] == []


def test_no_pattern_counts_with_a_brace_that_its_string_reads_as_a_value() -> None:
    """{2,20} in an f-string is the text "(2, 20)", and a pattern with it matches nothing."""
    fixed = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for room in ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FormattedValue) and isinstance(node.value, (ast.Constant, ast.Tuple))
    ]
    assert not fixed
