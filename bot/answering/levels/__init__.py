"""The levels of a rule: who acts below five thousand and who above, and which of them a question is at."""
