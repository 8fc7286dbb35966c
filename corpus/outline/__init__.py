"""Numbering: lines -> the tree of clauses, in Chinese and English."""

from corpus.outline.growing import split

__all__ = ["split"]
