"""What is only encouraged, in which nobody acts: 鼓励单位和个人…, 本市支持…."""

import re

from corpus.rules.chinese.grammar.parts import Part
from corpus.rules.chinese.shapes.account import Account

# 本市支持银行…, 鼓励单位和个人…: nobody acts whom a rule could name
_TO_URGE = "(?:鼓励|支持|扶持|提倡|倡导|引导)"
_URGED = re.compile(
    # behind 支持、督促有关部门… something is done as well
    rf"(?P<state>国家|全社会|本[市省区县州])?(?:积极)?(?!引导){_TO_URGE}(?:[、和]{_TO_URGE})*(?![人者单资股办委员系、])"
)


def urged(told: Account, part: Part) -> bool:
    """Tell whether a part only says what is encouraged; where nobody or the state encourages it, nobody goes on acting."""
    found = _URGED.match(told.plain, part.start, part.stop)
    if found and (found["state"] or not (told.subject or told.carried)):
        told.drop()
    return found is not None
