"""HTML: the document's own words, without navigation, footers and scripts."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from corpus.formats import encoding, tables
from corpus.formats.characters import SPACES, clean, glue, names, one_line, trim, wide
from corpus.formats.content import Content, Unreadable
from corpus.formats.listing import list_mark
from corpus.formats.marks import opens_clause
from corpus.formats.tables import Box
from corpus.models import Line, Role

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_GONE = names(
    "script style nav footer aside noscript template button select option textarea input iframe object svg"
    " math canvas audio video head del rp rt dialog datalist"
)
_GONE_ROLES = names("navigation banner contentinfo complementary search menu menubar")
_GONE_NAMES = names(
    "nav navbar navigation menu breadcrumb breadcrumbs footer site-footer page-footer sidebar pagination"
    " pager cookie-banner cookie-consent cookie-notice cookie-bar cookies skip-link toc share copyright"
    " related related-links related-articles related-posts related-news recommend recommended comments comment-list"
)
# Word saves hidden text, comments and running heads into a page, and marks them in its own words.
_UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*(?:comment|header|footer)", re.I
)
# What a site says of a page above its text: who put it there and how often it was opened.
_VISITS = re.compile(
    r"(?=.*(?:来源|发布|日期|时间|作者))"
    r".*(?:(?:浏览|阅读|点击|访问)(?:次数|量|数)?\s*[:：]\s*(?:\d|$)|字[号体]\s*[:：]?\s*[\[【(（]?\s*特?大[\s|/]*[中默小])"
)
_LONGEST_VISITS = 150
_INLINE = names(
    "a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark q ruby rb s samp small"
    " span strike strong sub sup time tt u var wbr img picture"
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
# Titles that programs put in when nobody gave one.
_NO_TITLE = re.compile(r"(?:untitled|document|无标题|新建|index|home|首页|page)\b.*|\s*", re.I)


def read(data: bytes) -> Content:
    """The lines of a web page."""
    declared = _CHARSET.search(data[:4096])
    text = encoding.decode(data, declared[1].decode("ascii") if declared else "")
    root = _parsed(text)
    lines = tuple(_Walk().lines(root)) if root is not None else ()
    return Content(lines=lines, title=_title(root, lines))


def fragment(text: str) -> list[Line]:
    """The lines of a piece of HTML inside another document."""
    root = _parsed(text)
    return _Walk().lines(root) if root is not None else []


def _parsed(text: str) -> HtmlElement | None:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        if not trim(re.sub(r"(?s)<!--.*?(?:-->|\Z)|<[^>]*>", "", text)):
            return None
        raise Unreadable(f"damaged HTML: {error.msg}") from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise Unreadable("damaged: nested too deep")
    return root


def _title(root: HtmlElement | None, lines: tuple[Line, ...]) -> str:
    """The page's <title>, or its first <h1> where the <title> adds but the site's name or says nothing."""
    named = root.findtext(".//title") if root is not None else ""
    title = trim(" ".join(clean(named or "").split()))
    first = next((line.text for line in lines if line.level == 1), "")
    return first if first and (first in title or _NO_TITLE.fullmatch(title)) else title


class _Walk:
    """One walk over a page, with the line that is being written."""

    def __init__(self) -> None:
        self.found: list[Line] = []
        self.words: list[str] = []
        self.mark = ""

    def lines(self, root: HtmlElement) -> list[Line]:
        self.only_banner = not root.xpath("//h1[not(ancestor::header)]")
        self._inside(root)
        self._end()
        return self.found

    def _inside(self, element: HtmlElement) -> None:
        self._say(element.text, element)
        for child in element:
            if isinstance(child.tag, str):
                self._element(child)
            self._say(child.tail, element)

    def _element(self, element: HtmlElement) -> None:
        tag = element.tag
        if _gone(element):
            return
        if tag in _INLINE:
            self._inside(element)
        elif tag == "br":
            self._end()
        elif tag == "table" and not _layout(element):
            self._end()
            for caption in element.iterchildren("caption"):
                self._block(caption)
            self.found += tables.lines(tables.spread(list(_rows(element))))
        elif tag == "header" and not _within(element):
            self._banner(element)
        else:
            self._block(element)

    def _banner(self, element: HtmlElement) -> None:
        """A site's header: only its <h1>, and that only where the page has no other."""
        for heading in element.iter("h1"):
            if self.only_banner:
                self._block(heading)

    def _block(self, element: HtmlElement) -> None:
        self._end()
        if element.tag == "li":
            self.mark = list_mark(element)
        self._inside(element)
        self._end(_HEADINGS.get(element.tag, 0))

    def _say(self, text: str | None, element: HtmlElement) -> None:
        if not text:
            return
        if element.tag == "pre":
            for line in text.split("\n"):
                self.words.append(line)
                self._end()
        else:
            self.words.append(text)

    def _end(self, level: int = 0) -> None:
        text = trim(clean(_flowed("".join(self.words))))
        self.words = []
        if not text or (len(text) <= _LONGEST_VISITS and "。" not in text and _VISITS.match(text)):
            return
        mark = "" if opens_clause(text) else self.mark
        self.mark = ""
        role = Role.HEADING if level else Role.TEXT
        self.found.append(Line(text=mark + text, role=role, level=level))


def _flowed(text: str) -> str:
    """Text with its white space as a browser draws it, and none where the source broke a Chinese line."""
    words = re.split(r"[ \t\r\n\f]*\n[ \t\r\n\f]*|[ \t\r\n\f]+", text)
    gaps = re.findall(r"[ \t\r\n\f]+", text)
    whole = words[0]
    for gap, word in zip(gaps, words[1:], strict=False):
        chinese = "\n" in gap and whole and word and wide(whole[-1]) and wide(word[0])
        whole += word if chinese else " " + word
    return whole


def _gone(element: HtmlElement) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}".lower().split()
    return (
        element.tag in _GONE
        or element.get("role", "").lower() in _GONE_ROLES
        or element.get("hidden") is not None
        or element.get("aria-hidden", "").lower() == "true"
        or bool(_UNSEEN.search(element.get("style", "")))
        or (not _GONE_NAMES.isdisjoint(names) and element.tag not in ("body", "main", "article", "html"))
    )


def _within(header: HtmlElement) -> bool:
    """Whether a <header> belongs to a part of the document and not to the site."""
    return any(above.tag in ("main", "article", "section") for above in header.iterancestors())


def _layout(table: HtmlElement) -> bool:
    """Whether a table only arranges the page: it holds another, or has but one column."""
    nested = table.find(".//table") is not None
    return nested or all(len(list(row.iterchildren("td", "th"))) < 2 for row in table.iter("tr"))


def _rows(table: HtmlElement) -> Iterator[list[Box]]:
    for row in table.iter("tr"):
        if not _gone(row):
            headed = row.getparent().tag == "thead"
            yield [_box(cell, headed) for cell in row.iterchildren("td", "th") if not _gone(cell)]


def _box(cell: HtmlElement, headed: bool) -> Box:
    inner = _Walk()
    inner._inside(cell)
    inner._end()
    text = one_line(glue([line.text for line in inner.found])).strip(SPACES)
    rows, columns = _span(cell.get("rowspan")), _span(cell.get("colspan"))
    return Box(text=text, rows=rows, columns=columns, head=headed or cell.tag == "th")


def _span(value: str | None) -> int:
    """A span as browsers read it: a number from 1 to 1000."""
    number = int(value) if value and value.isdecimal() and len(value) < 6 else 1
    return min(max(number, 1), 1000)
