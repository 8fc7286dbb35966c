"""Titles for documents whose format names none."""

import re

from corpus.formats.marks import opens_clause
from corpus.models import Line, Role

# A first line past this is a paragraph, not a title.
LONGEST_TITLE = 60
_DECORATION = re.compile(
    r"[\s_\-–—.]*(?:[（(\[【]?(?:(?:19|20)\d{2}(?:[-_./年]?\d{1,2}(?:[-_./月]?\d{1,2}日?)?)?(?:年|月)?(?:版|修订)?"
    r"|v(?:er(?:sion)?)?\.?\s?\d+(?:\.\d+)*|第?[一二三四五\d]+[稿版]|final|最终版?|终稿|定稿|修订版?|副本|copy)[）)\]】]?)$",
    re.I,
)

# a body's name over the title, as on letter paper
_BODIES_ZH = (
    r"学校|[中小大]学|幼儿园|学院|医院|公司|集团|[局厅委会部署]|中心|[院所馆站社]|政府"
    r"|街道办事处|办公室|合作社|协会|基金会"
)
_BODIES = (
    r"trust|council|school|college|university|academy|association|society|club|charity|foundation|limited|ltd|llp|plc"
    r"|inc|board|committee|authority|commission|department|ministry|agency|institute|hospital|library|museum|church"
    r"|parish|company|cooperative|group|partnership|federation"
)
_RULES_ZH = (
    r"办法|规定|细则|规则|制度|条例|章程|方案|意见|通知|决定|规程|准则|守则|规范|标准|流程|手册|指南|预案"
    r"|公告|程序|清单"
)
_RULES = (
    r"policy|policies|regulations?|rules?|procedures?|orders?|bye?-?laws|scheme|code|guidelines?|guidance|handbook"
    r"|manual|constitution|charter|protocol|standards?|terms of reference|memorandum|circular|notice|resolution|plan"
    r"|instructions?|arrangements"
)
_LETTERHEAD = re.compile(
    rf"^[^，。；：《》]{{2,30}}(?:{_BODIES_ZH})(?:文件)?$|^(?:the\s+)?[\w'’&,. -]{{3,70}}?\b(?:{_BODIES})\.?$", re.I
)
_NAMES_RULES = re.compile(
    rf"(?:{_RULES_ZH})\s*(?:[（(][^）)]*[）)])?$"
    rf"|\b(?:{_RULES})\b(?:\s+(?:of|for|on)\b.{{0,40}})?\s*(?:\d{{4}}|\([^)]*\))?$",
    re.I,
)


def guess(lines: tuple[Line, ...]) -> str:
    """The short first line of a document or its first heading, "" where neither can be its title."""
    heading = next((line.text for line in lines[:20] if line.role == Role.HEADING), "")
    first = next((line.text for line in lines if line.role in (Role.HEADING, Role.TEXT)), "")
    below = [
        line.text for line in lines[1:4] if line.text != first and _fits(line.text) and _NAMES_RULES.search(line.text)
    ]
    if _LETTERHEAD.search(first) and not _NAMES_RULES.search(first) and below:
        return below[0]
    return next((text for text in (first, heading) if _fits(text)), "")


def _fits(text: str) -> bool:
    return 1 < len(text) <= LONGEST_TITLE and text[-1] not in "。；;：:，," and not opens_clause(text)


def stem(path: str) -> str:
    """A file's name without its suffix and without the dates and versions at its end."""
    name = path.rpartition("/")[2].rpartition(".")[0] or path
    bare = name
    while (shorter := _DECORATION.sub("", bare)) != bare:
        bare = shorter
    return bare.strip(" _-") or name
