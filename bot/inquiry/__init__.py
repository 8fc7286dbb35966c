"""One question put to one generation, by whichever process is free."""
