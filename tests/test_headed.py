"""What stands over the levels of a clause: its first words, and those that one of its sentences goes on from."""

from bot.answering.levels.reading import levels
from corpus.document import document
from corpus.models import Act, Document, Facts, Line
from tests.composing import answered

DECIDE = (Act.DECIDE,)


def reading(*lines: str) -> Document:
    return document("mill.md", "mill", Facts(title="磨坊规程"), "0" * 64, [Line(text=line) for line in lines])


def over(made: Document, key: str) -> list[str]:
    return [level.over for level in levels(made, f"mill#{key}", DECIDE)]


def decided(made: Document, question: str) -> list[str]:
    answer = answered(question, made)
    return [who.who for who in answer.decision.decides] if answer.decision else []


SACKS = reading("第四条 麻袋采购，列入年度计划的，由仓库主管批准；计划外的，由磨坊主批准。")


def test_what_the_first_part_of_a_sentence_is_about_the_next_ones_are_about() -> None:
    assert ["麻袋采购" in words for words in over(SACKS, "4")] == [False, True]
    assert decided(SACKS, "计划外的麻袋采购谁批准") == ["磨坊主"]


def test_a_short_first_sentence_stands_over_all_levels_of_its_clause() -> None:
    made = reading("第五条 外出须先报告。市内外出由仓库主管批准；出省的由磨坊主批准。")
    assert all("外出须先报告" in words for words in over(made, "5"))


def test_a_sentence_that_points_at_the_one_before_it_is_about_the_same() -> None:
    made = reading("5. Sick leave is granted by the Foreman. For apprentices it is granted by the Miller.")
    assert ["Sick leave" in words for words in over(made, "5")] == [False, True]


def test_another_sentence_is_not_about_what_the_one_before_it_is_about() -> None:
    made = reading("第六条 麻袋采购，计划内的，由仓库主管批准。车辆报废由磨坊主批准。")
    assert "麻袋采购" not in over(made, "6")[-1]
