"""The parts of a Chinese sentence: words, names of actors, verbs, and what is put in brackets."""
