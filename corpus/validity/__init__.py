"""What is in force on a day: what documents say of themselves and of each other."""

from corpus.validity.force import begin, binding, in_force
from corpus.validity.settling import settled

__all__ = ["begin", "binding", "in_force", "settled"]
