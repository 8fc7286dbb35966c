"""A rung of a ladder without a verb: "above 15 days – Director of People", "1000元以内——部门负责人"."""

import re
from collections.abc import Sequence

from corpus.models import Record
from corpus.outline.marks import mark
from corpus.passages import chinese
from corpus.quantities import ranges
from corpus.rules.english import wording as wording_en
from corpus.rules.english.titles import titled
from corpus.rules.named import named

_SPLIT = re.compile(
    r"\s*(?:[–—―]+|\s-\s|[:：]|→|[,，](?![0-9]))\s*(?:by\s+|由|报|请|加签|(?:一律|均|都)?上(?=[^，。；级]{2,12}会[；;。.]?\s*$))?"
)
_CLOSES = " \t\n;；。.,，"
_LONGEST = 24  # characters of a Chinese name
_LONGEST_BOUND = 40  # and of what bounds it; more is a sentence that nobody could read
_TELLS = re.compile("应(?!急)|须|不得|可(?!行|能)")
# 逾期的移到下次会议, 每次最多四个人: a phrase, and nobody's name
_NO_NAME = re.compile(
    "最[多少]|至少|移[到至]|改[到至为]|逾期|不得|须|应(?!急)|可以?(?=[一-鿿]{3})|^(?:组成|成立|设(?!备|计|施)|并|另|走|仅|自行|适用|每次|委托)|适用于|自行|[0-9一二两三四五六七八九十百]+人"
)
# 2月3日　主持：馆长　记录：文书: the head of minutes
_MINUTES = re.compile("(?:主持|记录|地点|出席|列席|会议室|参会)人?[：:]")
# 伦理委员会，九人; 学徒，指工龄两年以内的: how many there are, and who is meant
_TELLS_OF = re.compile("(?:共|设)?[0-9一二两三四五六七八九十百]+[名个]?[人位](?:[，,]|$)|指")
# the last rung of a ladder may bear no number
_REST = re.compile(
    r"(?:no limit|unlimited|(?:any(?:thing)?|all) (?:more|else|others?|above|over|larger|longer|higher|greater|bigger|dearer|other \w+)(?: (?:than )?(?:that|this|it))?|otherwise|"
    r"(?:above|over|beyond) that|(?:longer|more|greater|higher|larger) than that|in (?:every|any|all) other cases?|(?:any |all )?(?:larger|longer|bigger|higher|greater|dearer|heavier) \w+)",
    re.IGNORECASE,
)
# 每名教师，学生不超过16人: how many there may be to each
_EACH = re.compile("每[名个位人一]")
# whom the one of a rung hears first: the Board after hearing the Dean
_ASIDE = re.compile(
    r",?\s+(?:(?:after|on|upon|with|following|subject to)\s.*|(?:acting )?(?:jointly|together)|only)$",
    re.IGNORECASE | re.DOTALL,
)
# five days for whom: Mothers: 16 weeks; on the death of a spouse, parent or child
_KIN = re.compile(
    r"(?:(?:any |an? |the |or |and |close )*(?:\w+ )?(?i:mother|father|parent|spouse|child|carer|caregiver|relative|sibling|"
    r"brother|sister|grandparent)(?:s|ren)?|partner)(?:,? (?:or |and )?(?:(?:an? |the )?\w+))*"
)
_GRADED = re.compile(r"[0-9０-９]")


class Rung(Record):
    """The actors of a rung and the words of its condition; spans count from the start of the text."""

    actors: tuple[tuple[int, int], ...]
    condition: tuple[int, int]


def rung(words: str, whoever: bool = False) -> Rung | None:
    """Read an item that is a condition and who it leads to, in either order; None for any other words.

    Under a heading that asks `whoever` it is, what stands before the joint need bound nothing: "Chapel: Dean".
    """
    if _MINUTES.search(words):
        return None
    opened = mark(words)
    begin = opened.length if opened else 0
    begin += len(words[begin:]) - len(words[begin:].lstrip())
    for joint in _SPLIT.finditer(words, begin):
        left, right = (begin, joint.start()), (joint.end(), len(words.rstrip(_CLOSES)))
        for bounded, who in ((left, right), (right, left)):
            fits = (whoever and bounded is left) or _condition(words[slice(*bounded)], first=bounded is left)
            if not fits or _states(words, left, right):
                continue
            name = words[slice(*who)]
            if bounded is right and _TELLS_OF.match(words, bounded[0]):
                continue
            if name.isupper() and words[slice(*bounded)].isupper():
                continue  # REGULATION 14 - PUPILS AND APPEALS
            if _EACH.match(name) or chinese(name) and _NO_NAME.search(name):
                continue
            name = name if chinese(name) else _ASIDE.sub("", name)
            found = named(name) if not chinese(name) or len(name) <= _LONGEST else []
            if not chinese(name) and _KIN.fullmatch(name):
                continue
            if found and (chinese(name) or not wording_en.people(name)):
                return Rung(actors=tuple((who[0] + s, who[0] + e) for s, e in found), condition=bounded)
    return None


# a heading whose list says for what: "1. Who says yes", above "Chapel: Dean"
_ASKS_WHO = re.compile(r"[\W\d]*who\b", re.IGNORECASE)
# 谁能签字，看文件的性质：the items name who, each behind its matter
_ASKS_WHO_ZH = re.compile(
    "谁|哪[个位]|何人|(?:分工|权限)[^，。：]{0,6}[：:]$|看[^，。：]{1,10}(?:性质|类别|种类|用途|对象|内容|金额|大小|情形)[：:]$"
)


def asks_who(lead_in: str) -> bool:
    """Tell whether a lead-in leaves it to its items to name who acts."""
    if chinese(lead_in):
        return _ASKS_WHO_ZH.search(lead_in.strip()) is not None
    return _ASKS_WHO.match(lead_in) is not None


def allotted(words: str) -> Rung | None:
    """Read an item that is a matter and, behind its last comma, nothing but who it is for: "报表，会计；"."""
    opened = mark(words)
    begin, end = opened.length if opened else 0, len(words.rstrip(_CLOSES))
    comma = max(words.rfind("，", begin, end), words.rfind("：", begin, end))
    if comma <= begin or end - comma > _LONGEST:
        return None
    found = named(words[comma + 1 : end])
    return Rung(actors=tuple((comma + 1 + s, comma + 1 + e) for s, e in found), condition=(begin, comma))


def _states(words: str, *parts: tuple[int, int]) -> bool:
    """Tell whether a part of an English rung is a sentence, so that it is no rung: "it has four members"."""
    said = [words[slice(*part)] for part in parts]
    return not chinese(words) and any(wording_en.states(one) and not titled(one) for one in said)


def _condition(words: str, first: bool) -> bool:
    """Tell whether words bound something: an amount, or what stands before a colon with a number in it."""
    if chinese(words) and (len(words) > _LONGEST_BOUND or _TELLS.search(words)):
        return False
    if ranges(words) or _REST.fullmatch(words.strip(_CLOSES)):
        return True
    return first and _GRADED.search(words) is not None and len(words.split()) <= 6


_SENTENCE = re.compile("[由报应须不并还再在]")


def ladder(found: Sequence[tuple[str, str]]) -> bool:
    """Tell whether rungs among Chinese sentences, (actor, condition), are a ladder: two bounds, each with a bare name."""
    bounds = {condition for _, condition in found if ranges(condition)}
    return len(bounds) > 1 and not any(_SENTENCE.search(actor) for actor, _ in found)
