"""Telegram as the conversation speaks through it: each call one try, made without a word of who it is for."""

import json
from collections.abc import Sequence
from typing import Any

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineQueryResultArticle,
    InputMediaPhoto,
    InputTextMessageContent,
    ReplyParameters,
)
from telegram.constants import ChatAction, ParseMode
from telegram.helpers import create_deep_linked_url

from bot.answering.models import Language
from bot.channels.telegram.errors import translated
from bot.channels.telegram.letters import UNREADABLE, heard
from bot.channels.telegram.markup import ROOM, keyboard, keys, marked
from bot.conversation.channel import Chat, Commands, Event, Message, Offer, Post

# Before the numbers of people and chats, wherever the desk keeps them.
PREFIX = "tg:"
# The languages of menus by Telegram's code: Chinese for whoever has set it, English for all others.
MENUS: tuple[tuple[str | None, Language], ...] = ((None, "en"), ("zh", "zh"))
# How a text is shown: as HTML, its links without a preview.
SHOWN = {"parse_mode": ParseMode.HTML.value, "link_preview_options": {"is_disabled": True}}


class Telegram:
    """A Messenger over the library's bot."""

    name = "telegram"
    title = "Telegram"
    room = ROOM

    def __init__(self, bot: Bot) -> None:
        self.bot = bot

    def link(self, payload: str) -> str:
        return create_deep_linked_url(self.bot.username, payload)

    def chat(self, name: str) -> Chat | None:
        """A chat by its number; an admin's is kept without a prefix by what was before there were other messengers."""
        its = name.removeprefix(PREFIX)
        if not its.removeprefix("-").isdecimal():
            return None
        return Chat(name=f"{PREFIX}{its}", private=not its.startswith("-"))

    def read(self, body: str) -> Event | None:
        try:
            return heard(json.loads(body), self.bot)
        except UNREADABLE:
            return None

    async def reach(self) -> None:
        with translated():
            await self.bot.get_me()

    async def send(self, chat: Chat, post: Post, under: str = "") -> str:
        with translated():
            if post.picture is not None:
                return await self._send_picture(chat, post, post.picture, under)
            fields: dict[str, Any] = {"chat_id": number(chat), "text": marked(post.blocks), **SHOWN}
            if under:
                fields["reply_parameters"] = {"message_id": int(under), "allow_sending_without_reply": True}
            if post.rows:
                fields["reply_markup"] = keys(post.rows)
            if chat.thread:
                fields["message_thread_id"] = int(chat.thread)
            # objects of the library's out of what goes and comes would take as long as all the rest of an answer
            sent: dict[str, Any] = await self.bot.do_api_request("sendMessage", fields)
            return str(sent["message_id"])

    async def _send_picture(self, chat: Chat, post: Post, picture: bytes, under: str) -> str:
        sent = await self.bot.send_photo(
            number(chat),
            picture,
            marked(post.blocks),
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(post.rows) if post.rows else None,
            reply_parameters=ReplyParameters(int(under), allow_sending_without_reply=True) if under else None,
            message_thread_id=int(chat.thread) if chat.thread else None,
        )
        return str(sent.message_id)

    async def edit(self, message: Message, post: Post) -> None:
        at: dict[str, Any] = {"chat_id": number(message.chat), "message_id": int(message.number)}
        markup = keyboard(post.rows)
        with translated():
            if post.picture is not None:
                media = InputMediaPhoto(post.picture, marked(post.blocks), parse_mode=ParseMode.HTML)
                await self.bot.edit_message_media(media, reply_markup=markup, **at)
            elif post.blocks:
                await self.bot.edit_message_text(marked(post.blocks), reply_markup=markup, parse_mode="HTML", **at)
            else:
                await self.bot.edit_message_reply_markup(reply_markup=markup, **at)

    async def note(self, press: str, text: str = "", *, alert: bool = False) -> None:
        with translated():
            await self.bot.answer_callback_query(press, text or None, show_alert=alert or None)

    async def offer(self, query: str, offers: Sequence[Offer]) -> None:
        """Answers for this person alone, and Telegram keeps nothing of it: the next may see others."""
        found = [
            InlineQueryResultArticle(
                id=one.name,
                title=one.title,
                description=one.description,
                input_message_content=InputTextMessageContent(marked(one.blocks), ParseMode.HTML),
            )
            for one in offers
        ]
        with translated():
            await self.bot.answer_inline_query(query, found, is_personal=True, cache_time=0)

    async def sign(self, chat: Chat, *, drawing: bool = False) -> None:
        action = ChatAction.UPLOAD_PHOTO if drawing else ChatAction.TYPING
        with translated():
            await self.bot.send_chat_action(
                number(chat), action, message_thread_id=int(chat.thread) if chat.thread else None
            )

    async def menu(self, chat: Chat, commands: Commands) -> None:
        scope = BotCommandScopeChat(number(chat))
        with translated():
            for code, language in MENUS:
                if commands:
                    listed = [BotCommand(name, what) for name, what in commands[language]]
                    await self.bot.set_my_commands(listed, scope, code)
                else:
                    await self.bot.delete_my_commands(scope, code)


def number(chat: Chat) -> int:
    """A chat as Telegram knows it."""
    return int(chat.name.removeprefix(PREFIX))
