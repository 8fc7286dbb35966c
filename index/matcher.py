"""How surely a passage answers a question, told from the vectors of their tokens by what was learned from others.

Each token of a question is set beside what a passage holds of it: the mean of the passage's tokens, weighed by how
like it they are. What the two say together, over all tokens of the question, is one number (decomposable attention:
Parikh and others, EMNLP 2016). Likeness alone can't tell a clause that answers from one that only speaks of the same.

`scripts.train_matcher` writes the file. It holds several matchers, each of which learned without some of the
rulebooks; a question is answered by the mean of all, weights are fitted by the one that doesn't know the rulebook.
"""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.known import KnownError
from index.tokens import SCALE, Tokens

Floats = NDArray[np.float32]

FILE = Path(__file__).with_name("matcher.safetensors")
SHARPNESS = 10.0  # of the attention, on cosines
APART = "apart"  # in the file's description: for each matcher the rulebooks that it didn't learn from
ENCODER = "encoder"  # and whose tokens they learned from
# a matcher's tensors, without its number; the weights are of shape (in, out)
TENSORS = (
    "beside.weight", "beside.bias", "further.weight", "further.bias", "back.weight", "back.bias",
    "norm.weight", "norm.bias", "whole.weight", "whole.bias", "last.weight", "last.bias",
)  # fmt: skip


class MatcherDamaged(KnownError):
    """The matcher can't be read."""


class Beside(NamedTuple):
    """The tokens of a question, shape (tokens, width), and what each of several passages holds of them.

    `attended` has shape (passages, tokens, width), `nearest` (passages, tokens).
    """

    asked: Floats
    attended: Floats
    nearest: Floats


class First(NamedTuple):
    """The first layer of all matchers side by side, in parts by what each looks at, of shape (in, matchers * out).

    A question's own tokens are the same beside every passage, so their part is worked out once.
    """

    asked: Floats
    attended: Floats
    both: Floats
    nearest: Floats
    bias: Floats


class Matcher:
    """One or more matchers of the same shape, and the mean of what they say.

    Each tensor holds those of all matchers, one behind the other; `apart` are the rulebooks that each doesn't know.
    """

    def __init__(self, tensors: Mapping[str, Floats], apart: Sequence[Sequence[str]], encoder: str) -> None:
        self._tensors = tensors
        self._apart = apart
        self._first = _first(tensors) if apart else None
        self.encoder = encoder

    def match(self, asked: Tokens, passages: Sequence[Tokens]) -> list[float]:
        """How surely each passage answers the question, as log-odds; 0 where there are no tokens to tell from."""
        held = [place for place, rows in enumerate(passages) if len(rows)]
        found = [0.0] * len(passages)
        if not held or not len(asked) or self._first is None:
            return found
        said = self._said(beside(asked, [passages[place] for place in held]), self._first).mean(axis=0)
        for place, value in zip(held, said.tolist(), strict=True):
            found[place] = value
        return found

    def without(self, rulebook: str) -> "Matcher":
        """Those of the matchers that did not learn from a rulebook; all where each or none did."""
        kept = [n for n, names in enumerate(self._apart) if rulebook in names] or list(range(len(self._apart)))
        tensors = {name: each[kept] for name, each in self._tensors.items()}
        return Matcher(tensors, [self._apart[n] for n in kept], self.encoder)

    def _said(self, given: Beside, first: First) -> Floats:
        """What each matcher says of each passage, shape (matchers, passages)."""
        passages, tokens, width = given.attended.shape
        each: Floats = given.attended.reshape(-1, width) @ first.attended
        each += (given.attended * given.asked).reshape(-1, width) @ first.both
        each = each.reshape(passages, tokens, -1)
        each += given.asked @ first.asked + first.bias
        each += given.nearest[:, :, None] * first.nearest
        each = _bent(np.ascontiguousarray(each.reshape(passages * tokens, len(self._apart), -1).swapaxes(0, 1)))
        each += self._dense("back", _bent(self._dense("further", each)))
        each = each.reshape(len(each), passages, tokens, -1)
        whole = np.concatenate([each.mean(axis=2), each.max(axis=2)], axis=2)
        whole -= whole.mean(axis=2, keepdims=True)
        whole /= np.sqrt(whole.var(axis=2, keepdims=True) + 1e-5)
        whole = whole * self._tensors["norm.weight"][:, None] + self._tensors["norm.bias"][:, None]
        return self._dense("last", _bent(self._dense("whole", whole)))[:, :, 0]

    def _dense(self, name: str, rows: Floats) -> Floats:
        made: Floats = rows @ self._tensors[f"{name}.weight"] + self._tensors[f"{name}.bias"][:, None]
        return made


def _bent(rows: Floats) -> Floats:
    """The Gaussian error linear unit, by the hyperbolic tangent (Hendrycks and Gimpel, 2016)."""
    turned = rows * rows
    turned *= 0.7978845608 * 0.044715
    turned += 0.7978845608
    turned *= rows
    np.tanh(turned, out=turned)
    turned += 1.0
    turned *= rows
    turned *= 0.5
    return turned


def beside(asked: Tokens, passages: Sequence[Tokens]) -> Beside:
    """Set the tokens of a question beside those of passages, none of which is empty."""
    question = asked.astype(np.float32) / SCALE
    rows = np.concatenate(passages).astype(np.float32) / SCALE
    ends = np.cumsum([len(one) for one in passages]).tolist()
    begins = [0, *ends[:-1]]
    alike: Floats = question @ rows.T
    nearest = np.maximum.reduceat(alike, begins, axis=1).T
    weights = np.exp((alike - 1.0) * SHARPNESS)
    summed: Floats = np.stack(
        [weights[:, start:end] @ rows[start:end] for start, end in zip(begins, ends, strict=True)]
    )
    total = np.add.reduceat(weights, begins, axis=1).T
    summed /= total[:, :, None]
    return Beside(question, summed, np.clip(nearest, 0.0, 1.0))


def _first(tensors: Mapping[str, Floats]) -> First:
    """Take the first layer apart as `joined` puts together what it looks at."""
    weights, bias = tensors["beside.weight"], tensors["beside.bias"]
    width = weights.shape[1] // 3
    side = np.ascontiguousarray(weights.swapaxes(0, 1).reshape(weights.shape[1], -1))
    asked, attended, both, nearest = np.split(side, [width, 2 * width, 3 * width])
    return First(asked * 5, attended * 5, both * 50, nearest * 5, bias.reshape(-1) - nearest[0] * 2.5)


def joined(given: Beside) -> Floats:
    """Return what a matcher looks at, shape (passages, tokens, 3 * width + 1), each part of it about as large."""
    asked = np.broadcast_to(given.asked, given.attended.shape)
    nearest = given.nearest[:, :, None]
    return np.concatenate([asked * 5, given.attended * 5, asked * given.attended * 50, nearest * 5 - 2.5], axis=2)


@lru_cache(maxsize=4)
def fitting(encoder: str) -> Matcher:
    """The matcher for an encoder's tokens; for those of any other than it learned from, one that says nothing."""
    found = load()
    return found if found.encoder == encoder else Matcher({}, [], encoder)


def load(file: Path = FILE) -> Matcher:
    """Read what was learned; raises MatcherDamaged."""
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(file, "np") as opened:
            told = opened.metadata() or {}
            apart = json.loads(told[APART])
            read = {name: [opened.get_tensor(f"{n}.{name}") for n in range(len(apart))] for name in TENSORS}
            stacked = {name: np.stack(each).astype(np.float32) for name, each in read.items()}
            return Matcher(stacked, apart, told[ENCODER])
    except (OSError, SafetensorError, KeyError, ValueError) as error:
        raise MatcherDamaged(f"{file.name} can't be read ({error}): get the file again") from error
