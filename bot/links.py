"""PURE: links as the index knows them, and as people see them where a base of page links is set."""

from urllib.parse import quote, unquote

from bot.answering.models import Answer
from bot.legible import legible


def bare(link: str, base: str) -> str:
    """Return a link without the base of page links."""
    link = legible(link)
    return unquote(link.removeprefix(base)) if base and link.startswith(base) else link


def full(link: str, base: str) -> str:
    """Return the address of a link's page."""
    return base + quote(link, safe="/#!@")


def linked(answer: Answer, base: str) -> Answer:
    """Return an answer with the base of page links before every link, where there is one."""
    if not base:
        return answer
    return answer.model_copy(
        update={
            "citations": tuple(c.model_copy(update={"link": full(c.link, base)}) for c in answer.citations),
            "steps": tuple(s.model_copy(update={"link": full(s.link, base)}) for s in answer.steps),
            "nearest": tuple(n.model_copy(update={"link": full(n.link, base)}) for n in answer.nearest),
        }
    )
