"""An exported encoder: ONNX Runtime and tokenizers, and no torch."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnxruntime  # type: ignore[import-untyped]
from numpy.typing import NDArray
from onnxruntime.capi import onnxruntime_pybind11_state as runtime  # type: ignore[import-untyped]
from tokenizers import Encoding, Tokenizer

from index import tokens
from index.encoder import Encoded
from index.folder import fingerprint, prompts

INPUTS = ("input_ids", "attention_mask")
OUTPUT = "sentence_embedding"
TOKENS_OUTPUT = "token_vectors"  # of shape (texts, tokens, width), where the model has them
SOURCE = "source"  # the export says of which weights it is one: they may have been trained since
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


class Exported:
    """A session and its tokenizer, held open."""

    def __init__(self, name: str, session: onnxruntime.InferenceSession, folder: Path) -> None:
        self.name = name
        self.session = session
        outputs = session.get_outputs()
        self.dimension = int(outputs[0].shape[1])
        self.outputs = [one.name for one in outputs if one.name in (OUTPUT, TOKENS_OUTPUT)]
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(LENGTH)
        self.prompts = prompts(folder)
        # the mark of the beginning and the prompt's tokens: they are not a text's own
        self.before = [len(self.tokenizer.encode(prompt).ids) - 1 for prompt in self.prompts]

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """L2-normalised rows of shape (len(texts), dimension), in the order of the texts."""
        return self.read(texts, query=query).vectors

    def read(self, texts: Sequence[str], *, query: bool = False) -> Encoded:
        """The same rows with the vectors of each text's own tokens."""
        encoded = self.tokenizer.encode_batch([self.prompts[query] + text for text in texts])
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        own = [tokens.none()] * len(texts)
        for places in batches([len(one.ids) for one in encoded]):
            ran = self._run([encoded[place] for place in places])
            vectors[places] = ran[0]
            for row, place in enumerate(places if len(ran) > 1 else ()):
                own[place] = tokens.rounded(ran[1][row, slice(*self._own(encoded[place], query))])
        return Encoded(vectors, own)

    def _own(self, one: Encoding, query: bool) -> tuple[int, int]:
        """Where a text's own tokens stand: between the prompt and the mark of the end."""
        return self.before[query], min(len(one.ids) - 1, self.before[query] + tokens.MOST)

    def _run(self, batch: list[Encoding]) -> list[NDArray[np.float32]]:
        shape = (len(batch), max(len(one.ids) for one in batch))
        ids, mask = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        for row, one in enumerate(batch):
            ids[row, : len(one.ids)] = one.ids
            mask[row, : len(one.ids)] = 1
        ran: list[NDArray[np.float32]] = self.session.run(self.outputs, dict(zip(INPUTS, (ids, mask), strict=True)))
        return ran


def open_export(name: str, folder: Path) -> Exported | None:
    """The folder's export; None when it has none of our kind, or one of other weights."""
    file = folder / "onnx" / "model.onnx"
    if not file.is_file() or not (folder / "tokenizer.json").is_file():
        return None
    try:
        session = _session(file)
    except UNLOADABLE:
        return None
    outputs = [output.name for output in session.get_outputs()]
    source = session.get_modelmeta().custom_metadata_map.get(SOURCE)
    if outputs[:1] != [OUTPUT] or source not in (None, fingerprint(folder)):
        return None
    return Exported(name, session, folder)


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


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _session(file: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4  # an export that can't be read is the caller's to report
    options.intra_op_num_threads = cores()
    options.inter_op_num_threads = 1
    # threads that spin while they wait take the cores from the vector search that follows
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
