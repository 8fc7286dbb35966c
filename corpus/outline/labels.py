"""How a clause is called: its printed label."""

import re
from collections import defaultdict
from collections.abc import Container, Sequence

from corpus.models import Record
from corpus.outline.compound import SIGNS
from corpus.outline.marks import Level

_CONTAINERS = {
    Level.CHAPTER.name.lower(),
    Level.SECTION.name.lower(),
    "heading",
    "table",
    "paragraph",
}
_PART = Level.PART.name.lower()
_ARTICLE = Level.ARTICLE.name.lower()
# Part > Article > Section is as deep as numberings start again one inside the other.
_DEEPEST = 3


class Name(Record):
    """One clause's own contribution to the labels of what stands under it.

    `heads` tells that it is only a heading, so that what stands under it is named without it where it can be;
    `captions` that it is a table's own number (表2-1, Table 3), which names the table's rows by itself.
    """

    level: str
    printed: str
    key: str
    heads: bool = False
    captions: bool = False

    @property
    def named(self) -> bool:
        """Whether it is a part that labels name: 篇7, 附件1, Schedule 1, but not 第一编, whose articles run on."""
        return self.level == _PART and not re.match("第.*[编篇]$", self.printed)

    @property
    def coded(self) -> bool:
        """Whether it is a code that says of itself where it stands: A2.1."""
        return self.level == Level.DOTTED.name.lower() and self.key[:1].isalpha()


def _from_article(names: Sequence[Name], running: Container[str]) -> list[Name]:
    """Return the names that go into a label: the part, then from the article down; `running` codes need no part."""
    parts = [name for name in names if name.named]
    captions = [name for name in names if name.captions]
    if captions and names[-1].level in ("table", "row"):
        return [*parts[-1:], captions[-1], *(name for name in names[-1:] if name.level == "row")]
    rest = [name for name in names if name.level not in _CONTAINERS and name.level != _PART]
    rest = [name for n, name in enumerate(rest) if not name.heads or n == len(rest) - 1 or _keeps(name, rest[n + 1])]
    articles = [n for n, name in enumerate(rest) if name.level == _ARTICLE or name.coded]
    rest = rest[articles[-1] :] if articles else rest
    if parts and rest and (_lettered(rest[0], parts[-1]) or _letters(rest[0]) in running):
        return rest
    while len(rest) > 1 and _tells(rest[1], rest[0]):
        rest = rest[1:]
    return parts[-1:] + rest


def _keeps(head: Name, below: Name) -> bool:
    """Tell whether a lettered heading names what stands right under it, but for numbers, which run on: B row 2."""
    return head.level == "letter" and below.level != "number"


def _tells(name: Name, over: Name) -> bool:
    """Tell whether a dotted number says itself what it stands in: 3.9 under 3 or SO 3, but not under SO 2."""
    number = re.search(r"[0-9.]*$", over.key)
    own = over.key if name.coded or over.level == "dotted" or not number else number[0]
    return name.level == "dotted" and bool(own) and name.key.startswith(own + ".")


def _lettered(name: Name, part: Name) -> bool:
    """Tell whether a code says which part it stands in: D3 in Schedule D."""
    letter = part.printed.rpartition(" ")[2].lower()
    return len(letter) == 1 and bool(re.fullmatch(rf"{re.escape(letter)}[0-9.]+", name.key))


def _letters(name: Name) -> str:
    """Return the letters of an article's code: the d of D-6, "" for any other name."""
    found = re.fullmatch("([a-z]{1,3})[0-9]+", name.key) if name.level == _ARTICLE else None
    return found[1] if found else ""


def _running(paths: Sequence[Sequence[Name]]) -> set[str]:
    """Return the letters of codes that run on from part to part, each number once: D-6 in Schedule 3 after D-5."""
    keys: dict[str, list[str]] = defaultdict(list)
    homes: dict[str, set[str]] = defaultdict(set)
    for names in paths:
        if letters := _letters(names[-1]) if names else "":
            keys[letters].append(names[-1].key)
            homes[letters].add(next((name.printed for name in reversed(names) if name.named), ""))
    return {one for one, found in keys.items() if len(homes[one]) > 1 and len(set(found)) == len(found)}


def _glued(left: str, right: str, after_part: bool) -> str:
    """Join two printed labels, with a space where they would run into one another."""
    word = right[:1].isalnum() and (right[:1].isascii() or left[-1:].isascii())
    apart = after_part or (word and left[-1:].isalnum()) or right.startswith(("row ", "Step ", "Stage "))
    return f"{left} {right}" if left and apart else left + right


def _joined(names: Sequence[Name]) -> str:
    """Join the printed labels of some clauses; "" where no number names them."""
    result, after_part = "", False
    for name in names:
        result = _glued(result, name.printed, after_part)
        after_part = (name.level in (_PART, *_CONTAINERS) or name.heads) and not name.printed.endswith("、")
    return result


def _over(names: Sequence[Name], below: Sequence[Name]) -> list[Name]:
    """Return the headings that may name what stands under them, the nearest last: Article IV, Table 2, 丙、.

    第一章 names no article: articles run on from one to the next. Plain numbers right under 第三节 start again.
    """
    runs_on = any(name.level == _ARTICLE for name in below)
    return [
        name
        for name in names[:-1]
        if name.printed
        and (not runs_on or name.printed.isascii() or name.printed in SIGNS or name.level == "heading")
        and (name.heads or name.level in _CONTAINERS)
    ]


def labels(paths: Sequence[Sequence[Name]]) -> list[str]:
    """Return the printed label of each clause of a document, given the names from the outermost down to its own.

    A heading over articles is named only where their numbers start again under the next one: Article IV Section 1.
    """
    running = _running(paths)
    own = [_from_article(names, running) for names in paths]
    over = [_over(names, below) for names, below in zip(paths, own, strict=True)]
    kinds = [_kind(names) for names in own]
    # a row says nothing by its number alone: 乙、row 6
    deep = [int(kind.strip() == "row" and bool(above)) for kind, above in zip(kinds, over, strict=True)]
    for depth in range(1, _DEEPEST + 1):
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for n, names in enumerate(own):
            if deep[n] == depth - 1:
                above = _joined(over[n][-depth:][:1])
                found[kinds[n], _joined([*_parts(names), *_prefix(over[n], deep[n]), *_units(names)])].add(above)
        again = {kind for (kind, printed), above in found.items() if printed and len(above) > 1}
        for n, kind in enumerate(kinds):
            if deep[n] == depth - 1 and kind in again and len(over[n]) >= depth:
                deep[n] = depth
    return [
        _joined([*_parts(names), *_prefix(over[n], deep[n]), *_units(names)]) if _units(names) else _joined(names)
        for n, names in enumerate(own)
    ]


def _prefix(over: Sequence[Name], deep: int) -> Sequence[Name]:
    return over[len(over) - deep :] if deep else ()


def _parts(names: Sequence[Name]) -> list[Name]:
    return [name for name in names if name.level == _PART]


def _units(names: Sequence[Name]) -> list[Name]:
    return [name for name in names if name.level != _PART]


def _kind(names: Sequence[Name]) -> str:
    """Return what numbers a clause shares its numbering with: the part it is in, and the level of the first of them."""
    units = _units(names)
    return f"{_joined(_parts(names))} {units[0].level}" if units else ""
