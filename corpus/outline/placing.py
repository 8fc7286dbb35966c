"""Where in the tree a clause belongs: what its mark closes, and what it opens under."""

from corpus.outline.codes import coded
from corpus.outline.compound import FORMAL, compound
from corpus.outline.marks import Level, Mark
from corpus.outline.tree import Node, Tree, follows, style_of
from corpus.quantities.numbers import STEMS

ITEMS = frozenset({Level.CJK_BRACKET, Level.ORDINAL, Level.NUMBER, Level.BRACKET, Level.LETTER, Level.ROMAN,
                   Level.CIRCLED, Level.POINT, Level.STEP})  # fmt: skip
STEMMED = tuple(f"{Level.CJK.name}{series[0]}" for series in (STEMS, FORMAL))  # 甲、 in an article
SENTENCE_ENDS = tuple("。；;！？!?.")
_TITLE_LENGTH = 25
# No rulebook nests a list of one kind of number deeper in another of the same kind.
_SAME_STYLE = 2


def place(found: Mark, tree: Tree, format_level: int) -> None:
    """Close what a mark ends, so that it opens under the right clause."""
    beside = (_beside(found, tree, format_level) or _past_part(found, tree, format_level)) if format_level else 0
    if beside:
        tree.close_to(beside)
        return
    if format_level and place_by_format(tree, format_level, found.level):
        return
    if found.level <= Level.ARTICLE:
        tree.close_from(found.level, _below_heads(tree, bool(coded(found))) if found.level is Level.ARTICLE else 1)
    elif found.level is Level.DOTTED:
        _place_dotted(found, tree)
    else:
        _place_item(found, tree, style_of(found, format_level))


def _beside(found: Mark, tree: Tree, format_level: int) -> int:
    """Return where in the stack the heading is open that this one goes on from, 0 for none.

    ### 三、 after ## 二、 is its sibling: the numbers count, not the format.
    """
    style = style_of(found)
    same = [n for n, node in enumerate(tree.stack) if node.style.split("#")[0] == style]
    before = tree.stack[same[-1]] if same else None
    other = before is not None and before.format_level not in (0, format_level)
    return same[-1] if before and other and follows(before.name.key, found.key) else 0


def _past_part(found: Mark, tree: Tree, format_level: int) -> int:
    """Return where in the stack a schedule is open, 0 for none, that stands among headings this one goes on from.

    ## 二、 after ## 一、 and ## Schedule A, all of one format, is the schedule's sibling.
    """
    style = style_of(found, format_level)
    for n, node in enumerate(tree.stack[1:], 1):
        if node.level == "part" and node.format_level == format_level:
            return n if follows(tree.stack[n - 1].latest.get(style, ""), found.key) else 0
    return 0


def _below_heads(tree: Tree, letters: bool) -> int:
    """Return where in the stack articles begin: 一、总则 that only heads them stays open; `letters` for A. too."""
    levels = ("cjk", "cjk_bracket", "letter", "number") if letters else ("cjk", "cjk_bracket")
    for n, node in enumerate(tree.stack):
        if node.depth >= Level.ARTICLE:
            heads = node.level in levels and node.heading and node.lines == 1
            if not heads:
                return n
    return len(tree.stack)


def _place_item(found: Mark, tree: Tree, style: str) -> None:
    """Put an item beside the one it follows, or under the clause whose list it starts."""
    low = 1 + max((n for n, node in enumerate(tree.stack) if node.depth in (Level.ARTICLE, Level.DOTTED)),
                  default=0)  # fmt: skip
    inner = [n for n in range(low, len(tree.stack)) if tree.stack[n].style == style]
    if found.key in ("1", "a", "i"):
        _place_first(found, tree, inner, low)
        return
    for n in range(len(tree.stack) - 1, -1, -1):
        node = tree.stack[n]
        if follows(node.latest.get(style, ""), found.key):
            tree.close_to(n + 1)
            return
    if inner:
        tree.close_to(inner[-1])
    elif before := _next_of_dotted(found, tree):
        tree.close_to(before)
    else:
        tree.close_from(found.level, max(low, _below_letter(tree)))


def _next_of_dotted(found: Mark, tree: Tree) -> int:
    """Return where in the stack 2.1 is open whose 2 a plain 3 goes on from, 0 for nowhere: 2 was not printed."""
    for n, node in enumerate(tree.stack):
        if node.level == "dotted" and found.level is Level.NUMBER:
            return n if follows(node.name.key.partition(".")[0], found.key) else 0
    return 0


def _below_letter(tree: Tree) -> int:
    """Return where in the stack numbers may stand that run on under the heading "B. Doors" after those of A."""
    heads = [n for n, node in enumerate(tree.stack) if node.style.startswith("LETTERU") and node.heading]
    return 1 + max(heads, default=0)


def _place_first(found: Mark, tree: Tree, inner: list[int], low: int) -> None:
    """Put the first item of a list under its lead-in, else where its level belongs."""
    announced = tree.top.leads and tree.top.level not in ("table", "row")
    if found.level is Level.CJK and tree.top.level == "paragraph":
        announced = False
    if announced and len(inner) < _SAME_STYLE:
        return
    tree.close_loose()
    inner = [n for n in inner if n < len(tree.stack)]
    if inner:
        tree.close_to(inner[-1])
    elif found.level < Level.NUMBER:
        tree.close_from(found.level, low)


def _place_dotted(found: Mark, tree: Tree) -> None:
    """Put 2.1.3 under 2.1, or under 2, or under Section 2, whichever is open; 3.5 after 3.4 and a schedule past that."""
    part = next((n for n, node in enumerate(tree.stack) if node.level == "part"), 0)
    if part and not tree.stack[part].latest and _runs_on(tree.dotted, found.key):
        tree.close_to(part)
    parts = found.key.split(".")
    homes = ("number", "dotted", "article", "chapter", *(("cjk",) if compound(found) else ()))
    for size in range(len(parts) - 1, 0, -1):
        prefix = ".".join(parts[:size])
        for n in range(len(tree.stack) - 1, 0, -1):
            node = tree.stack[n]
            if node.name.key == prefix and node.level in homes:
                tree.close_to(n + 1)
                return
    tree.close_from(Level.CJK)


def _runs_on(before: str, after: str) -> bool:
    """Tell whether a dotted number comes right after another: 3.5 or 4.1 after 3.4."""
    head, _, tail = after.rpartition(".")
    return follows(before, after) or (tail == "1" and follows(before.rpartition(".")[0], head))


def place_by_format(tree: Tree, format_level: int, depth: int) -> bool:
    """Close what a heading of the format's own level ends; tell whether its place is found with that."""

    def stays(node: Node) -> bool:
        if node.style and min(depth, node.depth) >= 0 and node.depth != depth and depth <= Level.ARTICLE:
            return node.depth < depth
        if node.level == "part" and depth == Level.PART:
            return False
        if not node.format_level:
            return node.level in ("document", "part") or (node.container and node.depth < depth)
        same = node.format_level == format_level and node.level != "heading" and node.depth < depth
        return node.format_level < format_level or same

    keep = 0
    while keep < len(tree.stack) and stays(tree.stack[keep]):
        keep += 1
    tree.close_to(keep)
    return bool(tree.top.format_level)


def closes(node: Node, follower: Mark | None) -> bool:
    """Tell whether a plain paragraph after an item is its parent's; `follower` is the next mark to come."""
    if node.level == "point":
        return True
    home = node.parent
    listed = node.depth in ITEMS or node.style.startswith(STEMMED)
    if not listed or home is None or (home.container and node.level != "ordinal"):
        return False
    if follower and style_of(follower) == node.style and follows(node.name.key, follower.key):
        return False
    before = [child for child in home.children[-2:-1] if child.style == node.style and child.run == node.run]
    if node.children:
        return True
    ended = node.last.endswith(SENTENCE_ENDS)
    if before:
        plain = before[0].lines == 1 and not before[0].unnumbered
        return plain and (ended or not before[0].last.endswith(SENTENCE_ENDS))
    return node.lines == 1 and ended and len(node.first) > _TITLE_LENGTH
