"""The transformer as an ONNX graph: tensors -> a model that ONNX Runtime runs without torch.

Token ids and their mask go in; one L2-normalised vector a text comes out, and where the tensors have a layer
for it a short one a token, so that whoever runs the model has nothing left to compute.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper

from index.model.adapter import NARROW
from index.model.exported import INPUTS, OUTPUT, SOURCE, TOKENS_OUTPUT
from index.model.weights import Shape, Tensor

OPSET = 20  # the first with Gelu, whose default form is the exact one
FUSED = "com.microsoft"  # ONNX Runtime's own operations, each in place of several
TABLE = "embeddings.word_embeddings.weight"
PARTS = ("weight", "bias")


class Graph:
    """The nodes and tensors written so far; every method returns the name of what it made."""

    def __init__(self, shape: Shape, tensors: Mapping[str, Tensor]) -> None:
        self.shape = shape
        self.tensors = tensors
        self.nodes: list[onnx.NodeProto] = []
        self.held: dict[str, onnx.TensorProto] = {}

    def node(self, kind: str, *inputs: str, **attributes: Any) -> str:
        """One operation; `domain` names a set of them other than ONNX's own."""
        name = f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, **attributes))
        return name

    def parts(self, kind: str, x: str, count: int, **attributes: Any) -> list[str]:
        """An operation that gives several tensors."""
        names = [f"{kind.lower()}_{len(self.nodes)}_{number}" for number in range(count)]
        self.nodes.append(helper.make_node(kind, [x], names, **attributes))
        return names

    def hold(self, name: str, values: NDArray[np.generic]) -> str:
        """A tensor that stands in the model's file, written once."""
        if name not in self.held:
            self.held[name] = onnx.numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def weight(self, name: str) -> str:
        """A tensor of the transformer by the name it has there."""
        return self.hold(name, self.tensors[name])

    def whole(self, *numbers: int) -> str:
        """Whole numbers as a constant."""
        return self.hold("n" + "_".join(map(str, numbers)), np.array(numbers, np.int64))

    def words(self, ids: str) -> str:
        """The vectors of word pieces, of shape (texts, tokens, width)."""
        return self.node("Gather", self.weight(TABLE), ids, axis=0)

    def linear(self, x: str, *names: str) -> str:
        """Dense layers of one input side by side; their weights are stored as (out, in)."""
        weight, bias = (np.concatenate([self.tensors[f"{name}.{part}"] for name in names]) for part in PARTS)
        return self.dense(x, names[0], weight, bias)

    def dense(self, x: str, name: str, weight: Tensor, bias: Tensor) -> str:
        """One dense layer of the given weights, held under its name."""
        product = self.node("MatMul", x, self.hold(f"{name}.weight.T", weight.T))
        return self.node("Add", product, self.hold(f"{name}.bias", bias))

    def norm(self, x: str, name: str) -> str:
        """Layer normalisation over the last axis."""
        return self.node(
            "LayerNormalization",
            x,
            self.weight(f"{name}.weight"),
            self.weight(f"{name}.bias"),
            epsilon=self.shape.epsilon,
        )


def save(model: onnx.ModelProto, source: str, file: Path) -> None:
    """Write the model, its tensors in a file beside it, which is mapped and not copied when loaded."""
    helper.set_model_props(model, {SOURCE: source})
    onnx.save_model(model, str(file), save_as_external_data=True, location=f"{file.name}.data")


def build(shape: Shape, tensors: Mapping[str, Tensor]) -> onnx.ModelProto:
    """A BERT encoder with mean pooling; `tensors` has the names that transformers gives them."""
    return drawn(Graph(shape, tensors))


def drawn(graph: Graph) -> onnx.ModelProto:
    """The encoder as this graph writes its layers."""
    tensors = graph.tensors
    mask = graph.node("Cast", INPUTS[1], to=TensorProto.FLOAT)
    heeded = graph.node("Cast", INPUTS[1], to=TensorProto.INT32)
    x = _embed(graph)
    for number in range(graph.shape.layers):
        x = _layer(graph, x, heeded, f"encoder.layer.{number}")
    pooled = _pool(graph, x, mask)
    graph.nodes.append(helper.make_node("LpNormalization", [pooled], [OUTPUT], axis=1, p=2))
    if NARROW in tensors:
        short = graph.node("MatMul", x, graph.hold(f"{NARROW}.T", tensors[NARROW].T))
        graph.nodes.append(helper.make_node("LpNormalization", [short], [TOKENS_OUTPUT], axis=2, p=2))
    return _model(graph)


def _model(graph: Graph) -> onnx.ModelProto:
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "tokens"]) for name in INPUTS]
    outputs = [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, ["texts", graph.shape.hidden])]
    if NARROW in graph.tensors:
        shape = ["texts", "tokens", graph.tensors[NARROW].shape[0]]
        outputs.append(helper.make_tensor_value_info(TOKENS_OUTPUT, TensorProto.FLOAT, shape))
    body = helper.make_graph(graph.nodes, "encoder", inputs, outputs, list(graph.held.values()))
    # the version is fixed, so that an older runtime than the library's newest still reads the file
    sets = [helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, 1)]
    return helper.make_model(body, opset_imports=sets, ir_version=10)


def _embed(graph: Graph) -> str:
    words = graph.words(INPUTS[0])
    length = graph.node("Shape", INPUTS[0], start=1, end=2)
    table = graph.tensors["embeddings.position_embeddings.weight"]
    table = table + graph.tensors["embeddings.token_type_embeddings.weight"][0]  # all text is of type 0
    places = graph.node("Slice", graph.hold("places", table), graph.whole(0), length, graph.whole(0), graph.whole(1))
    return graph.norm(graph.node("Add", words, places), "embeddings.LayerNorm")


def _layer(graph: Graph, x: str, mask: str, name: str) -> str:
    attended = graph.linear(_attend(graph, x, mask, f"{name}.attention.self"), f"{name}.attention.output.dense")
    x = graph.norm(graph.node("Add", x, attended), f"{name}.attention.output.LayerNorm")
    inner = graph.node("Gelu", graph.linear(x, f"{name}.intermediate.dense"))
    outer = graph.linear(inner, f"{name}.output.dense")
    return graph.norm(graph.node("Add", x, outer), f"{name}.output.LayerNorm")


def _attend(graph: Graph, x: str, mask: str, name: str) -> str:
    joined = graph.linear(x, *(f"{name}.{part}" for part in ("query", "key", "value")))
    parts = graph.parts("Split", joined, 3, axis=2, num_outputs=3)
    return graph.node("MultiHeadAttention", *parts, "", mask, num_heads=graph.shape.heads, domain=FUSED)


def _pool(graph: Graph, x: str, mask: str) -> str:
    weights = graph.node("Unsqueeze", mask, graph.whole(-1))
    total = graph.node("ReduceSum", graph.node("Mul", x, weights), graph.whole(1), keepdims=0)
    count = graph.node("ReduceSum", mask, graph.whole(1), keepdims=1)
    return graph.node("Div", total, count)
