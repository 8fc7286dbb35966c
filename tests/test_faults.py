"""Faults of the rules that reindexing names, and that answers don't hide: gaps, overlaps, contradictions."""

from datetime import date

import pytest

from bot.answering.asked.question import understand
from bot.answering.deciding.faults import faults
from bot.answering.models import Answer, Status
from bot.answering.saying.answer import compose
from bot.answering.weighing.evidence import Found, weigh
from bot.answering.weighing.select import choose
from corpus.document import document
from corpus.models import Document, Facts, Line, Role
from tests.composing import Standing

DAY = date(2025, 6, 1)


def made(*lines: str, path: str = "a.md", **facts: object) -> Document:
    given = Facts(title="馆务规程", **facts)  # type: ignore[arg-type]
    return document(path, path.removesuffix(".md"), given, "0" * 64, [Line(text=line) for line in lines])


def ladder(*rungs: str) -> Document:
    return made(
        "第三条 展品维修按下列权限审批：", *(f"（{n}）{rung}" for n, rung in zip("一二三四", rungs, strict=False))
    )


@pytest.mark.parametrize(
    ("rungs", "fault"),
    [
        (
            ("不满1万元的，由主任审批；", "2万元以上的，由馆长审批。"),
            "leave a gap between “不满1万元的” and “2万元以上的”",
        ),
        (
            ("不满1万元的，由主任审批；", "超过1万元的，由馆长审批。"),
            "leave a gap between “不满1万元的” and “超过1万元的”",
        ),
        (("三天以内的，由主任审批；", "三天以上的，由馆长审批。"), "overlap at “三天以内的” and “三天以上的”"),
        (("1万元以下的，由主任审批；", "5000元以上的，由馆长审批。"), "overlap at “1万元以下的” and “5000元以上的”"),
    ],
)
def test_a_ladder_with_a_gap_or_an_overlap_is_named_with_its_rungs(rungs: tuple[str, ...], fault: str) -> None:
    lines = faults([ladder(*rungs)], DAY)
    assert len(lines) == 1
    assert lines[0].startswith(f"a.md 第三条（一） and a.md 第三条（二） {fault}: say ")


@pytest.mark.parametrize(
    ("matter", "upper", "fault"),
    [
        ("展品维修", "2万元以上的", "leave a gap between"),
        ("展品维修", "5000元以上的", "overlap at"),
        ("展品维修", "1万元以上的", ""),
        ("展品运输", "2万元以上的", ""),
    ],
)
def test_articles_that_are_the_rungs_of_one_thing_are_a_ladder(matter: str, upper: str, fault: str) -> None:
    articles = "第三条 展品维修不满1万元的，由主任审批。", f"第四条 {matter}{upper}，由馆长审批。"
    due = f"a.md 第三条 and a.md 第四条 {fault} “展品维修不满1万元的” and “展品维修{upper}”"
    assert [line.partition(": ")[0] for line in faults([made(*articles)], DAY)] == ([due] if fault else [])


@pytest.mark.parametrize(
    "rungs",
    [
        ("不满1万元的，由主任审批；", "1万元以上的，由馆长审批。"),
        ("1000元以下的，由主任审批；", "1001元至5000元的，由副馆长审批；", "5001元以上的，由馆长审批。"),
        ("5万元以上的，由馆长审批；", "30万元以上的，由馆务会审批。"),
        ("1万元（含）以下的，由主任审批；", "1万元至5万元的，由馆长审批。"),
        ("不满1万元的，由主任审批；", "1万元以上不满2万元的，按招标办法办理；", "2万元以上的，由馆长审批。"),
        ("不满1万元的，由馆长审批；", "2万元以上的，由馆长审批。"),
    ],
)
def test_a_whole_ladder_is_passed_over(rungs: tuple[str, ...]) -> None:
    assert faults([ladder(*rungs)], DAY) == []


TWICE = ("第三条 馆外演出由副馆长批准。", "第四条 票款由财务科保管。", "第五条 馆外演出由馆务会批准。")


def test_two_clauses_of_the_same_words_and_different_deciders_are_named() -> None:
    assert faults([made(*TWICE)], DAY) == [
        "a.md 第三条 and a.md 第五条 let “副馆长” and “馆务会” decide one matter: say which holds, or give them ranks"
    ]
    other = made("第一条 馆外演出由书记批准。", path="b.md")
    assert any("b.md 第一条" in line for line in faults([made(*TWICE[:2]), other], DAY))


@pytest.mark.parametrize(
    "lines",
    [
        ("第三条 馆外演出由馆长批准。", "第五条 馆外演出由馆长办公会议批准。")[:1],
        ("第三条 馆外演出由副馆长批准。", "第五条 馆内演出由馆务会批准。"),
        ("第三条 下列事项由副馆长批准：", "（一）演出；", "第五条 下列事项由馆务会批准：", "（一）展览。"),
        ("第三条 馆外演出要登记。具体办法由副馆长决定。", "第五条 藏品出借要登记。具体办法由馆务会决定。"),
        ("第三条 申请演出须交：（一）副馆长批准的其他材料。", "第五条 申请借展须交：（一）馆务会批准的其他材料。"),
        ("第三条 有下列情形的，由副馆长决定罚款：（一）超时。", "第五条 有下列情形的，由馆务会决定罚款：（一）遗失。"),
    ],
)
def test_different_matters_contradict_nothing(lines: tuple[str, ...]) -> None:
    assert faults([made(*lines)], DAY) == []


def test_what_is_not_in_force_has_no_faults() -> None:
    assert faults([made(*TWICE, repealed=date(2025, 1, 1))], DAY) == []


def test_of_very_many_faults_the_first_are_named_and_the_others_counted() -> None:
    lines = faults([made(*TWICE, path=f"{n}.md") for n in range(12)], DAY)
    assert len(lines) == 41
    assert lines[-1].endswith("more faults of ladders and clauses")


def asked(question: str, one: Document) -> Answer:
    wanted = understand(question)
    own = {p.id: tuple(r for r in one.rules if r.clause == p.id.partition("@")[0]) for p in one.passages}
    found = [Found(passage=p, facts=one.facts, cosine=0.8, rules=own[p.id]) for p in one.passages]
    weighed = choose(weigh(wanted, found, lambda term: 1.0))
    return compose(wanted, weighed, {one.path: one}, lambda term: 1.0, Standing(0.0))


def test_a_document_that_contradicts_itself_is_shown_with_both_clauses() -> None:
    answer = asked("馆外演出谁批准", made(*TWICE))
    assert answer.status is Status.CONFLICT
    assert {option.who for option in answer.options} == {"副馆长", "馆务会"}
    assert {citation.clause for citation in answer.citations} == {"第三条", "第五条"}


def test_thresholds_of_two_clauses_that_both_take_in_a_sum_are_both_shown() -> None:
    one = made("第一条 展品维修三万元以下的，由副馆长审批。", "第二条 展品维修三万元以上的，由馆长审批。")
    assert asked("展品维修三万元谁审批", one).status is Status.CONFLICT
    assert asked("展品维修二万元谁审批", one).status is Status.ANSWERED


def test_rungs_that_name_their_amount_in_what_they_are_about_are_named_by_it() -> None:
    header = ("Matter", "Decides")
    rows = (("Loans up to £200", "Clerk"), ("Loans above £500", "Keeper"))
    lines = [Line(text="3. Who decides:"), Line(text=" | ".join(header), role=Role.HEADER, cells=header)]
    lines += [Line(text=" | ".join(row), role=Role.ROW, cells=row) for row in rows]
    one = document("a.md", "a", Facts(title="Lending rules"), "0" * 64, lines)
    (line,) = faults([one], DAY)
    assert "leave a gap between “Loans up to £200” and “Loans above £500”" in line


def test_rungs_that_meet_where_one_says_that_its_end_is_its_own_overlap_nowhere() -> None:
    assert not faults([ladder("5万元以下的，由副馆长批准；", "5万元及以上的，由馆长批准。")], DAY)
    assert not faults([ladder("5万元以下的，由副馆长批准；", "5万元（含）以上的，由馆长批准。")], DAY)
    assert not faults([ladder("5万元（含）以下的，由副馆长批准；", "5万元以上的，由馆长批准。")], DAY)


APART = (
    "第一条 维修工程，五万元以下的，由处长批准。",
    "第二条 维修工程，五万元以上三十万元以下的，由副馆长批准。",
    "第三条 维修工程，三十万元以上的，由馆务会批准。",
)


def test_who_asks_for_a_range_gets_its_level_from_articles_of_their_own_too() -> None:
    answer = asked("维修工程三十万元以上谁批准", made(*APART))
    assert answer.decision is not None
    assert [one.who for one in answer.decision.decides] == ["馆务会"]
    assert asked("维修工程正好三十万元谁批准", made(*APART)).status is Status.CONFLICT


def test_a_range_shuts_out_what_only_ends_where_it_begins_in_articles_that_stand_apart_too() -> None:
    apart = made(APART[1], "第二条 票款由财务科保管。", APART[2].replace("第三条 维修工程", "第三条 大修的维修工程"))
    answer = asked("维修工程三十万元以上谁批准", apart)
    assert answer.decision is not None
    assert [one.who for one in answer.decision.decides] == ["馆务会"]


def test_articles_one_behind_the_other_that_differ_in_their_amounts_are_levels_of_one_thing() -> None:
    answer = asked("维修工程谁批准", made(*APART))
    assert answer.status is Status.CLARIFY
    assert [one.condition for one in answer.options] == ["五万元以下", "五万元以上三十万元以下", "三十万元以上"]
    apart = made(APART[0], "第二条 采购，五万元以上的，由馆务会批准。")
    assert asked("维修工程谁批准", apart).status is Status.ANSWERED
