"""Who a cell of a Chinese table names beside a case or a sum: 50万以下科研处处长，50万以上分管副院长; 对外承诺类由校长批."""

import re

from corpus.passages import chinese
from corpus.quantities import ranges
from corpus.rules.named import named

# an actor, and the case or the sum for which the cell names him
Named = tuple[str, str]

_PARTS = re.compile(r"[；;，,。\n]")
_DOES = "(?:审批|批准|审定|核准|决定|签字|签署|签发|签批|拍板|[批签定准])?"
_OF = re.compile(f"(?:的|：|:|——)*(?:再|还要?|另)?(?:由|报|归)?(?P<who>[^由：:]{{2,16}}?){_DOES}")
_BY = re.compile(f"(?P<case>[^由：:]{{2,16}})由(?P<who>[^由：:]{{2,16}}?){_DOES}")
# 副馆长（500册以下）: the amount stands in brackets behind the name
_HELD = re.compile(
    "(?P<who>[^（）]{2,16})（(?P<case>(?:不足|不满|超过|达到|满)?[0-9一二三四五六七八九十百千万.]+[一-鿿]{0,3}(?:及?以[上下内外]|至[^（）]{1,8})?)）"
)
# 审核后由馆长批, 一律由馆长批: how it comes to him is no case
_NO_CASE = re.compile("后$|前$|先$|再$|经|并|也|均|一律|统一|一般|最[终后]|审[核查]|会签|同意|[原则]上$|其中$|应|须")


def cases(words: str) -> list[Named]:
    """Return those whom the parts of a Chinese cell name, each with its case; nothing where a part says more than that.

    A cell that names nobody for a case gives nothing either: what it says is read elsewhere.
    """
    parts = [part.strip() for part in _PARTS.split(words) if part.strip()] if chinese(words) else []
    read = [_part(part) for part in parts]
    found = [one for part in read for one in part]
    return found if all(read) and any(case for _, case in found) else []


def _part(words: str) -> list[Named]:
    """Return whom one part of a cell names, and for which case or sum."""
    bounds = [one for one in ranges(words) if one.low != one.high]
    if len(bounds) == 1 and bounds[0].start == 0:
        of = _OF.fullmatch(words, bounds[0].end)
        return _each(of["who"], words[: bounds[0].end]) if of else []
    if (held := _HELD.fullmatch(words)) and _each(held["who"], ""):
        return _each(held["who"], held["case"])
    if bounds:
        return []
    by = _BY.fullmatch(words)
    if by and not named(by["case"]) and not _NO_CASE.search(by["case"]):
        return _each(by["who"], by["case"].removesuffix("的"))
    return _each(words, "")


def _each(names: str, case: str) -> list[Named]:
    return [(names[start:end], case) for start, end in named(names)]
