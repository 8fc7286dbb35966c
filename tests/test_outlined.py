"""What is told once of a document: for that very object, and no longer than there is one."""

import gc

import pytest

from bot.answering.levels import outlined
from bot.answering.levels.reading import levels
from corpus.document import document
from corpus.models import Act, Document, Facts, Line

DECIDE = (Act.DECIDE,)


def reading(words: str) -> Document:
    return document("pay.md", "pay", Facts(title="馆务支出规程"), "0" * 64, [Line(text=words)])


def decided(made: Document) -> list[str]:
    return [actor for level in levels(made, "pay#1", DECIDE) for actor in level.actors(DECIDE)]


def test_another_wording_of_a_document_has_its_own_levels() -> None:
    first = reading("第一条 展品维修由副馆长审批。")
    assert decided(first) == decided(first) == ["副馆长"]
    second = reading("第一条 展品维修由展陈部主任审批。")
    assert decided(second) == ["展陈部主任"]
    assert decided(first.model_copy(update={"rules": second.rules})) == ["展陈部主任"]


def test_an_outline_goes_with_its_document() -> None:
    made = reading("第一条 展品维修由副馆长审批。")
    held = id(made)
    outlined.outlined(made)
    assert held in outlined._known
    del made
    gc.collect()
    assert held not in outlined._known


def test_no_more_outlines_are_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outlined, "MOST", 2)
    made = [reading("第一条 展品维修由副馆长审批。") for _ in range(4)]
    assert all(decided(one) == ["副馆长"] for one in made)
    assert len(outlined._known) == 2
    assert decided(made[0]) == ["副馆长"]
