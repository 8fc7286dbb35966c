"""Word documents as they print: automatic labels put in, deletions and hidden text gone."""

import posixpath
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from corpus.formats import numbering, styles, tables, zips
from corpus.formats.characters import clean, glue, names, trim
from corpus.formats.content import Content, Unreadable
from corpus.formats.runs import Runs
from corpus.formats.tables import EMPTY, Box, Grid
from corpus.formats.zips import attribute, child, local
from corpus.models import Line, Role

# Sections of a paragraph that only mark something up.
_WRAPPERS = names("sdt sdtContent customXml smartTag ins moveTo AlternateContent Choice")
_DROPPED = names("del moveFrom")
# Titles that programs put in when nobody gave one.
_NO_TITLE = re.compile(
    r"(?:word document|microsoft word\b.*|document ?\d*|文档 ?\d*|untitled.*|无标题.*|新建.*"
    r"|.*\.(?:docx?|wps|rtf))?",
    re.I,
)
# A "heading" that ends like a sentence, or is longer than a headline, is a paragraph in the outline view.
LONGEST_HEADING = 60
NOTES = ("footnote", "endnote")


def read(data: bytes) -> Content:
    """The paragraphs and tables of a .docx file in their order, each with its notes below it."""
    parts = zips.parts(data)
    main = _main(parts)
    if main not in parts:
        raise Unreadable("damaged: no Word document inside")
    body = child(zips.tree(parts[main]), "body")
    walk = _Walk(_part(parts, main, "styles.xml"), _part(parts, main, "numbering.xml"))
    notes = {kind: _by_id(_part(parts, main, f"{kind}s.xml")) for kind in NOTES}
    lines = [line for block in _flat(body) for line in walk.noted(block, notes)] if body is not None else []
    lines += [Line(text=text) for text in map(trim, walk.pending.split("\n")) if text]
    struck = ("words that are struck through",) if walk.runs.struck else ()
    return Content(lines=tuple(lines), title=walk.title or _core_title(parts), unseen=struck)


def _main(parts: Mapping[str, bytes]) -> str:
    """The name of the part that holds the text."""
    if "_rels/.rels" in parts:
        for relation in zips.tree(parts["_rels/.rels"]):
            if attribute(relation, "Type").endswith("/officeDocument"):
                return posixpath.normpath(attribute(relation, "Target").lstrip("/"))
    return "word/document.xml"


def _part(parts: Mapping[str, bytes], main: str, name: str) -> etree._Element | None:
    path = posixpath.join(posixpath.dirname(main), name)
    return zips.tree(parts[path]) if path in parts else None


def _by_id(notes: etree._Element | None) -> dict[str, etree._Element]:
    return {attribute(note, "id"): note for note in (notes if notes is not None else ())}


def _core_title(parts: Mapping[str, bytes]) -> str:
    root = zips.tree(parts["docProps/core.xml"]) if "docProps/core.xml" in parts else None
    title = child(root, "title")
    text = trim(clean(title.text or "")) if title is not None else ""
    return "" if _NO_TITLE.fullmatch(text) else text


class _Walk:
    """One walk through a document, with its counters, its open fields and the notes it met."""

    def __init__(self, style_part: etree._Element | None, list_part: etree._Element | None) -> None:
        self.styles = styles.read(style_part)
        self.usual = styles.default(style_part)
        self.labels = numbering.Labels(numbering.read(list_part), self.styles)
        self.runs = Runs(self.styles)
        self.title = ""
        self.pending = ""
        self.told: dict[str, int] = {}

    def blocks(self, parent: etree._Element) -> list[Line]:
        """The lines of all paragraphs and tables in a body, a content control or a text box."""
        return [line for part in _flat(parent) for line in self._block(part)]

    def noted(self, part: etree._Element, notes: Mapping[str, Mapping[str, etree._Element]]) -> list[Line]:
        """The lines of one paragraph or table, and below them the notes it refers to: they speak of its clause."""
        lines = self._block(part)
        return lines if self.pending else [*lines, *(line for kind in NOTES for line in self._notes(kind, notes[kind]))]

    def _block(self, part: etree._Element) -> list[Line]:
        if local(part) == "p":
            return self._paragraph(part)
        return self._table(part) if local(part) == "tbl" else []

    def _paragraph(self, part: etree._Element) -> list[Line]:
        text = self.text(part)
        boxes, self.runs.boxes = self.runs.boxes, []
        lines = self._lines(part, text)
        for box in boxes:
            lines += self.blocks(box)
        return lines

    def text(self, part: etree._Element, bare_labels: bool = False) -> str:
        """A paragraph's label and words; a paragraph whose end was deleted waits for the next one."""
        properties = child(part, "pPr")
        text = clean(self.runs.text(part))
        if child(properties, "rPr", "del") is not None or child(properties, "rPr", "moveFrom") is not None:
            self.pending += text
            return ""
        text, self.pending = self.pending + text, ""
        hidden = styles.switch(child(properties, "rPr", "vanish"))
        if not trim(text) and (hidden or self.runs.skipped_all):
            return ""
        label = self.labels.label(properties, self._style(part))
        return label + trim(text) if trim(text) or bare_labels else ""

    def _lines(self, part: etree._Element, text: str) -> list[Line]:
        names = [style.name for style in styles.chain(self.styles, self._style(part))]
        if any(re.fullmatch(r"toc (?:\d|heading)", name) for name in names):
            return []
        texts = [line for line in map(trim, text.split("\n")) if line]
        if names[:1] == ["title"] and texts:
            self.title = self.title or glue(texts)
            return [Line(text=glue(texts), role=Role.HEADING, level=1)]
        level = self._outline(part)
        if level and texts and len(glue(texts)) <= LONGEST_HEADING and texts[-1][-1] not in "。；;":
            return [Line(text=glue(texts), role=Role.HEADING, level=level)]
        return [Line(text=line) for line in texts]

    def _style(self, part: etree._Element) -> str:
        return attribute(child(part, "pPr", "pStyle"), "val") or self.usual

    def _outline(self, part: etree._Element) -> int:
        """The level of a heading from 1 to 6, 0 for a paragraph."""
        own = styles.whole(attribute(child(part, "pPr", "outlineLvl"), "val"))
        inherited = [s.outline for s in styles.chain(self.styles, self._style(part)) if s.outline is not None]
        level = own if own is not None else next(iter(inherited), self._named(part))
        return 0 if level >= styles.BODY_LEVEL else min(level + 1, 6)

    def _named(self, part: etree._Element) -> int:
        for style in styles.chain(self.styles, self._style(part)):
            if found := re.fullmatch(r"(?:heading|标题) ?([1-9])", style.name):
                return int(found[1]) - 1
        return styles.BODY_LEVEL

    def _table(self, table: etree._Element) -> list[Line]:
        rows = [row for row in _flat(table) if local(row) == "tr" and child(row, "trPr", "del") is None]
        cells = [[cell for cell in _flat(row) if local(cell) == "tc"] for row in rows]
        if all(len(row) < 2 for row in cells):
            return [line for row in cells for cell in row for line in self.blocks(cell)]
        grid = self._grid(rows, cells)
        headed = 0
        while headed < len(rows) and child(rows[headed], "trPr", "tblHeader") is not None:
            headed += 1
        return tables.lines(grid, headed if 0 < headed < len(rows) else None)

    def _grid(self, rows: list[etree._Element], cells: list[list[etree._Element]]) -> Grid:
        """The table's grid: a cell merged downwards stands, as the same box, in every row it spans."""
        grid: Grid = []
        for row, own in zip(rows, cells, strict=True):
            line = [EMPTY] * _span(child(row, "trPr", "gridBefore"), 0)
            for cell in own:
                box = self._box(cell, grid[-1] if grid else [], len(line))
                line += [box] * _span(child(cell, "tcPr", "gridSpan"), 1)
            grid.append(line)
            if sum(map(len, grid)) > tables.MOST_CELLS:
                raise Unreadable(f"a table of more than {tables.MOST_CELLS:,} cells")
        width = max(map(len, grid), default=0)
        return [line + [EMPTY] * (width - len(line)) for line in grid]

    def _box(self, cell: etree._Element, above: list[Box], left: int) -> Box:
        merge = child(cell, "tcPr", "vMerge")
        if merge is not None and attribute(merge, "val") != "restart" and left < len(above):
            return above[left]
        return Box(text="" if child(cell, "tcPr", "cellDel") is not None else self._cell(cell))

    def _cell(self, cell: etree._Element) -> str:
        """A cell's text on one line, tables inside it included."""
        texts: list[str] = []
        for part in _flat(cell):
            if local(part) == "p":
                texts += self.text(part, bare_labels=True).split("\n")
                boxes, self.runs.boxes = self.runs.boxes, []
                texts += [line.text for box in boxes for line in self.blocks(box)]
            elif local(part) == "tbl":
                inner = [own for row in _flat(part) if local(row) == "tr" for own in _flat(row)]
                texts += [self._cell(own) for own in inner if local(own) == "tc"]
        return glue(texts)

    def _notes(self, kind: str, bodies: Mapping[str, etree._Element]) -> list[Line]:
        """The notes that the text has referred to since they were last asked for, each with its number."""
        wanted = self.runs.notes.get(kind, [])
        first, self.told[kind] = self.told.get(kind, 0), len(wanted)
        found: list[Line] = []
        for number, name in enumerate(wanted[first:], first + 1):
            lines = self.blocks(bodies[name]) if name in bodies else []
            found += [Line(text=f"[{number}] {lines[0].text}"), *lines[1:]] if lines else []
        return found


def _span(part: etree._Element | None, otherwise: int) -> int:
    number = styles.whole(attribute(part, "val"))
    return otherwise if number is None else min(max(number, 0), tables.MOST_COLUMNS)


def _flat(parent: etree._Element) -> Iterator[etree._Element]:
    """The children of an element, those inside content controls and tracked insertions among them."""
    for part in parent:
        name = local(part)
        if name in _WRAPPERS and not _contents_table(part):
            yield from _flat(part)
        elif name not in _DROPPED:
            yield part


def _contents_table(part: etree._Element) -> bool:
    """Whether a content control holds Word's table of contents."""
    gallery = child(part, "sdtPr", "docPartObj", "docPartGallery")
    return attribute(gallery, "val") == "Table of Contents"
