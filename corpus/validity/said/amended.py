"""Which documents a document is there to amend, by its title and its opening."""

import re
from collections.abc import Iterator, Sequence

from corpus.models import Facts
from corpus.sentences import Sentence
from corpus.validity.naming import version

_AMENDING_ZH = re.compile(
    r"(?:作|做|作出|进行)(?:了)?(?:如下|以下|部分|相应)?(?:修改|修订|调整|补充|修正)|修正案|(?:修改|修订|修正|调整|补充)如下|(?:关于|予以)[^，。]{0,4}(?:修改|修订|修正|调整)"
)
_AMENDING_EN = re.compile(
    r"\bamend(?:s|ed|ment|ments|ing)?\b|\bchange notice\b|\bbe changed as\b|\bvariation\b|\bcorrigend|\b(?:following )?changes? (?:are |is )?(?:made )?to the\b"
    r"|\b(?:is|are|be) (?:hereby )?(?:varied|modified|altered|revised|changed|updated)\b[^.;]{0,60}\bas follows\b"
    r"|^(?:subject|re|concerning)\s*:\s*(?:(?:changes|revisions?|modifications?|updates?|alterations?) (?:to|of|in)|(?:changing|revising|modifying|updating|altering))\b",
    re.I,
)
_TITLE_ZH = re.compile(
    r"关于(?:修改|修订|修正|调整)(?P<title>[^《》〈〉]{3,40}?)(?:的|(?:有关|部分|个别)[^《》]{0,8}的)(?:决定|通知|意见|公告|决议|说明)$"
    r"|^(?:关于)?(?P<title2>[^《》〈〉]{3,40}?)[（(]?(?:第[一二三四五六七八九十\d]+号?)?修正案[)）]?$"
)
_TITLES_ZH = re.compile(r"[《〈](?P<title>(?:[^《》〈〉]|《[^》]*》|〈[^〉]*〉)+)[》〉](?P<version>[（(][^）)]*[）)])?")
_TITLE_EN = re.compile(
    r"\b(?:amend(?:ment|ments|ing)?|variations?|changes?|corrections?|corrigend\w*)\b.{0,20}?\b(?:to|of)\s+(?P<title>.+)$"
    r"|^(?P<title2>.+?)\s*[-–—:(]\s*(?:\w+\s+)?(?:amendments?|change notice)\b|^(?P<title3>.{4,}?)(?<!\bof)\s+amendments?(?:\s+(?:order|notice|resolution|no\.?))?(?:\s+\(?\d+\)?)?$",
    re.I,
)
_OPENING_EN = re.compile(
    r"\bamends?\s+(?P<title>the\s+[A-Z].+?)(?:\s+as follows|\s+with effect|\s+(?:from|on)\s|,|$)"
    r"|(?:^(?!.*\bthat\s)|\bthat\s+)(?P<title2>(?:[Tt]he\s+)?[A-Z].+?)\s+(?:is|are|be|shall be)\s+(?:hereby\s+)?(?:amended\b|(?:varied|modified|altered|revised|changed|updated)\b[^.;]{0,60}\bas follows\b)"
    r"|^(?:[Ss]ubject|SUBJECT|[Rr]e|RE|[Cc]oncerning)\s*:\s*(?:(?i:changes|revisions?|modifications?|updates?|alterations?) (?:to|of|in)|(?i:changing|revising|modifying|updating|altering))\s+(?P<title4>(?:the\s+)?[A-Z].+)"
    r"|\b(?:changes?|amendments?)\s+(?:(?:is|are)\s+)?(?:made\s+)?to\s+(?P<title3>the\s+[A-Z].+?)(?:\s+(?:from|on|with effect|as follows)\s|[,.:]|$)"
)
# Boat (Amending) Rules 2026 change the Boat Rules
_WITHIN_EN = re.compile(r"\s*\((?:amending|amendment|amendments|variation)(?: no\.? ?\d+)?\)", re.I)
# With the consent of the Council, Policy 3 is varied
_PREAMBLE = re.compile(r"^(?:with|by|under|pursuant|in|on|following|after|acting)\b[^,]*,\s*", re.I)
_FILE = re.compile(r"[\w./ -]*\w\.(?:md|docx?|pdf|txt|html?|xlsx?|csv)\b", re.I)


def amending(said: Sequence[Sentence], facts: Facts) -> bool:
    """Tell whether a document is there to amend others, by its title or its opening."""
    return tells(facts.title) or any(one.opening and tells(one.heard) for one in said)


def tells(words: str) -> bool:
    """Tell whether a title, or a sentence, says that something is amended."""
    return bool(_AMENDING_ZH.search(words) or _AMENDING_EN.search(words))


def amends(said: Sequence[Sentence], facts: Facts) -> Iterator[str]:
    """Yield the names of what the document is there to amend: a file's name first, then as its opening and title say."""
    told = [one.heard for one in said if one.opening and tells(one.heard)]
    if not told and not tells(facts.title):
        return
    yield from dict.fromkeys([
        *(found[0].strip() for words in told if _AMENDING_EN.search(words) for found in _FILE.finditer(words)),
        *(name for words in told for name in _changed(words)),
        *(name for words in told for name in _printed(words, _OPENING_EN)),
        *([_WITHIN_EN.sub("", facts.title)] if _WITHIN_EN.search(facts.title) else []),
        *_printed(facts.title, _TITLE_ZH if re.search("[一-鿿]", facts.title) else _TITLE_EN),
    ])  # fmt: skip


def _changed(words: str) -> list[str]:
    """Return the titles that a sentence says are changed, and not those on which the change rests: 根据《…》."""
    found = (
        title
        for title in _TITLES_ZH.finditer(words)
        if re.search("(?:对|将|修改|修订|修正|调整)$", words[: title.start()])
    )
    return [_with_version(title) for title in found]


def _with_version(found: re.Match[str]) -> str:
    """Return a title with the version after it, but not with what is only said of it: （以下简称…）."""
    printed = found["version"] or ""
    return found["title"] + (printed if version(printed) and "号" not in printed and "简称" not in printed else "")


def _printed(words: str, english: re.Pattern[str]) -> list[str]:
    """Return the titles in a sentence: those in 《》 with the version after them, else the English object."""
    titles = [_with_version(found) for found in _TITLES_ZH.finditer(words)]
    found = english.search(" ".join(words.split()))
    if titles or not found:
        return titles
    name = next((words for words in found.groupdict().values() if words), "")
    return [_FILE.sub("", _PREAMBLE.sub("", name)).replace("()", "").strip()]
