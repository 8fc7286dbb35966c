"""The web server of the bot: takes what Telegram sends to the webhook, and answers the health address."""

import hmac
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from telegram import Bot

from bot.channels.telegram.letters import arrived
from bot.delivery.queue import Arrived
from bot.inbox import InboxUnusable
from corpus.known import KnownError

# Telegram's own bound for a secret.
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
HEADER = "X-Telegram-Bot-Api-Secret-Token"
HEALTH = "/health"
# An update with the longest text takes some kilobytes.
MOST_BYTES = 1024 * 1024

Put = Callable[[list[Arrived]], Awaitable[None]]
Health = Callable[[], Awaitable[tuple[bool, dict[str, Any]]]]


class NotListening(KnownError):
    """The address to listen at cannot be used."""


def place(listen: str) -> tuple[str, int]:
    """The host and the port of "host:port"; raises NotListening."""
    host, _, port = listen.rpartition(":")
    if not host or not re.fullmatch("[0-9]{1,5}", port) or int(port) > 65535:
        raise NotListening(f'GUIJU_LISTEN is "{listen}": write it as host:port, for example 127.0.0.1:8080')
    return host.strip("[]"), int(port)


class Hook:
    """Takes updates at one path, from whoever knows the secret."""

    def __init__(self, path: str, secret: str, bot: Bot, put: Put) -> None:
        self.path, self.secret, self.bot, self.put = path, secret.encode(), bot, put

    async def take(self, request: web.Request) -> web.Response:
        """200 once the update is on disk; with 500 Telegram sends it again, and the inbox has said why."""
        given = request.headers.get(HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self.secret):
            return web.Response(status=403)
        try:
            found = arrived(await request.json(), self.bot)
        except ValueError:
            return web.Response(status=400)
        try:
            if found:
                await self.put([found])
        except InboxUnusable:
            return web.Response(status=500)
        return web.Response()


@asynccontextmanager
async def listening(listen: str, health: Health, hook: Hook | None) -> AsyncIterator[None]:
    """Listens while inside; raises NotListening."""

    async def tell(_: web.Request) -> web.Response:
        well, facts = await health()
        return web.json_response(facts, status=200 if well else 503)

    app = web.Application(client_max_size=MOST_BYTES)
    app.router.add_get(HEALTH, tell)
    if hook:
        app.router.add_post(hook.path, hook.take)
    runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=2.0)
    await runner.setup()
    try:
        await start(runner, listen)
        yield
    finally:
        await runner.cleanup()


async def start(runner: web.AppRunner, listen: str) -> None:
    """Begins to listen; raises NotListening."""
    try:
        await web.TCPSite(runner, *place(listen)).start()
    except OSError as error:
        raise NotListening(f"cannot listen at {listen}: {error.strerror or error}") from None
