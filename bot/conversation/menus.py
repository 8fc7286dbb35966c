"""The menus of commands: /status in the chats of those who may use it, /office in the chats of offices."""

import asyncio
import hashlib
import logging

from bot.conversation.channel import Channel, Commands
from bot.conversation.desk import Desk
from bot.conversation.messages import PHRASES
from bot.conversation.notices import NOTICES
from bot.conversation.trouble import Away, Moved, Refused
from bot.conversation.visit import Visit
from bot.people.audience import Role
from bot.people.menus import Menu, Menus

log = logging.getLogger(__name__)


async def noted(visit: Visit) -> None:
    """Keeps that whoever looks after the bot writes from here, so that the menu here has what only they can do."""
    if visit.private and visit.chat and visit.reader.role in (Role.CURATOR, Role.ADMIN) and visit.desk.menus:
        await asyncio.to_thread(visit.desk.menus.note, visit.chat_name, visit.person)


async def settle(desk: Desk, out: Channel) -> None:
    """Puts into every menu what it should have by now; what the messenger cannot do just now is left for later."""
    if (menus := desk.menus) is None:
        return
    for menu in await asyncio.to_thread(menus.all):
        wanted = commands(menu)
        named = hashlib.sha256(repr(wanted).encode()).hexdigest() if wanted else ""
        if not wanted or named != menu.shown:
            await put(out, menus, menu, wanted, named)


async def put(out: Channel, menus: Menus, menu: Menu, wanted: Commands, named: str) -> None:
    """Sets one chat's menu and keeps that it is set; a chat that does not take it has none to keep right."""
    chat = out.chat(menu.chat)
    if chat is None:
        return  # another messenger's
    if chat.name != menu.chat:
        # it goes on under another name, under which it is kept too
        await asyncio.to_thread(menus.set, menu.chat, "")
        return
    try:
        if wanted or menu.shown:
            await out.menu(chat, wanted)
    except Away:
        return  # until the next look
    except (Refused, Moved) as refused:
        log.warning("a chat's menu of commands was not set: %s", refused)
    await asyncio.to_thread(menus.set, menu.chat, named)


def commands(menu: Menu) -> Commands:
    """What a chat's menu has besides everybody's, with that; nothing for a chat that has no more than others."""
    if not menu.status and not menu.office:
        return {}
    more = {
        language: [
            *([("status", NOTICES[language].menu_status)] if menu.status else []),
            *([("office", NOTICES[language].menu_office)] if menu.office else []),
        ]
        for language in PHRASES
    }
    return {language: [*PHRASES[language].commands, *more[language]] for language in PHRASES}
