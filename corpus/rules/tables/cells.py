"""Who acts in a cell: names, names with what they do there (人事处初核), and who is only told (报站长知悉)."""

import re
from collections.abc import Callable, Sequence

from corpus.models import Act
from corpus.passages import chinese
from corpus.rules.chinese.grammar.names import nominal
from corpus.rules.chinese.grammar.phrases import prepared
from corpus.rules.chinese.grammar.vocabulary import VERBS
from corpus.rules.deeds import Deed
from corpus.rules.english import wording as wording_en
from corpus.rules.named import named

Read = Callable[[str], Sequence[Deed]]
# an actor, and the act and the verb that the cell has for him itself
Told = tuple[str, Act | None, str]

_PART = re.compile(r"[、，；。;/\n]|会同(?!意)|,\s")
_PLAIN = re.compile(r"[、；;/\n]|会同(?!意)|,\s")
# 财务科（初核）, 党委会（前置研究）: how somebody acts, not how he is called
_HOW = re.compile(r"[（(](?P<how>[^（）()]{2,20})[）)]$")
# any porter, | through the Bursar; signed by | the Warden
_HOW_EN = re.compile(r"(?:with|through|via|against|within|under|without)\s")
_DONE_BY = re.compile(r"^[a-z]+(?:ed|en)(?: off| up| out)? by (?=(?:the |an? )?[A-Z])")
_NEEDED = re.compile(
    "必要时?|如需要?|视情况?|按需|[须需应凭](?!求)|可(?!行)|另|并|经(?![济理营纪])|以|现场|[查看][一-鿿]{2}"
)
# 报站长知悉, 告知监察室, 并报县国资中心, 事后三日内向理事会报告: who is only told
_TOLD = re.compile(
    r"(?:并|同时|后|事后[^，。；]{0,8}?内?|每[年季月][^，。；]{0,6}?|另)*(?:(?:抄送|告知|通知|知会|报备)给?(?P<who>[一-鿿]{2,16})"
    r"|[报抄送]给?(?P<told>[一-鿿]{2,16}?)(?:知[悉晓情道]|备案|备查|存档)|[向在](?P<unto>[一-鿿]{2,16}?)(?:报告|通报|补报|说明))$"
)
# behind whoever decides: 馆长，报市教育局
_ALSO_TOLD = re.compile("(?:并|同时|另)*(?:抄?报|抄送|送)给?(?P<who>[一-鿿]{2,16})$")
# 党组研究后报县政府: who decides above whoever weighs it first
_ONWARD = re.compile(
    "(?P<first>[一-鿿]{2,16}?)(?P<verb>研究|审议|讨论|审核|会商|同意|通过)后(?:再|统一)?(?P<up>报请?|提请|提交)(?P<who>[一-鿿]{2,16}?)(?:审批|批准|审定|核准|决定)?$"
)
# 评审组出意见
_OPINES = re.compile("(?P<who>[一-鿿]{2,16}?)(?P<verb>[出提签加]具?出?(?:初步|书面|审[核查])?意见)$")
# 馆长经授权签署, 财务科联合: how they act, beside whoever else does
_TOGETHER = re.compile("(?:经授权(?:签[署字订发])?|(?:联合|共同|联名)(?:签[署字订发]|鉴定|验收|审[核查])?)$")
# 报市教育局审批: who decides above whoever stands before
_UPWARD = re.compile(
    "(?:再|并|后|决定后|通过后|同意后)*(?:报请?|提请|提交)(?P<who>[一-鿿]{2,16}?)(?P<verb>审批|批准|审定|核准|决定|同意|批复)"
)
# verbs of one character right behind a name, before what is looked at: 保卫科审预案
_LOOKS = re.compile("[审核看查验评][一-鿿]{2,6}$")
# the name of a post goes on behind a verb: 财务部审核岗
_POST = re.compile("(?:岗位?|专责|助理|同志|代表)$")


def actors(words: str, head: Act, deeds: Read) -> list[Told]:
    """Return the actors a cell names under a head; a cell that says more than names is taken as it stands."""
    if not chinese(words):
        return [(name, None, "") for name in _english(words, deeds)]
    found = deeds(words)
    parts = [part.strip() for part in _PART.split(words) if part.strip()]
    told = [one for n, part in enumerate(parts) for one in (_also_told(part) if n else []) or _part(part, deeds)]
    if found and len(told) < len(parts) and any(mark in words for mark in "，,；;。.由经"):
        told = [(deed.actor, _own(deed), deed.verb) for deed in found if deed.end > deed.start]
        first = [(part, None, "") for part in parts[:1] if _name(part)]
        told = [*first, *told]
    elif len(told) < len(parts) and not (told and "，" in words):
        told = [one for part in _PLAIN.split(words) if part.strip() for one in _as_printed(part.strip(), deeds)]
    weighed = head is Act.DECIDE and _decided(told)
    if head is Act.DECIDE and len(parts) > 1 and _UPWARD.fullmatch(parts[-1]):
        told = [(who, act or Act.REVIEW, verb or "审议") for who, act, verb in told[:-1]] + told[-1:]
        weighed = True
    once = {who: (who, _act(act, head, weighed), verb) for who, act, verb in reversed(told)}
    return list(reversed(once.values()))


def _decided(told: Sequence[Told]) -> bool:
    """Tell whether a cell of those who decide says itself who of them does: A审核，B批准."""
    return any(act is Act.DECIDE for _, act, _ in told) and all(act is not None for _, act, _ in told)


def _act(act: Act | None, head: Act, weighed: bool) -> Act | None:
    """Return the act that a cell has for somebody against its head: who is told, or who weighs what another decides."""
    if act is Act.SUPERVISE and head is not Act.CARRY_OUT:
        return act
    return act if weighed and act in (Act.PROPOSE, Act.REVIEW) else None


def _also_told(part: str) -> list[Told]:
    """Return who a part behind whoever decides only tells: 馆长，报市教育局."""
    told = _ALSO_TOLD.fullmatch(part)
    return [(told["who"], Act.SUPERVISE, "报")] if told and named(told["who"]) == [(0, len(told["who"]))] else []


def _weighed_first(part: str) -> list[Told]:
    """Return who weighs and who decides above him: 局党组研究后报县政府; who only gives an opinion."""
    opines, on = _OPINES.fullmatch(part), _ONWARD.fullmatch(part)
    if opines and named(opines["who"]) == [(0, len(opines["who"]))]:
        return [(opines["who"], Act.REVIEW, opines["verb"])]
    if on and named(on["first"]) and named(on["who"]):
        return [(on["first"], Act.REVIEW, on["verb"]), (on["who"], Act.DECIDE, on["up"])]
    return []


def _part(part: str, deeds: Read) -> list[Told]:
    """Return who acts in one part of a Chinese cell; nothing where nobody is told apart there."""
    bare = _bare(part)
    if weighed := _weighed_first(part):
        return weighed
    if _name(bare):
        spans = named(bare) if _TOGETHER.search(part) else [(0, len(bare))]
        return [(bare[start:end], None, "") for start, end in spans]
    watched = _TOLD.fullmatch(part)
    upward = _UPWARD.fullmatch(part)
    if upward and named(upward["who"]):
        return [(upward["who"], Act.DECIDE, upward["verb"])]
    who = (watched["who"] or watched["told"] or watched["unto"]) if watched else ""
    if who and named(who):
        return [(who, Act.SUPERVISE, part[: part.index(who)])]
    if _POST.search(bare):
        return []
    # 报修人 is no 修人 to whom something goes, 另须取得林业局许可 names the office
    marked = bare[:1] in "由经" or bare[:1] not in "报送交"
    said = [deed for deed in deeds(bare) if deed.end > deed.start and (marked or deed.start == 0)]
    return [(deed.actor, _own(deed), deed.verb) for deed in said] or _with_deed(bare)


def _as_printed(part: str, deeds: Read) -> list[Told]:
    return _part(part, deeds) or [(_bare(part), None, "")]


def _own(deed: Deed) -> Act | None:
    """Return the act of a deed where it may go against the head of its column."""
    return None if deed.act is Act.CARRY_OUT else deed.act


def _bare(part: str) -> str:
    """Return a part without the bracket that only says how or when somebody acts."""
    together = _TOGETHER.search(part)
    part = part[: together.start()] if together and named(part[: together.start()]) else part
    how = _HOW.search(part)
    aside = how is not None and (_NEEDED.match(how["how"]) or _anothers(how["how"]))
    only = how and (aside or _verb_at(how["how"], 0) not in (None, Act.CARRY_OUT))
    return part[: how.start()] if how and only else part


def _anothers(words: str) -> bool:
    """Tell whether a bracket says what another does first: 园务会（理事长办公会先行研究）."""
    first = _FIRST.search(words)
    return first is not None and bool(named(words[: first.start()]))


_FIRST = re.compile("(?:先行?|事先|前置|会前|先期)*(?:研究|审议|讨论|审核|审查|同意|论证|评审)$")


def _name(part: str) -> bool:
    return bool(named(part)) and not _TOLD.fullmatch(part)


def _verb_at(text: str, at: int) -> Act | None:
    """Return the act of the verb at a place of a text, where it is no part of a name."""
    words = prepared(text)
    verb = words.verbs.get(at, "")
    return VERBS[verb] if len(verb) > 1 and not nominal(words, at, verb) else None


def _with_deed(part: str) -> list[Told]:
    """Return the name that a part begins with, where what it does stands right behind: 保卫科踏勘."""
    for end in reversed(prepared(part).ends):
        behind = part[end:]
        does = _LOOKS.fullmatch(behind) or _verb_at(part, end) is not None
        if behind and does and named(part[:end]):
            return [(part[:end], None, "")]
    return []


def _english(words: str, deeds: Read) -> list[str]:
    """Return the actors of an English cell."""
    if wording_en.happens(words):
        return []
    found = deeds(words)
    if found and any(mark in words for mark in ",;."):
        return list(dict.fromkeys(deed.actor for deed in found))
    parts = [part.strip() for part in re.split(r"[、；;/\n]|会同|,\s", words) if part.strip()]
    parts = [_DONE_BY.sub("", part) for part in parts if not _HOW_EN.match(part)] or parts
    parts = [name for part in parts for name in wording_en.apart(part)]
    return [re.sub(r"^(?:the|a|an)\s+", "", part, flags=re.IGNORECASE) for part in parts]
