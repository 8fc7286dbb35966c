"""The models that the encoder runs: made, kept in folders, read and run."""
