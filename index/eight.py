"""The encoder for questions: layers that multiply whole numbers of eight bits, beside the whole export.

How far the inputs of each layer reach is measured once, on a few texts, and held in the model: a question's vector
doesn't depend on what else is encoded with it. Each input channel is scaled so that the layer's weights take over
part of its reach (Xiao and others, SmoothQuant, ICML 2023): without that a few channels leave the others too coarse.
The table of word pieces stays as it is, in the whole export's file, of which only what is looked at comes into memory.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper

from index import graph
from index.exported import INPUTS, QUESTION, WHOLE, cores, session
from index.graph import FUSED, TABLE, Graph
from index.weights import Shape, Tensor

# measured on questions: cosine with the whole model .9974 at 0.8, .9971 at 0.7, .986 at 0.5, .993 at 1; .989 for
# scales that are found anew for each batch, which is what ONNX Runtime's own tool does
TAKEN = 0.8
TINY = 1e-6
STEPS = 255  # between the least and the most of an input
REACH = 127  # of a weight


class Span(NamedTuple):
    """The least and the most that each channel of a layer's input was, of shape (in,)."""

    least: NDArray[np.float32]
    most: NDArray[np.float32]


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

    def __init__(self, shape: Shape, tensors: Mapping[str, Tensor], spans: Mapping[str, Span]) -> None:
        super().__init__(shape, tensors)
        self.spans = spans

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


def save(shape: Shape, tensors: Mapping[str, Tensor], texts: Iterable[list[int]], source: str, folder: Path) -> None:
    """Write the model for questions beside the whole one in the folder; `texts` are lists of word pieces."""
    spans = measure(shape, tensors, texts, folder)
    model = graph.drawn(Eight(shape, tensors, spans))
    _borrow(model, folder / WHOLE)
    graph.save(model, source, folder / QUESTION)


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


def _borrow(model: onnx.ModelProto, whole: Path) -> None:
    """Let the table of word pieces be the one in the whole model's file."""
    lent = onnx.load_model(str(whole), load_external_data=False)
    table = next(tensor for tensor in lent.graph.initializer if tensor.name == TABLE)
    for held in model.graph.initializer:
        if held.name == TABLE:
            held.CopyFrom(table)
