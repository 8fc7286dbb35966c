"""The two ends of one range, of which one may leave its unit or its scale to the other: 3-5万元, £1-2m."""

import re
from decimal import Decimal

from corpus.quantities.bounds import BEFORE, INCLUSION
from corpus.quantities.figures import TO, Figure, figures
from corpus.quantities.numbers import scaled

# the two ends of one range: A至B, between A and B, more than A and up to B
_JOINT = re.compile(rf"\s?{TO}\s?", re.IGNORECASE)
_AND = re.compile(r"\s?(?:and|和|与|、)\s?", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:\bbetween\s{1,3}(?:the\s)?|介于|在)$", re.IGNORECASE)
# 1000（含）至5000, 1000至不足5000
_MARKED = re.compile(INCLUSION + rf"\s?{TO}\s?(?:{BEFORE})?\s?", re.IGNORECASE)
_BOUND = re.compile(rf"(?:{BEFORE})\s?$", re.IGNORECASE)
_AND_BOUND = re.compile(rf"[,，、]?\s?(?:and|but|且|但|并)?\s?(?:{BEFORE})\s?", re.IGNORECASE)
_LEADING = re.compile("[￥¥£$€₹]|US|HK|Rs", re.IGNORECASE)


def ends(text: str, left: int, between: str, right: int) -> bool:
    """Tell whether amounts at `left` and before `right` are the ends of one range, by the words between them."""
    if _JOINT.fullmatch(between):
        return True
    opened = _BETWEEN.search(text[max(0, left - 12) : left]) or text.startswith("之间", right)
    return bool(opened and _AND.fullmatch(between))


def _shares(text: str, left: Figure, right: Figure) -> bool:
    """Tell whether two numbers may have one unit: 2至5天, more than three and up to twenty days."""
    between = text[left.end : right.start]
    if len(between) > 40:
        return False
    bounded = _BOUND.search(text[max(0, left.start - 40) : left.start]) and _AND_BOUND.fullmatch(between)
    return bool(bounded or _MARKED.fullmatch(between) or ends(text, left.start, between, right.end))


def completed(text: str) -> list[Figure]:
    """Return the numbers of a text; a bare one has the unit, and a smaller one the scale, of its range's other end."""
    whole = figures(text)
    for n in range(len(whole) - 2, -1, -1):
        left, right = whole[n], whole[n + 1]
        if (not left.unit or not right.unit) and _shares(text, left, right):
            whole[n] = _left_of(left, right)
            if ends(text, left.start, text[left.end : right.start], right.end):
                whole[n + 1] = _right_of(left, right)
    return whole


def _left_of(left: Figure, right: Figure) -> Figure:
    """Read 3 in "3-5万元" as it is meant: three of what five are."""
    unit = {"unit": left.unit or right.unit, "at": left.at if left.unit else right.at}
    before = left.before if left.unit or left.before else right.before
    times = scaled(Decimal(1), right.scale)
    lift = (
        times if right.scale and not left.scale and not left.unit and left.value < right.value / times else Decimal(1)
    )
    until = None if left.until is None else left.until * lift
    scale = left.scale if lift == 1 else right.scale
    return left.model_copy(
        update={**unit, "before": before, "value": left.value * lift, "scale": scale, "until": until}
    )


def _right_of(left: Figure, right: Figure) -> Figure:
    """Read 2,000 in "from £500 to 2,000" as pounds: a sign of currency stands only before the first."""
    bare = not right.unit and not right.before and _LEADING.match(left.before)
    return right.model_copy(update={"before": left.before}) if bare else right
