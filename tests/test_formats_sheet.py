"""Excel: each row under its header, values as a person sees them."""

import io
from datetime import date, time, timedelta

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from corpus import formats
from corpus.formats.sheet import shown
from corpus.models import Role
from tests.making import xlsx


def test_a_title_row_is_a_heading_and_merges_are_filled() -> None:
    rows = [
        ["事项清单", None, None],
        ["事项", "程序", None],
        [None, "提出", "决定"],
        ["预算", "办公会", "党委"],
    ]
    lines = formats.read("a.xlsx", xlsx(("清单", rows), merged=("A1:C1", "A2:A3", "B2:C2"))).lines
    assert [(line.role, line.text) for line in lines] == [
        (Role.HEADING, "事项清单"),
        (Role.HEADER, "事项 | 程序 提出 | 程序 决定"),
        (Role.ROW, "预算 | 办公会 | 党委"),
    ]


def test_a_remark_below_the_rows_is_no_row() -> None:
    rows = [["事项", "决定"], ["预算", "理事会"], ["预备费", None], ["注：急件可以先办。", None]]
    lines = formats.read("a.xlsx", xlsx(("清单", rows))).lines
    assert [(line.role, line.text) for line in lines[2:]] == [
        (Role.ROW, "预备费 | "),
        (Role.TEXT, "注：急件可以先办。"),
    ]
    wide = formats.read("a.xlsx", xlsx(("List", [["a", "b"], ["c", "d"], ["As of May", None]]), merged=("A3:B3",)))
    assert (wide.lines[-1].role, wide.lines[-1].text) == (Role.TEXT, "As of May")


def test_what_is_hidden_is_left_out_and_said() -> None:
    rows = [["事项", "档", "决定"], ["旧", 1, "甲"], ["新", 2, "乙"]]
    book = load_workbook(io.BytesIO(xlsx(("清单", rows), ("旧表", [["丙"]]))))
    book["清单"].row_dimensions[2].hidden = True
    book["清单"].column_dimensions["B"].hidden = True
    book["旧表"].sheet_state = "hidden"
    held = io.BytesIO()
    book.save(held)
    content = formats.read("a.xlsx", held.getvalue())
    assert [line.text for line in content.lines] == ["事项 | 决定", "新 | 乙"]
    assert content.unseen == ("sheet 旧表: hidden", "sheet 清单: row 2: hidden", "sheet 清单: column B: hidden")


def test_what_a_filter_leaves_out_for_a_while_is_read() -> None:
    book = load_workbook(io.BytesIO(xlsx(("清单", [["事项", "决定"], ["旧", "甲"], ["新", "乙"]]))))
    sheet = book["清单"]
    sheet.auto_filter.ref = "A1:B3"
    sheet.auto_filter.add_filter_column(0, ["新"])
    sheet.row_dimensions[2].hidden = True
    held = io.BytesIO()
    book.save(held)
    content = formats.read("a.xlsx", held.getvalue())
    assert [line.text for line in content.lines] == ["事项 | 决定", "旧 | 甲", "新 | 乙"]
    assert not content.unseen


def test_a_cell_over_the_whole_row_fills_no_column() -> None:
    rows = [["事项", "审核", "决定"], ["一、人事", None, None], ["招聘", "人事部", "主任"]]
    lines = formats.read("a.xlsx", xlsx(("清单", rows), merged=("A2:C2",))).lines
    assert [line.text for line in lines[1:]] == ["一、人事 |  | ", "招聘 | 人事部 | 主任"]


def test_a_cell_that_is_struck_through_is_left_out_and_said() -> None:
    book = load_workbook(io.BytesIO(xlsx(("清单", [["事项", "决定"], ["旧", "甲"], ["新", "乙"]]))))
    for place in ("A2", "B2"):
        book["清单"][place].font = Font(strike=True)
    held = io.BytesIO()
    book.save(held)
    content = formats.read("a.xlsx", held.getvalue())
    assert [line.text for line in content.lines] == ["事项 | 决定", "新 | 乙"]
    assert content.unseen == ("sheet 清单: cell A2, B2: struck through",)


def test_each_of_several_sheets_stands_under_its_name() -> None:
    book = xlsx(("甲", [["a", "b"], [1, 2.5]]), ("乙", [["c", "d"], [date(2024, 9, 1), 80000.0]]))
    assert [line.text for line in formats.read("a.xlsx", book).lines] == [
        "甲", "a | b", "1 | 2.5", "乙", "c | d", "2024-09-01 | 80000",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "style", "seen"),
    [
        (80000.0, "General", "80000"),
        (80000, "#,##0", "80,000"),
        (12.5, "0.00", "12.50"),
        (0.05, "0%", "5%"),
        (0.075, "0.##%", "7.5%"),
        (0.08, "#.##%", "8%"),
        (1250.5, "#,##0.##", "1,250.5"),
        (5000, '"¥"#,##0.00', "¥5,000.00"),
        (3, '0"天"', "3天"),
        (True, "General", "TRUE"),
        (time(9, 30), "h:mm", "09:30"),
        (timedelta(hours=2), "[h]:mm", "2:00:00"),
        ("校长\n审批", "General", "校长审批"),
    ],
)
def test_values_are_printed_as_the_sheet_shows_them(value: object, style: str, seen: str) -> None:
    assert shown(value, style) == seen


def test_a_far_away_cell_and_a_huge_merge_do_not_fill_the_memory() -> None:
    book = Workbook()
    book.worksheets[0]["XFD1048576"] = "x"
    book.worksheets[0]["A1"] = "y"
    held = io.BytesIO()
    book.save(held)
    with pytest.raises(formats.Unreadable, match="cells"):
        formats.read("a.xlsx", held.getvalue())
