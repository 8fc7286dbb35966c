"""Clauses that only say what ends, rests or is amended, and the questions that ask just that.

They hold the words of the matter in the title of the document that ends, and say nothing of the matter.
"""

import re
from functools import lru_cache

from bot.answering.asked.question import Question
from corpus.models import Passage
from corpus.passages import chinese, sentences

_FEW = r"[\d一二三四五六七八九十]{1,3}"
_DAY = rf"(?:\d{{4}}|[一二][〇零○一二三四五六七八九]{{3}})\s*年(?:\s*{_FEW}\s*月)?(?:\s*{_FEW}\s*[日号])?"
_END_ZH = (
    r"(?:废止|失效|作废|(?:停止|暂停|中止|暂缓|终止)(?:执行|施行|实施|适用|使用)"
    r"|(?:不再|暂不)(?:执行|施行|实施|适用|有效)|删去|删除|替代|取代|修改如下)"
)
_ENDS_ZH = re.compile(rf"{_END_ZH}|作(?:出)?(?:如下|以下)?(?:修改|修订|调整|补充)")
TITLE_ZH = re.compile(r"《((?:[^《》]|《[^》]*》)+)》(?:[（(][^）)]*[）)])?")
_N = r"[一二三四五六七八九十百\d]+"
# what may stand beside the words that end something
_BESIDE_ZH = re.compile(
    rf"{_END_ZH}|{_DAY}|第{_N}[条款项章]|[（(][^）)]*[）)]|^{_N}[.．、]|作(?:出)?(?:如下|以下)?(?:修改|修订|调整|补充)"
    r"|决定|同时|予以|即行|一并|自行|宣布|全部|均|全文|特此|现将|现|将|对|下列|以下|下述|如下|上述|原有?的?|印发|发布|公布|通知|部分|有关|相关"
    r"|文件|制度|规定|办法|规章|规则|细则|条例|条款|内容|要求|目录|清单|之日|日起|自|从|于|起|至|到|止|的|和|及|与|以及|、|等"
)
_REASON_ZH = re.compile(r"^(?:经|鉴于|因|由于|根据|依据|按照|为|随着|结合|考虑到).*$")
_NORM_ZH = re.compile(r"由|须|应当|必须|可以|不得|负责|审批")
_BEGINS_ZH = re.compile(r"^(?:本|此).{0,16}?(?:施行|执行|实施|生效|试行)$")
_GREETING = re.compile(r"^[^，。]{1,20}[：:]$")

_GONE = (
    r"(?:withdrawn|revoked|repealed|rescinded|superseded|cancelled|abolished|discontinued|suspended|deleted|omitted"
    r"|replaced)"
)
_ENDS_EN = re.compile(
    rf"\b(?:is|are|was|were|be|stands?)\s+(?:hereby\s+|now\s+|also\s+|temporarily\s+)*{_GONE}\b"
    r"|\b(?:ceases?|ceased) to (?:have effect|apply|be in force)\b|\blaps(?:es|ed)\b|\bexpire[sd]\b"
    r"|\b(?:replac|supersed|revok|repeal|withdraw|rescind|suspend)(?:e?s|ing)\b"
    r"|\b(?:is|are)\s+(?:hereby\s+)?amended as follows\b"
    r"|\b(?:shall|does|do|will) not (?:apply|have effect)(?=\s+(?:from|between|until))",
    re.I,
)
_DOCUMENT = (
    r"(?:polic(?:y|ies)|rules?|regulations?|schemes?|codes?|handbooks?|orders?|procedures?|notices?|versions?|editions?"
    r"|guidelines?|documents?|circulars?|by-?laws?)"
)
_SUBJECT_EN = re.compile(
    rf"\b(?:sections?|clauses?|articles?|paragraphs?|rules?|regulations?|items?)\s+\d|\bfollowing\b"
    rf"|\b(?:the|this|these|all|any|our)\b[^.;]*\b{_DOCUMENT}\b|^(?:it|they)\b",
    re.I,
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_BESIDE_EN = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\b|\b(?:19|20)\d\d\b|\b{_MONTH}\b|\b{_DOCUMENT}\b|\b(?-i:[A-Z])[\w’'-]*"
    r"|\b(?:with|effect|from|on|until|till|to|as|of|by|this|these|the|and|in|full|part|entirety|further|notice|all|earlier|previous|former|also|hereby|follows|any|its|our|for|new|old|immediate|that|it|which)\b",
    re.I,
)
_BEGINS_EN = re.compile(
    r"\b(?:takes? effect|comes? into (?:force|effect)|is in force|applies from|is effective|enters into force)\b", re.I
)
_VERB_EN = re.compile(r"\b(?:is|are|was|were|shall|must|may|will|has|have|by)\b|[:;.]\s*\S", re.I)
# These Orders may be suspended for one item
_NORM_EN = re.compile(
    r"\b(?:(?-i:may)|can|might|must|should|if|unless|whenever|not to|only|at most|more than|less than)\b", re.I
)
_TELLS = re.compile(
    rf"{_END_ZH}|\b(?:withdraw(?:al|n|s)?|revocation|revoked|repeal(?:s|ed)?|rescission|cancell?ation|suspension|suspended|superseded)\b",
    re.I,
)
_LISTED_EN = re.compile(r"^[-–—•*\d.)( ]*[A-Z“\"][^:;.]{2,90}\.?$")

_NUMBER = re.compile(rf"^\s*(?:第{_N}[条款]|[（(]?\w{{1,3}}(?:\.\d+)*[.)）、])\s*")

_ASKED = re.compile(
    r"废止|废除|失效|作废|有效|管用|[还在]用吗|适用吗|停止|暂停|中止|恢复|现行|取消|修改|修订|修正|改[了过]|替代|取代|代替|还(?:在)?(?:执行|施行|实行|算数)|施行|实施|生效|不再"
    r"|\b(?:repeal|revok|withdr[ae]w|supersed|replac|suspend|rescind|abolish|amend|cancel|laps|expir|ceas|valid|discontinu)\w*"
    r"|\bin (?:force|effect)\b|\bno longer\b|\bstill\b|\btakes? effect\b|\bcomes? into\b|\bchanged?\b|\brevision",
    re.I,
)


def asks(question: Question) -> bool:
    """Tell whether a question is about what is in force, ends, is amended or begins."""
    return _ASKED.search(question.text) is not None


def beside_the_matter(question: Question, passage: Passage) -> bool:
    """Tell whether a passage only says what ends or is amended, and the question doesn't ask that."""
    if asks(question) or not _tells(passage.embedded, passage.text):
        return False
    begins = _BEGINS_EN.search(passage.text) or re.search("施行|实施|生效|试行", passage.text)
    return only_ends(passage) and (not begins or bool(question.acts))


@lru_cache(maxsize=4096)
def _tells(embedded: str, text: str) -> bool:
    """Tell whether a passage has words of an end at all."""
    return bool(_TELLS.search(embedded) or _ENDS_ZH.search(text))


def only_ends(passage: Passage) -> bool:
    """Tell whether all that a passage says is that documents or clauses end, rest or are amended."""
    zh = chinese(passage.text)
    text = _NUMBER.sub("", passage.text)
    parts = [text[start:end] for start, end in sentences(text)]
    told = [_chinese(words) if zh else _english(words) for words in parts]
    over = _TELLS.search(passage.lead) or _TELLS.search(passage.breadcrumb.partition(" > ")[0])
    return None not in told and ("ends" in told or ("named" in told and bool(over)))


def lists(passage: Passage) -> bool:
    """Tell whether a passage only names documents, as the item of a list does."""
    return not _ENDS_ZH.search(passage.text) and not _ENDS_EN.search(passage.text)


def _chinese(words: str) -> str | None:
    """Return what a sentence does: it ends something, only names documents, or neither; None where it says more."""
    plain = words.strip(" \n。；;")
    if _GREETING.match(plain) and not _ENDS_ZH.search(plain):
        return "" if not _NORM_ZH.search(plain) else None
    parts = [part.strip() for part in re.split("[，,：:]", TITLE_ZH.sub("《》", plain)) if part.strip()]
    told = [_part(part) for part in parts]
    if None in told or not told:
        return None
    return next((kind for kind in ("ends", "named") if kind in told), "")


def _part(words: str) -> str | None:
    left = re.sub(r"[《》\s]", "", _BESIDE_ZH.sub("", words))
    if not left:
        ends = _ENDS_ZH.search(words)
        return "ends" if ends else "named" if "《》" in words else ""
    reason = _REASON_ZH.match(words) and (words.startswith("经") or not _NORM_ZH.search(words))
    return "" if reason or _BEGINS_ZH.match(words) else None


def _english(words: str) -> str | None:
    plain = " ".join(words.split()).strip(" -–—•*")
    if _NORM_EN.search(plain):
        return None
    ends = _ENDS_EN.search(plain)
    if not ends:
        if _BEGINS_EN.search(plain) and _SUBJECT_EN.search(plain):
            return ""
        named = _LISTED_EN.match(plain) and not _VERB_EN.search(plain) and _titled(plain)
        return "named" if named else None
    quoted = re.search(r"[“\"]", plain[ends.end() :])
    left = re.sub(r"[\W_]", "", _BESIDE_EN.sub("", plain[ends.end() :]))
    subject = _SUBJECT_EN.search(plain[: ends.start()]) or _titled(plain[: ends.start()])
    return "ends" if subject and not left and not quoted else None


def _titled(words: str) -> bool:
    """Tell whether some words hold a title: two with capitals, and none of five letters or more without."""
    longer = re.findall(r"[^\W\d_]{5,}", words)
    return len(re.findall(r"\b[A-Z]", words)) > 1 and all(word[0].isupper() for word in longer)
