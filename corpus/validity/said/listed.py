"""What a list ends: 决定废止下列文件：1. 《X》…, "The following policies are withdrawn: …", 一、废止的文件, a table of them."""

import re
from collections.abc import Iterator, Sequence

from corpus.effects import Repeal
from corpus.models import Clause, Facts
from corpus.sentences import Sentence
from corpus.validity.dates import DAY_EN, DAY_ZH, day
from corpus.validity.said.own import SELF_ZH
from corpus.validity.said.repealing import SINCE, TITLE, named, of_object

_END_ZH = r"(?:废止|失效|作废|停止(?:执行|施行|使用)|终止执行|不再(?:执行|施行|适用|有效))"
_FILES_ZH = r"(?:文件|制度|规定|办法|规章|规则|细则|条例|通知|目录|清单)"
_LEAD_ZH = re.compile(
    rf"(?:下列|以下|如下|下述|附[件表]|目录)[^。；]{{0,40}}{_END_ZH}|{_END_ZH}[^。；《]{{0,12}}(?:下列|以下|如下|下述)"
)
_HEAD_ZH = re.compile(
    rf"^(?:(?:决定|予以|宣布|拟|全文|同时)*{_END_ZH}(?:和|、|或者?|及)?)+的?[^，。；《》]{{0,12}}?{_FILES_ZH}?(?:[（(][^）)]*[）)])?$"
)
_KEPT_ZH = re.compile(r"修改|修订|修正|继续有效|保留|暂予|整合|合并")
_ITEM_ZH = re.compile(
    rf"^[^《，。；：:]{{0,24}}《(?:[^《》]|《[^》]*》)+》(?:的(?:通知|公告|决定|意见))?\s*(?:[（(][^）)]*[）)])?"
    rf"(?:[，,]?\s*(?:自|从|于)\s*{DAY_ZH}\s*(?:之日)?起?)?\s*(?:予以|同时)?{_END_ZH}?$"
)
_GONE_EN = r"(?:withdrawn|revoked|repealed|rescinded|superseded|cancelled|abolished|discontinued)"
_LEAD_EN = re.compile(
    rf"\bfollowing\b[^.:;]{{0,80}}?\b(?:is|are|be|stands?)\s+(?:hereby\s+|now\s+|also\s+)*(?:{_GONE_EN}|replaced)\b"
    r"|\bfollowing\b[^.:;]{0,80}?\b(?:ceases?|shall cease|will cease) to (?:have effect|apply|be in force)\b"
    r"|\b(?:revok|withdraw|repeal|rescind|cancel|supersed|replac)(?:es?|s|ing)?\s+(?:all\s+)?(?:of\s+)?the following\b",
    re.I,
)
_REPEALING_EN = re.compile(
    r"\b(?:revocation|revoking|withdrawals?|withdrawing|repeals?|repealing|rescission|cancellations?)\b", re.I
)
_ITEM_EN = re.compile(
    rf"^[-–—•*.)\s]*(?P<title>(?-i:[A-Z“\"])[^:;.]{{3,90}}?)(?:,?\s*(?:\(?(?:adopted|approved|issued|dated|made|agreed)\b[^)]*\)?))?"
    rf"(?:[,–—-]*\s*\(?(?:with effect )?(?:from|on|as of)\s+(?P<day>{DAY_EN})\)?)?$",
    re.I,
)
_VERB_EN = re.compile(r"\b(?:is|are|was|were|shall|must|may|will|has|have|resolved|applies|takes?|comes?)\b", re.I)


def listed(said: Sequence[Sentence], clauses: Sequence[Clause], text: str, facts: Facts) -> Iterator[Repeal]:
    """Yield what stands in the lists and tables of a document under words that end it."""
    yield from _chinese(said, facts)
    yield from _english(said, facts)
    if re.search(_END_ZH, facts.title) and not _KEPT_ZH.search(facts.title):
        rows = (text[c.start : c.end] for c in clauses if c.level == "row")
        yield from (one for row in rows if not _KEPT_ZH.search(row) for one in _titles(row, ""))


def _chinese(said: Sequence[Sentence], facts: Facts) -> Iterator[Repeal]:
    ending, since = False, ""
    there_to = bool(re.search(_END_ZH, facts.title))
    for one in said:
        words = re.sub(r"^[.．、)）\s]+", "", one.heard.strip(" *_　"))
        lead, _, first = words.partition("：")
        if (there_to or one.opening or one.closing) and (_LEAD_ZH.search(lead) or _HEAD_ZH.match(lead.strip())):
            ending, found = not _KEPT_ZH.search(lead), SINCE.search(lead)
            since = found["day"] if found else since
            words = re.sub(r"^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)]?[.．、]?)\s*", "", first)
        elif SELF_ZH.match(words) or ("《" not in words and _KEPT_ZH.search(words)):
            ending = False
        if ending and _ITEM_ZH.match(words.strip()):
            yield from _titles(words, since)


def _titles(words: str, since: str) -> Iterator[Repeal]:
    found = SINCE.search(words.rpartition("》")[2])
    ends = day(found["day"] if found else since) if found or since else None
    yield from (named(title, ends) for title in TITLE.finditer(words))


def _english(said: Sequence[Sentence], facts: Facts) -> Iterator[Repeal]:
    ending, since = False, ""
    there_to = bool(_REPEALING_EN.search(facts.title))
    for one in said:
        words = " ".join(one.heard.split()).strip(" *_.")
        if not words:
            continue
        lead = _LEAD_EN.search(words) if there_to or one.opening or one.closing else None
        if lead:
            found = re.search(rf"\b(?:from|on|as of)\s+({DAY_EN})", words[lead.end() :])
            ending, since = True, found[1] if found else ""
            continue
        item = _ITEM_EN.match(words) if ending and not _VERB_EN.search(words) else None
        item = item if item and _titled(item["title"]) else None
        ending = item is not None
        if item:
            yield of_object(item["title"], item["day"] or since)


def _titled(words: str) -> bool:
    """Tell whether each longer word of some English words is a capital's, as in a title."""
    return all(word[0].isupper() or word[0].isdigit() for word in re.findall(r"[^\W_]{5,}", words))
