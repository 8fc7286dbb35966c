"""The errors that a command prints as one line: what is wrong, what was found, what to do."""


class KnownError(Exception):
    """Something an admin or a user can mend, said in one line."""


# what an admin types to build the index anew
REINDEX = ".venv/bin/python -m scripts.reindex"
