"""A shallow reading of a Chinese sentence: its parts, who is the subject of each, and what they do."""

import re

from corpus.models import Act
from corpus.rules.actors import trimmed
from corpus.rules.chinese.grammar.markers import MARKER, UNDER
from corpus.rules.chinese.grammar.names import Name, name_at, nominal, relative
from corpus.rules.chinese.grammar.parts import Part, classified
from corpus.rules.chinese.grammar.phrases import Words, parts
from corpus.rules.chinese.grammar.predicates import Predicate, predicate
from corpus.rules.chinese.grammar.subjects import (
    INSIDE,
    listed,
    matter_of,
    names_in,
    opens_with_predicate,
    subject_start,
)
from corpus.rules.chinese.grammar.vocabulary import ADVERB, HAS_MODAL, HAVING, IS_MODAL, NEGATED, STATE, VERBS
from corpus.rules.chinese.shapes.account import Account
from corpus.rules.chinese.shapes.bodies import assembled
from corpus.rules.chinese.shapes.chains import between, rest
from corpus.rules.chinese.shapes.lying import lies
from corpus.rules.chinese.shapes.others import AUTHORITY, duty_behind, foreign
from corpus.rules.chinese.shapes.passed import passed
from corpus.rules.chinese.shapes.statements import HANDED, silent
from corpus.rules.chinese.shapes.urged import urged

# 经A初审后，按单件价格决定：the items say who does
_BY_ITEMS = re.compile(
    r"(?:按照?|依照?|根据)[^，。；：]{1,12}(?:决定|审批|批准|签批|签发|签署|签字|准假|确定|审定|核准|同意|办理|报批)(?:◦)*[：:]?$"
)
# X执行公务时必须…: the duty follows its scene without a comma
_DUTY_AFTER = re.compile(r"(?:时|后|前|的)(?=应当|必须|可以|有权)")
# 经理同意后可以报销: what may be done then is another's
_CONSENTED = re.compile(r"(?:同意|批准|审批|许可|认可|点头)(?:以|之)?后")
_DEFINES = re.compile(r"个别酝酿[、和]会议决定|是指|系指|所称(?![^，。；]*由[^，。；]{2,30}(?:规定|确定|制定|公布))")
# 审查通过后方可开展 says what another may do then
_ONLY_THEN = re.compile(r"后(?:，)?(?:方可|方能|才能|才可)")
# 委员会审议的时候，可以…
_WHEN = re.compile("的(?:时候|时|过程中|期间)$")
# whoever disputes something is another than who did it
_DISPUTES = re.compile(
    r"对[^，。；]{2,40}(?:不服|不满意|有异议|有意见)的?$|(?:^|(?<=[，。；]))(?:仍然?|还是?|再)?(?:不服|不满意|有异议|有意见|不认可|不同意)的?$"
    r"|(?:^|(?<=[，。；]))(?:不服|不满意?|不认可)[^，。；]{1,10}的$"
)
_HAVING = re.compile(f"经{HAVING}|[◦ ]")
# how many parts behind a part may say what it is
_AHEAD = 9


def read(words: Words, carried: tuple[str, ...] = (), condition: bool = False) -> Account:
    """Return the account of a sentence; `carried` are the actors of the one before it."""
    told = Account(words, carried)
    spans = parts(words)
    for n, span in enumerate(spans):
        _part(told, classified(words, span, spans[n + 1 : n + _AHEAD], condition))
    return told


def _part(told: Account, part: Part) -> None:
    if urged(told, part) or passed(told, part) or lies(told, part):
        return
    begin = subject_start(told.words, part.start, part.stop)
    marked = MARKER.match(told.plain, begin)
    described = bool(marked) and _opens_a_name(told, begin, part.stop)
    named = told.plain.find("的", begin) if described else begin
    until = next((m.start() for m in MARKER.finditer(told.plain, named, part.stop) if m.lastgroup in HANDED), part.stop)
    if _DISPUTES.match(told.plain, part.start, part.stop):
        told.drop()
    if begin >= part.stop or _DEFINES.search(told.plain, part.start, part.stop):
        return
    if described and told.plain[begin] == "经":
        between(told, begin, named, part)
    if marked and not described and (until == begin or marked.lastgroup == "consent"):
        at = begin
    elif _due(told, begin, part.stop) or opens_with_predicate(told.words, begin, part.stop):
        at = _carry_on(told, begin, part, until)
    else:
        at = _opening(told, begin, part, until)
    rest(told, at, part)
    told.crossed = told.crossed or part.scene
    assembled(told, begin, part)


def _due(told: Account, begin: int, stop: int) -> bool:
    """Tell whether the word of duty before a comma gets its verb here: A应当按照…的原则，|确定负责办理的机构."""
    while found := ADVERB.match(told.plain, begin, stop):
        begin = found.end()
    verb = told.words.verbs.get(begin, "") if told.bound and not told.crossed else ""
    return bool(verb) and not nominal(told.words, begin, verb) and not HAS_MODAL.search(told.plain, begin, stop)


def _opens_a_name(told: Account, begin: int, stop: int) -> bool:
    """Tell whether a marker only opens a clause that belongs to a name: 取得许可的商户应当…, 经批准设立的商行负责…"""
    return _GRANTED.match(told.plain, begin, stop) is not None and relative(told.words, begin, stop)


_GRANTED = re.compile(
    "取得|获得|经[^，。；的]{0,24}?(?:批准|核准|许可|同意|登记|审批|审查|考核)[^，。；的由]{0,10}(?:设立|成立|举办|开办|建立|组建|开业|认可|登记)的"
)


def _opening(told: Account, begin: int, part: Part, until: int) -> int:
    """Read the subject and the verb a part opens with; return where to read on."""
    name = name_at(told.words, begin, until)
    bare = trimmed(told.plain, begin, name.end) if name else begin
    under = UNDER.search(told.plain, bare, part.stop)
    inside = INSIDE.search(told.plain, bare, name.end) if name else None
    if name and (inside or under and under.start() < name.end or listed(told.words, bare, name.end)):
        name = None
    if name and name.strong:
        return _stated(told, Name(begin, name.end, True), part, until)
    modal = HAS_MODAL.search(told.plain, begin, part.stop)
    if name and (not modal or part.scene) and until == part.stop and not _dated(told, name, part):
        if matter_of(told.words, name.end, part.stop):
            return begin
        told.take(names_in(told.words, begin, name.end), sure=False)
        told.scened = _as_scene(told, part, name)
    needed = (m.start() for m in MARKER.finditer(told.plain, begin, part.stop) if m.lastgroup == "need")
    return min(modal.start() if modal else begin, until, next(needed, until))


_TIMED = re.compile("(?:(?:之|以)?[前后]|之?时|之?际|期间)$")


def _dated(told: Account, name: Name, part: Part) -> bool:
    """Tell whether a scene only dates what comes: 更换法定代表人之前 names whom something happens to."""
    timed = part.scene and _TIMED.fullmatch(told.plain, name.end, part.stop)
    return bool(timed) and any(name.start < at < name.end for at in told.words.places)


_OFFENDER = re.compile(r"有[^，]*(?:情形|行为)(?:之一)?的$")


def _as_scene(told: Account, part: Part, name: Name) -> bool:
    """Tell whether a condition names somebody who decides nothing: 申请人补正材料后，应当受理."""
    if part.scene and _OFFENDER.search(told.plain, part.start, part.stop):
        return True
    return (part.scene or part.after) and not AUTHORITY.search(told.plain[name.start : name.end])


def _stated(told: Account, name: Name, part: Part, until: int) -> int:
    """Read a part whose subject is clear."""
    if denied := NEGATED.match(told.plain, name.end):
        told.take(names_in(told.words, name.start, name.end))
        if denied.end() < part.stop and not told.plain[denied.end() : part.stop].strip("◦得能"):
            told.drop()  # 商户不得根据客流情况，分批关闭出口
        return name.end
    own = told.listed(names_in(told.words, name.start, name.end), part)
    names, at = told.company(own, name.end, part.stop)
    modal = IS_MODAL.match(told.plain, at)
    if modal and at == name.end:
        names, after = told.company(names, modal.end(), part.stop)
        at = after if after > modal.end() else at
    said = predicate(told.words, at, part.stop, modal=bool(modal))
    duty = _DUTY_AFTER.search(told.plain, at, part.stop) or duty_behind(told, said, part)
    if said and not said.modal and duty and not _CONSENTED.match(told.plain, said.start):
        said = predicate(told.words, duty.end(), part.stop)
    verb = told.words.verbs.get(name.end, "")
    if verb and _WHEN.match(told.plain, name.end + len(verb), part.stop):
        told.take(names)
        return part.stop
    if verb and told.plain.startswith("的", name.end + len(verb)) and name.end + len(verb) + 1 < part.stop:
        return name.end
    told.take(names)
    told.scened = _as_scene(told, part, name)
    if not said:
        told.bound = bool(modal) and not NEGATED.match(told.plain, modal.end() if modal else at)
        return name.end
    if said.start >= until and not said.modal and not (said.start == until and said.verb in VERBS):
        return name.end
    between(told, at, said.start, part)
    if not silent(told, name, said, part, until):
        told.say(said, names, part.stop)
    elif said.act is None and not part.scene:
        told.further(said, part.stop, names)
    return told.past(said)


def _carry_on(told: Account, begin: int, part: Part, until: int) -> int:
    """Read a part without a subject, which carries the last one on: A列席会议，对程序实施监督."""
    modal = HAS_MODAL.search(told.plain, begin, part.stop)
    if (
        part.scene
        or part.after
        or not (told.subject or told.carried)
        or told.words.text.rstrip().endswith(("：", ":"))
        and _BY_ITEMS.match(told.words.text, part.start, part.stop)
        or modal is None
        and not told.sure
        and not told.acted
        and told.subject
    ):
        return begin
    joined = told.plain[part.start : begin] if told.crossed else _HAVING.sub("", told.plain[part.start : begin])
    waits = told.bound and not told.crossed
    if told.subject and joined and modal is None and not waits:
        return begin
    co, at = told.company(list(told.subject), begin, part.stop)
    said = predicate(told.words, at, part.stop, modal=waits)
    if modal and (not said or not said.modal and modal.start() < said.end):
        said = predicate(told.words, modal.start(), part.stop)
    if modal and said and not said.modal and "的" in told.plain[said.end : modal.start()]:
        return begin  # 提出的异议应当…: what is done stands behind the word of duty
    told.bound = told.bound or bool(modal and not said)
    if not said or not said.act or said.verb in STATE or said.start > until:
        return begin
    if said.start == until and not _hands_on(told, said, part):
        return begin
    if told.subject != told.assembly and told.shared(begin, part.stop):
        return told.past(said)
    if foreign(told, said, part, until) or _ONLY_THEN.search(told.plain, part.start, said.start):
        return begin
    if said.verb.endswith("备案"):  # 制定规章，并按照规定备案: who files it
        said = said._replace(act=Act.CARRY_OUT)
    told.say(said, co if co != told.subject else None, part.stop)
    return told.past(said)


def _hands_on(told: Account, said: Predicate, part: Part) -> bool:
    """Tell whether a part such as 提请A撤销 says that the subject proposes."""
    if said.verb not in VERBS:
        return False
    own = told.subject and not re.search("[；;。]", told.plain[told.subject[0][0] : part.start])
    return bool(own) and (said.modal or told.plain[part.start] == "并")
