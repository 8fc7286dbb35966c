"""English sentences as words, phrases and names; nothing here knows what anybody decides."""
