"""Who does what in a Chinese sentence: 由A提出，经B审核，报C批准; A负责…; 未经A批准，不得…"""

import re

from corpus.actors import apart, looks_like, trimmed
from corpus.models import Act, Record
from corpus.verbs import CHINESE, act_of


class Deed(Record):
    """One actor's act in a sentence; spans count from the start of the text it was read from."""

    actor: str
    act: Act
    verb: str
    start: int
    end: int


_MARKERS = (
    "须报请|应报请|报请|报送|报经|呈报|上报|须报|应报|并报|再报|报|提交|提请|呈送|呈|递交|转交|移交|交由|须经|应经|需经|必须经|经由|经过|未经|(?<![神财曾])经(?!费|营|济|办|理|验|常|历|手|典|贸|销)|应由|须由|均由|统一由|可由|先由|再由|"
    "最后由|并由|由|征得|取得|征求|听取|委托|授权|送|交|向|商|请(?!假|示|求)|分别由"
)
# a ground is no actor: 校长根据会议决定签批 says that the principal signs
_GROUND = re.compile(
    r"(?:根据|按照|依据|依照|遵照|参照)[^，。；]{1,24}?(?:决定|意见|规定|要求|程序|权限|结果|办法|制度|精神|决议)"
)
_MARKED = re.compile(rf"(?P<marker>{_MARKERS})(?P<rest>[^。；;！!？?\n→]*)")
_VERB = re.compile(CHINESE)
# a verb that goes on as a noun is no verb here: 监督委员会, 审批表, 决定权
_NOUN_AFTER = re.compile(
    r"制(?![定订])|委员会|小组|领导小组|会议|部门|机关|机构|单位|人员|处|科|办公室|权限|权|表|单|书|制度|程序|办法|结果|意见|事项|流程|手续|人(?!民)|组|中心|工作(?:组|领导)|员|记录|文件|材料|通知|情况|过程|方案|条件|标准|期限|时间|内容|范围|原则|责任|职责|后(?=的)|的(?:事项|结果|意见|范围|内容|方案|项目)"
)
_MAX_ACTOR = 40
_SUBJECT_START = re.compile(r"(?:^|(?<=[、，,；;：:。\n）)→]))\s*(?:其中)?(?:并)?(?:再)?(?:最后)?")


# 由校长书面授权分管副校长审批: the delegate decides
_DELEGATES = re.compile(r"(?:书面)?(?:授权|委托|指定|指派)(?:一名|1名)?")
# what may follow the subject of a sentence before its verb: 纪检委员 | 对执行情况实施监督
_AFTER_SUBJECT = re.compile(
    r"对|就|向|在|按|依|应|可|须|必|负责|及时|定期|每|当|不得|根据|自|从|把|将|以|为|于|会同|统一|具体|分别|列席|出席|参加|有权|收到|接到|同意|认为|◦"
)

# who must not do a thing does not do it
_FORBIDDEN = re.compile(r"不得|不能|不可|无权|不应|禁止|严禁|任何")
# 会议决定的执行情况: a verb that only describes a noun
_ATTRIBUTE = re.compile(r"的(?=[一-鿿])")
_NEVER_INSIDE = re.compile(r"对|就|向|在|把|将|根据|按照|依据|列席|◦")


def _verbs(rest: str, start: int) -> list[re.Match[str]]:
    """Return the verbs in a stretch, those left out that go on as nouns."""
    return [m for m in _VERB.finditer(rest, start) if not _NOUN_AFTER.match(rest[m.end() :])]


def _actor_and_verb(rest: str) -> tuple[str, int, int, re.Match[str]] | None:
    """Find the actor right after a marker and the verb that follows it; None when there is no such pair."""
    for verb in _verbs(rest, 2):
        words = rest[: verb.start()]
        if len(words) > _MAX_ACTOR or re.search(r"[，,：:]", words):
            return None
        start, end = trimmed(words)
        delegated = max((m.end() for m in _DELEGATES.finditer(words, start, end)), default=start)
        start = delegated if delegated < end else start
        if end - start >= 2 and looks_like(words[start:end]):
            return words[start:end], start, end, verb
    return None


def _adjusted(act: Act, marker: str, verb: str) -> Act:
    """Correct an act by its marker: who is asked or told doesn't propose."""
    if marker in ("征求", "听取", "商"):
        return Act.REVIEW
    if marker in ("征得", "取得"):
        return Act.DECIDE
    if marker in ("经", "须经", "应经", "需经", "必须经", "未经", "经过") and verb in ("研究", "讨论"):
        return Act.REVIEW
    return act


def _deeds_of(words: str, offset: int, act: Act, verb: str) -> list[Deed]:
    """Return one deed for each actor of a list."""
    return [
        Deed(actor=words[s:e], act=act, verb=verb, start=offset + s, end=offset + e) for s, e in apart(words) if e > s
    ]


def _marked(sentence: str) -> list[Deed]:
    """Read 由A提出, 经B审议, 报C审定, 向D申请."""
    deeds: list[Deed] = []
    at = 0
    while found := _MARKED.search(sentence, at):
        at = found.end("marker")
        read = _actor_and_verb(found["rest"])
        if read is None:
            deeds += _unnamed_verb(found)
            continue
        words, start, end, verb = read
        act = act_of(verb[0])
        if act is None or (found["marker"] in ("向", "送", "交", "转交") and act is Act.PROPOSE):
            continue
        act = _adjusted(act, found["marker"], verb[0])
        deeds += _deeds_of(words, at + start, act, verb[0])
        at += verb.start()
        deeds += _further(sentence, at, words, at - verb.start() + start)
    return deeds


def _further(sentence: str, at: int, words: str, actor_at: int) -> list[Deed]:
    """Read the second verb of one actor: 由A审核并报送; 由A组织实施并负责解释."""
    found = re.match(rf"(?:{CHINESE})(?:并|、|和)(?:负责)?(?P<verb>{CHINESE})(?!{_NOUN_AFTER.pattern})", sentence[at:])
    act = act_of(found["verb"]) if found else None
    return _deeds_of(words, actor_at, act, found["verb"]) if found and act else []


def _unnamed_verb(found: re.Match[str]) -> list[Deed]:
    """Read 由A进行…, 由A签字: an act of carrying out whose verb no list knows."""
    if not found["marker"].endswith("由"):
        return []
    rest = re.match(r"[^，,：:]*", found["rest"])
    words = rest[0] if rest else ""
    for end in range(min(len(words), _MAX_ACTOR), 1, -1):
        if looks_like(words[:end]) and len(words) - end >= 2:
            start, stop = trimmed(words[:end])
            verb = re.match(r"[一-鿿]{2,6}", words[end:])
            if verb and stop > start:
                return _deeds_of(words[start:stop], found.end("marker") + start, Act.CARRY_OUT, verb[0])
    return []


_MARKED_NAME = re.compile(
    rf"(?:{_MARKERS.replace('|请', '').replace('|商', '').replace('|向', '').replace('|送|交', '')})"
)
# what opens with a verb or is a description is no actor: 抓好支部, 会议的成员
_NO_SUBJECT = re.compile(
    r"^(?:做好|抓好|提高|贯彻|建立|健全|制定|开展|下面|负责|加强|完善|积极|科学|正式|变|对|把|将|被|为|以|在|从|根据|按|如|若|因|凡|涉及|属于|包括|涵盖|区内|坚持|落实|维护|执行|保证|确保|组织|通过)|[“”《》：:]"
)


def _subjects(sentence: str) -> list[Deed]:
    """Read A批准…, A应当审核…, A负责…: the actor opens a sentence or a part of one."""
    deeds: list[Deed] = []
    last: tuple[str, int] | None = None
    for opening in _SUBJECT_START.finditer(sentence):
        part = re.match(r"[^，,；;：:。\n→]*", sentence[opening.end() :])
        words = part[0] if part else ""
        if not words or re.match(_MARKERS, words):
            continue
        subject = _subject(words)
        if subject is None:
            said = _carried_on(words, offset=opening.end())
            last = _opening_actor(words, opening.end()) or last
            if said and last:
                name, at = last
                deeds.append(said.model_copy(update={"actor": name, "start": at, "end": at + len(name)}))
            continue
        name, start, verb = subject
        last = (name, opening.end() + start)
        act = act_of(verb[0])
        if act:
            deeds += _deeds_of(name, opening.end() + start, act, verb[0])
    return deeds


def _opening_actor(words: str, offset: int) -> tuple[str, int] | None:
    """Return the actor that opens a part whose verb no list knows, and where it stands."""
    start, _ = trimmed(words)
    length = _shortest(words[start:])
    name = words[start : start + length]
    return (name, offset + start) if length >= 2 and not _NO_SUBJECT.search(name) else None


def _subject(words: str) -> tuple[str, int, re.Match[str]] | None:
    """Return the actor a part of a sentence opens with, where it stands, and its verb."""
    for verb in _verbs(words, 2):
        if _ATTRIBUTE.match(words, verb.end()) or _FORBIDDEN.search(words, 0, verb.start()):
            continue
        start, end = trimmed(words[: verb.start()])
        name = words[start:end]
        shorter = _shortest(name)
        if shorter and (_NEVER_INSIDE.match(name, shorter) or not looks_like(name) or _MARKED_NAME.search(name)):
            end = start + shorter
            name = words[start:end]
        if not looks_like(name):
            continue
        if end - start < 2 or end > _MAX_ACTOR or _NO_SUBJECT.search(name) or _MARKED_NAME.search(name):
            continue
        return name, start, verb
    return None


def _shortest(name: str) -> int:
    """Return the length of the actor that opens a stretch and is followed by an adverbial, or 0."""
    for found in _AFTER_SUBJECT.finditer(name, 2):
        if looks_like(name[: found.start()]):
            return found.start()
    return 0


_LED_BY_VERB = re.compile(
    rf"\s*(?:并|再|同时|及时|负责|然后|最后|◦)*(?:对[^，。；]{{1,20}}?(?:进行|实施|予以|开展|作出)?)?(?P<verb>{CHINESE})"
)


def _carried_on(words: str, offset: int) -> Deed | None:
    """Read the verb of a part without a subject, which carries the last one on: A列席会议，对程序实施监督."""
    found = _LED_BY_VERB.match(words)
    act = act_of(found["verb"]) if found else None
    if not found or not act or _NOUN_AFTER.match(words[found.end() :]) or _ATTRIBUTE.match(words, found.end()):
        return None
    return Deed(actor="", act=act, verb=found["verb"], start=offset, end=offset)


_ON_THE_WAY = re.compile(r"[^，,；;。]{0,6}同意(?:后|的|并|，|,)")


def deeds(sentence: str) -> list[Deed]:
    """Return who does what in one sentence, in the order in which it stands there."""
    sentence = _GROUND.sub(lambda ground: "◦" * len(ground[0]), sentence)
    found = _marked(sentence)
    taken = [(d.start, d.end) for d in found]
    for deed in _subjects(sentence):
        if all(deed.end <= s or deed.start >= e for s, e in taken):
            found.append(deed)
    return _in_chain(sentence, sorted(found, key=lambda d: d.start))


def _in_chain(sentence: str, found: list[Deed]) -> list[Deed]:
    """Read 经A同意后，由B批准: consent on the way to another's decision is a review."""
    deciders = [d.start for d in found if d.act is Act.DECIDE]
    return [
        deed.model_copy(update={"act": Act.REVIEW})
        if deed.verb.endswith("同意")
        and any(at > deed.end for at in deciders)
        and _ON_THE_WAY.match(sentence, deed.end)
        else deed
        for deed in found
    ]
