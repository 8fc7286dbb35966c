"""The keys of clauses: plain numbers that make their links, the same after every edit elsewhere."""

from collections import Counter
from collections.abc import Sequence

from corpus.outline.marks import Level
from corpus.outline.tree import Node

_BOXES = ("part", "chapter", "section", "heading")


def keys(nodes: Sequence[Node]) -> list[str]:
    """Return a unique key for each clause of a document, in order.

    A key is built from the numbers over a clause and from nothing that stands before or after it.
    """
    made = _Keys(nodes)
    return [made.add(node) for node in nodes]


def title_of(nodes: Sequence[Node]) -> Node | None:
    """Return the heading under which a whole document stands, which is no part of any link."""
    first = next((node for node in nodes if node.level != "paragraph"), None)
    return first if first and first.level == "heading" and first.format_level == 1 else None


class _Keys:
    """The keys given so far. `scope` is a part's prefix, `inside` the chapter or heading in it."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.taken: set[str] = set()
        self.again: Counter[str] = Counter()
        self.key: dict[int, str] = {}
        self.scope: dict[int, str] = {}
        self.inside: dict[int, str] = {}
        self.title = title_of(nodes)
        self.numbered: set[str] = set()
        self.restarts: set[str] = set()
        firsts: Counter[str] = Counter()
        for node in nodes:
            if node.level == "article":
                part = "/".join(step.name.key for step in node.path() if step.level == "part" and step.name.named)
                self.numbered.add(part)
                firsts[part] += node.name.key == "1"
        self.restarts = {part for part, count in firsts.items() if count > 1}
        self.parts: dict[int, str] = {}

    def add(self, node: Node) -> str:
        """Give a clause its key, after its parent has one."""
        me, parent = id(node), id(node.parent)
        scope, inside = self.scope.get(parent, ""), self.inside.get(parent, "")
        self.parts[me] = self.parts.get(parent, "")
        chosen = self._free(self._candidate(node, scope, inside), scope, inside, node)
        if node.level == "part" and node.name.named:
            self.parts[me] = f"{self.parts[me]}/{node.name.key}".strip("/")
            scope, inside = chosen + "/", ""
        elif node.level in _BOXES and node is not self.title:
            inside = chosen.removeprefix(scope)
        self.key[me], self.scope[me], self.inside[me] = chosen, scope, inside
        self.taken.add(chosen)
        return chosen

    def _free(self, wanted: str, scope: str, inside: str, node: Node) -> str:
        """Return a key nobody has: the one wanted, else with its chapter, else counted."""
        if wanted not in self.taken:
            return wanted
        if node.level in ("article", "dotted") and inside:
            wanted = f"{scope}{inside}.{node.name.key}"
        if wanted not in self.taken:
            return wanted
        self.again[wanted] = max(self.again[wanted], 1)
        while (counted := f"{wanted}~{self.again[wanted] + 1}") in self.taken:
            self.again[wanted] += 1
        return counted

    def _candidate(self, node: Node, scope: str, inside: str) -> str:
        number, level = node.name.key, node.level
        if level == "part":
            return number if node.name.named else f"{scope}part{number}"
        if level == "heading":
            return scope + (number or "heading")
        if level in ("chapter", "section"):
            return _joined(scope, inside, level + number)
        if level == "article":
            return _joined(scope, inside if self.parts.get(id(node.parent), "") in self.restarts else "", number)
        if level == "dotted":
            return self._dotted(node, scope)
        return self._under(node, scope, inside)

    def _dotted(self, node: Node, scope: str) -> str:
        """Return the key of 2.1, which says of itself that it stands in 2."""
        above = next((step for step in reversed(node.path()[:-1]) if step.depth == Level.ARTICLE
                      and step.level == "article"), None)  # fmt: skip
        if above is None or node.name.key.startswith(above.name.key + "."):
            return scope + node.name.key
        return f"{self.key[id(above)]}.{node.name.key}"

    def _under(self, node: Node, scope: str, inside: str) -> str:
        """Return the key of an item, paragraph, table or row: its own number after its home's key."""
        home = node.parent
        while home is not None and (home.level == "paragraph" or (home.level == "table" and home.run == 1)):
            home = home.parent
        own = node.name.key + (f"~{node.run}" if node.run > 1 and node.level not in ("table", "row") else "")
        if home is not None and home.level != "document" and home.level not in _BOXES:
            return f"{self.key[id(home)]}.{own}"
        item = node.level not in ("paragraph", "table", "row")
        bare = not inside and item and self.parts.get(id(node.parent), "") in self.numbered
        return _joined(scope, inside, f"item{own}" if bare else own)


def _joined(scope: str, *words: str) -> str:
    return scope + ".".join(word for word in words if word)
