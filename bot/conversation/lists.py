"""The rules in force and the procedures, as lists that are turned page by page."""

import asyncio
from collections.abc import Sequence
from itertools import groupby

from bot.answering.models import Language
from bot.conversation import buttons, wording
from bot.conversation.buttons import Rows
from bot.conversation.channel import Message
from bot.conversation.rich import Blocks
from bot.conversation.speaking import send, turned
from bot.conversation.visit import Visit
from bot.shelf import Shown

# So many entries are read on a phone without scrolling.
SIZE = 8
NAMES = ("sources", "procedures")


async def show_list(visit: Visit, message: Message, name: str) -> None:
    """Shows a list's first page under a message."""
    text, rows = await asyncio.to_thread(listed, visit, name, 0)
    await send(visit, message, text, rows)


async def turn_list(visit: Visit, message: Message, name: str, page: int, language: Language | None = None) -> None:
    """Puts another page of a list in place of the one that is shown, in the same language."""
    text, rows = await asyncio.to_thread(listed, visit.speaking(language), name, page)
    await turned(visit, message, text, rows)


def listed(visit: Visit, name: str, page: int) -> tuple[Blocks, Rows]:
    """A page of one of the lists."""
    return sources(visit, page) if name == "sources" else procedures(visit, page)


def sources(visit: Visit, page: int) -> tuple[Blocks, Rows]:
    """The rules in force on the chat's day, with their dates."""
    known = visit.desk.shelf.documents(visit.preferences.as_of, visit.reader)
    page, of = within(page, len(known))
    lines = []
    for one in known[page * SIZE : (page + 1) * SIZE]:
        dates = wording.in_force(one.effective, one.repealed, visit.language)
        lines.append(f"• {one.title}" + (f" · {dates}" if dates else ""))
    says = visit.says
    head = headline(visit, (says.sources_of, says.sources_on, says.no_sources), (page + 1, of), bool(lines))
    return wording.headed(head, lines), buttons.list_rows("sources", page, of, visit.language)


def procedures(visit: Visit, page: int) -> tuple[Blocks, Rows]:
    """The procedures of those rules under their documents, a button each."""
    known = visit.desk.shelf.procedures(visit.preferences.as_of, visit.reader)
    page, of = within(page, len(known))
    shown = known[page * SIZE : (page + 1) * SIZE]
    rows = buttons.place_rows([(own_name_first(one), visit.desk.short(one.link)) for one in shown])
    says = visit.says
    head = headline(visit, (says.procedures_of, says.procedures_on, says.no_procedures), (page + 1, of), bool(shown))
    return wording.headed(head, under_documents(shown)), (
        *rows,
        *buttons.list_rows("procedures", page, of, visit.language),
    )


def own_name_first(one: Shown) -> str:
    """A procedure as a button calls it: the name of its document, which many share, is what may be cut off."""
    return " · ".join(part for part in (one.heading, one.document) if part)


def under_documents(shown: Sequence[Shown]) -> list[str]:
    """The headings of procedures, those of one document under its title."""
    lines: list[str] = []
    for document, each in groupby(shown, key=lambda one: one.document):
        lines += [f"• {document}", *(f"    – {one.heading}" for one in each if one.heading)]
    return lines


def within(page: int, entries: int) -> tuple[int, int]:
    """A page that there is, and how many there are."""
    of = max(1, -(-entries // SIZE))
    return min(max(page, 0), of - 1), of


def headline(visit: Visit, words: tuple[str, str, str], place: tuple[int, int], found: bool) -> str:
    """What a list is of: of today, or of the day that the chat has set; and that there is nothing in it."""
    today, on, none = words
    day = visit.preferences.as_of
    if not found:
        return f"{day}{visit.says.colon}{none}" if day else none
    return on.format(day, *place) if day else today.format(*place)
