"""What a question asks: its language, the kind of thing wanted, the act, its own day, its terms."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.asked.days import named_day
from bot.answering.asked.question import Wanted, language, terms, understand
from corpus.models import Act

P, R, D, C, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT, Act.SUPERVISE


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("谁批合同？", "zh"),
        ("Who signs the lease?", "en"),
        ("OA里谁批?", "zh"),
        ("What does 三重一大 mean for our purchasing team?", "en"),
        ("???", "en"),
        ("", "en"),
    ],
)
def test_a_question_is_in_the_language_that_carries_it(text: str, spoken: str) -> None:
    assert language(text) == spoken


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("校服换款式谁说了算", D),
        ("8万的设备哪个会定", D),
        ("课程表由谁来审核", R),
        ("新社团谁可以提议", P),
        ("档案室钥匙谁负责", C),
        ("募捐结果报谁备案", S),
        ("募捐结果要向谁报告", S),
        ("Who has the final say on a ban?", D),
        ("Which committee checks the accounts?", R),
        ("Who nominates the treasurer?", P),
        ("Who is in charge of the minibus?", C),
        ("Who monitors the caterer?", S),
    ],
)
def test_a_question_for_a_person_names_the_act(text: str, act: Act) -> None:
    made = understand(text)
    assert made.wanted is Wanted.WHO
    # whoever watches over a thing may only have to look at it
    assert made.acts == ((act, Act.REVIEW) if act is Act.SUPERVISE and text.isascii() else (act,))
    assert made.asked is act


def first(text: str) -> Act | None:
    return understand(text).asked


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("换食堂供应商最后谁点头", D),
        ("改课表这种事哪个会过", D),
        ("录用临时工归哪里批", D),
        ("住宿费减免最后报到哪里核准", D),
        ("出国培训要哪几位领导签", D),
        ("寝室分配有争议听谁的", D),
        ("章程修改要先听哪些人的意见", R),
        ("发文之前得过谁那一关", R),
        ("买仪器要跟哪些部门商量", R),
        ("招标文件谁来核对", R),
        ("谁来抽查小卖部的账", S),
        ("离职以后要通知谁", S),
        ("新主任由谁提名", P),
        ("捐款怎么花谁来拟", P),
        ("投诉归哪个部门管", C),
        ("Whose call is the menu?", D),
        ("who writes off a lost key deposit", D),
        ("who lets staff work from home", D),
        ("at what level is a grant decided", D),
        ("who reads the lease through", R),
        ("who has to be consulted about a closure", R),
        ("who gets told when a pass is lost", S),
        ("who keeps an eye on the tuck shop", S),
        ("who comes up with the names of new judges", P),
        ("who puts the new timetable forward", P),
        ("who puts the new timetable into practice", C),
    ],
)
def test_everyday_words_ask_for_an_act_too(text: str, act: Act) -> None:
    assert first(text) is act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("募捐方案批了，谁去落实", C),
        ("the rota is agreed, who actually puts it through", C),
        ("The rota is agreed, who shepherds it?", C),
        ("奖惩名单公布之前谁把关", R),
        ("社团章程上会之前谁先看一遍", R),
        ("who goes over the draft before it is signed", R),
        ("once the board has agreed, who reviews the wording?", R),
        ("who keeps the signed copies", C),
    ],
)
def test_the_verb_of_the_question_words_own_clause_tells_the_act(text: str, act: Act) -> None:
    assert first(text) is act


@pytest.mark.parametrize(("text", "act"), [("节目单谁负责审核", R), ("节目单谁牵头拟", P), ("节目单谁牵头", C)])
def test_behind_a_light_verb_the_next_one_tells_the_act(text: str, act: Act) -> None:
    assert first(text) is act


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("奖状找谁", (D, C)),
        ("向谁申请缓交", (D, C)),
        ("缓交要报给谁？", (D, S)),
        ("who do I apply to for a locker", (D, C)),
        ("who do I ask for permission to film", (D,)),
        ("who do I report a leak to", (S,)),
        ("who should we consult about a leak", (R,)),
        ("跑操由谁吹哨", (C, D)),
        ("who laminates the badges", (C, D)),
    ],
)
def test_where_no_verb_tells_it_counts_who_is_put_to_and_who_takes_on(text: str, acts: tuple[Act, ...]) -> None:
    assert understand(text).acts == acts


@pytest.mark.parametrize(
    "text",
    [
        "要不要上会",
        "买条幅要不要主任签字",
        "这一笔还是主任批吗",
        "借礼堂是班长批还是主任批",
        "Do I need permission to film?",
        "does a temp need the director's approval?",
        "is the board needed for a loan?",
        "exactly £40 of stamps. still the bursar?",
        "换球门需要学生会研究吗",
        "does a temp need the director's blessing?",
        "can I lend the tent without asking the bursar?",
        "借礼堂审批人",
        "条幅的审批权限在哪一级",
        "条幅超了预算咋批",
        "permission for a bonfire - from?",
        "tell me the approver for a bonfire",
        "name the person that signs off a bonfire",
        "a second tent, is that for the bursar to say?",
    ],
)
def test_whether_somebody_must_approve_asks_who_decides(text: str) -> None:
    assert understand(text).acts == (D,)


@pytest.mark.parametrize(
    "text",
    [
        "评委会由哪些人组成",
        "是不是谁都可以借礼堂",
        "不管谁借都要押金吗",
        "哪些材料由人事处存着",
        "审批人员要培训几天",
        "咋批发球衣",
        "how many approvers are there",
        "what happens when somebody takes the tent without asking the bursar",
        "哪些人可以借球衣",
        "哪个年级先放学",
        "which forms need board approval",
        "what level of noise is allowed",
        "does a driver who is ill need a note",
        "how long may someone who is ill stay at home",
        "can the trustees meet by video",
    ],
)
def test_a_question_for_something_else_asks_for_no_actor(text: str) -> None:
    assert understand(text).acts == ()


@pytest.mark.parametrize(
    "text",
    ["有谁知道修表找谁批", "Who can tell me who approves repairs?", "I have a tenant who owes rent, who lets him off?"],
)
def test_who_may_know_and_whom_it_is_about_are_not_asked_for(text: str) -> None:
    assert first(text) is D


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("调岗怎么申请", Wanted.PROCEDURE),
        ("How do I claim mileage?", Wanted.PROCEDURE),
        ("初审之后该干什么，下一步呢", Wanted.STEP),
        ("What happens next after the interview?", Wanted.STEP),
        ("投诉几天内答复", Wanted.HOW_LONG),
        ("How long is the probation period?", Wanted.HOW_LONG),
        ("选举要多少人到场", Wanted.HOW_MANY),
        ("How many quotations are required?", Wanted.HOW_MANY),
        ("能不能先买后报", Wanted.WHETHER),
        ("Can I bring a guest?", Wanted.WHETHER),
        ("教师公寓的租金标准", Wanted.WHAT),
        ("换寝室咋弄", Wanted.PROCEDURE),
        ("how to join the choir", Wanted.PROCEDURE),
        ("查完体之后还要做什么", Wanted.STEP),
        ("form handed in, now what?", Wanted.STEP),
        ("押金多长时间退", Wanted.HOW_LONG),
        ("how far in advance is the hall booked", Wanted.HOW_LONG),
        ("what's the time limit for a complaint", Wanted.HOW_LONG),
        ("最少几票才当选", Wanted.HOW_MANY),
        ("what percentage must vote", Wanted.HOW_MANY),
        ("得不得交押金", Wanted.WHETHER),
        ("I'd like to bring my cat, is that allowed", Wanted.WHETHER),
    ],
)
def test_other_questions_want_their_own_kind_of_thing(text: str, wanted: Wanted) -> None:
    made = understand(text)
    assert made.wanted is wanted
    assert made.asked is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019年的时候谁管食堂", date(2019, 12, 31)),
        ("2021年2月的规定", date(2021, 2, 28)),
        ("2021年3月5日谁批", date(2021, 3, 5)),
        ("二〇一八年底谁签字", date(2018, 12, 31)),
        ("who approved trips in 2022", date(2022, 12, 31)),
        ("as of 3 April 2021, who signs?", date(2021, 4, 3)),
        ("who signed in May 2020?", date(2020, 5, 31)),
        ("on 2023-11-02", date(2023, 11, 2)),
        ("２０１９年谁批", date(2019, 12, 31)),
        ("2020年那会儿谁管锅炉", date(2020, 12, 31)),
        ("19年那会儿谁管锅炉", date(2019, 12, 31)),
        ("22年4月谁管锅炉", date(2022, 4, 30)),
        ("2021年以前谁管锅炉", date(2020, 12, 31)),
        ("按2018版谁管锅炉", date(2018, 12, 31)),
        ("2021/3/5谁批", date(2021, 3, 5)),
        ("who signed back in Sept 2021", date(2021, 9, 30)),
        ("March 1st, 2023: who signed?", date(2023, 3, 1)),
        ("before 2021, who signed?", date(2020, 12, 31)),
        ("what did the 2020 handbook say of boots", date(2020, 12, 31)),
        ("2021年初谁管锅炉", date(2021, 1, 31)),
        ("2021年上半年谁管锅炉", date(2021, 6, 30)),
        ("2021年春节谁管锅炉", date(2021, 12, 31)),
        ("2022-2023学年谁管锅炉", date(2022, 12, 31)),
        ("2021/3谁管锅炉", date(2021, 3, 31)),
        ("按2018年版谁管锅炉", date(2018, 12, 31)),
        ("as it stood in March 2021, who signs", date(2021, 3, 31)),
        ("who signed in early 2021", date(2021, 3, 31)),
        ("at the start of 2021, who signed", date(2021, 1, 31)),
        ("who signs as of the end of 2021", date(2021, 12, 31)),
        ("who signed in the first half of 2021", date(2021, 6, 30)),
        ("who signed in summer 2021", date(2021, 8, 31)),
        ("under the policy of 2018 who signs", date(2018, 12, 31)),
        ("who approves a purchase of 2020 pounds", None),
        ("2019年买的锅炉谁修", None),
        ("干满22年有几天假", None),
        ("a boiler bought in 2019, who mends it", None),
        ("2021年2月30日谁批", None),
        ("谁批2000元", None),
        ("who approves £2022", None),
        ("", None),
    ],
)
def test_a_question_sets_its_own_day_and_a_bare_year_means_its_last(text: str, day: date | None) -> None:
    assert understand(text).on == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("去年四月谁管锅炉", date(2024, 4, 30)),
        ("前年的时候谁管锅炉", date(2023, 12, 31)),
        ("今年3月谁管锅炉", date(2025, 3, 31)),
        ("who looked after the boiler last year?", date(2024, 12, 31)),
        ("who approved leave two years ago?", date(2023, 6, 20)),
        ("who was in charge last March?", date(2025, 3, 31)),
        ("去年底谁管锅炉", date(2024, 12, 31)),
        ("前年年初谁管锅炉", date(2023, 1, 31)),
        ("上个月谁管锅炉", date(2025, 5, 31)),
        ("三年前谁管锅炉", date(2022, 6, 20)),
        ("半年前谁管锅炉", date(2024, 12, 20)),
        ("who looked after the boiler last month?", date(2025, 5, 31)),
        ("who looked after the boiler eight months ago?", date(2024, 10, 20)),
        ("who looked after the boiler at the end of last year?", date(2024, 12, 31)),
        ("去年三月换锅炉花了900，按当时的规定谁管", date(2024, 3, 31)),
        ("我前年底领的靴子，照当时的规矩归谁发", date(2023, 12, 31)),
        ("boots handed out last year, who decides at that time", date(2024, 12, 31)),
        ("三个月前提交的申请谁批", None),
        ("提前三年前谁批", None),
        ("上个月的票谁批", None),
        ("今年9月谁管锅炉", None),
        ("明年谁管锅炉", None),
        ("去年买的锅炉谁修", None),
        ("I bought a boiler last year, who mends it?", None),
        ("may I keep last year's boots", None),
    ],
)
def test_last_year_is_a_day_of_the_past_where_the_past_is_asked_about(text: str, day: date | None) -> None:
    assert understand(text, date(2025, 6, 20)).on == day
    assert understand(text).on is None


def test_no_day_is_made_of_a_day_that_is_none() -> None:
    assert named_day("2021-13-45") is None


def test_terms_carry_the_matter_and_leave_the_asking_out() -> None:
    assert terms("请问校车由谁维修？", "zh") == ("校车", "维修")
    assert terms("Please, who may hire the MINIBUS twice?", "en") == ("hire", "minibus", "twice")


def test_terms_come_once_and_in_the_order_of_the_question() -> None:
    assert terms("lease lease van", "en") == ("lease", "van")


def test_a_question_is_kept_as_it_was_asked() -> None:
    assert understand("Ｗho？\u3000").text == "Ｗho？\u3000"


def test_terms_have_their_names_in_the_other_language() -> None:
    assert any("预算" in names for names in understand("who sets the budget").across)
    assert any("contract" in names for names in understand("合同谁签").across)


@given(
    st.one_of(
        st.text(max_size=300),
        st.lists(
            st.sampled_from(["谁", "2020年", "0", "月", "日", "怎么", "who ", "in ", "2021", "-", "\x00", "🏫"])
        ).map("".join),
    )
)
def test_something_is_made_of_any_text(text: str) -> None:
    made = understand(text)
    assert made.text == text
    assert len(made.terms) == len(set(made.terms))


@pytest.mark.parametrize("text", ["\x00", "🏫🏫", "\ud800", "¹²³", "٣ أيام", "2020年13月99日", "9999年", "谁" * 500])
def test_odd_characters_are_a_question_too(text: str) -> None:
    assert understand(text).text == text


@pytest.mark.parametrize(
    "piece", ["9", "由", "谁", "，", "The Board ", "a", " ", "2020年", "可以", "need ", "to whom ", "\n", "in 1"]
)
def test_no_pattern_of_questions_runs_away_on_ten_thousand_characters(piece: str) -> None:
    text = piece * (10_000 // len(piece))
    began = time.process_time()
    understand(text)
    assert time.process_time() - began < 20  # a pattern that runs away takes minutes


@pytest.mark.parametrize(
    "text",
    [
        "修订前谁管锅炉",
        "办法修改之前谁管锅炉",
        "新办法施行前谁管锅炉",
        "旧办法里谁管锅炉",
        "原规定谁管锅炉",
        "上一版谁管锅炉",
        "who kept the boiler before the amendment",
        "before it was amended, who kept the boiler",
        "who keeps the boiler under the old rules",
        "what did the earlier version say of boilers",
    ],
)
def test_a_question_may_be_about_the_rules_before_those_of_today(text: str) -> None:
    assert understand(text).former


@pytest.mark.parametrize(
    "text",
    [
        "岗位调整前谁批准",
        "合同修改前要谁批",
        "报销之前的流程",
        "旧锅炉报废谁批",
        "must the head agree before the amendment is signed",
        "who reviews it before a new policy is issued",
        "who scraps the old boiler",
    ],
)
def test_what_comes_before_something_else_is_about_the_rules_of_today(text: str) -> None:
    assert not understand(text).former
