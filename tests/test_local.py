"""The lay questions about local regulations, and how one encoder is compared with another on them."""

from pathlib import Path

import pytest

from benchmarks.local import LAWS, QUESTIONS, ArchiveMissing, PoolDiffers, articles, drawn, gain, questions
from scripts.evaluate import rows

REGULATION = """# 某市养犬条例

## 第一章 总则

第一条 养犬应当登记。

第二条 禁止下列行为：

（一）遗弃犬只；

（二）虐待犬只。
"""


def test_an_article_is_one_row_with_its_items_and_where_it_stands() -> None:
    first, second = articles("a/某市养犬条例.md", REGULATION.encode())
    assert (first["id"], first["text"]) == ("a/某市养犬条例.md#第一条", "第一条 养犬应当登记。")
    assert second["text"].endswith("（二）虐待犬只。")
    assert second["title"].startswith("某市养犬条例 > 第一章 总则")


def test_each_question_stands_once_and_no_regulation_is_asked_for_more_than_thrice() -> None:
    asked = list(rows(QUESTIONS))
    written_for = [row["relevant"][0]["file"] for row in asked]
    assert len({row["question"] for row in asked}) == len(asked) == 228
    assert max(map(written_for.count, written_for)) == 3
    for row in asked:
        named = [(one["file"], one["article"]) for one in row["relevant"]]
        assert named
        assert len(set(named)) == len(named)


def test_every_article_asked_for_is_in_the_pool_that_is_drawn() -> None:
    if not LAWS.is_file():
        pytest.skip("the local regulations are not beside this checkout")
    pool = [row["id"] for name, data in drawn(LAWS).items() for row in articles(name, data)]
    assert len(pool) == len(set(pool)) == 5012
    assert len(questions(QUESTIONS, pool, few=False)) == 228


def test_a_pool_without_an_article_asked_for_is_refused_unless_it_is_a_part() -> None:
    first = next(rows(QUESTIONS))["relevant"][0]
    pool = [f"{first['file']}#{first['article']}"]
    assert len(questions(QUESTIONS, pool, few=True)) == 1
    with pytest.raises(PoolDiffers, match="are not in the pool"):
        questions(QUESTIONS, pool, few=False)
    with pytest.raises(PoolDiffers, match="no question is answered"):
        questions(QUESTIONS, [], few=True)


def test_an_archive_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing, match=r"local\.tar\.xz isn't there"):
        drawn(tmp_path / "local.tar.xz")


def test_a_gain_has_its_interval_and_who_won() -> None:
    one = gain([1.0, 1.0, 0.5, 0.0], [0.0, 1.0, 0.5, 0.5])
    assert (one["mean"], one["better"], one["worse"]) == (0.125, 1, 1)
    low, high = one["between"]
    assert low < 0.125 < high
    assert gain([1.0] * 9, [0.5] * 9)["between"] == [0.5, 0.5]
