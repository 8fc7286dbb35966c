"""When two names of people or bodies are one actor's."""

import re

# what makes another person, or a body, of the name it is added to
_ANOTHER = re.compile(
    r"副|助理|主任|主席|书记|秘书|[会委局院校处科部室]长|\b(?:deputy|vice|assistant|associate|chair|head|secretary|member)"
)
# who somebody is, or a post that one person has; and the bodies that are called after such people
_PERSON = re.compile(r"(?:[长生员师工民]|[董理监干]事|业主|股东|主任|书记|代表|经理|总监|领导|负责人|校友|职工)$")
_BODY = re.compile(r"^(?:[会院处部科室委办]|[一-鿿]{0,6}(?:[会院处室组]|会议|委员会|办公室|小组|中心))$")
_BODY_ENGLISH = re.compile(
    r"^(?:s?['’]s?|s)? (?!of )(?:[a-z&-]+ ){0,4}"
    r"(?:committee|panel|board|council|office|team|group|forum|assembly|union)$"
)


def same(a: str, b: str) -> bool:
    """Tell whether two names are one actor's: 区教育局 is 教育局, a deputy director is no director.

    A body that is called after those who sit in it, or serve in it, is another: 主任办公会, 学生会, a governors' panel.
    """
    long, short = (a, b) if len(a) >= len(b) else (b, a)
    if short not in long or _ANOTHER.search(long.replace(short, "", 1)):
        return False
    behind = long[long.rindex(short) + len(short) :]
    called = _BODY.match(behind) if _PERSON.search(short) else None
    return not (called or _BODY_ENGLISH.match(behind))
