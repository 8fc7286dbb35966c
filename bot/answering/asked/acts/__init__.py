"""Which act a question asks the actor of: 谁批, 由谁负责, who signs off, whose advice."""

from bot.answering.asked.acts.reading import acts

__all__ = ["acts"]
