"""Who may ask, what each may see, and the chats and offices they are in."""
