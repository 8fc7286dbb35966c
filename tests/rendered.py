"""An answer in every layout that Telegram is sent, and what Telegram's own parser finds wrong with it."""

import html
from collections.abc import Iterator

from bot.answering.models import Answer
from bot.channels import render
from bot.channels.telegram_offices import MOST
from bot.conversation.brief import brief
from bot.conversation.messages import PHRASES
from tests.telegram_world import Unparsable, parsed, units

MARKUP = ("<blockquote", "</blockquote>", "<b>", "</b>", "&lt;", "&gt;", "&amp;")


def layouts(answer: Answer) -> Iterator[tuple[str, str]]:
    """The messages, each with the name of its layout."""
    says = PHRASES[answer.language]
    for text in render.telegram(answer):
        yield "answer", text
    for text in render.telegram(answer, says.logged, dated=True):
        yield "answer of a day, with a note", text
    for cited in answer.citations:
        yield "page", render.page(f"{cited.title} {cited.clause}", cited.quote)
        if quote := render.page_quote(f"{cited.title} {cited.clause}", cited.quote):
            yield "quote", quote
    for step in answer.steps:
        yield "page", render.page(step.title, render.step(step, answer.language))
    parts = (render.cut(part, MOST)[0] for part in (answer.question, brief(answer).partition("\n")[0]))
    letter = render.cut(says.letter.format(*parts), render.LIMIT)[0]
    yield "letter", html.escape(letter, quote=False)


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
        if units(text) > render.LIMIT:
            found.append(f"{layout}: {units(text)} units")
        if not render.visible(text):
            found.append(f"{layout}: nothing shows")
        shown = [mark for mark in MARKUP if text.count(mark) > said.count(mark)]
        found += [f"{layout}: {mark} shows" for mark in shown]
    return found
