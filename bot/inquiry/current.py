"""The generation at hand: taken up anew between two questions, with what was made of it once."""

import logging
import threading
from functools import partial

from bot.inquiry.scope import Scopes
from bot.people.audience import Reader
from bot.people.readable import Readable, readable
from bot.settings import Settings
from corpus.models import Document
from index import GenerationDamaged, GenerationMissing, Index, ModelMismatch, ReadingNewer
from index.encoder import Encoder

logger = logging.getLogger(__name__)


class Current:
    """The current generation of a data folder, or the one before it while the current one can't be opened.

    Raises what Index.open does when there is none to begin with.
    """

    def __init__(self, settings: Settings, encoder: Encoder) -> None:
        self._settings = settings
        self._encoder = encoder
        self._lock = threading.Lock()
        self._index = Index.open(settings.data, encoder)
        self._said = ""
        self._whole: dict[tuple[str, str], Document] = {}
        self._readable: dict[tuple[str, Reader], Readable] = {}
        self._scopes: dict[tuple[str, Reader], Scopes] = {}

    def index(self) -> Index:
        """Return the current generation, taking up a new one between two questions."""
        with self._lock:
            if not self._index.fresh():
                self._renew()
            return self._index

    def whole(self, index: Index, path: str) -> Document:
        """Return a whole document, kept while its generation is the current one."""
        name = (index.generation, path)
        if name not in self._whole:
            self._whole[name] = index.whole(path)
        return self._whole[name]

    def readable(self, index: Index, reader: Reader) -> Readable:
        """Return what a reader may be shown of a generation, kept while it is the current one."""
        name = (index.generation, reader)
        if name not in self._readable:
            self._readable[name] = readable(index, partial(self.whole, index), reader)
        return self._readable[name]

    def scopes(self, index: Index, reader: Reader) -> Scopes:
        """Return what a reader may be answered from, day by day, kept while its generation is the current one."""
        name = (index.generation, reader)
        if name not in self._scopes:
            self._scopes[name] = Scopes(index, self.readable(index, reader))
        return self._scopes[name]

    def _renew(self) -> None:
        """Take up the generation that is current now; go on with the one at hand when that can't be opened."""
        try:
            self._index = Index.open(self._settings.data, self._encoder)
        except (GenerationDamaged, GenerationMissing, ModelMismatch, ReadingNewer) as error:
            if str(error) != self._said:
                self._said = str(error)
                logger.warning("%s; %s goes on answering", error, self._index.generation)
            return
        self._whole, self._readable, self._scopes = {}, {}, {}
