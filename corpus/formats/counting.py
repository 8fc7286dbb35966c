"""Numbers as lists print them: 3, iii, c, 三, ③."""

from corpus.formats.characters import names
from corpus.quantities.numbers import STEMS

_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CHINESE = names(
    "chineseCounting chineseCountingThousand japaneseCounting taiwaneseCounting taiwaneseCountingThousand "
    "koreanCounting chineselegalsimplified"
)


def chinese(number: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """12 as 十二, 105 as 一百零五; past 9999 digit by digit."""
    if not 0 < number < 10_000:
        return "".join(digits[int(digit)] for digit in str(number))
    said, gap = "", False
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit:
            said += ("零" if gap else "") + digits[digit] + (units[place - 1] if place else "")
        gap = bool(said) and not digit
    return said[1:] if 10 <= number < 20 and digits == _DIGITS else said


def roman(number: int) -> str:
    """4 as iv; Word stops at 32,767 and so do we."""
    said = ""
    for value, letters in _ROMAN:
        said += letters * (number // value)
        number %= value
    return said


def letter(number: int) -> str:
    """3 as c, 27 as aa, 28 as bb: the letter repeats, as Word has it."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def ordinal(number: int) -> str:
    """2 as 2nd."""
    last = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"


def counted(number: int, style: str) -> str:
    """A number in one of Word's styles of counting; a style unknown here prints digits."""
    if style in ("none", "bullet"):
        return ""
    if not 0 < number <= 32_767:
        return str(number)
    return _worded(number, style) or _lettered(number, style) or str(number)


def _worded(number: int, style: str) -> str:
    if style in _CHINESE:
        return chinese(number)
    match style:
        case "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital":
            return "".join(_DIGITS[int(digit)] for digit in str(number))
        case "chineseLegalSimplified" | "ideographLegalTraditional" | "japaneseLegal":
            return chinese(number, _FORMAL, "拾佰仟")
        case "ideographTraditional":
            return STEMS[number - 1] if number <= len(STEMS) else str(number)
        case "ideographZodiac":
            return _BRANCHES[number - 1] if number <= len(_BRANCHES) else str(number)
    return ""


def _lettered(number: int, style: str) -> str:
    match style:
        case "lowerLetter":
            return letter(number)
        case "upperLetter":
            return letter(number).upper()
        case "lowerRoman":
            return roman(number)
        case "upperRoman":
            return roman(number).upper()
        case "decimalZero":
            return f"{number:02}"
        case "ordinal":
            return ordinal(number)
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" | "ideographEnclosedCircle":
            return _CIRCLED[number - 1] if number <= len(_CIRCLED) else str(number)
        case "decimalFullWidth" | "decimalFullWidth2":
            return "".join(chr(ord("０") + int(digit)) for digit in str(number))
        case "decimalEnclosedFullstop":
            return f"{number}."
        case "decimalEnclosedParen":
            return f"({number})"
    return ""
