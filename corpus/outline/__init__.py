"""Numbering: lines -> the tree of clauses, in Chinese and English.

Nothing is imported here: who answers needs the marks alone, and what grows the tree takes long to load.
"""
