"""The encoder for questions: layers that multiply whole numbers of eight bits, beside the whole export.

How far the inputs of each layer reach is measured once, on a few texts, and held in the model: a question's vector
doesn't depend on what else is encoded with it. Each input channel is scaled so that the layer's weights take over
part of its reach (Xiao and others, SmoothQuant, ICML 2023): without that a few channels leave the others too coarse.
The table of word pieces stays as it was packed, to the last bit and in a quarter of the room, and those of Chinese and
English come first in it: of a file that is mapped only what is looked at, and what lies near it, comes into memory.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from onnx import TensorProto, helper

from index.model import graph
from index.model.exported import INPUTS, QUESTION, session
from index.model.graph import FUSED, Graph
from index.model.processor import cores
from index.model.weights import BLOCK, Blocks, Shape, Tensor

# measured on questions: cosine with the whole model .9974 at 0.8, .9971 at 0.7, .986 at 0.5, .993 at 1; .989 for
# scales that are found anew for each batch, which is what ONNX Runtime's own tool does
TAKEN = 0.8
TINY = 1e-6
# a character of neither language: not ASCII, nor punctuation, nor Chinese in whatever width, nor the mark of a space
_NEITHER = re.compile(r"[^\0-\x7f\u2010-\u206f\u2581\u2e80-\u303f\u3400-\u9fff\uff00-\uff65]")
STEPS = 255  # between the least and the most of an input
REACH = 127  # of a weight


class Span(NamedTuple):
    """The least and the most that each channel of a layer's input was, of shape (in,)."""

    least: NDArray[np.float32]
    most: NDArray[np.float32]


class Table(NamedTuple):
    """The table of word pieces as it is packed, a row a piece, and what each piece is."""

    rows: Blocks
    pieces: Sequence[str]

    def order(self) -> NDArray[np.int64]:
        """The numbers of the pieces, those that Chinese and English texts are made of first."""
        return np.argsort([_NEITHER.search(piece) is not None for piece in self.pieces], kind="stable")


class Measuring(Graph):
    """Gives the span of each layer's input too, as outputs named after the layer."""

    def __init__(self, shape: Shape, tensors: Mapping[str, Tensor]) -> None:
        super().__init__(shape, tensors)
        self.layers: list[str] = []

    def dense(self, x: str, name: str, weight: Tensor, bias: Tensor) -> str:
        """Note the span of `x` over texts and tokens."""
        self.layers.append(name)
        for kind, end in zip(("ReduceMin", "ReduceMax"), Span._fields, strict=True):
            inputs = [x, self.whole(0, 1)]
            self.nodes.append(helper.make_node(kind, inputs, [f"{name}.{end}"], keepdims=0))
        return super().dense(x, name, weight, bias)


class Eight(Graph):
    """Writes each layer in whole numbers."""

    def __init__(self, shape: Shape, tensors: Mapping[str, Tensor], table: Table, spans: Mapping[str, Span]) -> None:
        super().__init__(shape, tensors)
        self.table = table
        self.spans = spans

    def words(self, ids: str) -> str:
        """Look the pieces up where they stand, and multiply each block's numbers by its scale."""
        order = self.table.order()
        places = np.argsort(order).astype(np.int32)
        at = self.node("Gather", self.hold("words.places", places), ids, axis=0)
        numbers = self.node("Gather", self.hold("words.numbers", self.table.rows.numbers[order]), at, axis=0)
        scales = self.node("Gather", self.hold("words.scales", self.table.rows.scales[order]), at, axis=0)
        parts = self.node("Reshape", self.node("Cast", numbers, to=TensorProto.FLOAT), self.whole(0, 0, -1, BLOCK))
        scaled = self.node("Mul", parts, self.node("Unsqueeze", scales, self.whole(-1)))
        return self.node("Reshape", scaled, self.whole(0, 0, self.shape.hidden))

    def dense(self, x: str, name: str, weight: Tensor, bias: Tensor) -> str:
        """Scale and round the input, multiply, and give the product as fractions again."""
        span = self.spans[name]
        scale = _scale(span, weight)
        step, nought = _steps(span, scale)
        rows = np.maximum(np.abs(weight * scale).max(1), TINY) / REACH
        rounded = np.rint(weight * scale / rows[:, None]).astype(np.int8)
        x = self.node("Mul", x, self.hold(f"{name}.scale", 1 / scale))
        taken = (
            self.hold(f"{name}.step", np.array(step, np.float32)),
            self.hold(f"{name}.nought", np.array(nought, np.uint8)),
        )
        x = self.node("QuantizeLinear", x, *taken)
        held = self.hold(f"{name}.weight.T", rounded.T), taken[0], self.hold(f"{name}.rows", rows.astype(np.float32))
        even = self.hold(f"{name}.even", np.zeros(len(rows), np.int8))
        bias_ = self.hold(f"{name}.bias", bias)
        return self.node("MatMulIntegerToFloat", x, *held, taken[1], even, bias_, domain=FUSED)


def save(
    shape: Shape, tensors: Mapping[str, Tensor], table: Table, texts: Iterable[list[int]], source: str, folder: Path
) -> None:
    """Write the model for questions into the folder; `texts` are lists of word pieces."""
    spans = measure(shape, tensors, texts, folder)
    graph.save(graph.drawn(Eight(shape, tensors, table, spans)), source, folder / QUESTION)


def measure(shape: Shape, tensors: Mapping[str, Tensor], texts: Iterable[list[int]], folder: Path) -> dict[str, Span]:
    """The span of each layer's input over all texts; the folder is for a file that is removed again."""
    drawing = Measuring(shape, tensors)
    model = graph.drawn(drawing)
    names = [f"{layer}.{end}" for layer in drawing.layers for end in Span._fields]
    model.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in names)
    file = folder / "measuring.onnx"
    graph.save(model, "", file)
    opened = session(file, cores())
    found: dict[str, Span] = {}
    for ids in texts:
        given = np.array([ids], np.int64)
        ends = opened.run(names, dict(zip(INPUTS, (given, np.ones_like(given)), strict=True)))
        for layer, least, most in zip(drawing.layers, ends[::2], ends[1::2], strict=True):
            known = found.get(layer, Span(least, most))
            found[layer] = Span(np.minimum(known.least, least), np.maximum(known.most, most))
    for left in folder.glob(f"{file.name}*"):
        left.unlink()
    return found


def _scale(span: Span, weight: Tensor) -> NDArray[np.float32]:
    """By how much each input channel is divided, and its weights multiplied."""
    reach = np.maximum(np.maximum(-span.least, span.most), TINY)
    scale: NDArray[np.float32] = reach**TAKEN / np.maximum(np.abs(weight).max(0), TINY) ** (1 - TAKEN)
    return scale.astype(np.float32)


def _steps(span: Span, scale: NDArray[np.float32]) -> tuple[float, int]:
    """The size of one step of a scaled input, and which step is nought."""
    least = min(float((span.least / scale).min()), 0.0)
    most = max(float((span.most / scale).max()), 0.0)
    step = max((most - least) / STEPS, TINY)
    return step, round(-least / step)
