"""What a chat sets for itself: the language, and the day whose rules count."""

import asyncio
import re
from datetime import date

from bot.answering.models import Language
from bot.conversation.buttons import language_rows
from bot.conversation.channel import Message
from bot.conversation.messages import PHRASES
from bot.conversation.speaking import tell
from bot.conversation.visit import Visit
from bot.people.chats import Preferences
from corpus.validity import dates

# What may be written for a language, None for each person's own.
LANGUAGES: dict[str, Language | None] = {"zh": "zh", "en": "en", "auto": None}
OFF = ("off", "today", "今天", "关")


async def speak(visit: Visit, message: Message, wanted: str) -> None:
    """Sets the language of this chat, or each person's own with "auto"."""
    if wanted.lower() not in LANGUAGES:
        await tell(visit, message, visit.says.speak_how, language_rows(visit.language))
        return
    language = LANGUAGES[wanted.lower()]
    kept = await keep(visit, visit.preferences.model_copy(update={"language": language}))
    said = PHRASES[language].spoken if language else visit.says.spoken_auto
    await tell(visit, message, said if kept else visit.says.not_kept)


async def look_back(visit: Visit, message: Message, wanted: str) -> None:
    """Sets the day whose rules count in this chat, or today again with "off"."""
    day = named_day(wanted)
    if day is None and wanted.lower() not in OFF:
        set_now = visit.preferences.as_of
        now = f"{visit.says.as_of_now.format(set_now)}\n" if set_now else ""
        await tell(visit, message, now + visit.says.as_of_how)
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
