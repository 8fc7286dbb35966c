"""The desk where every channel asks: one generation at a time, every answer logged."""

import logging
import threading
import time
from datetime import date
from typing import Self
from urllib.parse import quote, unquote

from bot.answering.models import Answer, Language
from bot.examples import examples
from bot.inquiry import inquire
from bot.key import KeyUnusable
from bot.legible import legible
from bot.log import Log, LogUnwritable
from bot.settings import Settings
from bot.talks import Talks
from bot.views import View, view
from corpus.models import Document, Record
from index import GenerationDamaged, GenerationMissing, Index, ModelMismatch, short
from index.encoder import Encoder, load
from index.together import Together

logger = logging.getLogger(__name__)

ALONE = "terminal"  # the channel whose questions have nothing to do with one another


class Asked(Record):
    """An answer and its number in the log, 0 when it was not logged."""

    id: int
    answer: Answer


class Desk:
    """Answers questions from the index in a data folder, always from one whole generation."""

    def __init__(self, settings: Settings, encoder: Encoder, log: Log | None) -> None:
        self.settings = settings
        self.encoder = encoder
        self.log = log
        self._lock = threading.Lock()
        self._index = Index.open(settings.data, encoder)
        self._whole: dict[tuple[str, str], Document] = {}
        self._examples: dict[tuple[str, str], tuple[str, ...]] = {}
        self._talks = Talks()
        self._said = ""

    @classmethod
    def open(cls, settings: Settings, logged: bool = True) -> Self:
        """Open the index and the log of a data folder; a log that can't be written stops no answer."""
        desk = cls(settings, Together(load(settings.encoder, settings.cache)), None)
        # after the index: a folder that is none gets no log
        desk.log = _log(settings) if logged else None
        return desk

    def index(self) -> Index:
        """Return the current generation, taking up a new one between two questions."""
        with self._lock:
            if not self._index.fresh():
                self._renew()
            return self._index

    def _renew(self) -> None:
        """Take up the generation that is current now; go on with the one at hand when that can't be opened."""
        try:
            self._index = Index.open(self.settings.data, self.encoder)
        except (GenerationDamaged, GenerationMissing, ModelMismatch) as error:
            if str(error) != self._said:
                self._said = str(error)
                logger.warning("%s; %s goes on answering", error, self._index.generation)
            return
        self._whole = {}

    def ask(self, question: str, *, channel: str = "terminal", person: str = "", as_of: date | None = None) -> Asked:
        """Answer a question and log it; in a conversation it is understood in the light of the one before."""
        question = legible(question)
        whole = self._talks.continued((channel, person), question) if channel != ALONE else question
        answer = self.answer(whole, as_of).model_copy(update={"question": question})
        return Asked(id=self._recorded(answer, channel, person), answer=self._linked(answer))

    def answer(self, question: str, as_of: date | None = None, within: str = "") -> Answer:
        """Answer a question from the generation of this moment; `within` keeps to paths that begin so."""
        started = time.perf_counter()
        index = self.index()

        def whole(path: str) -> Document:
            return self._kept(index, path)

        answer = inquire(index, whole, question, as_of or date.today(), within)
        took = round((time.perf_counter() - started) * 1000, 3)
        return answer.model_copy(update={"took_ms": took})

    def rate(self, asked: int, person: str, liked: bool) -> bool:
        """Keep a person's opinion of an answer; False when the answer is not that person's."""
        return self.log.rate(asked, person, liked) if self.log else False

    def show(self, link: str) -> View:
        """Return a document, a clause or a step as shown; raises NotThere for a dead link."""
        return view(self.index(), self.bare(link))

    def short(self, link: str) -> str:
        """Return a code of ten characters for a link, fit for a button."""
        return short(self.bare(link))

    def find(self, code: str) -> str | None:
        """Return the link behind a code, None when it leads nowhere in this generation."""
        place = self.index().find(code)
        return place.link if place else None

    def examples(self, language: str) -> tuple[str, ...]:
        """Return three questions that this rulebook answers, made once for each generation."""
        name = (self.index().generation, language)
        if name not in self._examples:
            spoken: Language = "zh" if language == "zh" else "en"
            self._examples[name] = examples(self.index(), self.answer, spoken)
        return self._examples[name]

    def allowed(self, person: str) -> bool:
        """Tell whether a person may ask."""
        return self.settings.allowed(person)

    def bare(self, link: str) -> str:
        """Return a link without the base of page links."""
        base, link = self.settings.link_base, legible(link)
        return unquote(link.removeprefix(base)) if base and link.startswith(base) else link

    def _recorded(self, answer: Answer, channel: str, person: str) -> int:
        """Return the number of an answer in the log; an answer is given also when it can't be logged."""
        try:
            return self.log.record(answer, channel=channel, person=person) if self.log else 0
        except LogUnwritable as error:
            logger.error("%s", error)
            return 0

    def _kept(self, index: Index, path: str) -> Document:
        """Return a whole document, kept while its generation is the current one."""
        name = (index.generation, path)
        if name not in self._whole:
            self._whole[name] = index.whole(path)
        return self._whole[name]

    def _linked(self, answer: Answer) -> Answer:
        """Put the base of page links before every link, where one is set."""
        base = self.settings.link_base
        if not base:
            return answer

        def full(link: str) -> str:
            return base + quote(link, safe="/#!@")

        return answer.model_copy(
            update={
                "citations": tuple(c.model_copy(update={"link": full(c.link)}) for c in answer.citations),
                "steps": tuple(s.model_copy(update={"link": full(s.link)}) for s in answer.steps),
                "nearest": tuple(n.model_copy(update={"link": full(n.link)}) for n in answer.nearest),
            }
        )


def _log(settings: Settings) -> Log | None:
    """Open the question log; None, and a line, when it can't be written."""
    try:
        return Log.open(settings.data)
    except (LogUnwritable, KeyUnusable) as error:
        logger.error("%s", error)
        return None
