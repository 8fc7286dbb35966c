"""Whether a sentence speaks of the document it stands in: 本办法自…起施行, "This policy takes effect on …"."""

import re

from corpus.validity.dates import DAY_EN
from corpus.validity.naming import family

_KINDS = (
    "办法|规定|细则|规则|制度|条例|法|章程|方案|意见|通知|决定|规程|准则|守则|规范|标准|流程|手册|指南|预案|解释|批复|公告|文件"
    "|版本|要求|措施|清单|程序|修正案|安排|目录|决议|纲要|公约|制|案|命令|令|协定|议定书|补充|答复|函|复函|纪要|调整|修改|修订"
)
SELF_ZH = re.compile(
    rf"(?:本|此|该次|上述)(?![第])[^，。、第的《》所中附]{{0,14}}?(?:{_KINDS})(?:（[^）]*）|\([^)]*\))?"
)
_ENDING_ZH = re.compile(
    rf"(?:^|[^\w]|现)?{SELF_ZH.pattern}(?:所[列定议作](?:各项)?(?:决定|决议|事项|内容|议定事项))?(?:将|均|拟|应|统一|全文|从即日起|经[^，]{{1,20}})?$"
)
# 本办法由人事科解释，自…: but not 本办法所称标准，自…
_SUBJECT_ZH = re.compile(rf"{SELF_ZH.pattern}(?!所|规定|要求|中|附|涉及|确定|第|的)")
_REST_ZH = re.compile(r"(?:其余|其他)(?:条款|条文|部分|规定|内容|各条)?(?:均|一律)?")
_RELATED_ZH = re.compile(
    r"解释|通过|印发|发布|公布|颁布|批准|修订|修正|未尽事宜|版本|[vV]\d|第.版|此前|以前|同时废止|原.{0,8}废止|遵照执行"
    r"|(?:下列|以下|上述)(?:各项|事项|决定|意见|内容)"
)
# 自印发之日即2026年4月20日起: the day once more
_THAT_IS_ZH = re.compile(r"[自从][^，。；]{0,4}(?:印发|发布|公布|通过|签发)之日[，,（(]?即?$")
_KINDS_EN = (
    "policy|policies|procedures?|document|version|edition|scheme|regulations?|rules?|handbook|codes?|guidelines?|guide"
    "|guidance|plan|framework|reference|ordinances?|statutes?|amendments?|manual|charter|constitution|by-?laws"
    "|arrangements|instructions?|pilot|trial|programme|protocol|memorandum|circular|notice|standards?|directive|orders?|resolution|decision|delegation|schedule of .{3,30}"
)
_SELF_EN = rf"(?:(?:(?:the (?:rest|remainder)|all other \w+) of )?(?:this|these|the present)\b[\w\s,’'-]{{0,50}}?\b(?:{_KINDS_EN})\b(?:\s*\([^)]*\))?|it|they|(?:(?:all|the|these) )?(?:resolutions|decisions)|version\s+[\d.]+)"
_AUX = r"(?:shall|will|is to|are to|is|are|hereby|now|also|and|first|came|has|have|been|,|\s)*"
_BEFORE = re.compile(rf"^{_SELF_EN}\s*{_AUX}$", re.I)
_CHAINED = re.compile(
    rf"^(?:{_SELF_EN}\s*)?{_AUX}(?:takes?|took|comes?|came|enters?|replaces?|supersedes?|revokes?|repeals?|in force|valid"
    r"|effective|approved|adopted|made|issued|agreed|stays?|remains?|applies|apply|with effect)\b.*"
    r"(?:\band\b|,|\bwhich\b|\bit\b)\s*(?:shall|will|is|are|stays?|remains?|hereby|\s)*$",
    re.I | re.S,
)
# As of 1 May 2023 this policy replaces …
_DATED = re.compile(rf"^(?:as of|as from|with effect from|from|on)\s+{DAY_EN},?\s*", re.I)
_ACTS_EN = re.compile(r"\b(?:amend|adopt|approve|issue|made|publish|re-?issue|restate|revise)\w*\b", re.I)


def speaks_zh(before: str, title: str, *, standing: bool) -> bool:
    """Tell whether what stands before 自…起 makes the document its subject.

    Without any subject it must be `standing` where documents speak of themselves: in their opening or closing.
    """
    before = _THAT_IS_ZH.sub("", before)
    if re.search(r"[》][\s]*[（(][^）)]*$", before):
        return _named(before.rpartition("》")[0].rpartition("《")[2], title)
    parts = [part.strip() for part in re.split(r"[，,、：:\s（(]", before) if part.strip(" *")]
    last = parts[-1] if parts and not re.search(r"[，,：:\s（(]$", before) else ""
    if _ENDING_ZH.search(last) or (_REST_ZH.fullmatch(last) and standing):
        return True
    if "《" in last and last.endswith("》"):
        return _named(last.rpartition("《")[2].rstrip("》"), title)
    if last and not re.fullmatch(r"并|现|且|特|定|决定|拟|应|将|于|从|自|一律", last):
        return bool(title) and family(last) == family(title)
    return bool(_SUBJECT_ZH.search(before)) or (standing and (not parts or bool(_RELATED_ZH.search(before))))


def speaks_en(before: str, title: str, *, standing: bool) -> bool:
    """Tell whether what stands before "takes effect on …" makes the document its subject."""
    plain = _DATED.sub("", " ".join(before.split()).lstrip("-–—*#• "))
    if not plain:
        return standing
    if _BEFORE.search(plain) or (_CHAINED.search(plain) and (standing or re.match(_SELF_EN, plain, re.I))):
        return True
    subject = re.sub(rf"{_AUX}$", "", plain, flags=re.I)
    if family(subject) and family(subject) == family(title):
        return True
    noun = re.fullmatch(rf"the\s+({_KINDS_EN})", subject, re.I)
    if noun and standing and noun[1].lower() in title.lower():
        return True
    return standing and bool(_ACTS_EN.search(plain))


def _named(name: str, title: str) -> bool:
    own, other = family(title), family(name)
    return bool(other) and (own == other or own.endswith(other))
