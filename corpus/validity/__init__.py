"""What is in force on a day: what documents say of themselves and of each other.

Who answers needs the days alone; what reads them from documents is in `stated` and `settling`, and takes long to load.
"""

from corpus.validity.force import begin, binding, in_force

__all__ = ["begin", "binding", "in_force"]
