"""Who is marked as acting in a part of a Chinese sentence: 由A提出, 经B审议, 报C审定, …审核、D批准."""

import re
from itertools import islice

from corpus.models import Act
from corpus.rules.actors import looks_like
from corpus.rules.chinese.grammar.enclosed import enclosed, lettered
from corpus.rules.chinese.grammar.markers import MARKER
from corpus.rules.chinese.grammar.names import name_at
from corpus.rules.chinese.grammar.parts import Part
from corpus.rules.chinese.grammar.phrases import Spans, Words
from corpus.rules.chinese.grammar.predicates import Predicate, predicate
from corpus.rules.chinese.grammar.subjects import INSIDE, NEXT_NAME, names_in, opens_with_predicate
from corpus.rules.chinese.grammar.vocabulary import ADVERB, HAS_MODAL, NEGATED, VERBS
from corpus.rules.chinese.shapes.account import Account
from corpus.rules.chinese.shapes.causes import caused, causes_in
from corpus.rules.chinese.shapes.lying import LEAVES_IT, POWER
from corpus.rules.chinese.shapes.marked import marked_act
from corpus.rules.chinese.shapes.phrased import phrase

# 由公司章程规定: a paper lays it down
_OF_PAPER = re.compile("(?:的?(?:章程|规约|公约|协议|合同|细则|办法))(?=[另]?(?:规定|约定|确定|载明|明确))")
_BANNED = re.compile(r"不得|禁止|严禁|不能|不准|不应")
# whose opinion is sought before something else is done, weighs it: 上会之前由A提出意见
_BEFORE = re.compile(r"[之以]?前(?![款条期述列])[^，]{0,6}$")
# 由馆长签名或者盖章的借据
_DESCRIBES = re.compile("(?:(?:、|和|或者?)[一-鿿]{2,3})*[后前]?的")
_FORBIDDEN = re.compile("不得|禁止|严禁")
_STOP = re.compile("[；;。]")
_RULING = re.compile(
    r"(?<!调查)(?<!鉴定)(?<!检测)结论|决定|裁定|判决|裁决|处罚|认定|处分|警告|记过|批评|除名|停职|降级|撤职|开除"
)


def rest(told: Account, at: int, part: Part) -> None:
    """Read the marked actors of a part and those that follow them in a chain."""
    banned = _BANNED.search(told.plain, part.start, part.stop)
    for place, found in _places(told.words, at, part.stop):
        if place < at or not (found and found.lastgroup != "cause") and banned and banned.start() < place:
            continue
        if found is None:
            at = max(_chained(told, place, part), place)
        elif found.lastgroup == "cause":
            at = max(caused(told, found, part), found.end())
        else:
            at = max(_marked(told, found, part), found.end())


def _places(words: Words, at: int, stop: int) -> list[tuple[int, re.Match[str] | None]]:
    """Return where a marker, a verb that moves somebody, or (None) the next name of a chain may stand, in order."""
    marked: list[tuple[int, re.Match[str] | None]] = [(m.start(), m) for m in MARKER.finditer(words.plain, at, stop)]
    moved = [(m.start(), m) for m in causes_in(words, at, stop)]
    chained = [(m.end(), None) for m in NEXT_NAME.finditer(words.plain, at, stop)]
    return sorted([*marked, *moved, *chained], key=lambda place: place[0])


def _chained(told: Account, at: int, part: Part) -> int:
    """Read the next actor of a chain: …审核、B批准; return where it ends, or `at`."""
    name = name_at(told.words, at, part.stop)
    if not name or not name.strong or name.end >= part.stop or opens_with_predicate(told.words, at, part.stop):
        return at
    if NEGATED.match(told.plain, name.end) or INSIDE.search(told.plain, at, name.end):
        return at
    if part.scene and not told.said_in(part) or _addressed(told, at, part):
        return at
    names, end = told.company(names_in(told.words, at, name.end), name.end, part.stop)
    said = predicate(told.words, end, part.stop)
    if not said or not said.act or said.verb not in VERBS or not names or MARKER.search(told.plain, end, said.start):
        return at
    if said.verb == "通过" and any(said.end + 2 <= p < part.stop for p in told.words.places):
        return at  # A、B通过网络查询: by which way
    if told.plain[at - 1] == "到" and said.act not in (Act.REVIEW, Act.DECIDE):
        return at
    if said.act is Act.CARRY_OUT and (part.scene or told.plain[at - 1] not in "、后" or not told.said_in(part)):
        return at
    before = [m.lastgroup for m in MARKER.finditer(told.plain, part.start, at)]
    if not before or before[-1] == "by":
        told.take(names)
    told.say(said, names, part.stop)
    return told.past(said)


def _addressed(told: Account, at: int, part: Part) -> bool:
    """Tell whether a name stands in a list of those to whom something is done: 对船东、租家处以罚款."""
    to_whom = told.plain.startswith("对", part.start) and told.plain[at - 1] == "、"
    return to_whom and not any(part.start < verb < at for verb in told.words.places)


_PUT = re.compile("(?<=[一-鿿])到(?![会场期岗位达])")
# 结果送A: who is told how it went watches over it
_OUTCOME = re.compile(r"(?:结果|进展|进度|落实情况|执行情况|完成情况)(?:应当?|须|同时|一并|及时|定期|也|还)*$")


def _marked(told: Account, marker: re.Match[str], part: Part) -> int:
    """Read 由A提出, 经B审议, 报C审定; return where it ends."""
    kind, at = marker.lastgroup or "", marker.end()
    if done := phrase(told, kind, at, part.stop):
        return done
    names, end = _named(told, marker, part)
    if not names:
        return at
    names, end = told.company(names, end, part.stop)
    handed = MARKER.match(told.plain, _past_adverbs(told.plain, end, part.stop)) if kind == "by" else None
    if handed and handed.lastgroup == "to" and _handed(told, handed, names, part):
        told.take(names)
        return handed.start()
    said = predicate(told.words, end, part.stop, modal=kind == "by")
    if marker[0] == "归" and end == part.stop:
        told.add(Predicate(Act.CARRY_OUT, "归", marker.start(), at, False), names)
        return end
    if kind == "to" and end == part.stop and _OUTCOME.search(told.plain, part.start, marker.start()):
        told.add(Predicate(Act.SUPERVISE, marker[0], marker.start(), at, False), names)
        return end
    if kind == "to" and told.fresh(part) and _dutiful(told, marker, part):
        _handed(told, marker, list(told.subject), part)
    if kind == "by" and not said and not told.plain[end : part.stop].strip("◦") and not part.scene:
        told.take(names, led=True)
        told.bound = True
    act = _act(told, marker, said, part) if said else None
    if not said or act is None:
        return at
    if told.drafting and told.subject and kind in ("to", "through") and act is Act.DECIDE and "未" not in marker[0]:
        told.add(Predicate(Act.PROPOSE, marker[0], marker.start(), at, False), list(told.subject))
    if kind == "to" and act in (Act.REVIEW, Act.DECIDE) and _passes_on(told, marker, part):
        told.add(Predicate(Act.PROPOSE, marker[0].removeprefix("并"), marker.start(), at, False), list(told.subject))
    between(told, end, said.start, part)
    if kind == "by":
        told.take(names, led=True)
    if not told.moved(said, part.stop):
        told.add(said, names, act)
    told.further(said, part.stop, names, weighing=kind == "through")
    return told.past(said)


# 将方案报A批准: whose duty that is stands before the comma
_OBJECT = re.compile("(?:并|再|及时|◦)*[将把](?![会来要近])")


def _dutiful(told: Account, marker: re.Match[str], part: Part) -> bool:
    """Tell whether a part that hands something on has a word of duty in it, or before it."""
    own = HAS_MODAL.search(told.plain, part.start, marker.start())
    return bool(own or _OBJECT.match(told.plain, part.start))


def _passes_on(told: Account, marker: re.Match[str], part: Part) -> bool:
    """Tell whether whoever has done something puts it to another in the same breath: A编制预算并提交B审议."""
    own = told.acted and not told.led and told.plain[marker.start() - 1] == "并"
    if not own or not told.subject or told.subject[0][0] < part.start:
        return False
    return not MARKER.search(told.plain, told.subject[-1][1], marker.start())


# 由A、B和C三方组成的|选用组选定
_MEMBERS = re.compile("[^，。；由]{2,60}?组成的(?=[一-鿿]{2})")


def _named(told: Account, marker: re.Match[str], part: Part) -> tuple[Spans, int]:
    """Return the names behind a marker and where they end; none where it marks nobody who acts."""
    kind, at = marker.lastgroup or "", marker.end()
    members = _MEMBERS.match(told.plain, at, part.stop) if kind == "by" else None
    if members and (whole := name_at(told.words, members.end(), part.stop)) and whole.strong:
        at = members.end()
    if kind in ("by", "through") and (one := lettered(told.words, at, part.stop)):
        return [one], one[1]
    name, bare = name_at(told.words, at, part.stop), None
    if marker[0] in ("由", "交由", "报", "报请", "提交", "提请") and (
        name is None or MARKER.search(told.plain, at + 1, name.end)
    ):
        bare = enclosed(told.words, at, part.stop)
        name = bare or name
    if (
        kind in ("asked", "under", "ground", "filed", "told", "lacking", "watched", "led")
        or not name
        or kind != "by"
        and not name.strong
    ):
        return [], at
    if kind == "by" and (put := _PUT.search(told.plain, at + 2, name.end)):  # 由A分解到B
        name = name_at(told.words, at, put.start()) or name
    names = names_in(told.words, at, name.end) or ([(at, name.end)] if bare else [])
    if (
        _OF_PAPER.match(told.plain, name.end)
        or NEGATED.match(told.plain, name.end)
        or not names
        or INSIDE.search(told.plain, names[0][0], name.end)
    ):
        return [], at
    if kind != "by" and opens_with_predicate(told.words, names[0][0], part.stop):
        return [], at
    return names, name.end


def _past_adverbs(plain: str, at: int, stop: int) -> int:
    """Return where the words begin behind adverbs: 由值班室提前一天|报A备案."""
    while found := ADVERB.match(plain, at, stop):
        at = found.end()
    return at


# 经A督促仍不改正
_IN_VAIN = re.compile("[之以]?后?仍|而不")


def _act(told: Account, marker: re.Match[str], said: Predicate, part: Part) -> Act | None:
    """Return the act of who is marked, with what stands before and behind; None where it describes or is banned."""
    kind = marker.lastgroup or ""
    act = marked_act(kind, said)
    before = (part.start, marker.start())
    of = _DESCRIBES.match(told.plain, said.end, part.stop)
    described = of is not None and of.end() < part.stop
    condition = part.scene and told.plain[part.stop - 1] == "的"
    if kind == "through" and _IN_VAIN.match(told.plain, said.end):
        return None
    if kind == "by" and act is Act.CARRY_OUT and (described or condition or _FORBIDDEN.search(told.plain, *before)):
        return None
    since = max((m.end() for m in _STOP.finditer(told.plain, 0, part.start)), default=0)
    if said.verb in ("作出", "做出") and said.end == part.stop and _RULING.search(told.plain, since, marker.start()):
        return Act.DECIDE if act else None
    if kind == "by" and act is Act.DECIDE and LEAVES_IT.match(told.plain, said.end, part.stop):
        return None
    if kind == "by" and said.verb == "行使" and POWER.search(told.plain, *before):
        return Act.DECIDE
    if said.verb == "提出意见" and _BEFORE.search(told.plain, *before):
        return Act.REVIEW
    return act


def _handed(told: Account, marker: re.Match[str], names: Spans, part: Part) -> bool:
    """Read 由A报B批准: who hands a matter on proposes it; who only files it carries that out."""
    name = name_at(told.words, marker.end(), part.stop)
    said = predicate(told.words, name.end, part.stop) if name and name.strong else None
    act = marked_act("to", said) if said else None
    ends = name and (said or name.end == part.stop) and looks_like(told.plain[marker.end() : name.end])
    if ends and not act:
        told.add(Predicate(Act.CARRY_OUT, marker[0], marker.start(), marker.end(), False), names)
    if act:
        handed = Act.CARRY_OUT if act is Act.SUPERVISE else Act.PROPOSE
        told.add(Predicate(handed, marker[0], marker.start(), marker.end(), False), names)
    return act is not None


_MOST_ASKED = 3


def between(told: Account, start: int, stop: int, part: Part) -> None:
    """Read who is asked between a subject and its verb: A征求B意见后提出."""
    for marker in islice(MARKER.finditer(told.plain, start, stop), _MOST_ASKED):
        if marker.lastgroup in ("asked", "asking", "consent", "through", "ground", "watched", "led"):
            _marked(told, marker, part._replace(stop=stop))
