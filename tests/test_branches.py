"""Where a step goes on to another than the next, and in which case, as its words say it."""

import time

import pytest

from bot.answering.saying.branching import branch_lines
from corpus.branches import branches, goes_on
from corpus.document import document
from corpus.models import Facts, Line, Procedure, Step


def run(*actions: str, labels: str = "abcdefgh", mark: str = "1({})") -> Procedure:
    """A procedure of these steps; somebody applies in the first one."""
    who = {1: "申请人" if "一" <= actions[0][0] <= "鿿" else "Applicant"}
    steps = [
        Step(id=f"p!{n}", number=n, actor=who.get(n, ""), action=action, limit="",
             clause="p#1", label=mark.format(labels[n - 1]), start=0, end=1)
        for n, action in enumerate(actions, 1)
    ]  # fmt: skip
    return Procedure(id="p!", document="p.md", title="p", steps=tuple(steps))


def third(action: str) -> list[tuple[int, str]]:
    """Where the third of eight steps goes on to, and in which case; 0 is the end."""
    plain = "某人办理。" if any("一" <= c <= "鿿" for c in action) else "Somebody acts."
    labels, mark = ("一二三四五六七八", "第二条（{}）") if plain[0] == "某" else ("abcdefgh", "1({})")
    found = branches(run(plain, plain, action, *[plain] * 5, labels=labels, mark=mark))
    assert {one.at for one in found} <= {3}
    return [(one.to, one.condition) for one in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("审核；不通过的退回第二步；", [(2, "不通过")]),
        ("通过的转第5步，否则转第6步。", [(5, "通过"), (6, "否则")]),
        ("金额不超过一万元的，直接进入第6步。", [(6, "金额不超过一万元")]),
        ("如果超过三万元，且属于设备的，转入第七步；", [(7, "如果超过三万元，且属于设备")]),
        ("材料不全的，由经办人补正后从第一步重新办理。", [(1, "材料不全")]),
        ("审批不通过，返回步骤1", [(1, "审批不通过")]),
        ("复核（有误的退回上一环节）", [(2, "有误")]),
        ("校长不同意的，退回第（二）项重新拟定。", [(2, "校长不同意")]),
        ("五千元以下的，跳过第四步、第五步。", [(6, "五千元以下")]),
        ("五千元以下的，第四至六步可以省略。", [(7, "五千元以下")]),
        ("公示有异议的，重新启动采购程序。", [(1, "公示有异议")]),
        ("领导不同意的，本流程终止。", [(0, "领导不同意")]),
        ("材料不合格的退回申请人补正。", [(1, "材料不合格")]),
        ("审核通过后进入下一步。", [(4, "审核通过后")]),
        ("整改完成后回到第2步。", [(2, "")]),
    ],
)
def test_a_step_in_chinese_goes_on_where_its_words_say(words: str, expected: list[tuple[int, str]]) -> None:
    assert third(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("If it is refused, it goes back to step 2.", [(2, "If it is refused")]),
        ("If approved, skip to step seven; otherwise back to stage 2.", [(7, "If approved"), (2, "otherwise")]),
        ("If the Head rejects the form it is returned to step 1.", [(1, "If the Head rejects the form")]),
        ("Checks it; if anything is missing, return it to step 1.", [(1, "if anything is missing")]),
        ("Go back to the second step if anything is missing.", [(2, "if anything is missing")]),
        ("Claims over £500 go straight to step 6.", [(6, "Claims over £500")]),
        ("Incomplete forms go back to the previous step.", [(2, "Incomplete forms")]),
        ("If all agree proceed to (e).", [(5, "If all agree")]),
        ("Steps 4 and 5 are skipped for orders below £200.", [(6, "for orders below £200")]),
        ("Repeat steps 2 to 4 until the figures agree.", [(2, "until the figures agree")]),
        ("If nobody bids, start again.", [(1, "If nobody bids")]),
        ("If the panel disagrees the procedure ends.", [(0, "If the panel disagrees")]),
        ("The Clerk sends it back to the applicant if it is incomplete.", [(1, "if it is incomplete")]),
        ("The form (if refused, back to step 1) is filed.", [(1, "if refused")]),
    ],
)
def test_a_step_in_english_goes_on_where_its_words_say(words: str, expected: list[tuple[int, str]]) -> None:
    assert third(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "不得退回第一步。",
        "按照第二步填写的表格核对。",
        "由第二步的经办人复核。",
        "不合格的退回补充。",
        "不合格的退回第九步。",
        "进入下一步。",
        "重复第三步。",
        "Do not go back to step 1.",
        "The form from step 2 is checked.",
        "If still unhappy, go to step 3 of the Complaints Procedure.",
        "If refused, back to step 12.",
        "Go on to the next step.",
    ],
)
def test_what_names_a_step_without_turning_to_it_is_no_branch(words: str) -> None:
    assert third(words) == []


def test_a_person_who_acts_in_two_steps_before_gets_nothing_back_in_a_picture() -> None:
    twice = run("申请人填表。", "申请人补充。", "不合格的退回申请人。")
    alike = twice.model_copy(update={"steps": tuple(s.model_copy(update={"actor": "申请人"}) for s in twice.steps)})
    assert branches(alike) == ()


def test_the_next_step_does_not_follow_one_that_always_turns_elsewhere_when_another_leads_there() -> None:
    rework = run("填表。", "合格的转第4步，否则转第3步。", "整改后回到第2步。", "归档。")
    found = branches(rework)
    assert [goes_on(rework, found, n) for n in range(1, 5)] == [True, True, False, False]
    lonely = run("填表。", "整改后回到第1步。", "归档。")
    assert goes_on(lonely, branches(lonely), 2)


def test_branches_are_said_in_the_language_of_whoever_reads() -> None:
    some = run("填表。", "不通过的退回第一步，无异议的本流程终止。", "归档。")
    assert branch_lines(some, 2, "zh") == ("不通过 → 第1步", "无异议 → 结束")
    assert branch_lines(some, 2, "en") == ("不通过 → step 1", "无异议 → the end")


def test_branches_are_read_from_the_steps_of_a_document() -> None:
    lines = [
        "第三条 领用按下列程序办理：",
        "（一）教师填单；",
        "（二）主任审核，不同意的退回第（一）项；",
        "（三）发放。",
    ]
    made = document("lab.md", "lab", Facts(title="规程"), "0" * 64, [Line(text=line) for line in lines])
    (found,) = branches(made.procedures[0])
    assert (found.at, found.to, found.condition) == (2, 1, "不同意")


@pytest.mark.parametrize(
    "words", ["退回第", "if it is ", "如果不，", "go back to the ", "跳过第一步、", "(", "the form is "]
)
def test_no_pattern_runs_away_on_a_step_of_any_length(words: str) -> None:
    started = time.process_time()
    branches(run(words * 20_000, "Done."))
    assert time.process_time() - started < 20  # a pattern that runs away takes minutes
