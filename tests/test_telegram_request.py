"""How the bot calls Telegram: what goes wrong is an error of the library's kinds, without the token."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from telegram import Bot
from telegram.error import NetworkError, TimedOut
from telegram_world import TOKEN, free_port

from bot.channels.telegram.calls import Calls, proxy

SECRET = TOKEN.split(":")[1]


@asynccontextmanager
async def calling(base: str) -> AsyncIterator[Bot]:
    """A bot that may take a tenth of a second for a call."""
    calls = Calls(base, 1, 0.1)
    await calls.initialize()
    yield Bot(TOKEN, base_url=f"{base}/bot", request=calls)
    await calls.shutdown()
    await calls.shutdown()


@asynccontextmanager
async def listening(said: bytes | None) -> AsyncIterator[str]:
    """An address that says something to whoever calls and hangs up, or without words is silent."""

    heard: list[asyncio.StreamWriter] = []

    async def hear(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(writer)
        if said is not None:
            writer.write(said)
            writer.close()

    server = await asyncio.start_server(hear, "127.0.0.1", 0)
    yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    server.close()
    for writer in heard:
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()


async def test_nobody_there_is_an_error_of_the_network() -> None:
    async with calling(f"http://127.0.0.1:{free_port()}") as bot:
        with pytest.raises(NetworkError, match="ClientConnectorError: ") as caught:
            await bot.get_me()
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("said", [b"", b"220 mail\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"])
async def test_no_whole_answer_is_an_error_of_the_network(said: bytes) -> None:
    async with listening(said) as base, calling(base) as bot:
        with pytest.raises(NetworkError) as caught:
            await bot.get_me()
    assert not isinstance(caught.value, TimedOut)
    assert SECRET not in str(caught.value)


async def test_an_answer_that_does_not_come_is_given_up() -> None:
    async with listening(None) as base, calling(base) as bot:
        with pytest.raises(TimedOut):
            await bot.get_me()


async def test_an_answer_that_leads_elsewhere_is_not_followed() -> None:
    told = f"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/{TOKEN}\r\nContent-Length: 0\r\n\r\n"
    async with listening(told.encode()) as base, calling(base) as bot:
        with pytest.raises(NetworkError, match="302"):
            await bot.get_me()


def test_the_proxy_of_the_environment_is_used_but_where_it_says_not_to(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    assert proxy("https://api.telegram.org") is None
    monkeypatch.setenv("https_proxy", "http://gate:3128")
    monkeypatch.setenv("no_proxy", socket.gethostname())
    assert proxy("https://api.telegram.org") == "http://gate:3128"
    assert proxy(f"https://{socket.gethostname()}") is None
    assert proxy("http://api.telegram.org") is None
