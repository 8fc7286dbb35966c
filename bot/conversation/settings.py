"""What a chat sets for itself: the language, and the day whose rules count."""

import asyncio
import re
from datetime import date

from bot.conversation.channel import Message
from bot.conversation.messages import PHRASES
from bot.conversation.speaking import tell
from bot.conversation.visit import Visit
from bot.people.chats import Preferences
from corpus.validity import dates

OFF = ("off", "today", "今天", "关")


async def speak(visit: Visit, message: Message, wanted: str) -> None:
    """Sets the language of this chat, or each person's own with "auto"."""
    language = {"zh": "zh", "en": "en", "auto": None}.get(wanted.lower(), "")
    if language == "":
        await tell(visit, message, visit.says.speak_how)
        return
    kept = await keep(visit, visit.preferences.model_copy(update={"language": language}))
    said = visit.says.spoken_auto if language is None else PHRASES["zh" if language == "zh" else "en"].spoken
    await tell(visit, message, said if kept else visit.says.not_kept)


async def look_back(visit: Visit, message: Message, wanted: str) -> None:
    """Sets the day whose rules count in this chat, or today again with "off"."""
    day = named_day(wanted)
    if day is None and wanted.lower() not in OFF:
        await tell(visit, message, visit.says.as_of_how)
        return
    kept = await keep(visit, visit.preferences.model_copy(update={"as_of": day}))
    said = visit.says.as_of.format(day) if day else visit.says.as_of_off
    await tell(visit, message, said if kept else visit.says.not_kept)


async def keep(visit: Visit, wanted: Preferences) -> bool:
    """Keeps what this chat sets."""
    if visit.desk.chats:
        await asyncio.to_thread(visit.desk.chats.prefer, visit.chat_name, wanted)
    return visit.desk.chats is not None


def named_day(words: str) -> date | None:
    """The day that is written, a year alone meaning its last; None for none that can be."""
    if re.fullmatch(r"(?:19|20)[0-9]{2}年?", words):
        return date(int(words[:4]), 12, 31)
    return dates.day(words, last=True)
