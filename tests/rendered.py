"""An answer in every layout that Telegram is sent, and what Telegram's own parser finds wrong with it."""

from collections.abc import Iterator

from bot.answering.models import Answer
from bot.channels.telegram.markup import ROOM, marked
from bot.conversation.brief import brief
from bot.conversation.messages import PHRASES
from bot.conversation.offices import MOST
from bot.conversation.rich import Blocks, cut, packed, visible, whole
from bot.conversation.wording import answered, page, quotation, told
from tests.telegram_world import Unparsable, parsed, units

MARKUP = ("<blockquote", "</blockquote>", "<b>", "</b>", "&lt;", "&gt;", "&amp;")


def telegram(answer: Answer, note: str = "", *, dated: bool = False) -> list[str]:
    """An answer as the messages that Telegram is sent."""
    return [marked(blocks) for blocks in packed(answered(answer, note, dated=dated), ROOM)]


def one(blocks: Blocks) -> str:
    """What is to be one message as Telegram is sent it."""
    return marked(whole(blocks, ROOM.text, ROOM.size))


def layouts(answer: Answer) -> Iterator[tuple[str, str]]:
    """The messages, each with the name of its layout."""
    says = PHRASES[answer.language]
    for text in telegram(answer):
        yield "answer", text
    for text in telegram(answer, says.logged, dated=True):
        yield "answer of a day, with a note", text
    for cited in answer.citations:
        yield "page", one(page(f"{cited.title} {cited.clause}", cited.quote))
        yield "quote", one(quotation(f"{cited.title} {cited.clause}", cited.quote))
    for link in answer.steps:
        yield "page", one(page(link.title, "\n".join((link.who, link.does, link.when))))
    parts = (cut(part, MOST, ROOM.size)[0] for part in (answer.question, brief(answer).partition("\n")[0]))
    yield "letter", one(told(says.letter.format(*parts)))


def wrong(answer: Answer) -> list[str]:
    """What is wrong with the messages of an answer: refused, too long, empty, or markup that shows."""
    said = f"{answer.text}{answer.question}" + "".join(
        part.model_dump_json() for part in (answer, *answer.citations, *answer.nearest, *answer.steps)
    )
    found = []
    for layout, message in layouts(answer):
        try:
            text, _ = parsed(message)
        except Unparsable as refused:
            found.append(f"{layout}: {refused}")
            continue
        if units(text) > ROOM.text:
            found.append(f"{layout}: {units(text)} units")
        if not visible(text):
            found.append(f"{layout}: nothing shows")
        shown = [mark for mark in MARKUP if text.count(mark) > said.count(mark)]
        found += [f"{layout}: {mark} shows" for mark in shown]
    return found
