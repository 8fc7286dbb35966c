"""What a messenger of a few lines has for nothing: answers in order, nothing lost, and nothing sent twice."""

import asyncio
import json
import time
from collections.abc import Sequence
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
from canned_desk import CannedDesk

from bot.conversation.channel import Chat, Commands, Heard, Message, Offer, Person, Post, Said
from bot.conversation.messages import PHRASES
from bot.conversation.rich import Room, plain
from bot.conversation.trouble import Away, Hurried, Moved, Refused, Trouble, Unwelcome
from bot.delivery import sending
from bot.delivery.limits import Pace
from bot.delivery.queue import PAUSES, Arrived
from bot.delivery.running import answering, queueing
from bot.inbox import Letter, event_number

ZH = PHRASES["zh"]
QUICK = Pace(overall=1000, between=0.0, group=1000)


class Paper:
    """A messenger whose people write JSON; what is sent is kept, and what is to go wrong is told beforehand."""

    name = title = "paper"
    room = Room(text=1000, caption=1000, size=lambda text: len(text.encode()))

    def __init__(self, *wrong: Exception | None) -> None:
        self.wrong, self.sent, self.numbers = list(wrong), list[tuple[str, str]](), count(1)
        self.under: list[str] = []

    def link(self, payload: str) -> str:
        return ""

    def chat(self, name: str) -> Chat | None:
        return Chat(name=name) if name.startswith("paper:") else None

    def read(self, body: str) -> Heard | None:
        try:
            who, text = json.loads(body)
        except ValueError:
            return None
        message = Message(chat=Chat(name=f"paper:{who}"), number=f"om_{text[:2]}")
        return Said(person=Person(name=f"paper:{who}", speaks="zh"), message=message, text=text)

    async def reach(self) -> None: ...

    async def send(self, chat: Chat, post: Post, under: str = "") -> str:
        if self.wrong and (wrong := self.wrong.pop(0)):
            raise wrong
        self.sent.append((chat.name, plain(post.blocks)))
        self.under.append(under)
        return f"om_{next(self.numbers)}"

    async def edit(self, message: Message, post: Post) -> None: ...

    async def note(self, press: str, text: str = "", *, alert: bool = False) -> None: ...

    async def offer(self, query: str, offers: Sequence[Offer]) -> None: ...

    async def sign(self, chat: Chat, *, drawing: bool = False) -> None: ...

    async def menu(self, chat: Chat, commands: Commands) -> None: ...


def letter(event: int, who: str, text: str) -> Letter:
    return Letter(event=event_number(f"ev_{event}"), chat=who, body=json.dumps([who, text]))


async def deliver(folder: Path, paper: Paper, *letters: Letter) -> list[tuple[str, str]]:
    """Lets letters come, and those that wait in the folder, and waits until all are done; what was sent."""
    desk = CannedDesk(folder)
    with closing(desk.book), closing(desk.log()):
        async with queueing(desk, folder, "", paper, QUICK) as queue:

            async def arrive() -> None:
                await queue.put([Arrived(one, paper.read(one.body)) for one in letters])
                while len(queue.lines):
                    await asyncio.sleep(0.01)

            await answering(queue, desk, arrive())
    return paper.sent


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "WAITS", (0.0, 0.0, 0.0))
    monkeypatch.setattr("bot.delivery.queue.PAUSES", tuple(0.0 for _ in PAUSES))


async def test_each_chats_letters_are_answered_in_order(tmp_path: Path) -> None:
    letters = (letter(1, "li", "一个很慢的问题"), letter(2, "li", "/help"), letter(3, "wu", "/help"))
    sent = await deliver(tmp_path, Paper(), *letters)
    mine = [text for chat, text in sent if chat == "paper:li"]
    assert mine[0].startswith("请假三天以内由分管副校长批准。[1]")
    assert mine[1:] == [ZH.help]
    assert ("paper:wu", ZH.help) in sent


async def test_what_comes_again_is_answered_once(tmp_path: Path) -> None:
    await deliver(tmp_path, Paper(), letter(1, "li", "/help"))
    assert await deliver(tmp_path, Paper(), letter(1, "li", "/help")) == []


@pytest.mark.parametrize("wrong", [Away("down"), Hurried(0.01), Away("down again")])
async def test_a_message_that_was_not_taken_is_sent_again(tmp_path: Path, wrong: Trouble) -> None:
    assert await deliver(tmp_path, Paper(wrong), letter(1, "li", "/help")) == [("paper:li", ZH.help)]


async def test_of_a_long_answer_a_further_try_sends_only_what_is_missing(tmp_path: Path) -> None:
    whole = await deliver(tmp_path, Paper(), letter(1, "li", "请讲得很长很长"))
    assert len(whole) > 3
    assert max(len(text.encode()) for _, text in whole) <= Paper.room.text
    assert await deliver(tmp_path, Paper(None, None, RuntimeError()), letter(2, "li", "请讲得很长很长")) == whole


async def test_a_letter_that_was_being_answered_at_the_end_is_answered_by_the_next_start(tmp_path: Path) -> None:
    desk, paper = CannedDesk(tmp_path), Paper()
    with closing(desk.book), closing(desk.log()):
        async with queueing(desk, tmp_path, "", paper, QUICK) as queue:
            await queue.put([Arrived(letter(1, "li", "/help"), None)])
    assert paper.sent == []
    assert await deliver(tmp_path, paper) == [("paper:li", ZH.help)]


async def test_what_is_for_a_chat_of_another_name_goes_there_at_once_and_under_no_message(tmp_path: Path) -> None:
    paper = Paper(Moved("paper:wu"))
    sent = await deliver(tmp_path, paper, letter(1, "li", "/help"), letter(2, "li", "/help"))
    assert sent == [("paper:wu", ZH.help)] * 2
    assert (paper.under, paper.wrong) == (["", ""], [])


async def test_a_chat_that_moves_in_a_circle_is_given_up(tmp_path: Path) -> None:
    moves = (Moved("paper:wu"), Moved("paper:li")) * 10
    assert await deliver(tmp_path, Paper(*moves), letter(1, "li", "/help")) == []


async def test_what_is_refused_for_good_is_given_up_and_said(tmp_path: Path) -> None:
    assert await deliver(tmp_path, Paper(Refused("no")), letter(1, "li", "/help")) == [("paper:li", ZH.failed)]


async def test_a_queue_that_is_stopped_in_the_moment_in_which_something_comes_stops(tmp_path: Path) -> None:
    desk = CannedDesk(tmp_path)
    with closing(desk.book), closing(desk.log()):
        async with queueing(desk, tmp_path, "", Paper(), QUICK) as queue:
            await queue.put([Arrived(letter(1, "li", "/help"), None)])
            first = queue.lines.take(0.0)
            assert first
            queue.lines.again(first, time.monotonic() + 600)
            queue._changed.clear()
            running = asyncio.create_task(queue.run())
            for _ in range(3):
                await asyncio.sleep(0)
            queue._changed.set()
            await asyncio.sleep(0)
            running.cancel()
            ended, _ = await asyncio.wait({running}, timeout=5)
            for _ in range(2):
                running.cancel()
                await asyncio.sleep(0)
    assert ended


async def test_who_lets_nobody_write_is_let_be(tmp_path: Path) -> None:
    assert await deliver(tmp_path, Paper(Unwelcome("blocked")), letter(1, "li", "/help")) == []


async def test_what_cannot_be_read_is_given_up_and_holds_up_nobody(tmp_path: Path) -> None:
    damaged = Letter(event=1, chat="li", body="{")
    assert await deliver(tmp_path, Paper(), damaged, letter(2, "li", "/help")) == [("paper:li", ZH.help)]
