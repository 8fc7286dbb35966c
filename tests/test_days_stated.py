"""From when and until when: what some sixty ways of saying it, in two languages, make of a document's days."""

from datetime import date

import pytest

from corpus.document import document
from corpus.models import Change, Document, Facts, Line, Stated
from corpus.outline.clauses import clause_of
from corpus.outline.growing import split
from corpus.validity.said.stated import stated
from corpus.validity.settled.settling import settled

MAY, NEXT = date(2023, 5, 1), date(2025, 5, 1)
JULY, OVER = date(2025, 7, 1), date(2026, 1, 1)


def zh(closing: str, path: str = "") -> Stated:
    text = f"借用管理办法\n第一条 为规范借用，制定本办法。\n第二条 借用由馆长批准。\n第三条 {closing}"
    body, clauses = split([Line(text=line) for line in text.split("\n")])
    return stated(body, clauses, Facts(title="借用管理办法"), path)


def en(line: str, path: str = "") -> Stated:
    text = f"Loans Policy\n{line}\n1. Loans are approved by the keeper.\n2. Damage is reported."
    body, clauses = split([Line(text=each) for each in text.split("\n")])
    return stated(body, clauses, Facts(title="Loans Policy"), path)


@pytest.mark.parametrize(
    ("closing", "begins", "ends"),
    [
        ("本办法自2023年5月1日起施行，有效期届满后自动失效。", MAY, None),
        ("本办法自2023年5月1日起施行，有效期两年，有效期届满自动失效。", MAY, NEXT),
        ("本办法自2023年5月1日起实施，有效期限为2年。", MAY, NEXT),
        ("本办法自2023年5月1日起施行，有效期至2025年4月30日，到期自行废止。", MAY, NEXT),
        ("本办法自2023年5月1日零时起施行。", MAY, None),
        ("本办法从2023年5月1日开始执行，长期有效。", MAY, None),
        ("本办法自2023年5月1日起暂行，暂行期两年。", MAY, NEXT),
        ("本办法自2023年5月1日起施行至2025年4月30日止。", MAY, NEXT),
        ("本办法试行期两年，自2023年5月1日起计算。", None, NEXT),
        ("本办法的有效期截止到2025年6月30日。", None, JULY),
        ("本办法执行至2025年12月31日。", None, OVER),
        ("本办法于2025年5月1日废止。", None, NEXT),
        ("本办法自2025年5月1日起停止执行。", None, NEXT),
        ("本办法自2023年秋季学期起施行。", date(2023, 9, 1), None),
        ("本办法自2024年春季学期起施行。", date(2024, 3, 1), None),
        ("本办法自2023学年起执行。", date(2023, 9, 1), None),
        ("本办法经2023年5月1日馆务会审议通过，自通过之日起施行。", MAY, None),
        ("本办法自印发之日起施行，有效期两年。\n2023年5月1日", MAY, NEXT),
        ("本办法自发布之日起施行。\n云栖馆办公室\n2023年5月1日印发", MAY, None),
        ("本办法自发布之日起施行。\n（2023年5月1日印发）", MAY, None),
        ("本办法自下发之日起执行。\n抄送：各部门\n云栖馆办公室　2023年5月1日印发", MAY, None),
        ("本办法有效期自发布之日起两年。\n2023年5月1日", None, NEXT),
        ("本办法自2023年5月1日起施行，第二条自2025年5月1日起施行。", MAY, None),
        ("本办法第二条自2025年5月1日起施行，其余条款自2023年5月1日起施行。", MAY, None),
        ("除第二条自2025年5月1日起施行外，本办法自2023年5月1日起施行。", MAY, None),
        ("借用证自2023年5月1日起启用，有效期两年。", None, None),
        ("外借期届满的，自2025年5月1日起按日收费。", None, None),
    ],
)
def test_a_chinese_document_says_from_when_and_until_when(closing: str, begins: date | None, ends: date | None) -> None:
    found = zh(closing)
    assert (found.effective, found.repealed) == (begins, ends)


@pytest.mark.parametrize(
    ("line", "begins", "ends"),
    [
        ("In force from 1 May 2023 until further notice.", MAY, None),
        ("In force from 1 May 2023 until it is replaced.", MAY, None),
        ("Effective 1 May 2023.", MAY, None),
        ("Effective from May 2023.", MAY, None),
        ("Commencement: 1 May 2023", MAY, None),
        ("These standing orders have effect from 1 May 2023.", MAY, None),
        ("Valid for two years from 1 May 2023.", MAY, NEXT),
        ("This policy will remain in force for two years from 1 May 2023.", MAY, NEXT),
        ("This policy runs from 1 May 2023 to 30 April 2025.", MAY, NEXT),
        ("In force 1 May 2023 to 30 April 2025.", MAY, NEXT),
        ("This policy applies between 1 May 2023 and 30 April 2025.", MAY, NEXT),
        ("This code is in operation from 1 May 2023 until 30 April 2025 inclusive.", MAY, NEXT),
        ("This scheme started on 1 May 2023 and ends on 30 April 2025.", MAY, NEXT),
        ("This policy ceases to have effect on 1 May 2025.", None, NEXT),
        ("This policy shall cease to apply from 1 May 2025.", None, NEXT),
        ("This policy will lapse on 30 April 2025.", None, NEXT),
        ("This version lapses at midnight on 30 April 2025.", None, NEXT),
        ("This policy is valid until 30 April 2025 unless renewed.", None, NEXT),
        ("Superseded on 1 May 2025.", None, NEXT),
        ("Withdrawn on 1 May 2025.", None, NEXT),
        ("Expiry date: 30 April 2025", None, NEXT),
        ("This policy takes effect on 1 May 2023, except clause 2, which takes effect on 1 May 2025.", MAY, None),
        ("Clause 2 takes effect on 1 May 2025; the rest of this policy takes effect on 1 May 2023.", MAY, None),
        ("Section 2 comes into force on 1 May 2025.", None, None),
        ("Next review: 1 May 2025", None, None),
        ("Last reviewed: 1 May 2023", None, None),
        ("A pass is valid for two years from 1 May 2023.", None, None),
        ("The exhibition runs from 1 May 2023 to 30 April 2025.", None, None),
    ],
)
def test_an_english_document_says_from_when_and_until_when(line: str, begins: date | None, ends: date | None) -> None:
    found = en(line)
    assert (found.effective, found.repealed) == (begins, ends)


@pytest.mark.parametrize(
    "path",
    [
        "loans 2023-05-01.docx",
        "loans_20230501.pdf",
        "20230501-借用办法.docx",
        "借用办法（2023年5月1日）.docx",
        "借用办法（2023年5月）.docx",
        "loans policy 1 May 2023.docx",
        "Loans Policy v3 (May 2023).docx",
    ],
)
def test_a_files_name_tells_when_it_was_issued(path: str) -> None:
    assert (zh("本办法自印发之日起施行。", path).effective, en("Loans.", path).issued) == (MAY, MAY)


@pytest.mark.parametrize("path", ["2023/loans.docx", "loans 20231345.pdf", "loans 2023.docx", "order 1202305011.pdf"])
def test_a_name_without_a_day_tells_none(path: str) -> None:
    assert zh("本办法由馆办解释。", path).issued is None


@pytest.mark.parametrize(
    "line", ["Date of issue: 1 May 2023", "Issued: May 2023", "Approved 1 May 2023. Effective immediately."]
)
def test_what_is_effective_on_issue_begins_when_it_was_issued(line: str) -> None:
    assert (en(line).issued, en(line).effective) == (MAY, None)


def made(path: str, *lines: str) -> Document:
    return document(path, path.removesuffix(".md"), Facts(title="借用办法"), path, [Line(text=line) for line in lines])


TWO_ZH = ("第一条 借用由馆长批准。", "第二条 外借由馆务会批准。")
TWO_EN = ("1. The keeper lends.", "2. The board lends abroad.")


@pytest.mark.parametrize(
    ("lines", "label"),
    [
        ((*TWO_ZH, "第三条 本办法自2023年5月1日起施行，第二条自2025年5月1日起施行。"), "第二条"),
        ((*TWO_ZH, "第三条 本办法第一条、第二条自2025年5月1日起施行，其余条款自2023年5月1日起施行。"), "第一条"),
        ((*TWO_EN, "3. This policy takes effect on 1 May 2023, except clause 2, which applies from 1 May 2025."), "2."),
    ],
)
def test_a_clause_may_begin_later_than_its_document(lines: tuple[str, ...], label: str) -> None:
    one = settled([made("a.md", *lines)])[0][0]
    found = {each.clause: (each.change, each.day) for each in one.amended}
    assert one.facts.effective == MAY
    assert found[clause_of(one, label)] == (Change.BEGUN, NEXT)
