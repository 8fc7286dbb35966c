"""The tree of clauses in a document, read from the marks that open its lines."""

import re
from collections.abc import Sequence

from corpus import layout
from corpus.keys import keys
from corpus.labels import Name, label
from corpus.marks import Level, Mark, mark
from corpus.models import Clause, Line, Role
from corpus.placing import SENTENCE_ENDS, closes, place, place_by_format
from corpus.segments import Segment, segments
from corpus.tree import PARAGRAPH, ROMANS, ROW, TABLE, Node, Tree, follows, style_of

_ENDS = tuple('。；;！？!?.:：”"）)')
_HEADING_LENGTH = 20
_NAME_LENGTH = 60
_SERIES_REACH = 15
_NEAR = 6
_ANNEX = re.compile(r"附|Schedule|Annex|Appendix|Attachment", re.IGNORECASE)


class _Lines:
    """A document's segments, the mark each opens with, and what the whole document says of them."""

    def __init__(self, all_segments: Sequence[Segment]) -> None:
        self.segments = all_segments
        self.quoted = layout.quoted(all_segments)
        raw = [mark(s.text) if s.role in (Role.TEXT, Role.HEADING) else None for s in all_segments]
        self.contents = layout.contents(all_segments, raw)
        apart = self.quoted | self.contents
        self.heads = layout.compiled(all_segments)
        self.marks = [None if n in apart else found for n, found in enumerate(raw)] + [None] * _NEAR
        self.annexes = len({m.key for m in self.marks if m and _ANNEX.match(m.printed)})

    def follower(self, n: int) -> Mark | None:
        """Return the next mark in the few lines after line `n`."""
        return next((found for found in self.marks[n + 1 : n + _NEAR] if found), None)


def _letter_or_roman(found: Mark, tree: Tree) -> Mark:
    """Read (i), (v), (x) as letters or Roman numbers by the list that is open."""
    if found.level not in (Level.LETTER, Level.ROMAN) or found.key not in ROMANS or found.printed.isupper():
        return found
    roman = found.model_copy(update={"level": Level.ROMAN})
    letter = found.model_copy(update={"level": Level.LETTER})
    if follows(tree.last_key(style_of(roman)), found.key):
        return roman
    if len(found.key) == 1 and follows(tree.last_key(style_of(letter)), found.key):
        return letter
    return roman if found.key == "i" or len(found.key) > 1 else letter


def _believed(found: Mark, tree: Tree, lines: _Lines, n: int) -> bool:
    """Tell whether a mark that could be ordinary words opens a clause here."""
    if found.level is Level.PART and _ANNEX.match(found.printed):
        return tree.numbered or lines.annexes > 1
    if found.firm or follows(tree.last_key(style_of(found, lines.segments[n].level)), found.key):
        return True
    if found.level is Level.ARTICLE:
        opened = int(found.key.split("-")[0]) - tree.last_article
        return opened in (1, 2) or "-" in found.key or (found.key == "1" and tree.top.container)
    if found.level in (Level.POINT, Level.ORDINAL, Level.LETTER):
        return found.key in ("1", "a") and any(
            later is not None and style_of(later) == style_of(found) and later.key in ("2", "b")
            for later in lines.marks[n + 1 : n + 1 + _SERIES_REACH]
        )
    if found.level is Level.DOTTED:
        return found.key.endswith(".1")
    return found.level is Level.NUMBER and found.key == "1" and _unnumbered(tree)


def _unnumbered(tree: Tree) -> bool:
    """Tell whether a bare number may begin a series here: only where no other numbering runs."""
    return not any(node.style.startswith(("NUMBER", "ARTICLE", "DOTTED")) for node in tree.stack)


def _short_heading(lines: _Lines, n: int, tree: Tree) -> bool:
    """Tell whether a short plain line heads the list, or the article, that starts right after it."""
    segment = lines.segments[n]
    words = segment.text.strip()
    apart = not n or n in lines.quoted or n in lines.contents
    if apart or segment.role is not Role.TEXT or not 0 < len(words) <= _HEADING_LENGTH:
        return False
    if re.search(r"[，。；：、,;:!?？！|0-9]|日$", words) or words.endswith(".") or words[0].isascii():
        return False
    opened = lines.marks[n + 1]
    if not opened or not opened.firm or not lines.segments[n - 1].text.rstrip().endswith(SENTENCE_ENDS):
        return False
    return opened.key == "1" or (opened.level is Level.ARTICLE and opened.key == str(tree.last_article + 1))


def _heading_words(words: str) -> str:
    """Return a clause's first line when it reads as a heading, else nothing."""
    words = " ".join(words.split())
    return words if len(words) <= 40 and not words.endswith(_ENDS) and "。" not in words else ""


def _heading_name(words: str) -> Name:
    return Name(level="heading", printed="", key=re.sub(r"[\s#!@/]+", "-", words)[:_NAME_LENGTH])


def _add_mark(segment: Segment, found: Mark, tree: Tree) -> None:
    """Open the clause that a mark numbers."""
    place(found, tree, segment.level)
    level = found.level.name.lower()
    node = Node(
        start=segment.start, level=level, depth=found.level, style=style_of(found, segment.level),
        name=Name(level=level, printed=found.printed, key=found.key), format_level=segment.level,
        heading=_heading_words(segment.text[found.length :]),
    )  # fmt: skip
    tree.open(node, segment.text)
    tree.numbered = tree.numbered or found.level is not Level.PART
    if found.level is Level.ARTICLE and found.key.split("-")[0].isdigit():
        tree.last_article = int(found.key.split("-")[0])
    tree.last_article = 0 if found.level is Level.PART and node.name.named else tree.last_article


def _add_heading(segment: Segment, tree: Tree) -> None:
    """Open an unnumbered heading at the format's level."""
    words = " ".join(segment.text.split())
    place_by_format(tree, segment.level or 1, -1)
    node = Node(start=segment.start, level="heading", depth=-1, name=_heading_name(words), heading=words,
                format_level=segment.level or 1)  # fmt: skip
    tree.open(node, segment.text)


def _add_short_heading(segment: Segment, tree: Tree, over_article: bool) -> None:
    """Open an unnumbered heading over the next article, or beside what is open at that depth."""
    depths = [node.depth for node in tree.stack if node.depth >= Level.ARTICLE]
    depth = Level.SECTION if over_article else min(depths, default=Level.ARTICLE)
    tree.close_from(depth)
    words = " ".join(segment.text.split())
    node = Node(start=segment.start, level="heading", depth=depth, name=_heading_name(words), heading=words)
    tree.open(node, segment.text)


def _add_table_line(segment: Segment, tree: Tree) -> None:
    """Open a table at its header line, or its next row."""
    if tree.top.level == "row":
        tree.stack.pop()
    if segment.role is Role.HEADER or tree.top.level != "table":
        tree.close_loose()
        tree.top.tables += 1
        count = tree.top.tables
        name = Name(level="table", printed="", key="table" + (str(count) if count > 1 else ""))
        node = Node(start=segment.start, level="table", depth=TABLE, name=name, run=count, cells=segment.cells)
        tree.open(node, segment.text)
        if segment.role is Role.HEADER:
            return
    count = len(tree.top.children) + 1
    name = Name(level="row", printed=f"row {count}", key=f"row{count}")
    tree.open(Node(start=segment.start, level="row", depth=ROW, name=name, cells=segment.cells), segment.text)


def _add_text(segment: Segment, tree: Tree, follower: Mark | None) -> None:
    """Carry the open clause on, or open an unnumbered paragraph where it can't be carried on."""
    while tree.top.level in ("paragraph", "table", "row") or closes(tree.top, follower):
        tree.stack.pop()
    if not tree.top.container and not tree.top.children:
        tree.top.extend(segment.text)
        return
    tree.top.unnumbered += 1
    name = Name(level="paragraph", printed="", key=f"~{tree.top.unnumbered}")
    tree.open(Node(start=segment.start, level="paragraph", depth=PARAGRAPH, name=name), segment.text)


def _carried_on(n: int, lines: _Lines, tree: Tree) -> bool:
    """Tell whether a line belongs to the open clause whatever it opens with: a quotation, a contents line."""
    if tree.top.container or tree.top.level in ("table", "row"):
        return False
    return n in lines.quoted or (n in lines.contents and n - 1 in lines.contents)


def _add_line(n: int, lines: _Lines, tree: Tree) -> None:
    segment, found = lines.segments[n], lines.heads.get(n) or lines.marks[n]
    found = _letter_or_roman(found, tree) if found else None
    if segment.role in (Role.HEADER, Role.ROW):
        _add_table_line(segment, tree)
    elif _carried_on(n, lines, tree):
        tree.top.extend(segment.text)
    elif found and (n in lines.heads or _believed(found, tree, lines, n)):
        _add_mark(segment, found, tree)
    elif segment.role is Role.HEADING and n not in lines.contents:
        _add_heading(segment, tree)
    elif _short_heading(lines, n, tree):
        opened = lines.marks[n + 1]
        _add_short_heading(segment, tree, opened is not None and opened.level is Level.ARTICLE)
    else:
        _add_text(segment, tree, lines.follower(n))


def grow(all_segments: Sequence[Segment]) -> list[Node]:
    """Return the clauses of a document in order, each hanging under its parent."""
    tree, lines = Tree(), _Lines(all_segments)
    for n in range(len(all_segments)):
        _add_line(n, lines, tree)
    return tree.nodes


def _last(nodes: Sequence[Node], position: dict[int, int]) -> list[int]:
    """Return the position of each clause's last descendant."""
    last = list(range(len(nodes)))
    for n in range(len(nodes) - 1, -1, -1):
        at = position.get(id(nodes[n].parent))
        if at is not None:
            last[at] = max(last[at], last[n])
    return last


def split(lines: Sequence[Line]) -> tuple[str, tuple[Clause, ...]]:
    """Return a document's text and its clauses, whose own spans are that text, in order."""
    all_segments = segments(lines)
    text = "".join(segment.text for segment in all_segments)
    nodes = grow(all_segments)
    position = {id(node): n for n, node in enumerate(nodes)}
    last, named = _last(nodes, position), keys(nodes)
    ends = [node.start for node in nodes[1:]] + [len(text)]
    clauses = tuple(
        Clause(
            key=named[n], label=label([step.name for step in node.path()]), mark=node.name.printed,
            level=node.level, heading=node.heading, start=node.start, end=ends[n], until=ends[last[n]],
            parent=position.get(id(node.parent)), cells=node.cells,
        )
        for n, node in enumerate(nodes)
    )  # fmt: skip
    return text, clauses
