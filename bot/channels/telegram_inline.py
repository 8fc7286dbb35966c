"""Clauses to quote in any chat of Telegram, found while a person types after the bot's name."""

import asyncio
import html
from datetime import date

from telegram import InlineQuery, InlineQueryResultArticle, InputTextMessageContent
from telegram.constants import ParseMode

from bot.channels import render
from bot.channels.telegram_post import harmless
from bot.channels.telegram_visit import Visit
from bot.conversation.buttons import label
from bot.shelf import Quotable

MOST = 10
# A question of one character finds everything.
SHORTEST = 2


async def offered(visit: Visit, query: InlineQuery) -> None:
    """Offers clauses to whoever may ask, for this person alone and for this moment: the next may see others."""
    words = query.query.strip()
    found: list[InlineQueryResultArticle] = []
    if visit.reader.role is not None and len(words) >= SHORTEST:
        clauses = await asyncio.to_thread(visit.desk.shelf.quotable, words, visit.preferences.as_of, visit.reader, MOST)
        found = [article(visit, one, number) for number, one in enumerate(clauses)]
    await harmless(query.answer(found, is_personal=True, cache_time=0))


def article(visit: Visit, one: Quotable, number: int) -> InlineQueryResultArticle:
    """A clause as an entry to choose, and as the message that is sent when it is chosen."""
    where = " ".join(part for part in (one.title, one.clause) if part)
    return InlineQueryResultArticle(
        id=f"{number}-{visit.desk.short(one.link)}",
        title=label(where),
        description=label(one.text),
        input_message_content=InputTextMessageContent(quoted(where, one.text, visit.preferences.as_of), ParseMode.HTML),
    )


def quoted(where: str, text: str, day: date | None) -> str:
    """A clause in its very words, folded where it is long, with the place it stands in."""
    words = render.page_quote(where if day is None else f"{where} ({day})", text)
    return words or html.escape(where, quote=False)
