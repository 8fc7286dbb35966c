"""A folder becomes files with facts; what cannot be read is named with its reason."""

import hashlib
import os
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from corpus import beside, read
from corpus.formats import Unreadable, titles
from corpus.models import Kind
from tests.making import docx, p, xlsx


def put(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / name.replace("__", ".").replace("_in_", "/")).write_text(text)


def left(folder: Path) -> dict[str, str]:
    return {item.path: item.reason for item in read.look(folder).left_out}


def one(folder: Path, path: str) -> read.Read:
    return read.read(folder, next(file for file in read.look(folder).files if file.path == path))


def test_files_come_in_order_with_their_hashes(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    put(tmp_path, b__txt="乙", a__md="甲", sub_in_c__txt="丙")
    files = read.look(tmp_path).files
    assert [file.path for file in files] == ["a.md", "b.txt", "sub/c.txt"]
    assert files[0].sha256 == hashlib.sha256("甲".encode()).hexdigest()
    assert files[0].size == 3


def test_hidden_and_lock_files_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, a__md="甲")
    for name in (".hidden.md", "~$a.docx", ".git"):
        (tmp_path / name).write_text("x")
    assert [file.path for file in read.look(tmp_path).files] == ["a.md"]
    assert left(tmp_path) == {}


def test_links_stay_in_the_folder(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "documents"
    outside.mkdir()
    folder.mkdir()
    put(outside, secret__md="密")
    put(folder, a__md="甲")
    (folder / "b.md").symlink_to("a.md")
    (folder / "out.md").symlink_to(outside / "secret.md")
    (folder / "out").symlink_to(outside)
    (folder / "none.md").symlink_to("nowhere.md")
    (folder / "round").symlink_to(folder)
    (folder / "self.md").symlink_to("self.md")
    assert [file.path for file in read.look(folder).files] == ["a.md", "b.md"]
    reason = "a link that leads out of the folder: copy the file itself"
    nowhere = "a link that leads nowhere"
    assert left(folder) == {"out.md": reason, "out": reason, "none.md": nowhere, "self.md": nowhere}


def test_what_is_no_document_is_named(tmp_path: Path) -> None:
    put(tmp_path, photo__png="x", README="x", empty__txt="")
    os.mkfifo(tmp_path / "pipe.txt")
    reasons = left(tmp_path)
    assert reasons["photo.png"].startswith("unknown type .png: known are .md")
    assert reasons["README"].startswith("no type in its name: known are .md")
    assert reasons["empty.txt"] == "empty file"
    assert reasons["pipe.txt"] == "no file but a pipe, a socket or a device"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_read_permission_is_named(tmp_path: Path) -> None:
    put(tmp_path, a__md="甲")
    (tmp_path / "a.md").chmod(0)
    assert left(tmp_path) == {"a.md": "cannot be opened: no read permission"}


def test_a_name_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    os.close(os.open(os.fsencode(tmp_path) + b"/\xb9\xe6.md", os.O_CREAT))
    assert list(left(tmp_path).values()) == ["its name is not UTF-8: rename it"]


def test_a_name_in_decomposed_characters_is_found_again(tmp_path: Path) -> None:
    name = "Résumé.md"
    (tmp_path / unicodedata.normalize("NFD", name)).write_text("正文")
    assert one(tmp_path, unicodedata.normalize("NFC", name)).lines[0].text == "正文"


@pytest.mark.parametrize("name", ["none", "file"])
def test_a_folder_that_is_none_is_one_known_error(tmp_path: Path, name: str) -> None:
    put(tmp_path, file="x")
    with pytest.raises(beside.FolderUnusable, match=f"{name} (does not exist|is no folder)"):
        read.look(tmp_path / name)


def test_the_register_gives_a_file_its_facts(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx(p("正文")))
    rows = [["文件", "标题", "类别", "生效日期"], ["a.docx", "采购办法", "参考", date(2024, 9, 1)]]
    (tmp_path / "register.xlsx").write_bytes(xlsx(("register", rows)))
    known = one(tmp_path, "a.docx").facts
    assert (known.title, known.kind, known.effective) == ("采购办法", Kind.REFERENCE, date(2024, 9, 1))
    assert [file.path for file in read.look(tmp_path).files] == ["a.docx"]


def test_a_file_with_a_wrong_row_is_left_out(tmp_path: Path) -> None:
    put(tmp_path, a__txt="正文", b__txt="正文", register__csv="file,repealed\na.txt,2024-13-01\nb.txt,\n")
    assert [file.path for file in read.look(tmp_path).files] == ["b.txt"]
    assert left(tmp_path) == {
        "a.txt": 'register.csv row 2: repealed "2024-13-01" is not a date: write it as YYYY-MM-DD'
    }


def test_two_registers_or_a_damaged_one_stop_everything(tmp_path: Path) -> None:
    put(tmp_path, a__txt="正文", register__xlsx="x")
    with pytest.raises(beside.FolderUnusable, match=r"register.xlsx cannot be read"):
        read.look(tmp_path)
    put(tmp_path, register__csv="file\n")
    with pytest.raises(beside.FolderUnusable, match=r"register.xlsx and register.csv both stand"):
        read.look(tmp_path)


def test_wrong_front_matter_leaves_the_file_out(tmp_path: Path) -> None:
    put(tmp_path, a__md="---\nefective: 2024-01-01\n---\n正文\n")
    with pytest.raises(Unreadable, match='front matter: unknown key "efective"'):
        one(tmp_path, "a.md")


def test_front_matter_of_which_a_part_is_not_ours_is_read_and_the_rest_named(tmp_path: Path) -> None:
    put(tmp_path, a__md="---\n文号: 云发〔2024〕3号\neffective: 2024-01-01\n---\n正文\n")
    found = one(tmp_path, "a.md")
    assert found.facts.effective == date(2024, 1, 1)
    assert [line.partition(":")[0] for line in found.unseen] == ['front matter "文号"']


def test_front_matter_and_register_may_not_contradict(tmp_path: Path) -> None:
    put(tmp_path, a__md="---\nkind: draft\n---\n正文\n", register__csv="file,kind,owner\na.md,rule,总务处\n")
    with pytest.raises(Unreadable, match="say two things of kind"):
        one(tmp_path, "a.md")
    put(tmp_path, register__csv="file,owner\na.md,总务处\n")
    assert (one(tmp_path, "a.md").facts.kind, one(tmp_path, "a.md").facts.owner) == (Kind.DRAFT, "总务处")


def test_a_title_comes_from_the_best_place_that_has_one(tmp_path: Path) -> None:
    put(tmp_path, a__md="---\ntitle: 甲\n---\n# 乙\n", b__md="# 乙\n正文", c__txt="丙办法\n第一条 x。")
    (tmp_path / "请假规定_20240901_v2.txt").write_text("第一条 x。")
    (tmp_path / "事项清单2024.xlsx").write_bytes(xlsx(("Sheet1", [["a", "b"], [1, 2]]), ("Sheet2", [["c"], [1]])))
    titles_read = {file.path: read.read(tmp_path, file).facts.title for file in read.look(tmp_path).files}
    assert titles_read == {
        "a.md": "甲",
        "b.md": "乙",
        "c.txt": "丙办法",
        "请假规定_20240901_v2.txt": "请假规定",
        "事项清单2024.xlsx": "事项清单",
    }


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        (
            "a.md",
            "# HOLT RIVER WATER AUTHORITY\n## Rules of the Works Committee\n\n### Rule 1 Quorum\nx.",
            "Rules of the Works Committee",
        ),
        ("b.md", "# Holt River\n## Standing Orders\n\n### 1 Quorum\nx.", "Standing Orders"),
        ("c.md", "# Boats and nets\n## General rules\nx.\n## Sums\ny.", "Boats and nets"),
        ("d.md", "# Travel Policy\n## Travel Rules\n\n### 1 Rail\nx.", "Travel Policy"),
        (
            "e.txt",
            "HOLT RIVER WATER AUTHORITY\nREGULATION 31 - VISITORS, CONTRACTORS AND THE USE OF THE PIER\n\nx",
            "REGULATION 31 - VISITORS, CONTRACTORS AND THE USE OF THE PIER",
        ),
        ("f.txt", "INSTITUTE FOR TIDES AND SANDS\nOFFICE OF THE BURSAR\nCIRCULAR 12/2025\n\nx", "CIRCULAR 12/2025"),
        ("g.txt", "Boats and nets\nGeneral rules\n\nx", "Boats and nets"),
        ("h.md", "# 平湖市图书馆\n## 借阅规则\n\n### 第一章\n第一条 x。", "借阅规则"),
    ],
)
def test_the_name_of_the_body_is_not_the_title_of_each_of_its_documents(
    tmp_path: Path, name: str, text: str, title: str
) -> None:
    (tmp_path / name).write_text(text)
    assert one(tmp_path, name).facts.title == title


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("采购办法（2024年修订）.docx", "采购办法"),
        ("x/差旅费管理办法2023版.pdf", "差旅费管理办法"),
        ("Leave policy v2.1 (final).docx", "Leave policy"),
        ("2024.txt", "2024"),
        ("第三版.txt", "第三版"),
    ],
)
def test_a_file_name_loses_its_dates_and_versions(name: str, title: str) -> None:
    assert titles.stem(name) == title


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.md", "# 林地流转办法（征求意见稿）\n\n第一条 由局长批准。", Kind.DRAFT),
        ("a.md", "# 林地流转办法\n\n（送审稿）\n\n第一条 由局长批准。", Kind.DRAFT),
        ("a.md", "# 林地流转办法（修订草案）\n\n第一条 由局长批准。", Kind.DRAFT),
        ("流转办法-征求意见稿.txt", "林地流转办法\n第一条 由局长批准。", Kind.DRAFT),
        ("a.md", "# Pets Policy (draft for consultation)\n\n1. The Clerk approves pets.", Kind.DRAFT),
        ("a.md", "# Draft Pets Policy\n\n1. The Clerk approves pets.", Kind.DRAFT),
        ("a.md", "# 职工常见问题\n\n## 谁批假？\n\n局长。", Kind.REFERENCE),
        ("a.md", "# Leave FAQ\n\n## Who approves?\n\nThe Head.", Kind.REFERENCE),
        ("a.md", "---\nkind: rule\n---\n# 林地流转办法（草案）\n\n第一条 由局长批准。", Kind.RULE),
        ("a.md", "# 草案审议程序规定\n\n第一条 预算草案由局长批准。", Kind.RULE),
        ("a.md", "# 年度预算草案编制办法\n\n第一条 由局长批准。", Kind.RULE),
        ("a.md", "# Draft Minutes Procedure\n\n1. The Clerk circulates them.", Kind.RULE),
    ],
)
def test_a_title_shows_a_draft_where_nobody_says_its_kind(tmp_path: Path, name: str, text: str, kind: Kind) -> None:
    (tmp_path / name).write_text(text)
    assert one(tmp_path, name).facts.kind is kind


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("HILL END TRUST\nPURCHASING REGULATIONS\n\n1. The Clerk buys.", "PURCHASING REGULATIONS"),
        ("青山县林业局文件\n林木采伐管理办法\n第一条 由局长批准。", "林木采伐管理办法"),
        ("School Uniform\nRules\n\n1. The Head decides.", "School Uniform"),
        ("青山县林业局章程\n总则规定\n第一条 由局长批准。", "青山县林业局章程"),
    ],
)
def test_a_body_over_the_title_is_not_the_title(tmp_path: Path, text: str, title: str) -> None:
    put(tmp_path, a__txt=text)
    assert one(tmp_path, "a.txt").facts.title == title
