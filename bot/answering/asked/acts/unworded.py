"""Questions that ask for an actor by a place, by a noun or by whether one may: 往哪投诉, 站长签了就成吧, "final word?"."""

import re

from bot.answering.asked.acts.asking import Acts
from bot.answering.asked.acts.spoken import verbs
from bot.answering.models import Language
from corpus.models import Act
from corpus.rules.english.grammar.words import word_set

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
_NOUN = re.compile(
    r"(?:^|[,.;:?!–—-]\s*)(?:the )?(?:approver|signatory|signature|sign-?off|approval|(?:final|last) (?:word|say|call|decision|yes|ok|approval|sign-?off)"
    r"|green light|go-?ahead)\s*\?*\s*$|\b(?:write[- ]off|approved?|signed|sign-?off|decided|decision) by\s*\?",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"\bwhere (?:do|does|can|should|could|must|would) (?:i|we|he|she|they|it|this|that|the \w+|a \w+)\s(?:\w+ )??(?P<does>[a-z]+)|\bwhere (?:to|next)\b\W*$",
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
# 不服, I was refused: who hears it looks at it again and decides, and rulebooks and askers name it either
_AGAIN = re.compile(
    r"不服|不认可?|申诉|投诉|举报|复核|复议|复查|复审|异议|冤|告(?=到|谁|哪)|申辩"
    r"|\b(?:appeal\w*|complain\w*|grievances?|dispute\w*|disagree\w*|contest\w*|refused|rejected|turned (?:\w+ )?down|look again|said no)\b",
    re.IGNORECASE,
)
_HEARS = (Act.DECIDE, Act.REVIEW)
# who writes it proposes it to those who decide, or does what there was to do
_DRAFTS = re.compile(
    r"谁[^，,。？?]{0,6}(?:写|起草|草拟|编|拟|攒|执笔|主笔|汇总)|(?:写|起草|草拟|编[写制]|拟定?|汇总|执笔|主笔)[^，,。？?]{0,4}[谁哪]"
    r"|\b(?:writes?|prepares?|draws? up|drafts?|types? up|puts? (?:\w+ ){0,4}?together|compiles?|produces?)\b",
    re.IGNORECASE,
)
# whose yes comes before, or beside, that of another
_FIRST = re.compile(
    r"先[^，,。？?]{0,10}(?:同意|点头|签|确认|过目)|会签|确认|\b(?:countersign\w*|confirms?|agrees? first)\b",
    re.IGNORECASE,
)


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
        if _AGAIN.search(text):
            return _HEARS
        return (acts[0],) if acts else ()
    return (Act.DECIDE,) if _MAY.search(text) else ()


def _en(text: str) -> Acts:
    if _NOUN.search(text):
        return (Act.DECIDE,)
    where = _WHERE.search(text)
    if where and (where["does"] is None or where["does"].lower() in _GOES):
        return _HEARS if _AGAIN.search(text) else (Act.DECIDE, Act.CARRY_OUT)
    if found := _SOMEBODY.search(text) or _MYSELF.search(text):
        return (Act.DECIDE,) if _APPROVES.search(found["does"]) else ()
    return (Act.DECIDE,) if (either := _EITHER.search(text)) and _APPROVES.search(either[0]) else ()


def besides(text: str, told: Acts) -> Acts:
    """Return the acts that a question asks for with those by which others call what it asks."""
    first = told[0] if told else None
    if first in (Act.PROPOSE, Act.CARRY_OUT) and _DRAFTS.search(text):
        return tuple(dict.fromkeys((*told[:1], Act.PROPOSE, Act.CARRY_OUT, *told[1:])))
    if first in (Act.DECIDE, Act.REVIEW, Act.CARRY_OUT) and _AGAIN.search(text):
        return tuple(dict.fromkeys((*told, *_HEARS)))
    if first is Act.DECIDE and _FIRST.search(text):
        return tuple(dict.fromkeys((*told, Act.REVIEW)))
    return told
