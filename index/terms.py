"""Text -> search terms: character pairs where a script has no spaces, lower-cased words elsewhere.

PURE. What is stored and quoted is never normalised; only the terms are.
"""

import re
import unicodedata
from collections.abc import Iterator

# Han with its extensions, kana, hangul: written without spaces, or with too few to search by
UNSPACED = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
RUN = re.compile(rf"(?P<unspaced>[{UNSPACED}]+)|(?P<word>[^\W_{UNSPACED}]+)")
LONGEST = 64  # characters of a word that count; what is longer is no word


def terms(text: str) -> list[str]:
    """The terms in their order, repeated as often as they stand there."""
    return list(_terms(unicodedata.normalize("NFKC", text).casefold()))


def _terms(text: str) -> Iterator[str]:
    for run in RUN.finditer(text):
        whole = run.group()
        if run.lastgroup == "word":
            yield whole[:LONGEST]
        elif len(whole) == 1:
            yield whole
        else:
            yield from (whole[at : at + 2] for at in range(len(whole) - 1))
