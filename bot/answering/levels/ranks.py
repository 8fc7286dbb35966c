"""The ranks that words name: grade 6, Grades P-1 to P-4, above step VIII, band 8 and above; 三级 beside Ⅲ级 and 3级."""

import re
from typing import NamedTuple

_NAME = r"(?:grade|band|level|tier|scale point|spine point|category|class|stage|year|rank)s?"
_CODE = r"(?:[A-Z]{1,2}-?)?\d{1,2}"
_ROMAN = r"[IVX]{1,5}"
_RANK = re.compile(
    rf"\b(?:(?P<from>[Uu]p to|[Aa]bove|[Oo]ver|[Bb]eyond|[Bb]elow|[Uu]nder|[Ff]rom) (?:the )?)?"
    rf"(?:(?i:{_NAME})\s(?P<first>{_CODE}|{_ROMAN})|(?i:steps?)\s(?P<step>{_ROMAN}))\b"
    rf"(?:\s?(?:to|-|–|and)\s?(?:(?i:{_NAME}|steps?)\s)?(?P<last>{_CODE}|{_ROMAN})\b)?"
    r"(?:\s(?:and|or)\s(?P<side>above|over|higher|upwards|below|under|lower)\b)?"
)
# 三级, Ⅲ级, III级, 3级: one grade in any digits; 二级以上 is no single one, 上一级 and 三级审核 are none
_DIGITS = {one: n for row in ("一二三四五六", "ⅠⅡⅢⅣⅤⅥ", "123456") for n, one in enumerate(row, 1)}
_GRADE = re.compile(
    r"(?<![上下各逐每第几分本同十0-9A-Za-z一二三四五六七八九、至到-])(?P<grade>[一二三四五六ⅠⅡⅢⅣⅤⅥ1-6]|I{1,3}|IV|V)级"
    r"(?![及或]?以[上下]|[、至到和或-]|[别审核管网联签部单教把公法甲乙])"
)
# what a question may call a rank by alone: a P3 vacancy
_BARE = re.compile(r"(?<![\w-])(?P<first>[A-Z]{1,2}-?\d{1,2})(?![\w-])")
_HIGHEST = 99
_ROMANS = {"I": 1, "V": 5, "X": 10}
_DOWN, _UP = ("up to", "below", "under"), ("above", "over", "beyond", "from")

# 首次延期, and whoever asks to put it off again: 已经延过一次了
_FIRST_TIME = re.compile("首次|初次|第一次|头一[次回]")
_AGAIN = re.compile("再次(?!申[请报])|第[二2]次|二次(?=延|违|逾)|又一次|已经?[^，。；]{1,6}过[了一1]?次?了?")


class Rank(NamedTuple):
    """The ranks from one to another, both included; `series` are the letters before their numbers."""

    series: str
    first: int
    last: int

    def meets(self, other: "Rank") -> bool:
        """Tell whether two spans of ranks have one in common."""
        alike = self.series == other.series or not self.series or not other.series
        return alike and self.first <= other.last and other.first <= self.last


def ranks(words: str, bare: bool = False) -> list[Rank]:
    """Return the ranks that words name; `bare` takes a code alone for one: P3."""
    found = [_rank(one) for one in _RANK.finditer(words)]
    found += [Rank("级", n, n) for one in _GRADE.finditer(words) for n in [_grade(one["grade"])]]
    found += [Rank("次", 1, 1)] * bool(_FIRST_TIME.search(words)) + [Rank("次", 2, _HIGHEST)] * bool(
        _AGAIN.search(words)
    )
    return found or (
        [Rank(*_number(one["first"]), _number(one["first"])[1]) for one in _BARE.finditer(words)] if bare else []
    )


def _rank(found: re.Match[str]) -> Rank:
    series, first = _number(found["first"] or found["step"])
    last = _number(found["last"])[1] if found["last"] else first
    opens, side = (found["from"] or "").lower(), (found["side"] or "").lower()
    if side in ("above", "over", "higher", "upwards"):
        return Rank(series, first, _HIGHEST)
    if side or (opens in _DOWN and not found["last"]):
        return Rank(series, 0, first if side or opens == "up to" else first - 1)
    if opens in _UP and not found["last"]:
        return Rank(series, first if opens == "from" else first + 1, _HIGHEST)
    return Rank(series, first, last)


def _grade(digits: str) -> int:
    return _DIGITS.get(digits) or _number(digits)[1]


def _number(code: str) -> tuple[str, int]:
    """Return the letters of a rank's code and its number: P-4, 12, VIII."""
    if code[-1].isdigit():
        letters = re.match("[A-Z]*", code)
        return (letters[0] if letters else ""), int(re.sub(r"\D", "", code))
    values = [_ROMANS[letter] for letter in code]
    return "", sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))
