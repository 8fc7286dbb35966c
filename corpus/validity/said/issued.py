"""The day a document was issued, by its own words and its file's name."""

import re
from collections.abc import Sequence
from datetime import date

from corpus.sentences import Sentence
from corpus.validity.dates import DAY_EN, DAY_ZH, day

_ISSUED_ZH = re.compile(
    rf"(?P<day>{DAY_ZH})[^。；\n]{{0,60}}?(?P<how>印发|发布|公布|颁布|下发|发文|签发|修订|修正|通过|批准|汇编|编印|更新|编制|整理|改版|上传)"
    rf"|(?P<how2>印发|发布|公布|颁布|发文|签发|更新|修订|编制|版本)(?:日期|时间)?\s*[:：]\s*(?P<day2>{DAY_ZH})"
)
_ISSUED_EN = re.compile(
    rf"\b(?:approved|adopted|issued|published|agreed|made|ratified|revised|updated|released|posted|printed|signed|dated|date of (?:issue|approval|adoption|publication)|issue date)\b[^.;\n]{{0,80}}?(?P<day>{DAY_EN})"
    # Date: 3 June 2024, Edition of July 1, 2022, Version 3.2 (11 January 2024)
    rf"|(?:^|[|·•–—]\s*)(?:date\s*:|(?:(?:\w+ ){{0,3}}(?:edition|revision|printing)|version|issue)(?:\s+(?:of|dated)|,)?|(?:version|issue|edition|revision|rev\.?)\s+(?:no\.?\s*)?\d[\d.]*\w?,?)\s*\(?(?P<day2>{DAY_EN})\)?",
    re.I,
)
# 经2023年5月1日馆务会审议通过，自通过之日起施行
_PASSED_ON = re.compile(rf"(?P<day>{DAY_ZH})[^，。；《》]{{0,30}}?(?:通过|批准)[，,](?=现|自|并|从)")
# at the foot: （2023年5月1日印发）, 校办　2023年5月1日印发, "Issued 1 May 2023"
_FOOT = re.compile(
    rf"^[（(]?[^，。；《》]{{0,40}}?(?P<day>{DAY_ZH})[^，。；《》]{{0,30}}?(?:(?P<issued>印发|发布|公布|颁布|下发|发文)|通过|批准)[)）]?$"
    rf"|^(?P<en>issued|published|adopted|approved|date of issue|dated)\b[^,.;]{{0,40}}?(?P<day2>{DAY_EN})$",
    re.I,
)
_BARE_DAY = re.compile(rf"^\s*[（(]?(?P<day>{DAY_ZH}|{DAY_EN})[)）]?\s*$")
# minutes are of the day on which those met: 时间：2025年5月20日下午
_MET = re.compile(rf"^\W*(?:会议|开会)?(?:时间|日期)\s*[:：]\s*(?P<day>{DAY_ZH})")
# Thursday, February 12, 2026, 6:00 p.m., Board Room
_MET_EN = re.compile(
    rf"^\W*(?:held\s+(?:on|at)[^.;\d]{{0,40}})?(?:(?:\w+day|on),?\s+)*(?P<day>{DAY_EN}),?\s+(?:at\s+)?\d{{1,2}}(?:[:.]\d{{2}}|\s?[ap]\.?m)",
    re.I,
)
_MINUTES_OF = re.compile(rf"^\W*(?:extract from the )?minutes\b[^.;\n]{{0,80}}?(?P<day>{DAY_EN})", re.I)
_PASSED = ("通过", "批准")


def issued(said: Sequence[Sentence]) -> date | None:
    """Return the day a document was issued: its last date line that says so, else the date it is signed with."""
    told: list[date] = []
    passed: list[date] = []
    for one in said:
        found = _ISSUED_ZH.search(one.words) or _ISSUED_EN.search(one.words) if one.opening else None
        if found and not re.search(r"[》][^（(\n]*$", one.words[: found.start()]):
            groups = found.groupdict()
            when = day(groups["day"] or groups.get("day2") or "")
            by_vote = groups.get("how") in _PASSED and not re.search("印发|发布|公布|颁布|令第", one.words)
            (passed if by_vote else told).extend([when] if when else [])
    signed = [when for one in said[-4:] for when in _bare_day(one)]
    opened = [when for one in said if one.opening for when in _bare_day(one)]
    held = [found["day"] for one in said if one.opening and (found := _met(one.words))]
    met = [when for words in held if (when := day(words))]
    if met and _MINUTES_OF.match(said[0].words):
        return met[0]
    return next(iter([*told[-1:], *passed[-1:], *signed[-1:], *opened[:1], *met[:1]]), None)


def _met(words: str) -> re.Match[str] | None:
    """Return what names the day on which those met whose minutes these are."""
    return _MET.match(words) or _MET_EN.match(words) or _MINUTES_OF.match(words)


def at_the_foot(said: Sequence[Sentence]) -> date | None:
    """Return the day that a document's last lines say it was issued on, or else passed."""
    told: list[date] = []
    passed: list[date] = []
    for one in said:
        closing = one.closing and not one.opening
        voted = _PASSED_ON.search(one.words) if closing else None
        passed.extend([when] if voted and (when := day(voted["day"])) else [])
        foot = _FOOT.match(one.words.strip()) if closing else None
        when = day(foot["day"] or foot["day2"]) if foot else None
        if foot and when:
            (told if foot["issued"] or foot["en"] else passed).append(when)
    return next(iter([*told[-1:], *passed[-1:]]), None)


def dated(path: str) -> date | None:
    """Return the day in a file's name, as in 价格管理条例(1987-09-10).md."""
    name = path.rpartition("/")[2].replace("_", " ")
    run = re.search(r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)", name)
    found = re.search(f"{DAY_ZH}|{DAY_EN}", f"{run[1]}-{run[2]}-{run[3]}" if run else name, re.I)
    return day(found[0]) if found else None


def _bare_day(one: Sentence) -> list[date]:
    found = _BARE_DAY.match(one.words)
    when = day(found["day"]) if found else None
    return [when] if when else []
