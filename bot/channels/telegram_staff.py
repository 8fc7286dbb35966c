"""What the Telegram bot says to strangers, to whoever opens an invitation, and to those who look after it."""

import asyncio

from telegram import CallbackQuery, Message
from telegram.constants import ChatType

from bot.channels.telegram_post import harmless, tell
from bot.channels.telegram_visit import Visit
from bot.conversation.notices import NOTICES, standing
from bot.people.audience import Role


async def refuse(visit: Visit, message: Message) -> None:
    """Tells a stranger once and politely, and nothing at all to one who goes on knocking."""
    if await asyncio.to_thread(visit.desk.door.knock, visit.person):
        await tell(message, visit.says.not_allowed.format(visit.user.id))


async def refuse_press(visit: Visit, query: CallbackQuery) -> None:
    """The same for a button."""
    told = await asyncio.to_thread(visit.desk.door.knock, visit.person)
    await harmless(query.answer(visit.says.not_allowed.format(visit.user.id) if told else None, show_alert=told))


async def join(visit: Visit, message: Message, code: str) -> bool:
    """Lets in whoever opens the link of an invitation; what others would read along is not tried."""
    says = NOTICES[visit.language]
    if message.chat.type != ChatType.PRIVATE:
        await tell(message, says.private)
        return False
    door = visit.desk.door
    good = await asyncio.to_thread(door.join, visit.person, code, str(message.chat.id))
    if not good:
        await tell(message, says.enough if good is None else says.refused)
        return False
    role = (await asyncio.to_thread(door.admit, visit.person)).role or Role.STAFF
    await tell(message, says.joined.format(says.roles[role]))
    return True


async def forget(visit: Visit, message: Message) -> None:
    """Cuts what ties a person to their questions."""
    await asyncio.to_thread(visit.desk.forget, "telegram", visit.person)
    await tell(message, NOTICES[visit.language].forgotten)


async def status(visit: Visit, message: Message) -> None:
    """Tells curators and admins, in private, how things stand; others get the help."""
    # in a group the reader is one of the staff, whoever asks
    if visit.reader.role in (Role.CURATOR, Role.ADMIN):
        found = await asyncio.to_thread(visit.desk.office.status, visit.reader)
        await tell(message, standing(found, visit.language))
    else:
        await tell(message, visit.says.help)
