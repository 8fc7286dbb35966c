"""A Bot API server on loopback, and a person who uses Telegram.

`World` runs in a process of its own (`python tests/telegram_world.py`), the bot under test in another, and
`Telegram` in the test plays the person. The bot is any command that reads GUIJU_TELEGRAM_TOKEN and
GUIJU_TELEGRAM_API.
"""

import asyncio
import json
import logging
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector, web
from lo_bot_api_emulator import CONTRACT, ApiRefusal, LoBotApiEmulator
from lo_bot_api_emulator.updates import KINDS
from PIL import Image
from tdjson import td_execute

try:
    from forking import Forked
except ImportError:  # imported as one of the tests' modules
    from tests.forking import Forked

TOKEN = "7:SYNTHETIC_secret-part"
BOT_NAME = "guiju_test_bot"
ROOT = Path(__file__).resolve().parent.parent
# What the Bot API takes and the emulator, which models another messenger, does not.
EXTRA = ("link_preview_options", "message_thread_id")
# Where an update says which chat it comes from.
CHATS = (
    ("message", "chat", "id"),
    ("edited_message", "chat", "id"),
    ("callback_query", "message", "chat", "id"),
    ("callback_query", "from", "id"),
    ("inline_query", "from", "id"),
)
# What a group is called where nobody asks.
GROUP_TITLE = "总务处"
# What Telegram says of a group that goes on as a supergroup; the emulator's description has its number besides.
UPGRADED = "Bad Request: group chat was upgraded to a supergroup chat"
# Connections that Telegram brings updates over at once.
DELIVERIES = 40
# Only a test that fails waits so long.
PATIENCE = 60.0


class Unparsable(ValueError):
    """Telegram's parser refuses the markup."""


def parsed(text: str) -> tuple[str, list[dict[str, Any]]]:
    """The text and the entities that Telegram's own parser makes of its HTML."""
    td_execute(b'{"@type":"setLogVerbosityLevel","new_verbosity_level":0}')
    ask = {"@type": "parseTextEntities", "text": text, "parse_mode": {"@type": "textParseModeHTML"}}
    told = json.loads(td_execute(json.dumps(ask).encode()))
    if told["@type"] == "error":
        raise Unparsable(told["message"])
    return told["text"], [{**e, "type": e["type"]["@type"]} for e in told["entities"]]


def marked(text: str) -> tuple[str, list[dict[str, Any]]]:
    """The same, refused as Telegram refuses it."""
    try:
        return parsed(text)
    except Unparsable as error:
        raise ApiRefusal(f"Bad Request: can't parse entities: {error}") from None


def units(text: str) -> int:
    """UTF-16 units, counted by encoding."""
    return len(text.encode("utf-16-le")) // 2


def size(uploads: dict[str, Any]) -> list[int] | None:
    """Width and height of the uploaded picture, as Telegram has to read it; refuses what is none."""
    for upload in uploads.values():
        try:
            with Image.open(BytesIO(upload["data"])) as image:
                image.load()
                return list(image.size)
        except OSError:
            raise ApiRefusal("Bad Request: IMAGE_PROCESS_FAILED") from None
    return None


def chat_of(update: dict[str, Any]) -> str:
    """The chat that an update comes from, or the person who types after the bot's name; "" where it names none."""
    return next((str(found) for path in CHATS if (found := found_at(update, path)) is not None), "")


def found_at(value: Any, path: tuple[str, ...]) -> Any:
    """What stands at a path of names, None where the path leads nowhere."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def allowed(update: dict[str, Any], state: Any) -> bool:
    """Whether the bot asks for updates of this kind."""
    return not state.allowed or any(kind in update for kind in state.allowed)


def upgraded(answer: web.StreamResponse) -> web.StreamResponse:
    """A refusal of the emulator's with the supergroup's number where Telegram has it."""
    told = json.loads(answer.body) if isinstance(answer, web.Response) and answer.status == 400 else {}
    said, _, now = told.get("description", "").rpartition(" ")
    if said != UPGRADED:
        return answer
    parameters = {"migrate_to_chat_id": int(now)}
    return web.json_response({**told, "description": said, "parameters": parameters}, status=400)


def placed(message: dict[str, Any], thread: Any) -> dict[str, Any]:
    """A message that was sent, in a chat of its kind and in its topic: the emulator calls every chat a private one."""
    chat = message["chat"]
    if chat["id"] < 0:
        chat = {"id": chat["id"], "type": "supergroup", "title": GROUP_TITLE}
    topic = {"message_thread_id": int(thread), "is_topic_message": True} if thread else {}
    return {**message, "chat": chat, **topic}


def brief(call: dict[str, Any]) -> dict[str, Any]:
    """A call with no more of its result than the number of the message."""
    result = call["result"]
    number = result.get("message_id", 0) if isinstance(result, dict) else 0
    return {**call, "result": bool(result), "number": number}


class World(LoBotApiEmulator):
    """The emulator, made to parse markup as Telegram does and to remember what was sent."""

    def __init__(self) -> None:
        super().__init__(max_updates=100_000, allow_insecure_loopback_webhooks=True)
        KINDS.add("edited_message")
        for method in ("sendMessage", "sendPhoto", "sendChatAction", "editMessageText"):
            known = CONTRACT["methods"][method]["parameters"]
            known.extend(name for name in EXTRA if name not in known)
        self.calls: list[dict[str, Any]] = []
        self.sent: dict[int, dict[str, Any]] = {}
        self.chats: dict[int, list[str]] = {}
        self.polls = 0
        self.unfiltered = False
        self.released = asyncio.Event()
        self.faults: dict[str, list[dict[str, Any]]] = {}
        self.upgraded: dict[int, int] = {}
        self.carriers: dict[str, asyncio.Task[int]] = {}
        self.patient()
        self._update_queues.deliver = self.deliver

    def patient(self) -> None:
        """Lets the last poll of a bot that stops wait until its hung-up long poll is noticed."""
        poll = self._update_queues.poll

        async def waiting(token: str, fields: dict[str, Any], **more: Any) -> Any:
            for _ in range(10):
                if not self._update_queues._state(token).polling:
                    break
                await asyncio.sleep(0.05)
            self.polls += 1
            return await poll(token, fields, **more)

        self._update_queues.poll = waiting

    async def deliver(self, token: str) -> int:
        """Brings what waits to the webhook as Telegram does: over many connections at once, each chat's in order.

        The emulator's own delivery has one connection for all, and opens it anew for each update.
        """
        state = self._update_queues._state(token)
        chats = {chat_of(update) for update in state.updates} if state.url else set()
        for chat in chats - self.carriers.keys():
            self.carriers[chat] = asyncio.create_task(self.carry(token, chat))
        carried = [self.carriers[chat] for chat in chats]
        return sum(await asyncio.gather(*carried))

    async def carry(self, token: str, chat: str) -> int:
        """Brings the updates of a chat until one is not taken; how many were."""
        state, taken = self._update_queues._state(token), 0
        secret = {"X-Telegram-Bot-Api-Secret-Token": state.secret} if state.secret else {}
        while state.url and (waiting := [u for u in state.updates if chat_of(u) == chat and allowed(u, state)]):
            try:
                async with self.hooks.post(state.url, json=waiting[0], headers=secret, allow_redirects=False) as answer:
                    if answer.status >= 300:
                        break
            except (ClientError, TimeoutError):
                break
            state.updates.remove(waiting[0])
            taken += 1
        del self.carriers[chat]
        return taken

    @cached_property
    def hooks(self) -> ClientSession:
        """The connections to the webhook."""
        return ClientSession(connector=TCPConnector(limit=DELIVERIES), timeout=ClientTimeout(total=5))

    def validate(self, method: str, fields: dict[str, Any], uploads: dict[str, Any]) -> Any:
        if method == "getUpdates":
            if self.unfiltered:
                fields.pop("allowed_updates", None)
            return super().validate(method, fields, uploads)
        seen = {"method": method, "fields": dict(fields), "refused": None, "result": None}
        seen["at"] = time.monotonic()
        self.calls.append(seen)
        try:
            seen["picture"] = size(uploads)
            seen["result"] = self.judge(method, fields, uploads)
        except ApiRefusal as refusal:
            seen["refused"] = refusal.description
            raise
        return seen["result"]

    def judge(self, method: str, fields: dict[str, Any], uploads: dict[str, Any]) -> Any:
        """The emulator's verdict after the parser's, and after what Telegram says to an edit."""
        entities: list[dict[str, Any]] = []
        extra = {name: fields.pop(name) for name in EXTRA if name in fields}
        if (now := self.upgraded.get(int(fields.get("chat_id") or 0))) is not None:
            raise ApiRefusal(f"{UPGRADED} {now}")
        if method == "editMessageMedia":
            return self.swap(fields, uploads)
        if method == "answerInlineQuery":
            results = json.loads(fields["results"])
            for result in results:
                shown = result["input_message_content"]
                shown["message_text"] = marked(shown["message_text"])[0]
            fields["results"] = json.dumps(results)
        for name in ("text", "caption"):
            if fields.get("parse_mode") == "HTML" and name in fields:
                fields[name], entities = marked(fields[name])
        old = self.sent.get(int(fields.get("message_id") or 0))
        if method.startswith("editMessage") and old is None:
            raise ApiRefusal("Bad Request: message to edit not found")
        result = super().validate(method, fields, uploads)
        if method == "getMe":
            result["username"] = BOT_NAME
        if method == "sendPhoto" and fields.get("reply_markup"):
            result["reply_markup"] = json.loads(fields["reply_markup"])
        if method in ("sendMessage", "sendPhoto", "editMessageText", "editMessageReplyMarkup"):
            thread = extra.get("message_thread_id") or (old or {}).get("message_thread_id")
            result = self.remember(method, old, placed({**result, "entities": entities}, thread))
        return result

    def swap(self, fields: dict[str, Any], uploads: dict[str, Any]) -> dict[str, Any]:
        """Puts another picture in a message, which the emulator does not model."""
        media = json.loads(fields["media"])
        old = self.sent.get(int(fields["message_id"]))
        if old is None or "photo" not in old:
            raise ApiRefusal("Bad Request: message to edit not found")
        if media["media"].removeprefix("attach://") not in uploads:
            raise ApiRefusal("Bad Request: wrong file identifier/HTTP URL specified")
        text, entities = marked(media["caption"])
        if units(text) > CONTRACT["limits"]["captionUtf16"]:
            raise ApiRefusal("Bad Request: caption is too long")
        markup = {"reply_markup": json.loads(fields["reply_markup"])} if "reply_markup" in fields else {}
        kept = {name: value for name, value in old.items() if name != "reply_markup"}
        return self.remember("editMessageMedia", old, {**kept, **markup, "caption": text, "entities": entities})

    def remember(self, method: str, old: dict[str, Any] | None, new: dict[str, Any]) -> dict[str, Any]:
        """Keeps a message as it now stands; refuses an edit that changes nothing."""
        if old is not None:
            same = ("text", "caption", "photo", "entities") if method == "editMessageReplyMarkup" else ()
            new = {**new, **{name: old[name] for name in same if name in old}}
            if all(new.get(name) == old.get(name) for name in ("text", "caption", "entities", "reply_markup")):
                raise ApiRefusal("Bad Request: message is not modified")
        self.sent[new["message_id"]] = new
        if old is None:
            chat = new["chat"]["id"]
            self.chats.setdefault(chat, []).append(new.get("text", ""))
        # the bot has no use for the entities, and the parser's are not the Bot API's
        return {name: value for name, value in new.items() if name != "entities"}

    @web.middleware
    async def faulty(self, request: web.Request, handler: Any) -> web.StreamResponse:
        """Fails the calls of a method as ordered: 200 lets one pass, "done" carries it out all the same.

        "hangs" is for so many seconds, before which nothing happens unless no more calls are to fail.
        """
        method = request.path.rpartition("/")[2]
        if not request.path.startswith("/bot") or not self.faults.get(method):
            return upgraded(await handler(request))
        fault = self.faults[method].pop(0)
        with suppress(TimeoutError):
            await asyncio.wait_for(self.released.wait(), fault.get("hangs", 0))
        if fault["status"] == 200:
            return await handler(request)
        if fault.get("done"):
            await handler(request)
        if not fault["status"]:
            request.transport.close()
        if fault["status"] == 502:
            return web.Response(status=502, text="<html>Bad Gateway</html>", content_type="text/html")
        told = {"ok": False, "error_code": fault["status"], "description": fault.get("description", "fault")}
        if "retry_after" in fault:
            told["parameters"] = {"retry_after": fault["retry_after"]}
        return web.json_response(told, status=fault["status"] or 500)

    async def fail(self, request: web.Request) -> web.Response:
        """Takes an order to fail the next calls of a method."""
        order = await request.json()
        if not order["times"]:
            self.faults.pop(order["method"], None)
            self.released.set()
            self.released = asyncio.Event()
        self.faults.setdefault(order["method"], []).extend([order] * order["times"])
        return web.json_response({})

    async def upgrade(self, request: web.Request) -> web.Response:
        """Takes an order to let a group go on as a supergroup."""
        order = await request.json()
        self.upgraded[order["was"]] = order["now"]
        return web.json_response({})

    async def redeliver(self) -> None:
        """Brings to the webhook again what it did not take, as Telegram does, only sooner."""
        while True:
            await asyncio.sleep(0.2)
            if self._update_queues._state(TOKEN).updates:
                await self._update_queues.deliver(TOKEN)

    async def told(self, request: web.Request) -> web.Response:
        """What was called, what stands in the chats, and whether the bot is listening."""
        calls = self.calls[int(request.query.get("since", 0)) :]
        state = self._update_queues._state(TOKEN)
        facts = {"polls": self.polls, "listening": state.polling, "hook": state.url, "undelivered": len(state.updates)}
        facts["faults"] = {method: len(left) for method, left in self.faults.items()}
        return web.json_response({"calls": calls, "sent": self.sent, **facts})

    async def counted(self, request: web.Request) -> web.Response:
        """How many messages were sent to each chat but those of one text, and the last of them."""
        but = request.query["but"]
        kept = {chat: [text for text in texts if text != but] for chat, texts in self.chats.items()}
        return web.json_response({chat: (len(texts), texts[-1]) for chat, texts in kept.items() if texts})

    async def served(self, request: web.Request) -> web.Response:
        """How many chats were last sent something other than a text."""
        but = request.query["but"]
        return web.json_response(sum(texts[-1] != but for texts in self.chats.values()))

    async def take(self, request: web.Request) -> web.Response:
        """Queues an update for the bot, or a list of numbered ones, whatever stands in them."""
        update = await request.json()
        if isinstance(update, list):
            await self.bring(update)
        else:
            await self.enqueue_update(update, token=TOKEN)
        return web.json_response({})

    async def bring(self, updates: list[dict[str, Any]]) -> None:
        """Queues updates as they are, of any kind, and lets none be held back from now on."""
        state = self._update_queues._state(TOKEN)
        async with state.condition:
            self.unfiltered, state.allowed = True, []
            state.updates.extend(updates)
            state.condition.notify_all()
        await self.deliver(TOKEN)

    async def digest(self, request: web.Request) -> web.Response:
        """The calls since the last time, which are forgotten with that, and how many updates are not taken yet."""
        calls, self.calls = self.calls, []
        self.assets.clear()
        waiting = len(self._update_queues._state(TOKEN).updates)
        return web.json_response({"calls": [brief(call) for call in calls], "undelivered": waiting})


async def run_world() -> None:
    """Serves until killed; prints the port."""
    # a bot that is killed breaks off in the middle of a call, and that is no news
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    world = World()
    app = world.app()
    app.middlewares.append(world.faulty)
    app.router.add_get("/told", world.told)
    app.router.add_get("/counted", world.counted)
    app.router.add_get("/served", world.served)
    app.router.add_get("/digest", world.digest)
    app.router.add_post("/take", world.take)
    app.router.add_post("/fail", world.fail)
    app.router.add_post("/upgrade", world.upgrade)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    sys.stdout.write(f"{site._server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await world.redeliver()


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def held_port() -> socket.socket:
    """A port that nobody else is given while this socket is open, and that one program may listen at.

    A port that was only looked up may be anybody's by the time a bot on a busy machine comes to listen at it.
    """
    holder = socket.socket()
    holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    holder.bind(("127.0.0.1", 0))
    return holder


def hooks(told: dict[str, Any]) -> int:
    """How often a webhook was set."""
    return len([call for call in told["calls"] if call["method"] == "setWebhook" and call["result"]])


def begun(command: list[str], *, forked: bool) -> tuple[Any, Any]:
    """A process, and what it prints."""
    if forked:
        return Forked.heard(*command[1:], environ=dict(os.environ))
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    return process, process.stdout


class Telegram:
    """The messenger as a person sees it: says and presses things, reads what stands in the chat.

    With `forked` its processes are, and `command` names a script among the tests (tests/forking.py).
    """

    def __init__(
        self,
        command: list[str],
        environ: dict[str, str],
        folder: Path,
        mode: str = "polling",
        *,
        forked: bool = False,
    ) -> None:
        self.holder, self.forked = held_port(), forked
        self.mode, self.listen = mode, f"127.0.0.1:{self.holder.getsockname()[1]}"
        self.command, self.log = command, folder / "bot.log"
        self.world, self.port = begun([sys.executable, __file__], forked=forked)
        self.base = f"http://127.0.0.1:{self.port.readline().strip()}"
        given = {"GUIJU_TELEGRAM_TOKEN": TOKEN, "GUIJU_TELEGRAM_API": self.base, "PYTHONPATH": str(ROOT)}
        if mode == "webhook":
            given |= {"GUIJU_TELEGRAM_WEBHOOK": f"http://{self.listen}/hook", "GUIJU_LISTEN": self.listen}
        self.environ = {**os.environ, **given, **environ}
        self.http = httpx.Client(base_url=self.base, trust_env=False)
        self.bot: Forked | subprocess.Popen[bytes] | None = None
        self.last_id = 100_000

    def launch(self, *, whole: bool = False) -> None:
        """Starts the bot's process; `whole` where the start itself is what matters."""
        with self.log.open("ab") as log:
            if self.forked and not whole:
                self.bot = Forked(*self.command[1:], environ=self.environ, stderr=log.fileno())
            else:
                self.bot = subprocess.Popen(self.command, env=self.environ, cwd=ROOT, stderr=log)

    def refused(self) -> str:
        """What one more bot says that cannot start."""
        said = self.log.with_name("refused.log")
        with said.open("wb") as log:
            one = Forked(*self.command[1:], environ=self.environ, stderr=log.fileno())
        if (code := one.wait(PATIENCE)) != 1:
            raise AssertionError(f"ended with {code}; {said.read_text()}")
        return said.read_text()

    def start(self) -> None:
        """Starts the bot and waits until it listens."""
        before = self.told()
        hooked = hooks(before)
        self.launch()
        if self.mode == "webhook":
            self.until(lambda told: hooks(told) > hooked)
        else:
            self.until(lambda told: told["listening"] and told["polls"] > before["polls"])

    def fail(self, method: str, status: int, times: int = 1, **more: Any) -> None:
        """Lets the next calls of a method fail, or no more when `times` is 0.

        Status 0 breaks the connection, 200 lets a call pass; done=True carries it out before it fails; hangs=N lets
        the bot wait for so many seconds first, or until no more are to fail.
        """
        self.http.post("/fail", json={"method": method, "status": status, "times": times, **more}).raise_for_status()

    def upgrade(self, was: int, now: int, *, told: bool = True) -> None:
        """Lets a group go on as a supergroup; Telegram tells so in both, unless what it tells is lost."""
        self.http.post("/upgrade", json={"was": was, "now": now}).raise_for_status()
        for chat, kind, facts in (
            (was, "group", {"migrate_to_chat_id": now}),
            (now, "supergroup", {"migrate_from_chat_id": was}),
        ):
            if told:
                here = {"id": chat, "type": kind, "title": GROUP_TITLE}
                self.give({"message": self.message(9, "zh", chat=here, **facts)})

    def health(self) -> httpx.Response:
        """What the bot's health address answers."""
        return httpx.get(f"http://{self.listen}/health", trust_env=False)

    def kill(self) -> None:
        """Ends the bot as a power cut does."""
        self.bot.kill()
        self.bot.wait()

    def stop(self, by: signal.Signals = signal.SIGTERM) -> int:
        """Stops the bot; its exit code."""
        self.bot.send_signal(by)
        return self.bot.wait(PATIENCE)

    def close(self) -> None:
        """Ends both processes."""
        if self.bot is not None and self.bot.poll() is None:
            self.stop()
        self.http.close()
        self.world.kill()
        self.world.wait()
        self.port.close()
        self.holder.close()

    def told(self, since: int = 0) -> dict[str, Any]:
        """What the world knows."""
        return self.http.get("/told", params={"since": since}).json()

    def chats(self, but: str) -> dict[int, tuple[int, str]]:
        """How many messages each chat was sent but those of one text, and the last of them."""
        counted = self.http.get("/counted", params={"but": but}).json()
        return {int(chat): (count, last) for chat, (count, last) in counted.items()}

    def until(self, true: Any) -> dict[str, Any]:
        """What the world knows as soon as `true` of it; fails when patience ends."""
        deadline = time.monotonic() + PATIENCE
        while not true(told := self.told()):
            if time.monotonic() > deadline or (self.bot and self.bot.poll() is not None):
                raise AssertionError(f"waited in vain; {self.log.read_text()}\n{told['calls'][-5:]}")
            time.sleep(0.02)
        return told

    def give(self, update: dict[str, Any]) -> "Talk":
        """Hands the bot an update; what follows is in the Talk."""
        since = len(self.told()["calls"])
        self.http.post("/take", json=update).raise_for_status()
        return Talk(self, since)

    def message(self, user: int, language: str, **content: Any) -> dict[str, Any]:
        """A private message from a person."""
        self.last_id += 1
        person = {"id": user, "is_bot": False, "first_name": "Li", "language_code": language}
        chat = {"id": user, "type": "private"}
        return {"message_id": self.last_id, "date": 1, "chat": chat, "from": person, **content}

    def say(self, text: str, *, user: int = 1, language: str = "zh-hans", **more: Any) -> "Talk":
        """Sends a text in private, or wherever `more` says."""
        return self.give({"message": self.message(user, language, text=text, **more)})

    def ask_inline(self, text: str, *, user: int = 1, language: str = "zh-hans") -> "Talk":
        """Types a text after the bot's name in some chat."""
        person = self.message(user, language)["from"]
        return self.give(
            {"inline_query": {"id": str(time.monotonic_ns()), "from": person, "query": text, "offset": ""}}
        )

    def press(self, message: dict[str, Any], data: str, *, user: int = 1, language: str = "zh-hans") -> "Talk":
        """Presses the button of a message that sends back `data`."""
        person = self.message(user, language)["from"]
        shown = {name: value for name, value in message.items() if name != "entities"}
        query = {"id": str(time.monotonic_ns()), "from": person, "chat_instance": "1", "data": data}
        return self.give({"callback_query": {**query, "message": shown}})


MENUS = {"setMyCommands", "deleteMyCommands"}


class Talk:
    """What the bot did after one update."""

    def __init__(self, telegram: Telegram, since: int) -> None:
        self.telegram, self.since = telegram, since

    def calls(self) -> list[dict[str, Any]]:
        """The calls so far but those for menus, which are set beside whatever is said and whenever there is time."""
        return [call for call in self.telegram.told(self.since)["calls"] if call["method"] not in MENUS]

    def wait(self, method: str, count: int = 1) -> list[dict[str, Any]]:
        """The calls of one method once there are `count`."""
        self.telegram.until(lambda _: len([c for c in self.calls() if c["method"] == method]) >= count)
        return [call for call in self.calls() if call["method"] == method]

    def said(self, method: str) -> list[dict[str, Any]]:
        """The calls of one method so far but the notices of a busy bot, which come before an answer or don't."""
        from bot.conversation.messages import PHRASES  # the world's own process knows no bot

        moments = {says.moment for says in PHRASES.values()}
        return [c for c in self.calls() if c["method"] == method and c["fields"].get("text") not in moments]

    def read(self, method: str = "sendMessage", count: int = 1) -> dict[str, Any]:
        """The message as it stands after the `count`th call of a method; that an answer will come is no answer."""
        self.telegram.until(lambda _: len(self.said(method)) >= count)
        call = self.said(method)[count - 1]
        if call["refused"]:
            raise AssertionError(f"refused: {call}")
        return self.telegram.told()["sent"][str(call["result"]["message_id"])]


def buttons(message: dict[str, Any]) -> dict[str, str]:
    """The labels of a message's buttons and what they send back, lead to or copy."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return {b["text"]: b.get("callback_data") or b.get("url") or b["copy_text"]["text"] for row in rows for b in row}


if __name__ == "__main__":
    asyncio.run(run_world())
