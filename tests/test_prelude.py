"""Who proposes and reviews whatever the case, where only who decides is another in each."""

import pytest

from bot.answering.levels.conditions import grouped
from corpus.document import document
from corpus.models import Act, Facts, Line

P, R, D = Act.PROPOSE, Act.REVIEW, Act.DECIDE


def chain_of(line: str, decider: str) -> list[tuple[str, Act]]:
    """Return the chain of the level at which somebody decides."""
    made = document("a.md", "a", Facts(title="馆务办法"), "0" * 64, [Line(text=line)])
    return next(
        [(rule.actor, rule.act) for rule in level.rules]
        for level in grouped(made, made.rules)
        if level.actors((D,)) == (decider,)
    )


BLOOD = "第四条 用血由经治医师申请，输血科审核；一次超过九百毫升的，由医务科科长批准，夜间由总值班批准。"
BOOKS = "第四条 整部复制的，由读者申请，馆员提出意见；善本以下文献由部门主任批准，善本由副馆长批准。"
GUESTS = "第四条 嘉宾名单由制片人提出，总编室审核，副总编辑批准。嘉宾为外宾的，改由总编辑批准。"


@pytest.mark.parametrize(
    ("line", "decider", "chain"),
    [
        (BLOOD, "医务科科长", [("经治医师", P), ("输血科", R), ("医务科科长", D)]),
        (BOOKS, "部门主任", [("读者", P), ("馆员", P), ("部门主任", D)]),
        (GUESTS, "总编辑", [("制片人", P), ("总编室", R), ("总编辑", D)]),
        (GUESTS, "副总编辑", [("制片人", P), ("总编室", R), ("副总编辑", D)]),
        # another matter has a chain of its own
        ("第四条 购书由馆员申请，主任批准。报废由馆长批准。", "馆长", [("馆长", D)]),
    ],
)
def test_a_case_in_words_keeps_who_proposes_and_reviews(line: str, decider: str, chain: list[tuple[str, Act]]) -> None:
    assert chain_of(line, decider) == chain
