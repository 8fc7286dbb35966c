"""Tables whose cells hold codes, and the legend that says what they stand for."""

import pytest

from corpus.document import document
from corpus.models import Act, Document, Facts, Line, Role

P, R, D, C, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT, Act.SUPERVISE


def table(header: str, *rows: str) -> list[Line]:
    first = Line(text=header, role=Role.HEADER, cells=tuple(header.split(" | ")))
    return [first, *(Line(text=row, role=Role.ROW, cells=tuple(row.split(" | "))) for row in rows)]


def reading(*lines: Line) -> Document:
    return document("powers.md", "powers", Facts(title="Powers"), "0" * 64, list(lines))


def told(made: Document) -> list[tuple[str, Act, str]]:
    return [(rule.actor, rule.act, rule.matter) for rule in made.rules]


MATRIX = table(
    "No. | Subject | Court | Warden | Fellows", "A1 | Sale of the cellar | X | P, T | V", "A2 | Menus | – | X | –"
)


def test_a_letter_stands_for_what_the_table_of_letters_says() -> None:
    letters = table(
        "Letter | Meaning", "X | decides", "P | makes the proposal", "V | gives its views", "T | puts it into effect"
    )
    assert told(reading(*letters, Line(text="Powers"), *MATRIX)) == [
        ("Court", D, "Sale of the cellar"),
        ("Warden", P, "Sale of the cellar"),
        ("Warden", C, "Sale of the cellar"),
        ("Fellows", R, "Sale of the cellar"),
        ("Warden", D, "Menus"),
    ]


def test_a_letter_stands_for_what_a_sentence_above_the_table_says() -> None:
    key = Line(text="Key: X = final approval; P = proposes; V = must be consulted; T = implements.")
    assert told(reading(key, *MATRIX))[:2] == [("Court", D, "Sale of the cellar"), ("Warden", P, "Sale of the cellar")]


def test_signs_stand_for_acts_in_a_chinese_table_too() -> None:
    key = Line(text="说明：●表示审批，○表示审核，△表示备案。")
    rows = table("序号 | 事项 | 馆长 | 总务组 | 上级单位", "1 | 更换展柜 | ● | ○ | △")
    assert told(reading(key, *rows)) == [
        ("馆长", D, "更换展柜"),
        ("总务组", R, "更换展柜"),
        ("上级单位", S, "更换展柜"),
    ]


@pytest.mark.parametrize("key", ["说明：● 审批；○ 审核；△ 备案；— 不参与。", "“●”＝审批，“○”＝审核，“△”＝备案。"])
def test_a_list_of_signs_needs_no_word_for_standing_for(key: str) -> None:
    rows = table("序号 | 事项 | 馆长 | 总务组 | 上级单位", "1 | 更换展柜 | ● | ○ | △")
    assert told(reading(Line(text=key), *rows)) == [
        ("馆长", D, "更换展柜"),
        ("总务组", R, "更换展柜"),
        ("上级单位", S, "更换展柜"),
    ]


def test_characters_stand_for_what_a_wide_equals_sign_says() -> None:
    key = Line(text="说明：“提”＝提出，“核”＝审核或提意见，“定”＝批准。")
    rows = table("事项 | 船队 | 调度室 | 站长", "加开渡船 | 提 | 核 | 定")
    assert told(reading(key, *rows)) == [("船队", P, "加开渡船"), ("调度室", R, "加开渡船"), ("站长", D, "加开渡船")]


@pytest.mark.parametrize("key", ["表中符号：提＝提出；核＝审核；定=批准。空格表示不参与。", "本表自下月起用。"])
def test_bare_characters_are_explained_or_mean_what_they_do_by_custom(key: str) -> None:
    rows = table("事项 | 船队 | 调度室 | 站长", "加开渡船 | 提 | 核 | 定，并报市局", "停航 |  | 提 | 定")
    assert told(reading(Line(text=key), *rows)) == [
        ("船队", P, "加开渡船"),
        ("调度室", R, "加开渡船"),
        ("站长", D, "加开渡船"),
        ("调度室", P, "停航"),
        ("站长", D, "停航"),
    ]


def test_a_code_of_a_row_is_not_what_the_row_is_about() -> None:
    key = Line(text="说明：● 审批；○ 审核。")
    rows = table("编号 | 事项 | 馆长 | 总务组", "A-10 | 换展柜 | ● | ○")
    assert told(reading(key, *rows)) == [("馆长", D, "换展柜"), ("总务组", R, "换展柜")]


def test_the_accountable_one_decides_where_another_is_responsible() -> None:
    key = Line(text="R: Responsible; A: Accountable; C: Consulted; I: Informed")
    rows = table("Task | Bursar | Dean | Porter | Chaplain", "Repainting the hall | A | C | R | I")
    assert [(rule.actor, rule.act) for rule in reading(key, *rows).rules] == [
        ("Bursar", D),
        ("Dean", R),
        ("Porter", C),
        ("Chaplain", S),
    ]


def test_letters_that_nothing_explains_say_nothing() -> None:
    assert told(reading(*MATRIX)) == []


def test_a_row_with_names_in_it_is_read_by_its_headers() -> None:
    key = Line(text="X = decides; P = proposes.")
    rows = table("Subject | Proposes | Decides", "Opening hours | Porter | Warden")
    assert told(reading(key, *rows)) == [("Porter", P, "Opening hours"), ("Warden", D, "Opening hours")]


@pytest.mark.parametrize("words", ["Option A: approve it", "See part B - decision"])
def test_one_letter_by_itself_is_no_legend(words: str) -> None:
    assert told(reading(Line(text=words), *table("Subject | Court | Warden", "Menus | A | B"))) == []


def test_a_cell_may_name_a_body_before_its_code() -> None:
    said = Line(text="说明：“提”为提出，“审”为审核，“批”为批准。")
    rows = table("事项 | 经办 | 分管馆长 | 馆长", "布展 | 典藏科提 | 审 | 批")
    assert told(reading(said, *rows)) == [("典藏科", P, "布展"), ("分管馆长", R, "布展"), ("馆长", D, "布展")]
