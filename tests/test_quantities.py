"""Quantities and their bounds: what an amount is, what is none, and which values a condition takes in."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.quantities import Measure, Range, amounts, compatible, defined, ranges
from corpus.quantities.numbers import number

DAYS, MONEY, COUNT, SHARE = Measure.DAYS, Measure.MONEY, Measure.COUNT, Measure.SHARE
THIRDS = Decimal(200) / 3
# half of what hypothesis writes should look like a rule
WORDS = (
    "由 校长 经 报 3 ３ 0.5 1,000 一百 两 半 万 k m £ 元 天 日 年 月 第 条 以上 以下 （含） (不含) 不 "
    "超过 至 - to and between at least up to % 分之 . : / 多 working day a half hundred twenty \n"
)
PIECES = st.sampled_from(WORDS.split(" "))
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=25).map("".join))


def spoken(text: str) -> list[tuple[Measure, str, object, object]]:
    """The ranges of a text: measure, unit and the two ends, an end that doesn't count itself as a list of one."""

    def shown(end: Decimal | None, included: bool) -> object:
        return end if included or end is None else [end]

    return [(r.measure, r.unit, shown(r.low, r.low_in), shown(r.high, r.high_in)) for r in ranges(text)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("80,000", 80_000),
        ("８", 8),
        ("一百二十", 120),
        ("一百零五万", 1_050_000),
        ("两万五", 25_000),
        ("一万零五", 10_005),
        ("叁万", 30_000),
        ("一亿二千万", 120_000_000),
        ("二〇二四", 2024),
        ("半", Decimal("0.5")),
        ("twenty-five", 25),
        ("ninety-nine", 99),
        ("Two Hundred and Ten", 210),
    ],
)
def test_a_number_is_worth_what_it_says(words: str, value: object) -> None:
    assert number(words) == value


@pytest.mark.parametrize("words", ["", "校长", "several", "1.2.3", "-", "9" * 400])
def test_what_is_no_number_has_no_value(words: str) -> None:
    assert number(words) is None


@pytest.mark.parametrize(
    ("text", "measure", "unit", "value"),
    [
        ("买投影仪要8600元", MONEY, "CNY", 8600),
        ("人民币叁万元整", MONEY, "CNY", 30_000),
        ("一百零五万元的工程", MONEY, "CNY", 1_050_000),
        ("结余10 000 元", MONEY, "CNY", 10_000),
        ("RMB5000", MONEY, "CNY", 5000),
        ("要导2500条读者记录", COUNT, "条", 2500),
        ("3万5千元", MONEY, "CNY", 35_000),
        ("2万美元", MONEY, "USD", 20_000),
        ("a boiler for £1.2 million", MONEY, "GBP", 1_200_000),
        ("twenty thousand pounds", MONEY, "GBP", 20_000),
        ("€3,450.50 in fees", MONEY, "EUR", Decimal("3450.50")),
        ("20 grand for a stage", MONEY, "", 20_000),
        ("eight and a half grand", MONEY, "", 8500),
        ("75 quid", MONEY, "GBP", 75),
        ("fifty bucks", MONEY, "USD", 50),
        ("US$2,000", MONEY, "USD", 2000),
        ("A$300", MONEY, "AUD", 300),
        ("港币2000元", MONEY, "HKD", 2000),
        ("2.5 lakh rupees", MONEY, "INR", 250_000),
        ("1 crore", MONEY, "", 10_000_000),
        ("Rs. 1,20,000", MONEY, "INR", 120_000),
        ("quarter of a million", MONEY, "", 250_000),
        ("KSh 2,800 a night", MONEY, "KES", 2800),
        ("Kshs. 2,800", MONEY, "KES", 2800),
        ("2,800/= a night", MONEY, "", 2800),
        ("forty thousand shillings", MONEY, "", 40_000),
        ("4万先令", MONEY, "", 40_000),
        ("R12,500 for a stove", MONEY, "ZAR", 12_500),
        ("₦500,000", MONEY, "NGN", 500_000),
        ("NGN 500,000", MONEY, "NGN", 500_000),
        ("RM250", MONEY, "MYR", 250),
        ("Tk. 9,000", MONEY, "BDT", 9000),
        ("CHF 300", MONEY, "CHF", 300),
        ("250 kroner", MONEY, "", 250),
        ("six additional months", DAYS, "day", 180),
        ("14 consecutive calendar days", DAYS, "day", 14),
        ("two more weeks", DAYS, "day", 14),
        ("3万5的钢琴", MONEY, "", 35_000),
        ("3千5的椅子", MONEY, "", 3500),
        ("9千9百元", MONEY, "CNY", 9900),
        ("a couple of weeks", DAYS, "day", 14),
        ("three quarters of a day", DAYS, "day", Decimal("0.75")),
        ("a month and a half", DAYS, "day", 45),
        ("俩月", DAYS, "day", 60),
        ("仨星期", DAYS, "day", 21),
        ("6 mths", DAYS, "day", 180),
        ("12 hrs", DAYS, "day", Decimal("0.5")),
        ("24 hours", DAYS, "day", 1),
        ("a fortnight's notice", DAYS, "day", 14),
        ("one month", DAYS, "day", 30),
        ("half a day", DAYS, "day", Decimal("0.5")),
        ("a half day off", DAYS, "day", Decimal("0.5")),
        ("48 extra hours", DAYS, "day", 2),
        ("about 60 barrels of oil", COUNT, "barrel", 60),
        ("in four instalments", COUNT, "instalment", 4),
        ("a 16-year-old", COUNT, "岁", 16),
        ("a rower of 65 years of age", COUNT, "岁", 65),
        ("满六十五周岁", COUNT, "岁", 65),
        ("an 8-week course", DAYS, "day", 56),
        ("外出一个半月", DAYS, "day", 45),
        ("两年半", DAYS, "day", Decimal("912.5")),
        ("两周", DAYS, "day", 14),
        ("twenty-five members", COUNT, "member", 25),
        ("邀请7名专家", COUNT, "人", 7),
        ("门票二千张", COUNT, "张", 2000),
        ("may be away for a week", DAYS, "day", 7),
        ("百分之五十", SHARE, "%", 50),
        ("三分之二的代表", SHARE, "%", THIRDS),
        ("two-thirds of the members", SHARE, "%", THIRDS),
        ("半数", SHARE, "%", 50),
    ],
)
def test_an_amount_has_its_measure_its_unit_and_its_value(text: str, measure: Measure, unit: str, value: int) -> None:
    assert [(a.measure, a.unit, a.value) for a in amounts(text)] == [(measure, unit, value)]


@pytest.mark.parametrize("text", ["这笔8万要谁批", "who signs off 90k", "两万五够不够", "a 1.2m job"])
def test_a_bare_sum_is_money_of_no_named_currency(text: str) -> None:
    assert [(a.measure, a.unit) for a in amounts(text)] == [(MONEY, "")]


@pytest.mark.parametrize(
    "text",
    [
        "自2025年3月15日起施行",
        "5月20日前报送",
        "7月1日至9日放假",
        "每月15日发放",
        "二〇二三年的旧版",
        "from 14 March 2025",
        "on September 3, 2023",
        "2025-03-15",
        "依照第7条和第十一条第二款",
        "第三至第五条",
        "see clause 4.2 and section 7",
        "version 3.1.4",
        "下午14:30开会",
        "会议3点开始",
        "十分重要，一般不变",
        "Step two",
        "教室A4",
        "meets twice a week",
        "extra leave a year",
        "卡号" + "6" * 40,
    ],
)
def test_dates_times_and_the_numbers_of_clauses_are_no_quantities(text: str) -> None:
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("text", "measure", "unit", "low", "high"),
    [
        ("病假2至5天", DAYS, "day", 2, 5),
        ("三到五名", COUNT, "人", 3, 5),
        ("三四天", DAYS, "day", 3, 4),
        ("3-5万元", MONEY, "CNY", 30_000, 50_000),
        ("8001元至30000元", MONEY, "CNY", 8001, 30_000),
        ("6000-45000元", MONEY, "CNY", 6000, 45_000),
        ("2,500–7,500 yuan", MONEY, "CNY", 2500, 7500),
        ("1万元（含）至6万元（不含）", MONEY, "CNY", 10_000, [60_000]),
        ("介于3万元和9万元之间", MONEY, "CNY", 30_000, 90_000),
        ("between £700 and £3,000", MONEY, "GBP", 700, 3000),
        ("from £700 to 3,000", MONEY, "GBP", 700, 3000),
        ("£1-2m", MONEY, "GBP", 1_000_000, 2_000_000),
        ("more than three and up to and including fifteen working days", DAYS, "day", [3], 15),
        ("between 4 and 9 weeks", DAYS, "day", 28, 63),
        ("5万元以上、20万元以下", MONEY, "CNY", 50_000, 200_000),
        ("5万元以上（含5万元）不足20万元", MONEY, "CNY", 50_000, [200_000]),
        ("不超过20万元且超过5万元", MONEY, "CNY", [50_000], 200_000),
        ("满3年不满8年", DAYS, "day", 1095, [2920]),
        ("£7,000-£30,000", MONEY, "GBP", 7000, 30_000),
        ("￥7,000–￥30,000", MONEY, "CNY", 7000, 30_000),
        ("4–9万", MONEY, "", 40_000, 90_000),
        ("4万元＜单笔≤9万元", MONEY, "CNY", [40_000], 90_000),
        ("4万元≤金额<9万元", MONEY, "CNY", 40_000, [90_000]),
        ("4万元以上至9万元", MONEY, "CNY", 40_000, 90_000),
        ("more than £7,000 and less than £30,000", MONEY, "GBP", [7000], [30_000]),
        ("£7,000 but less than £30,000", MONEY, "GBP", 7000, [30_000]),
        ("exceeding £7,000 but not £30,000", MONEY, "GBP", [7000], 30_000),
        ("exceeds £7,000 but does not exceed £30,000", MONEY, "GBP", [7000], 30_000),
        ("not less than £7,000 nor more than £30,000", MONEY, "GBP", 7000, 30_000),
        ("一倍以上四倍以下", COUNT, "倍", 1, 4),
        ("15%～25%", SHARE, "%", 15, 25),
        ("满两年未满六年", DAYS, "day", 730, [2190]),
        ("花了3万多", MONEY, "", [30_000], [40_000]),
        ("三十多人", COUNT, "人", [30], [40]),
        ("through $4,000", MONEY, "USD", None, 4000),
        ("$4,001 through $9,000", MONEY, "USD", 4001, 9000),
        ("eight to 40 workdays", DAYS, "day", 8, 40),
        ("more than two nights", DAYS, "day", [2], None),
        ("三晚以内", DAYS, "day", None, 3),
    ],
)
def test_a_range_has_both_its_ends_in_one_unit(
    text: str, measure: Measure, unit: str, low: object, high: object
) -> None:
    assert spoken(text) == [(measure, unit, low, high)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("不少于5人", 5, None),
        ("5人以上（不含本数）", [5], None),
        ("5人（含）以上", 5, None),
        ("5人以下（含）", None, 5),
        ("5人以下(不含)", None, [5]),
        ("不超过5人", None, 5),
        ("未超过5人", None, 5),
        ("不足5人", None, [5]),
        ("超过5人", [5], None),
        ("5人以内", None, 5),
        ("5人以外", [5], None),
        ("5人起", 5, None),
        ("no more than 5 people", None, 5),
        ("shall not exceed 5 people", None, 5),
        ("may not go beyond 5 people", None, 5),
        ("a queue that must never run over 5 people", None, 5),
        ("at least 5 people", 5, None),
        ("5 people or more", 5, None),
        ("5 people or fewer", None, 5),
        ("exceeds 5 people", [5], None),
        ("fewer than 5 people", None, [5]),
        ("up to but not including 5 people", None, [5]),
        ("up to 5 people", None, 5),
        ("the number has gone up to 5 people", 5, 5),
        ("now up to 5 people", 5, 5),
        ("the limit is now up to 5 people", None, 5),
        ("<5人", None, [5]),
        ("≥ 5人", 5, None),
        (">=5人", 5, None),
        ("≦5人", None, 5),
        ("5人<总数", [5], None),
        ("at or above 5 people", 5, None),
        ("at or below 5 people", None, 5),
        ("equal to or more than 5 people", 5, None),
        ("5 people or greater", 5, None),
    ],
)
def test_words_say_which_side_is_bounded_and_whether_the_number_itself_counts(
    text: str, low: object, high: object
) -> None:
    assert spoken(text) == [(COUNT, "人", low, high)]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("半数以上", 50),
        ("过半数", [50]),
        ("三分之二以上", THIRDS),
        ("at least two thirds", THIRDS),
        ("超过80%", [80]),
        ("七成以上", 70),
        ("不低于总额的30%", 30),
    ],
)
def test_a_majority_is_a_share_and_half_counts_only_where_it_is_said(text: str, low: object) -> None:
    assert spoken(text) == [(SHARE, "%", low, None)]


@pytest.mark.parametrize(
    "text",
    [
        "不超过年度预算的10%",
        "不超过预算10%",
        "不超过原合同价10%",
        "不超过月工资10%",
        "within 10% of the estimate",
        "最高为总价10%",
    ],
)
def test_a_share_is_bounded_by_what_stands_before_what_it_is_a_share_of(text: str) -> None:
    assert [high for *_, high in spoken(text)][:1] == [10]


def test_persons_counted_one_by_one_are_persons() -> None:
    assert [(r.unit, r.low) for r in ranges("来了8个人")] == [("人", 8)]
    assert ranges("5个人民币账户") == []


@pytest.mark.parametrize(
    "text",
    [
        "2000行不行",
        "报2000可以吗",
        "2000够不够",
        "2000要谁批",
        "花2000谁批",
        "2000算多吗",
        "买个2000的柜子",
        "2000",
        "修门2000，谁批",
        "这顿饭2000，单子交给谁",
        "花了2000。谁批",
        "the bill is 2000, who signs",
        "一共2,000，谁签",
    ],
)
def test_a_bare_number_of_a_question_is_a_sum_where_a_ladder_goes_by_sums(text: str) -> None:
    assert [(r.measure, r.low, r.high) for r in ranges(text, money=True)] == [(MONEY, 2000, 2000)]
    assert ranges(text) == []


@pytest.mark.parametrize("text", ["2000名代表", "2024行政班", "2000号文件", "2000年的柜子"])
def test_a_number_of_a_noun_is_no_sum(text: str) -> None:
    assert not [r for r in ranges(text, money=True) if r.measure is MONEY]


def test_a_rate_and_what_comes_on_top_are_plain_amounts() -> None:
    assert spoken("up to £60 a month") == [(MONEY, "GBP", None, 60)]
    assert spoken("raised to £60 a month;") == [(MONEY, "GBP", 60, 60)]
    assert spoken("a further £2,000") == [(MONEY, "GBP", 2000, 2000)]
    assert spoken("45p a mile") == [(MONEY, "GBP", Decimal("0.45"), Decimal("0.45"))]


@given(st.integers(1, 9), st.integers(10, 99), st.sampled_from("-–—~至"), st.sampled_from(["万元", "天", "人", "%"]))
def test_two_ends_are_one_range_whether_the_first_has_its_unit_or_not(low: int, high: int, to: str, unit: str) -> None:
    assert spoken(f"{low}{unit}{to}{high}{unit}") == spoken(f"{low}{to}{high}{unit}")
    assert len(spoken(f"{low}{to}{high}{unit}")) == 1


@given(
    st.integers(1, 9),
    st.integers(10, 99),
    st.sampled_from([("超过", [1]), ("大于", [1]), ("不低于", 1), ("满", 1), ("≥", 1), (">", [1])]),
    st.sampled_from([("不超过", 1), ("未超过", 1), ("不满", [1]), ("小于", [1]), ("≤", 1), ("<", [1])]),
)
def test_two_bounds_side_by_side_are_one_range(
    low: int, high: int, above: tuple[str, object], below: tuple[str, object]
) -> None:
    ends = [[n] if isinstance(said, list) else n for n, (_, said) in ((low, above), (high, below))]
    assert spoken(f"{above[0]}{low}天{below[0]}{high}天") == [(DAYS, "day", *ends)]


@pytest.mark.parametrize(
    "text", ["超过3000元、在3万元以下的", "超过3000元，同时在3万元以内", "超过3000元但是又在3万元以下的支出"]
)
def test_the_second_bound_may_say_that_it_lies_in_it(text: str) -> None:
    assert [(r.low, r.low_in, r.high, r.high_in) for r in ranges(text)] == [(3000, False, 30000, True)]


def test_brackets_about_tax_do_not_take_the_bound_away() -> None:
    assert spoken("6万元（含税）以上") == [(MONEY, "CNY", 60_000, None)]


def test_two_levels_side_by_side_are_not_one_range() -> None:
    assert spoken("12天以上、4天以下") == [(DAYS, "day", 12, None), (DAYS, "day", None, 4)]


def test_a_number_that_only_follows_a_sum_is_no_sum() -> None:
    sums = [(MONEY, "GBP", [40_000], 90_000), (COUNT, "supplier", 4, None)]
    assert spoken("above £40,000 and up to £90,000, at least four suppliers") == sums


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("moving up to 50 doses", (COUNT, "dose", None, 50)),
        ("51 to 200 doses", (COUNT, "dose", 51, 200)),
        ("more than 40 seed packets", (COUNT, "packet", [40], None)),
        ("twelve boxes", (COUNT, "box", 12, 12)),
        ("at least three entries", (COUNT, "entry", 3, None)),
        ("2 grand pianos", (COUNT, "piano", 2, 2)),
    ],
)
def test_whatever_is_counted_in_english_is_a_unit(text: str, said: object) -> None:
    assert spoken(text) == [said]


@pytest.mark.parametrize(
    "text", ["over 500 needs approval", "above 500 the keepers decide", "rule 5 applies", "over 90 as is"]
)
def test_what_only_stands_behind_a_number_is_no_unit(text: str) -> None:
    assert ranges(text) == []


def test_half_a_year_is_no_half() -> None:
    assert [(r.measure, r.high) for r in ranges("延期不超过半年")] == [(DAYS, Decimal("182.5"))]
    assert [r.measure for r in ranges("超过半数")] == [SHARE]


def test_a_bare_sum_takes_the_one_currency_its_text_names() -> None:
    assert [r.unit for r in ranges("8万以上不足300000元")] == ["CNY"]


def test_a_documents_own_definition_moves_the_bound_and_brackets_move_it_back() -> None:
    assert [r.low_in for r in ranges("7天以上", above_in=False)] == [False]
    assert [r.high_in for r in ranges("7天以内", below_in=False)] == [False]
    assert [r.low_in for r in ranges("7天以上（含）", above_in=False)] == [True]
    assert [r.low_in for r in ranges("超过7天", above_in=True)] == [False]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("本细则所称以上含本数，以下不含本数。", (True, False)),
        ("本规则所称“以上”“以内”包括本数，“不满”“以外”不包括本数。", (True, True)),
        ("本规程中的以上均不含本数。", (False, None)),
        ("本办法所称以上、以下，均包括本数。", (True, True)),
        ("本条例所称的“以下”，不包括本数；所称的“以上”，包括本数。", (True, False)),
        ("采购5万元以上（含本数）的，由总务处报批。", (None, None)),
        ("本校以上课质量为先。", (None, None)),
    ],
)
def test_a_definition_says_how_a_document_reads_its_own_bounds(
    text: str, said: tuple[bool | None, bool | None]
) -> None:
    assert defined(text) == said


@pytest.mark.parametrize(
    ("condition", "asked", "fits"),
    [
        ("5万元以上", "8万要谁批", True),
        ("5万元以下", "8万要谁批", False),
        ("above £75,000", "exactly £75,000", False),
        ("up to and including £75,000", "exactly £75,000", True),
        ("above £5,000", "8000元", False),
        ("三天以内", "请一周假", False),
        ("three days or less", "72 hours", True),
        ("2至5天", "4天", True),
        ("5人以上", "做3次", True),
        ("5人以上", "3天", True),
        ("三分之二以上", "60%", False),
        ("3人以上", "一位老师带队", True),
        ("", "8万元", True),
    ],
)
def test_a_question_fits_a_condition_unless_a_measure_both_name_excludes_it(
    condition: str, asked: str, fits: bool
) -> None:
    assert compatible(ranges(condition), ranges(asked)) is fits


@given(TEXTS)
def test_every_amount_lies_in_its_text_and_says_something(text: str) -> None:
    found = amounts(text)
    assert all(0 <= a.start < a.end <= len(text) and text[a.start : a.end].strip() for a in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))


@given(TEXTS)
def test_every_range_lies_in_its_text_and_is_not_empty(text: str) -> None:
    for r in ranges(text):
        assert 0 <= r.start < r.end <= len(text)
        assert r.low is None or r.high is None or r.low <= r.high
        assert r.low is not None or r.high is not None


ENDS = st.none() | st.integers(0, 20).map(Decimal)
RANGES = st.builds(
    Range, measure=st.sampled_from(Measure), unit=st.sampled_from(["", "CNY", "GBP"]), low=ENDS, low_in=st.booleans(),
    high=ENDS, high_in=st.booleans(), start=st.just(0), end=st.just(1),
)  # fmt: skip


@given(st.lists(RANGES, max_size=4), st.lists(RANGES, max_size=4))
def test_fitting_is_mutual(some: list[Range], others: list[Range]) -> None:
    assert compatible(some, others) is compatible(others, some)


@pytest.mark.parametrize(
    "piece", ["9", "1,111,", "一", "3万", "3至", "5% ", "不超过", "（含", "£", "between ", "月", "所称"]
)
def test_no_pattern_of_amounts_runs_away_on_ten_thousand_characters(piece: str) -> None:
    text = piece * (10_000 // len(piece))
    began = time.process_time()
    ranges(text)
    defined(text)
    assert time.process_time() - began < 20  # a pattern that runs away takes minutes


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("800毫升至1600毫升", "毫升", 800, 1600),
        ("2升以上", "毫升", 2000, None),
        ("300公里以内", "米", None, 300_000),
        ("300千米以内", "米", None, 300_000),
        ("up to 300 km", "米", None, 300_000),
        ("20公斤以下", "克", None, 20_000),
        ("up to 20 kg", "克", None, 20_000),
        ("500千瓦时以上", "瓦时", 500_000, None),
        ("500度以上", "瓦时", 500_000, None),
        ("6学分以上", "学分", 6, None),
        ("3门以上", "门", 3, None),
        ("up to 12 pages", "page", None, 12),
        ("at least 3 copies", "copy", 3, None),
        ("at least 10 hours of overtime", "hour", 10, None),
        ("up to 500 cubic metres", "毫升", None, 500_000_000),
        ("3立方米以下", "毫升", None, 3_000_000),
        ("at least 700 g", "克", 700, None),
        ("up to 3,000 mu", "亩", None, 3000),
        ("2公顷以下", "平方米", None, 20_000),
        ("up to 30 feet", "foot", None, 30),
        ("up to 10 m² of lawn", "平方米", None, 10),
        ("walls up to 2 m high", "米", None, 2),
    ],
)
def test_measures_of_one_kind_bound_in_one_unit(text: str, unit: str, low: object, high: object) -> None:
    assert spoken(text) == [(Measure.COUNT, unit, low, high)]


@pytest.mark.parametrize("text", ["10升级", "第二期", "5门店", "2场所", "4日期"])
def test_a_word_that_begins_like_a_unit_is_none(text: str) -> None:
    assert ranges(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("四五千的琴", (MONEY, "", 4000, 5000)),
        ("七八百块", (MONEY, "CNY", 700, 800)),
        ("二十七八天", (DAYS, "day", 27, 28)),
        ("几千块的琴", (MONEY, "CNY", [1000], [10_000])),
        ("几十万的台子", (MONEY, "", [100_000], [1_000_000])),
        ("万把块的琴", (MONEY, "CNY", [10_000], [20_000])),
        ("3 to 5 grand", (MONEY, "", 3000, 5000)),
        ("上万的琴", (MONEY, "", 10_000, None)),
        ("一万出头", (MONEY, "", [10_000], None)),
        ("just under 20k", (MONEY, "", None, [20_000])),
        ("north of 50k", (MONEY, "", [50_000], None)),
    ],
)
def test_what_is_said_roughly_is_a_span(text: str, said: object) -> None:
    assert spoken(text) == [said]


@pytest.mark.parametrize("text", ["几天内答复", "网上千人大会", "他俩一起去", "十三五规划", "一二楼"])
def test_what_sounds_like_a_number_is_none(text: str) -> None:
    assert ranges(text) == []


def test_a_year_beside_a_bare_sum_is_no_sum() -> None:
    found = ranges("back in 2024 who allowed a loan of 450,000", money=True)
    assert [one.low for one in found] == [450_000]


@pytest.mark.parametrize(
    ("text", "measure", "low", "high"),
    [
        ("3000（含）至不足8000元", MONEY, 3000, 8000),
        ("3000元至不满8000元", MONEY, 3000, 8000),
        ("£3,000 to under £8,000", MONEY, 3000, 8000),
        ("from 3 to fewer than 8 days", DAYS, 3, 8),
    ],
)
def test_a_range_may_run_to_below_its_end(text: str, measure: Measure, low: int, high: int) -> None:
    found = [(r.measure, r.low, r.low_in, r.high, r.high_in) for r in ranges(text)]
    assert found == [(measure, low, True, high, False)]


def test_and_within_takes_in_its_number() -> None:
    assert spoken("5天及以内") == [(DAYS, "day", None, 5)]


def test_a_sum_that_rises_to_more_is_no_range() -> None:
    assert len(ranges("the grant was raised from £3,000 to over £8,000")) == 2


@pytest.mark.parametrize(
    ("text", "lows"),
    [
        ("单件四万元或者批量三十万元以上的", [40000, 300000]),
        ("单价4万元或总价30万元以上", [40000, 300000]),
    ],
)
def test_what_bounds_an_alternative_bounds_the_sum_before_it(text: str, lows: list[int]) -> None:
    assert [(r.low, r.high) for r in ranges(text)] == [(low, None) for low in lows]


@pytest.mark.parametrize("text", ["4万元或者总额不满30万元", "四天或者总价三十万元以上"])
def test_a_bound_before_an_amount_or_of_another_measure_is_its_own(text: str) -> None:
    assert ranges(text)[0].low == ranges(text)[0].high


@pytest.mark.parametrize(
    ("text", "bound", "within"),
    [
        ("About 60 gallons of oil", "10 to 100 gallons", True),
        ("a 40 kW plant", "up to 25 kW", False),
        ("a 30 kV line", "600 V to 25 kV", False),
        ("30 extra hours this month", "up to 20 hours", False),
        ("a half year off", "beyond three months", True),
        ("60 gallons of oil", "from 25 gallons up the Warden", True),
        ("in two instalments", "more than three instalments", False),
    ],
)
def test_gallons_volts_and_extra_hours_are_measured(text: str, bound: str, within: bool) -> None:
    assert ranges(text)
    assert compatible(ranges(bound), ranges(text)) is within


def test_how_many_come_is_compared_with_how_many_times_somebody_does() -> None:
    assert compatible(ranges("50人次以上"), ranges("估计来120个人"))
    assert not compatible(ranges("50人次以下"), ranges("估计来120个人"))


def test_an_evening_more_is_a_night() -> None:
    assert spoken("再加四个晚上") == spoken("再加四晚")
