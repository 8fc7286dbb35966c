"""When two names of people or bodies are one actor's."""

import re

# what makes another person, or a body, of the name it is added to
_ANOTHER = re.compile(
    r"副|助理|主任|主席|书记|秘书|[会委局院校处科部室]长|\b(?:deputy|vice|assistant|associate|chair|head|secretary|member)"
)


def same(a: str, b: str) -> bool:
    """Tell whether two names are one actor's: 区教育局 is 教育局, a deputy director is no director."""
    long, short = (a, b) if len(a) >= len(b) else (b, a)
    return short in long and _ANOTHER.search(long.replace(short, "", 1)) is None
