"""What is promised of segments: what is found over several is found as over one, and what did not change is shared."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.models import Document
from index import GenerationDamaged, Index, Plan, build, load_documents
from index.generation import segments, sharing
from index.generation.manifest import Manifest
from index.generation.whole import verify
from index.store import documents
from tests.fakes import HashingEncoder, document

ENCODER = HashingEncoder()
QUESTIONS = ("维修由谁批准", "budget of the board", "第三件", "处长", "没有的事")
WORDS = ("维修", "经费", "处长", "校长", "批准", "决定", "budget", "board", "第三件事")

paragraphs = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map("".join), max_size=6)
rulebooks = st.dictionaries(st.sampled_from("abcdefghijkl"), paragraphs, max_size=12)


def made(rulebook: dict[str, list[str]]) -> list[Document]:
    return [document(name, *rulebook[name]) for name in sorted(rulebook)]


def answers(data: Path) -> list[object]:
    """Everything that can be asked of an index."""
    opened = Index.open(data, ENCODER)
    paths = [entry.path for entry in opened.documents()]
    some = frozenset(paths[::2])
    found: list[object] = [opened.search(text, 100, within) for text in QUESTIONS for within in (None, some)]
    section = opened.section(some, frozenset(opened.numbers(paths[0])[:1]) if paths else frozenset())
    found += [opened.search(text, 100, some, section=section) for text in QUESTIONS]
    found += [section.weight(stem) for stem in ("处长", "board")]
    found += [opened.find(link) for link in "".join(paths).split(".md")]
    found += [opened.passages(path) for path in paths]
    clauses = [f"{one}#{n}" for one in "abcdefghijkl" for n in (1, 3)]
    found += [
        opened.rules(clauses),
        opened.led(clauses),
        opened.find("c#2"),
        opened.document("d"),
        opened.numbers("e.md"),
    ]
    opened.close()
    return found


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(rulebooks, min_size=2, max_size=4), st.integers(1, 5))
def test_whatever_is_asked_of_segments_is_answered_as_by_one(
    tmp_path_factory: pytest.TempPathFactory, history: list[dict[str, list[str]]], least: int
) -> None:
    grown, whole = tmp_path_factory.mktemp("grown"), tmp_path_factory.mktemp("whole")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sharing, "FEW", 0)
        patched.setattr(segments, "LEAST", least)
        for rulebook in history:
            build(made(rulebook), grown, ENCODER)
    built = build(made(history[-1]), whole, ENCODER)
    assert len(built.parts) == 1
    assert answers(grown) == answers(whole)
    assert load_documents(grown) == load_documents(whole) == {one.path: one for one in made(history[-1])}


MANY = {name: [f"{name}的第{n}件事由{name}处批准。" for n in range(6)] for name in "abcdef"}


def twice(data: Path, monkeypatch: pytest.MonkeyPatch, few: int) -> tuple[Manifest, Manifest]:
    """Two generations that differ in one document of six."""
    monkeypatch.setattr(segments, "LEAST", 6)
    monkeypatch.setattr(sharing, "FEW", few)
    return build(made(MANY), data, ENCODER), build(made(MANY | {"c": ["改过的一条。"] * 6}), data, ENCODER)


def same_files(data: Path) -> set[str]:
    first, second = data / "index" / "gen-000001", data / "index" / "gen-000002"
    files = [path.relative_to(first) for path in first.rglob("*") if path.is_file()]
    return {file.parts[0] for file in files if (second / file).exists() and (second / file).samefile(first / file)}


def test_a_changed_document_writes_its_own_segment_anew_and_shares_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = twice(tmp_path, monkeypatch, 0)
    assert [one.name for one in first.segments] == [f"{n:06}" for n in range(1, 7)]
    assert [one.name for one in second.segments] == ["000001", "000002", "000007", "000004", "000005", "000006"]
    assert same_files(tmp_path) == {"000001", "000002", "000004", "000005", "000006", "words"}
    assert verify(tmp_path / "index" / "gen-000002") == second


def test_a_small_generation_shares_no_file_so_that_harm_to_one_leaves_the_other_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    twice(tmp_path, monkeypatch, 1000)
    assert same_files(tmp_path) == set()
    (tmp_path / "index" / "gen-000002" / "000001" / "records.db").write_bytes(b"")
    assert Index.open(tmp_path, ENCODER).generation == "gen-000001"


def test_harm_to_a_shared_file_is_named_and_the_next_build_takes_nothing_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    twice(tmp_path, monkeypatch, 0)
    file = tmp_path / "index" / "gen-000002" / "000001" / "records.db"
    file.write_bytes(file.read_bytes()[:-1] + b"?")
    with pytest.raises(GenerationDamaged, match="gen-000002/000001/records.db is altered"):
        Index.open(tmp_path, ENCODER)
    build(made(MANY), tmp_path, ENCODER)
    assert Index.open(tmp_path, ENCODER).generation == "gen-000003"
    assert not (tmp_path / "index" / "gen-000003" / "000001" / "records.db").samefile(file)


def test_where_a_disk_has_no_second_names_files_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", refused)
    twice(tmp_path, monkeypatch, 0)
    assert same_files(tmp_path) == set()
    assert Index.open(tmp_path, ENCODER).search("改过的一条")[0].passage.document == "c.md"


def test_what_other_code_wrote_or_read_is_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "FEW", 0)
    build(made(MANY), tmp_path, ENCODER, Plan(reading="1"))
    build(made(MANY), tmp_path, ENCODER, Plan(reading="2"))
    assert same_files(tmp_path) == set()
    monkeypatch.setattr(segments, "writing", lambda: "other")
    build(made(MANY), tmp_path, ENCODER, Plan(reading="2"))
    second, third = (tmp_path / "index" / f"gen-00000{n}" / "000001" / "records.db" for n in (2, 3))
    assert not third.samefile(second)


def test_segments_stay_few_however_often_documents_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "LEAST", 1)
    monkeypatch.setattr(segments, "USUAL", 2)
    monkeypatch.setattr(segments, "MANY", 4)
    rulebook: dict[str, list[str]] = {}
    for name in "mcxaqzbw":
        rulebook[name] = [f"{name}第一条。", f"{name}第二条。"]
        assert len(build(made(rulebook), tmp_path, ENCODER).segments) <= 4
    assert Index.open(tmp_path, ENCODER).search("z第二条")[0].passage.id == "z#2"


def test_stored_documents_are_read_only_where_somebody_looks(tmp_path: Path) -> None:
    build(made(MANY), tmp_path, ENCODER)
    with documents(tmp_path) as first, documents(tmp_path) as second:
        assert first["a.md"] == second["a.md"]
        assert len(first["a.md"].passages) == 6
        assert "_all" not in vars(first["a.md"].passages)
        assert first["a.md"] == made(MANY)[0]
        assert first["a.md"].passages[1:3] == made(MANY)[0].passages[1:3]
        assert first["a.md"] != second["b.md"]
