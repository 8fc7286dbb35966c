"""What was read from each clause can be seen, exported, corrected and taken back; a changed clause drops it aloud."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from bot.settings import Settings
from corpus.beside import FolderUnusable
from corpus.beside import corrections as kept_in
from corpus.document import document
from corpus.models import Act, Document, Facts, Line
from corpus.read import look
from corpus.rules.correction_rows import COLUMNS, corrections, guarded, lines, rows, unguarded
from corpus.rules.corrections import as_read, corrected, made
from index import load_documents
from scripts import reindex, rules
from scripts.reindexed import Report
from tests.fakes import HashingEncoder

HALL = """---
title: 报告厅管理办法
kind: rule
effective: 2024-01-01
---
# 报告厅管理办法

第一条 借用报告厅，由总务处审核，分管副校长批准。

第二条 下列用途由校长办公会议决定：

（一）校外单位借用；

（二）收费的活动。

第三条 报告厅每日由保卫处巡查。
"""
ACTOR, ACT, VERB, WORDS = (COLUMNS.index(name) + 1 for name in ("actor", "act", "verb", "words"))


class Office:
    """A folder of documents with its index, and the admin's Excel file."""

    def __init__(self, folder: Path) -> None:
        self.documents, self.data, self.sheet = folder / "documents", folder / "data", folder / "rules.xlsx"
        self.documents.mkdir()
        self.kept = self.documents / "rule-corrections.csv"
        self.write(HALL)

    def write(self, text: str) -> None:
        (self.documents / "hall.md").write_text(text, encoding="utf-8")

    def reindex(self) -> Report:
        settings = Settings.from_env({"GUIJU_DATA": str(self.data)})
        return reindex.reindex(self.documents, settings, quiet=True)

    def hall(self) -> Document:
        return load_documents(self.data)["hall.md"]

    def actors(self, key: str) -> list[str]:
        return [rule.actor for rule in self.hall().rules if rule.clause == f"hall#{key}"]

    def export(self, *options: str) -> None:
        self.sheet.unlink(missing_ok=True)
        assert rules.main(["--data", str(self.data), "--export", str(self.sheet), *options]) == 0

    def edit(self, change: Callable[[Worksheet], object]) -> None:
        book = load_workbook(self.sheet)
        change(book.worksheets[0])
        book.save(self.sheet)

    def take(self) -> int:
        return rules.main(["--data", str(self.data), "--take", str(self.sheet), "--documents", str(self.documents)])


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setattr("index.encoder.load_for_indexing", lambda *_: HashingEncoder())
    made = Office(tmp_path)
    made.reindex()
    return made


def put(column: int, was: str, now: str) -> Callable[[Worksheet], None]:
    """Put another text where a column says `was`."""

    def change(sheet: Worksheet) -> None:
        found = [row for row in range(2, sheet.max_row + 1) if sheet.cell(row, column).value == was]
        assert found
        for row in found:
            sheet.cell(row, column).value = now

    return change


def without(key: str) -> Callable[[Worksheet], None]:
    """Delete the rows of a clause."""

    def change(sheet: Worksheet) -> None:
        for row in range(sheet.max_row, 1, -1):
            if sheet.cell(row, 3).value == f"hall#{key}":
                sheet.delete_rows(row)

    return change


def read_document(text: str, path: str = "hall.md") -> Document:
    return document(path, "hall", Facts(title="办法"), "", [Line(text=line) for line in text.splitlines()])


def test_a_corrected_actor_is_named_by_the_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from bot import __main__ as bot

    office = Office(tmp_path)
    office.reindex()
    office.export()
    office.edit(put(ACTOR, "分管副校长", "教学副校长"))
    assert office.take() == 0
    assert office.reindex().changed == ("hall.md",)
    capsys.readouterr()
    assert bot.main(["ask", "--data", str(office.data), "--json", "借用报告厅由谁批准？"]) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert [one["who"] for one in answer["decision"]["decides"]] == ["教学副校长"]
    assert [one["who"] for one in answer["decision"]["reviews"]] == ["总务处"]
    cited = answer["citations"][answer["decision"]["decides"][0]["citation"] - 1]
    assert cited["quote"] == "第一条 借用报告厅，由总务处审核，分管副校长批准。"


def test_a_changed_clause_drops_its_correction_and_is_named(office: Office) -> None:
    office.export()
    office.edit(put(ACTOR, "分管副校长", "教学副校长"))
    office.take()
    office.write(HALL.replace("由总务处审核，", ""))
    due = "rule correction for hall.md 第一条 no longer fits: the clause has changed; look at it and take it again"
    assert office.reindex().warnings == (due,)
    assert office.actors("1") == ["分管副校长"]
    assert not any(rule.corrected for rule in office.hall().rules)
    assert office.reindex().warnings == (due,)  # until somebody looks at it


def test_a_change_elsewhere_leaves_a_correction_in_place(office: Office) -> None:
    office.export()
    office.edit(put(ACTOR, "分管副校长", "教学副校长"))
    office.take()
    office.write(HALL.replace("每日由保卫处", "每周由保卫处"))
    assert office.reindex().warnings == ()
    assert office.actors("1") == ["总务处", "教学副校长"]


def test_corrected_rules_are_marked_in_the_list(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    office.export()
    office.edit(put(ACTOR, "分管副校长", "教学副校长"))
    office.take()
    office.reindex()
    capsys.readouterr()
    assert rules.main(["--data", str(office.data), "--actor", "教学", "--json"]) == 0
    (clause,) = json.loads(capsys.readouterr().out)["clauses"]
    assert (clause["clause"], clause["corrected"]) == ("第一条", True)
    assert [told["actor"] for told in clause["rules"]] == ["教学副校长"]
    assert rules.main(["--data", str(office.data)]) == 0
    assert "hall.md 第一条  hall#1  [corrected]\n" in capsys.readouterr().out


def test_the_list_keeps_to_a_clause_and_an_act(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--data", str(office.data), "--document", "hall.md", "--clause", "第二条", "--act", "decides", "--json"]
    assert rules.main(options) == 0
    found = json.loads(capsys.readouterr().out)["clauses"]
    assert [one["clause"] for one in found] == ["第二条", "第二条（一）", "第二条（二）"]
    assert {told["actor"] for one in found for told in one["rules"]} == {"校长办公会议"}


def test_a_file_given_back_as_it_was_corrects_nothing(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    office.export("--silent")
    assert office.take() == 0
    assert "nothing differs" in capsys.readouterr().out
    assert not office.kept.exists()


def test_a_file_that_was_only_sorted_corrects_nothing(office: Office) -> None:
    def sort(sheet: Worksheet) -> None:
        held = sorted(sheet.iter_rows(min_row=2, values_only=True), key=lambda row: str(row[ACTOR - 1]))
        sheet.delete_rows(2, sheet.max_row)
        for row in held:
            sheet.append(row)

    office.export()
    office.edit(sort)
    assert office.take() == 0
    assert not office.kept.exists()


def test_a_clause_whose_rows_were_deleted_has_no_rule(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    office.export("--clause", "第一条")
    office.edit(without("1"))
    office.take()
    assert [row[2:5] for row in csv.reader(io.StringIO(office.kept.read_text("utf-8-sig")))][1:] == [
        ["hall#1", as_read(office.hall(), office.hall().clauses[1], ()).stamp, ""]
    ]
    office.reindex()
    assert office.actors("1") == []
    assert "校长办公会议" in office.actors("2")  # it wasn't exported, so it wasn't deleted
    capsys.readouterr()
    rules.main(["--data", str(office.data), "--silent"])
    assert "hall.md 第一条  hall#1  [corrected]\n    no rule\n" in capsys.readouterr().out


def test_a_rule_can_be_added_to_a_silent_clause(office: Office) -> None:
    office.write(HALL.replace("第三条 报告厅每日由保卫处巡查。", "第三条 报告厅的钥匙在总务处，外借须经其同意。"))
    office.reindex()
    office.export("--silent")
    before = [told for told in office.hall().rules if told.clause == "hall#3"]

    def add(sheet: Worksheet) -> None:
        row = next((n for n in range(2, sheet.max_row + 1) if sheet.cell(n, 3).value == "hall#3"), 0)
        for column, text in ((ACTOR, "总务处"), (ACT, "决定"), (VERB, "同意"), (WORDS, "")):
            sheet.cell(row, column).value = text

    office.edit(add)
    assert office.take() == 0
    office.reindex()
    (rule,) = [told for told in office.hall().rules if told.clause == "hall#3"]
    assert rule not in before
    assert (rule.actor, rule.act, rule.corrected) == ("总务处", Act.DECIDE, True)
    assert office.hall().text[rule.start : rule.end] == "第三条 报告厅的钥匙在总务处，外借须经其同意。"


def test_what_reads_rightly_again_is_no_longer_corrected(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    office.export()
    office.edit(put(ACTOR, "分管副校长", "教学副校长"))
    office.take()
    office.reindex()
    office.export()
    office.edit(put(ACTOR, "教学副校长", "分管副校长"))
    capsys.readouterr()
    office.take()
    assert "no longer corrected: hall.md 第一条, which was: 总务处 reviews 审核; 教学副校长" in capsys.readouterr().out
    office.reindex()
    assert office.actors("1") == ["总务处", "分管副校长"]


def test_corrections_of_other_clauses_are_kept(office: Office) -> None:
    for clause, was, now in (("第一条", "分管副校长", "教学副校长"), ("第三条", "保卫处", "值班室")):
        office.export("--clause", clause)
        office.edit(put(ACTOR, was, now))
        office.take()
    office.reindex()
    assert (office.actors("1"), office.actors("3")) == (["总务处", "教学副校长"], ["值班室"])


def test_nothing_is_taken_when_a_row_is_wrong_and_each_is_named(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    def spoil(sheet: Worksheet) -> None:
        put(ACTOR, "分管副校长", "教学副校长")(sheet)
        for column, text in ((ACT, "approves"), (3, "hall#99"), (4, "000000000000"), (ACTOR, None)):
            row = [sheet.cell(2, number).value for number in range(1, len(COLUMNS) + 1)]
            row[column - 1] = text
            sheet.append(row)

    office.export("--clause", "第一条")
    office.edit(spoil)
    assert office.take() == 1
    said = capsys.readouterr().err.splitlines()[1:]
    today = as_read(office.hall(), office.hall().clauses[1], ()).stamp
    assert [line.partition(": ")[2] for line in said] == [
        'rules.xlsx row 4: unknown act "approves": use proposes, reviews, decides, carries_out, supervises',
        "rules.xlsx row 5: no clause has the link hall#99: scripts.rules --silent lists them",
        f"rules.xlsx row 6: hall#1 has the hash 000000000000, today {today}: export the clause again",
        "rules.xlsx row 7: no actor: say who acts, or delete the row",
        "nothing was taken: correct this and take it again",
    ]
    assert not office.kept.exists()


def test_words_that_are_not_in_the_clause_are_refused(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    office.export("--clause", "第三条")
    office.edit(put(WORDS, "第三条 报告厅每日由保卫处巡查。", "报告厅由值班室巡查。"))
    assert office.take() == 1
    assert "“报告厅由值班室巡查。” stands neither in the clause" in capsys.readouterr().err


def test_an_item_keeps_the_words_of_its_lead_in_and_loses_the_correction_with_them(office: Office) -> None:
    office.export("--clause", "第二条（一）")
    office.edit(put(ACTOR, "校长办公会议", "校长"))
    office.take()
    office.reindex()
    (rule,) = [rule for rule in office.hall().rules if rule.clause == "hall#2.1"]
    assert (rule.actor, office.hall().text[rule.start : rule.end]) == ("校长", "第二条 下列用途由校长办公会议决定：")
    office.write(HALL.replace("校长办公会议决定：", "党组织会议决定："))
    assert "第二条（一） no longer fits: “第二条 下列用途由校长办公会议决定：”" in office.reindex().warnings[0]
    assert office.actors("2.1") == ["党组织会议"]


def test_a_clause_or_a_document_that_is_gone_is_named(office: Office) -> None:
    office.export()
    office.edit(put(ACTOR, "保卫处", "值班室"))
    office.take()
    office.write(HALL.partition("第三条")[0])
    assert office.reindex().warnings == (
        "rule correction for hall.md 第三条 no longer fits: the clause is gone; delete its rows",
    )
    (office.documents / "hall.md").rename(office.documents / "room.md")
    assert "hall.md 第三条 no longer fits: the document is not in the index" in office.reindex().warnings[0]


def test_corrections_are_no_document_and_say_what_is_wrong_with_them(office: Office) -> None:
    office.export()
    office.edit(put(ACTOR, "分管副校长", "教学副校长"))
    office.take()
    assert [file.path for file in look(office.documents).files] == ["hall.md"]
    text = office.kept.read_text("utf-8-sig")
    office.kept.write_text(text.replace(",decides,", ",批了,"), encoding="gb18030")  # as a Chinese Excel saves it
    assert 'rule-corrections.csv row 3: unknown act "批了"' in office.reindex().warnings[0]
    assert office.actors("1") == ["总务处", "分管副校长"]
    office.kept.write_text("link,actor\n", encoding="utf-8")
    with pytest.raises(FolderUnusable, match="rule-corrections.csv has no column document, clause, hash"):
        office.reindex()


def test_many_chinese_commas_do_not_part_the_columns(office: Office) -> None:
    office.write(HALL.replace("第三条 ", f"第三条 {'遇有晚间活动，' * 40}"))
    office.reindex()
    office.export("--clause", "第三条")
    office.edit(put(ACTOR, "保卫处", "值班室"))
    assert office.take() == 0
    assert [one.rules[0].actor for one in kept_in(office.documents).found] == ["值班室"]
    office.reindex()
    assert office.actors("3") == ["值班室"]


def test_an_export_is_never_overwritten_and_holds_no_formula(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    office.write(HALL.replace("第三条 报告厅每日", "=1+1 报告厅每日"))
    office.reindex()
    office.export("--silent")
    book = load_workbook(office.sheet)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert any(str(cell.value).startswith("=1+1") for cell in cells)
    assert rules.main(["--data", str(office.data), "--export", str(office.sheet)]) == 1
    assert "is there already and is never overwritten" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["=1+1", "+86", "-校长", "@here", "＝1", "'tis", "'=1", "校长", ""])
def test_no_cell_of_the_csv_opens_as_a_formula_and_all_come_back(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "＝"))
    assert unguarded(guarded(text)) == text


def test_before_anything_is_indexed_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rules.main(["--data", str(tmp_path)]) == 1
    assert "holds no documents yet: run" in capsys.readouterr().err


def test_rows_say_again_what_was_read() -> None:
    hall = read_document(HALL.split("---\n")[2])
    for clause in hall.clauses:
        read = as_read(hall, clause, hall.rules)
        (again,) = corrections(lines("x", [list(COLUMNS), *rows(read)]))
        assert again == read
        own = [rule for rule in hall.rules if rule.clause == read.link]
        assert [rule.model_copy(update={"corrected": False}) for rule in made(hall, again)] == own


def test_a_column_may_have_its_chinese_name() -> None:
    names = ["文件", "条款", "链接", "指纹", "主体", "行为", "动词", "事项", "条件", "原文"]
    (line,) = lines("x", [names, ["hall.md", "第一条", "hall#1", "ab", "校长", "批准", "批准", "", "", ""]])
    assert line.said is not None
    assert (line.said.act, line.fault) == (Act.DECIDE, "")


def test_correcting_twice_is_correcting_once() -> None:
    hall = read_document(HALL.split("---\n")[2])
    read = as_read(hall, hall.clauses[1], hall.rules)
    told = tuple(one.model_copy(update={"actor": "校长"}) for one in read.rules)
    once, _ = corrected(hall, [read.model_copy(update={"rules": told})])
    twice, unfit = corrected(once, [read.model_copy(update={"rules": told})])
    assert (twice, unfit) == (once, [])
    assert [rule.clause for rule in once.rules] == [rule.clause for rule in hall.rules]
