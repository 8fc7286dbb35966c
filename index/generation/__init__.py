"""A generation on disk: its segments, its records, and what says that they are whole."""
