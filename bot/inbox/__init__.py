"""What came from a messenger, on disk until it has been answered."""

from bot.inbox.letters import Begun, Inbox, InboxUnusable, Letter, event_number, insist

__all__ = ["Begun", "Inbox", "InboxUnusable", "Letter", "event_number", "insist"]
