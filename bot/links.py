"""PURE: links as the index knows them, and as people see them where a base of page links is set."""

from urllib.parse import quote, unquote

from bot.answering.models import Answer
from bot.legible import legible


def bare(link: str, base: str) -> str:
    """Return a link without the base of page links."""
    link = legible(link)
    return unquote(link.removeprefix(base)) if base and link.startswith(base) else link


def linked(answer: Answer, base: str) -> Answer:
    """Return an answer with the base of page links before every link, where there is one."""
    if not base:
        return answer

    def full(link: str) -> str:
        return base + quote(link, safe="/#!@")

    return answer.model_copy(
        update={
            "citations": tuple(c.model_copy(update={"link": full(c.link)}) for c in answer.citations),
            "steps": tuple(s.model_copy(update={"link": full(s.link)}) for s in answer.steps),
            "nearest": tuple(n.model_copy(update={"link": full(n.link)}) for n in answer.nearest),
        }
    )
