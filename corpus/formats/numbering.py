"""Word's automatic numbering: the labels that stand before paragraphs but not in their text."""

import re
from collections.abc import Mapping

from lxml import etree

from corpus.formats.characters import wide
from corpus.formats.counting import counted
from corpus.formats.styles import Numbering, Style, chain, numbering, whole
from corpus.formats.zips import attribute, child, local
from corpus.models import Record

# After these a label needs no space: （一）, 一、; and after 第三条 it always does.
CLOSED = "、）．：】〕》，"
UNITS = "编章节条款项篇分"


class Level(Record):
    """One level of a list: how it counts and what it prints."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    after: str = "tab"
    paragraph: str = ""


class List(Record):
    """One use of a list definition; `definition` is shared by all uses that count on together."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int] = {}


def read(root: etree._Element | None) -> dict[int, List]:
    """The lists of a document by number."""
    parts = list(root) if root is not None else []
    definitions = {attribute(p, "abstractNumId"): p for p in parts if local(p) == "abstractNum"}
    found: dict[int, List] = {}
    for part in parts:
        number = whole(attribute(part, "numId"))
        if local(part) == "num" and number is not None:
            found[number] = _list(part, definitions, parts)
    return found


def _list(part: etree._Element, definitions: Mapping[str, etree._Element], parts: list[etree._Element]) -> List:
    name = attribute(child(part, "abstractNumId"), "val")
    linked = attribute(child(definitions.get(name), "numStyleLink"), "val")
    for other, definition in definitions.items():
        if linked and attribute(child(definition, "styleLink"), "val") == linked:
            name = other
    levels = dict(_levels(definitions.get(name)))
    starts: dict[int, int] = {}
    for override in (p for p in part if local(p) == "lvlOverride"):
        at = whole(attribute(override, "ilvl")) or 0
        start = whole(attribute(child(override, "startOverride"), "val"))
        if (own := child(override, "lvl")) is not None:
            levels[at] = _level(own)
        if start is not None:
            starts[at] = start
    return List(definition=name, levels=levels, starts=starts)


def _levels(definition: etree._Element | None) -> list[tuple[int, Level]]:
    parts = [p for p in (definition if definition is not None else ()) if local(p) == "lvl"]
    return [(whole(attribute(part, "ilvl")) or 0, _level(part)) for part in parts]


def _level(part: etree._Element) -> Level:
    start = whole(attribute(child(part, "start"), "val"))
    legal = child(part, "isLgl")
    return Level(
        start=1 if start is None else start,
        style=attribute(child(part, "numFmt"), "val") or attribute(_choice(part), "val") or "decimal",
        text=attribute(child(part, "lvlText"), "val"),
        restart=whole(attribute(child(part, "lvlRestart"), "val")),
        legal=legal is not None and attribute(legal, "val") not in ("0", "false"),
        after=attribute(child(part, "suff"), "val") or "tab",
        paragraph=attribute(child(part, "pStyle"), "val"),
    )


def _choice(part: etree._Element) -> etree._Element | None:
    """The newer way of counting that Word wraps for older readers."""
    return child(part, "AlternateContent", "Choice", "numFmt")


class Labels:
    """The counters of one document, held while its paragraphs are read in order."""

    def __init__(self, lists: Mapping[int, List], styles: Mapping[str, Style]) -> None:
        self.lists = lists
        self.styles = styles
        self.counters: dict[str, dict[int, int]] = {}
        self.begun: set[tuple[int, int]] = set()

    def label(self, properties: etree._Element | None, style: str) -> str:
        """The label of the next paragraph, with the space that follows it; "" where it has none."""
        place = self._place(numbering(properties), style)
        if place is None:
            return ""
        number, at = place
        used = self.lists[number]
        self._count(number, used, at)
        return _printed(used, at, self.counters[used.definition])

    def _place(self, own: Numbering, style: str) -> tuple[int, int] | None:
        """The list and the level of a paragraph, from itself or else from its style."""
        inherited = next(
            (s.numbering for s in chain(self.styles, style) if s.numbering.number is not None), Numbering()
        )
        number = own.number if own.number is not None else inherited.number
        if not number or number not in self.lists:
            return None
        level = own.level if own.level is not None else self._level(number, inherited, own, style)
        return (number, level) if level in self.lists[number].levels else None

    def _level(self, number: int, inherited: Numbering, own: Numbering, style: str) -> int:
        if own.number is None:
            names = [s.id for s in chain(self.styles, style)]
            for at, level in self.lists[number].levels.items():
                if level.paragraph and level.paragraph in names[: names.index(inherited.style) + 1]:
                    return at
        return inherited.level or 0

    def _count(self, number: int, used: List, at: int) -> None:
        counters = self.counters.setdefault(used.definition, {})
        for level, start in used.starts.items():
            if level <= at and (number, level) not in self.begun:
                self.begun.add((number, level))
                counters[level] = start - 1
                _drop(counters, used, level)
                if level < at:
                    counters[level] = start
        counters[at] = counters.get(at, used.levels[at].start - 1) + 1
        _drop(counters, used, at)


def _drop(counters: dict[int, int], used: List, at: int) -> None:
    """Begin the deeper levels anew, but for those that say they count on."""
    for level in [level for level in counters if level > at]:
        restart = used.levels[level].restart if level in used.levels else None
        if restart is None or at < restart:
            del counters[level]


def _printed(used: List, at: int, counters: Mapping[int, int]) -> str:
    level = used.levels[at]
    if level.style == "bullet":
        return ""

    def number(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        other = used.levels.get(place, Level())
        style = "decimal" if level.legal else other.style
        return counted(counters.get(place, other.start), style)

    text = re.sub(r"%([1-9])", number, level.text).strip()
    return text + _space(text, level.after) if text else ""


def _space(label: str, after: str) -> str:
    """What stands between a label and its paragraph."""
    if label[-1] in UNITS:
        return " "
    if after == "nothing" or label[-1] in CLOSED:
        return ""
    chinese = label[-1] in ")）" and any(wide(character) for character in label)
    return "" if chinese else " "
