"""Whole numbers as rulebooks print them, in Chinese, Western and full-width digits and in English words."""

CJK_DIGITS = "零〇一二三四五六七八九十百千两"
DIGITS = "0-9０-９"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_VALUES = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(text: str) -> int:
    """Return the whole number that Chinese or Western digits print ("二十一", "２1").

    Raises ValueError when they print none.
    """
    if all(c in _VALUES for c in text) and text:
        return int("".join(str(_VALUES[c]) for c in text))
    if not all(c in _VALUES or c in _UNITS for c in text):
        return int(text)
    total, digit = 0, None
    for c in text:
        if c in _UNITS:
            total += (1 if digit is None else digit) * _UNITS[c]
            digit = None
        else:
            digit = _VALUES[c]
    return total + (digit or 0)


def plain(text: str) -> str:
    """Return a number's plain form: digits where it is a number, lower case where it is a letter."""
    if text.lower() in ENGLISH:
        return str(ENGLISH.index(text.lower()) + 1)
    try:
        return str(number(text))
    except ValueError:
        return text.lower()
