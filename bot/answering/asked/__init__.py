"""What a question asks: the kind of thing, the act, the day; and what of it goes on from the question before."""
