"""Answers one question after another from the generation of the moment, whoever asks and whatever was asked before."""

from datetime import date
from functools import partial

from bot.answering.models import Answer
from bot.inquiry.current import Current
from bot.inquiry.inquire import inquire
from bot.people.audience import Reader
from bot.settings import Settings
from index.encoder import Encoder


class Answerer:
    """A generation held open and the encoder beside it; several threads may ask at once."""

    def __init__(self, settings: Settings, encoder: Encoder) -> None:
        self.current = Current(settings, encoder)

    def answer(self, question: str, day: date, within: str, reader: Reader) -> Answer:
        """Answer by the rules of a day from what the reader may see, of the paths that begin with `within`."""
        index = self.current.index()
        scopes = self.current.scopes(index, reader).within(within)
        return inquire(index, partial(self.current.whole, index), question, day, scopes)
