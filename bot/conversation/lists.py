"""The rules in force and the procedures, as lists that are turned page by page."""

import asyncio

from bot.conversation import buttons, wording
from bot.conversation.buttons import Rows
from bot.conversation.channel import Message
from bot.conversation.rich import Blocks
from bot.conversation.speaking import send, turned
from bot.conversation.visit import Visit

# So many entries are read on a phone without scrolling.
SIZE = 8
NAMES = ("sources", "procedures")


async def show_list(visit: Visit, message: Message, name: str, page: int | None = None) -> None:
    """Shows a list's first page under a message, or another in place of the one that is shown."""
    text, rows = await asyncio.to_thread(sources if name == "sources" else procedures, visit, page or 0)
    if page is None:
        await send(visit, message, text, rows)
    else:
        await turned(visit, message, text, rows)


def sources(visit: Visit, page: int) -> tuple[Blocks, Rows]:
    """The rules in force on the chat's day, with their dates."""
    listed = visit.desk.shelf.documents(visit.preferences.as_of, visit.reader)
    page, of = within(page, len(listed))
    lines = []
    for one in listed[page * SIZE : (page + 1) * SIZE]:
        dates = wording.in_force(one.effective, one.repealed, visit.language)
        lines.append(f"• {one.title}" + (f" · {dates}" if dates else ""))
    head = visit.says.sources_of.format(page + 1, of) if lines else visit.says.no_sources
    return headed(visit, head, lines), buttons.list_rows("sources", page, of)


def procedures(visit: Visit, page: int) -> tuple[Blocks, Rows]:
    """The procedures of those rules, a button each."""
    listed = visit.desk.shelf.procedures(visit.preferences.as_of, visit.reader)
    page, of = within(page, len(listed))
    shown = listed[page * SIZE : (page + 1) * SIZE]
    rows = buttons.place_rows([(one.title, visit.desk.short(one.link)) for one in shown])
    head = visit.says.procedures_of.format(page + 1, of) if shown else visit.says.no_procedures
    return headed(visit, head, []), (*rows, *buttons.list_rows("procedures", page, of))


def within(page: int, entries: int) -> tuple[int, int]:
    """A page that there is, and how many there are."""
    of = max(1, -(-entries // SIZE))
    return min(max(page, 0), of - 1), of


def headed(visit: Visit, head: str, lines: list[str]) -> Blocks:
    """A list under its head and the day it is of, where the chat has set one."""
    day = visit.preferences.as_of
    return wording.headed(head, [*([visit.says.dated.format(day)] if day else []), *lines])
