"""HTML: the document's own words."""

import pytest

from corpus import formats
from corpus.models import Role

PAGE = """<!doctype html><html><head><meta charset="{charset}"><title>外出办法 - 某校</title>
<script>x()</script></head>
<body><header>校徽</header><nav><a>首页</a></nav><div class="breadcrumb">首页 &gt; 制度</div>
<main><h1>外出办法</h1><p>第一条 为了
规范<b>外出</b>，制定本办法。<br>第二条 校长&nbsp;审批。</p><ol type="a"><li>申请<li>审批</ol>
<table><caption>分工</caption><tr><th rowspan=2>事项<th colspan=2>程序<tr><th>提出<th>决定
<tr><td rowspan=2>预算<td>办公会<td>党委<tr><td>部门<td>校长</table></main>
<p style="display:none">看不见</p><footer>版权所有</footer></body></html>"""


def read(charset: str = "utf-8", encoding: str = "utf-8") -> formats.Content:
    return formats.read("a.html", PAGE.format(charset=charset).encode(encoding))


def test_navigation_footers_and_scripts_are_gone() -> None:
    assert [line.text for line in read().lines] == [
        "外出办法", "第一条 为了规范外出，制定本办法。", "第二条 校长\xa0审批。", "a. 申请", "b. 审批",
        "分工", "事项 | 程序 提出 | 程序 决定", "预算 | 办公会 | 党委", "预算 | 部门 | 校长",
    ]  # fmt: skip


def test_what_a_site_says_around_a_text_is_gone() -> None:
    page = """<h1>借阅规定</h1><p>发布时间：2024-05-01 来源：馆办 浏览次数：31 字号：<a>大</a> <a>小</a></p>
    <p>第一条 阅读量：每人每学期五册，由馆长核定。</p>
    <table><tr><td>标题字号：大<td>点击量：1000以上<tr><td>甲<td>乙</table>
    <div class="related"><h3>相关阅读</h3><ul><li><a>第七条解读</a></li></ul></div><div id="cookie-notice">同意</div>"""
    found = formats.read("a.html", page.encode()).lines
    assert [line.text for line in found] == [
        "借阅规定", "第一条 阅读量：每人每学期五册，由馆长核定。", "标题字号：大 | 点击量：1000以上", "甲 | 乙",
    ]  # fmt: skip


def test_comments_and_hidden_words_of_a_page_saved_by_word_are_gone() -> None:
    page = """<p class=MsoNormal>1. The Librarian decides.<span style='mso-hide:all'> Not so.</span><o:p></o:p></p>
    <div style='mso-element:comment-list'><div style='mso-element:comment'><p>Ask Ann.</p></div></div>
    <div style='mso-element:footnote-list'><p>[1] Or a deputy.</p></div>"""
    found = formats.read("a.htm", page.encode()).lines
    assert [line.text for line in found] == ["1. The Librarian decides.", "[1] Or a deputy."]


def test_the_declared_encoding_is_honoured() -> None:
    assert read("gb2312", "gb18030").lines == read().lines
    assert read("gbk", "utf-8").lines == read().lines


def test_the_title_is_the_heading_that_the_sites_name_was_added_to() -> None:
    assert read().title == "外出办法"


def test_roles_tell_headings_headers_and_rows() -> None:
    lines = read().lines
    assert (lines[0].role, lines[0].level) == (Role.HEADING, 1)
    assert [line.role for line in lines[-3:]] == [Role.HEADER, Role.ROW, Role.ROW]


def test_a_huge_span_does_not_fill_the_memory() -> None:
    page = "<table>" + "<tr><td colspan=1000 rowspan=1000>a<td>b" * 300 + "</table>"
    with pytest.raises(formats.Unreadable, match="a table of more than"):
        formats.read("a.html", page.encode())


def test_a_page_that_is_nested_too_deep_is_refused_and_not_cut() -> None:
    with pytest.raises(formats.Unreadable, match="nested too deep"):
        formats.read("a.html", b"<div>" * 5000 + b"text")
    with pytest.raises(formats.Unreadable, match="nested too deep"):
        formats.read("a.html", b"<div>" * 900 + b"text")
