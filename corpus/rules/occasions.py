"""Who does the same at different times or places: 平时由A保管，周末由B保管; by the Porter on weekdays and by the Curator on Sundays.

Each is a case of one matter, and not the next of a chain.
"""

import re
from collections.abc import Sequence

from corpus.models import Rule
from corpus.passages import chinese
from corpus.quantities import ranges
from corpus.rules.deeds import Deed
from corpus.rules.english.grammar.words import IDIOMS
from corpus.rules.matters import MATTER_LENGTH, tail, topic

_NAMED_ZH = re.compile(
    r"(?P<when>平时|平日|平常|白天|夜里|晚上|早上|上午|下午|中午|夜间|工作日|休息日|节假日|(?:双休|周)[末日]|寒?暑假|寒假|(?:每?(?:周|星期|礼拜)[一二三四五六日天末](?:[至到、和])?)+)"
    r"(?:以外|之外)?(?:里|内|上|则|都|均)?$"
)
_TIME_ZH = re.compile(
    r"(?P<when>[一-鿿]{1,4}?(?:期间|时段|季节|(?<![之当每次即近逾按定如到限长短时分日])[日期季夜假])(?:以外|之外|外)?)(?:里|内|上|则|都|均)?$"
)
_NEVER_ZH = re.compile(
    "[应须由报经]|之日|期限|到期|逾期|定期|同时|及时|临时|随时|按时|当天|每天|[0-9一二三四五六七八九十两]+[日天]"
)
_PART = re.compile("[，；：。]")
_PHRASE_EN = re.compile(
    r"\b(?:on|in|at|during|outside|over|out of)\s+(?:(?:the|any|all|other|every|each|school|public|bank)\s+)*(?P<head>[a-z]+)(?: (?:hours|time|days?))?$",
    re.IGNORECASE,
)
_TIME_EN = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun|week|match|feast|open|race|market)days?|weekends?|terms?|vacations?|holidays?|recess|session"
    r"|days?|daytime|nights?|evenings?|mornings?|afternoons?|summers?|winters?|springs?|autumns?|seasons?|hours|sea|port|harbour|office|working|opening",
    re.IGNORECASE,
)
# on the advice of, in agreement with: how, and not when or where
_HOW = re.compile(
    r"(?:tion|ment|sion|ance|ence|advice|request|approval|consent|writing|turn|order|favou?r|behalf|name)$"
)


def occasions(sentence: str, found: Sequence[Deed], rules: Sequence[Rule]) -> list[Rule]:
    """Return rules, those of different actors who do the same thing each with the occasion on which he does it."""
    if len(found) != len(rules):
        return list(rules)
    if len(found) == 1:
        return [_alone(sentence, found[0], rules[0])]
    when = [_when(sentence, found, n) for n in range(len(found))]
    cases = [
        bool(when[n])
        and any(
            when[k] and when[k] != when[n] and one.act is deed.act and one.verb == deed.verb and one.actor != deed.actor
            for k, one in enumerate(found)
        )
        for n, deed in enumerate(found)
    ]
    own = next((_without(rule.matter, when[n]) for n, rule in enumerate(rules) if cases[n]), "")
    return [
        rule.model_copy(
            update={
                "condition": f"{when[n]}，{rule.condition}" if ranges(rule.condition) else when[n],
                "matter": _without(rule.matter, when[n]) or own or rule.matter,
            }
        )
        if cases[n]
        else rule
        for n, rule in enumerate(rules)
    ]


def _when(sentence: str, found: Sequence[Deed], n: int) -> str:
    """Return the words beside an actor that say when or where he acts, or nothing."""
    deed = found[n]
    before = sentence[found[n - 1].end if n else 0 : deed.start]
    if chinese(sentence):
        said = topic(before, len(before))
        last = _PART.split(said)[-1]
        when = _NAMED_ZH.search(last) or _TIME_ZH.search(last)
        return when["when"] if when and not _NEVER_ZH.search(when["when"]) else ""
    if _fits(_opening(sentence[: found[0].start])):
        return _fits(_opening(before))
    return _fits(tail(sentence, deed, found[n + 1].start if n + 1 < len(found) else len(sentence)))


def _alone(sentence: str, deed: Deed, rule: Rule) -> Rule:
    """Return the rule of a sentence that opens with when it holds, and says of what behind its verb: In term | the Dean approves guests."""
    opening = topic(sentence, deed.start)
    if chinese(sentence) or rule.condition or not at_times(opening):
        return rule
    behind = tail(sentence, deed, len(sentence)).strip(" .;")
    return rule.model_copy(update={"condition": opening, "matter": behind[:MATTER_LENGTH] or rule.matter})


def at_times(words: str) -> bool:
    """Tell whether English words only say at which times or where something holds: during term, on Sundays, at sea."""
    said = _PHRASE_EN.fullmatch(words.strip(" ,"))
    return said is not None and _TIME_EN.fullmatch(said["head"]) is not None


def _opening(before: str) -> str:
    """Return what stands before an actor since the last stop: during term | the Dean."""
    return re.sub(
        r",?\s*(?:the|an?)?\s*$", "", re.split(r"[,;:.]\s+|\band\s+", before.strip(" ,"))[-1], flags=re.IGNORECASE
    )


def _fits(words: str) -> str:
    bare = re.sub(r"[\s,]*(?:\band\b)?(?:\s+by)?(?:\s+the)?\s*$", "", words.strip(" .,;"))
    said = _PHRASE_EN.search(bare)
    if said is None or tuple(said[0].lower().split()) in IDIOMS or _HOW.search(said["head"].lower()):
        return ""
    return said[0]


def _without(matter: str, when: str) -> str:
    """Return a matter without the occasion that it ends with, and with nothing where it is no more than that."""
    return matter.strip().removesuffix(when).strip(" ，,：:")
