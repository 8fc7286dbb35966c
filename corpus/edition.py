"""The edition of the reading code: what was read by another one is read again, and by a newer one not opened."""

# The version of the reading code: raise it when the same file would be read differently, so that
# the next reindex reads every file again.
READING = "59"
