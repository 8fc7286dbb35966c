"""Bounds that go on from the one before: "above that, the board", 超出该期限的，由馆长批准."""

import re
from collections.abc import Iterable, Iterator

from corpus.models import Rule
from corpus.passages import chinese
from corpus.quantities import Measure, Range, amounts, ranges

_SUM = r"(?:sum|amount|limit|figure|threshold|level|value|number)"
_MORE = r"(?:larger|longer|higher|greater|bigger|heavier|dearer|costlier|taller|deeper|wider|steeper)"
_THAT = re.compile(
    rf"\b(?:(?:beyond|above|over) which\b|(?:anything|any sum|all|those) (?:{_MORE}|more|above|over|beyond)(?=\s*(?:$|[,;.:–—-]|\w+s\b|must|shall|may|by\b))"
    rf"|^{_MORE} (?:ones|sums|amounts|orders|payments|grants|claims|purchases|contracts)\b"
    rf"|(?:(?:above|over|beyond|exceed(?:s|ing)?|in excess of)(?: (?:that|this)(?: {_SUM})?(?=\s*(?:$|[,;.:–—-]|\w+s\b|must\b|shall\b|may\b|will\b|only\b|by\b))| (?:that|this|the) {_SUM}\b))"
    r"|(?:more|longer|greater|higher|larger) than (?:that|this)"
    r"|^in (?:every|any|all) other cases?[.;]?[\"”]?$"
    # a larger waiver; for a longer absence; by the Board beyond; where it is for more
    rf"|^(?:(?:for|of) )?(?:an? |any )?{_MORE} (?!than\b)\w+"
    # for eleven or more; where it does not exceed £9 …, and where it does
    r"|^(?:if|where|when) (?:it|they) do(?:es)?[.;]?$"
    r"|^(?:for )?(?:[a-z-]+|[0-9,]+) or (?:more|over)[.;]?$"
    rf"|^(?:for )?(?:above|over|beyond|thereafter|more|{_MORE})[.;]?$|\b(?:is|are|cost(?:s|ing)?|lasting|comes? to)(?: for)? (?:more|{_MORE})[.;]?$)",
    re.IGNORECASE,
)
_THAT_ZH = re.compile(
    r"^(?:[再更](?:往上|向上|[高多大长久远贵重])(?:一?些|一?点)?|往上)的?$|^[再更][高多大长久远贵重]的[一-鿿]{1,4}$|(?:(?:[再更](?:高|低|多|大|长|久|少|短|贵)|其余更[高低多大长少短])(?:一些|些)?的(?:部分|，|$)?$)|(?:超过|超出|高于|多于|大于|超)(?:(?:该|此|上述|前述|以上|这一|这个|前项|前款)(?:项|款)?(?:规定)?(?:金额|数额|限额|额度|标准|期限|天数|时限|人数|数量|数|值)?|(?:金额|数额|限额|期限|天数))?(?:的|部分|者)(?:部分|，|$)?$"
)


def going_on(rules: Iterable[Rule]) -> Iterator[Rule]:
    """Yield rules, those with the bound written out that only say that it is beyond the one before."""
    last: Rule | None = None
    before: tuple[Rule, Rule] | None = None  # the rule before, as it was read and as it is yielded
    for rule in rules:
        made = rule
        if last and _near(last, rule) and (_beyond(rule) or _repeats(rule, last)):
            made = _over(rule, last)
        elif before and before[0] is not before[1] and _same(before[0], rule):
            made = rule.model_copy(update={"condition": before[1].condition})
        before = rule, made
        if _upper(made.condition) is not None:
            last = made
        yield made


_ON_ZH = re.compile(r"(?:[再更](?:往上|向上|[高多大长久远贵重])(?:一?些|一?点)?|往上|超[过出](?:部分)?)的?")


def goes_on(words: str) -> bool:
    """Tell whether Chinese words are nothing but the bound beyond the one before: 再多的, 再往上."""
    return _ON_ZH.fullmatch(words) is not None


def goes_beyond(words: str) -> bool:
    """Tell whether words name no bound of their own but what is beyond another: above that, anything longer."""
    return bool(_THAT_ZH.search(words) if chinese(words) else _THAT.search(words))


def _near(last: Rule, rule: Rule) -> bool:
    """Tell whether a rule stands in the clause of another, or in the next of one list."""
    lists = last.clause.rpartition(".")[0], rule.clause.rpartition(".")[0]
    return rule.clause.startswith(last.clause) or (lists[0] == lists[1] != "")


def _same(before: Rule, rule: Rule) -> bool:
    """Tell whether two rules of one sentence were read with the same bound."""
    return (before.clause, before.start, before.condition) == (rule.clause, rule.start, rule.condition)


def _beyond(rule: Rule) -> bool:
    """Tell whether the words a rule begins with name no bound but another's."""
    said = [words.strip() for words in (rule.matter, rule.condition)]
    return any(goes_beyond(words) for words in said)


# the number of the bound before, said again without its unit: up to six months …; more than six
_AGAIN = re.compile(
    r"(?:for |if it is |where it is )?(?:more than|above|over|exceeding|beyond|longer than|in excess of) (?P<number>[\w,.]+?)[.;,]?",
    re.IGNORECASE,
)


def _repeats(rule: Rule, last: Rule) -> bool:
    """Tell whether a rule is bounded only by the number that the bound before it ends at."""
    said = _AGAIN.fullmatch(rule.condition.strip())
    found = amounts(last.condition)
    if not said or not found:
        return False
    return last.condition[found[-1].start :].lower().startswith(said["number"].lower() + " ")


def _over(rule: Rule, last: Rule) -> Rule:
    """Return a rule bounded from where another ends, and by what it says itself."""
    bound = _upper(last.condition)
    lasting = re.search(r"\blonger\b", f"{rule.matter} {rule.condition}", re.IGNORECASE)
    if bound is None or (lasting and bound.measure in (Measure.MONEY, Measure.SHARE)):
        return rule
    named = next((a for a in reversed(amounts(last.condition)) if a.value == bound.high), None)
    inherited = rule.condition == last.condition  # of a sentence that names the bound before it only
    own = [] if inherited else [r for r in ranges(rule.condition) if r.high != bound.high or r.low is not None]
    if named is None or any(r.low is not None for r in own):
        return rule
    printed = _printed(last.condition, named.start, named.end)
    if chinese(last.condition):
        beyond = f"{'超过' if bound.high_in else '不低于'}{printed}的"
    else:
        beyond = f"{'above' if bound.high_in else 'at least'} {printed}"
    upper = [rule.condition[r.start : r.end] for r in own[:1]]
    alone = _THAT.fullmatch(rule.matter.strip()) or _THAT_ZH.fullmatch(rule.matter.strip())
    matter = last.matter if alone else rule.matter
    return rule.model_copy(update={"condition": ", ".join([beyond, *upper]), "matter": matter})


def _upper(words: str) -> Range | None:
    """Return the last bound with an upper end that words state; a bare amount only where there is no other."""
    found = [one for one in ranges(words) if one.high is not None]
    return next((one for one in reversed(found) if one.low != one.high), found[-1] if found else None)


def _printed(text: str, start: int, end: int) -> str:
    return text[start:end].strip()
