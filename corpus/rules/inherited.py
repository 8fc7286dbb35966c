"""The rules of an item that has its actors from what leads to it: it ends the lead-in, or is what they decide on."""

import re
from collections.abc import Sequence

from corpus.models import Act, Clause, Rule
from corpus.outline.marks import mark
from corpus.passages import chinese, sentences
from corpus.rules.english import items as items_en
from corpus.rules.items import around
from corpus.rules.leading import office_over, powers
from corpus.rules.made import made, rule_of
from corpus.rules.matters import MATTER_LENGTH, condition
from corpus.rules.sentences import Place, from_sentence, unmarked

_HANGS = re.compile(r"\b(?:by|of|from|with)\s*[:–—-]?\s*$")  # by decision of | (i) the Dean
_OWN = re.compile(r"(?:^|[,)%])\s*by (?:the |an? )?$")  # decided by the Panel: | (i) up to £9, by | its chair alone


_IT = re.compile(r"it\b", re.IGNORECASE)  # is what the nearest words above name, or nobody there


def continued(document: str, link: str, text: str, clause: Clause, leads: Sequence[tuple[int, int]]) -> list[Rule]:
    """Read an English item as the end of the nearest lead-in that it can end, unless a nearer one names who acts."""
    own = text[clause.start : clause.end]
    nearest = leads[:1] if _IT.match(unmarked(text, (clause.start, clause.end))) else leads
    for span in () if chinese(own) else nearest:
        lead = text[slice(*span)]
        agents = items_en.agents(own.strip(), lead)
        office = office_over(lead) if not agents else ""
        if office and (told := _of_office((document, link, text), clause, office)):
            return told
        own_doer = bool(agents) and _OWN.search(own.strip()[: agents[0].start]) is not None
        hangs = bool(agents) and (own_doer or _HANGS.search(text[slice(*span)]) is not None)
        if from_sentence(document, link, text, span) and not hangs:
            return []
        if agents:
            said = (around(own.strip(), agents), own.strip(), (clause.start, clause.start + len(own.rstrip())))
            return [rule_of(document, link, deed, place, said) for place, deed in enumerate(agents, 1)]
    return []


def _of_office(place: Place, clause: Clause, office: str) -> list[Rule]:
    """Read the first sentence of an item as what the office over it may or shall do: Town Clerk | 1. To grant leave."""
    document, link, text = place
    for start, end in sentences(text, clause.start, clause.end)[:2]:
        item = text[start:end]
        own = unmarked(text, (start, end))
        if start > clause.start and _IT.match(own):
            break  # the Fees Panel has a quorum of three. It …
        agents = items_en.agents(item, office) if items_en.does(own[items_en.past_it(own, office) :]) else []
        if agents:
            said = (around(item, agents), item, (start, end))
            return [rule_of(document, link, deed, order, said) for order, deed in enumerate(agents, 1)]
    return []


# 经会议研究，对…作如下修改：the items are new words, and none of what was resolved upon
_CHANGES = re.compile(r"(?:作|做)(?:出|了)?如下(?:修改|修订|调整|补充|更正)")
# 会议组织, 会议管理: a heading that only names what it is about
_NAME = re.compile(r"\s*[一-鿿]{2,8}\s*")
# 理事会不得代替会员大会: a sentence that denies something behind the items is none of them
_DENIES = re.compile(r"^[^，。；：]{2,24}(?:不得|不能|无权)[^：]*。\s*$")


def inherited(document: str, link: str, text: str, clause: Clause, leads: Sequence[tuple[int, int]]) -> list[Rule]:
    """Give an item the actors of the nearest lead-in that names any."""
    if _DENIES.search(text[clause.start : clause.end]):
        return []
    for span in leads:
        head = unmarked(text, span)
        if _CHANGES.search(head):
            return []
        rules = from_sentence(document, link, text, span) or made(document, link, head, span, powers(head))
        if rules and not (_NAME.fullmatch(head) and all(rule.act is Act.CARRY_OUT for rule in rules)):
            own = text[clause.start : clause.end]
            number = mark(own) if chinese(own) else None
            item = re.sub(r"\s+", " ", own[number.length if number else 0 :]).strip(" ；;。.\n")
            opened = None if number else mark(item)
            bounds = item[opened.length if opened else 0 :].partition("，其中")[0]
            said = {"matter": item[:MATTER_LENGTH], "condition": condition(bounds)}
            return [rule.model_copy(update=said) for rule in rules]
    return []
