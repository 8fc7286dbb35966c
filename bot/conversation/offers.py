"""Clauses to quote in any chat, found while a person types after the bot's name."""

import asyncio
from contextlib import suppress

from bot.answering.saying.phrases import place
from bot.conversation.buttons import label
from bot.conversation.channel import Offer, Sought
from bot.conversation.speaking import HARMLESS, fitted
from bot.conversation.visit import Visit
from bot.conversation.wording import placed, quotation
from bot.shelf import Quotable

MOST = 10
# A question of one character finds everything.
SHORTEST = 2
# Messengers show two or three lines of what an entry says.
DESCRIPTION = 120


async def offered(visit: Visit, sought: Sought) -> None:
    """Offers clauses to whoever may ask, for this person alone and for this moment: the next may see others."""
    words = sought.words.strip()
    found: list[Offer] = []
    if visit.reader.role is not None and len(words) >= SHORTEST:
        clauses = await asyncio.to_thread(visit.desk.shelf.quotable, words, visit.preferences.as_of, visit.reader, MOST)
        found = [offer(visit, one, number) for number, one in enumerate(clauses)]
    with suppress(*HARMLESS):
        await visit.out.offer(sought.query, found)


def offer(visit: Visit, one: Quotable, number: int) -> Offer:
    """A clause as an entry to choose, and in its very words, folded where it is long, with the place it stands in."""
    where, day = placed(one.title, one.clause, visit.language), visit.preferences.as_of
    clause = place(visit.language, one.clause)
    return Offer(
        name=f"{number}-{visit.desk.short(one.link)}",
        title=label(" · ".join(part for part in (clause, one.title) if part)),
        description=label(unmarked(one.text, one.clause), DESCRIPTION),
        blocks=fitted(visit.out, quotation(where if day is None else f"{where} ({day})", one.text)),
    )


def unmarked(text: str, clause: str) -> str:
    """A clause's words without the mark that its label ends with: that stands in the title."""
    ends = (clause[at:] for at in range(len(clause) - 1))
    mark = next((end for end in ends if text.startswith(end)), "")
    return text.removeprefix(mark).lstrip(" \u3000.．、:：")
