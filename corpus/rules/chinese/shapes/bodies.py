"""Bodies whose make-up or meeting a part describes, which act in the parts behind it: 会议由A主持，决定…"""

import re

from corpus.rules.chinese.grammar.parts import Part
from corpus.rules.chinese.grammar.subjects import names_in
from corpus.rules.chinese.shapes.account import Account

# 园务会由园长主持，部门负责人参加，决定…: who leads a body and who attends it are not the body
_LED = re.compile(r"由[^，。；]{2,24}?(?:主持|召集|牵头召集|召集并主持|召集和主持)(?:召开)?$")
_BODY = re.compile(r"(?:会议?|组|班子)$")
# 校长、书记组成评议组，审定…; 评议组由校长、书记组成，审定…
_MADE_UP = re.compile("(?P<by>由[^，。；]{2,60})?组成(?!人|员|部分)")
_ATTENDED = re.compile(r"(?:参加|列席|出席|参会|与会)(?:会议)?$")


def assembled(told: Account, begin: int, part: Part) -> None:
    """Let the body whose meeting a part describes go on as the subject: 会议由A主持，B参加，决定下列事项."""
    if made := _MADE_UP.search(told.plain, begin, part.stop):
        whole = names_in(told.words, made.end(), part.stop) or names_in(told.words, begin, made.start("by"))
        told.assembly = [body for body in whole if _BODY.search(told.plain, *body)]
    elif led := _LED.search(told.plain, begin, part.stop):
        bodies = names_in(told.words, begin, led.start())
        told.assembly = [body for body in bodies if _BODY.search(told.plain, *body)]
    elif not _ATTENDED.search(told.plain, begin, part.stop):
        return
    told.take(told.assembly)
