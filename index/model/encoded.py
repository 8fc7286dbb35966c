"""What an encoder gives."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.tokens import Tokens

Vectors = NDArray[np.float32]


class Encoded(NamedTuple):
    """Rows of shape (texts, dimension), and for each text the vectors of its own tokens, none for some models."""

    vectors: Vectors
    tokens: Sequence[Tokens]
