"""Offices whose names have "and" or 与 in them, told from two: by who keeps the document, its headings, or its own sentences.

Such a name is read as one by reading a word of its length in its place.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile, zip_longest

from corpus.models import Clause, Rule
from corpus.passages import chinese

_WORDS = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*"
_PAIR = re.compile(
    rf"(?<!\w)(?!(?:The|An?|All|Any|Each|Every|In|On|For|If|When|By|To|Both)\b){_WORDS} (?:and|&) {_WORDS}(?!\w)"
)
_FEWEST = 2  # times that two fields are named together, and never apart
_STANDS_IN = " Office"
# 与设备处: the second half of a name, and the office whose it is when nobody writes it without the first
_HALF_ZH = re.compile(r"(?<=[室科办站所院部处组])与([一-鿿]{2,6}?[处科部室办])")
_FEWEST_ZH = 3
_SIGNS_ZH = "甲乙丙丁戊己庚辛"
_LETTERS = "zyxwvutsrqponmlkjihgfedcb"  # each of as many offices has a word of its own


def offices(text: str, clauses: Sequence[Clause], owner: str) -> tuple[str, ...]:
    """Return the names with "and" in them that a document uses for one office that acts."""
    headed = {owner.strip(), *(clause.heading.strip() for clause in clauses if clause.heading)}
    pairs = dict.fromkeys(_PAIR.findall(text)) if " and " in text or " & " in text else {}
    named = [one for one in pairs if _acts(text, one) and (one in headed or _together(text, one))]
    return (*named, *_chinese(text))


def _chinese(text: str) -> Iterator[str]:
    """Yield the names with 与 in them whose second half nobody writes without the first: 实验室与设备处."""
    for half in dict.fromkeys(_HALF_ZH.findall(text)):
        befores = text.split(f"与{half}")
        if len(befores) > _FEWEST_ZH and text.count(half) == len(befores) - 1:
            backwards = zip(*(before[::-1] for before in befores[:-1]), strict=False)
            alike = takewhile(lambda signs: len({*signs}) == 1 and "一" <= signs[0] <= "鿿", backwards)
            first = "".join(signs[0] for signs in alike)[::-1]
            yield from [f"{first}与{half}"] if len(first) >= _FEWEST else []


def _acts(text: str, name: str) -> bool:
    """Tell whether a name stands where one acts: with the verb of one, or behind "by"."""
    own = re.escape(name)
    return re.search(rf"\b{own} (?:(?:\w+ly|also|alone) )?(?:is|has|\w+[^\Ws]s)\b|\bby {own}\b", text) is not None


def _together(text: str, name: str) -> bool:
    """Tell whether both parts of a name are written only together, and more than once."""
    times = text.count(name)
    parts = re.split(" and | & ", name)
    return times >= _FEWEST and all(len(re.findall(rf"\b{re.escape(one)}\b", text)) == times for one in parts)


def hidden(text: str, names: Sequence[str]) -> tuple[str, dict[str, str]]:
    """Return a text with a word of the same length in the place of each of some names, and which stands for which."""
    masks = {
        sign * (len(name) - 1) + name[-1]: name
        for name, sign in zip([one for one in names if chinese(one)], _SIGNS_ZH, strict=False)
    }
    names = [one for one in names if not chinese(one)]
    masks |= {
        f"Q{letter * (len(name) - len(_STANDS_IN) - 1)}{_STANDS_IN}": name
        for name, letter in zip(names, _LETTERS, strict=False)
        if len(name) > len(_STANDS_IN) + 1
    }
    for mask, name in masks.items():
        text = text.replace(name, mask)
    return text, masks


def told(rules: Iterable[Rule], masks: Mapping[str, str]) -> Iterator[Rule]:
    """Yield rules with the names again that stood in their words, those of the halves of one name as one."""
    kept: list[Rule] = [_with_names(rule, masks) if masks else rule for rule in rules]
    whole = False
    for rule, after in zip_longest(kept, kept[1:]):
        both = "" if whole or after is None else _both(rule, after, masks)
        if not whole:
            yield rule.model_copy(update={"actor": both}) if both else rule
        whole = bool(both)


def _with_names(rule: Rule, masks: Mapping[str, str]) -> Rule:
    said = {"actor": rule.actor, "matter": rule.matter, "condition": rule.condition}
    for mask, name in masks.items():
        said = {key: _restored(words, mask, name) for key, words in said.items()}
    return rule.model_copy(update=said)


def _restored(words: str, mask: str, name: str) -> str:
    """Return words with a name again where its stand-in is, or is cut off at their end."""
    words = words.replace(mask, name)
    cut = next((size for size in range(len(mask) - 1, 2, -1) if words.endswith(mask[:size])), 0)
    return words[:-cut] + name[:cut] if cut else words


def _both(rule: Rule, after: Rule, masks: Mapping[str, str]) -> str:
    """Return the name of the office that two rules of one cell or sentence are the halves of, or nothing."""
    one, other = (rule.clause, rule.start, rule.act, rule.verb), (after.clause, after.start, after.act, after.verb)
    names = (f"{rule.actor}{joint}{after.actor}" for joint in (" and ", " & ", "与"))
    return next((name for name in names if name in masks.values()), "") if one == other else ""
