"""Whether a question asks who holds a post or sits on a body, and whether a clause says so, and for which post."""

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.models import Rule
from corpus.rules.verbs import HOLDS, MAKES_UP

_ASKED = re.compile(
    r"(?:谁|哪些人|哪几个?[人位方]|什么人|哪些部门|哪几个部门|多少人|几个?人|怎么|如何)(?:共同)?(?:组成|构成)|(?:构成|组成)(?:人员)?(?:是|有|包括)"
    r"|(?:成员|委员|人员|组员)(?:都?有|都?是|都?包括|名单|构成)(?:哪|谁|什么|多少|几)?|有(?:哪些|哪几个|多少|几[个名位]?)(?:成员|委员|组员|人组成)"
    r"|(?:长|主任|主席|书记|召集人|负责人|秘书|主持人)(?:都?是|是由|由)(?:谁|哪|什么人)|谁(?:是|当|做)[^，。？?]{0,16}(?:长|主任|主席|召集人|负责人|秘书)"
    r"|(?:[会组团队委]|班子)里?面?都?有(?:哪些|哪几[个位]|什么)人"
    r"|\bwho(?:'s|’s| else)? (?:all )?(?:sits?|serves?|is|are|goes) on\b|\bwho (?:are|is) (?:all )?(?:the )?members?\b"
    r"|\bwho(?:'s|’s| is) (?:the )?(?:\w+ )?(?:chair|secretary|conven[oe]r|president|treasurer|clerk)\b"
    r"|\bma[dk]e up\b|\bmembership\b|\bconsists?\b|\bcomprises?\b|\bcomposition\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"组成(?!部分)|(?:成员|委员|组员)(?:为|包括|有)|担任|兼任"
    r"|\b(?:consists?|made up|composed) of\b|\bcompris(?:es?|ing)\b|\bmembers? (?:are|is|shall be|of)\b|\bmembership\b"
    r"|\b(?:is|are|as|be) (?:the |ex officio )?(?:chair|secretary|conven[oe]r|president|treasurer|clerk)\b"
    r"|\bchair(?:ed|s)\b",
    re.IGNORECASE,
)
_SITS = re.compile(r"chair|serv(?:e|ing)|sits?\b|presid|act(?:s|ing)?\b", re.IGNORECASE)
_HOLDS = frozenset((*HOLDS, *MAKES_UP))


@lru_cache(maxsize=256)
def seats(text: str) -> bool:
    """Tell whether a question asks who holds a post or sits on a body."""
    return _ASKED.search(text) is not None


def seated(words: str, rules: Sequence[Rule]) -> bool:
    """Tell whether a clause says who holds a post or sits on a body."""
    return any(rule.verb in _HOLDS for rule in rules) or _TOLD.search(words) is not None


def holders(rules: Sequence[Rule]) -> list[Rule]:
    """Return the rules that say who holds a post or sits on a body: what a body does is another thing."""
    return [rule for rule in rules if rule.verb in _HOLDS or _SITS.match(rule.verb)]


def only_sits(rules: Sequence[Rule]) -> bool:
    """Tell whether rules say no more than who makes up a body, which is no act of those who sit there."""
    return bool(rules) and all(rule.verb in MAKES_UP for rule in rules)


def of_the_seat(asked: str, rules: Sequence[Rule]) -> list[Rule]:
    """Return of rules that say who holds which of several posts those of the post that a question names."""
    posts = {rule.matter: _told(rule.matter, asked) for rule in rules if rule.verb in _HOLDS}
    best = max(posts.values(), default=(0.0, 0))
    if len(posts) < 2 or not best[0]:
        return list(rules)
    return [rule for rule in rules if rule.verb not in _HOLDS or posts[rule.matter] == best]


def _told(matter: str, asked: str) -> tuple[float, int]:
    """Return which part of a post's name a question names, and how much that is: all of 组长, half of 副组长."""
    post = re.split("[，；：的]", matter)[-1]
    pairs = {post[n : n + 2] for n in range(len(post) - 1)}
    said = sum(pair in asked for pair in pairs)
    return said / max(1, len(pairs)), said
