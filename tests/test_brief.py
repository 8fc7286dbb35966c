"""An answer in few words, the answer for one level of several, and the forms that a step names."""

import re
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from canned_desk import cited

from bot.answering.models import Answer, Decision, Option, Status, StepLink, Who
from bot.answering.models import Language as Lang
from bot.answering.saying.answer import decision_lines, quoted
from bot.answering.saying.chosen import chosen, narrowed, settles
from bot.answering.saying.forms import forms
from bot.answering.saying.phrases import place
from bot.conversation.brief import brief
from bot.conversation.buttons import done, label
from bot.conversation.offers import unmarked
from bot.desk import Desk
from bot.examples import askable
from bot.people.audience import MACHINE
from bot.records.log import Log
from bot.settings import Settings
from bot.views import view
from corpus.models import Act, Rule
from index import build
from tests.fakes import HashingEncoder, document


def who(name: str, verb: str, n: int = 1) -> tuple[Who, ...]:
    return (Who(who=name, act=verb, citation=n),)


def answered(made: Decision, asked: Act | None = Act.DECIDE, language: Lang = "zh", more: str = "") -> Answer:
    """An answer in the words that the answering itself would use."""
    words = cited(1, "党组织会议讨论决定")
    lines = [*decision_lines(language, asked, made), quoted(language, words), more]
    text = "\n".join(line for line in lines if line)
    return Answer(question="谁定", language=language, status=Status.ANSWERED, text=text, asked=asked, decision=made,
                  citations=(words,))  # fmt: skip


def test_the_decision_is_one_sentence_and_one_actor_is_named_once() -> None:
    made = Decision(matter="", condition="", decides=who("党组织会议", "讨论决定"),
                    proposes=who("校长办公会议", "提出"), carries_out=who("校长办公会议", "组织实施"))  # fmt: skip
    first, chain = brief(answered(made)).split("\n")
    assert first == "由党组织会议讨论决定[1]；校长办公会议提出并组织实施[1]"
    assert chain == "提出 校长办公会议 → 决定 党组织会议 → 实施 校长办公会议"


def test_two_acts_need_no_chain_and_what_else_was_said_stays() -> None:
    made = Decision(matter="", condition="", decides=who("校长", "批准"), reviews=who("总务处", "审核"))
    assert brief(answered(made, more="（依据的是草案，尚未生效）")).split("\n") == [
        "由校长批准[1]；总务处审核[1]",
        "（依据的是草案，尚未生效）",
    ]


def test_a_column_head_is_no_verb() -> None:
    made = Decision(matter="", condition="", carries_out=who("总务处", "责任部门"))
    assert brief(answered(made, Act.CARRY_OUT)) == "由总务处实施[1]"


def test_the_sides_of_a_conflict_are_told_by_their_places() -> None:
    sides = tuple(Option(condition="出国的审", who=name, citation=n) for n, name in ((1, "校长"), (2, "董事长")))
    said = Answer(
        question="出国谁批", language="zh", status=Status.CONFLICT, options=sides,
        citations=(cited(1, "甲"), cited(2, "乙")),
        text="两种说法：\n· 出国的审：校长[1]\n· 出国的审：董事长[2]\n位阶较高的列在前面。",
    )  # fmt: skip
    assert brief(said).split("\n")[1:3] == [
        "· 《请假办法》第六条（二）：校长[1]",
        "· 《请假办法》第六条（二）：董事长[2]",
    ]


def test_english_keeps_to_labels() -> None:
    made = Decision(matter="", condition="", decides=who("Head", "approved"), proposes=who("Heads of Year", "ask"))
    assert brief(answered(made, language="en")) == "Decides: Head[1]; proposes: Heads of Year[1]"


def test_words_that_another_citation_carries_are_still_shown() -> None:
    made = Decision(matter="", condition="", decides=who("校长", "批准", 2))
    answer = answered(made)
    assert brief(answer).endswith(quoted("zh", answer.citations[0]))


def test_what_is_not_written_down_and_what_is_not_asked_stay_as_they_are() -> None:
    made = Decision(matter="", condition="", proposes=who("总务处", "提出"))
    for answer in (answered(made), answered(made, None)):
        assert brief(answer) == answer.text
    assert "决定：文件未规定" in brief(answered(made))


def laddered() -> Answer:
    """A question that was asked back with two levels."""
    options = (
        Option(condition="三天以内", who="副校长", citation=1),
        Option(condition="超过三天", who="校长", citation=2),
    )
    first, second = (
        cited(1, "三天以内由副校长批准"),
        cited(2, "超过三天由校长批准").model_copy(update={"start": 20, "end": 29}),
    )
    return Answer(question="请假谁批？", language="zh", status=Status.CLARIFY, text="…", asked=Act.DECIDE,
                  options=options, citations=(first, second), as_of=date(2026, 1, 1))  # fmt: skip


def test_a_level_is_put_before_the_question_and_settled_by_an_answer_from_the_same_words() -> None:
    past = laddered()
    assert narrowed(past, 1) == "超过三天，请假谁批？"
    found = past.model_copy(update={"status": Status.ANSWERED, "citations": past.citations[1:]})
    assert settles(found, past, 1)
    assert not settles(found, past, 0)
    assert not settles(past, past, 1)


def test_the_answer_for_a_level_names_its_actor_and_quotes_its_words() -> None:
    answer = chosen(laddered(), 1)
    assert (answer.status, answer.options) == (Status.ANSWERED, ())
    assert answer.decision
    assert answer.decision.decides == (Who(who="校长", act="决定", citation=1),)
    assert [(c.n, c.quote) for c in answer.citations] == [(1, "超过三天由校长批准")]
    assert brief(answer) == "由校长决定[1]"


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("使用部门填写《采购申请表》，附参数要求；", ("采购申请表",)),
        ("提案人填写满意度反馈表，由工会汇总", ("满意度反馈表",)),
        ("按照《合同管理办法》签订合同；在登记表上签字", ()),
        ("共同验收，填写《验收单》，附《合格证书》", ("验收单", "合格证书")),
        ("the person sends form C1 to the office, in the form agreed", ("form C1",)),
    ],
)
def test_the_forms_of_a_step_are_named(words: str, names: tuple[str, ...]) -> None:
    assert forms(words) == names


@pytest.mark.parametrize(
    ("who", "does", "says"),
    [
        ("supplier", "The supplier installs it.", "Supplier installs it."),
        ("Head", "The Head of Year signs.", "Head of Year signs."),
        ("visitor", "signs", "Visitor signs"),
        ("总务处", "总务处核对", "总务处核对"),
        ("总务处", "核对", "总务处 核对"),
    ],
)
def test_a_step_on_a_button_names_who_once_and_as_a_name(who: str, does: str, says: str) -> None:
    link = StepLink(procedure="p", title="", number=1, of=1, who=who, does=does, when="", citation=1, link="p!1")
    assert done(link) == says


def test_the_title_of_a_document_is_not_shown_twice_over_a_clause(desk: Desk) -> None:
    shown = view(desk.index(), "school/leave#1", desk.readable(desk.index(), MACHINE))
    assert "教职工请假与考勤管理办法" in shown.title
    assert "教职工请假与考勤管理办法" not in shown.lead


@pytest.mark.parametrize(
    ("text", "clause", "left"),
    [
        ("第二条　本办法所称维修", "第二条", "本办法所称维修"),
        ("（一）不满三千元的", "第六条（一）", "不满三千元的"),
        ("3.2 A waiver", "3.2", "A waiver"),
        ("(b) danger", "3.1(b)", "danger"),
        ("5 | 施工", "第五条 row 5", "5 | 施工"),
    ],
)
def test_a_clause_to_choose_is_described_without_the_mark_in_its_title(text: str, clause: str, left: str) -> None:
    assert unmarked(text, clause) == left


def test_no_clause_is_offered_for_words_that_mean_nothing(desk: Desk) -> None:
    day = date(2026, 1, 1)
    assert desk.shelf.quotable("qqzzxxw blorp", day) == ()
    assert desk.shelf.quotable("休假找谁签字", day)


def test_a_label_that_ends_with_a_comma_is_shown_without(desk: Desk) -> None:
    assert [place("zh", label) for label in ("四、", "四、第二步", "第五条 row 3")] == [
        "四",
        "四、第二步",
        "第五条 第3行",
    ]


def test_a_level_whose_words_have_gone_is_answered_from_the_rules_of_today(tmp_path: Path) -> None:
    encoder = HashingEncoder()
    build([document("leave", "请假三天以内由副校长批准。", "请假超过三天由校长批准。")], tmp_path, encoder)
    first, second = laddered().citations
    second = second.model_copy(update={"link": "leave#2", "quote": "请假超过三天由校长批准。"})
    with closing(Log.open(tmp_path)) as log:
        desk = Desk(Settings.from_env({"GUIJU_DATA": str(tmp_path)}), encoder, log)
        asked = log.record(laddered().model_copy(update={"citations": (first, second)}), channel="test", person="tg:1")
        picked = desk.choose(asked, 1, channel="test", person="tg:1")
        assert picked
        assert second.quote in str(picked.answer.citations)
        build([document("leave", "请假都由人事处批准。")], tmp_path, encoder)
        picked = desk.choose(asked, 1, channel="test", person="tg:1")
        assert picked
        assert second.quote not in str(picked.answer.citations) + picked.answer.text


@pytest.fixture(scope="module")
def desk(sample_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk.open(Settings.from_env({"GUIJU_DATA": str(sample_data)}))


def test_each_level_of_the_sample_is_answered_from_its_own_words(desk: Desk) -> None:
    asked = desk.ask("维修谁批？", channel="test", person="tg:1")
    assert asked.answer.status is Status.CLARIFY
    for n, option in enumerate(asked.answer.options):
        picked = desk.choose(asked.id, n, channel="test", person="tg:1")
        assert picked
        assert picked.answer.status is Status.ANSWERED
        first = asked.answer.citations[option.citation - 1]
        assert (picked.answer.citations[0].document, picked.answer.citations[0].clause) == (
            first.document,
            first.clause,
        )
    assert desk.choose(asked.id, 0, channel="test", person="tg:2") is None
    assert desk.choose(asked.id, 99, channel="test", person="tg:1") is None


def test_what_is_in_force_and_the_procedures_are_listed_by_the_day(desk: Desk) -> None:
    today = {one.link for one in desk.shelf.documents(date(2026, 1, 1))}
    before = {one.link for one in desk.shelf.documents(date(2020, 6, 1))}
    assert "school/major-2024" in today - before
    assert "school/major-2019" in before - today
    listed = {(one.document, one.heading) for one in desk.shelf.procedures(date(2026, 1, 1))}
    assert ("青禾实验学校采购管理办法", "采购程序") in listed


def test_clauses_to_quote_are_verbatim_and_each_once(desk: Desk) -> None:
    found = desk.shelf.quotable("维修 审批", date(2026, 1, 1))
    assert len({one.link for one in found}) == len(found) == 10
    for one in found:
        assert one.text in view(desk.index(), one.link, desk.readable(desk.index(), MACHINE)).text


def test_the_office_is_the_owner_of_what_an_answer_rests_on(desk: Desk) -> None:
    assert desk.shelf.owner(desk.answer("一笔六万元的维修谁批？")) == "总务处"
    assert desk.shelf.owner(Answer(question="", language="zh", status=Status.NOT_FOUND, text="")) == ""


def test_a_row_of_a_table_is_shown_with_the_names_of_its_columns_under_its_article(desk: Desk) -> None:
    answer = desk.answer("食堂的空调坏了要等多久？")
    row = next(one for one in (*answer.citations, *answer.nearest) if one.clause == "第五条 row 5")
    shown = desk.show(row.link)
    assert shown.title == "《青禾实验学校校舍与设备维修管理办法》第五条 第5行"
    assert shown.text == "施工 | 维修人员或者外请单位 | 完成修理，恢复现场 | 五个工作日"
    assert shown.spelt.split("\n") == [
        "环节：施工", "责任部门：维修人员或者外请单位", "工作内容：完成修理，恢复现场", "时限：五个工作日",
    ]  # fmt: skip
    assert shown.lead.startswith("第五条")
    assert "环节" not in shown.lead


def test_a_step_tells_who_what_and_which_form(desk: Desk) -> None:
    shown = desk.show(next(s.link for s in desk.answer("采购程序怎么走？").steps))
    assert shown.title == "青禾实验学校采购管理办法 · 采购程序 · 第1步，共8步"
    assert shown.text.split("\n") == [
        "谁办：使用部门",
        "做什么：使用部门填写《采购申请表》，附参数要求和预算指标；",
        "用表：采购申请表",
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_newcomer_is_shown_three_questions_that_a_button_holds_one_of_them_for_a_procedure(
    desk: Desk, language: Lang
) -> None:
    shown = desk.examples(language)
    assert len(shown) == 3
    assert all(label(question) == question for question in shown)
    assert [bool(re.search("怎么走？$|: which steps", question)) for question in shown] == [False, False, True]
    assert all(desk.answer(question).status is Status.ANSWERED for question in shown)
    assert desk.answer(shown[2]).steps


@pytest.mark.parametrize(
    ("matter", "language", "asked"),
    [
        ("一次性采购办公用品", "zh", "一次性采购办公用品"),
        ("不通过的退回第二步重新询价", "zh", ""),
        ("A new post", "en", "a new post"),
        ("where more is alleged", "en", ""),
        ("the form in step 2", "en", ""),
    ],
)
def test_a_case_and_the_way_to_a_step_are_no_questions_for_a_newcomer(matter: str, language: Lang, asked: str) -> None:
    rule = Rule(
        document="a.md", clause="a#1", actor="校长", act=Act.DECIDE, verb="决定", matter=matter, condition="", place=0,
        start=0, end=1,
    )  # fmt: skip
    assert askable(rule, language) == asked
