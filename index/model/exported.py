"""An exported encoder: ONNX Runtime, and no torch.

A folder has one export for passages, and may have one for questions: quicker, smaller, and all but the same vectors.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import onnxruntime  # type: ignore[import-untyped]
from numpy.typing import NDArray
from onnxruntime.capi import onnxruntime_pybind11_state as runtime  # type: ignore[import-untyped]

from index import tokens
from index.model import pieces
from index.model.encoded import Encoded
from index.model.folder import fingerprint, prompts
from index.model.processor import cores

INPUTS = ("input_ids", "attention_mask")
OUTPUT = "sentence_embedding"
TOKENS_OUTPUT = "token_vectors"  # of shape (texts, tokens, width), where the model has them
SOURCE = "source"  # the export says of which weights it is one: they may have been trained since
WHOLE, QUESTION = "model.onnx", "question.onnx"
LENGTH = 512  # tokens; the rest of a longer text is left to the word index
TOKENS = 1024  # tokens a batch, padding included: measured 512 to 2048 alike, larger ones slower
UNLOADABLE = (
    runtime.Fail,
    runtime.InvalidGraph,
    runtime.InvalidProtobuf,
    runtime.NoSuchFile,
    runtime.NotImplemented,
    runtime.RuntimeException,
)


# texts -> the numbers of their word pieces, between the marks of the beginning and the end
Split = Callable[[Sequence[str]], list[list[int]]]


class Exported:
    """A session and what splits texts into its word pieces, held open."""

    def __init__(self, name: str, opened: onnxruntime.InferenceSession, split: Split, prompts: tuple[str, str]) -> None:
        self.name = name
        self.session = opened
        outputs = opened.get_outputs()
        self.dimension = int(outputs[0].shape[1])
        self.outputs = [one.name for one in outputs if one.name in (OUTPUT, TOKENS_OUTPUT)]
        self.split = split
        self.prompts = prompts
        # the mark of the beginning and the prompt's tokens: they are not a text's own
        self.before = [len(ids) - 1 for ids in split(prompts)]

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """L2-normalised rows of shape (len(texts), dimension), in the order of the texts."""
        return self.read(texts, query=query).vectors

    def read(self, texts: Sequence[str], *, query: bool = False) -> Encoded:
        """The same rows with the vectors of each text's own tokens."""
        encoded = self.split([self.prompts[query] + text for text in texts])
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        own = [tokens.none()] * len(texts)
        for places in batches([len(ids) for ids in encoded]):
            ran = self._run([encoded[place] for place in places])
            vectors[places] = ran[0]
            for row, place in enumerate(places if len(ran) > 1 else ()):
                own[place] = tokens.rounded(ran[1][row, slice(*self._own(encoded[place], query))])
        return Encoded(vectors, own)

    def _own(self, ids: list[int], query: bool) -> tuple[int, int]:
        """Where a text's own tokens stand: between the prompt and the mark of the end."""
        return self.before[query], min(len(ids) - 1, self.before[query] + tokens.MOST)

    def _run(self, batch: list[list[int]]) -> list[NDArray[np.float32]]:
        shape = (len(batch), max(map(len, batch)))
        ids, mask = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        for row, one in enumerate(batch):
            ids[row, : len(one)] = one
            mask[row, : len(one)] = 1
        ran: list[NDArray[np.float32]] = self.session.run(self.outputs, dict(zip(INPUTS, (ids, mask), strict=True)))
        return ran


def open_export(name: str, folder: Path) -> Exported | None:
    """The folder's export; None when it has none of our kind, or one of other weights."""
    file = folder / "tokenizer.json"
    opened = _opened(folder, WHOLE, cores()) if file.is_file() else None
    return Exported(name, opened, _split_by_library(file), prompts(folder)) if opened else None


def open_for_questions(name: str, folder: Path) -> Exported | None:
    """The folder's export for questions; None when it has none, or one of other weights."""
    file = folder / "onnx" / pieces.FILE
    opened = _opened(folder, QUESTION, 1) if file.is_file() else None
    if opened is None:
        return None
    known = pieces.load(file)
    return Exported(name, opened, lambda texts: [known.ids(text, LENGTH) for text in texts], prompts(folder))


def _split_by_library(file: Path) -> Split:
    from tokenizers import Tokenizer  # it takes seconds to load a vocabulary

    tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LENGTH)
    return lambda texts: [one.ids for one in tokenizer.encode_batch(list(texts))]


def _opened(folder: Path, name: str, threads: int) -> onnxruntime.InferenceSession | None:
    """A session of one of the folder's exports; None when there is none that is ours and of these weights."""
    file = folder / "onnx" / name
    try:
        opened = session(file, threads) if file.is_file() else None
    except UNLOADABLE:
        return None
    if opened is None or opened.get_outputs()[0].name != OUTPUT:
        return None
    source = opened.get_modelmeta().custom_metadata_map.get(SOURCE)
    return opened if source in (None, fingerprint(folder)) else None


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Positions in groups of like length, the longest first, each group within TOKENS or alone."""
    group: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda place: -lengths[place]):
        if group and (len(group) + 1) * lengths[group[0]] > TOKENS:
            yield group
            group = []
        group.append(place)
    if group:
        yield group


def session(file: Path, threads: int) -> onnxruntime.InferenceSession:
    """What runs a model's file; a question alone is hardly quicker on two cores, and takes a third more of them."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4  # an export that can't be read is the caller's to report
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # threads that spin while they wait take the cores from the vector search that follows
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # that operation does in 50 us what an addition and a normalisation do in 20
    slow = ["SkipLayerNormFusion"]
    return onnxruntime.InferenceSession(
        str(file), options, providers=["CPUExecutionProvider"], disabled_optimizers=slow
    )
