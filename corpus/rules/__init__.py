"""Who does what to which matter under which condition: clauses -> rules, and what an admin corrects in them."""

from corpus.rules.reading import rules

__all__ = ["rules"]
