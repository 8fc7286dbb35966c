"""What a document says of itself: from when and until when it holds, what it ends, which version it is.

A statement counts only when the document is its subject: 本办法自…起施行, "This policy takes effect on …", or none at
all where documents speak of themselves, before the first numbered clause and in the last one. 事假自…起, a contract's
有效期 and what is quoted are about other things.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from corpus.effects import Stated
from corpus.models import Clause, Facts
from corpus.quantities.numbers import number
from corpus.sentences import Sentence, sentences
from corpus.validity.amended import amending, amends
from corpus.validity.amending import amendments, unread
from corpus.validity.compared import compared
from corpus.validity.dates import DAY_EN, DAY_ZH, SPAN, SPAN_EN, day, later
from corpus.validity.issued import at_the_foot, dated, issued
from corpus.validity.listed import listed
from corpus.validity.naming import version
from corpus.validity.numeric import day_first, unclear, written_out
from corpus.validity.own import speaks_en, speaks_zh
from corpus.validity.partly import begun, of_clauses
from corpus.validity.precedence import precedence
from corpus.validity.repealing import repeals

_HOLDS = r"施行|实施|生效|执行|实行|试行|启用|适用|暂行(?!办法|规定|条例|规则|制度)"
_STOPS = r"(?=\s*(?:$|[，,。；;、：:)）\]】\n*_]|并|有效|试行|原|[一二两三四五\d]|《|至|到|且|以前|此前|止))"
_FROM_ZH = re.compile(
    rf"(?:自|从|于|定于|拟于)?\s*(?P<day>{DAY_ZH})\s*(?:零时)?\s*(?:之?日)?\s*(?:起|开始)?\s*[，,]?\s*"
    rf"(?:正式|开始|统一|在?全[\u4e00-\u9fff]{{1,3}}|起)?\s*(?:{_HOLDS}){_STOPS}"
)
# 自2023年秋季学期起施行, 自2023学年起执行: a school year begins in September
_FROM_TERM_ZH = re.compile(
    rf"(?:自|从)\s*(?P<year>(?:19|20)\d{{2}})\s*年?\s*(?P<term>秋季|春季|学年)(?:学期)?(?:开学)?(?:之?日)?起?(?:{_HOLDS}){_STOPS}"
)
_TERMS = {"秋季": 9, "学年": 9, "春季": 3}
_ON_ISSUE_ZH = re.compile(
    r"(?:自|从|由|于)\s*(?:其|本[^，。；]{1,10}?|文件|修订|修改|国务院|[^，。；自从由于]{2,8}(?=批准))?(?:印发|发布|公布|颁布|下发|发文|签发|颁发|公告|通过|批准|发文|审议通过)"
    rf"(?:之?日|时)(?:（[^）]*）)?\s*(?:起|开始|即|后)?\s*(?:满)?(?:(?P<wait>\d+|[一二三四五六七八九十]+)\s*[日天]后)?[，,]?\s*"
    rf"(?:正式|开始|即|起)?(?:{_HOLDS}){_STOPS}"
)
_SELF_DATED = re.compile(
    rf"^\s*(?:生效|施行|实施|执行|启用)(?:日期|时间)?\s*[:：]?\s*(?P<day>{DAY_ZH})\s*起?\s*$|^\s*(?P<day2>{DAY_ZH})\s*起?(?:施行|实施|生效)\s*$"
)
_FROM_EN = re.compile(
    r"(?:takes? effect|took effect|comes? into (?:force|effect|operation)|came into (?:force|effect)|enters? into force"
    r"|(?:is |are |be )?(?:in force|effective|valid|in effect|operative|applicable)|has effect|have effect|applies|apply"
    r"|with effect|commences?|(?:hereby )?amended)"
    rf"\s*(?:,?\s*(?:with effect )?(?:from|on|as of|as from|since)(?: and including)?\s+|:\s*)(?:the\s+)?(?P<day>{DAY_EN})",
    re.I,
)
_LABELLED_EN = re.compile(
    rf"^\s*(?:(?:effective(?: date| from)?|date of effect|commencement(?: date)?|in force from)\s*[:：]|effective)\s*(?P<day>{DAY_EN})",
    re.I,
)
_UNTIL_ZH = re.compile(
    rf"(?:(?:有效期|施行期|试行期|执行期|有效)(?:限)?(?:截止)?(?:自\s*{DAY_ZH}\s*)?[为是]?|试行|施行|执行|生效|起|，|,|^)\s*(?:截止)?(?:至|到|截至)\s*"
    rf"(?P<last>{DAY_ZH})(?:\s*止)?|(?:于|至)?\s*(?P<lapse>{DAY_ZH})\s*(?:自动|自行)?(?:失效|届满|到期)"
    rf"|(?:自|从|于)\s*(?P<over>{DAY_ZH})\s*(?:之日)?起?(?:自动|自行)?(?:废止|失效|停止(?:执行|施行)|终止)"
)
# 试行期一年，自2024年1月1日起计算; 有效期自发布之日起三年
_TERM_FROM_ZH = re.compile(
    rf"(?:有效期|试行期|施行期|执行期)(?:限)?[为是]?\s*{SPAN}\s*[，,]\s*自\s*(?P<day>{DAY_ZH})\s*(?:之日)?起(?:计算|算起|算)?"
)
_TERM_SINCE_ZH = re.compile(
    rf"(?:有效期|试行期|施行期|执行期)(?:限)?[为是]?\s*自(?:其)?(?:印发|发布|公布|颁布|下发|施行|实施|生效|执行)之日起\s*{SPAN}"
)
_TERM_ZH = re.compile(rf"(?:有效期|试行期|试行|施行期|执行期|暂行期)(?:限)?(?:暂定|定|约)?[为是]?\s*{SPAN}(?![以内前])")
# runs from 1 May 2023 to 30 April 2025, valid for two years from 1 May 2023
_FROM_TO_EN = re.compile(
    rf"\b(?:runs?|in force|in effect|in operation|valid|effective|appl(?:y|ies)|started|starts|begins?|began)\s+(?:from|on|between)?\s*(?P<day>{DAY_EN})\s*"
    rf"(?:,?\s*(?:and\s+)?(?:to|and|until|till|through|ends? on|expires? on)|[-–—])\s+(?P<last>{DAY_EN})",
    re.I,
)
_FOR_FROM_EN = re.compile(
    rf"\b(?:valid|in force|in effect|effective|runs|remains?|stays)\b[^.;]*?\bfor(?: a (?:period|term) of)?\s+{SPAN_EN}\s+(?:from|starting(?: on)?|beginning(?: on)?)\s+(?P<day>{DAY_EN})",
    re.I,
)
_UNTIL_EN = re.compile(
    rf"\b(?:until|till|up to(?: and including)?|through|expir(?:es?|y|ing)(?: date)?(?: on|:| at the end of)?|laps(?:es?|ed)"
    rf"(?: on| at the end of| at midnight on)|ends? on)\s+(?:and including\s+|the end of\s+)?(?P<last>{DAY_EN})"
    rf"|\b(?:ceases? to (?:have effect|apply|be in force)|(?:is |was |are |be )?(?:repealed|withdrawn|revoked|superseded|rescinded))"
    rf"(?:,? with effect)?\s+(?:on|from|as of)\s+(?P<over>{DAY_EN})",
    re.I,
)
_TERM_EN = re.compile(
    rf"\b(?:valid|in force|in effect|effective|runs|remains?|stays)\b[^.;]*?\bfor(?: a (?:period|term) of)?\s+{SPAN_EN}\b",
    re.I,
)
_VERSION_LINE = re.compile(r"版本|版次|\bversion\b|\bv\s*\d|\bissue\s+\d", re.I)
# nothing else can say from when or until when a document holds; most sentences have none of it
_TELLS = re.compile(
    r"(?:19|20|１９|２０)[\d]{2}|[二一][零〇○九八]|之?日起|之日|有效|试行|until|till|expir|laps|effect|force|valid|cease|withdrawn|remain|stay",
    re.I,
)


def stated(text: str, clauses: Sequence[Clause], facts: Facts, path: str = "") -> Stated:
    """Return what a document says of itself; `path` is its file's, whose name may bear a version."""
    printed = sentences(text, clauses)
    said = written_out(printed, day_first(text))
    given, effective, repealed = _own_days(said, facts, path)
    left = unclear(said)
    guessed = _own_days(written_out(printed, order=True), facts, path) if left else (given, effective, repealed)
    return Stated(
        issued=given,
        effective=effective,
        repealed=repealed,
        unclear=left if guessed != (given, effective, repealed) else (),
        version=_version(said, facts, path),
        repeals=tuple(dict.fromkeys([*repeals(said, facts), *listed(said, clauses, text, facts)])),
        amends=tuple(amends(said, facts)),
        amendments=(*amendments(text, said, facts), *compared(text, clauses, said, facts)),
        unread=tuple(unread(text, said, facts)),
        begun=tuple(begun(said)),
        precedence=tuple(precedence(said)),
    )


def _own_days(said: Sequence[Sentence], facts: Facts, path: str) -> tuple[date | None, date | None, date | None]:
    """Return the days on which a document was issued, takes effect and ends, by its own words."""
    told = [one for one in said if _TELLS.search(one.words)]
    given = facts.issued or issued(said) or dated(path) or at_the_foot(said)
    effective = _effective(told, facts, given)
    return given, effective, _repealed(told, facts, facts.effective or effective or given)


def _version(said: Sequence[Sentence], facts: Facts, path: str) -> str:
    """Return the version by the facts, the title, the opening or the file's name, whichever names one first."""
    opening = (s.words for s in said if s.opening and len(s.words) < 60 and _VERSION_LINE.match(s.words.strip("# ")))
    heads = (s.words for s in said[:1] if len(s.words) < 80)
    about_another = amending(said, facts)  # whose title bears the version of what it amends
    titles = [] if about_another else [facts.title, *heads, *opening]
    named = [facts.version, *titles, path.rpartition("/")[2]]
    return next((found for words in named if words and (found := version(words) or _plain(words, facts))), "")


def _plain(words: str, facts: Facts) -> str:
    return words if words == facts.version else ""


def _standing(one: Sentence) -> bool:
    return one.opening or one.closing


def _effective(said: Sequence[Sentence], facts: Facts, issued: date | None) -> date | None:
    """Return the day the document takes effect; none where the parts of a compilation name several."""
    found = [(one, when) for one in said for when in _begins(one, facts, issued)]
    parts = {one.part for one, _ in found}
    if len({when for _, when in found}) > 1 and len(parts) > 1:
        return None
    closing = [when for one, when in found if not one.opening]
    return next(iter(closing[-1:] or [when for _, when in found]), None)


def _begins(one: Sentence, facts: Facts, issued: date | None) -> Iterator[date]:
    labelled = (_SELF_DATED.search(one.words) or _LABELLED_EN.search(one.words)) if _standing(one) else None
    if labelled:
        groups = labelled.groupdict()
        yield from _days([groups["day"] or groups.get("day2")])
        return
    partly = of_clauses(one.words)
    for found in _FROM_ZH.finditer(one.words):
        sure = re.search("起|开始|自|从|于", found[0])
        if sure and speaks_zh(one.words[: found.start()], facts.title, standing=_standing(one)):
            yield from _days([found["day"]])
    for found in _FROM_TERM_ZH.finditer(one.words):
        if speaks_zh(one.words[: found.start()], facts.title, standing=_standing(one)):
            yield date(int(found["year"]), _TERMS[found["term"]], 1)
    for found in _ON_ISSUE_ZH.finditer(one.words):
        if issued and speaks_zh(one.words[: found.start()], facts.title, standing=_standing(one)):
            yield issued + timedelta(_count(found["wait"]))
    for pattern in (_FROM_TO_EN, _FOR_FROM_EN):
        for found in pattern.finditer(one.words):
            if speaks_en(one.words[: found.start()], facts.title, standing=_standing(one)):
                yield from _days([found["day"]])
    for found in _FROM_EN.finditer(one.words):
        if any(start <= found.start() < end for start, end in partly):
            continue
        amended = found[0].lower().startswith(("amended", "hereby amended")) and one.opening
        if amended or speaks_en(one.words[: found.start()], facts.title, standing=_standing(one)):
            yield from _days([found["day"]])


def _count(words: str | None) -> int:
    return int(number(words) or 0) if words else 0


def _days(printed: Iterable[str | None], *, last: bool = False) -> list[date]:
    return [when for words in printed if words and (when := day(words, last=last))]


def _repealed(said: Sequence[Sentence], facts: Facts, begin: date | None) -> date | None:
    """Return the first day on which the document does not hold any more, by its own words."""
    ends = [when for one in said for when in _ends(one, facts, begin)]
    later_than = [when for when in ends if begin is None or when > begin]
    return later_than[-1] if later_than else None


def _ends(one: Sentence, facts: Facts, begin: date | None) -> Iterator[date]:
    title, standing = facts.title, _standing(one)
    own = any(_begins(one, facts, date.min))
    for found in _UNTIL_ZH.finditer(one.words):
        if _own_zh(one, found, title, own) and "《" not in one.words[: found.start()].rpartition("，")[2]:
            yield from (when + timedelta(1) for when in _days([found["last"], found["lapse"]], last=True))
            yield from _days([found["over"]])
    for found in _TERM_FROM_ZH.finditer(one.words):
        over = (
            later(day(found["day"]) or date.max, found["count"], found["unit"])
            if _own_zh(one, found, title, own)
            else None
        )
        yield from [over] if over else []
    for found in _TERM_SINCE_ZH.finditer(one.words):
        over = later(begin, found["count"], found["unit"]) if begin and _own_zh(one, found, title, own) else None
        yield from [over] if over else []
    for found in _TERM_ZH.finditer(one.words):
        over = later(begin, found["count"], found["unit"]) if begin and _own_zh(one, found, title, own) else None
        yield from [over] if over else []
    for found in _UNTIL_EN.finditer(one.words):
        before = re.sub(rf"(?:,|\b(?:and|from|on|since)\b|\s|{DAY_EN})*$", "", one.words[: found.start()], flags=re.I)
        before = re.sub(
            r"\b(?:in force|valid|effective|in effect|applies|apply|stays?|remains?|continues?)\s*$",
            "",
            before,
            flags=re.I,
        )
        if own or speaks_en(before, title, standing=standing):
            yield from (when + timedelta(1) for when in _days([found["last"]], last=True))
            yield from _days([found["over"]])
    for found in _FROM_TO_EN.finditer(one.words):
        if own or speaks_en(one.words[: found.start()], title, standing=standing):
            yield from (when + timedelta(1) for when in _days([found["last"]], last=True))
    for found in _TERM_EN.finditer(one.words):
        over = later(begin, found["count"], found["unit"]) if begin else None
        if over and (own or speaks_en(one.words[: found.start()], title, standing=standing)):
            yield over


def _own_zh(one: Sentence, found: re.Match[str], title: str, own: bool) -> bool:
    """Tell whether a term is the document's: right after its own 施行, or said of 本办法."""
    before = one.words[: found.start()].rstrip("的")
    said_of = re.split(r"[，,；;]", before)[-1].strip()
    if own and (not said_of or re.search(rf"(?:起|{_HOLDS})$", said_of)):
        return True
    if before.strip() and not said_of:
        return False  # 本办法所称许可证，有效期三年
    return speaks_zh(before, title, standing=_standing(one))
