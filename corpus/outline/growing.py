"""The tree of clauses in a document, read from the marks that open its lines."""

import re
from collections.abc import Sequence

from corpus.models import Clause, Line, Role
from corpus.outline.codes import coded
from corpus.outline.keys import keys, title_of
from corpus.outline.labels import Name, labels
from corpus.outline.marks import Level, Mark, upper_roman
from corpus.outline.naming import Caption, caption_of, heading_name, run_on
from corpus.outline.placing import SENTENCE_ENDS, closes, place, place_by_format
from corpus.outline.segments import Segment, segments
from corpus.outline.series import Lines, believed, letter_or_roman
from corpus.outline.tree import PARAGRAPH, ROW, TABLE, Node, Tree, style_of

_ENDS = tuple('。；;！？!?.:：”"）)')
_HEADING_LENGTH = 20
# words that make a sentence, or a lead-in without its colon, of an English line
_STATES = re.compile(
    r"\b(?:is|are|was|were|be|has|have|may|must|shall|will|should|can|not|the following)\b"
    r"|\b(?:if|that|by|of|to|the|a|where|when|with|unless|and|or|for|from|in|on|includes?)$"
)


def _short_heading(lines: Lines, n: int, tree: Tree) -> bool:
    """Tell whether a short plain line heads the list, or the article, that starts right after it."""
    segment = lines.segments[n]
    words = segment.text.strip()
    apart = not n or n in lines.quoted or n in lines.contents
    if apart or segment.role is not Role.TEXT or not 0 < len(words) <= _HEADING_LENGTH * (1 + words[0].isascii()):
        return False
    if re.search(r"[，。；：、,;:!?！？|0-9]|日$", words) or words.endswith(".") or not _titled(words):
        return False
    before, opened = lines.segments[n - 1], lines.marks[n + 1]
    over = lines.marks[n - 1]
    headed = before.role is Role.HEADING or (over is not None and over.level <= Level.SECTION)
    if not opened or not (headed or before.text.rstrip().endswith(SENTENCE_ENDS)):
        return False
    if coded(opened):
        return believed(opened, tree, lines, n + 1)
    if not opened.firm or (words[0].isascii() and opened.level in (Level.LETTER, Level.ROMAN)):
        return False
    return opened.key == "1" or (opened.level is Level.ARTICLE and opened.key == str(tree.last_article + 1))


def _titled(words: str) -> bool:
    """Tell whether a line may be a title: an English one opens with a capital and states nothing."""
    return not words[0].isascii() or (words[0].isupper() and not _STATES.search(words))


def _heading_words(words: str) -> str:
    """Return a clause's first line when it reads as a heading, else nothing."""
    words = " ".join(words.split()).strip("-–— ")
    return words if len(words) <= 40 and not words.endswith(_ENDS) and "。" not in words else ""


def _add_mark(segment: Segment, found: Mark, tree: Tree) -> None:
    """Open the clause that a mark numbers."""
    place(found, tree, segment.level)
    level, heading = found.level.name.lower(), _heading_words(segment.text[found.length :])
    heads = upper_roman(found) and (bool(heading) or segment.role is Role.HEADING)
    node = Node(
        start=segment.start, level=level, depth=found.level, style=style_of(found, segment.level),
        name=Name(level=level, printed=found.printed, key=found.key, heads=heads), format_level=segment.level,
        heading=heading,
    )  # fmt: skip
    tree.open(node, segment.text)
    tree.numbered = tree.numbered or found.level is not Level.PART
    if found.level is Level.ARTICLE and found.key.split("-")[0].isdigit():
        tree.last_article = int(found.key.split("-")[0])
    if found.level is Level.DOTTED and not any(one.level == "part" for one in tree.stack):
        tree.dotted = found.key
    if code := coded(found):
        tree.codes[code[0]] = code[1]
    tree.last_article = 0 if found.level is Level.PART and node.name.named else tree.last_article


def _close_items(tree: Tree) -> None:
    """Close the items above a lettered heading that none of them announces."""
    announced = tree.top.leads or (tree.top.heading and tree.top.lines == 1)
    if not announced and not any(node.level == "article" for node in tree.stack):
        tree.close_from(Level.NUMBER)


def _add_heading(segment: Segment, tree: Tree, letter: str) -> None:
    """Open an unnumbered heading at the format's level."""
    words = " ".join(segment.text.split())
    place_by_format(tree, segment.level or 1, -1)
    node = Node(start=segment.start, level="heading", depth=-1, name=heading_name(words, letter), heading=words,
                format_level=segment.level or 1)  # fmt: skip
    tree.open(node, segment.text)


def _add_short_heading(segment: Segment, tree: Tree, over_article: bool) -> None:
    """Open an unnumbered heading over the next article, or beside what is open at that depth."""
    depths = [node.depth for node in tree.stack if node.depth >= Level.ARTICLE]
    depth = Level.SECTION if over_article else min(depths, default=Level.ARTICLE)
    tree.close_from(depth)
    words = " ".join(segment.text.split())
    node = Node(start=segment.start, level="heading", depth=depth, name=heading_name(words), heading=words)
    tree.open(node, segment.text)


def _add_caption(segment: Segment, caption: Caption, tree: Tree) -> None:
    """Open a table at the line that numbers it: 表4-1 stands in 4, whatever item of 4 was open before it."""
    over = next((n for n in range(len(tree.stack) - 1, 0, -1) if tree.stack[n].name.key == caption.section), None)
    if caption.section and over is not None:
        tree.close_to(over + 1)
    _open_table(segment, tree, caption)


def _open_table(segment: Segment, tree: Tree, caption: Caption | None = None) -> None:
    tree.close_loose()
    caption = caption or (caption_of(tree.top.heading) if tree.top.name.printed and not tree.top.tables else None)
    tree.top.tables += 1
    count = tree.top.tables
    printed = caption.printed if caption else ""
    name = Name(
        level="table", printed=printed, key="table" + (str(count) if count > 1 else ""), captions=caption is not None
    )
    heading = caption.heading if caption else ""
    node = Node(start=segment.start, level="table", depth=TABLE, name=name, run=count, heading=heading)
    tree.open(node, segment.text)


def _add_table_line(segment: Segment, tree: Tree) -> None:
    """Open a table at its header line, or its next row."""
    if tree.top.level == "row":
        tree.stack.pop()
    headed = tree.top.level == "table"
    if segment.role is Role.HEADER or not headed:
        if not (headed and tree.top.awaits):
            _open_table(segment, tree)
        tree.top.cells = segment.cells
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
    _add_paragraph(segment, tree)


def _add_signature(segment: Segment, tree: Tree, goes_on: bool) -> None:
    """Close the numbered clauses over the names and the day a document is signed with: they are no item's."""
    if goes_on and tree.top.level == "paragraph":
        tree.top.extend(segment.text)
        return
    while tree.top.level not in ("document", "part") and not (tree.top.level == "heading" and len(tree.stack) == 2):
        tree.stack.pop()
    _add_paragraph(segment, tree)


def _add_paragraph(segment: Segment, tree: Tree) -> None:
    """Open an unnumbered paragraph."""
    tree.top.unnumbered += 1
    name = Name(level="paragraph", printed="", key=f"~{tree.top.unnumbered}")
    tree.open(Node(start=segment.start, level="paragraph", depth=PARAGRAPH, name=name), segment.text)


def _carried_on(n: int, lines: Lines, tree: Tree) -> bool:
    """Tell whether a line belongs to the open clause whatever it opens with: a quotation, a contents line."""
    if tree.top.container or tree.top.level in ("table", "row"):
        return False
    return n in lines.quoted or (n in lines.contents and n - 1 in lines.contents)


def _add_line(n: int, lines: Lines, tree: Tree) -> None:
    segment, found = lines.segments[n], lines.heads.get(n) or lines.marks[n]
    found = letter_or_roman(found, tree, segment.level) if found else None
    if segment.role in (Role.HEADER, Role.ROW):
        _add_table_line(segment, tree)
    elif n in lines.captions:
        _add_caption(segment, lines.captions[n], tree)
    elif tree.top.level == "table" and tree.top.awaits:
        tree.top.extend(segment.text)
    elif n in lines.signed:
        _add_signature(segment, tree, n - 1 in lines.signed)
    elif _carried_on(n, lines, tree):
        tree.top.extend(segment.text)
    elif found and (n in lines.heads or believed(found, tree, lines, n)):
        if found.key == "a" and lines.letters_head(n):
            _close_items(tree)
        _add_mark(segment, found, tree)
        tree.top.heading = tree.top.heading or lines.introduced.get(n, "")
    elif segment.role is Role.HEADING and n not in lines.contents:
        _add_heading(segment, tree, lines.letters.get(n, ""))
    elif n in lines.stems or _short_heading(lines, n, tree):
        opened = lines.marks[n + 1]
        _add_short_heading(segment, tree, opened is not None and opened.level is Level.ARTICLE)
    else:
        _add_text(segment, tree, lines.follower(n))


def grow(all_segments: Sequence[Segment]) -> list[Node]:
    """Return the clauses of a document in order, each hanging under its parent."""
    tree, lines = Tree(), Lines(all_segments)
    for n in range(len(all_segments)):
        _add_line(n, lines, tree)
    run_on(tree.nodes)
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
    title = title_of(nodes)
    called = labels([[step.name for step in node.path() if step is not title] for node in nodes])
    ends = [node.start for node in nodes[1:]] + [len(text)]
    clauses = tuple(
        Clause(
            key=named[n], label=called[n], mark="" if node.level == "heading" else node.name.printed, level=node.level, heading=node.heading, start=node.start, end=ends[n], until=ends[last[n]],
            parent=position.get(id(node.parent)), cells=node.cells,
        )
        for n, node in enumerate(nodes)
    )  # fmt: skip
    return text, clauses
