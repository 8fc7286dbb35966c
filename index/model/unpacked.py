"""A checked file of weights as an ordinary model folder: tensors, tokenizer, settings, and exports without torch."""

import json
from collections.abc import Callable
from pathlib import Path

from index.model import adapter
from index.model.folder import NARROW_FILE, fingerprint
from index.model.weights import Pieces, Shape, Tensor, Weights

# what the reach of the layers' inputs is measured on
SAMPLE = Path(__file__).parent.parent.parent / "corpus" / "sample"
TYPICAL = 200  # lines
SHORTEST = 8  # characters
LONGEST = 64  # word pieces

Say = Callable[[str], None]


def quiet(_: str) -> None:
    """Say nothing."""


def write(read: Weights, target: Path, say: Say = quiet, learned: Path | None = None) -> None:
    """Write the folder that sentence-transformers loads, with an export that needs no torch."""
    from safetensors.numpy import save_file

    tensors, narrow = adapter.merged(named(read), learned), adapter.narrow(learned)
    save_file(tensors, target / "model.safetensors", {"format": "pt"})
    if narrow:
        save_file(narrow, target / NARROW_FILE)
    _write_tokenizer(read.pieces, target)
    for name, value in _settings(read.shape).items():
        (target / name).parent.mkdir(exist_ok=True)
        (target / name).write_text(json.dumps(value, indent=2))
    say("exporting the model for questions")
    export(read, tensors | narrow, target)


def export(read: Weights, tensors: dict[str, Tensor], target: Path) -> None:
    """Write what runs without torch: the same weights in float32, and in eight bits for questions."""
    from index.model import eight, graph, pieces

    place, source = target / "onnx", fingerprint(target)
    place.mkdir()
    graph.save(graph.build(read.shape, tensors), source, place / "model.onnx")
    pieces.write(read.pieces, place / pieces.FILE)
    known = pieces.load(place / pieces.FILE)
    table = eight.Table(read.blocks("emb.word", read.shape.vocabulary, read.shape.hidden), read.pieces.texts)
    eight.save(read.shape, tensors, table, (known.ids(text, LONGEST) for text in typical()), source, place)


def typical() -> list[str]:
    """Texts of the kind that the encoder reads: lines of the sample rulebook, as questions."""
    lines = (line.strip() for file in sorted(SAMPLE.rglob("*.md")) for line in file.read_text("utf-8").splitlines())
    told = [line for line in lines if len(line) >= SHORTEST]
    return [f"query: {line}" for line in told[:: max(1, len(told) // TYPICAL)]]


def named(read: Weights) -> dict[str, Tensor]:
    """The tensors under the names that transformers gives a BERT encoder."""
    shape = read.shape
    tables = {"word": shape.vocabulary, "position": shape.positions, "token_type": shape.types}
    found = {
        f"embeddings.{name}_embeddings.weight": read.tensor(short, rows, shape.hidden)
        for (name, rows), short in zip(tables.items(), ("emb.word", "emb.pos", "emb.type"), strict=True)
    }
    found |= _normed(read, "emb.ln", "embeddings.LayerNorm")
    for number in range(shape.layers):
        found |= _layer(read, f"l{number}.", f"encoder.layer.{number}.")
    return found


def _layer(read: Weights, short: str, name: str) -> dict[str, Tensor]:
    hidden, inner = read.shape.hidden, read.shape.inner
    dense = {
        "q": ("attention.self.query", hidden, hidden),
        "k": ("attention.self.key", hidden, hidden),
        "v": ("attention.self.value", hidden, hidden),
        "ao": ("attention.output.dense", hidden, hidden),
        "fi": ("intermediate.dense", inner, hidden),
        "fo": ("output.dense", hidden, inner),
    }
    found = {}
    for part, (place, out, into) in dense.items():
        found[f"{name}{place}.weight"] = read.tensor(f"{short}{part}.w", out, into)
        found[f"{name}{place}.bias"] = read.tensor(f"{short}{part}.b", out)
    found |= _normed(read, short + "aln", name + "attention.output.LayerNorm")
    return found | _normed(read, short + "oln", name + "output.LayerNorm")


def _normed(read: Weights, short: str, name: str) -> dict[str, Tensor]:
    size = read.shape.hidden
    return {
        f"{name}.weight": read.tensor(short + ".w", size),
        f"{name}.bias": read.tensor(short + ".b", size),
    }


def _write_tokenizer(pieces: Pieces, target: Path) -> None:
    from tokenizers import AddedToken, Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

    vocabulary = list(zip(pieces.texts, pieces.scores, strict=True))
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=3))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace(prepend_scheme="always")]
    )
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    tokenizer.add_special_tokens([AddedToken(mark, special=True) for mark in pieces.texts[:4]])
    tokenizer.save(str(target / "tokenizer.json"))


def _settings(shape: Shape) -> dict[str, object]:
    marks = {"bos": "<s>", "eos": "</s>", "unk": "<unk>", "pad": "<pad>", "cls": "<s>", "sep": "</s>"}
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_size": shape.hidden,
            "num_hidden_layers": shape.layers,
            "num_attention_heads": shape.heads,
            "intermediate_size": shape.inner,
            "vocab_size": shape.vocabulary,
            "max_position_embeddings": shape.positions,
            "type_vocab_size": shape.types,
            "layer_norm_eps": shape.epsilon,
            "hidden_act": "gelu",
            "pad_token_id": 1,
        },
        "tokenizer_config.json": {f"{kind}_token": mark for kind, mark in marks.items()}
        | {"tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": shape.positions},
        "sentence_bert_config.json": {"max_seq_length": shape.positions, "do_lower_case": False},
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"},
        ],
        "1_Pooling/config.json": {"word_embedding_dimension": shape.hidden, "pooling_mode_mean_tokens": True},
        "config_sentence_transformers.json": {
            "prompts": {"query": "query: ", "passage": "passage: "},
            "similarity_fn_name": "cosine",
        },
    }
