"""PURE: where a step of a procedure goes on to another one than the next, and in which case."""

from corpus.branches.models import Branch
from corpus.branches.reading import branches, goes_on

__all__ = ["Branch", "branches", "goes_on"]
