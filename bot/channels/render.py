"""PURE: an Answer as plain text, as the contract's JSON, and as Telegram's HTML."""

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from bot.answering.models import Answer, Citation, Language, Nearest, StepLink
from bot.conversation.brief import brief
from bot.conversation.messages import PHRASES
from corpus.models import Record

# Telegram's limit for one message, in UTF-16 units of the text after its markup is parsed.
LIMIT = 4096
# A first line up to this long reads as a headline; a longer one in bold reads as shouting.
HEADLINE = 80
TITLE = 200
# Line separators and direction overrides: Telegram deletes them, and an override can make a quote
# read backwards.
DELETED = dict.fromkeys(range(0x2028, 0x202F))
# Letters and symbols by category that show nothing: braille blank and the Hangul fillers.
BLANK = frozenset("\u2800\u3164\u115f\u1160\uffa0")
# JSON leaves these as they are, yet some readers end a line at them.
LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}
# Where a text may be cut, the best place first: after a line, after a sentence, after a word.
CUTS = (re.compile(r"(?<=\n)"), re.compile(r"(?<=[。！？；])|(?<=[.!?;] )"), re.compile(r"(?<= )"))


class Style(StrEnum):
    """The markup round a block, with {} for its text."""

    PLAIN = "{}"
    BOLD = "<b>{}</b>"
    QUOTE = "<blockquote expandable>{}</blockquote>"


class Block(Record):
    """A run of text in one style, and what stands between it and the block before."""

    text: str
    style: Style = Style.PLAIN
    gap: str = "\n\n"


def plain(answer: Answer) -> str:
    """What a terminal prints: the text, then the sources, where to look, and the steps."""
    words = PHRASES[answer.language]
    parts = [
        answer.text.strip(),
        listed(words.nearest, [f"{place(n, answer.language)}  {n.link}" for n in answer.nearest]),
        listed(words.sources, [sourced(c, answer) for c in answer.citations]),
        listed(words.steps, [f"{words.of.format(s.number, s.of)}  {s.link}" for s in answer.steps]),
    ]
    return clean("\n\n".join(part for part in parts if part))


def as_json(answer: Answer) -> str:
    """The contract's object on one line."""
    return answer.model_dump_json().translate(LINE_ENDS)


def telegram(answer: Answer, note: str = "", *, dated: bool = False) -> list[str]:
    """Messages in Telegram's HTML: the decision first, the sources folded, a note at the end, each within the limit.

    `dated` says by the rules of which day, for whoever has set one.
    """
    day = PHRASES[answer.language].dated.format(answer.as_of) if dated and answer.as_of else ""
    head = [Block(text=day)] if day else []
    blocks = [*head, *paragraphs(brief(answer)), *pointers(answer), *folded(answer)]
    blocks += [Block(text=note)] if note else []
    return packed(blocks) or [html.escape(PHRASES[answer.language].failed, quote=False)]


def page(title: str, text: str) -> str:
    """One place of the rulebook as one Telegram message, cut short where it is over the limit."""
    head = clean(title).strip()[:TITLE]
    body = clean(text).strip()
    whole = packed([Block(text=head, style=Style.BOLD), Block(text=body)])
    if len(whole) <= 1:
        return "".join(whole) or "…"
    room = LIMIT - units(head) - units("\n\n\n…")
    return packed([Block(text=head, style=Style.BOLD), Block(text=f"{cut(body, room)[0].rstrip()}\n…")])[0]


def page_quote(where: str, text: str) -> str:
    """A clause to quote in Telegram: its place in bold, its words in a quotation, cut where they are over the limit."""
    head, body = clean(where).strip()[:TITLE], clean(text).strip()
    if units(body) > (room := LIMIT - units(head) - units("\n\n…")):
        body = f"{cut(body, room)[0].rstrip()}…"
    return "".join(packed([Block(text=head, style=Style.BOLD), Block(text=body, style=Style.QUOTE, gap="\n")])[:1])


def listed(title: str, entries: Sequence[str]) -> str:
    """Entries under their title, nothing where there are none."""
    return "\n".join([title, *entries]) if entries else ""


def source(citation: Citation, language: Language) -> str:
    """A citation in words: its number, place, validity, and the quote on a line of its own."""
    where = " ".join(part for part in (citation.title or citation.document, citation.clause) if part)
    dates = in_force(citation.effective, citation.repealed, language)
    head = f"[{citation.n}] {where}" + (f" · {dates}" if dates else "")
    return f"{head}\n“{citation.quote}”"


def sourced(citation: Citation, answer: Answer) -> str:
    """A citation with its link; words that the answer's text has quoted are not quoted twice."""
    words = source(citation, answer.language)
    shown = words.partition("\n")[0] if citation.quote in answer.text else words
    return f"{shown}\n    {citation.link}"


def in_force(effective: date | None, repealed: date | None, language: Language) -> str:
    """The dates between which a document is in force, as far as they are known."""
    words = PHRASES[language]
    if effective and repealed:
        return words.between.format(effective.isoformat(), repealed.isoformat())
    if effective:
        return words.since.format(effective.isoformat())
    return words.until.format(repealed.isoformat()) if repealed else ""


def place(nearest: Nearest, language: Language) -> str:
    """Where to look, and whom to ask."""
    where = " ".join(part for part in (nearest.title or nearest.document, nearest.clause) if part)
    return f"• {where}" + (f" · {PHRASES[language].ask.format(nearest.office)}" if nearest.office else "")


def step(link: StepLink, language: Language) -> str:
    """A step on one line: its number, who, what, by when."""
    said = " · ".join(part for part in (link.who, link.does, link.when) if part)
    return f"{PHRASES[language].of.format(link.number, link.of)} · {said}"


def paragraphs(text: str) -> list[Block]:
    """The paragraphs of an answer's text, a short first line in bold."""
    first, _, rest = clean(text).strip().partition("\n")
    if units(first) > HEADLINE:
        return [Block(text=part) for part in parted(text)]
    gap = "\n\n" if rest.startswith("\n") else "\n"
    later = [Block(text=part) for part in parted(rest)]
    joined = [later[0].model_copy(update={"gap": gap}), *later[1:]] if later else []
    return [Block(text=first, style=Style.BOLD), *joined]


def parted(text: str) -> list[str]:
    """A text at its blank lines."""
    return re.split(r"\n[^\S\n]*\n\s*", clean(text).strip())


def pointers(answer: Answer) -> list[Block]:
    """Where to look when nothing was found."""
    lines = [clean(place(near, answer.language)) for near in answer.nearest]
    return [Block(text=listed(PHRASES[answer.language].nearest, lines))] if lines else []


def folded(answer: Answer) -> list[Block]:
    """The sources, each in a quotation that opens at a touch."""
    texts = [clean(source(citation, answer.language)) for citation in answer.citations]
    return [Block(text=text, style=Style.QUOTE, gap="\n\n" if n == 0 else "\n") for n, text in enumerate(texts)]


def packed(blocks: Iterable[Block]) -> list[str]:
    """Blocks in as few messages as hold them in order; what shows nothing is left out."""
    messages: list[str] = []
    used = LIMIT
    for block in fitting(blocks):
        size = units(block.text)
        if used + len(block.gap) + size > LIMIT:
            messages.append(marked(block))
            used = size
        else:
            messages[-1] += block.gap + marked(block)
            used += len(block.gap) + size
    return messages


def fitting(blocks: Iterable[Block]) -> Iterable[Block]:
    """The blocks with those over the limit cut in pieces."""
    for block in blocks:
        for piece in cut(block.text, LIMIT):
            if visible(piece):
                yield block.model_copy(update={"text": piece.strip()})


def marked(block: Block) -> str:
    """A block in Telegram's HTML."""
    return block.style.value.format(html.escape(block.text, quote=False))


def cut(text: str, room: int, cuts: Sequence[re.Pattern[str]] = CUTS) -> list[str]:
    """Pieces of at most `room` UTF-16 units that make up the text, cut at the best places there are."""
    if units(text) <= room:
        return [text]
    if not cuts:
        half = max(room // 2, 1)
        return joined((text[i : i + half] for i in range(0, len(text), half)), room)
    return joined((piece for part in cuts[0].split(text) for piece in cut(part, room, cuts[1:])), room)


def joined(pieces: Iterable[str], room: int) -> list[str]:
    """Neighbours put together again as long as they fit."""
    whole: list[str] = []
    for piece in pieces:
        if whole and units(whole[-1]) + units(piece) <= room:
            whole[-1] += piece
        else:
            whole.append(piece)
    return whole


def units(text: str) -> int:
    """The length Telegram counts: UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def clean(text: str) -> str:
    """A text without what no screen shows: control characters, lone surrogates, direction overrides."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = (c for c in lines if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))
    return "".join(kept).translate(DELETED)


def formatting(character: str) -> bool:
    """True for a character that only steers how others are set, such as a joiner of words."""
    return unicodedata.category(character) == "Cf"


def visible(text: str) -> bool:
    """True when something in the text shows; Telegram refuses a message where nothing does."""
    return any(unicodedata.category(c)[0] in "LNPSM" and c not in BLANK for c in text)
