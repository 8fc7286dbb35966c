"""How what came is answered and what is said gets there: each once, in turn, and not too fast."""
