"""What an item's own rules are beside those that it has from its lead-in."""

import re
from collections.abc import Sequence

from corpus.models import Act, Clause, Rule
from corpus.outline.marks import mark
from corpus.passages import chinese
from corpus.quantities import ranges
from corpus.rules.deeds import Deed
from corpus.rules.english import wording as wording_en
from corpus.rules.matters import MATTER_LENGTH, condition

_WHICH = r"\b(?:which|that|whom)\s+(?:(?:the|an?|any|each|its|their)\s+)?{who}"


def described(text: str, clause: Clause, rule: Rule) -> bool:
    """Tell whether an English item only tells a thing by what somebody does to it: the sum which the Society may borrow."""
    own = text[clause.start : clause.end]
    told = rule.act is Act.DECIDE and re.search(_WHICH.format(who=re.escape(rule.actor)), own) is not None
    return told and not chinese(own) and not wording_en.states(own)


_ASKED = r"(?:征得|取得|经过?){who}[^，。；]{{0,6}}同意|先(?:行|应当?|须|要)*经过?{who}|未经过?{who}[^。；]{{0,40}}(?:不得|不能|不予)"
# 财务室编制，行政会通过后提交: to those whom the lead-in names
_BROUGHT = r"{who}[^，。；]{{0,6}}(?:通过|同意|审定|审批|批准)(?:以|之)?后，?(?:再|方可|才能|统一)?(?:提交|提请|上报|呈报|报送|报会|上会|送审|报批)(?:会议|大会|审议|审定|讨论|决定|研究)*(?:[。；;]|$)"
_FURTHER = r"(?:决定|通过|审定|同意|审议|研究)后，?(?:再|按[^，。；]{{1,6}})?(?:报请?|提交|提请){who}|(?:还|另|再)(?:应当?|必?须|需|要)*(?:由|经过?|报请?|送|提交|提请|征得)[^，。；]{{0,8}}?{who}"


def _asks(form: str, rule: Rule, text: str) -> bool:
    """Tell whether the sentence of a rule asks for its actor's word in a form."""
    return re.search(form.format(who=re.escape(rule.actor)), text[rule.start : rule.end]) is not None


def on_top(text: str, rule: Rule) -> bool:
    """Tell whether a rule says whose approval comes on top of what the lead-in says."""
    return rule.act is Act.DECIDE and _asks(_FURTHER, rule, text)


def consenting(text: str, own: Sequence[Rule], passed: Sequence[Rule]) -> list[Rule]:
    """Read whose consent an item asks for as reviewing, where its lead-in names who decides."""
    if not any(rule.act is Act.DECIDE for rule in passed):
        return list(own)
    return [
        rule.model_copy(update={"act": Act.REVIEW})
        if rule.act is Act.DECIDE and (_asks(_ASKED, rule, text) or _asks(_BROUGHT, rule, text))
        else rule
        for rule in own
    ]


# …经A初审、B评议后，按单件价格决定：the items only say who decides
_LEAVES_OPEN = re.compile(
    r"(?:按照?|依照?|根据|分别)[^，。；：]{0,16}?(?:决定|审批|批准|签批|签发|签署|签字|准假|确定|审定|核准|同意|办理|报批|处理|作出)[^，。；]{0,8}[：:]\s*$"
)
_LOOKED_INTO = ("查明", "调查", "受理", "核实", "登记")


def preparing(text: str, led: Sequence[Rule], own: Sequence[Rule]) -> list[Rule]:
    """Return who, by a Chinese lead-in, gets ready what each item of it then lets somebody decide, in their order.

    Who decides in the lead-in, where it leaves the decision to its items, is one of those on the way.
    """
    first = led[0]
    ready = any(rule.act in (Act.PROPOSE, Act.REVIEW) or rule.verb in (*_LOOKED_INTO, "签字", "同意") for rule in led)
    if not ready or not _LEAVES_OPEN.search(text[first.start : first.end]):
        return []
    acts = {rule.act for rule in own} - {Act.DECIDE}
    kept = [
        rule.model_copy(update={"act": Act.REVIEW}) if rule.act is Act.DECIDE else rule
        for rule in led
        if rule.act in (Act.PROPOSE, Act.REVIEW, Act.DECIDE) or rule.verb in _LOOKED_INTO
    ]
    last = next((rule for rule in own if rule.act is Act.DECIDE), own[0])
    said = {"condition": last.condition, "matter": last.matter}
    return [rule.model_copy(update=said) for rule in kept if rule.act not in acts]


def cleared(rule: Rule, others: Sequence[Rule]) -> Rule:
    """Read clearance as a review beside those of a clause who decide: awarded by A, after clearance by B."""
    decided = rule.act is Act.DECIDE and any(one.act is Act.DECIDE for one in others)
    return rule.model_copy(update={"act": Act.REVIEW}) if decided and rule.verb.endswith("clearance") else rule


def besides(own: Sequence[Rule], passed: Sequence[Rule], length: int) -> list[Rule]:
    """Return what an item says for itself: where a lead-in says who acts, the deed in its name is its matter."""
    named = passed and length <= MATTER_LENGTH
    return [rule for rule in own if not named or rule.act is not Act.CARRY_OUT]


def left_to_lead(text: str, clause: Clause, own: Sequence[Rule], passed: Sequence[Rule]) -> list[Rule]:
    """Return what a lead-in passes on to the first part of an item that says only of a later part who decides.

    演出一次不超过三天的；超过三天的提交馆务会决定
    """
    deciding = [rule for rule in own if rule.act is Act.DECIDE]
    if not deciding or not all(ranges(rule.condition) for rule in deciding):
        return []
    item = text[clause.start : clause.end]
    opened = mark(item)
    since, until = opened.length if opened else 0, min(item.rfind(rule.condition) for rule in deciding)
    first = item[since : max(since, until)].rstrip()
    if not first.endswith(("；", "。")) and not (first.endswith("，") and ranges(first)):
        return []
    said = first.rstrip("；。，")
    return [rule.model_copy(update={"matter": said[:MATTER_LENGTH], "condition": condition(said)}) for rule in passed]


# by when something is done bounds nothing: to the Dean, | within five days
_WITHIN = re.compile(r"^,?\s*within [^,;]*", re.IGNORECASE)
_LEADS_TO = re.compile(r"[\s,:–—-]*(?:\b(?:by|of|to))?\s*(?:\bthe|\ban?)?\s*$")


def around(item: str, agents: Sequence[Deed]) -> str:
    """Return the part of an item that bounds its actors: what stands before them, else what stands behind."""
    opened = mark(item)
    if any(item[deed.start : deed.end] != deed.actor for deed in agents):
        return item[opened.length if opened else 0 :].strip(" ,;.")  # they stand in the lead-in
    first = item[opened.length if opened else 0 : agents[0].start]
    behind = item[agents[-1].end :]
    if ranges(first) or (not chinese(item) and condition(first) and not ranges(behind)):
        return _LEADS_TO.sub("", first)
    last = max(n for n, deed in enumerate(agents) if deed.act is agents[0].act)
    heard = item[agents[last].end : agents[last + 1].start] if last + 1 < len(agents) else ""
    return _WITHIN.sub("", heard if ranges(heard) else behind).strip(" ,;.")
