"""Which act a question asks for: floors against labels, and the verbs of rules asked for as rules have them."""

import pytest

from benchmarks.asked import figures
from bot.answering.asked.question import understand
from bot.answering.weighing.evidence import verb_asked
from corpus.models import Act
from corpus.rules.chinese.grammar.vocabulary import STATE, VERBS, words_of
from corpus.rules.english.grammar.verbs import ACTS

P, R, D, C, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT, Act.SUPERVISE

FLOORS = {
    "zh, fit": 0.98,
    "zh, held": 0.95,
    "zh, fresh": 0.89,
    "en, fit": 0.96,
    "en, held": 0.90,
    "en, fresh": 0.94,
}


@pytest.fixture(scope="module")
def measured() -> dict[str, dict[str, float]]:
    return figures()


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_the_act_is_told_also_of_questions_nobody_fitted_the_reading_to(
    measured: dict[str, dict[str, float]], name: str
) -> None:
    assert measured[name]["all"] >= FLOORS[name]


# what is said of somebody who carries a thing out is said of an office too, or tells who belongs to something
SPOKEN_ZH = words_of("核验 作出 做出 使用 报告 参加 通报 授权 录用 辞退 核算 出席 汇报 沟通 领取 旁听 跟踪 在场 观察")


def test_a_chinese_verb_asks_for_the_act_that_it_stands_for_in_a_rule() -> None:
    for verb, act in VERBS.items():
        if len(verb) > 1 and verb not in STATE and verb not in SPOKEN_ZH:
            assert understand(f"这件事由谁{verb}").asked is act, verb


# "who signs" asks whose decision it is; what is moved, raised or put depends on its object
SPOKEN_EN = words_of("co-opt run-through move raise lay sign write ensure receive make-up put confirm work-out take-on")


def test_an_english_verb_asks_for_the_act_that_it_stands_for_in_a_rule() -> None:
    for verb, act in ACTS.items():
        if verb not in SPOKEN_EN:
            assert understand(f"who will {verb.replace('-', ' ')} the plan").asked is act, verb


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("礼堂钥匙归哪个口子管", C),
        ("校刊停办是谁定的", D),
        ("能拍板的是哪位", D),
        ("审批人是谁", D),
        ("主责部门是哪个", C),
        ("谁有否决权", D),
        ("处分由谁作出", D),
        ("评估谁来做", R),
        ("抢修方案谁来写", P),
        ("消防演练小结谁来写", C),
        ("夜里停水，跟谁说一声就能叫水车", D),
        ("夜里停水，要跟谁说一声", S),
        ("谁负责审批流程的公示", C),
        ("谁负责审批", D),
        ("谁把批准文件发给各班", C),
        ("谁对采购过程进行监督", S),
        ("书单由读者推荐还是馆员推荐", P),
        ("谁每天去看锅炉", S),
        ("请谁来讲课，由谁定", D),
        ("谁决定奖金怎么分", D),
        ("谁来定给多少钱", D),
        ("奖杯发给谁，谁拍板", D),
        ("车位分给哪些人，哪个会定", D),
        ("谁来定谁能参加", D),
        ("印海报八百块，签到哪一级就行", D),
        ("租船的事扯到谁那儿定", D),
        ("展柜换地方，最后在哪定", D),
        ("几家报价比完了，最后找谁认", D),
        ("各班报上来的由谁平衡", R),
        ("消防这一关谁看？", R),
        ("合不合规由谁来看？", R),
        ("图书失窃被举报，具体去查的是谁", C),
        ("同事要挨警告，是哪个部门在查", C),
        ("家里有事要走三天，找谁", D),
    ],
)
def test_a_chinese_question_is_read_by_the_verb_of_its_main_clause(text: str, act: Act) -> None:
    assert understand(text).asked is act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("by whom is a bursary granted", D),
        ("who is a bursary to be granted by", D),
        ("a bursary is granted by whom", D),
        ("at what level is a bursary settled", D),
        ("on whose recommendation is a fellow elected", P),
        ("whose job is it to approve rotas", D),
        ("whose job is it to feed the cat", C),
        ("who is responsible for approving rotas", D),
        ("who is responsible for the register of approvals", C),
        ("who has the right to propose a fellow", P),
        ("who is entitled to refuse entry", D),
        ("who has been told to feed the cat", C),
        ("who strikes a fellow off", D),
        ("who raises an objection", P),
        ("who raises the flag", C),
        ("who on the staff side comments on a rota", R),
        ("is it the dean or the bursar who grants leave", D),
        ("does the dean or the bursar approve it", D),
        ("to whom is a theft reported", S),
        ("who approves what the panel has reviewed", D),
        ("which neighbours must be consulted", R),
    ],
)
def test_an_english_question_is_read_by_voice_and_object(text: str, act: Act) -> None:
    assert understand(text).asked is act


@pytest.mark.parametrize(
    "text",
    [
        "评审组都有谁",
        "秘书长是谁",
        "通知发给哪些人",
        "书还到哪个阅览室",
        "谁要是丢了卡怎么办",
        "谁用谁登记吗",
        "谁能报名",
        "who sits on the review panel",
        "who are the fellows",
        "who can vote at the annual meeting",
        "who gets a copy of the minutes",
        "who qualifies for a grant",
        "which approval form is right",
    ],
)
def test_who_belongs_to_something_or_gets_it_does_no_act(text: str) -> None:
    assert understand(text).asked is None


@pytest.mark.parametrize(
    ("question", "act"),
    [
        ("借八千块现金，那位批", D),
        ("换锅炉上那个会", D),
        ("那个会议室能用", None),
        ("那个会议室谁管", C),
        ("shed by the gate, whos ok does he need", D),
        ("whos in charge of the boat", C),
    ],
)
def test_a_question_word_mistyped_is_one(question: str, act: Act | None) -> None:
    assert understand(question).asked is act


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("we're short of a baker, who takes them on", ["decides"]),
        ("who takes on a new baker", ["decides"]),
        ("who takes on the task of baking", ["carries_out"]),
        ("he was paid twice, who gets the money back off him", ["carries_out"]),
        ("the merger is agreed, who sees it through", ["carries_out"]),
        ("who lets the bakers know", ["carries_out"]),
        ("who writes up the first draft of the menu", ["proposes", "carries_out"]),
        ("who brings up that an oven should go", ["proposes"]),
        ("who goes thru the menu before it is printed", ["reviews"]),
        ("who hears my side of it", ["reviews"]),
        ("who gets a say before the oven is sold", ["reviews"]),
        ("who checks the ovens every week", ["supervises", "reviews"]),
        ("who makes sure that the ovens are off", ["supervises", "carries_out"]),
        ("an oven at 5,000, head baker or treasurer?", ["decides"]),
        ("two days off, is that the treasurer?", ["decides"]),
        ("exactly £400, still the head of baking or does it go higher", ["decides"]),
        ("does the guild have to approve a new oven", ["decides"]),
        ("what level of approval do I need for an oven", ["decides"]),
        ("how high does a 900 oven have to go", ["decides"]),
        ("at what point does the guild get involved", ["decides"]),
        ("can the baker buy it or does it need the treasurer", ["decides"]),
        ("can I bring a friend or a guest?", []),
        ("is that the form?", []),
    ],
)
def test_everyday_english_asks_for_an_act_too(question: str, asked: list[str]) -> None:
    assert [act.value for act in understand(question).acts] == asked


@pytest.mark.parametrize(
    ("question", "acts"),
    [
        ("歇一天跟谁请", (Act.DECIDE,)),
        ("纪念章卖多少钱谁先报个价", (Act.PROPOSE,)),
        ("决算还要送给谁过目", (Act.REVIEW, Act.SUPERVISE)),
        ("丢东西的事哪个部门去查清楚", (Act.CARRY_OUT,)),
        ("评审组的人由谁来聘", (Act.DECIDE,)),
        ("账目是谁来核的", (Act.REVIEW,)),
    ],
)
def test_everyday_turns_ask_for_an_act(question: str, acts: tuple[Act, ...]) -> None:
    assert understand(question).acts == acts


def test_whom_a_question_word_asks_for_is_no_matter() -> None:
    assert "领导" not in "".join(understand("出差哪个领导批").terms)
    assert understand("哪个会定门票").terms == understand("谁定门票").terms


def test_to_sign_is_said_in_more_words_than_one() -> None:
    assert verb_asked("签署", "合同谁来签字")
    assert not verb_asked("签署", "谁管签到")
