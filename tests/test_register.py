"""The register and front matter: one check for both, and every wrong part is named."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from corpus import read
from corpus.facts import WrongFacts, facts, foreign
from corpus.models import Facts, Kind
from corpus.register import Row, register
from scripts import register as command


def rows(*values: dict[str, object]) -> list[Row]:
    return [Row(number=number, values=value) for number, value in enumerate(values, 2)]


@pytest.mark.parametrize(
    "written",
    [
        "2024-09-01",
        "2024/9/1",
        "2024.9.1",
        "2024年9月1日",
        date(2024, 9, 1),
        datetime(2024, 9, 1),
        "2024-09-01 00:00:00",
        "1 September 2024",
        "Sept. 1st, 2024",
        "二〇二四年九月一日",
    ],
)
def test_a_date_may_be_written_as_people_write_it(written: object) -> None:
    assert facts({"effective": written}, "x").effective == date(2024, 9, 1)


def test_every_fact_in_english_and_in_chinese() -> None:
    english = {
        "title": "办法",
        "kind": "draft",
        "issued": "2024-01-01",
        "repealed": "2025-01-01",
        "version": 3.0,
    }
    english |= {"supersedes": ["a.md", "b.md"], "rank": 2, "audience": "staff; board", "owner": "总务处"}
    chinese = {
        "标题": "办法",
        "类别": "草案",
        "发布日期": "2024年1月1日",
        "废止日期": "2025/1/1",
        "版本": "3",
    }
    chinese |= {
        "取代": "a.md；b.md",
        "位阶": "2",
        "可见范围": "staff，board",
        "归口部门": "总务处",
        "备注": "任意",
    }
    assert facts(english, "x") == facts(chinese, "x")
    assert facts(english, "x").supersedes == ("a.md", "b.md")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ({"effective": "2024-13-01"}, 'row 7: effective "2024-13-01" is not a date: write it as YYYY-MM-DD'),
        ({"effective": "September 2024"}, 'effective "September 2024" is not a date'),
        ({"in force": "2024年9月"}, 'effective "2024年9月" is not a date'),
        ({"状态": "已废止"}, 'status "已废止" names no day: write repealed: YYYY-MM-DD beside it'),
        ({"titel": "x"}, 'unknown key "titel", did you mean "title"'),
        ({"effective": 2024}, 'effective "2024" is not a date'),
        ({"efective": "2024-01-01"}, 'unknown key "efective", did you mean "effective": known are title, kind'),
        ({"kind": "law"}, 'kind "law" is unknown: use rule, reference, draft, faq'),
        (
            {"effective": "2024-02-01", "repealed": "2024-01-01"},
            "repealed 2024-01-01 is before effective 2024-02-01",
        ),
        ({"title": ["a"]}, "title must be one value"),
        ({"title": "a", "标题": "b"}, '"标题" is given twice'),
    ],
)
def test_a_wrong_fact_is_named(raw: dict[str, object], reason: str) -> None:
    with pytest.raises(WrongFacts, match=reason):
        facts(raw, "register.xlsx row 7")


@pytest.mark.parametrize(
    ("raw", "stated"),
    [
        ({"in force": "2024-09-01", "approved": "Board, 9 April 2024"}, Facts(effective=date(2024, 9, 1))),
        ({"文号": "云政发〔2024〕3号", "施行": "2024-09-01", "状态": "现行有效"}, Facts(effective=date(2024, 9, 1))),
        ({"状态": "征求意见稿", "tags": ["a", "b"]}, Facts(kind=Kind.DRAFT)),
        ({"status": "draft", "kind": "reference"}, Facts(kind=Kind.REFERENCE)),
        ({"status": "Repealed", "repealed": "2024-09-01"}, Facts(repealed=date(2024, 9, 1))),
        ({"valid until": "31 August 2024"}, Facts(repealed=date(2024, 9, 1))),
        ({"issuer": "Finance Office", "issued by": "Finance Office"}, Facts(owner="Finance Office")),
    ],
)
def test_what_is_no_key_of_ours_leaves_no_document_out(raw: dict[str, object], stated: Facts) -> None:
    assert facts(raw, "x") == stated


def test_what_is_no_key_of_ours_is_named() -> None:
    raw = {"文号": "3号", "approved": "x", "备注": "y", "title": "z", "efective": "2024-01-01", "tags": ""}
    assert foreign(raw) == ["文号", "approved"]
    given = rows({"file": "a.md", "文号": "3号"}, {"file": "b.md", "文号": "4号"})
    known = register("register.csv", given, ["a.md", "b.md"])
    assert (sorted(known.facts), known.left_out) == (["a.md", "b.md"], ())
    assert [line.partition(":")[2].partition(":")[0] for line in known.warnings] == [' its column "文号" is not read']


def test_empty_cells_state_nothing() -> None:
    assert facts({"title": None, "kind": " ", "effective": "", "audience": [], "unknown": None}, "x") == Facts()


def test_a_file_whose_row_is_wrong_has_no_facts_and_is_left_out() -> None:
    given = rows({"file": "a.docx", "kind": "参考"}, {"file": "b.docx", "effective": "soon"}, {"文件": r".\c\d.pdf"})
    known = register("register.xlsx", given, {"a.docx", "b.docx", "c/d.pdf"})
    assert {path: fact.kind for path, fact in known.facts.items()} == {
        "a.docx": Kind.REFERENCE,
        "c/d.pdf": Kind.RULE,
    }
    assert [(item.path, item.reason) for item in known.left_out] == [
        ("b.docx", 'register.xlsx row 3: effective "soon" is not a date: write it as YYYY-MM-DD')
    ]


def test_a_file_whose_two_rows_differ_is_left_out_once_with_what_to_do() -> None:
    given = rows({"file": "a.docx", "kind": "rule"}, {"file": "a.docx", "kind": "draft"})
    known = register("register.csv", given, {"a.docx"})
    assert not known.facts
    assert [(item.path, item.reason) for item in known.left_out] == [
        ("a.docx", "register.csv rows 2 and 3 say different things of it: keep one and reindex")
    ]


def test_a_row_that_stands_twice_leaves_nothing_out() -> None:
    given = rows({"file": "a.docx", "kind": "draft"}, {"file": "./a.docx", "类别": "草案"})
    known = register("register.csv", given, {"a.docx"})
    assert (known.facts["a.docx"].kind, known.left_out) == (Kind.DRAFT, ())
    assert known.warnings == ("register.csv rows 2 and 3 say the same of a.docx: keep one",)


def test_a_row_without_a_file_is_a_warning_that_says_what_to_do() -> None:
    given = rows({"file": "d.pdf"}, {"title": "x"}, {"file": "gone.pdf"})
    known = register("register.xlsx", given, {"c/d.pdf"})
    assert (known.left_out, known.warnings) == (
        (),
        (
            'register.xlsx row 2: there is no file "d.pdf": did you mean c/d.pdf',
            "register.xlsx row 3: it names no file: fill in the column file",
            'register.xlsx row 4: there is no file "gone.pdf": delete the row',
        ),
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "采购办法（2024版）.txt").write_text("第一条 校长决定。\n")
    (tmp_path / "a.md").write_text("---\ntitle: 甲\n---\n正文\n")
    (tmp_path / "b.md").write_text("# 乙办法\n正文\n")
    return tmp_path


def sheet(folder: Path) -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(folder / "register.xlsx")
    return [tuple(cell.value for cell in row[:3]) for row in book.worksheets[0]]


def test_the_first_register_lists_what_cannot_speak_for_itself(folder: Path) -> None:
    assert command.main(["--documents", str(folder)]) == 0
    assert sheet(folder)[1:] == [
        ("*", None, None), ("b.md", "乙办法", None), ("采购办法（2024版）.txt", "采购办法", None)
    ]  # fmt: skip
    assert {file.audience for file in read.look(folder).files} == {("staff",)}
    assert {file.path: file.facts.title for file in read.look(folder).files if file.facts} == {
        "b.md": "乙办法",
        "采购办法（2024版）.txt": "采购办法",
    }


def test_a_register_is_never_overwritten_and_update_keeps_what_was_filled_in(folder: Path) -> None:
    command.main(["--documents", str(folder)])
    book = openpyxl.load_workbook(folder / "register.xlsx")
    book.worksheets[0]["C3"] = "reference"
    book.save(folder / "register.xlsx")
    (folder / "new.txt").write_text("=1+1 规定\n")
    assert command.main(["--documents", str(folder)]) == 1
    assert command.main(["--documents", str(folder), "--update"]) == 0
    assert sheet(folder)[2] == ("b.md", "乙办法", "reference")
    assert sheet(folder)[4] == ("new.txt", "=1+1 规定", None)


def test_update_without_a_register_says_what_to_do(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--documents", str(folder), "--update"]) == 1
    assert "run without --update" in capsys.readouterr().err
    assert command.main(["--documents", str(folder / "none")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_files_left_out_are_named_and_change_the_exit_code(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "x.png").write_bytes(b"x")
    assert command.main(["--documents", str(folder)]) == 3
    assert "left out: x.png: unknown type .png" in capsys.readouterr().out


def test_where_no_file_needs_a_row_no_register_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--documents", str(tmp_path)]) == 0
    assert capsys.readouterr().out == f"{tmp_path} holds no file that needs a row: no register.xlsx was written\n"
    assert list(tmp_path.iterdir()) == []


def test_update_counts_in_words_and_names_rows_without_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command.main(["--documents", str(folder)])
    (folder / "b.md").unlink()
    (folder / "new.txt").write_text("规定\n")
    capsys.readouterr()
    assert command.main(["--documents", str(folder), "--update"]) == 0
    assert capsys.readouterr().out == (
        f"{folder}/register.xlsx: 1 new file, 2 already there\n"
        'warning: register.xlsx row 3: there is no file "b.md": delete the row\n'
    )


def test_the_row_of_every_file_states_the_audience_of_what_has_none() -> None:
    given = rows({"file": "*", "audience": "staff; 校务委员"}, {"file": "a.docx", "可见范围": "党员"})
    known = register("register.csv", given, {"a.docx"})
    assert (known.audience, known.facts["a.docx"].audience) == (("staff", "校务委员"), ("党员",))
    assert known.warnings == ()


def test_two_rows_of_every_file_that_differ_let_nobody_in() -> None:
    given = rows({"file": "*", "audience": "staff"}, {"file": "*", "audience": "board"})
    known = register("register.csv", given, {"a.docx"})
    assert (known.audience, known.warnings) == (
        (),
        (
            "register.csv rows 2 and 3 say different things of it: keep one and reindex: "
            "until then only admins read what has no audience of its own",
        ),
    )


def test_the_row_of_every_file_states_nothing_else() -> None:
    known = register("register.csv", rows({"file": "*", "audience": "staff", "title": "x"}), {"a.docx"})
    assert known.audience == ("staff",)
    assert known.warnings == ("register.csv row 2: * states the audience alone: empty title",)


def test_a_document_of_its_own_audience_keeps_it_whatever_the_register_has_for_every_file(folder: Path) -> None:
    (folder / "register.csv").write_text("file,audience\n*,staff\n", encoding="utf-8")
    (folder / "own.md").write_text("---\naudience: [党员]\n---\n正文\n", encoding="utf-8")
    found = {file.path: read.read(folder, file).facts.audience for file in read.look(folder).files}
    assert (found["own.md"], found["a.md"], found["b.md"]) == (("党员",), ("staff",), ("staff",))
