"""Which document the next changes are about: the sentence that says it is amended, or the heading over them."""

import re

from corpus.outline.marks import Mark
from corpus.validity.said.changing import N, cjk

# of several documents that are amended at once, the one that the next changes are about
SECTION = re.compile(
    r"(?:^|对|将|修改|修订|调整)\s*《(?P<title>(?:[^《》]|《[^》]*》)+)》\s*(?:[（(][^）)]*[）)])?\s*(?:作(?:出)?(?:如下|以下|部分|相应)?(?:修改|修订|调整)|的?修改|(?:的?(?:部分|有关|个别)(?:条款|内容|规定))?[：:。]?\s*$)"
)
# "In the Lending Rules, section 3 is …", or a heading over those changes; what a document is called ends so
_CALLED_EN = (
    r"(?:rules?|regulations?|polic(?:y|ies)|scheme|code|manual|handbook|orders?|bye?-?laws|constitution|procedures?|schedule"
    r"|reference|circular|charter|articles|guide(?:lines)?|instructions|ordinance|act|statutes?|framework|rulebook|agreement"
    r"|memorandum|protocol|directive|delegations?|powers|terms|plan|notice|standards?|conditions)"
)
# the Rules on Boats
_ABOUT = r"\s+(?:on|for|of)\s+[\w'’ ,&–-]{2,60}?"
# 26/41 Personnel Policy. The words after it say what becomes of that
_HEADING_EN = re.compile(
    rf"^[\s*_.]*(?P<title>[A-Z][\w'’ &–-]{{2,60}}?(?i:{_CALLED_EN}))"
    r"(?:\s*[,:–-]\s*(?:[Pp]artial\s+)?(?:[Aa]mendments?|[Cc]hanges?|[Rr]evisions?|[Vv]ariations?))?[\s*_]*[.:]?[\s*_]*$"
)
# Item 2 Change of the Lending Rules; Resolution 5 (partial amendment of Regulation 600)
_CHANGE_OF_EN = re.compile(
    r"\b(?:changes?|amendments?|revisions?|variations?|modifications?)\s+(?:of|to|in)\s+"
    rf"(?P<title>(?:the\s+)?(?-i:[A-Z])(?:[\w'’ &–-]{{0,60}}?\b)?{_CALLED_EN}(?:\s+\d{{1,4}}|{_ABOUT})?)"
    r"\s*(?:\([^)\n]{1,40}\))?[\W]*$",
    re.I,
)
_SECTION_EN = re.compile(
    r"^\W*(?:\d{1,2}[.)]\s*)?(?:(?:in|to|of|from)\s+)?"
    rf"(?P<title>the\s+(?:(?-i:[A-Z])[\w'’ &–-]{{0,80}}?{_CALLED_EN}|(?-i:(?=[A-Z])){_CALLED_EN}{_ABOUT}))(?:\s+\([^)\n]{{1,60}}\))?"
    r"(?:,\s+(?=\S)|\s*[:.]?\s*$|\s+(?:is|are|be|shall be|was|were)\s+(?:hereby\s+)?(?:further\s+)?amended\s+(?:as\s+follows|by|as\s+under))",
    re.I,
)
TOPIC = re.compile(rf"\s*(?:议题|议程|事项)\s*{N}(?=[\s：:、])")  # minutes go on to another thing


def heading_over(words: str, opened: Mark | None) -> re.Match[str] | None:
    """Return what names the document that the next changes are about: a sentence, or a heading over them."""
    if cjk(words):
        return SECTION.search(words)
    return _SECTION_EN.search(words) or (_HEADING_EN.search(words) or _CHANGE_OF_EN.search(words) if opened else None)
