"""What nobody sends in good faith: texts, updates and answers made up to break the bot, for hypothesis to draw."""

import json
from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import date
from typing import Any

from hypothesis import strategies as st

from bot.answering.models import Answer, Citation, Decision, Nearest, Option, StepLink, Who

BOT = {"id": 7, "is_bot": True, "first_name": "Guiju", "username": "guiju_test_bot"}
# Text with what breaks markup, counts two units, or shows nothing, and Chinese among it.
LETTERS = st.sampled_from("a一。！. \n\t\r<>&\"';/😀👍🏽\u200b\u3000\u202e\x00\x07\x85") | st.characters(
    exclude_categories=["Cs"]
)
# In what people send &lt; and </b> are left out: where they show, something was escaped twice or not at all.
PIECES = st.sampled_from(["<b>", "</i>", "&#60;", "<a href='x'>", "\n\n", "第三条", "[1]", "谁批", "{0}", "%s"])
TEXTS = st.lists(LETTERS | PIECES, max_size=60).map("".join)
LONG = st.builds(lambda text, times: text * times, TEXTS, st.integers(0, 400))
# What a document can say: anything, and markup as well.
WRITTEN = st.lists(LETTERS | PIECES | st.sampled_from(["</b>", "<blockquote>", "&lt;", "&amp;"]), max_size=60).map(
    "".join
)
QUOTED = st.builds(lambda text, times: text * times, WRITTEN, st.integers(0, 400))

SAYINGS = st.sampled_from(
    [
        "请假三天由谁批？",
        "分几档",
        "天气怎么样",
        "请讲得很长",
        "很多步",
        "八万",
        "Who approves leave?",
        "<b>&</a>",
        "短",
    ]
)
COMMANDS = st.sampled_from(
    ["/start", "/help", "/sources", "/procedures", "/asof", "/asof 2020-01-01", "/asof off", "/asof 99999-99-99"]
    + ["/asof 2023年", "/lang zh", "/lang en", "/lang auto", "/lang ", "/forget", "/status", "/office", "/office 校办"]
    + ["/nothing", "/", "/start@guiju_test_bot"]
)
PAYLOADS = st.sampled_from(["s_", "f_", "p_", "f_1", "f_0", f"f_{10**18}", "f_-1", "f_１", "s_../..", "p_" + "a" * 64])
# What a message can hold beside a text; a bot has to bear all of it.
FILE = {"file_id": "f", "file_unique_id": "f"}
CONTENTS: Sequence[Mapping[str, Any]] = (
    {"photo": [{**FILE, "width": 1, "height": 1}], "caption": "<b>&"},
    {"document": {**FILE, "file_name": "制度.pdf"}, "caption": "谁批？"},
    {"voice": {**FILE, "duration": 1}},
    {"sticker": {**FILE, "width": 1, "height": 1, "type": "regular", "is_animated": False, "is_video": False}},
    {"location": {"latitude": 91.0, "longitude": -181.0}},
    {"contact": {"phone_number": "1", "first_name": "<b>"}},
    {"dice": {"emoji": "🎲", "value": 6}},
    {"new_chat_members": [BOT]},
    {"left_chat_member": BOT},
    {"new_chat_title": "校办"},
    {"migrate_to_chat_id": -1000000000009},
    {"migrate_from_chat_id": -1},
    {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}},
    {"hologram": {"depth": 3}},
    {},
)
PRESSES = ("up", "down", "why", "office", "done", "see", "go", "flow", "ask", "turn", "list", "level", "cite", "none")
OTHERS = ("channel_post", "edited_channel_post", "business_message", "guest_message", "hologram")
JUNK: tuple[Any, ...] = (None, True, -1.5, "", "<b>", [], {}, [None], {"id": "x"}, "9" * 400, "\ud800")

JUNKS = st.sampled_from(JUNK).map(deepcopy)

USERS = st.integers(1, 30) | st.sampled_from([666, 2**31, 2**52 - 1])
LANGUAGES = st.sampled_from(["zh-hans", "zh", "en", "en-GB", "fr", "x", ""])
ENTITIES = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["mention", "bot_command", "url", "text_link", "text_mention", "novel"]),
        "offset": st.integers(-3, 5000),
        "length": st.integers(-3, 5000),
    },
    optional={"url": TEXTS, "user": st.just(BOT), "language": TEXTS, "custom_emoji_id": TEXTS},
)
NUMBERS = st.integers(0, 30) | st.sampled_from([10**17, 10**18 - 1, 10**18, -1])


def texts() -> st.SearchStrategy[str]:
    """What people type, or paste: sayings, commands, deep links, noise, and as much of it as Telegram lets pass."""
    start = st.builds("/start {}".format, PAYLOADS | TEXTS)
    noise = st.builds("{}{}{}".format, TEXTS, SAYINGS, TEXTS)
    huge = LONG.map(lambda text: text[:4096])
    return SAYINGS | COMMANDS | start | st.builds("{} {}".format, COMMANDS, TEXTS) | noise | TEXTS | huge


def persons() -> st.SearchStrategy[dict[str, Any]]:
    """Who sends it."""
    named = {"id": USERS, "is_bot": st.just(False), "first_name": TEXTS}
    return st.fixed_dictionaries(named, optional={"language_code": LANGUAGES, "last_name": TEXTS, "username": TEXTS})


@st.composite
def replies(draw: st.DrawFn, letters: Sequence[tuple[int, int]]) -> dict[str, Any]:
    """What an office replies to a question put to it, given as its chat and number; an edit has an earlier number."""
    chat, number = draw(st.sampled_from(letters))
    here = {"id": chat, "type": "group", "title": "G"}
    to = {"message_id": number, "date": 1, "from": BOT, "chat": here, "text": "?"}
    message: dict[str, Any] = {"message_id": draw(st.integers(1, 9)), "date": 2, "from": draw(persons()), "chat": here}
    said = {"text": draw(texts())} if draw(st.integers(0, 5)) else deepcopy(draw(st.sampled_from(CONTENTS)))
    return message | said | {"reply_to_message": to}


@st.composite
def messages(draw: st.DrawFn) -> dict[str, Any]:
    """A message in private, in a group or in a topic, addressed to the bot or not; its number is set later."""
    person = draw(persons())
    message: dict[str, Any] = {"message_id": 0, "date": draw(st.integers(0, 2**31 - 1)), "from": person}
    private = draw(st.integers(0, 3)) > 0
    group = {"id": -draw(st.integers(1, 9)), "type": draw(st.sampled_from(["group", "supergroup"])), "title": "G"}
    message["chat"] = {"id": person["id"], "type": "private"} if private else group
    if draw(st.integers(0, 5)):
        name = "" if private else draw(st.sampled_from(["", "@guiju_test_bot ", "@GUIJU_TEST_BOT"]))
        message["text"] = name + draw(texts())
        message["entities"] = draw(st.lists(ENTITIES, max_size=2))
    else:
        message |= deepcopy(draw(st.sampled_from(CONTENTS)))
    if draw(st.integers(0, 4)) == 0:
        other = draw(st.sampled_from([BOT, {**BOT, "id": 8}]))
        message["reply_to_message"] = {"message_id": 3, "date": 1, "from": other, "chat": message["chat"]}
    if not private and draw(st.booleans()):
        message |= {"is_topic_message": True, "message_thread_id": draw(st.integers(1, 9))}
    return message


def presses(codes: Sequence[str]) -> st.SearchStrategy[str]:
    """What a button sends back, rightly or not; codes are those of real places."""
    code = st.sampled_from(codes) | st.sampled_from(["", "0" * 10, "../../..", "' or 1=1 --"]) | TEXTS
    name = st.sampled_from(PRESSES)
    word = st.sampled_from(["zh", "en", "wrong", "other", "sources", "procedures"])
    part = code | NUMBERS.map(str) | word
    return (
        st.builds("v1:cite:{}:{}:{}".format, NUMBERS, st.integers(0, 9), code)
        | st.builds("v1:{}:{}".format, name, part)
        | st.builds("v1:{}:{}:{}".format, name, part, part)
        | st.lists(part, max_size=6).map(":".join)
        | TEXTS
    )


@st.composite
def updates(draw: st.DrawFn, codes: Sequence[str], letters: Sequence[tuple[int, int]]) -> tuple[dict[str, Any], bool]:
    """An update without a number, and whether it is as Telegram describes its updates.

    Codes are those of real places, letters the questions that wait in offices' chats.
    """
    kinds = ["message"] * 4 + ["callback"] * 2 + ["inline", "edited", "other"] + ["reply", "corrected"] * bool(letters)
    kind = draw(st.sampled_from(kinds))
    if kind == "message":
        update: dict[str, Any] = {"message": draw(messages())}
    elif kind == "reply":
        update = {"message": draw(replies(letters))}
    elif kind in ("edited", "corrected"):
        said = draw(messages() if kind == "edited" else replies(letters))
        update = {"edited_message": {**said, "edit_date": 3}}
    elif kind == "callback":
        query: dict[str, Any] = {"id": "1", "from": draw(persons()), "chat_instance": "1"}
        shown = draw(st.sampled_from(["message", "message", "message", "gone", "inline"]))
        about = {**draw(messages()), "from": BOT}
        old = {"message_id": 1, "date": 0, "chat": about["chat"]}
        query |= {"inline_message_id": "9"} if shown == "inline" else {"message": old if shown == "gone" else about}
        query |= {"data": draw(presses(codes))} if draw(st.integers(0, 9)) else {"game_short_name": "g"}
        update = {"callback_query": query}
    elif kind == "inline":
        update = {"inline_query": {"id": "1", "from": draw(persons()), "query": draw(texts())[:256], "offset": ""}}
    else:
        update = {draw(st.sampled_from(OTHERS)): draw(messages())}
    if draw(st.integers(0, 7)):
        return update, True
    damaged = json.loads(json.dumps(update))
    for _ in range(draw(st.integers(1, 3))):
        damage(draw, damaged)
    return damaged, False


def damage(draw: st.DrawFn, update: dict[str, Any]) -> None:
    """Takes a field away, puts another kind of value in its place, or adds one."""
    place: Any = update
    for _ in range(draw(st.integers(1, 4))):
        deeper = [one for one in (place.values() if isinstance(place, dict) else place) if isinstance(one, dict | list)]
        if not deeper:
            break
        place = draw(st.sampled_from(deeper))
    if isinstance(place, list):
        place.append(deepcopy(draw(JUNKS)))
        return
    match draw(st.sampled_from(["take", "put", "add"])):
        case "take" if place:
            del place[draw(st.sampled_from(sorted(place)))]
        case "put" if place:
            place[draw(st.sampled_from(sorted(place)))] = deepcopy(draw(JUNKS))
        case _:
            place[draw(st.sampled_from(["extra", "text", "chat", "from", "entities", "id"]))] = deepcopy(
                draw(st.sampled_from(JUNK))
            )


DATES = st.none() | st.dates(date(1980, 1, 1), date(2040, 1, 1))
CITATIONS = st.builds(Citation, title=WRITTEN, clause=WRITTEN, quote=QUOTED, effective=DATES, repealed=DATES)
NEAREST = st.builds(Nearest, title=WRITTEN, clause=WRITTEN, office=WRITTEN)
STEPS = st.builds(StepLink, who=WRITTEN, does=WRITTEN, when=WRITTEN)
WHO = st.lists(st.builds(Who, who=WRITTEN, act=WRITTEN, citation=st.integers(1, 4)), max_size=3).map(tuple)
DECISIONS = st.builds(
    Decision, matter=WRITTEN, condition=WRITTEN, proposes=WHO, reviews=WHO, decides=WHO, carries_out=WHO, supervises=WHO
)
ANSWERS = st.builds(
    Answer,
    text=QUOTED,
    decision=st.none() | DECISIONS,
    options=st.lists(st.builds(Option, condition=WRITTEN, who=WRITTEN), max_size=3).map(tuple),
    citations=st.lists(CITATIONS, max_size=4).map(tuple),
    nearest=st.lists(NEAREST, max_size=3).map(tuple),
    steps=st.lists(STEPS, max_size=3).map(tuple),
)
