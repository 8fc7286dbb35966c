"""What a list or a table of documents ends, and what such a list only keeps, changes or names."""

from datetime import date

import pytest

from corpus.formats import read
from corpus.models import Facts
from corpus.outline.growing import split
from corpus.validity.said.stated import stated

JULY = date(2025, 7, 1)


def ended(title: str, text: str) -> list[tuple[str, str, date | None]]:
    body, clauses = split(read("a.md", text.encode()).lines)
    return [(r.title, r.version, r.day) for r in stated(body, clauses, Facts(title=title)).repeals]


def test_a_notice_ends_what_it_lists_under_its_headings() -> None:
    text = """# 关于废止和宣布失效部分文件的通知

各科室：
经研究，决定对下列文件予以废止或者宣布失效：

一、废止的文件
1. 《食堂管理办法》（校发〔2015〕9号）；
2. 《关于印发〈门禁管理规定〉的通知》（校发〔2018〕2号）。

二、宣布失效的文件
《防汛值班补助办法（试行）》。

三、继续有效的文件
《图书借阅规则》。

本通知自2025年7月1日起执行。"""
    titles = [title for title, _, _ in ended("关于废止和宣布失效部分文件的通知", text)]
    assert titles == ["食堂管理办法", "门禁管理规定", "防汛值班补助办法（试行）"]


def test_the_last_article_ends_what_it_lists() -> None:
    text = """第一条 为规范用车，制定本办法。

第二条 本办法自2025年7月1日起施行。下列文件同时废止：

（一）《用车规定》；
（二）《停车规定》。"""
    assert [title for title, _, _ in ended("用车管理办法", text)] == ["用车规定", "停车规定"]


def test_a_table_of_what_is_ended() -> None:
    text = """下列文件自2025年7月1日起废止。

| 序号 | 文件名称 | 文号 |
|---|---|---|
| 1 | 《食堂管理办法》 | 校发〔2015〕9号 |
| 2 | 《门禁规定》 | 校发〔2018〕2号 |"""
    assert [title for title, _, _ in ended("关于废止部分文件的公告", text)] == ["食堂管理办法", "门禁规定"]


@pytest.mark.parametrize(
    "lead",
    [
        "The Board resolved on 20 May 2025 that the following policies are withdrawn with effect from 1 July 2025:",
        "The following are hereby revoked from 1 July 2025:",
    ],
)
def test_an_english_notice_ends_what_it_lists(lead: str) -> None:
    text = f"# Notice of Revocation\n\n{lead}\n\n- Night Work Policy (2019)\n- Keys Policy\n\nThe Clerk tells us."
    listed = [("Night Work Policy (2019)", "2019", JULY), ("Keys Policy", "", JULY)]
    assert ended("Notice of Revocation", text) == listed


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("用车管理办法", "第一条 下列文件由办公室保管：\n\n（一）《用车规定》；\n（二）《停车规定》。"),
        ("关于修改部分文件的决定", "决定对下列文件作出修改：\n\n1. 《用车规定》\n2. 《停车规定》"),
        ("Records Policy", "1. The following are kept for six years:\n\n- Keys Policy\n- Night Work Policy"),
        (
            "Licences Policy",
            "1. Permits. 2. Badges.\n\n3. The following are revoked when misused: a permit.",
        ),
    ],
)
def test_other_lists_end_nothing(title: str, text: str) -> None:
    assert ended(title, text) == []
