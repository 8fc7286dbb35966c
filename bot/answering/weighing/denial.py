"""Whether a text denies what a term names, or says that something is in it: 预算外, "not budgeted", "in the plan"."""

import re
from collections.abc import Iterator

from bot.answering.weighing.coverage import begins, stem

_NOT = r"(?:not|no|nothing|none|never|nobody|\w{2,4}n['’]t)"
# outside the budget | are approved: what is said of it is not denied
_OUT = r"(?:without|outside|beyond|over and above)"
_GOES_ON = r"(?:is|are|was|were|be|has|have|may|must|shall|will|can|needs?|requires?|goes|go)"
_IS = r"(?:is|are|was|were|has|have|had|does|do|did|will|can)"
_OWN = r"(?:the|our|my|your|its|this|that|an?|approved|annual|(?:year|month|term)['’]?s)"
_IN = rf"(?:in|within|inside|under|from)(?: {_OWN})*"
_DONE = re.compile(r"(?:ed|aid|ten|own)$")  # what is done, or undone: paid
_UN = ("un", "non", "non-")
_UNDONE = re.compile(r"un\w+(?:ed|aid|ten|own)")
# what denies a word from before it, up to four words away, and from behind
_BEFORE = re.compile(rf"\b(?:{_NOT}(?: \w+(?:['’]s)?){{0,5}}|{_OUT}(?: (?!{_GOES_ON}\b)\w+){{0,4}}) $|\b(?:un|non-?)$")
_BEHIND = re.compile(
    rf"\w* (?:(?:(?:that|which) )?(?:{_IS} (?:\w+ )?)?(?:not|never|nothing|\w{{2,4}}n['’]t)"
    r"|(?:makes?|made|has|have|had|shows?) no)\b"
)
_BEFORE_ZH = re.compile(r"(?:未|没|无(?!论)|不(?![仅但只论管])|非|超)[^，。；,;]{0,4}$")
_BEHIND_ZH = re.compile(r"[^，。；,;]?(?:以外|之外|外|[里中]?[没未无])")
_KEPT_ZH = re.compile(r"[不未没](?:得|能|可|会|有)?超[过出]?[^，。；,;]{0,4}$")  # 不超出预算 is in it
_NOT_WITHOUT_ZH = re.compile(r"未(?:经|获|得到|取得)[^，。；,;]{0,16}$")  # 未经站长批准不得 asks for the approval
# what says of a thing that something is in it, or has it
_HAS_ZH = re.compile(r"(?:以|之)?(?:内|里|中)|(?:里|中|已|都)?(?:有|列)")
_IN_ZH = re.compile(r"(?:列入?|在|进|有|纳入|超[过出]?)了?$")
_IN_BEFORE = re.compile(rf"\b{_IN} $")
_ED = re.compile(r"\w*ed\b")
# what money is in, or isn't, goes by either name: nobody planned for it, outside the budget
_ALSO = {"plan": "budget", "plans": "budget", "planned": "budget", "budget": "plan", "budgets": "plan",
         "budgeted": "plan", "计划": "预算", "预算": "计划"}  # fmt: skip
_WINDOW = 40  # characters in which such a word is looked for


def denies(text: str, term: str) -> bool | None:
    """Tell whether a text denies a term; None when the term isn't in it. Both are in small letters."""
    found = [_denied(text, *place) for place in _places(text, term)]
    return any(found) if found else None


def throughout(text: str, term: str) -> bool:
    """Tell whether a text denies a term wherever it says it; 投票决定 is said where 未到会的不得投票 stands too."""
    return all(_denied(text, *place) for place in _places(text, term))


def affirms(text: str, term: str) -> bool:
    """Tell whether a text says that something is in what a term names, or has it, where it doesn't deny the term."""
    for start, end in _places(text, term):
        if _denied(text, start, end):
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    inside = _inside if term.isascii() else _inside_zh
    return any(inside(text, *place) for place in _places(text, term))


def also(term: str) -> str:
    """Return by what other name the same may be meant of which a text says that something is in it; "" for most."""
    return _ALSO.get(term, "")


def positive(term: str) -> str:
    """Return the term that one with un- denies: paid for unpaid."""
    return term[2:] if _UNDONE.fullmatch(term) else term


def _denied(text: str, start: int, end: int) -> bool:
    before, behind = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
    if text[start].isascii():
        return _BEFORE.search(before) is not None or _BEHIND.match(behind) is not None
    if _BEHIND_ZH.match(behind):
        return True
    if _NOT_WITHOUT_ZH.search(before):
        return False
    return _BEFORE_ZH.search(before) is not None and _KEPT_ZH.search(before) is None


def _places(text: str, term: str) -> Iterator[tuple[int, int]]:
    """Yield where a term stands: an English one at the start of a word, or behind what denies it there."""
    word, english = (stem(term), True) if term.isascii() else (term, False)
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not english or begins(text, start) or _undone(text, start):
            yield start, end
        else:
            end = start + 1
        start = text.find(word, end)


def _undone(text: str, at: int) -> bool:
    """Tell whether what denies a word stands right before it, and begins a word there."""
    return any(text.endswith(no, 0, at) and begins(text, at - len(no)) for no in _UN)


def _inside_zh(text: str, start: int, end: int) -> bool:
    """Tell whether something is said to be in what a term at a place names, or to have it."""
    return _HAS_ZH.match(text, end) is not None or _IN_ZH.search(text[max(0, start - 4) : start]) is not None


def _inside(text: str, start: int, end: int) -> bool:
    if _IN_BEFORE.search(text[max(0, start - _WINDOW) : start]):
        return True
    whole = not text[start - 1 : start].isalnum() if start else True
    done = _DONE.search(text[start:end]) is not None and not text[end : end + 1].isalnum()
    return whole and (done or _ED.match(text, end) is not None)
