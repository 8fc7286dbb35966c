"""A procedure's flow as a picture in Telegram, with its words under it."""

import asyncio

from telegram import InputMediaPhoto, Message
from telegram.constants import ChatAction, ParseMode

from bot.channels.telegram_post import harmless, keyboard, tell, typing
from bot.channels.telegram_visit import Visit
from bot.conversation import buttons
from bot.conversation.buttons import Rows
from bot.conversation.flow_picture import Picture, picture
from bot.conversation.flow_words import caption


async def flow(visit: Visit, message: Message, code: str) -> None:
    """Sends the flow behind a code under a message, at the step that the code names."""
    async with typing(message, ChatAction.UPLOAD_PHOTO):
        found = await asyncio.to_thread(drawn, visit, code)
    if found is None:
        await tell(message, visit.says.gone)
        return
    made, words, rows = found
    markup = keyboard(rows) if rows else None
    await message.reply_photo(made.png, words, parse_mode=ParseMode.HTML, reply_markup=markup, do_quote=True)


async def turn(visit: Visit, message: Message, code: str, place: int) -> None:
    """Puts another picture of the same flow in place of the one that is shown."""
    found = await asyncio.to_thread(drawn, visit, code, place)
    if found is None:
        await tell(message, visit.says.gone)
        return
    made, words, rows = found
    media = InputMediaPhoto(made.png, words, parse_mode=ParseMode.HTML)
    await harmless(message.edit_media(media, reply_markup=keyboard(rows)))


def drawn(visit: Visit, code: str, place: int | None = None) -> tuple[Picture, str, Rows] | None:
    """One picture of the flow behind a code with its words and buttons, None when it is no longer there."""
    link = visit.desk.find(code)
    procedure = visit.desk.procedure(link, visit.reader) if link else None
    if link is None or procedure is None:
        return None
    at = next((step.number for step in procedure.steps if step.id == link), 0)
    made = picture(procedure, at, place)
    words = caption(procedure, at, visit.language)
    return made, words, buttons.turn_rows(code, made.place, made.of)
