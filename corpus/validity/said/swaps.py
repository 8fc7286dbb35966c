"""Which words of a clause give way to which: for “£500” read “£1,000”, 由5000元提高到8000元."""

import re

from corpus.validity.said.changing import TURNED_ZH

_SUM = r"(?:(?:RMB|[¥￥£$€])\s?)?\d[\d.,]*(?:\s?(?:%|％|percent\b|per cent\b|(?:working |calendar )?(?:days?|weeks?|months?|hours?|years?)\b))?"
_SUM_ZH = r"[0-9０-９一二三四五六七八九十百千万两.,，]*[0-9０-９一二三四五六七八九十百千万两](?:个)?(?:万元|元|万|工作日|日|天|小时|个?月|年|%|％|人|次)?"
_WORDS = rf"(?:[“\"](?P<{{0}}>[^”\"\n]{{{{1,80}}}})[”\"]|(?P<{{0}}_sum>{_SUM.replace('{', '{{').replace('}', '}}')}))"
_WAS, _NOW = _WORDS.format("was"), _WORDS.format("now")
_ANY = r"[^.;\n]{0,60}?"
_TURNED = r"(?:replaced|substituted|changed|amended|raised|increased|reduced|lowered|altered)"
_ENGLISH = (
    re.compile(rf"\b(?:for|replac(?:e|ing)|delet(?:e|ing)|omit(?:ting)?)\s+(?:the (?:words?|figures?|sum|amount)(?: of)?\s+)?{_WAS}{_ANY}\b(?:read|put|substitut(?:ed?|ing)|insert(?:ed|ing)?|with|by)\s*:?\s*{_NOW}", re.I),
    re.compile(r"\breferences? to (?:the )?(?P<was>[A-Z][\w’' -]{1,60}?) (?:is|are|be|shall be) (?:replaced|changed|substituted)\b[^.;]{0,30}?\b(?:by|with|to) (?:references? to )?(?:the )?(?P<now>[A-Z][\w’' -]{1,60}?)(?=[\s.,;]*$)", re.I),
    re.compile(rf"\bsubstitute\s+{_NOW}\s+for\s+{_WAS}", re.I),
    re.compile(rf"\bfrom\s+{_WAS}\s+to\s+{_NOW}", re.I),
    re.compile(rf"{_WAS}{_ANY}\b{_TURNED}\b{_ANY}\b(?:by|with|to)\s+{_NOW}", re.I),
    re.compile(r"\b(?:delete|omit|remove)\s+(?:the words?\s+)?[“\"](?P<was>[^”\"\n]{1,80})[”\"](?P<now>)(?!\s*(?:and|,)?\s*(?:substitute|insert|put|replace))", re.I),
    re.compile(r"[“\"](?P<was>[^”\"\n]{1,80})[”\"](?P<now>)\s+(?:is|are|be|shall be)\s+(?:hereby\s+)?(?:deleted|omitted|removed|struck out)", re.I),
    re.compile(rf"{_WAS}\s+(?:(?:shall|should|is to|will)\s+(?:now\s+)?(?:be|read|become)|becomes?)\s+{_NOW}", re.I),
)  # fmt: skip
_TO_ZH = f"(?:统一)?{TURNED_ZH}"
_NO_MORE = "(?:不超过|不少于|不低于|至少|最[多长少低])?"
_UNITS_ZH = "(?:万元|元|工作日|[日天年次人%％]|小时|个?月)"
_CHINESE = (
    re.compile(rf"“(?P<was>[^”\n]{{1,80}})”[，,]?{_TO_ZH}[：:]?“(?P<now>[^”\n]{{1,80}})”"),
    re.compile(r"“(?P<was>[^”\n]{1,80})”(?:一词|字样|等字)?(?:予以)?(?P<now>)(?:删去|删除)"),
    re.compile(r"(?:删去|删除)(?:其中的?)?“(?P<was>[^”\n]{1,80})”(?P<now>)"),
    re.compile(r"“(?P<was>[^”\n]{1,80})”之?(?P<how>[前后])(?:增加|增补|插入)“(?P<now>[^”\n]{1,80})”"),
    re.compile(rf"[由从]“?{_NO_MORE}(?P<was>{_SUM_ZH})”?{_TO_ZH}“?{_NO_MORE}(?P<now>{_SUM_ZH})”?"),
    re.compile(rf"(?P<was>[0-9０-９一二三四五六七八九十百千万两.,，]+{_UNITS_ZH}){_TO_ZH}(?P<now>{_SUM_ZH})"),
)


def swaps(words: str) -> list[tuple[str, str]]:
    """Return each pair of words that go and of those that come in their place, in the order of a sentence."""
    patterns = _CHINESE if re.search("[一-鿿]", words) else _ENGLISH
    pairs: list[tuple[int, int, tuple[str, str]]] = []
    for found in (found for pattern in patterns for found in pattern.finditer(words)):
        if not any(found.start() < end and start < found.end() for start, end, _ in pairs):
            pairs.append((found.start(), found.end(), (_of(found, "was"), _of(found, "now"))))
    return [pair for *_, pair in sorted(pairs)]


def _of(found: re.Match[str], side: str) -> str:
    groups = found.groupdict()
    if side == "now" and groups.get("how"):  # what is added before or after some words comes with them
        return groups["was"] + groups["now"] if groups["how"] == "后" else groups["now"] + groups["was"]
    return (groups[side] or groups.get(f"{side}_sum") or "").strip().rstrip(",.")
