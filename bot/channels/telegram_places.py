"""A clause or a step of the rulebook, shown in Telegram."""

import asyncio
from urllib.parse import quote

from telegram import Message

from bot.answering.models import Answer, Citation
from bot.channels import render
from bot.channels.telegram_post import send, tell, turned
from bot.channels.telegram_visit import Visit
from bot.conversation import buttons
from bot.conversation.buttons import Button, Rows
from bot.conversation.desk import NotThere, View


async def show(visit: Visit, message: Message, code: str, *, turning: bool = False) -> None:
    """Shows a place of the rulebook under a message, or in its stead when the person turns a page."""
    found = await asyncio.to_thread(look, visit, code)
    if found is None:
        await tell(message, visit.says.gone)
        return
    view, rows = found
    text = render.page(view.title, view.text)
    if turning:
        await turned(message, text, rows)
    else:
        await send(message, text, rows)


async def cite(visit: Visit, message: Message, asked: int, n: int, code: str) -> None:
    """Shows a clause that an answer cites; what it said then, where it has changed or is gone."""
    found = await asyncio.to_thread(look, visit, code)
    past = await asyncio.to_thread(visit.desk.past, asked, visit.person, visit.reader)
    cited = next((c for c in past.citations if c.n == n), None) if past else None
    if past and cited and (found is None or cited.quote not in found[0].text):
        await tell(message, then(visit, past, cited, visit.says.changed if found else visit.says.gone_then))
    elif found is None:
        await tell(message, visit.says.gone)
    if found:
        await send(message, render.page(found[0].title, found[0].text), found[1])


def then(visit: Visit, past: Answer, cited: Citation, words: str) -> str:
    """What a clause said when an answer cited it."""
    where = " ".join(part for part in (cited.title or cited.document, cited.clause) if part)
    quoted = render.cut(cited.quote, render.LIMIT // 2)[0]
    return f"{words.format(past.as_of or '…')}\n{where}\n“{quoted}”"


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
    share = Button(label=visit.says.copy_link, copies=visit.deep_link(f"s_{code}"))
    page = Button(label=visit.says.page, url=visit.pages + quote(view.link, safe="/#!@"))
    flows = visit.desk.procedure(link, visit.reader) is not None
    return view, (
        *buttons.view_rows(before, after, visit.language, step=flows),
        *(buttons.flow_rows(code, visit.language) if flows else ()),
        (share, page) if visit.pages else (share,),
    )
