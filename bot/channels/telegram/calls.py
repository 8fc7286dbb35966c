"""Calls to the Bot API over aiohttp, which take a fraction of the processor time that the library's own way takes."""

import asyncio
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import httpx
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

# Seconds to wait for a place among the connections, for a connection, and for a message or a picture to be taken.
POOL_SECONDS = 60.0
CONNECT_SECONDS = 5.0
WRITE_SECONDS = 5.0
UPLOAD_SECONDS = 20.0
JSON = {"Content-Type": "application/json"}


class Calls(BaseRequest):
    """Calls over at most so many connections, which are kept for the next ones.

    A call that failed is not made again here: whether it may be is for the caller to decide.
    """

    def __init__(self, base: str, connections: int, read_seconds: float) -> None:
        self._connections, self._read, self._proxy = connections, read_seconds, proxy(base)
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds that Telegram may take for an answer."""
        return self._read

    async def initialize(self) -> None:
        """Makes ready to connect; may be called again."""
        if self._session is None or self._session.closed:
            # with the certificates that the library brings: not every container has some
            trust = await asyncio.to_thread(httpx.create_ssl_context)
            connector = aiohttp.TCPConnector(limit=self._connections, ssl=trust)
            self._session = aiohttp.ClientSession(
                connector=connector, headers={"User-Agent": self.USER_AGENT}, cookie_jar=aiohttp.DummyCookieJar()
            )

    async def shutdown(self) -> None:
        """Closes the connections."""
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,
        write_timeout: Any = None,
        connect_timeout: Any = None,
        pool_timeout: Any = None,
    ) -> tuple[int, bytes]:
        """The status and the body of the answer; raises TimedOut or NetworkError, with no word of the address."""
        if self._session is None:
            raise NetworkError("no connection has been made ready")
        files = request_data is not None and request_data.contains_files
        connect, read = given(connect_timeout, CONNECT_SECONDS), given(read_timeout, self._read)
        write = given(write_timeout, UPLOAD_SECONDS if files else WRITE_SECONDS)
        wait = aiohttp.ClientTimeout(
            total=given(pool_timeout, POOL_SECONDS) + connect + write + read, sock_connect=connect, sock_read=read
        )
        try:
            async with self._session.request(
                method, url, proxy=self._proxy, timeout=wait, allow_redirects=False, **body(request_data)
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError as late:
            raise TimedOut from late
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(reason(error)) from None


def body(data: RequestData | None) -> dict[str, Any]:
    """What a call says: JSON, or a form where files go with it."""
    if data is None:
        return {}
    if not data.contains_files:
        return {"data": data.json_payload, "headers": JSON}
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return {"data": form}


def given(seconds: Any, else_seconds: float) -> float:
    """The seconds that the library passes on, which has a sign of its own for none."""
    return float(seconds) if isinstance(seconds, int | float) else else_seconds


def reason(error: Exception) -> str:
    """What went wrong, without the address that the error may spell out: the token is part of it."""
    known = error.strerror if isinstance(error, OSError) else None
    return f"{type(error).__name__}: {known}" if known else type(error).__name__


def proxy(base: str) -> str | None:
    """The proxy that the environment names for an address, None without one."""
    to = urlsplit(base)
    if not to.hostname or proxy_bypass(to.hostname):
        return None
    named = getproxies()
    return named.get(to.scheme) or named.get("all")
