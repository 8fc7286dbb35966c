"""The Telegram channel: the only package that knows Telegram's types and its library."""

from bot.channels.telegram.poll import Silent
from bot.channels.telegram.serving import TokenRefused, Tuning, Unreachable, check, serve

__all__ = ["Silent", "TokenRefused", "Tuning", "Unreachable", "check", "serve"]
