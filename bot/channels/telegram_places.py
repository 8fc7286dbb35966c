"""A clause or a step of the rulebook, shown in Telegram."""

import asyncio
from urllib.parse import quote

from telegram import Message
from telegram.constants import ParseMode
from telegram.helpers import create_deep_linked_url

from bot.channels import messages, render
from bot.channels.messages import Button, Rows
from bot.channels.seam import NotThere, View
from bot.channels.telegram_post import harmless, keyboard, send, tell
from bot.channels.telegram_visit import Visit


async def show(visit: Visit, message: Message, code: str, *, turning: bool = False) -> None:
    """Shows a place of the rulebook under a message, or in its stead when the person turns a page."""
    found = await asyncio.to_thread(look, visit, code)
    if found is None:
        await tell(message, visit.says.gone)
        return
    view, rows = found
    text = render.page(view.title, view.text)
    if turning:
        await harmless(message.edit_text(text, ParseMode.HTML, reply_markup=keyboard(rows)))
    else:
        await send(message, text, rows)


def look(visit: Visit, code: str) -> tuple[View, Rows] | None:
    """The place behind a code with its buttons, None when it is no longer there."""
    link = visit.desk.find(code)
    if link is None:
        return None
    try:
        view = visit.desk.show(link, visit.reader)
    except NotThere:
        return None
    before, after = (visit.desk.short(near) if near else None for near in (view.previous, view.next))
    share = Button(label=visit.says.copy_link, copies=create_deep_linked_url(visit.bot.username, f"s_{code}"))
    page = Button(label=visit.says.page, url=visit.pages + quote(view.link, safe="/#!@"))
    return view, (
        *messages.view_rows(before, after, visit.language),
        *(messages.flow_rows(code, visit.language) if visit.desk.procedure(link, visit.reader) else ()),
        (share, page) if visit.pages else (share,),
    )
