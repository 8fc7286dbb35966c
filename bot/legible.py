"""PURE: what a person typed, as text; a terminal hands over bytes that are not UTF-8 as lone surrogates."""

import re

_LONE = re.compile("[\ud800-\udfff]")
# A character from here on takes three bytes in UTF-8, which GB18030 text hardly ever holds by chance.
_LONG = re.compile("[\u0800-\ud7ff\ue000-\U0010ffff]")


def legible(text: str) -> str:
    """Return a whole text as it is, GB18030 bytes as what they say, and � for any byte that says nothing.

    One broken byte among readable Chinese is a slip of the keyboard: nothing else is read anew.
    """
    if not _LONE.search(text):
        return text
    for encoding in ("utf-8",) if _LONG.search(text) else ("utf-8", "gb18030"):
        try:
            return text.encode("utf-8", "surrogateescape").decode(encoding)
        except UnicodeError:
            continue
    return _LONE.sub("\ufffd", text)
