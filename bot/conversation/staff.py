"""What is said to strangers, to whoever opens an invitation, and to those who look after the bot."""

import asyncio

from bot.conversation.channel import Message, Pressed
from bot.conversation.notices import NOTICES, standing
from bot.conversation.speaking import note, tell
from bot.conversation.visit import Visit
from bot.people.audience import Role


async def refuse(visit: Visit, message: Message) -> None:
    """Tells a stranger once and politely, and nothing at all to one who goes on knocking."""
    if await asyncio.to_thread(visit.desk.door.knock, visit.person):
        await tell(visit, message, visit.says.not_allowed.format(visit.one.number))


async def refuse_press(visit: Visit, pressed: Pressed) -> None:
    """The same for a button."""
    told = await asyncio.to_thread(visit.desk.door.knock, visit.person)
    await note(visit, pressed.press, visit.says.not_allowed.format(visit.one.number) if told else "", alert=told)


async def join(visit: Visit, message: Message, code: str) -> bool:
    """Lets in whoever opens the link of an invitation; what others would read along is not tried."""
    says = NOTICES[visit.language]
    if not message.chat.private:
        await tell(visit, message, says.private)
        return False
    door = visit.desk.door
    good = await asyncio.to_thread(door.join, visit.person, code, message.chat.name)
    if not good:
        words = says.enough if good is None else says.refused
        await tell(visit, message, f"{words}\n{says.still_in}" if visit.reader.role else words)
        return False
    role = (await asyncio.to_thread(door.admit, visit.person)).role or Role.STAFF
    await tell(visit, message, says.joined.format(says.roles[role]))
    return True


async def forget(visit: Visit, message: Message) -> None:
    """Cuts what ties a person to their questions, also of somebody who may ask no more.

    A stranger is answered as often as any stranger is, and can't have what was tried forgotten so as to try again.
    """
    stranger = visit.reader.role is None
    if stranger and not await asyncio.to_thread(visit.desk.door.knock, visit.person):
        return
    await asyncio.to_thread(visit.desk.forget, visit.out.name, visit.person, attempts=not stranger)
    await tell(visit, message, NOTICES[visit.language].forgotten)


async def status(visit: Visit, message: Message) -> None:
    """Tells curators and admins, in private, how things stand; others get the help."""
    # in a group the reader is one of the staff, whoever asks
    if visit.reader.role in (Role.CURATOR, Role.ADMIN):
        found = await asyncio.to_thread(visit.desk.office.status, visit.reader)
        await tell(visit, message, standing(found, visit.language))
    elif visit.admin:
        await tell(visit, message, NOTICES[visit.language].status_private)
    else:
        await advise(visit, message)


async def advise(visit: Visit, message: Message) -> None:
    """Tells how to ask, and those who look after the bot what only they can do."""
    says = NOTICES[visit.language]
    here = [] if visit.private else [f"\n{visit.says.help_group}"]
    more = [says.help_curator] if visit.reader.role in (Role.CURATOR, Role.ADMIN) else []
    # at the machine itself there is no chat to give to an office
    more += [says.help_admin] if visit.admin and visit.private and not visit.reader.everything else []
    await tell(visit, message, "\n".join([visit.says.help, *here, *more]))
