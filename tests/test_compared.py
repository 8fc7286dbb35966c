"""A table that sets the words of clauses side by side, before and after, amends them."""

from datetime import date

from corpus.document import document
from corpus.formats import read
from corpus.models import Change, Document, Facts
from corpus.validity.settled.settling import settled


def made(path: str, title: str, since: date, text: str) -> Document:
    lines = read(path, text.encode()).lines
    return document(path, path.removesuffix(".md"), Facts(title=title, effective=since), path, lines)


RULE = made(
    "rule.md",
    "陶艺室办法",
    date(2020, 1, 1),
    "第五条 开放时间由社务处确定。\n\n第六条 检查由保安处组织。\n\n第七条 停用。",
)
TABLE = """《陶艺室办法》修订内容如下。

| 条款 | 修改前 | 修改后 |
|---|---|---|
| 第五条 | 开放时间由社务处确定。 | 开放时间由社长确定。 |
| 第七条 | 停用。 | 删去 |
"""


def test_a_table_of_before_and_after_amends_each_clause_it_names() -> None:
    change = made("change.md", "关于修订《陶艺室办法》的通知", date(2024, 9, 1), TABLE)
    found = settled([RULE, change])[0][0].amended
    assert [(one.clause, one.change, change.text[one.start : one.end]) for one in found] == [
        ("5", Change.REPLACED, "开放时间由社长确定。"),
        ("7", Change.DELETED, "删去"),
    ]


def test_any_other_table_amends_nothing() -> None:
    other = TABLE.replace("修改前", "办理人").replace("修改后", "内容")
    change = made("change.md", "关于修订《陶艺室办法》的通知", date(2024, 9, 1), other)
    assert settled([RULE, change])[0][0].amended == ()


def test_an_english_table_does_so_too() -> None:
    rule = made("loft.md", "Loft Rules", date(2020, 1, 1), "1. Ladders are lent by the Keeper.\n\n2. Ropes are lent.")
    text = (
        "The Loft Rules are amended as follows.\n\n| Rule | Current text | New text |\n|---|---|---|\n"
        "| Rule 1 | Ladders are lent by the Keeper. | Ladders are lent by the Dean. |\n"
    )
    change = made("change.md", "Amendment to the Loft Rules", date(2024, 9, 1), text)
    found = settled([rule, change])[0][0].amended
    assert [(one.clause, change.text[one.start : one.end]) for one in found] == [("1", "Ladders are lent by the Dean.")]


def test_columns_called_so_in_a_document_that_amends_nothing_are_read_as_any_others() -> None:
    table = "| Task | Decided before 5 pm by | Decided after 5 pm by |\n|---|---|---|\n| Repairs | Clerk | Warden |\n"
    rules = made("hours.md", "Loft Hours", date(2024, 1, 1), table).rules
    assert [rule.actor for rule in rules] == ["Clerk", "Warden"]
