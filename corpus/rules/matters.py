"""The matter that an act is about and the bounds on it, in the words between the actors of a sentence."""

import re

from corpus.passages import chinese
from corpus.quantities import Range, amounts, ranges
from corpus.rules.beyond import goes_beyond, goes_on
from corpus.rules.deeds import Deed

MATTER_LENGTH = 60
_AMOUNT = re.compile(
    r"[0-9０-９]|[一二两三四五六七八九十半]个?(?:天|日|周|星期|月|小时)的?[事病年公]?假$|以上|以下|以内|超过|不满|不足|up to|above|more than|less than|below|over "
)
# the words between a matter and its actor: …由A, …is decided by the Head
_JOINT = re.compile(
    r"(?:还|也|另|并|改)?(?:应当|应|必须|须|可以?|统一|均|(?<!事)先)?(?:由|归|经|报请?|提交|提请|向|交|送|找|转|(?<!以)上)$|[，,]?在$|(?:还|也|另|并|均|(?<!事)先)(?:应当?|必?须)?$"
    r"|(?:还|也|都|就|必?须|应当?|要|得|提前|事先)*(?:跟|(?<![发交支拨付予寄送赔供])给)$|(?:还|也|都|就)?(?<![需重主征取获求])[要得]$|没有?$"
    # 须经三名以上|专家论证: how many they are
    r"|(?:应当|应|必须|须)?(?:由|经过?|[邀聘]?请)[0-9０-９一二三四五六七八九十两]+[名位](?:以上)?的?$|[，,]再加$"
)
# 不满20万时由A批、20万以上时由B批: a bound of its own opens behind the joint as behind a comma
_COMMA = re.compile(
    r"[，；。：\n]|[,;]\s|、(?=[^，。；、由]{0,4}[0-9一二三四五六七八九十百千万]+[^，。；、由]{0,6}以[上下内外][^，。；、由]{0,4}由)"
)
# what stands before the next actor and is a matter of its own: 医生由A同意，护士由B同意
_NEW_MATTER = re.compile(
    r"(?:^|[，；。\n]|[,;]\s)(?P<matter>(?!(?:还|也|另|并|均|亦)?可以由$)[^，；。\n]{2,60}?)(?<![后时前并可应须再先])(?<![督持导证管看护织领排调筹]下)(?:由|(?:一律|均|都)?呈)$"
    r"|(?:^|[，；。\n])(?P<case>[^，；。\n]{2,60}?的)(?:应当?|必?须|还|则|要)*(?:报请?|经过?|征得|取得|提交|提请|[交送])$"
)
_BELONGS_AHEAD = re.compile(r"(?:的|以[上下内外]|[）)]|起)$")
_JOINT_EN = re.compile(
    r"\s*\b(?:(?:may|must|shall|will|can|should)(?: only)? be|is|are|was|were|be)\b(?:(?!\b(?:up to|over|above|below|under|exceeding|than|at (?:most|least)|to(?= [£$€]?\d))\b)[^,;]){0,40}?\bby(?:\s+(?:the|an?))?$"
    r"|\s*\b(?:the|an?|each|every|only|by|to|of|and|or|your|our|their|its|needs?|requires?|(?:is|are) for|without|(?:also )?goes)$",
    re.IGNORECASE,
)
# what a bound begins with is no verb: chosen by the Head | up to £9
_VERB_EN = re.compile(
    r"^(?!\s*(?:up|over|above|below|beyond|under|within|from|for|if|where|when|in|at|on|of|to|not|and|or|but|by|with|provided|together|it|they)\b)\s*(?:alone |only |also |then |jointly |normally )*(?:may|must|shall|will|can|should)?\s*(?:alone |only |also )*"
    r"[a-z]+(?: (?:off|out|on))?\s+",
    re.IGNORECASE,
)


def topic(sentence: str, before: int) -> str:
    """Return what a sentence says before its first actor: the matter and its conditions."""
    words = _JOINT.sub("", sentence[:before].rstrip())
    while (shorter := _JOINT_EN.sub("", words.rstrip())) != words.rstrip():
        words = shorter
    return words.strip(" ，,、：:。；;.\n（(")


# by A up to £9 and by B: what stands before "and" is A's; by A up to £9 and above that by B: what stands behind it is B's
_NEXT_BY = re.compile(r",?\s+(?:and|or)\s+(?:by|with|to|for)(?:\s+(?:the|an?))?\s*$", re.IGNORECASE)
_NEXT_BOUND = re.compile(
    r",?\s+(?:and|or|but)\s+(?=(?:if|where|when|above|over|beyond|below|for|in|otherwise|thereafter)\b[^,;]*$)",
    re.IGNORECASE,
)
_EXCEPTED = re.compile(r"[,;]?\s*\b(?:except(?:ing)?|save|other than)\b.*", re.IGNORECASE | re.DOTALL)
_OPENS_NEXT = re.compile(r"\s+(?:once|after|before|if|when|where|unless|until|who|which|that)\s*$", re.IGNORECASE)
# what the next verb says of the same subject, or a clause of what it is told of, bounds nothing
_NEXT_VERB = re.compile(
    r"(?:,?\s+(?:and|but)|,\s+which)\s+(?:must|shall|may|will|is|are|has|have|can|should)\b.*",
    re.IGNORECASE | re.DOTALL,
)
# by when something is done bounds nothing: decides within four weeks
_DEADLINE_EN = re.compile(
    r"^\s*(?:or \w+ )?within (?:(?:a|an|the|another|further|next|following) ){0,2}\w+ (?:\w+ )?(?:hours?|days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)


_DEADLINE_BEHIND = re.compile(
    r",\s*(?:and |but |always )?within (?:(?:a|an|the|another|further|next|following) ){0,2}\w+ (?:\w+ )?"
    r"(?:hours?|days?|weeks?|months?|years?)\b(?: (?:of|after|from) [^,;.]*)?(?=[.;,]|$)",
    re.IGNORECASE,
)


def tail(sentence: str, deed: Deed, until: int) -> str:
    """Return what a sentence says of an act after its actor and verb: A审批…, the Head may approve…"""
    words = _own(sentence[deed.end : until], until < len(sentence))
    if chinese(sentence):
        _, verb, rest = words.partition(deed.verb)
        return rest.removeprefix("下").strip("，、；。") if verb else words
    words = _DEADLINE_BEHIND.sub("", words)
    words = _DEADLINE_EN.sub("", _VERB_EN.sub("", _NEXT_VERB.sub("", _EXCEPTED.sub("", words))))
    while until < len(sentence) and (shorter := _JOINT_EN.sub("", words.rstrip())) != words.rstrip():
        words = shorter
    return _OPENS_NEXT.sub("", words) if until < len(sentence) else words


def _own(words: str, followed: bool) -> str:
    """Return what belongs to a deed of the words behind its actor; what leads to the next deed does not."""
    if not followed:
        return words
    if parted := None if chinese(words) else _NEXT_BY.search(words) or _NEXT_BOUND.search(words):
        return words[: parted.start()]
    commas = [found.start() for found in _COMMA.finditer(words)]
    while len(commas) > 1 and _BELONGS_AHEAD.search(words[: commas[-1]]):
        commas.pop()
    return words[: commas[-1]] if commas else words


def _ahead(words: str) -> str:
    """Return what belongs to the next deed of the words between two actors: all behind the first comma."""
    if parted := None if chinese(words) else _NEXT_BY.search(words) or _NEXT_BOUND.search(words):
        return words[parted.end() :]
    comma = _COMMA.search(words)
    return words[comma.end() :] if comma else ""


# by when something is done bounds nothing: 应在3日内答复
_DEADLINE = re.compile(
    r"^(?!.*(?:以[上下]|超过|不[足满]|的$)).*(?:日|天|小时|周|月|年)(?:[以之]?内|前)(?!的|$|由|[报经提]|[（(])"
    r"|(?:公示|公告|张贴|公开|征求意见|挂网)[^，]{0,8}?[0-9０-９一二三四五六七八九十两]+(?:个)?(?:工作)?[日天月周][^，]{0,8}?(?:无异议|没有?异议|后|期满|有异议)"
    r"|^[^，]*提前[^，]{0,6}[天日](?!以[上下]|的)"
    r"|(?:公示|公告|张贴|挂网)(?:不少于|至少)?[0-9０-９一二三四五六七八九十两]+(?:个)?(?:工作)?[日天]$"
    r"|自[^，]{1,30}之日起[^，]{0,10}[日天月内](?:办|报|提交|$)"
    r"|(?:应当?|须|于|在)[^，]{0,8}前[0-9０-９一二三四五六七八九十两]+(?:个)?(?:工作)?[日天][^，的]*$"
)
# nor what must be so, or how long a thing is kept, or what is granted; a rank without a number bounds nothing by one
_REQUIRED = re.compile(
    r"不得(?:超过|多于|高于|少于|低于|突破)|^(?:还|并|均|也)?(?:应当?|必?须|需要?|不得)[^，]*[^的]$"
    r"|(?:保存|保管|留存|存档|归档)(?:期|期限|时间)?(?:不少于|至少|满)?[0-9０-９一二三四五六七八九十两]+(?:个)?[年月]"
    r"|^(?:可以?|最多|再|并)*(?:再)?(?:延长|延期|推迟|顺延|续期)[^，]*[^的]$"
    r"|^(?:最)?[后前][0-9０-９一二三四五六七八九十两]+(?:个)?(?:工作日|日|天|小时|分钟|周|月)(?:之?内|[以之]内)?|^之日起|前[0-9０-９一二三四五六七八九十两]+(?:个)?(?:工作)?[日天]$"
    r"|^[0-9０-９一二三四五六七八九十两]+(?:个)?(?:工作日|日|天|小时|分钟|周|月)(?:[以之]?后|内(?:报(?!校|院|局|馆|园|所|处|科|部)|向|书面|电话|通知|送))"
    r"|(?:部门|人员|[部处科室股所站组员人者方长会])(?:应当?|必?须)?[于在]?[0-9０-９一二三四五六七八九十两]+(?:个)?(?:工作日|日|天|小时)内报"
    r"|^[^的]*[在于][^，的]{0,8}[0-9０-９一二三四五六七八九十两]+(?:个)?(?:工作日|日|天|小时|分钟)内[^，]*[^的，]$"
    r"|^每[年月周季][^，]*(?:底前|月前|日前|季度)(?:[^，]*[^的])?$"
    r"|^[0-9０-９一二三四五六七八九十两]+(?:名|位|家)(?:以上)?$"
)
_DOES = re.compile(r"由[^，]*(?:担任|兼任|组成)$")
# how many do it is no bound of what is done: 由两名以上执法人员实施
_HANDS = re.compile(r"(?:由|经过?|[邀聘]?请|组织)[0-9０-９一二三四五六七八九十两]+[名位人](?:以上)?$")
# 期限不超过30日，需要延长的由A批准: the last limit is no bound of the case behind it
_PROLONGED = re.compile(r"(?:延长|延期|展期|续期|续借|顺延)[^，]*的?$")
_LIMITED = re.compile(r"[期限][^，]{0,4}(?:不超过|最长|为)[^，]*[日天月年]$")
# nor what it costs, nor how long before it is announced: assigns one, at $35 an hour; after two weeks' notice
_TOLD_EN = re.compile(
    r"\bat (?:about |around )?[£$€]\s?\d[\d,.]*(?: (?:an?|per|each|the|every)\b.*)?$"
    r"|\b(?:after|on|upon|with|by|giv\w+|an?) \w+[ -](?:hour|day|week|month)s?['’]? (?:written |prior )?notice\b"
    r"|^(?!.*\b(?:if|where|when|for|unless|that|which|who|made|received|lodged|filed|submitted|above|over|more|less|than|up to)\b)\W*\w+ .*"
    r"\bwithin (?:\w+ ){1,3}(?:hours?|days?|weeks?|months?|years?)$",
    re.IGNORECASE,
)
# 超过的由B批准 goes on from the bound before it
_BEYOND = re.compile(r"^(?:超过|超出|超)(?:部分)?的$")


def condition(topic: str) -> str:
    """Return the parts of a topic that bound it by a number."""
    parts = [
        _JOINT.sub("", part)
        for part in re.split(r"，|；|[,;]\s|(?<=[a-z]):\s", topic.lstrip("　"))
        if _bounds(part)
        and not _unbounding(part)
        and not _DEADLINE.search(part)
        and not _TOLD_EN.search(part.rstrip(" .;"))
    ]
    parts = _of_its_own(parts)
    prolonged = _PROLONGED.search(_JOINT.sub("", topic.rstrip()))
    return "，".join(p for p in parts if not (_HANDS.search(p) or prolonged and _LIMITED.search(p))).strip(" ;.")


def _of_its_own(parts: list[str]) -> list[str]:
    """Return bounds without those of another level before them: 二十万元以上的支出，| 两万元以上不足二十万元的."""
    if len(parts) < len(("one", "other")) or not chinese(parts[-1]):
        return parts
    last = [one for one in ranges(parts[-1]) if one.low != one.high]
    return [part for part in parts[:-1] if not any(_apart(one, own) for one in ranges(part) for own in last)] + parts[
        -1:
    ]


def _apart(one: Range, other: Range) -> bool:
    """Tell whether two ranges of one measure and unit have nothing in common."""
    alike = one.measure is other.measure and one.unit == other.unit
    return alike and one.low != one.high and not one.holds(other)


def _unbounding(part: str) -> bool:
    """Tell whether Chinese words name a number that bounds no level."""
    return chinese(part) and bool(_REQUIRED.search(_JOINT.sub("", part)) or _DOES.search(part))


def _bounds(part: str) -> bool:
    """Tell whether words bound something: by a figure, by a word that compares, or from one number to another."""
    beyond = not chinese(part) and goes_beyond(part.strip())
    return beyond or _AMOUNT.search(part) is not None or any(found.low != found.high for found in ranges(part))


# A decides on small ones and | any larger one | by B
_JOINED = re.compile(
    r"(?:\W|\s*to \w+\b,?\s*)*and (?P<what>[^,;]{3,40}?) (?:by|for|with|to)(?: the| an?)?\s*", re.IGNORECASE
)


# a bound of bare numbers: up to 90 by A, | over 90 to 900 | by B
_BARE_RANGE = re.compile(
    r"(?:over|above|up to|below|more than|beyond) \d[\d,.]*(?:,? (?:and |but )?(?:up to|to|not over|not above|below) \d[\d,.]*)?",
    re.IGNORECASE,
)


# a tour at home is approved by A, | one abroad | by B, and | one of over £90 | by C
_ANOTHER = re.compile(
    r",?\s*(?:and |but )?(?P<what>(?:one|ones|those|any) (?:[^,;]|,(?=[0-9])){3,60}?) by (?:the |an? )?\s*",
    re.IGNORECASE,
)


def turned(between: str, bounds: str, matter: str, anew: bool) -> tuple[str, str]:
    """Return the topic and the matter of the next deed; a matter of another decision has no bounds of the last."""
    joined = None if chinese(between) else _JOINED.fullmatch(between)
    ahead = joined["what"] if joined and _bounds(joined["what"]) else _ahead(between)
    own = topic(ahead, len(between))
    if other := None if chinese(between) else _ANOTHER.fullmatch(between):
        return other["what"], other["what"]
    bare = ahead.strip(" ，、：:")
    if chinese(bare) and (goes_on(own) or goes_on(bare)):  # the 上 of 再往上 is no joint
        return (own, own) if goes_on(own) else (bare, bare)
    later = own.lower() == "thereafter" and not ranges(bounds)  # to the Matron, and thereafter to the Director
    if _BARE_RANGE.fullmatch(own):
        return own, matter
    if (condition(own) and ranges(own)) or (not chinese(own) and goes_beyond(own) and not later):
        return own, own
    if later:
        return bounds, matter
    found = _NEW_MATTER.search(between.rstrip())
    bound = ranges(condition(bounds))
    if found and found["case"] and not _BEYOND.match(found["case"]):
        return bounds, f"{matter}，{found['case'].strip()}"
    own_matter = found["matter"] or found["case"] if found else ""
    if _BEYOND.match(own_matter) and bound and bound[-1].high is not None:
        last = amounts(condition(bounds))[-1]
        return f"超过{condition(bounds)[last.start : last.end]}的", matter
    if found:
        return ("" if anew else bounds), own_matter.strip()
    return bounds, matter
