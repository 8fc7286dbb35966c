"""The desk where every channel asks: one generation at a time, every answer logged."""

import logging
import threading
import time
from datetime import date
from functools import partial
from typing import Self
from urllib.parse import quote, unquote

from bot.answering.chosen import chosen, narrowed, settles
from bot.answering.models import Answer, Language, Status
from bot.audience import MACHINE, Reader
from bot.chats import Chats, Preferences
from bot.door import Door
from bot.examples import examples
from bot.inquiry import inquire
from bot.key import KeyUnusable
from bot.legible import legible
from bot.log import Log
from bot.office import Office
from bot.offices import Offices
from bot.readable import Readable, readable
from bot.review import Reason
from bot.settings import Settings
from bot.shelf import Shelf
from bot.store import LogUnwritable
from bot.talks import Talks
from bot.views import View, procedure, still_open, view
from corpus.models import Document, Procedure, Record
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
        self._examples: dict[tuple[str, str, frozenset[str]], tuple[str, ...]] = {}
        self._readable: dict[tuple[str, Reader], Readable] = {}
        self._talks = Talks()
        self._said = ""
        self.door, self.office = self._rooms()
        self.shelf = Shelf(self.index, self.readable)

    @classmethod
    def open(cls, settings: Settings, logged: bool = True) -> Self:
        """Open the index and the log of a data folder; a log that can't be written stops no answer."""
        desk = cls(settings, Together(load(settings.encoder, settings.cache)), None)
        # after the index: a folder that is none gets no log
        desk.log = _log(settings) if logged else None
        desk.door, desk.office = desk._rooms()
        return desk

    def _rooms(self) -> tuple[Door, Office]:
        """Return who lets people in, and who looks after the whole, over the log's own database."""
        store = self.log.store if self.log else None
        door = Door(self.settings, store)
        return door, Office(self.settings, store, door, self.index, self.readable)

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
        self._whole, self._examples, self._readable = {}, {}, {}

    def ask(
        self,
        question: str,
        *,
        channel: str = "terminal",
        person: str = "",
        as_of: date | None = None,
        reader: Reader = MACHINE,
        place: str = "",
    ) -> Asked:
        """Answer a question from what the reader may see, and log it.

        In a conversation it is understood in the light of the question before; a person may hold one in each `place`.
        """
        question = legible(question)
        whole = self._talks.continued((channel, person, place), question) if channel != ALONE else question
        answer = self.answer(whole, as_of, reader=reader).model_copy(update={"question": question})
        return Asked(id=self._recorded(answer, channel, person), answer=self._linked(answer))

    def answer(self, question: str, as_of: date | None = None, within: str = "", *, reader: Reader = MACHINE) -> Answer:
        """Answer a question from the generation of this moment; `within` keeps to paths that begin so."""
        started = time.perf_counter()
        index = self.index()
        read = self.readable(index, reader).within(within)
        answer = inquire(index, partial(self._kept, index), question, as_of or date.today(), read)
        took = round((time.perf_counter() - started) * 1000, 3)
        return answer.model_copy(update={"took_ms": took})

    def choose(self, asked: int, level: int, *, channel: str, person: str, reader: Reader = MACHINE) -> Asked | None:
        """Answer an earlier question for one of the levels it was answered with; None where there is no such level."""
        past = self.past(asked, person, reader)
        if past is None or past.status is not Status.CLARIFY or level >= len(past.options):
            return None
        question = narrowed(past, level)
        found = self.answer(question, past.as_of, reader=reader)
        answer = found if settles(found, past, level) else chosen(past, level)
        return Asked(id=self._recorded(answer, channel, person), answer=self._linked(answer))

    def past(self, asked: int, person: str, reader: Reader = MACHINE) -> Answer | None:
        """Return an earlier answer to this person; None for one that rests on what the reader may not see any more."""
        answer = self.log.own(asked, person) if self.log else None
        if answer is None:
            return None
        index = self.index()
        return answer if still_open(index, self.readable(index, reader), answer) else None

    def answered(self, asked: int) -> Answer | None:
        """Return an earlier answer, whoever asked."""
        return self.log.answer(asked) if self.log else None

    def explain(self, asked: int, person: str, reason: Reason) -> bool:
        """Keep what is wrong with an answer; False when the answer is not that person's."""
        return self.log.explain(asked, person, reason) if self.log else False

    @property
    def chats(self) -> Chats | None:
        """What chats have set, None where nothing can be kept."""
        return Chats(self.log.store) if self.log else None

    @property
    def offices(self) -> Offices | None:
        """The offices that can be asked, None where nothing can be kept."""
        return Offices(self.log.store) if self.log else None

    def rate(self, asked: int, person: str, liked: bool) -> bool:
        """Keep a person's opinion of an answer; False when the answer is not that person's."""
        return self.log.rate(asked, person, liked) if self.log else False

    def readable(self, index: Index, reader: Reader) -> Readable:
        """Return what a reader may be shown of a generation, kept while it is the current one."""
        name = (index.generation, reader)
        if name not in self._readable:
            self._readable[name] = readable(index, partial(self._kept, index), reader)
        return self._readable[name]

    def show(self, link: str, reader: Reader = MACHINE) -> View:
        """Return a document, a clause or a step as shown; raises NotThere for a link to nothing the reader may see."""
        index = self.index()
        return view(index, self.bare(link), self.readable(index, reader))

    def procedure(self, link: str, reader: Reader = MACHINE) -> Procedure | None:
        """Return the procedure behind the link of one, or of a step; None for any other link."""
        index = self.index()
        return procedure(index, self.bare(link), self.readable(index, reader))

    def short(self, link: str) -> str:
        """Return a code of ten characters for a link, fit for a button."""
        return short(self.bare(link))

    def find(self, code: str) -> str | None:
        """Return the link behind a code, None when it leads nowhere in this generation."""
        place = self.index().find(code)
        return place.link if place else None

    def examples(self, language: str, reader: Reader = MACHINE) -> tuple[str, ...]:
        """Return three questions that this rulebook answers to a reader, made once for each generation."""
        index = self.index()
        paths = self.readable(index, reader).paths
        name = (index.generation, language, paths)
        if name not in self._examples:
            spoken: Language = "zh" if language == "zh" else "en"
            self._examples[name] = examples(index, partial(self.answer, reader=reader), spoken, paths)
        return self._examples[name]

    def forget(self, channel: str, person: str) -> None:
        """Cut what ties a person to their questions; what was asked and how it was rated stays, of nobody."""
        self._talks.forget((channel, person))
        self.door.forget(person)
        if self.log:
            self.log.forget(person)
            Offices(self.log.store).forget(person)
            Chats(self.log.store).prefer(person, Preferences())  # a private chat has the number of its person

    def generation(self) -> str:
        """Return the name of the generation that answers."""
        return self.index().generation

    def bare(self, link: str) -> str:
        """Return a link without the base of page links."""
        base, link = self.settings.link_base, legible(link)
        return unquote(link.removeprefix(base)) if base and link.startswith(base) else link

    def _recorded(self, answer: Answer, channel: str, person: str) -> int:
        """Return the number of an answer in the log; an answer is given also when it can't be logged."""
        try:
            texts = self._texts(answer) if self.log else {}
            return self.log.record(answer, channel=channel, person=person, texts=texts) if self.log else 0
        except LogUnwritable as error:
            logger.error("%s", error)
            return 0

    def _texts(self, answer: Answer) -> dict[str, str]:
        """Return the texts that an answer is cut from, unless its generation has gone in the meantime."""
        index = self.index()
        paths = {cited.document for cited in answer.citations} if index.generation == answer.generation else set()
        return {path: self._kept(index, path).text for path in paths}

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
