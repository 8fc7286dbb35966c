"""That a document is over, as somebody stamped on it: 【本件已于…废止】, "SUPERSEDED by …", （已废止） in its title."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from corpus.models import Facts
from corpus.sentences import Sentence
from corpus.validity.dates import DAY_EN, DAY_ZH, day
from corpus.validity.said.masthead import pieces
from corpus.validity.said.own import SELF_ZH

_SELF = rf"(?:{SELF_ZH.pattern}|[本此该](?:件|文|稿|版|文本))"
_BARE_ZH = "(?:废止|失效|作废|停用|停止(?:执行|使用|施行|适用))"
_LED = r"(?:[^：:，。；]{0,12}[：:]\s*)?"
_STAMP_ZH = re.compile(
    rf"^{_LED}{_SELF}[^，。；]{{0,30}}?(?:已|业已|现已|早已)[^，。；]{{0,50}}?(?:{_BARE_ZH}|不再(?:执行|施行|适用|使用|有效)|取代|替代|代替)"
    rf"|^{_LED}(?:已|业已|现已)?{_BARE_ZH}(?=$|[，,。；;]|\s*(?:自|从|于)?\s*{DAY_ZH})"
    # 2025年9月1日起由《采购管理办法》取代
    rf"|(?:^|[：:，,。；;]\s*)(?:自|从)?\s*(?P<since>{DAY_ZH})\s*(?:之日)?起[，,]?\s*(?:已|改)?(?:由|被|为)[^，。；]{{0,12}}《[^》]+》[^，。；]{{0,20}}?(?:取代|替代|代替|接替)"
    # 已由《报销办法》自2025年2月1日起废止
    rf"|^{_LED}(?:{_SELF})?(?:已|业已|现已|早已|现)(?:由|被|为)[^，。；]{{0,12}}《[^》]+》[^，。；]{{0,30}}?(?:{_BARE_ZH}|取代|替代|代替|接替)"
)
_GONE = r"(?:superseded|replaced|withdrawn|repealed|revoked|rescinded|cancelled|obsolete|no longer (?:in force|valid|in use|current))"
_THEN = rf"(?=\s*(?:$|[,.;:!–—-]|(?:by|on|from|since|with effect|effective|as of|and|in)\b|{DAY_EN}))"
_STAMP_EN = re.compile(
    rf"^(?:(?:stamp(?:ed)?|note|status|archiv\w+(?: note)?|notice)\s*[:–—-]\s*)?(?:now\s+)?{_GONE}{_THEN}"
    rf"|^th(?:is|ese)\s[\w\s-]{{0,40}}?\b(?:(?:has|have)\s+(?:now\s+|since\s+)?been|was|were|(?:is|are)\s+now|(?:is|are)(?=\s+no longer))\s+{_GONE}{_THEN}",
    re.I,
)
_NAMED = re.compile(
    rf"(?:已|[（(【\[_-](?:[^（(【）)】]{{0,12}}[，,、；;])?){_BARE_ZH}(?:\s*[）)】\]_-]|$)"
    rf"|[(\[]\s*(?i:now\s+)?(?i:{_GONE})(?=\s*[)\],;]|\s+(?:by|on|from|since|in|\d)|\s+{DAY_EN})|[-–—:_]\s*(?i:superseded|obsolete)$"
    r"|^(?i:superseded|obsolete|withdrawn|repealed)\s*[-–—:]|(?:^|[_\s.-])(?:SUPERSEDED|OBSOLETE|WITHDRAWN|REPEALED|REVOKED|RESCINDED)(?:$|[_\s.-])"
)
_ON = re.compile(rf"\b(?:on|from|since|as of|effective)\s+({DAY_EN})", re.I)
_ANY_DAY = re.compile(f"{DAY_ZH}|{DAY_EN}", re.I)


def stamped(said: Sequence[Sentence], facts: Facts, path: str) -> tuple[date | None, bool]:
    """Return the first day on which a document is over by its stamps, and whether it is so from a day nobody names."""
    found = [*_stamps(said), *(name for name in _names(facts, path) if _NAMED.search(name))]
    days = [when for words in found if (when := _day(words))]
    return (days[0] if days else None), bool(found) and not days


def _stamps(said: Sequence[Sentence]) -> Iterator[str]:
    for one in said:
        for piece in pieces(one.heard) if one.opening else ():
            stamp = _STAMP_ZH.search(piece) or _STAMP_EN.search(piece)
            if stamp:
                yield piece


def _names(facts: Facts, path: str) -> list[str]:
    """Return the title and the file's name, without what follows the last dot."""
    return [facts.title.strip(), re.sub(r"\.\w{2,5}$", "", path.rpartition("/")[2])]


def _day(words: str) -> date | None:
    """Return the day that a stamp bears: the one that is said to be it, else the last that is printed."""
    said, since = _ON.search(words), _STAMP_ZH.search(words)
    if since and since["since"]:
        return day(since["since"])
    printed = [said[1]] if said else [found[0] for found in _ANY_DAY.finditer(words)]
    return day(printed[-1]) if printed else None
