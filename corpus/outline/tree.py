"""The tree of clauses while it grows: which clause is open, and where the next one hangs."""

import re
from dataclasses import dataclass, field

from corpus.models import Cell
from corpus.outline.compound import compound, stemmed
from corpus.outline.labels import Name
from corpus.outline.marks import Level, Mark, upper_roman
from corpus.outline.worded import framed, hyphened, noted
from corpus.quantities.numbers import ROMANS

PARAGRAPH, TABLE, ROW = 98, 99, 100
_INSERTED = re.compile(r"([0-9]+)([a-h])")  # 12A, put in between 12 and 13
_LOOSE = ("paragraph", "table", "row")
_CONTAINERS = ("document", "part", "chapter", "section", "heading")


@dataclass
class Node:
    """A clause while its tree is growing.

    `style` is what makes it a sibling of others, `run` counts the lists of its kind under one clause,
    `latest` holds the last number of each style under it.
    """

    start: int
    level: str
    depth: int
    name: Name
    parent: "Node | None" = None
    style: str = ""
    heading: str = ""
    format_level: int = 0
    cells: tuple[Cell, ...] = ()
    run: int = 1
    first: str = ""
    last: str = ""
    lines: int = 0
    children: list["Node"] = field(default_factory=list)
    latest: dict[str, str] = field(default_factory=dict)
    runs: dict[str, tuple[int, str]] = field(default_factory=dict)
    unnumbered: int = 0
    tables: int = 0

    def extend(self, words: str) -> None:
        """Take in one more line."""
        self.first = self.first or words.strip()
        self.last = words.strip()
        self.lines += 1

    def path(self) -> "list[Node]":
        """Return the nodes from the outermost clause down to this one."""
        nodes: list[Node] = []
        node: Node | None = self
        while node is not None and node.level != "document":
            nodes.append(node)
            node = node.parent
        return nodes[::-1]

    @property
    def container(self) -> bool:
        """Whether paragraphs under it are clauses of their own."""
        return self.level in _CONTAINERS

    @property
    def awaits(self) -> bool:
        """Whether it is a table of which only the line above its header was read."""
        return self.name.captions and not self.cells and not self.children

    @property
    def leads(self) -> bool:
        """Whether its last line announces a list."""
        return self.last.endswith(("：", ":"))


class Tree:
    """The clauses of one document, grown line by line; the document itself is the root of `stack`.

    `codes` holds the last number of each series of codes: 12 of M12; `dotted` the last dotted number outside a part.
    """

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.stack: list[Node] = [
            Node(start=0, level="document", depth=-2, name=Name(level="document", printed="", key=""))
        ]
        self.numbered = False
        self.last_article = 0
        self.codes: dict[str, tuple[int, ...]] = {}
        self.dotted = ""

    @property
    def top(self) -> Node:
        """The clause that is open, the document before the first."""
        return self.stack[-1]

    def open(self, node: Node, words: str) -> None:
        """Put a clause under the open one; `words` are its first line."""
        node.parent = self.top
        node.extend(words)
        if node.style:
            node.parent.latest[node.style] = node.name.key
            node.run = _run(node)
        node.parent.children.append(node)
        self.nodes.append(node)
        self.stack.append(node)

    def close_to(self, depth: int) -> None:
        """Close what is open until `depth` clauses are left, the document among them."""
        del self.stack[max(depth, 1) :]

    def close_from(self, level: int, start: int = 1) -> None:
        """Close the first clause from `start` on that stands as deep as `level`, and what is in it."""
        keep = next((n for n in range(start, len(self.stack)) if self.stack[n].depth >= level), None)
        if keep is not None:
            self.close_to(keep)

    def close_loose(self) -> None:
        """Close tables and unnumbered paragraphs."""
        while self.top.level in _LOOSE:
            self.stack.pop()

    def last_key(self, style: str) -> str:
        """Return the number of the last clause of this style, open or just closed under an open one."""
        for node in reversed(self.stack):
            if style in node.latest:
                return node.latest[style]
        return ""


def style_of(found: Mark, format_level: int = 0) -> str:
    """Return what makes two marks siblings: their level and form, and for 2.1.3 how many numbers it has."""
    form = "(" if found.printed.startswith(("(", "（")) else "【" if framed(found) else noted(found) or stemmed(found)
    if found.level is Level.DOTTED:
        form = str(found.key.count(".")) + ("·" if compound(found) else "-" if hyphened(found) else "")
    elif found.level is Level.POINT:
        form = found.printed[1:]
    elif found.level is Level.ARTICLE and found.key[:1].isalpha():
        form = found.key.rstrip("0123456789")
    elif upper_roman(found):
        form = "R"
    elif found.level is Level.LETTER and found.printed.isupper():
        form = "U"
    return found.level.name + form + (f"#{format_level}" if format_level else "")


def follows(before: str, after: str) -> bool:
    """Tell whether one plain number comes right after another (3 -> 4, 3 -> 3a -> 4, a -> b, 2.1 -> 2.2)."""
    if before.isdigit() and after.isdigit():
        return int(after) == int(before) + 1
    inserted, added = _INSERTED.fullmatch(before), _INSERTED.fullmatch(after)
    if added and (before.isdigit() or inserted):
        return added[1] == (inserted[1] if inserted else before) and added[2] == (
            chr(ord(inserted[2]) + 1) if inserted else "a"
        )
    if inserted and after.isdigit():
        return int(after) == int(inserted[1]) + 1
    if len(before) == len(after) == 1:
        return ord(after) == ord(before) + 1
    if before in ROMANS and after in ROMANS:
        return ROMANS.index(after) == ROMANS.index(before) + 1
    head, _, tail = before.rpartition(".")
    head_after, _, tail_after = after.rpartition(".")
    return bool(head) and head == head_after and follows(tail, tail_after)


def _order(key: str, style: str) -> int:
    if key.isdigit():
        return int(key)
    if inserted := _INSERTED.fullmatch(key):
        return int(inserted[1])
    return ROMANS.index(key) if style.startswith("ROMAN") and key in ROMANS else ord(key[:1] or "0")


def _run(node: Node) -> int:
    """Return which list of its parent an item belongs to: one that starts again is a new one."""
    home = node.parent
    while home is not None and home.level == "paragraph":
        home = home.parent
    if home is None or node.depth < Level.CJK or node.depth == Level.DOTTED:
        return 1
    kind, style = "number" if node.name.key[:1].isdigit() else "letter", node.style.split("#")[0]
    run, last = home.runs.get(style, (0, ""))
    if not run or (_order(node.name.key, style) <= _order(last, style) and not follows(last, node.name.key)):
        run = home.runs.get(kind, (0, ""))[0] + 1
        home.runs[kind] = (run, "")
    home.runs[style] = (run, node.name.key)
    return run
