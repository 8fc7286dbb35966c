"""How well each clause found answers a question, and whether the best of them does at all."""
