"""The numbers that a browser draws before the items of an ordered list."""

import re

from lxml.html import HtmlElement

from corpus.formats.counting import counted

_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_STYLES = {
    "decimal": "decimal",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
}
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)")


def list_mark(item: HtmlElement) -> str:
    """`2. ` for the second item of an <ol>, "" for an item of any other list."""
    above = item.getparent()
    if above is None or above.tag != "ol":
        return ""
    style = _style(above)
    text = counted(_number(item, above), style)
    if not text:
        return ""
    return f"{text}、" if style == "chineseCounting" else f"{text}. "


def _style(above: HtmlElement) -> str:
    css = _LIST_STYLE.search(above.get("style", ""))
    if css:
        return "none" if css[1] == "none" else _STYLES.get(css[1], "decimal")
    return _TYPES.get(above.get("type", "1"), "decimal")


def _number(item: HtmlElement, above: HtmlElement) -> int:
    number = _whole(above.get("start"), 1) - 1
    for sibling in above.iterchildren("li"):
        number = _whole(sibling.get("value"), number + 1)
        if sibling is item:
            break
    return number


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 6 else otherwise
