"""Markdown: front matter, and the words as a reader sees them, without the markup."""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.formats import encoding, frontmatter, html, tables, wrap
from corpus.formats.characters import clean, one_line, trim
from corpus.formats.content import Content
from corpus.formats.tables import Box
from corpus.formats.wrap import Piece, columns, head
from corpus.models import Line, Role

# Link definitions stay text unless they lead to a page: "[注]: 见附件" is a note, and would vanish.
_PARSER = MarkdownIt("commonmark", {"html": True}).enable("table").disable("reference")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]*<?(?:[a-z]+:|[./#])\S*.*$", re.M)
# What the CommonMark rules for emphasis leave beside Chinese punctuation, and links by reference.
_LEFTOVERS = ((re.compile(r"\*\*(.+?)\*\*"), r"\1"), (re.compile(r"\[([^\[\]]+)\]\[[^\[\]]*\]"), r"\1"))
_GLUED_HEADING = re.compile(r"^(#{1,6})(?=[\u2e80-\uffef])", re.M)
# A table right under the words of a list item would be taken for more of them.
_TIGHT_TABLE = re.compile(r"(?<=[^\s|]\n)(?=[ \t]{0,3}\|[^\n]*\n[ \t]{0,3}\|[ \t]*:?-[ \t:|-]*$)", re.M)
# Words right under the last row of a table, without a bar among them, would be taken for one more row.
_TIGHT_END = re.compile(r"(?<=\|\n)(?=[^|\n]*[^|\s][^|\n]*$)", re.M)
# An underlined "heading" past this is a paragraph above a rule.
LONGEST_HEADING = 60
_BULLET = re.compile(r"\s*[-*+]\s+")
_STOPS = tuple("。．.；;，,：:！!？?、")


def read(data: bytes) -> Content:
    """The lines and the front matter of a Markdown file."""
    front, body = frontmatter.split(encoding.decode(data))
    source = _GLUED_HEADING.sub(r"\1 ", _DEFINITION.sub("", body))
    source = _TIGHT_END.sub("\\n", _TIGHT_TABLE.sub("\\n", source))
    lines = tuple(_joined(list(_blocks(_PARSER.parse(source), source.split("\n")))))
    title = next((line.text for line in lines if line.role == Role.HEADING and line.level == 1), "")
    return Content(lines=lines, front=front, title=title)


def _joined(blocks: Sequence[Line | Piece]) -> Iterator[Line]:
    """Lines as they are, and runs of pieces as their paragraphs."""
    found = [block for block in blocks if isinstance(block, Piece)]
    limit = wrap.shared_width(found)
    words = wrap.vocabulary(found)
    before: Piece | None = None
    text = ""
    for block in [*blocks, None]:
        # a soft break in Markdown is a space; but many write one clause a line without a blank line between
        goes_on = (
            isinstance(block, Piece)
            and before
            and (wrap.continues(before, block, limit) or wrap.runs_on(before, block))
        )
        if isinstance(block, Piece) and goes_on:
            text = wrap.meet(text, block.text, words)
        else:
            if before:
                yield Line(text=text)
            text = block.text if isinstance(block, Piece) else ""
        before = block if isinstance(block, Piece) else None
        if isinstance(block, Line):
            yield block


def _blocks(tokens: Sequence[Token], source: Sequence[str]) -> Iterator[Line | Piece]:
    mark, at, level, tokens = "", 0, 1, list(tokens)
    while at < len(tokens):
        token = tokens[at]
        if token.type == "list_item_open":
            mark = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "table_open":
            end = next(i for i in range(at, len(tokens)) if tokens[i].type == "table_close")
            yield from _table(tokens[at:end])
            at = end
        elif token.type == "html_block":
            yield from html.fragment(token.content)
        elif token.type in ("fence", "code_block"):
            yield from (Line(text=text) for text in map(trim, token.content.split("\n")) if text)
        elif token.type == "inline":
            heading = _heading(tokens[at - 1], token)
            level = heading[0].level if heading else level
            yield from heading or _bold(token, level + 1) or _paragraph(token, mark, source)
            mark = ""
        at += 1


def _heading(opened: Token, token: Token) -> list[Line]:
    """The line of a heading, or nothing where the block is none."""
    texts = _texts(token)
    text = " ".join(texts)
    paragraph = opened.markup in ("-", "=") and (len(texts) > 1 or len(text) > LONGEST_HEADING)
    if opened.type != "heading_open" or paragraph or not text:
        return []
    return [Line(text=text, role=Role.HEADING, level=int(opened.tag[1:]))]


def _bold(token: Token, level: int) -> list[Line]:
    """The line of a paragraph that is all bold, which is how many write a heading, or nothing."""
    kinds = [child.type for child in token.children or [] if child.type != "text" or child.content]
    texts = _texts(token)
    whole = token.level == 1 and kinds[:1] == ["strong_open"] and kinds[-1:] == ["strong_close"]
    once = kinds.count("strong_open") == 1 and len(texts) == 1
    if not (whole and once and len(texts[0]) <= LONGEST_HEADING and not texts[0].endswith(_STOPS)):
        return []
    return [Line(text=texts[0], role=Role.HEADING, level=min(level, 6))]


def _paragraph(token: Token, mark: str, source: Sequence[str]) -> list[Piece]:
    """The printed lines of a paragraph, measured as they stand in the file."""
    texts = _texts(token, keep_empty=True)
    first = token.map[0] if token.map else 0
    raw = source[first : first + len(texts)] if token.map else texts
    hard = _hard_breaks(token)
    found: list[Piece] = []
    for index, text in enumerate(texts):
        words = (mark if not index else "") + text
        if trim(words):
            bare = raw[index].rstrip() if index < len(raw) else text
            bullet = _BULLET.match(bare) if not index else None
            start = columns(bullet[0]) if bullet else columns(bare) - columns(bare.lstrip())
            found.append(_measured(trim(words), start, columns(bare), index == 0 or index in hard))
    return found


def _measured(text: str, start: float, end: float, apart: bool) -> Piece:
    gap = 0 if text[0] > "\u2e7f" else 1
    return Piece(text=text, start=start, end=end, first=columns(head(text)) + gap, apart=apart)


def _texts(token: Token, keep_empty: bool = False) -> list[str]:
    """The words of an inline token, one string a source line."""
    texts = [""]
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            texts.append("")
        elif child.type == "html_inline" and re.match(r"<br\b", child.content, re.I):
            texts[-1] += " "
        elif child.type in ("text", "code_inline", "image", "text_special"):
            texts[-1] += child.content
    bare = [trim(_unmarked(clean(text))) for text in texts]
    return bare if keep_empty else [text for text in bare if text]


def _hard_breaks(token: Token) -> set[int]:
    """The source lines of a paragraph that stand after a break the writer asked for."""
    breaks = [child.type for child in token.children or [] if child.type in ("softbreak", "hardbreak")]
    return {index + 1 for index, kind in enumerate(breaks) if kind == "hardbreak"}


def _unmarked(text: str) -> str:
    for pattern, words in _LEFTOVERS:
        text = pattern.sub(words, text)
    return text


def _table(tokens: Sequence[Token]) -> list[Line]:
    rows: list[list[Box]] = []
    for index, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            head = tokens[index - 1].type == "th_open"
            rows[-1].append(Box(text=one_line(" ".join(_texts(token))), head=head))
    return tables.lines(tables.spread(rows))
