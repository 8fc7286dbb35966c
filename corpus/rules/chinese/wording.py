"""Who does what in a Chinese sentence: 由A提出，经B审核，报C批准; A负责…; 未经A批准，不得…"""

import re
from collections.abc import Sequence
from itertools import accumulate

from corpus.models import Act
from corpus.rules.actors import apart, looks_like
from corpus.rules.chinese.grammar.names import name_at
from corpus.rules.chinese.grammar.phrases import prepared
from corpus.rules.chinese.sentence import read
from corpus.rules.chinese.shapes.advised import advised
from corpus.rules.chinese.shapes.attributes import described
from corpus.rules.chinese.shapes.heard import heard
from corpus.rules.chinese.shapes.lightly import idle
from corpus.rules.chinese.shapes.plain import plainly
from corpus.rules.chinese.shapes.posts import held
from corpus.rules.chinese.shapes.seen import in_chain
from corpus.rules.chinese.shapes.shortened import in_full
from corpus.rules.deeds import Deed as Deed


def deeds(sentence: str) -> list[Deed]:
    """Return who does what in one sentence, in the order in which it stands there."""
    return [deed for deed in reading(sentence)[0] if deed.end > deed.start]


def reading(
    sentence: str, carried: tuple[str, ...] = (), condition: bool = False
) -> tuple[list[Deed], tuple[str, ...]]:
    """Return the deeds of a sentence and who goes on acting in the next.

    `carried` are the actors of the sentence before; a deed of theirs stands where its verb does, and is empty.
    Of a `condition`, such as an item of 有下列情形之一的, only who is named to consent or decide is read.
    """
    if _AIM.match(sentence):
        return [], ()
    words = prepared(sentence)
    told = read(words, carried, condition)
    said = [deed for deed in told.found if not (_chosen(sentence, deed) or _of_the_votes(sentence, deed, told.found))]
    found = _in_turn(said, described(sentence))
    if all(deed.verb in _SITS_IN for deed in found):
        found = [*held(words), *found]
    found = [one for deed in (*found, *advised(words, found), *heard(words, found)) for one in _besides(deed)]
    once: dict[tuple[int, int, str, Act], Deed] = {}
    for deed in found:
        once.setdefault((deed.start, deed.end, deed.actor, deed.act), deed)
    seen = in_chain(sentence, list(once.values()))
    kept = [deed for deed in seen if not idle(sentence, deed, seen)]
    return in_full(words, kept if condition else plainly(sentence, words.plain, kept)), told.going_on()


# A任组长，B派一人参加: who takes part doesn't say who heads it
_SITS_IN = ("参加", "参与", "列席监督", "现场监督")
# 学生处（研究生为研究生院）提出, 伙食会（一半是家长）通过: what brackets say of somebody is no part of his name
_ASIDE = re.compile(r"[（(](?P<said>[^（）()，]{0,12}(?:是|(?<![以成称])为)(?P<who>[^（）()，]{2,12}))[）)]$")


def _besides(deed: Deed) -> list[Deed]:
    """Return a deed without what brackets say of its actor, and that of whoever acts in another case by them."""
    aside = _ASIDE.search(deed.actor)
    if aside is None or deed.end - deed.start != len(deed.actor):
        return [deed]
    own = deed.model_copy(update={"actor": deed.actor[: aside.start()], "end": deed.start + aside.start()})
    at = deed.start + aside.start("who")
    other = {"actor": aside["who"], "start": at, "end": at + len(aside["who"])}
    instead = "是" not in aside["said"] and looks_like(aside["who"])
    return [own, deed.model_copy(update=other)] if instead else [own]


# 为了保护古树，规范养护，制定本办法: what a document is for is nobody's act
_AIM = re.compile(r"\s*为了?[^。；]*(?:制定|制订)本[^，。；]{1,8}。?\s*$")
# 评委应当从专家库中抽取: who is chosen does nothing
_CHOSEN = re.compile(
    r"(?:应当?|可以?|必须|须|一般|原则上|均|由)*从[^，。；]{2,40}?(?:抽取|抽选|选取|挑选|聘请|聘任|选聘|选拔|产生|推选|推荐|遴选|选派|确定)(?:产生)?(?=[，。；]|$)"
    r"|(?:应当?|均|一般)*(?:(?:依照|按照|根据)[^，。；]{2,20}?)?(?:民主|差额|等额|无记名投票)*(?:选举|推选|推举|选拔|竞聘|投票|遴选|评选)产生(?=[，。；]|$)"
)


def _chosen(sentence: str, deed: Deed) -> bool:
    """Tell whether the actor of a deed is whom others choose."""
    marked = sentence[max(0, deed.start - 1) : deed.start] in ("由", "经")
    return deed.end > deed.start and not marked and _CHOSEN.match(sentence, deed.end) is not None


# 报评审组表决，组员三分之二以上同意方可上演: by how many votes the group says yes
_VOTES = re.compile("的?(?:[二三四五]分之[一二三四]以上|过?半数(?:以上)?|全票)(?:表决|投票)?(?:同意|赞成|通过)")
_VOTER = re.compile("(?:委员|成员|组员|代表|人员|董事|监事|理事)$")


def _of_the_votes(sentence: str, deed: Deed, found: Sequence[Deed]) -> bool:
    """Tell whether the actor of a deed is only the members of a body that decides in the same sentence."""
    votes = _VOTER.search(deed.actor) and _VOTES.match(sentence, deed.end)
    return bool(votes) and any(one.act is Act.DECIDE and one.end < deed.start for one in found)


def _in_turn(said: list[Deed], attributed: list[Deed]) -> list[Deed]:
    """Return deeds in the order in which they are done: A审核，经B批准后办理 is A, B, A, though A is named once.

    `said` stand in that order already; those that an attribute names stand where their actors do.
    """
    begun = list(accumulate((deed.start for deed in said), max))
    placed = [*zip(begun, said, strict=True), *((deed.start, deed) for deed in attributed)]
    return [deed for _, deed in sorted(placed, key=lambda one: one[0])]


_LEFT_OPEN = re.compile(
    r"(?P<who>[^，。；：]{2,40}?)的?(?:主要|工作|基本|法定|具体|共同|日常)*(?:职责|职权|任务|权限|(?<=的)(?:日常|主要|具体)?工作(?=[：:是为如包有]))(?:是|为|如下|包括|有)*[：:]\s*$"
)
# 金库的基本职责如下：only somebody has duties, whatever he is called
_OF_SOMEBODY = re.compile(r"[一-鿿]{2,10}的(?:主要|基本|法定|具体|共同)*(?:职责|职权)(?:是|为|如下|包括|有)*[：:]\s*$")
_NO_BODY = re.compile(
    r"[其该]$|[一-鿿]*(?:工作|岗位|检查|项目|活动|制度|方案|阶段|环节|方面|会议|以下|下列|相关|各自)$"
)
_OPEN_VERB = re.compile(
    r"享有(?:下列|以下|如下)(?:权利|权限|职权|自主权)[：:]\s*$|(?:行使|履行|承担|负有|负责|做好|完成|开展)(?:下列|以下|如下)[^，。；：]{0,12}[：:]\s*$"
)
# 值班站长在授权期内可以：, 安全员须：
_OPEN_DUTY = re.compile(
    r"(?P<who>[^，。；：的]{2,16}?)(?:在[^，。；：]{2,12}?(?:内|中|期间|时))?(?:应当?|必须|须|可以?|有权)(?:做到|做好)?[：:]\s*$"
)


def left_open(lead_in: str) -> tuple[str, ...]:
    """Return the actors whose acts a lead-in leaves to its items: 董事会行使下列职权："""
    found = _LEFT_OPEN.match(lead_in.strip())
    who = found["who"] if found else ""
    if not looks_like(who) and (name := _doing(who)):
        return name
    if looks_like(who):
        return tuple(who[s:e] for s, e in apart(who))
    if _OF_SOMEBODY.match(lead_in.strip()) and not _NO_BODY.search(who):
        return (who,)
    if (duty := _OPEN_DUTY.match(lead_in.strip())) and looks_like(duty["who"]):
        return tuple(duty["who"][s:e] for s, e in apart(duty["who"]))
    return read(prepared(lead_in)).names() if _OPEN_VERB.search(lead_in) else ()


def _doing(who: str) -> tuple[str, ...]:
    """Return whose duties a lead-in lists for one field of work: 园林部门保护古树(的职责是)."""
    words = prepared(who)
    name = name_at(words, 0, len(who)) if who else None
    if not name or not name.strong or name.end not in words.verbs or "的" in who[: name.end]:
        return ()
    return tuple(who[s:e] for s, e in apart(who[: name.end]))
