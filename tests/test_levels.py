"""The levels of a rule: which one a question is at, and what is said when it is at none or at several."""

from collections.abc import Sequence

import pytest

from bot.answering.ladder import Fit, pick
from bot.answering.level import Level, own_words
from bot.answering.levels import levels
from corpus.document import document
from corpus.models import Act, Document, Facts, Line, Role
from corpus.quantities import ranges

DECIDE = (Act.DECIDE,)


def reading(*lines: str) -> Document:
    return document("pay.md", "pay", Facts(title="馆务支出规程"), "0" * 64, [Line(text=line) for line in lines])


def table(header: Sequence[str], *rows: Sequence[str]) -> Document:
    lines = [Line(text=" | ".join(header), role=Role.HEADER, cells=tuple(header))]
    lines += [Line(text=" | ".join(row), role=Role.ROW, cells=tuple(row)) for row in rows]
    return document("pay.md", "pay", Facts(title="馆务支出规程"), "0" * 64, lines)


def held(question: str):
    """What a level is worth: how many of a question's pairs of characters its own words hold."""
    pairs = {question[i : i + 2] for i in range(len(question) - 1)}

    def worth(level: Level) -> float:
        return float(sum(pair in own_words(level) for pair in pairs))

    return worth


def asked(made: Document, key: str, question: str):
    found = levels(made, f"pay#{key}", DECIDE)
    return pick(found, ranges(question), DECIDE, held(question))


def actors(picked) -> list[tuple[str, ...]]:
    return [level.actors(DECIDE) for level in picked.levels]


LADDER = reading(
    "第三条 展品维修按下列权限审批：",
    "（一）不满2000元的，由展陈部主任审批；",
    "（二）2000元以上不满1万元的，由副馆长审批；",
    "（三）1万元以上的，由馆务会议决定，其中10万元以上的，还应当报文化局审批。",
)


@pytest.mark.parametrize("key", ["3", "3.1", "3.3"])
def test_without_an_amount_the_whole_ladder_is_open_wherever_it_was_found(key: str) -> None:
    picked = asked(LADDER, key, "展品维修谁批")
    assert picked.fit is Fit.OPEN
    assert ("展陈部主任",) in actors(picked)
    assert ("副馆长",) in actors(picked)


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("维修要1999元，谁批", "展陈部主任"),
        ("维修要2000元，谁批", "副馆长"),
        ("维修要9999元，谁批", "副馆长"),
        ("维修要1万元，谁批", "馆务会议"),
    ],
)
def test_an_amount_picks_its_level_also_at_the_boundary(question: str, who: str) -> None:
    picked = asked(LADDER, "3.2", question)
    assert picked.fit is Fit.ONE
    assert actors(picked)[0][0] == who


def test_a_level_on_top_of_another_comes_after_it_in_the_chain() -> None:
    picked = asked(LADDER, "3.3", "维修要20万元，谁批")
    assert picked.fit is Fit.ONE
    assert actors(picked) == [("馆务会议", "文化局")]


def test_levels_that_overlap_at_a_value_are_both_shown() -> None:
    made = reading("第四条 员工外出：", "（一）三天以内的，由部门主任批准；", "（二）三天以上的，由馆长批准。")
    picked = asked(made, "4", "外出三天谁批")
    assert picked.fit is Fit.BOTH
    assert actors(picked) == [("部门主任",), ("馆长",)]
    assert asked(made, "4", "外出两天谁批").fit is Fit.ONE


def test_what_a_document_says_of_its_bounds_wins_over_the_custom() -> None:
    lines = ("第四条 员工外出：", "（一）三天以下的，由部门主任批准；", "（二）三天以上的，由馆长批准。")
    made = reading(*lines, "第五条 本规程所称“以上”含本数，“以下”不含本数。")
    assert actors(asked(made, "4", "外出三天谁批")) == [("馆长",)]


def test_a_value_that_no_level_takes_in_is_a_gap() -> None:
    made = reading("第五条 借展：", "（一）不满5件的，由部门主任批准；", "（二）超过10件的，由馆长批准。")
    assert asked(made, "5", "借7件谁批").fit is Fit.GAP


def test_of_two_levels_without_an_upper_end_the_narrower_one_applies() -> None:
    made = reading("第六条 支出：", "（一）1万元以上的，由副馆长审批；", "（二）5万元以上的，由馆长审批。")
    assert actors(asked(made, "6", "支出6万元谁批")) == [("馆长",)]


def test_rows_of_other_matters_are_no_levels() -> None:
    made = table(("事项", "审批人"), ("借阅善本", "典藏部主任"), ("外借展品", "馆长"))
    picked = asked(made, "row1", "借阅善本谁批")
    assert actors(picked) == [("典藏部主任",)]


def test_rows_that_begin_where_others_end_are_levels() -> None:
    rows = [("不满1000元", "班组长"), ("1000元以上不满1万元", "部门主任"), ("1万元以上", "馆长")]
    made = table(("金额", "审批人"), *rows)
    assert asked(made, "row2", "采购谁批").fit is Fit.OPEN
    assert actors(asked(made, "row1", "采购5000元谁批")) == [("部门主任",)]


def test_words_of_the_question_tell_levels_apart() -> None:
    made = reading("第七条 处分：", "（一）警告由部门主任决定；", "（二）记过由馆务会议决定。")
    assert actors(asked(made, "7", "记过谁定")) == [("馆务会议",)]
