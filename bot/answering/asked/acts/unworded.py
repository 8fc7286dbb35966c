"""Questions that ask for an actor by a place or by whether one may: 往哪投诉, 站长签了就成吧, "where can I appeal"."""

import re

from bot.answering.asked.acts.asking import Acts
from bot.answering.asked.acts.kept import KEPT, RECORD
from bot.answering.asked.acts.named import APPROVAL
from bot.answering.asked.acts.several import HEARS
from bot.answering.asked.acts.spoken import verbs
from bot.answering.asked.contested import of_appeals
from bot.answering.models import Language
from corpus.models import Act
from corpus.rules.english.grammar.words import word_set

# questions for an approval that name no question word, and such as guess at the actor
_NEEDED = re.compile(
    r"(?:要不要|用不用|需不需要|是不是要|是否需?要|需要|还得|还要|得不得)(?:再)?(?:上|过)[一-鿿]{0,4}会(?![计议])|上不上会"
    r"|(?:要不要|用不用|需不需要|用不着|是不是[要得]|是否需?要|需要|还得|还要|得)[^，,。？?谁哪]{0,8}(?:审批|批准|批|签字|点头|同意|许可|(?:研究|讨论)(?:决定)?|审议)(?:吗|么|嘛|吧|不|[？?]|$)"
    r"|还是[^，,。？?谁哪吗]{2,10}(?:批|签字?|定|说了算|拍板|做主)(?:吗|么|[？?]|$)|(?:批|签字?|点头|同意|拍板)(?:了)?就?(?:行|够|可以|算)了?(?:吗|么|不)"
    rf"|\b(?:do|does|did|will|would)\b.{{1,50}}\bneed\b (?:to get |to have )?(?:an? |the |any |some |my |(?:any|some)(?:one|body)'s )?(?:[\w'’-]+ ){{0,2}}?(?:{APPROVAL}|signature)\b"
    r"|(?:^|[,.;:] *)(?:can|could|may|might|is it ok(?:ay)?|am i|are we) .{1,80}\bwithout (?:first |even )?(?:asking|consulting|clearing it with)\b"
    rf"|\b(?:is|are) .{{1,50}}(?:{APPROVAL}|signature) (?:needed|required|necessary)"
    r"|\bis (?:the |a )?(?:[\w-]+ ){0,2}(?:board|committee|council|meeting|governors|trustees) (?:needed|required|necessary)|\b(?:do|does|will|must|should)\b.{1,40}\b(?:have to |need to )?go (?:to|before|through) (?:the |a )?(?:[\w-]+ ){0,2}(?:board|committee|council|governors|trustees)\b"
    r"|\b(?:do|does|did|must|will) (?:the |my |our )?(?:[\w'’-]+ ){1,4}?(?:(?:have|need) to |also )?(?:approve|authori[sz]e|agree to|sign (?:it |this |that |them )?off|okay|ok|consent to|vote on|rubber-?stamp|confirm (?:it|this|that|them))\b"
    r"|\b(?:what|which) level of (?:approval|authority|sign-?off)\b|\bhow high (?:up )?(?:does|do|must|should|will)\b.{1,40}\bgo\b"
    r"|\bat what (?:point|amount|level|sum) (?:does|do|must|will)\b(?! (?:i|we|you) (?:have to |need to )?(?:need|bring|show|hand in|provide|get) (?:an? |the )?(?:[\w'’]+ ){0,2}(?:note|certificate|letter|proof|receipt|form|slip)\b)|\bor (?:does|do|will|must|would) (?:it|i|we|this|that) need (?:the|my|our)\b"
    r"|\b(?:is|was) (?:it|that|this) (?:still|just|only) (?:up to )?the\b|\b(?:still|just|only) (?:for )?the (?:[\w'’-]+ ){0,4}[\w'’-]+\s*\?",
    re.IGNORECASE,
)
_AT = r"(?:报|送|交|走|闹|捅)?(?:[到往去上向找过经在]|得)?"
# 往哪投诉, 去哪里申请复核, 上哪儿讨论, 哪里研究决定; of a thing that is only somewhere nobody is asked for
_PLACE = re.compile(
    rf"{_AT}(?:哪(?:里|儿|边|一?关)|(?<=[到往去上])哪(?![个位些种家类年天月怕有]))(?:来|去|才|能|可以|算|给|还能|最后)*(?P<does>[^，,。？?]{{0,8}})"
)
_PUT_UP = re.compile(
    r"(?:报|送|交|闹|告|捅|走|升)到(?:最后)?哪(?:里|儿|一?级)?(?=$|[，,。？?啊呀呢])|(?:重新|得|要|先)过哪"
)
# 社区书记能自己批不, 班主任自己就能放人吗, 站长批就成, 还用别人批吗, 也得找一把手吗
_MAY = re.compile(
    r"(?:能|可以|就|自己)(?:自己|直接|就|能|可以)*(?:批|签字?|定|放人|放行|决定|做主|同意|准)(?:了)?(?:吗|么|嘛|不|吧|下来)"
    r"|(?:批|签字?|点头|同意|说一声|拍板|准了?)(?:了)?(?:就)?(?:行不行|行|成|够|可以|算数?)(?:了)?(?:吗|么|吧|不|[，,？?。]|$)"
    r"|还?用(?:得着)?(?:再)?别?人[^，,。？?]{0,3}(?:批|签|同意|点头)|(?:要不要|用不用|还是[要得]|也得|还得|是不是[要得])(?:再)?(?:往上报|找[^，,。？?]{1,8}(?:[那这]边)?吗)"
)
_WHERE = re.compile(
    r"\bwhere (?:do|does|can|should|could|must|would) (?:i|we|he|she|they|it|this|that|the \w+|a \w+)\s(?:\w+ )??(?P<does>[a-z]+)|\bwhere (?:to|next)\b\W*$",
    re.IGNORECASE,
)
# where are the papers on a clerk held
_WHERE_KEPT = re.compile(
    rf"\bwhere(?:'s| is| are| do| does| did| was| were)? [^?.;]*\b{RECORD}\b[^?.;]*\b(?:kept|held|stored|filed|archived|end up)\b",
    re.IGNORECASE,
)
_GOES = word_set("go turn take bring appeal complain challenge contest escalate")
_SOMEBODY = re.compile(
    r"\b(?:do|does|must|can|could|may|has|have|should|will) (?:anyone|anybody|someone|somebody)(?: \w+){0,2}? (?:(?:have|need)s? to )?(?P<does>.+)",
    re.IGNORECASE,
)
_MYSELF = re.compile(
    r"\b(?:can|could|may|might) (?:i|we|the [\w-]+|an? [\w-]+)(?: \w+)? (?P<does>(?:just |also )?(?:sign|approve|authori[sz]e|ok|okay|agree|put through|grant|waive|let)\b.*)",
    re.IGNORECASE,
)
_EITHER = re.compile(
    r"\b(?:does|do|is it|must|should|can) .{3,60}\bor (?:does |do )?(?:it |they |he |she )?(?:have|has|need|must|go)",
    re.IGNORECASE,
)
_APPROVES = re.compile(
    r"(?:sign|approv\w+|authori[sz]\w+|ok|okay|agree|say (?:ok|yes|no)|veto|allow|waive|countersign\w*|grant)\b", re.I
)


def needed(text: str) -> Acts:
    """Return the act of deciding where a question asks whether there must be an approval, or guesses at whose."""
    return (Act.DECIDE,) if _NEEDED.search(text) else ()


def unworded(text: str, lang: Language) -> Acts:
    """Return the acts that a question asks for that has no word for an actor; nothing for any other question."""
    return _zh(text) if lang == "zh" else _en(text)


def _zh(text: str) -> Acts:
    if found := _PUT_UP.search(text):
        return (Act.REVIEW, Act.DECIDE) if "过哪" in found[0] else (Act.DECIDE, Act.REVIEW)
    if place := _PLACE.search(text):
        said = list(verbs(place["does"], "zh", plain=True))
        acts: list[Act] = [one.act for one in said]
        acts = [act for act in acts if act not in (Act.PROPOSE, Act.CARRY_OUT)] or acts
        if of_appeals(text):
            return HEARS
        return (acts[0],) if acts else ()
    return (Act.DECIDE,) if _MAY.search(text) else ()


def _en(text: str) -> Acts:
    where = _WHERE.search(text)
    if _WHERE_KEPT.search(text):
        return KEPT
    if where and (where["does"] is None or where["does"].lower() in _GOES):
        return HEARS if of_appeals(text) else (Act.DECIDE, Act.CARRY_OUT)
    if found := _SOMEBODY.search(text) or _MYSELF.search(text):
        return (Act.DECIDE,) if _APPROVES.search(found["does"]) else ()
    return (Act.DECIDE,) if (either := _EITHER.search(text)) and _APPROVES.search(either[0]) else ()
