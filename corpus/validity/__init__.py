"""What is in force on a day: what documents say of themselves and of each other.

Who answers needs the days alone; what reads them from documents is in `said` and `settled`, and takes long to load.
"""

from corpus.validity.settled.force import begin, binding, in_force

__all__ = ["begin", "binding", "in_force"]
