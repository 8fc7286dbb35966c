"""What a document says it ends: 《X》同时废止, "replaces version 4", "supersedes the Leave Policy of 2017"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from corpus.effects import Repeal
from corpus.models import Facts
from corpus.sentences import Sentence
from corpus.validity.dates import DAY_EN, DAY_ZH, day
from corpus.validity.naming import version
from corpus.validity.said.own import SELF_ZH, speaks_en

_ENDS = re.compile(
    r"(?<![未不])(?:同时|即行|予以|自行|一并|随之|相应|全部|均|即|宣布|正式)*(?:废止|失效|作废|(?:停止|暂停|中止)(?:执行|施行|使用)|终止执行|不再(?:执行|施行|适用|有效))"
    r"(?=\s*(?:$|[，,。；;）)]))"
)
_INSTEAD = re.compile(r"(?:替代|取代|代替|替换)(?:了|原|原有的?)*\s*(?P<what>[^，。；;]+)")
TITLE = re.compile(
    r"(?P<before>[^《》，。；;]*)《(?P<title>(?:[^《》]|《[^》]*》)+)》(?:\s*[（(](?P<number>[^）)]*)[）)])?(?P<rest>[^《，。；;、和及]*)"
)
_PART_OF = re.compile(r"^(?:中|的?\s*第|里|内)|中[有关的]|第[^《]{1,8}[条款项章]")
_TAKES_ITS_PLACE = re.compile(r"(?:所|来)?(?:取代|替代|代替|接替)$")  # 由《X》替代，现已失效
_ENDS_IT = re.compile(r"(?:^|[已被现即])(?:由|被|为)[^，。；《]{0,8}$")  # 已由《X》废止
_GIVEN_OUT = re.compile(
    r"(?:印发|发布|公布|下发|颁布|转发)[《〈](.+)[》〉](?:[（(][^）)]*[）)])?的(?:通知|公告|决定|命令|令)$"
)
_FOR_A_WHILE = re.compile(rf"(?:至|到|—|–)\s*{DAY_ZH}")
SINCE = re.compile(rf"(?:自|从|于)\s*(?P<day>{DAY_ZH})\s*(?:之日)?起?")
_OLDER = re.compile(
    r"原(?:来的?|有的?|先的?)?(?P<kind>[^，。《》、有关相]{0,12}?(?:办法|规定|细则|规则|制度|条例|方案|章程|版本|文件|流程|标准))$"
)
_VERSION_ZH = re.compile(r"[vV]\s*\d[\d.]*|第[一二三四五六七八九十\d]+版|(?:19|20)\d{2}\s*年?(?:修订)?版")
_ACTIVE = re.compile(
    r"\b(?:replac(?:es?|ing)|supersed(?:es?|ing)|revok(?:es?|ing)|repeal(?:s|ing)?|cancels?|tak(?:es?|ing) the place of)\s+",
    re.I,
)
_PASSIVE = re.compile(
    rf"^(?P<what>.{{3,90}}?)\s+(?:(?:is|are|was|were)\s+(?:hereby |also |then |now )?(?:repealed|revoked|superseded|replaced|withdrawn"
    rf"|cancelled|suspended)|laps(?P<after>es?|ed)|expire[sd]|ceases? to (?:have effect|apply))(?:\s+by\s+(?:this|these)\b[^,.;]*?)?"
    rf"(?:,?\s*(?:with effect )?(?P<how>on|from|as of)\s+(?P<day>{DAY_EN}))?\s*$",
    re.I,
)
_THAT_DAY = re.compile(r"^(?:on|from|as of|with effect from)\s+(?:that|the same)\s+(?:day|date),?\s+", re.I)
_GOES_ON = re.compile(r"\s+(?:and(?!\s+[A-Z])|which|with effect|in full|in its entirety|stays?|remains?)\b")
_NOUN = r"(?:policy|version|edition|procedure|scheme|regulations?|rules?|handbook|code|guidelines?|document|one|ones|versions|policies|arrangements)"


def repeals(said: Sequence[Sentence], facts: Facts) -> Iterator[Repeal]:
    """Yield what the document ends, of the sentences that speak of it."""
    for n, one in enumerate(said):
        near = one.closing or one.opening or bool(SELF_ZH.search(one.words + (said[n - 1].words if n else "")))
        if near:
            yield from _listed(one)
            yield from _older(one)
        yield from _english(one, facts)


def _listed(one: Sentence) -> Iterator[Repeal]:
    """Yield each whole document that stands before 废止, with the year, number and day said of it."""
    at = 0
    words = one.heard if "《" in one.heard else one.words
    for end in _ENDS.finditer(words):
        stretch = words[at : end.start()]
        at = end.end()
        tail = stretch.rpartition("》")[2]
        since = SINCE.search(tail)
        if _FOR_A_WHILE.search(tail):
            continue  # what is only suspended comes back
        for found in TITLE.finditer(stretch):
            rest = re.sub(SINCE, "", found["rest"]).strip()
            if not _PART_OF.search(rest) and not _TAKES_ITS_PLACE.match(rest) and not _ENDS_IT.search(found["before"]):
                yield named(found, day(since["day"]) if since else None)


def named(found: re.Match[str], since: date | None) -> Repeal:
    """Return the document that is named, and of the notice that gave it out what it gave out: 关于印发〈X〉的通知."""
    number = found["number"] or ""
    printed = version(found["title"]) or version(number if "号" not in number and "令" not in number else "")
    years = re.findall(r"((?:19|20)\d{2})\s*年", found["before"])
    return Repeal(
        title=next((out[1] for out in [_GIVEN_OUT.search(found["title"])] if out), found["title"]),
        version=printed or (years[-1] if years else ""),
        number=number if re.search("[号令]", number) else "",
        day=since,
    )


def _older(one: Sentence) -> Iterator[Repeal]:
    """Yield 原办法同时废止 and 替代V2.0: an older version of the document itself."""
    for end in _ENDS.finditer(one.words):
        before = re.split(r"[，,；;]", one.words[: end.start()])[-1].strip()
        older = _VERSION_ZH.fullmatch(before) or _OLDER.search(before)
        if older and "《" not in before:
            yield Repeal(version=version(before))
    for found in _INSTEAD.finditer(one.heard):
        titles = list(TITLE.finditer(found["what"]))
        yield from (named(title, None) for title in titles)
        if not titles and _VERSION_ZH.search(found["what"]):
            yield Repeal(version=version(found["what"]))


def _english(one: Sentence, facts: Facts) -> Iterator[Repeal]:
    for found in _ACTIVE.finditer(one.words):
        before = one.words[: found.start()]
        if speaks_en(before, facts.title, standing=one.opening or one.closing):
            rest = one.heard[found.end() :] if len(one.heard) == len(one.words) else one.words[found.end() :]
            when = re.search(rf"\b(?:from|on|with effect from)\s+({DAY_EN})", rest)
            yield from (of_object(part, when[1] if when else "") for part in _objects(rest))
    words = _THAT_DAY.sub("", " ".join(one.words.split()))
    passive = _PASSIVE.match(words) if one.opening or one.closing else None
    if passive and re.match(r"(?:the|all|any|version|our)\b", passive["what"], re.I):
        ends_on = day(passive["day"]) if passive["day"] else None
        over = passive["how"] == "on" and passive["after"] and ends_on
        ended = of_object(passive["what"], "")
        yield ended.model_copy(update={"day": ends_on + timedelta(1) if over and ends_on else ends_on})


def _objects(rest: str) -> list[str]:
    """Return the documents named after "replaces", each as printed."""
    first = re.split(rf"\b(?:from|on|with effect from)\s+{DAY_EN}", rest)[0]
    parts = re.split(r",\s*(?:and\s+)?|\s+and\s+(?=the\b|all\b|version\b|any\b)", first)
    return [part.strip() for part in parts[:4] if re.match(r"(?:the|all|any|version|its|our|[A-Z“\"])", part.strip())]


def of_object(words: str, when: str) -> Repeal:
    """Read "version 2 (2017)", "the Leave Policy of 2017", "the policy of 2020", "all earlier versions"."""
    plain = re.sub(r"[“”\"*_]", "", words).strip()
    plain = _GOES_ON.split(plain)[0].rstrip(" .")
    printed = version(plain)
    of = re.match(r"(?:the\s+)?version\s+[\d.]+\s+of\s+(?P<title>the\s+.+)", plain, re.I)
    title = of["title"] if of else plain
    generic = re.fullmatch(
        rf"(?:the|its|all|any|our)?\s*(?:previous|earlier|former|prior|old|older|existing|last|preceding)*\s*{_NOUN}"
        r"\s*(?:[\d.]+)?\s*(?:\((?:of\s+)?\d{4}\)|(?:of|from|dated)\s+(?:\w+\s+)*\d{4})?",
        title,
        re.I,
    )
    title = "" if generic else re.sub(r"\s*(?:\bof|\bfrom|\bdated)\s+(?:\w+\s+){0,2}(?:19|20)\d{2}$", "", title)
    return Repeal(title=re.sub(r"^the\s+", "", title, flags=re.I), version=printed, day=day(when) if when else None)
