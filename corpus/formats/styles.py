"""Word's styles: what a paragraph inherits from the style it is in."""

from collections.abc import Iterator, Mapping

from lxml import etree

from corpus.formats.zips import attribute, child, local
from corpus.models import Record

# Styles may be based on each other in a circle.
DEEPEST = 20
BODY_LEVEL = 9


class Numbering(Record):
    """Which list a paragraph is in, and at which level; a part that isn't said is None."""

    number: int | None = None
    level: int | None = None
    style: str = ""


class Style(Record):
    """One style, without what it inherits."""

    id: str
    name: str
    based: str = ""
    outline: int | None = None
    hidden: bool | None = None
    numbering: Numbering = Numbering()


def read(root: etree._Element | None) -> dict[str, Style]:
    """The styles of a document by id."""
    found = (_style(part) for part in (root if root is not None else ()) if local(part) == "style")
    return {style.id: style for style in found}


def _style(part: etree._Element) -> Style:
    properties = child(part, "pPr")
    own = attribute(part, "styleId")
    return Style(
        id=own,
        name=attribute(child(part, "name"), "val").lower(),
        based=attribute(child(part, "basedOn"), "val"),
        outline=whole(attribute(child(properties, "outlineLvl"), "val")),
        hidden=switch(child(part, "rPr", "vanish")),
        numbering=numbering(properties, own),
    )


def numbering(properties: etree._Element | None, style: str = "") -> Numbering:
    """The list that a paragraph's or a style's own properties name."""
    part = child(properties, "numPr")
    number = whole(attribute(child(part, "numId"), "val"))
    return Numbering(number=number, level=whole(attribute(child(part, "ilvl"), "val")), style=style)


def chain(styles: Mapping[str, Style], name: str) -> Iterator[Style]:
    """A style and those it is based on, nearest first."""
    for _ in range(DEEPEST):
        if name not in styles:
            return
        yield styles[name]
        name = styles[name].based


def default(root: etree._Element | None) -> str:
    """The id of the style of paragraphs that name none."""
    for part in root if root is not None else ():
        if local(part) == "style" and attribute(part, "type") == "paragraph" and _on(part, "default"):
            return attribute(part, "styleId")
    return ""


def _on(part: etree._Element, name: str) -> bool:
    return attribute(part, name) in ("1", "true", "on")


def switch(part: etree._Element | None) -> bool | None:
    """A switch such as <w:vanish/>: on, off, or not said."""
    return None if part is None else attribute(part, "val") not in ("0", "false", "off")


def whole(value: str) -> int | None:
    """A whole number, None where there is none."""
    bare = value.removeprefix("-")
    return int(value) if bare.isascii() and bare.isdigit() and len(bare) < 10 else None
