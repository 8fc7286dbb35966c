"""Procedures and their steps: from lists, tables and arrows, each step with its actor, its time and its words."""

import pytest

from corpus.document import document
from corpus.models import Document, Facts, Line, Role
from corpus.procedures import LIMIT


def reading(*lines: str | Line) -> Document:
    own = [line if isinstance(line, Line) else Line(text=line) for line in lines]
    return document("lab.md", "lab", Facts(title="实验室规程"), "0" * 64, own)


def table(header: str, *rows: str) -> list[Line]:
    first = Line(text=header, role=Role.HEADER, cells=tuple(header.split(" | ")))
    return [first, *(Line(text=row, role=Role.ROW, cells=tuple(row.split(" | "))) for row in rows)]


def test_a_list_that_calls_itself_a_procedure_is_one() -> None:
    made = reading(
        "第三条 领用试剂按下列程序办理：",
        "（一）任课教师填写领用单；",
        "（二）实验室主任在2个工作日内审核；",
        "（三）管理员发放试剂并登记。",
    )
    (procedure,) = made.procedures
    assert [(s.number, s.actor, s.limit, s.label) for s in procedure.steps] == [
        (1, "任课教师", "", "第三条（一）"),
        (2, "实验室主任", "在2个工作日内", "第三条（二）"),
        (3, "管理员", "", "第三条（三）"),
    ]
    assert [s.action for s in procedure.steps][0].startswith("任课教师填写领用单")


def test_a_step_points_at_the_very_words_it_was_read_from() -> None:
    made = reading("第三条 领用试剂按下列程序办理：", "（一）教师填单；", "（二）主任审核。")
    assert [made.text[s.start : s.end] for s in made.procedures[0].steps] == ["（一）教师填单；", "（二）主任审核。"]


def test_steps_are_linked_by_their_clause_and_their_number() -> None:
    made = reading("第三条 领用试剂按下列程序办理：", "（一）教师填单；", "（二）主任审核。")
    (procedure,) = made.procedures
    assert procedure.id == "lab#3!"
    assert [(s.id, s.clause) for s in procedure.steps] == [("lab#3!1", "lab#3.1"), ("lab#3!2", "lab#3.2")]


@pytest.mark.parametrize(
    "opening", ["第三条 下列事项须报告：", "第三条 有下列情形之一的，不适用本程序：", "第三条 申请人应当符合以下条件："]
)
def test_a_list_of_matters_or_conditions_is_no_procedure(opening: str) -> None:
    assert reading(opening, "（一）试剂泄漏；", "（二）仪器损坏。").procedures == ()


def test_a_table_of_stages_gives_each_step_its_office_and_its_time() -> None:
    made = reading(*table("环节 | 责任部门 | 时限", "受理 | 设备处 | 当日", "验收 | 质检组 | 5个工作日"))
    (procedure,) = made.procedures
    assert [(s.action, s.actor, s.limit) for s in procedure.steps] == [
        ("受理", "设备处", "当日"),
        ("验收", "质检组", "5个工作日"),
    ]


def test_a_table_of_powers_is_no_procedure() -> None:
    assert reading(*table("事项 | 决定", "换锁 | 总务主任", "换灯 | 电工组")).procedures == ()


def test_arrows_make_a_chain_of_steps() -> None:
    made = reading("第五条 仪器报废：教研组申请→设备处审核→校长批准。")
    (procedure,) = made.procedures
    assert [(s.number, s.actor, s.action) for s in procedure.steps] == [
        (1, "教研组", "教研组申请"),
        (2, "设备处", "设备处审核"),
        (3, "校长", "校长批准"),
    ]


def test_a_step_has_its_actor_whatever_its_verb() -> None:
    made = reading("第五条 仪器报废：教研组申请→设备处鉴定→校长批准。")
    assert [s.actor for s in made.procedures[0].steps] == ["教研组", "设备处", "校长"]


def test_english_steps_are_read_with_their_times() -> None:
    made = reading(
        Line(text="Procedure for lost keys", role=Role.HEADING, level=2),
        "Step 1. Tell the Caretaker at once.",
        "Step 2. The Caretaker checks the log within two working days.",
    )
    (procedure,) = made.procedures
    assert [s.number for s in procedure.steps] == [1, 2]
    assert [s.limit for s in procedure.steps] == ["at once", "within two working days"]


def test_a_procedure_is_called_by_its_heading() -> None:
    made = reading(Line(text="借用流程", role=Role.HEADING, level=2), "1. 教师填单。", "2. 管理员发放。")
    assert [p.title for p in made.procedures] == ["借用流程"]


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("自收到申请之日起10日内答复", "自收到申请之日起10日内"),
        ("应当立即上报", "立即"),
        ("三个工作日内公示", "三个工作日内"),
        ("no later than ten working days after the hearing", "no later than ten working days after the hearing"),
        ("on the same day", "the same day"),
        ("Within five days of the missed payment the Bursar rings.", "Within five days of the missed payment"),
        ("within 3 working days of getting the form", "within 3 working days of getting the form"),
        ("within 14 days of receipt of the claim who pays", "within 14 days of receipt of the claim"),
        ("within two days of the call shall be told", "within two days of the call"),
    ],
)
def test_a_time_limit_is_read_as_it_is_printed(words: str, limit: str) -> None:
    found = LIMIT.search(words)
    assert found is not None
    assert found[0] == limit


def test_a_table_of_what_happens_by_whom_and_when_is_a_procedure() -> None:
    made = reading(
        *table(
            "No. | What happens | By whom | When", "1 | Deed drafted | Clerk | in May", "2 | Deed read | Dean | in June"
        )
    )
    (procedure,) = made.procedures
    assert [(s.actor, s.limit) for s in procedure.steps] == [("Clerk", "in May"), ("Dean", "in June")]


def test_a_list_in_the_order_in_which_things_are_done_is_a_procedure() -> None:
    made = reading(
        "第三条 Repairs, in the order in which they are made:",
        "（一）The porter looks at the fault;",
        "（二）The Clerk orders the part.",
    )
    assert [s.actor for s in made.procedures[0].steps] == ["porter", "Clerk"]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("实验室规程（修订）", "实验室规程"),
        ("实验室规程", "实验室规程"),
        ("报废", "实验室规程 · 报废"),
        ("规程", "实验室规程 · 规程"),
    ],
)
def test_a_procedure_that_has_no_name_is_called_by_its_document_and_its_heading(heading: str, title: str) -> None:
    over = Line(text=heading, role=Role.HEADING, level=2)
    made = reading(over, "第五条 报废按下列程序办理：", "（一）教师填单；", "（二）主任审核。")
    assert [one.title for one in made.procedures] == [title]


def headed(*lines: str) -> Document:
    title = Line(text="Loans Procedure", role=Role.HEADING, level=1)
    return reading(title, Line(text="Keys and cupboards", role=Role.HEADING, level=2), *lines)


def test_that_a_document_is_called_a_procedure_makes_none_of_its_parts() -> None:
    assert headed("1.1 The porter issues the keys.", "1.2 A lost key is reported to the Clerk.").procedures == ()


@pytest.mark.parametrize(
    "opening",
    ["1.1 How it works:", "1.1 If a key is lost, this is what happens:", "1.1 How to get a key of one's own",
     "1.1 A lost key is dealt with—", "1.1 Request for a second key:"],
)  # fmt: skip
def test_a_list_is_a_procedure_too_where_several_act_one_after_the_other(opening: str) -> None:
    items = ("(a) The holder writes to the porter;", "(b) The porter asks the Clerk;", "(c) The Clerk orders the key.")
    (made,) = headed(opening, *items).procedures
    assert [step.actor for step in made.steps] == ["holder", "porter", "Clerk"]


@pytest.mark.parametrize(
    ("opening", "items"),
    [
        ("1.1 Duties are as follows:", ("The porter keeps keys;", "The Clerk orders keys;", "The Dean pays for keys.")),
        ("1.1 Requests are handled as follows:", ("Up to £50 the Clerk decides;", "Up to £90 the Bursar decides;",
                                                  "Over £90 the Dean decides.")),
        ("1.1 Complaints:", ("The porter hears them;", "The porter writes them down;", "The porter answers them.")),
    ],
)  # fmt: skip
def test_what_each_has_to_do_or_may_decide_is_no_procedure(opening: str, items: tuple[str, ...]) -> None:
    assert headed(opening, *(f"({mark}) {item}" for mark, item in zip("abc", items, strict=True))).procedures == ()


@pytest.mark.parametrize(
    "opening", ["1.1 This procedure does not cover:", "1.1 How to read this:", "1.1 The process isn't used for:"]
)
def test_what_a_procedure_is_not_for_is_none_of_its_steps(opening: str) -> None:
    assert headed(opening, "(a) loans of books;", "(b) loans to the Dean.").procedures == ()


def test_clauses_round_a_table_of_steps_are_no_steps_themselves() -> None:
    made = reading(
        Line(text="借用流程", role=Role.HEADING, level=2),
        "1.1 一般流程如下：",
        *table("环节 | 责任部门", "受理 | 设备处", "验收 | 质检组"),
        "1.2 仪器不得转借。",
    )
    assert [[s.actor for s in one.steps] for one in made.procedures] == [["设备处", "质检组"]]
