"""Numbers that open nothing where a mark could stand: clauses that are only referred to, and amounts."""

import re

from corpus.quantities.numbers import CJK_DIGITS, DIGITS

# Longer runs of digits are not numbers of clauses.
CJK_NUMBER = rf"[{CJK_DIGITS}]{{1,9}}"
NUMBER = rf"(?:{CJK_NUMBER}|[{DIGITS}]{{1,6}})"
# What follows 第五条 when it is named, not opened: 第五条规定的…, 第五条、第六条…, 第五条第二款.
_NAMED = (
    rf"第{NUMBER}(?:之一)?[款项目条]|[、，,]|[和或与至及到]\s*第|的|中的|所列|所称|[—–~-]\s*第|[款项](?![目式待])|”|》"
)
_REFERENCE = re.compile(
    rf"(?:{_NAMED}|之?规定|[（(]{NUMBER}[）)]\s*(?:[项款目、至和或及]|规定|所列|的))|第{NUMBER}[编章节]"
)
# With a space between them the words may as well be the article's own: 第六条 规定本市事项的法规，…
_SPACED_REFERENCE = re.compile(
    rf"\s+(?:第{NUMBER}[款项]|[、，,]|[和或与至及到]\s*第|的|之?规定的|[款项](?:规定|的|、))"
)
# 1.5万元, 3.2% are amounts, not clause 1.5; of 2.1年度 and 2.1年以上 only the second is one
_AMOUNT = re.compile(
    r"\s*(?:[万亿]?元(?![旦件素])|[万亿%％‰℃]|(?:kg|km|m2|cm|mm|percent|million|billion|per cent|times)\b)"
)
_GLUED_AMOUNT = re.compile(
    r"(?:[倍米吨克折年月日天周人个名分级]|小时|公里|公斤|个月|分钟)(?:[以之]?[上下内外前后]|左右|[，,。；;、）)至到~的]|$)"
)
_BARE_UNIT = re.compile(
    r"\s*(?:[万亿元%％‰倍米吨克折天周名]|年(?![度终休报审鉴])|月(?![度报考])|日(?![常志程])|人(?![事员力才口])|个(?![人别体])|分(?![工类级管配析期摊])|小时|公里|(?:kg|km|percent|million|per cent|times)\b)"
)
_EN_REFERENCE = re.compile(r"\s*(?:\([a-z0-9]{1,4}\))*\s*,?\s*(?:(?:and|or|to)\s+[0-9(]|(?:appl(?:y|ies)|above|below|of)\b)|\([a-z0-9]{1,4}\)\s*(?:,|;|which\b|is\b|of\b|has\b)")  # fmt: skip


def referred(rest: str) -> bool:
    """Tell whether what stands behind 第五条 shows that it is only named."""
    return bool((_SPACED_REFERENCE if rest[:1].isspace() else _REFERENCE).match(rest))


def decimal(rest: str, spaced: bool) -> bool:
    """Tell whether what stands behind 1.5 shows that it is an amount or is only referred to."""
    glued = not spaced and (_GLUED_AMOUNT.match(rest) or rest[0] in "—–-")
    return bool(_AMOUNT.match(rest) or _EN_REFERENCE.match(rest) or glued)


def amount_of(rest: str) -> bool:
    """Tell whether a unit stands behind a bare number: 3 元, 5 kg."""
    return bool(_BARE_UNIT.match(rest))
