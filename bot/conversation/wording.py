"""PURE: an answer and what it leads to as blocks of text, for any messenger."""

import re
from collections.abc import Sequence
from datetime import date

from bot.answering.models import Answer, Citation, Language, Nearest
from bot.answering.saying import phrases
from bot.conversation.brief import brief
from bot.conversation.messages import PHRASES
from bot.conversation.rich import Block, Blocks, Style, clean, cut, visible

# A first line up to this long reads as a headline; a longer one in bold reads as shouting.
HEADLINE = 80
TITLE = 200
# Of the words that a clause stands under, so many say what it is about.
LEAD = 600


def told(text: str) -> Blocks:
    """A text as it is."""
    return (Block(text=text),)


def answered(answer: Answer, note: str = "", *, dated: bool = False) -> Blocks:
    """An answer: the decision first, the sources folded, a note at the end; an apology where nothing of it shows.

    `dated` says by the rules of which day, for whoever has set one.
    """
    day = PHRASES[answer.language].dated.format(answer.as_of) if dated and answer.as_of else ""
    head = told(day) if day else ()
    blocks = (*head, *paragraphs(brief(answer)), *pointers(answer), *folded(answer), *(told(note) if note else ()))
    return blocks if any(visible(one.text) for one in blocks) else told(PHRASES[answer.language].failed)


def page(title: str, text: str, lead: str = "") -> Blocks:
    """One place of the rulebook, to be shown as one message, with what it stands under."""
    head, above, body = clean(title).strip()[:TITLE], clean(lead).strip(), clean(text).strip()
    under = told(cut(above, LEAD)[0].rstrip()) if above else ()
    shown = (Block(text=head, style=Style.BOLD), *under, Block(text=body, gap="\n" if under else "\n\n", ends="\n…"))
    return shown if visible(head + body) else told("…")


def quotation(where: str, text: str) -> Blocks:
    """A clause to quote, as one message: its place in bold, its words in a quotation."""
    head, body = clean(where).strip()[:TITLE], clean(text).strip()
    quoted = (Block(text=head, style=Style.BOLD), Block(text=body, style=Style.QUOTE, gap="\n", ends="…"))
    return quoted if visible(head + body) else told("…")


def headed(head: str, lines: Sequence[str]) -> Blocks:
    """Lines under a head, as one message."""
    return (Block(text=head, style=Style.BOLD), Block(text=clean("\n".join(lines)).strip(), gap="\n"))


def listed(title: str, entries: Sequence[str]) -> str:
    """Entries under their title, nothing where there are none."""
    return "\n".join([title, *entries]) if entries else ""


def source(citation: Citation, language: Language) -> str:
    """A citation in words: its number, place, validity, and the quote on a line of its own."""
    where = placed(citation.title or citation.document, citation.clause, language)
    dates = in_force(citation.effective, citation.repealed, language)
    head = f"[{citation.n}] {where}" + (f" · {dates}" if dates else "")
    return f"{head}\n“{citation.quote}”"


def placed(title: str, clause: str, language: Language) -> str:
    """A clause after the title of its document."""
    return " ".join(part for part in (title, phrases.place(language, clause)) if part)


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
    where = placed(nearest.title or nearest.document, nearest.clause, language)
    return f"• {where}" + (f" · {PHRASES[language].ask.format(nearest.office)}" if nearest.office else "")


def paragraphs(text: str) -> Blocks:
    """The paragraphs of an answer's text, a short first line in bold."""
    first, _, rest = clean(text).strip().partition("\n")
    if len(first) > HEADLINE:
        return tuple(Block(text=part) for part in parted(text))
    gap = "\n\n" if rest.startswith("\n") else "\n"
    later = [Block(text=part) for part in parted(rest)]
    joined = [later[0].model_copy(update={"gap": gap}), *later[1:]] if later else []
    return (Block(text=first, style=Style.BOLD), *joined)


def parted(text: str) -> list[str]:
    """A text at its blank lines."""
    return re.split(r"\n[^\S\n]*\n\s*", clean(text).strip())


def pointers(answer: Answer) -> Blocks:
    """Where to look when nothing was found."""
    lines = [clean(place(near, answer.language)) for near in answer.nearest]
    return told(listed(PHRASES[answer.language].nearest, lines)) if lines else ()


def folded(answer: Answer) -> Blocks:
    """The sources, each in a quotation that opens at a touch."""
    texts = [clean(source(citation, answer.language)) for citation in answer.citations]
    return tuple(Block(text=text, style=Style.QUOTE, gap="\n\n" if n == 0 else "\n") for n, text in enumerate(texts))
