"""Whether a clause names the time or the number that a question asks for."""

import pytest

from bot.answering.asked.question import understand
from bot.answering.weighing.measured import measured


@pytest.mark.parametrize(
    ("question", "text", "named"),
    [
        ("展品借条要存多久？", "第十七条 借展资料保存十五年。", True),
        ("展品借条要存多久？", "第十七条（3） 借展资料由保管部保存。", False),
        ("例会是哪一天？", "每月第一周周一下午召开例会。", True),
        ("理事会有几个人？", "理事会由九人组成。", True),
        ("理事会有几个人？", "理事会任期三年。", False),
        ("讲解补贴一场多少钱？", "讲解员每场补贴80元。", True),
        ("讲解补贴一场多少钱？", "讲解员不少于3人，提前5天排班。", False),
        ("How long may a loan run?", "A loan runs for at most 18 months.", True),
        ("How long may a loan run?", "2.1(b) A loan is recorded by the Registrar.", False),
        ("When does the panel meet?", "The panel meets on the first Tuesday of each term.", True),
        ("How many people make a quorum?", "One third of the members is a quorum.", True),
        ("How much is the mileage rate?", "Mileage is claimed within 30 days.", False),
        ("How much is the mileage rate?", "Mileage is paid at £0.45 a mile.", True),
        ("Who approves loans?", "A loan of 18 months needs the Registrar's approval.", False),
    ],
)
def test_a_number_counts_only_when_it_is_of_the_kind_asked_for(question: str, text: str, named: bool) -> None:
    assert measured(understand(question), text) is named


@pytest.mark.parametrize(
    ("question", "text", "named"),
    [
        ("档案保存多长时间？", "档案保存十年。", True),
        ("档案保存多长时间？", "2001年10月1日施行", False),
        ("How long are files kept?", "Files are kept for ten years.", True),
        ("How long are files kept?", "In force from 1 March 2021.", False),
        ("什么时候交报表？", "报表于3月1日前报送。", True),
        ("多久开一次会？", "例会每月召开。", True),
        ("How often does it meet?", "It meets at least four times in each session.", True),
        ("How often does it meet?", "It meets in the library.", False),
    ],
)
def test_a_day_is_no_length_of_time(question: str, text: str, named: bool) -> None:
    assert measured(understand(question), text) is named
