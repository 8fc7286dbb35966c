"""A clause or a step of the rulebook, shown."""

import asyncio

from bot.answering.models import Answer, Citation, Language
from bot.conversation import buttons
from bot.conversation.buttons import Button, Rows
from bot.conversation.channel import Message
from bot.conversation.desk import NotThere, View
from bot.conversation.speaking import send, tell, turned
from bot.conversation.visit import Visit
from bot.conversation.wording import page, placed
from bot.links import full


async def show(visit: Visit, message: Message, code: str) -> None:
    """Shows a place of the rulebook under a message."""
    found = await asyncio.to_thread(look, visit, code)
    if found is None:
        await tell(visit, message, visit.says.gone)
    else:
        view, rows = found
        await send(visit, message, page(view.title, view.spelt or view.text, view.lead), rows)


async def go(visit: Visit, message: Message, code: str, language: Language | None = None) -> None:
    """Shows a place of the rulebook in the stead of another and in its language, whoever turns the page."""
    found = await asyncio.to_thread(look, visit.speaking(language), code)
    if found is None:
        await tell(visit, message, visit.says.gone)
    else:
        view, rows = found
        await turned(visit, message, page(view.title, view.spelt or view.text, view.lead), rows)


async def cite(visit: Visit, message: Message, asked: int, n: int, code: str) -> None:
    """Shows a clause that an answer cites; what it said then, where it has changed or is gone."""
    found = await asyncio.to_thread(look, visit, code)
    past = await asyncio.to_thread(visit.desk.past, asked, visit.person, visit.reader)
    cited = next((c for c in past.citations if c.n == n), None) if past else None
    if past and cited and (found is None or cited.quote not in found[0].text):
        await tell(visit, message, then(visit, past, cited, visit.says.changed if found else visit.says.gone_then))
    elif found is None:
        await tell(visit, message, visit.says.gone)
    if found:
        view, rows = found
        await send(visit, message, page(view.title, view.spelt or view.text, view.lead), rows)


def then(visit: Visit, past: Answer, cited: Citation, words: str) -> str:
    """What a clause said when an answer cited it."""
    where = placed(cited.title or cited.document, cited.clause, visit.language)
    quoted = visit.cut(cited.quote, visit.out.room.text // 2)
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
    flows = visit.desk.procedure(link, visit.reader) is not None
    elsewhere = tuple(leading(visit, code, view))
    return view, (
        *buttons.view_rows(before, after, visit.language, step=flows),
        *buttons.branch_rows([(words, visit.desk.short(to)) for words, to in view.branches], visit.language),
        *(buttons.flow_rows(code, visit.language) if flows else ()),
        *(buttons.clause_rows(visit.desk.short(view.clause), visit.language) if view.clause else ()),
        *((elsewhere,) if elsewhere else ()),
    )


def leading(visit: Visit, code: str, view: View) -> list[Button]:
    """What leads back to a place from anywhere, and to its page."""
    link = visit.out.link(f"s_{code}")
    share = [Button(label=visit.says.copy_link, copies=link)] if link else []
    page_link = visit.pages and full(view.link, visit.pages)
    return [*share, Button(label=visit.says.page, url=page_link)] if page_link else share
