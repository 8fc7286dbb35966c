"""What is left of a question that names a day of its own: the matter, in the asker's words."""

from datetime import date

import pytest

from bot.answering.asked.question import understand

TODAY = date(2026, 5, 6)


@pytest.mark.parametrize(
    ("asked", "left", "day"),
    [
        ("2020年的时候住宿标准是多少", "住宿标准是多少", date(2020, 12, 31)),
        ("在2020年住宿标准是多少", "住宿标准是多少", date(2020, 12, 31)),
        ("住宿标准2021年3月的时候是多少？", "住宿标准是多少？", date(2021, 3, 31)),
        ("2024年度预算谁批", "预算谁批", date(2024, 12, 31)),
        ("去年的时候，谁批加班？", "谁批加班？", date(2025, 12, 31)),
        ("2023-06-30 谁批加班", "谁批加班", date(2023, 6, 30)),
        ("2023年7月1日以前谁批加班", "谁批加班", date(2023, 6, 30)),
        ("what was the mileage rate before April 2024?", "what was the mileage rate?", date(2024, 3, 31)),
        ("In 2022, who approved a claim of £80?", "who approved a claim of £80?", date(2022, 12, 31)),
        ("who approved overtime in March 2022", "who approved overtime", date(2022, 3, 31)),
        ("as of 1 May 2023 who approves overtime", "who approves overtime", date(2023, 5, 1)),
        ("who approved overtime two years ago?", "who approved overtime?", date(2024, 5, 6)),
    ],
)
def test_the_words_that_name_the_day_are_no_part_of_the_matter(asked: str, left: str, day: date) -> None:
    question = understand(asked, TODAY)
    assert (question.matter, question.on) == (left, day)


@pytest.mark.parametrize(
    "asked", ["2019年买的电脑谁批报废", "in 2020?", "2020年？", "谁批两年以上的借调？", "按2019年版办法谁批加班"]
)
def test_what_names_no_day_or_nothing_else_stays(asked: str) -> None:
    assert understand(asked, TODAY).matter == asked
