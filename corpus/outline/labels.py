"""How a clause is called: its printed label."""

import re
from collections.abc import Sequence

from corpus.models import Record
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


class Name(Record):
    """One clause's own contribution to the labels of what stands under it."""

    level: str
    printed: str
    key: str

    @property
    def named(self) -> bool:
        """Whether it is a part that labels name: 篇7, 附件1, Schedule 1, but not 第一编, whose articles run on."""
        return self.level == _PART and not re.match("第.*[编篇]$", self.printed)

    @property
    def coded(self) -> bool:
        """Whether it is a code that says of itself where it stands: A2.1."""
        return self.level == Level.DOTTED.name.lower() and self.key[:1].isalpha()


def _from_article(names: Sequence[Name]) -> list[Name]:
    """Return the names that go into a label: the part, then from the article down."""
    parts = [name for name in names if name.named]
    rest = [name for name in names if name.level not in _CONTAINERS and name.level != _PART]
    articles = [n for n, name in enumerate(rest) if name.level == _ARTICLE or name.coded]
    rest = rest[articles[-1] :] if articles else rest
    while len(rest) > 1 and rest[1].level == "dotted" and rest[1].key.startswith(rest[0].key + "."):
        rest = rest[1:]
    return parts[-1:] + rest


def _glued(left: str, right: str, after_part: bool) -> str:
    """Join two printed labels, with a space where they would run into one another."""
    word = right[:1].isalnum() and (right[:1].isascii() or left[-1:].isascii())
    apart = after_part or (word and left[-1:].isalnum()) or right.startswith(("row ", "Step ", "Stage "))
    return f"{left} {right}" if left and apart else left + right


def label(names: Sequence[Name]) -> str:
    """Return the printed label of the last of a chain of clauses, outermost first.

    It is "" for text that no number names.
    """
    result, after_part = "", False
    for name in _from_article(names):
        result = _glued(result, name.printed, after_part)
        after_part = name.level == _PART
    return result
