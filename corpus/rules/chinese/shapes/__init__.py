"""The shapes in which Chinese rules say who does what."""
