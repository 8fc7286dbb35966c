"""What numbers are worth, in Western and full-width digits, in Chinese characters and in English words.

An amount may be a fraction (`number`); what numbers a clause is whole (`ordinal`).
"""

import re
from decimal import Decimal

DIGITS = "0-9０-９"
DIGIT = f"[{DIGITS}]"
CJK_DIGITS = "零〇一二三四五六七八九十百千两"
ROMANS = [tens + ones for tens in ("", "x", "xx")
          for ones in ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")][1:]  # fmt: skip
_PLAIN = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
# 叁万元整 is 三万元, as cheques and contracts have it
STEMS = "甲乙丙丁戊己庚辛壬癸"  # what counts up to ten where numbers are taken
_FORMAL = str.maketrans("壹贰貳叁參肆伍陆柒捌玖拾佰仟萬億〇俩仨", "一二二三三四五六七八九十百千万亿零二三")
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 10_000, "亿": 100_000_000}
SCALES = (
    _UNITS
    | _SCALES
    | {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
    | {"w": 10_000, "k": 1000, "m": 1_000_000, "bn": 1_000_000_000, "grand": 1000}
    | dict.fromkeys(("lakh", "lakhs", "lac", "lacs"), 100_000)
    | dict.fromkeys(("crore", "crores"), 10_000_000)
)
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_ONES = {word: n for n, word in enumerate(_WORDS.split())}
FIRST_TWENTY = tuple(_WORDS.split()[1:])
_TENS = {
    w: 10 * n for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
# No sum or term in a rulebook is longer than this; a longer run of digits is a card or a file number.
_LONGEST = 24

WESTERN = (
    rf"{DIGIT}{{1,2}}(?:[,，]{DIGIT}{{2}})+[,，]{DIGIT}{{3}}(?!{DIGIT})|"  # 1,20,000 in India
    rf"{DIGIT}{{1,3}}(?:[,，]{DIGIT}{{3}})+(?!{DIGIT})(?:[.．]{DIGIT}+)?"
    rf"|{DIGIT}{{1,3}}(?:[ \u00a0\u2009\u202f]{DIGIT}{{3}})+(?!{DIGIT})(?:[.．]{DIGIT}+)?"
    rf"|{DIGIT}+(?:[.．]{DIGIT}+)?"
)
_SIGNS = "零〇一二两三四五六七八九十壹贰貳叁參肆伍陆柒捌玖拾"
# 上万, 万把块, 几千: a scale with no number of its own before it
CHINESE = (
    f"[{_SIGNS}][{_SIGNS}百千万亿佰仟萬億]*|半|[俩仨]|(?<=上)(?<![以之线网]上)[百千万](?!分)"
    "|[百千万](?=把[块元人个])|几(?=[十百千万])"
)
_ONE = "|".join(sorted([*_ONES, *_TENS], key=len, reverse=True))
_UP_TO_99 = rf"(?:(?:{'|'.join(_TENS)})[-\s](?:{'|'.join(list(_ONES)[1:10])})|{_ONE})"
_WHOLES = r"(?:million|billion|day|week|month|year|hour)\b"
ENGLISH = (
    rf"\b(?:(?:{_UP_TO_99}|a) hundred(?: and {_UP_TO_99})?|a(?= (?:thousand|million|billion|grand|lakh|crore)\b)"
    rf"|(?:a |three )?quarters?(?: of)? an?(?= {_WHOLES})|a couple(?: of)?"
    rf"|{_UP_TO_99}(?: and a half)?|half an?"
    r"|(?:(?<!first )(?<!second )half|a half)(?=[- ](?:year|month|week|day|hour)\b))\b"
)


def number(words: str) -> Decimal | None:
    """Return the value of a number in digits or words ("80,000", "一百零五万", "半", "twenty-five"); None for none."""
    plain = re.sub(r"[,\s]", "", words.translate(_PLAIN))
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", plain):
        return Decimal(plain) if len(plain) <= _LONGEST else None
    if words[:1].isascii():
        return _english(words.lower())
    return Decimal("0.5") if plain == "半" else _chinese(plain.translate(_FORMAL))


def _english(words: str) -> Decimal | None:
    """Read "twenty-five", "two hundred and ten", "one and a half", "half a"."""
    if words in ("half a", "half an", "a half", "half"):
        return Decimal("0.5")
    if "quarter" in words:
        return Decimal("0.75") if words.startswith("three") else Decimal("0.25")
    if "couple" in words:
        return Decimal(2)
    total = Decimal(0)
    for word in re.split(r"[-\s]+", words.replace(" and a half", " half")):
        if word == "hundred":
            total *= 100
        elif word == "half":
            total += Decimal("0.5")
        elif word in ("a", "an"):
            total += 1
        elif word in _ONES or word in _TENS:
            total += _ONES.get(word, _TENS.get(word, 0))
        elif word != "and":
            return None
    return total


def _chinese(words: str) -> Decimal | None:
    """Read 一百二十, 一百零五万, 二〇二四; in 两万五 the last digit counts tenths of the scale before it."""
    if not words or len(words) > _LONGEST:
        return None
    total, section, last = 0, 0, 1
    digit: int | None = None
    for c in words:
        if c in _DIGITS:
            digit = (digit or 0) * 10 + _DIGITS[c]
        elif c in _UNITS:
            section += (1 if digit is None else digit) * _UNITS[c]
            digit, last = None, _UNITS[c]
        elif c in _SCALES:
            section += digit or (0 if total or section else 1)
            total = (total + section) * _SCALES[c] if c == "亿" else total + section * _SCALES[c]
            section, digit, last = 0, None, _SCALES[c]
        else:
            return None
    spoken = last >= 100 and len(words) > 1 and words[-2] not in _DIGITS
    return Decimal(total + section + (digit or 0) * (last // 10 if spoken else 1))


def scaled(value: Decimal, scales: str) -> Decimal:
    """Multiply a value by the words of scale behind it: 万, 百万, k, million."""
    for scale in re.findall(r"[十百千万亿]|[a-z]+", scales.lower()):
        value *= SCALES[scale]
    return value


_TWO = re.compile(
    "(?P<tens>[一二三四五六七八九]?十)?(?P<low>[一二两三四五六七八九])(?P<high>[一二两三四五六七八九])(?P<scale>[十百千万亿]*)"
)


def few(words: str) -> tuple[Decimal, Decimal] | None:
    """Return the ends of "两三", "三五千" and "十七八": two digits side by side are a span, not a number; so is 几."""
    if words == "几":
        return Decimal(1), Decimal(10)
    found = _TWO.fullmatch(words)
    if not found or _DIGITS[found["low"]] >= _DIGITS[found["high"]]:
        return None
    tens = number(found["tens"]) or 0 if found["tens"] else 0
    low, high = (scaled(tens + Decimal(_DIGITS[found[end]]), found["scale"]) for end in ("low", "high"))
    return low, high


def place(value: Decimal) -> Decimal:
    """Return the place of a number's last digit that isn't nought: ten for 120, a thousand for 35,000."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(10) ** int(exponent) if value else Decimal(1)


def ordinal(text: str) -> int:
    """Return the whole number that a clause bears ("二十一", "２1"); raises ValueError where it bears none."""
    value = None if text[:1].isascii() and not text[:1].isdigit() else number(text)
    if value is None or value != int(value):
        raise ValueError(f"{text!r} numbers nothing")
    return int(value)


def plain(text: str) -> str:
    """Return a clause number's plain form: digits where it is a number, lower case where it is a letter."""
    if text.lower() in FIRST_TWENTY:
        return str(FIRST_TWENTY.index(text.lower()) + 1)
    try:
        return str(ordinal(text))
    except ValueError:
        return text.lower()
