"""The desk where every channel asks: one generation at a time, every answer logged."""

import logging
import time
from datetime import date
from functools import partial
from typing import Self

from bot.answering.models import Answer, Language, Status
from bot.answering.saying.chosen import chosen, narrowed, settles
from bot.conversation.desk import NotThere
from bot.examples import examples
from bot.inquiry.answerer import Answerer
from bot.inquiry.answerers import Answerers
from bot.inquiry.repeats import Repeats
from bot.legible import legible
from bot.links import bare, linked
from bot.office import Office
from bot.people.audience import MACHINE, Reader
from bot.people.chats import Chats, Preferences
from bot.people.door import Door
from bot.people.menus import Menus
from bot.people.offices import Offices
from bot.people.readable import Readable
from bot.records.log import Log
from bot.records.review import Reason
from bot.records.store import LogUnwritable
from bot.settings import Settings
from bot.shelf import Shelf
from bot.talks import Talks
from bot.views import View, procedure, still_open, view
from corpus.models import Procedure, Record
from index import Index, short
from index.encoder import Encoder, load

logger = logging.getLogger(__name__)

ALONE = "terminal"  # the channel whose questions have nothing to do with one another


class Asked(Record):
    """An answer and its number in the log, 0 when it was not logged."""

    id: int
    answer: Answer


class Desk:
    """Answers questions from the index in a data folder, always from one whole generation.

    So many processes `beside` this one answer too, and so many answers are kept for who asks the same again.
    """

    def __init__(self, settings: Settings, encoder: Encoder, log: Log | None, beside: int = 0, kept: int = 0) -> None:
        self.settings = settings
        self.encoder = encoder
        self.log = log
        here = Answerer(settings, encoder)
        self._current = here.current
        self._answerers = Answerers(settings, here, beside)
        self._asking = Repeats(self._answerers.answer, self.generation, kept).answer if kept else self._answerers.answer
        self._examples: dict[tuple[str, str, frozenset[str]], tuple[str, ...]] = {}
        self._talks = Talks()
        self.door, self.office = self._rooms()
        self.shelf = Shelf(self.index, self.readable)

    @classmethod
    def open(cls, settings: Settings, logged: bool = True, beside: int = 0, kept: int = 0) -> Self:
        """Open the index and the log of a data folder; a log that can't be written stops no answer."""
        desk = cls(settings, load(settings.encoder, settings.cache), None, beside, kept)
        # after the index: a folder that is none gets no log
        desk.log = Log.at_hand(settings.data) if logged else None
        desk.door, desk.office = desk._rooms()
        return desk

    def _rooms(self) -> tuple[Door, Office]:
        """Return who lets people in, and who looks after the whole, over the log's own database."""
        store = self.log.store if self.log else None
        door = Door(self.settings, store)
        return door, Office(self.settings, store, door, self.index, self.readable)

    def index(self) -> Index:
        """Return the current generation, taking up a new one between two questions."""
        return self._current.index()

    def ask(
        self,
        question: str,
        *,
        channel: str = "terminal",
        person: str = "",
        as_of: date | None = None,
        reader: Reader = MACHINE,
        place: str = "",
        to: str = "",
    ) -> Asked:
        """Answer a question from what the reader may see, and log it.

        In a conversation it is understood in the light of the question before; a person may hold one in each `place`.
        With `to`, the number of a message that was `told`, the question before is the one that this answers.
        """
        question = legible(question)
        whole = self._talks.continued((channel, person, place), question, to) if channel != ALONE else question
        answer = self.answer(whole, as_of, reader=reader).model_copy(update={"question": question})
        return Asked(id=self._recorded(answer, channel, person), answer=linked(answer, self.settings.link_base))

    def told(self, message: str, *, channel: str, person: str, place: str) -> None:
        """Keep that a message answers what this person asked last in a place."""
        self._talks.answered((channel, person, place), message)

    def said(self, *, channel: str, person: str, place: str) -> str:
        """Return the words of what this person asked last in a place, "" where nobody knows."""
        return self._talks.said((channel, person, place))

    def answer(self, question: str, as_of: date | None = None, within: str = "", *, reader: Reader = MACHINE) -> Answer:
        """Answer a question from the generation of this moment; `within` keeps to paths that begin so."""
        started = time.perf_counter()
        answer = self._asking(question, as_of or date.today(), within, reader)
        took = round((time.perf_counter() - started) * 1000, 3)
        return answer.model_copy(update={"took_ms": took})

    def choose(self, asked: int, level: int, *, channel: str, person: str, reader: Reader = MACHINE) -> Asked | None:
        """Answer an earlier question for one of the levels it was answered with; None where there is no such level."""
        past = self.past(asked, person, reader)
        if past is None or past.status is not Status.CLARIFY or level >= len(past.options):
            return None
        question = narrowed(past, level)
        found = self.answer(question, past.as_of, reader=reader)
        answer = chosen(past, level) if self._stands(past, level, reader) and not settles(found, past, level) else found
        return Asked(id=self._recorded(answer, channel, person), answer=linked(answer, self.settings.link_base))

    def _stands(self, past: Answer, level: int, reader: Reader) -> bool:
        """Tell whether what an earlier answer rests on for a level is in the rules of today, in the same words."""
        cited = next((c for c in past.citations if c.n == past.options[level].citation), None)
        try:
            return cited is not None and cited.quote in self.show(cited.link, reader).text
        except NotThere:
            return False

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

    def keep(self, answer: Answer, *, channel: str, person: str) -> int:
        """Keep a question that is put to an office alone; its number in the log, 0 where it can't be kept."""
        return self._recorded(answer, channel, person)

    def explain(self, asked: int, person: str, reason: Reason) -> bool:
        """Keep what is wrong with an answer; False when the answer is not that person's."""
        return self.log.explain(asked, person, reason) if self.log else False

    @property
    def chats(self) -> Chats | None:
        """What chats have set, None where nothing can be kept."""
        return Chats(self.log.store) if self.log else None

    @property
    def menus(self) -> Menus | None:
        """The chats that have more commands in their menu than others, None where nothing can be kept."""
        return Menus(self.log.store) if self.log else None

    @property
    def offices(self) -> Offices | None:
        """The offices that can be asked, None where nothing can be kept."""
        return Offices(self.log.store) if self.log else None

    def rate(self, asked: int, person: str, liked: bool) -> bool:
        """Keep a person's opinion of an answer; False when the answer is not that person's."""
        return self.log.rate(asked, person, liked) if self.log else False

    def readable(self, index: Index, reader: Reader) -> Readable:
        """Return what a reader may be shown of a generation."""
        return self._current.readable(index, reader)

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

    def forget(self, channel: str, person: str, *, attempts: bool = True) -> None:
        """Cut what ties a person to their questions; what was asked and how it was rated stays, of nobody.

        Without `attempts`, what somebody tried to get in goes on being counted.
        """
        self._talks.forget((channel, person))
        self.door.forget(person, attempts=attempts)
        if self.log:
            self.log.forget(person)
            Offices(self.log.store).forget(person)
            Chats(self.log.store).prefer(person, Preferences())  # a private chat has the number of its person

    def generation(self) -> str:
        """Return the name of the generation that answers."""
        return self.index().generation

    def bare(self, link: str) -> str:
        """Return a link without the base of page links."""
        return bare(link, self.settings.link_base)

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
        return {path: self._current.whole(index, path).text for path in paths}
