"""What the way from the log to a better answer promises."""

import json
import os
import re
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.answering.models import Answer, Citation, Status
from bot.records import report
from bot.records.draft import drafted, undrafted
from bot.records.log import Log
from bot.records.review import Cited, Logged, clusters, review
from bot.records.wordings import normal
from corpus.faq import Basis, Entry, entries, stamp, stamps
from corpus.models import Clause, Document, Facts, Kind
from corpus.suspension import suspended
from scripts.faq import main
from tests import commands

TODAY = date(2026, 11, 22)


# ---- documents by hand


def clause(key: str, start: int, end: int, until: int, heading: str = "", parent: int | None = None) -> Clause:
    level = "heading" if heading else "paragraph"
    return Clause(
        key=key,
        label="",
        mark="",
        level=level,
        heading=heading,
        start=start,
        end=end,
        until=until,
        parent=parent,
    )


def document(name: str, text: str, clauses: tuple[Clause, ...], **facts: object) -> Document:
    return Document(
        path=f"{name}.md", id=name, facts=Facts.model_validate({"title": name, **facts}), sha256="ab" * 32,
        text=text, clauses=clauses, passages=(), rules=(), procedures=(),
    )  # fmt: skip


def faq(markdown: str) -> Document:
    """A FAQ document from Markdown, with its paragraphs under their headings."""
    body = re.sub(r"\A---\n.*?\n---\n|<!--.*?-->", "", markdown, flags=re.DOTALL)
    text, clauses = "", []
    heads: dict[int, int] = {}
    for line in body.split("\n"):
        words = re.sub(r"\\([^\w\s])", r"\1", line.lstrip("#").strip())
        level = len(line) - len(line.lstrip("#"))
        if not words:
            continue
        start, text = len(text), text + words + "\n"
        above = [at for depth, at in heads.items() if not level or depth < level]
        if level:
            heads = {depth: at for depth, at in heads.items() if depth < level} | {level: len(clauses)}
        heading = words if level else ""
        clauses.append(clause(f"c{len(clauses)}", start, len(text), len(text), heading, max(above, default=None)))
    return document("faq", text, tuple(clauses), kind="faq")


RULE = "第一条 总则\n第二条 三天以内的事假由部门负责人批准。\n"
LEAVE = document(
    "leave", RULE, (clause("1", 0, 7, 7), clause("2", 7, len(RULE), len(RULE))), effective=date(2024, 9, 1)
)
STAMP = stamp(RULE[7:])


def entry(*basis: Basis, answer: str = "由部门负责人批准。") -> Entry:
    return Entry(question="三天假找谁批？", also=(), answer=answer, start=0, end=len(answer), clause="c0", basis=basis)


def reasons(*basis: Basis, rulebook: Document = LEAVE, answer: str = "由部门负责人批准。") -> list[str]:
    found = suspended([entry(*basis, answer=answer)], {rulebook.id: rulebook}, TODAY)
    assert all("\n" not in one.reason for one in found)
    return [one.reason for one in found]


# ---- entries


def test_an_entry_is_a_heading_its_answer_and_the_clauses_under_it() -> None:
    found = faq(
        "## 请三天假找谁批？\n\n也可以这样问：三天假谁签字；事假谁批\n\n"
        "由部门负责人批准。\n\n超过三天另行申请。\n\n"
        "依据：leave#2.3 @1a2b3c4d5e6f\n\n## Who signs?\n\nThe Head.\n\nAlso asked: who may sign\n\n"
        "Basis: buy#2.1(b) @aaaaaaaaaaaa; buy#3 @bbbbbbbbbbbb\n"
    )
    leave, signs = entries(found)
    assert leave.question == "请三天假找谁批？"
    assert leave.also == ("三天假谁签字", "事假谁批")
    assert leave.answer == "由部门负责人批准。\n超过三天另行申请。" == found.text[leave.start : leave.end]
    assert leave.basis == (Basis(link="leave#2.3", stamp="1a2b3c4d5e6f"),)
    assert leave.clause == "c0"
    assert (signs.question, signs.answer, signs.also) == ("Who signs?", "The Head.", ("who may sign",))
    assert signs.basis == (
        Basis(link="buy#2.1(b)", stamp="aaaaaaaaaaaa"), Basis(link="buy#3", stamp="bbbbbbbbbbbb")
    )  # fmt: skip


def test_a_title_and_sections_are_not_questions() -> None:
    titled = faq("# 常见问题\n\n先看这里。\n\n## 一问？\n\n一答。\n\n## 二问？\n\n二答。\n")
    assert [(one.question, one.answer) for one in entries(titled)] == [
        ("一问？", "一答。"),
        ("二问？", "二答。"),
    ]
    parted = faq("# 请假\n\n## 一问？\n\n一答。\n\n# 采购\n\n## 二问？\n\n二答。\n")
    assert [(one.question, one.answer) for one in entries(parted)] == [
        ("一问？", "一答。"),
        ("二问？", "二答。"),
    ]


def test_an_answer_with_parts_stays_whole() -> None:
    (found, _) = entries(faq("## 怎么请？\n\n先申请。\n\n### 例外\n\n急病可后补。\n\n依据：leave#2\n\n## 二问？\n"))
    assert found.answer == "先申请。\n例外\n急病可后补。"


def test_a_basis_that_a_reader_joined_to_other_lines_is_still_one() -> None:
    (found,) = entries(faq("## 问？\n\n由部门负责人批准。依据：leave#1 @aaaaaaaaaaaa依据：leave#2 @bbbbbbbbbbbb\n"))
    assert found.answer == "由部门负责人批准。"
    assert [one.link for one in found.basis] == ["leave#1", "leave#2"]


def test_the_word_for_basis_in_an_answer_is_only_a_word() -> None:
    (found,) = entries(faq("## 问？\n\n审批的依据：预算。Basis: see the table.\n\n依据：leave#2 @aaaaaaaaaaaa\n"))
    assert found.answer == "审批的依据：预算。Basis: see the table."


def test_a_link_may_hold_any_character_but_a_space() -> None:
    (found,) = entries(faq("## 问？\n\n答。\n\n依据：请假#谁批？；怎么批？.~1 @aaaaaaaaaaaa\n"))
    assert found.basis == (Basis(link="请假#谁批？；怎么批？.~1", stamp="aaaaaaaaaaaa"),)


def test_a_document_without_headings_has_no_entries() -> None:
    assert entries(faq("只有一段话。\n")) == ()


# ---- suspension


def test_an_entry_whose_clause_still_says_the_same_answers() -> None:
    assert reasons(Basis(link="leave#2", stamp=STAMP)) == []


def test_a_stamp_covers_the_words_of_a_clause_not_its_line_breaks() -> None:
    assert stamp("一 二\n三") == stamp(" 一  二 三\n") != stamp("一二三")
    assert re.fullmatch("[0-9a-f]{12}", STAMP)
    assert stamps(["leave#2", "leave#9", "none#1"], {"leave": LEAVE}) == {"leave#2": STAMP}


def test_an_entry_is_suspended_when_its_clause_changed() -> None:
    text = RULE.replace("三天", "两天")
    changed = LEAVE.model_copy(update={"text": text})
    (reason,) = reasons(Basis(link="leave#2", stamp=STAMP), rulebook=changed)
    assert reason == f"leave#2 has changed: if the answer still fits, write @{stamp(text[7:])} for @{STAMP}"


def test_an_entry_is_suspended_when_what_stands_below_its_clause_changed() -> None:
    above = LEAVE.model_copy(update={"clauses": (clause("1", 0, 7, len(RULE)), LEAVE.clauses[1])})
    (reason,) = reasons(Basis(link="leave#1", stamp=stamp(RULE[:7])), rulebook=above)
    assert "leave#1 has changed" in reason


@pytest.mark.parametrize(
    ("link", "facts", "said"),
    [
        ("leave#9", {}, "leave#9 is gone"),
        ("travel#2", {}, "travel#2 is gone"),
        ("leave#2", {"repealed": TODAY}, "leave was repealed on 2026-11-22"),
        ("leave#2", {"effective": date(2027, 1, 1)}, "leave takes effect on 2027-01-01, not yet"),
        ("leave#2", {"kind": Kind.DRAFT}, "leave is not a rule but draft"),
        ("leave#2", {"kind": Kind.FAQ}, "leave is not a rule but faq"),
    ],
)
def test_an_entry_never_rests_on_what_is_not_in_force(link: str, facts: dict[str, object], said: str) -> None:
    rulebook = LEAVE.model_copy(update={"facts": LEAVE.facts.model_copy(update=facts)})
    (reason,) = reasons(Basis(link=link, stamp=STAMP), rulebook=rulebook)
    assert reason.startswith(said)


def test_a_rule_repealed_tomorrow_still_carries_its_entry_today() -> None:
    facts = LEAVE.facts.model_copy(update={"repealed": TODAY + timedelta(days=1)})
    rulebook = LEAVE.model_copy(update={"facts": facts})
    assert reasons(Basis(link="leave#2", stamp=STAMP), rulebook=rulebook) == []


def test_an_entry_without_a_basis_or_an_answer_is_suspended() -> None:
    (reason,) = reasons()
    assert reason.startswith("nothing cited")
    for unwritten in ("（待填写）", "(to be written)", ""):
        (reason,) = reasons(Basis(link="leave#2", stamp=STAMP), answer=unwritten)
        assert reason == "the answer has not been written yet"


def test_an_unedited_entry_gives_one_reason() -> None:
    written = drafted(review(logged("食堂几点开饭？")).unanswered, {}, "zh", TODAY)
    (one,) = suspended(entries(faq(written)), {"leave": LEAVE}, TODAY)
    assert one.reason == "the answer has not been written yet"


def test_a_basis_without_a_stamp_says_which_to_write() -> None:
    (reason,) = reasons(Basis(link="leave#2", stamp=""))
    assert reason.endswith(f"write leave#2 @{STAMP}")


def test_a_mistyped_stamp_is_named() -> None:
    (found,) = entries(faq("## 问？\n\n答。\n\n依据：leave#2 @1a2b\n"))
    (one,) = suspended([found], {"leave": LEAVE}, TODAY)
    assert (one.question, one.link) == ("问？", "leave#2")
    assert one.reason.endswith(f"write @{STAMP} for @1a2b")


def test_an_exception_written_below_the_basis_is_not_left_out_unseen() -> None:
    found = entries(faq(f"## 问？\n\n由部门批准。\n\n依据：leave#2 @{STAMP}\n\n超过三天的除外。\n"))
    (one,) = suspended(found, {"leave": LEAVE}, TODAY)
    assert one.reason == "“超过三天的除外。” stands after the basis: move it above, into the answer"


# ---- groups


def logged(*questions: str, status: Status = Status.NOT_FOUND) -> list[Logged]:
    start = datetime(2026, 11, 1, tzinfo=UTC)
    return [
        Logged(
            id=n, at=start + timedelta(hours=n), question=question, status=status, text="",
            language="zh" if re.search("[一-鿿]", question) else "en", channel="telegram", person=f"p{n % 2}",
            liked=None, handled=False, cited=(),
        )
        for n, question in enumerate(questions, 1)
    ]  # fmt: skip


def groups(*questions: str) -> list[list[int]]:
    return [[row.id for row in cluster] for cluster in clusters(logged(*questions))]


def test_width_marks_case_and_politeness_make_no_other_question() -> None:
    assert normal("您好，请问：教师 请假找谁批呢？谢谢！") == normal("教师请假找谁批") == "教师请假找谁批"
    assert normal("Could you please tell me, who signs？") == normal("WHO SIGNS") == "who signs"
    assert normal("８万元谁批") == "8万元谁批"
    assert normal("What's £80,000.50 for?") == "whats 80000.50 for"
    assert normal("？！") == "?!"


def test_near_identical_questions_are_one_group() -> None:
    assert groups("教师请事假三天找谁批？", "请问教师请事假三天找谁批", "食堂几点开饭") == [[1, 2], [3]]
    assert groups("Who approves annual leave?", "who approves the annual leave", "who can approve annual leave") == [
        [1, 2, 3]
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("单价5万元以内的设备采购由谁批准", "单价50万元以内的设备采购由谁批准"),
        ("教师请事假三天以内找谁批准签字", "教师请事假五天以内找谁批准签字"),
        ("Who approves leave?", "Who approves leases?"),
        ("Who approves unpaid leave?", "Who approves leave?"),
    ],
)
def test_questions_about_other_things_stay_apart(one: str, other: str) -> None:
    assert groups(one, other) == [[1], [2]]


def test_grouping_gives_the_same_whatever_the_order_of_the_rows() -> None:
    rows = logged("教师请假找谁批", "教师请假找谁批准", "教师请假该找谁批准", "请假找谁", "教师请假找谁批啊")
    assert clusters(rows) == clusters(rows[::-1])


def test_the_quick_comparison_finds_what_comparing_all_finds() -> None:
    parts = ("教师", "职工", "请假", "报销", "找谁", "由谁", "批准", "签字", "一天", "手续")
    texts = ["".join(parts[(n * k + k) % 10] for k in range(1, 7)) for n in range(150)]
    leaders: list[str] = []
    expected: dict[str, list[int]] = {}
    for n, text in enumerate(texts, 1):
        pairs = {text[at : at + 2] for at in range(len(text) - 1)}
        shares = []
        for leader in leaders:
            known = {leader[at : at + 2] for at in range(len(leader) - 1)}
            shares.append(len(pairs & known) / len(pairs | known) if text.count("一") == leader.count("一") else 0)
        if max(shares, default=0) >= 0.7:
            expected[leaders[shares.index(max(shares))]].append(n)
        else:
            leaders.append(text)
            expected[text] = [n]
    assert sorted(map(sorted, groups(*texts))) == sorted(expected.values())


def test_a_group_shows_its_commonest_wording_and_its_last_answer() -> None:
    rows = logged("请假谁批？", "请假谁批", "请假谁批")
    cited = (Cited(document="leave.md", title="请假办法", clause="第二条", link="leave#2"),)
    rows[1] = rows[1].model_copy(
        update={"status": Status.ANSWERED, "text": "部门负责人", "cited": cited, "liked": False}
    )
    found = review(rows)
    (group,) = found.unanswered
    assert found.disliked == found.repeated == (group,)
    assert (group.question, group.also, group.count, group.people) == ("请假谁批", ("请假谁批？",), 3, 2)
    assert (group.status, group.text, group.cited) == (Status.NOT_FOUND, "部门负责人", cited)
    assert group.last == rows[2].at


def test_a_question_cannot_steer_the_terminal_that_shows_it() -> None:
    (group,) = review(logged("who\x1b[2J\nsigns‮?")).unanswered
    assert group.question == "who[2J signs?"


def test_what_asks_nothing_is_not_listed() -> None:
    rows = logged("", " ", "？", "a", "批", "😀😀", "\u3164\u3164", "", "谁批")
    found = review([row.model_copy(update={"liked": False}) for row in rows])
    assert [group.question for group in found.groups()] == ["谁批"]


def test_long_questions_are_cut_to_one_line() -> None:
    found = review(logged(*("请假\n谁批" * 50 + end for end in ("", "呢"))))
    lines = report.text(found, "zh").splitlines()
    cut = ("请假 谁批" * 50)[:99] + "…"
    assert (lines[1], lines[3]) == (f"[1] {cut}", f"    也这样问：{cut}")
    assert f"\n## {cut}？\n\n也可以这样问：{cut}\n" in drafted(found.unanswered, {}, "zh", TODAY)


# ---- drafts


def test_what_an_faq_alone_answers_is_not_drafted_again() -> None:
    rows = logged("请假谁批？", "用章谁批", "食堂几点开饭")
    faq_cited = Cited(document="faq.md", title="问答", clause="", link="faq#请假谁批？")
    rule = Cited(document="leave.md", title="请假办法", clause="第二条", link="leave#2")
    rows[0] = rows[0].model_copy(update={"cited": (faq_cited,), "status": Status.ANSWERED, "liked": False})
    rows[1] = rows[1].model_copy(update={"cited": (faq_cited, rule), "status": Status.ANSWERED, "liked": False})
    left = undrafted(review(rows).groups(), {"faq.md"})
    assert [(group.question, group.cited) for group in left] == [("食堂几点开饭", ()), ("用章谁批", (rule,))]


def test_a_draft_reads_back_as_the_entries_it_was_made_from() -> None:
    rows = logged("请假谁批？", "请假谁批", "2.1(a) 是 *什么*", "# <b>Who</b> signs?")
    cited = tuple(Cited(document="leave.md", title="", clause="", link=link) for link in ("leave#2", "leave#1"))
    text = "由部门负责人批准 [1]。\n\n# 另见第一条 [2]"
    rows[1] = rows[1].model_copy(update={"status": Status.ANSWERED, "text": text, "cited": cited})
    written = drafted(review(rows).unanswered, {"leave#2": STAMP}, "zh", TODAY)
    assert written.startswith(
        '---\ntitle: "常见问题（2026-11-22 起草）"\nkind: faq\nissued: 2026-11-22\nowner: ""\n---\n'
    )
    first, signs, what = entries(faq(written))
    assert (first.question, first.also) == ("请假谁批？", ("请假谁批",))
    assert first.answer == "由部门负责人批准。\n# 另见第一条"
    assert first.basis == (Basis(link="leave#2", stamp=STAMP), Basis(link="leave#1", stamp=""))
    assert (what.question, what.answer, what.basis) == ("2.1(a) 是 *什么*？", "（待填写）", ())
    assert (signs.question, signs.answer) == ("# <b>Who</b> signs?", "(to be written)")


def test_a_draft_without_a_basis_offers_the_nearest_clauses_in_a_comment() -> None:
    rows = [
        row.model_copy(update={"reply": "馆长签字即可。", "nearest": ("leave#2", "gone#1")})
        for row in logged("续假谁批")
    ]
    written = drafted(review(rows).groups(), {"leave#2": STAMP}, "zh", TODAY)
    assert "\n\n依据：\n\n<!-- 最接近的条款如下：" in written
    assert "gone#1" not in written
    (read,) = entries(faq(written))
    assert (read.answer, read.basis) == ("馆长签字即可。", ())
    offered = f"依据：leave#2 @{STAMP}"
    (read,) = entries(faq(written.replace("依据：\n", f"{offered}\n", 1)))
    assert read.basis == (Basis(link="leave#2", stamp=STAMP),)


# ---- the command


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log with two groups to answer, one of them disliked, and one question handled."""
    folder = tmp_path_factory.mktemp("data")
    cited = Citation(
        n=1, document="leave.md", title="请假办法", clause="第二条", link="leave#2", sha256="ab" * 32,
        effective=None, repealed=None, quote="部门负责人", start=0, end=5,
    )  # fmt: skip
    with closing(Log.open(folder)) as log:
        for question in ("食堂几点开饭？", "请问食堂几点开饭", "=cmd|'/c calc'!A1"):
            missing = Answer(question=question, language="zh", status=Status.NOT_FOUND, text="没有找到")
            log.record(missing, channel="telegram", person="tg:1")
        told = Answer(
            question="请假谁批？", language="zh", status=Status.ANSWERED, text="@部门 [1]", citations=(cited,)
        )
        log.rate(log.record(told, channel="telegram", person="tg:2"), "tg:2", False)
    return folder


def run(*arguments: object) -> commands.Done:
    return commands.run(main, *arguments)


def test_the_command_shows_each_kind_with_counts_status_and_citations(data: Path) -> None:
    command = [sys.executable, "-m", "scripts.faq", "--data", str(data)]
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1"}
    )
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "没有找到答案：2 组"
    assert lines[1] == "[1] 食堂几点开饭？"
    assert re.fullmatch(r"    问过 2 次，最近 \d{4}-\d\d-\d\d \d\d:\d\d，未找到，踩 0、赞 0", lines[2])
    assert lines[3] == "    也这样问：请问食堂几点开饭"
    assert "回答被点踩：1 组\n[4] 请假谁批？" in done.stdout
    assert "    引用：请假办法 第二条 (leave#2)" in lines
    assert "多次被问：1 组" in lines


def test_the_command_speaks_english_when_asked(data: Path) -> None:
    lines = run("--data", data, "--language", "en").stdout.splitlines()
    assert [line for line in lines if line[0] not in " ["] == ["Unanswered: 2", "Disliked: 1", "Repeated: 1"]


def test_the_command_prints_one_json_object(data: Path) -> None:
    found = json.loads(run("--data", data, "--json").stdout)
    assert [group["ids"] for group in found["unanswered"]] == [[1, 2], [3]]
    assert [group["cited"][0]["link"] for group in found["disliked"]] == ["leave#2"]
    assert [group["count"] for group in found["repeated"]] == [2]


def test_nothing_was_asked_since_tomorrow(data: Path) -> None:
    tomorrow = date.today() + timedelta(days=2)
    assert json.loads(run("--data", data, "--since", tomorrow, "--json").stdout)["unanswered"] == []
    assert len(json.loads(run("--data", data, "--since", "2020-01-01", "--json").stdout)["unanswered"]) == 2


def test_an_export_has_a_sheet_a_kind_and_no_formula(data: Path, tmp_path: Path) -> None:
    done = run("--data", data, "--export", tmp_path / "faq.xlsx")
    assert (done.returncode, done.stdout) == (0, "")
    with closing(load_workbook(tmp_path / "faq.xlsx")) as book:
        assert book.sheetnames == ["没有找到答案", "回答被点踩", "多次被问"]
        cells = [cell for sheet in book for row in sheet.iter_rows(min_row=2) for cell in row]
        assert book["没有找到答案"]["B3"].value == "=cmd|'/c calc'!A1"
        assert book["回答被点踩"]["K2"].value == "@部门 [1]"
    assert "f" not in {cell.data_type for cell in cells}
    assert all(cell.quotePrefix for cell in cells if str(cell.value)[:1] in ("=", "@", "+", "-"))


def test_a_draft_is_written_once_and_never_over_another_file(data: Path, tmp_path: Path) -> None:
    draft = tmp_path / "faq.md"
    done = run("--data", data, "--draft", draft)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"已写出 {draft}\n")
    written = draft.read_text("utf-8")
    questions = [found.question for found in entries(faq(written))]
    assert questions == ["食堂几点开饭？", "=cmd|'/c calc'!A1？", "请假谁批？"]
    again = run("--data", data, "--draft", draft)
    assert again.returncode == 1
    assert again.stderr == f"guiju: {draft} is there already and is never overwritten: give another name\n"
    assert draft.read_text("utf-8") == written


def test_what_is_handled_is_gone_until_it_is_asked_anew(tmp_path: Path) -> None:
    question = Answer(question="食堂几点开饭？", language="zh", status=Status.NOT_FOUND, text="")
    with closing(Log.open(tmp_path)) as log:
        for _ in range(2):
            log.record(question, channel="telegram", person="tg:1")
        done = run("--data", tmp_path, "--handled", 2, "--note", "in the FAQ")
        assert (done.returncode, done.stdout) == (0, "已标为处理：2 个提问，1 组\n")
        assert run("--data", tmp_path).stdout == "没有找到答案：0 组\n回答被点踩：0 组\n多次被问：0 组\n"
        log.record(question, channel="telegram", person="tg:1")
    assert "问过 3 次" in run("--data", tmp_path).stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (
            ["--data", "{empty}"],
            1,
            "guiju.db is not there: nothing has been asked yet, or it is another folder",
        ),
        (["--data", "{data}", "--handled", "99"], 1, "no question has the number 99"),
        (
            ["--data", "{data}", "--export", "{empty}/no/x.xlsx"],
            1,
            "cannot be written: No such file or directory",
        ),
        (["--data", "{data}", "--since", "soon"], 2, '"soon" is not a day: write it as YYYY-MM-DD'),
        (["--data", "{data}", "--handled", "1", "--draft", "x.md"], 2, "--handled stands alone"),
        (["--language", "fr"], 2, "invalid choice"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    data: Path, tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    done = run(*(one.format(data=data, empty=tmp_path) for one in arguments))
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr.splitlines()[-1]
    assert code == 2 or done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_the_data_folder_may_be_set_in_the_environment(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIJU_DATA", str(data))
    assert "食堂几点开饭？" in run().stdout


def test_help_has_an_example() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert "example: .venv/bin/python -m scripts.faq --data data" in done.stdout
