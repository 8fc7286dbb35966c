"""Titles for documents whose format names none."""

import re

from corpus.formats.marks import opens_clause
from corpus.models import Line, Role

# A first line past this is a paragraph, not a title.
LONGEST_TITLE = 60
# Below the name of a body a line that names rules is one also where it is longer.
LONGEST_BELOW = 100
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
    r"|parish|company|cooperative|group|partnership|federation|district|centre|center|office|union|bureau|corporation"
)
_RULES_ZH = (
    r"办法|规定|细则|规则|制度|条例|章程|方案|意见|通知|决定|规程|准则|守则|规范|标准|流程|手册|指南|预案"
    r"|公告|程序|清单"
)
_RULES = (
    r"policy|policies|regulations?|rules?|procedures?|orders?|bye?-?laws|scheme|code|guidelines?|guidance|handbook"
    r"|manual|constitution|charter|protocol|standards?|terms of reference|memorandum|circular|notice|resolution|plan"
    r"|instructions?|arrangements|statutes|bulletin|rulebook|book"
)
_LETTERHEAD = re.compile(
    rf"^[^，。；：《》]{{2,30}}(?:{_BODIES_ZH})(?:文件)?$"
    rf"|^(?:the\s+)?[\w'’&,. -]{{0,70}}?\b(?:{_BODIES})(?:\s+(?:of|for)\s[^.;:]{{2,60}})?\.?$",
    re.I,
)
_NAMES_RULES = re.compile(
    rf"(?:{_RULES_ZH})\s*(?:[（(][^）)]*[）)])?$"
    rf"|\b(?:{_RULES})\b(?:\s+(?:of|for|on)\b.{{0,40}})?\s*(?:(?:no\.?\s*)?\d[\d./-]*|\([^)]*\))?$"
    # Regulation 12 - Visitors and contractors
    rf"|\b(?:{_RULES})\s+(?:no\.?\s*)?\d[\d./-]*\s*[-–—:]\s*\S.{{2,60}}$",
    re.I,
)


def guess(lines: tuple[Line, ...]) -> str:
    """The short first line of a document or its first heading, "" where neither can be its title."""
    heading = next((line.text for line in lines[:20] if line.role == Role.HEADING), "")
    first = next((line.text for line in lines if line.role in (Role.HEADING, Role.TEXT)), "")
    if below := under(first, lines):
        return below
    return next((text for text in (first, heading) if _fits(text)), "")


def under(title: str, lines: tuple[Line, ...]) -> str:
    """The title below the name of the body that a document begins with, "" where its first line is the title.

    That a document of rules is one, "Bylaws of the Board", tells it from the body's others. A heading is that title
    only where no other of its level follows but numbered ones: "General rules" may be the first section of several.
    """
    if _NAMES_RULES.search(title) or not lines or lines[0].text != title:
        return ""
    body = bool(_LETTERHEAD.search(title))
    for n, line in enumerate(lines[1:4], 1):
        alike = [other for other in lines if other.role is Role.HEADING and other.level == line.level]
        alone = sum(not opens_clause(other.text) for other in alike) == 1
        tells = _NAMES_RULES.search(line.text) and line.text != title and _fits(line.text, LONGEST_BELOW)
        if tells and line.role is Role.HEADING and alone and (body or (n == 1 and lines[0].role is Role.HEADING)):
            return line.text
        if tells and line.role is Role.TEXT and body:
            return line.text
    return ""


def _fits(text: str, longest: int = LONGEST_TITLE) -> bool:
    return 1 < len(text) <= longest and text[-1] not in "。；;：:，," and not opens_clause(text)


def stem(path: str) -> str:
    """A file's name without its suffix and without the dates and versions at its end."""
    name = path.rpartition("/")[2].rpartition(".")[0] or path
    bare = name
    while (shorter := _DECORATION.sub("", bare)) != bare:
        bare = shorter
    return bare.strip(" _-") or name
