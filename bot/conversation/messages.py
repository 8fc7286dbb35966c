"""PURE: what a channel says in its own words, by the language of the person."""

from bot.answering.models import Language
from bot.conversation.chinese import CHINESE
from bot.conversation.english import ENGLISH
from bot.conversation.phrases import Phrases as Phrases

PHRASES: dict[Language, Phrases] = {"zh": CHINESE, "en": ENGLISH}


def language_of(code: str | None) -> Language:
    """The language of fixed phrases for a person whose messenger is set to `code`."""
    return "zh" if (code or "").lower().startswith("zh") else "en"
