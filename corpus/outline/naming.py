"""Headings and lines that a number names though no clause: 甲、总则, Table 2. Money, 表2-1 over a table."""

import re
from collections.abc import Sequence

from corpus.models import Record, Role
from corpus.outline.compound import FORMAL, headlike
from corpus.outline.labels import Name
from corpus.outline.mentions import CJK_NUMBER
from corpus.outline.segments import Segment
from corpus.outline.tree import Node
from corpus.quantities.numbers import STEMS

_NAME_LENGTH = 60
_CAPTION_LENGTH = 60
_HEADED_LENGTH = 160  # of a heading by its format, which is no sentence however long
_HEADING_LENGTH = 20
_NUMBERED = re.compile(r"([A-Z][A-Za-z]+ (?:[0-9]{1,4}|[A-Z]|[IVXL]+))(?=$|\s*[.:)–—]|\s+-|\s+\()")
# 事项05　作息调整, 流程三：, of a heading
_NUMBERED_ZH = re.compile(rf"(?!第)([一-鿿]{{2,3}}\s?(?:[0-9]{{1,3}}|{CJK_NUMBER}))(?=$|[\s：:、.．—–-])")
_STEMS = (STEMS, FORMAL)
# 甲、总则 and 壹 总则, but not 甲、乙双方
_STEM = re.compile(rf"(?P<stem>[{''.join(_STEMS)}])(?:、(?![{_STEMS[0]}])|[.．：:]|\s)\s*(?=\S)")
# 一 总则, of a heading by its format alone
_SPACED = re.compile(rf"(?P<stem>{CJK_NUMBER})\s+(?=\S)")
_CAPTION = re.compile(
    rf"(?P<shown>附?表\s*(?P<n>[0-9]{{1,3}}(?:[-–—.][0-9]{{1,3}})*|{CJK_NUMBER}|[A-Z])"
    r"|(?i:table|exhibit)\s+(?P<en>[0-9]{1,3}(?:[-–.][0-9]{1,3})*|[A-Z]|[IVXL]+\b))(?=$|[\s：:.．、）)–—-])[\s：:.．、）)–—-]*"
)
# F Deputies, of a heading by its format, where such headings count up from A
_LONE = re.compile(r"(?P<letter>[A-Z])\s+(?=[A-Z][a-z])")
_STOPS = ("。", "；", ";", "，", ",")


class Caption(Record):
    """What a line above a table numbers it with: as printed, the words behind that, the section its number names."""

    printed: str
    heading: str
    section: str


def heading_name(words: str, letter: str = "") -> Name:
    """Return what a heading without a clause's mark contributes to the labels under it; `letter` is its own, if any."""
    caption, numbered = caption_of(words, _HEADED_LENGTH), _NUMBERED.match(words) or _NUMBERED_ZH.match(words)
    stem = _STEM.match(words) or _SPACED.match(words)
    printed = caption.printed if caption else stem["stem"] + "、" if stem else numbered[1] if numbered else letter
    key = re.sub(r"[\s#!@/]+", "-", words)[:_NAME_LENGTH]
    return Name(level="heading", printed=printed, key=key, captions=caption is not None)


def caption_of(words: str, longest: int = _CAPTION_LENGTH) -> Caption | None:
    """Return the number a line of `longest` characters at most gives to a table, None where it is no caption."""
    line = words.strip()
    found = _CAPTION.match(line)
    if not found or len(line) > longest or line.endswith(_STOPS):
        return None
    printed = " ".join(found["shown"].split())
    numbers = re.split(r"[-–—.]", found["n"] or found["en"])
    section = numbers[0] if len(numbers) > 1 else ""
    heading = line[found.end() :].strip()
    return Caption(printed=printed if printed.isascii() else printed.replace(" ", ""), heading=heading, section=section)


def captions(segments: Sequence[Segment]) -> dict[int, Caption]:
    """Find the plain lines that number the table right below them; its unit may stand between: 单位：万元."""
    found: dict[int, Caption] = {}
    for n, segment in enumerate(segments):
        below = [after.role for after in segments[n + 1 : n + 3]]
        near = below[:1] in ([Role.HEADER], [Role.ROW]) or below[1:] in ([Role.HEADER], [Role.ROW])
        between = segments[n + 1].text.strip() if near and below[0] is Role.TEXT else ""
        caption = (
            caption_of(segment.text) if near and segment.role is Role.TEXT and len(between) <= _HEADING_LENGTH else None
        )
        if caption:
            found[n] = caption
    return found


def stems(segments: Sequence[Segment]) -> frozenset[int]:
    """Find the plain lines that are headings of a series from 甲、 or 壹、 on."""
    lines: list[tuple[int, str]] = []
    for n, segment in enumerate(segments):
        words = segment.text.strip()
        match = _STEM.match(words)
        if match and headlike(words) and segment.role is Role.TEXT:
            lines.append((n, match["stem"]))
    found: set[int] = set()
    for series in _STEMS:
        run: list[int] = []
        for n, stem in lines:
            if len(run) < len(series) and stem == series[len(run)]:
                run.append(n)
        found.update(run if len(run) > 1 else ())
    return frozenset(found)


def lettered(segments: Sequence[Segment]) -> dict[int, str]:
    """Find the headings that a letter opens, which count up from A: A Use, B Money."""
    found: dict[int, str] = {}
    for n, segment in enumerate(segments):
        match = _LONE.match(segment.text.strip()) if segment.role is Role.HEADING else None
        if match and ord(match["letter"]) == ord("A") + len(found):
            found[n] = match["letter"]
    return found if len(found) > 1 else {}


def run_on(nodes: Sequence[Node]) -> None:
    """Mark the lettered headings whose numbers run on from one to the next, so that labels leave them out: A. 1 2, B. 3."""
    for home in {id(node.parent): node.parent for node in nodes if node.parent}.values():
        heads = [node for node in home.children if node.style.startswith("LETTERU") and node.children]
        numbers = [[child.name.key for child in node.children if child.level == "number"] for node in heads]
        own = [int(key) for keys in numbers for key in keys if key.isdigit()]
        if len(heads) > 1 and all(numbers) and own == list(range(own[0], own[0] + len(own))):
            for node in heads:
                node.name = node.name.model_copy(update={"heads": True})
