"""Whether a mark that could be ordinary words opens a clause: the series it stands in says so."""

import re
from collections import Counter
from collections.abc import Sequence

from corpus.models import Role
from corpus.outline import layout
from corpus.outline.codes import Path, coded, followers, goes_on
from corpus.outline.compound import compound, stemmed
from corpus.outline.marks import Level, Mark, mark, upper_roman
from corpus.outline.naming import captions, lettered, stems
from corpus.outline.placing import SENTENCE_ENDS
from corpus.outline.segments import Segment
from corpus.outline.signed import signed
from corpus.outline.tree import Tree, follows, style_of
from corpus.outline.worded import framed, hyphened, topical
from corpus.quantities.numbers import ROMANS

_SERIES_REACH = 15
_NEAR = 6
_ANNEX = re.compile(r"附|Schedule|Annex|Appendix|Attachment", re.IGNORECASE)
_HEADING_LENGTH = 60


class Lines:
    """A document's segments, the mark each opens with, and what the whole document says of them."""

    def __init__(self, all_segments: Sequence[Segment]) -> None:
        self.segments = all_segments
        self.quoted = layout.quoted(all_segments)
        raw = [_mark(all_segments, n) for n in range(len(all_segments))]
        raw = layout.articles(raw)
        self.contents = layout.contents(all_segments, raw)
        apart = self.quoted | self.contents
        self.heads = layout.compiled(all_segments)
        self.introduced = layout.introduced(all_segments, self.heads)
        self.marks = [None if n in apart else found for n, found in enumerate(raw)] + [None] * _NEAR
        self.signed = signed(all_segments, [self.heads.get(n) or found for n, found in enumerate(raw)])
        self.annexes = len({m.key for m in self.marks if m and _ANNEX.match(m.printed)})
        self.codes = followers(self.marks)
        self.topics = Counter(m.printed.split(" ")[0] for m in self.marks if m and topical(m))
        self.captions = captions(all_segments)
        self.stems = stems(all_segments) - apart
        self.letters = lettered(all_segments)
        self.headings: dict[tuple[str, str], int] = {}
        for n, found in enumerate(self.marks):
            if found and self.heads_text(n):
                self.headings[self.style(n), found.key] = n

    def style(self, n: int) -> str:
        """Return the style of the mark in line `n`."""
        found = self.marks[n]
        return style_of(found, self.segments[n].level) if found else ""

    def heads_text(self, n: int) -> bool:
        """Tell whether line `n` is a heading by its format, or by its looks."""
        words = self.segments[n].text.strip()
        return self.segments[n].role is Role.HEADING or (
            len(words) <= _HEADING_LENGTH and not words.endswith(SENTENCE_ENDS)
        )

    def follower(self, n: int) -> Mark | None:
        """Return the next mark in the few lines after line `n`."""
        return next((found for found in self.marks[n + 1 : n + _NEAR] if found), None)

    def letters_head(self, n: int) -> bool:
        """Tell whether line `n` is a heading "A. Hoses" with text of its own, not an item among A. and B."""
        found, after = self.marks[n], self.marks[n + 1]
        lettered = found is not None and found.level is Level.LETTER and found.printed.isupper()
        return lettered and self.heads_text(n) and not (after and self.style(n + 1) == self.style(n))

    def headed_later(self, n: int, key: str) -> bool:
        """Tell whether a heading further down has the style of line `n` and this number."""
        return self.heads_text(n) and self.headings.get((self.style(n), key), -1) > n


def _mark(all_segments: Sequence[Segment], n: int) -> Mark | None:
    """Return the mark of a segment, read with the rest of its line: "7 " is one before "(1) The Head"."""
    segment = all_segments[n]
    if segment.role not in (Role.TEXT, Role.HEADING):
        return None
    rest = "" if segment.text.endswith("\n") else all_segments[n + 1].text
    return mark(segment.text + rest)


def _letter(found: Mark, tree: Tree, format_level: int) -> Mark:
    """Read I. as the letter after H. where that is open."""
    letter = found.model_copy(update={"level": Level.LETTER, "key": found.printed.lower()})
    goes_on = len(found.printed) == 1 and follows(tree.last_key(style_of(letter, format_level)), letter.key)
    return letter if goes_on else found


def letter_or_roman(found: Mark, tree: Tree, format_level: int = 0) -> Mark:
    """Read (i), (v), (x) and I., V., X. as letters or Roman numbers by the list that is open."""
    if upper_roman(found):
        return _letter(found, tree, format_level)
    if found.level not in (Level.LETTER, Level.ROMAN) or found.key not in ROMANS or found.printed.isupper():
        return found
    roman = found.model_copy(update={"level": Level.ROMAN})
    letter = found.model_copy(update={"level": Level.LETTER})
    if follows(tree.last_key(style_of(roman)), found.key):
        return roman
    if len(found.key) == 1 and follows(tree.last_key(style_of(letter)), found.key):
        return letter
    return roman if found.key == "i" or len(found.key) > 1 else letter


def believed(found: Mark, tree: Tree, lines: Lines, n: int) -> bool:
    """Tell whether a mark that could be ordinary words opens a clause here."""
    if found.level is Level.PART and _ANNEX.match(found.printed):
        return tree.numbered or lines.annexes > 1
    if coded(found):
        return _coded(found, tree, lines, n)
    if topical(found):
        return _topical(found, tree, lines, n)
    if found.firm or follows(tree.last_key(style_of(found, lines.segments[n].level)), found.key):
        return True
    if found.level is Level.ARTICLE:
        return _next_article(found, tree) or _minuted(found, lines, n)
    if found.level in (Level.POINT, Level.ORDINAL, Level.LETTER):
        return found.key in ("1", "a") and _second_comes(found, lines, n)
    if compound(found):
        return _compound(found, tree, lines, n)
    if hyphened(found):
        return found.key.endswith(".1") and _comes(found, f"{found.key[:-1]}2", lines, n)
    if found.level is Level.DOTTED:
        return found.key.endswith(".1")
    if framed(found) or stemmed(found) or found.level in (Level.BRACKET, Level.CJK_BRACKET):
        return found.key == "1" and _second_comes(found, lines, n)
    if upper_roman(found):
        return found.key == "1" and _second_comes(found, lines, n)
    return found.level is Level.NUMBER and _bare_number(found, tree, lines, n)


def _next_article(found: Mark, tree: Tree) -> bool:
    if "-" in found.key or (found.key == "1" and tree.top.container):
        return True
    return found.key.isdigit() and int(found.key) - tree.last_article in (1, 2)


def _minuted(found: Mark, lines: Lines, n: int) -> bool:
    """Tell whether 26/31, a number of a year's minutes, begins a series that goes on."""
    yearly = "/" in found.printed and found.key.isdigit()
    return yearly and _comes(found, str(int(found.key) + 1), lines, n)


def _second_comes(found: Mark, lines: Lines, n: int) -> bool:
    """Tell whether the second of a series comes soon, or, of headings, anywhere below."""
    second = "2" if found.key == "1" else "b"
    return lines.headed_later(n, second) or _comes(found, second, lines, n)


def _comes(found: Mark, key: str, lines: Lines, n: int) -> bool:
    """Tell whether a mark of the same style with this number stands in the lines soon after line `n`."""
    return any(
        later is not None and style_of(later) == style_of(found) and later.key == key
        for later in lines.marks[n + 1 : n + 1 + _SERIES_REACH]
    )


def _compound(found: Mark, tree: Tree, lines: Lines, n: int) -> bool:
    """Tell whether 一·1 begins a series that goes on, or stands in the open 一、."""
    head, _, tail = found.key.rpartition(".")
    if tail not in ("1", "a"):
        return False
    second = "2" if tail == "1" else "b"
    return any(node.style and node.name.key == head for node in tree.stack) or _comes(
        found, f"{head}.{second}", lines, n
    )


def _topical(found: Mark, tree: Tree, lines: Lines, n: int) -> bool:
    """Tell whether Item 3 or Policy 1240 is what the document counts: as a heading beside others, or in a series.

    Inside articles of another kind it only names something.
    """
    word = found.printed.split(" ")[0]
    if any(node.level == "article" and not node.name.printed.startswith(word) for node in tree.stack):
        return False
    heads = lines.segments[n].role is Role.HEADING and lines.topics[word] > 1
    runs_on = lines.topics[word] > 1 and found.key == str(tree.last_article + 1)  # past a heading between
    series = follows(tree.last_key(style_of(found, lines.segments[n].level)), found.key) or runs_on
    return heads or series or (found.key == "1" and _second_comes(found, lines, n))


def _bare_number(found: Mark, tree: Tree, lines: Lines, n: int) -> bool:
    """Tell whether a bare number begins a series where no other runs, or heads its own 4.1."""
    follower = lines.follower(n)
    if follower and follower.level is Level.DOTTED and follower.key == f"{found.key}.1":
        return True
    if lines.segments[n].role is Role.HEADING and lines.headed_later(n, str(int(found.key) + 1)):
        return True
    running = any(node.style.startswith(("NUMBER", "ARTICLE", "DOTTED")) for node in tree.stack)
    return (found.key == "1" and not running) or _past_heading(found, lines, n)


def _past_heading(found: Mark, lines: Lines, n: int) -> bool:
    """Tell whether a number under a new heading goes on from the last one under the heading before: 6 after 5."""
    above = lines.marks[n - 1] if n else None
    headed = n > 0 and (lines.segments[n - 1].role is Role.HEADING or above and above.level <= Level.SECTION)
    earlier = next((one for one in reversed(lines.marks[:n]) if one and style_of(one) == style_of(found)), None)
    return bool(headed and earlier and follows(earlier.key, found.key))


def _further_on(path: Path, before: Path | None, lines: Lines, n: int) -> bool:
    """Tell whether a code right under a heading leaves numbers out that nobody gave: W-10 after W-7."""
    return before is not None and path > before and lines.segments[n - 1].role is Role.HEADING


def _coded(found: Mark, tree: Tree, lines: Lines, n: int) -> bool:
    """Tell whether a code goes on from the one before it, or begins a series that goes on or that a heading names."""
    code, path = coded(found) or ("", ())
    before = tree.codes.get(code)
    if before and (goes_on(before, path) or (found.firm and path > before)):
        return True
    first = set(path) == {1}
    later = lines.codes.get(n)
    begins = (
        first
        or found.firm
        or _further_on(path, before, lines, n)
        or (len(path) > 1 and path[-1] == 1 and later == (*path[:-1], 2))
    )
    if later and goes_on(path, later) and begins:
        return True
    named = any(node.name.key == code and node.level in ("letter", "chapter") for node in tree.stack)
    return first and (named or (len(code) == 1 and chr(ord(code) - 1) in tree.codes))
