"""Chinese tables whose heads are one character, whose legend is of characters, and whose cells name cases."""

import pytest

from corpus.document import document
from corpus.models import Facts, Line, Role


def rules(head: str, *rows: str, said: str = "馆内各项按下表办理。") -> list[tuple[str, str, str]]:
    """Return the actor, the act and the condition of each rule of a table."""
    lines = [Line(text=said)]
    for role, words in [(Role.HEADER, head), *((Role.ROW, row) for row in rows)]:
        lines.append(Line(text=words, role=role, cells=tuple(words.split("|"))))
    made = document("gallery.md", "gallery", Facts(title="馆规"), "0" * 64, lines)
    return [(rule.actor, rule.act.value, rule.condition) for rule in made.rules]


def test_heads_of_one_character_say_who_weighs_and_who_decides() -> None:
    assert rules("事项|拟|审|批", "外借画框|修复员|展陈部主任|副馆长") == [
        ("修复员", "proposes", ""),
        ("展陈部主任", "reviews", ""),
        ("副馆长", "decides", ""),
    ]
    assert ("馆务会", "decides", "") in rules("事项|经办|复核|终签", "临街铺面出租|物业科|馆长|馆务会")
    assert ("馆长", "decides", "") in rules("文书|起草|审查意见|签署", "借展协议|展陈部|法务|馆长经授权签署")


def test_a_legend_of_characters_in_quotes_says_what_the_cells_mean() -> None:
    told = "说明：“√”表示经手，“审”表示审核，“批”表示最后批准，“议”表示集体议定，“知”表示抄送知悉。"
    found = rules("金额|经办部门主任|会计|馆长|馆务会", "5万元以下|√|审|批|知", "5万元以上|√|审|审|议", said=told)
    assert found == [
        ("经办部门主任", "carries_out", "5万元以下"),
        ("会计", "reviews", "5万元以下"),
        ("馆长", "decides", "5万元以下"),
        ("馆务会", "supervises", "5万元以下"),
        ("经办部门主任", "carries_out", "5万元以上"),
        ("会计", "reviews", "5万元以上"),
        ("馆长", "reviews", "5万元以上"),
        ("馆务会", "decides", "5万元以上"),
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("20万以下展陈部主任，20万以上分管副馆长", [("展陈部主任", "20万以下"), ("分管副馆长", "20万以上")]),
        ("办公室主任；对外担保类由馆长批", [("办公室主任", ""), ("馆长", "对外担保类")]),
        ("馆务会；珍品由理事会", [("馆务会", ""), ("理事会", "珍品")]),
        ("审核后由馆长批", [("馆长", "")]),
        ("馆务会、理事会联合", [("馆务会", ""), ("理事会", "")]),
    ],
)
def test_a_cell_names_each_for_his_own_case(cell: str, expected: list[tuple[str, str]]) -> None:
    found = rules("事项|提出|审核|决定", f"用印|用印人|档案室主任|{cell}")
    assert [(who, case) for who, act, case in found if act == "decides"] == expected


def test_who_a_cell_says_it_goes_up_to_decides_and_who_stands_before_weighs() -> None:
    found = rules("事项|提出|审核|决定", "藏品注销|保管部|鉴定组|馆务会，报市文物局审批")
    assert [one[:2] for one in found[2:]] == [("馆务会", "reviews"), ("市文物局", "decides")]


def test_a_cell_that_refers_to_another_table_names_nobody() -> None:
    found = rules("事项|提出|审核|决定", "画架报废|保管部|后勤科|见《资产权限表》")
    assert not [who for who, act, _ in found if act == "decides"]


def test_a_bracket_that_says_on_what_ground_is_no_part_of_a_name() -> None:
    found = rules(
        "事项|提出|审核|终签", "赔付|办公室|法务|馆务会（须以调解书为据）", "赔付|办公室|法务|馆长与会计共同签字"
    )
    assert [who for who, act, _ in found if act == "decides"] == ["馆务会", "馆长", "会计"]
