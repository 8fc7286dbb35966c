"""The shapes in which English sentences say who acts, one a module."""
