"""Who does what to which matter under which condition: clauses -> rules, and what an admin corrects in them.

Nothing is imported here: who reads a question needs some of these words, and what reads clauses takes long to load.
"""
