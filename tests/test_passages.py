"""What is embedded: short enough to be read whole, with the words that govern it."""

import pytest

from corpus.document import identities
from corpus.models import Line, Passage, Role
from corpus.outline.growing import split
from corpus.passages import PIECE, PIECE_ENGLISH, WHOLE, passages, sentences


def row(*cells: str, head: bool = False) -> Line:
    return Line(text=" | ".join(cells), role=Role.HEADER if head else Role.ROW, cells=cells)


def made(*lines: Line | str, title: str = "议事规则") -> list[Passage]:
    text, clauses = split([Line(text=line) if isinstance(line, str) else line for line in lines])
    found = list(passages("rules.md", "rules", title, text, clauses))
    assert all(text[p.start : p.end] == p.text for p in found)
    return found


def called(label: str, found: list[Passage]) -> Passage:
    return next(p for p in found if p.label == label)


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("校长决定预算。" * 400, PIECE),
        ("校长决定预算，报党组织会议备案，" * 200, PIECE),
        ("校长决定预算" * 300, PIECE),
        ("The Head decides. " * 400, PIECE_ENGLISH),
        ("the Head decides and " * 400, PIECE_ENGLISH),
        ("x" * 9000, PIECE_ENGLISH),
    ],
)
def test_no_passage_is_longer_than_an_encoder_reads(words: str, limit: int) -> None:
    found = made(f"第一条 {words}" if "校" in words else f"Section 1 {words}")
    assert len(found) > 1
    assert max(len(p.text) for p in found) <= limit
    assert "".join("".join(p.text for p in found).split()).endswith("".join(words.split()))


def test_a_long_lead_in_leaves_room_for_the_item() -> None:
    long = "校长办公会议按照有关规定研究学校工作，" * 40 + "下列事项由校长办公会议决定："
    found = made(f"第六条 {long}", "（一）预算；", "（二）决算。")
    item = called("第六条（一）", found)
    assert item.lead.endswith("下列事项由校长办公会议决定：")
    assert len(item.embedded) <= WHOLE


def test_a_lead_in_goes_with_its_items() -> None:
    found = made("第六条 下列事项由校长决定：", "（一）支出：", "1.维修；", "2.采购。", "（二）收入。")
    assert called("第六条（一）2", found).lead == "第六条 下列事项由校长决定：\n（一）支出："
    assert called("第六条", found).text.endswith("（二）收入。")


def test_an_unnumbered_lead_in_goes_with_its_items_too() -> None:
    head = Line(text="报销", role=Role.HEADING, level=2)
    assert called("2", made(head, "下列票据由财务室审核：", "1.发票；", "2.清单。")).lead == "下列票据由财务室审核："


def test_a_table_row_carries_the_names_of_its_columns() -> None:
    found = made("第五条 权限见下表：", row("金额", "决定", head=True), row("一万元", "校长"))
    assert called("第五条 row 1", found).text == "一万元 | 校长"
    assert called("第五条 row 1", found).lead == "第五条 权限见下表：\n金额 | 决定"


def test_a_breadcrumb_goes_from_title_over_chapter_to_clause() -> None:
    top = Line(text="议事规则", role=Role.HEADING, level=1)
    found = made(top, "第二章 议题", "第一节 提出", "第六条 下列：", "（一）预算；", "（二）决算。")
    assert called("第六条（二）", found).breadcrumb == "议事规则 > 第二章 议题 > 第一节 提出 > 第六条 > （二）"


def test_a_heading_alone_and_the_title_are_no_passages() -> None:
    found = made(Line(text="议事规则", role=Role.HEADING, level=1), "第一章 总则", "第一条 甲。")
    assert [p.text for p in found] == ["第一条 甲。"]


def test_a_number_alone_is_no_passage_and_no_lead_in() -> None:
    found = made("7. (1) The Steward lets the hall. " + "It is let by the hour. " * 80, "(2) The Bursar sets the rent.")
    assert {p.label for p in found} == {"7(1)", "7(2)"}
    assert called("7(2)", found).lead == ""


def test_the_closing_paragraph_after_the_last_item_is_a_passage_of_its_own() -> None:
    found = made("六、附则", "（一）门票由票务组印制。", "（二）废票由财务组销毁。", "本办法由票务组负责解释。")
    assert [p.label for p in found if p.text == "本办法由票务组负责解释。"] == ["六、"]


def test_a_long_clause_is_cut_between_its_paragraphs() -> None:
    rent = "租金由会计按月收取并且登记入账。" * 12
    found = made("六、附则", rent, "钥匙由门卫保管。", rent, "本办法由票务组负责解释。")
    assert [p.text for p in found] == [f"六、附则\n{rent}\n钥匙由门卫保管。", f"{rent}\n本办法由票务组负责解释。"]


def test_a_lead_in_goes_with_each_bullet_under_it() -> None:
    found = made("2. 下列情形由馆长批准：", "外单位借用；", "周末使用。")
    assert [(p.label, p.text) for p in found] == [("2", "2. 下列情形由馆长批准：\n外单位借用；\n周末使用。")]


def test_the_pieces_of_a_long_clause_have_links_of_their_own() -> None:
    found = made("第一条 " + "校长决定预算。" * 100)
    assert [p.id for p in found] == ["rules#1", "rules#1@2", "rules#1@3", "rules#1@4"]
    assert min(len(p.text) for p in found) * 2 > max(len(p.text) for p in found)


def test_a_heading_and_a_last_short_sentence_are_no_pieces_of_their_own() -> None:
    body = "校长决定预算，报党组织会议备案并公示。" * 19
    found = made("第一条 总则", body, "另行通知。")
    assert len(found) > 1
    assert min(len(p.text) for p in found) > 100


def test_sentences_are_spans_without_the_space_around_them() -> None:
    text = "校长决定。 书记决定；\n报备。”其他"
    assert [text[start:end] for start, end in sentences(text)] == ["校长决定。", "书记决定；", "报备。”", "其他"]
    text = "The Head decides. The Board may, too.\nEnd"
    assert [text[start:end] for start, end in sentences(text)] == ["The Head decides.", "The Board may, too.", "End"]


def test_every_document_has_an_id_of_its_own() -> None:
    paths = ["a.md", "a.txt", "a.txt.md", "a b.md", "a-b.md", "a-b.txt", "学校/规则.docx"]
    ids = identities(paths)
    assert len(set(ids.values())) == len(paths)
    assert (ids["a.md"], ids["学校/规则.docx"]) == ("a", "学校/规则")


def test_an_id_does_not_depend_on_the_order_of_files() -> None:
    paths = ["b.txt", "b.md", "a.txt"]
    assert identities(paths) == identities(paths[::-1])
