"""Who does what in turn, without a word that marks them: 使用科室填单，设备科技术鉴定，分管院长核批."""

import re
from collections.abc import Iterator, Sequence

from corpus.models import Act
from corpus.rules.chinese.grammar.vocabulary import COMPOUND, STATE, VERBS, words_of
from corpus.rules.chinese.shapes.told import people
from corpus.rules.deeds import Deed

_MORE = {
    **dict.fromkeys(words_of("摸底 张榜公布 打扫 记账 录入 留存 清场 带队"), Act.CARRY_OUT),
    **dict.fromkeys(words_of("技术鉴定 入户核实 上门核实 谈看法 提意见"), Act.REVIEW),
    **dict.fromkeys(words_of("协商一致 定盘子 举手表决"), Act.DECIDE),
    **dict.fromkeys(words_of("列计划 写申请 拿初稿 出初稿 填表"), Act.PROPOSE),
    **dict.fromkeys(words_of("盯执行 盯落实 查账"), Act.SUPERVISE),
}
# what somebody may do or has done is no turn
_NO_TURN = STATE | words_of("参加 参与 出席 列入 借用 组成 教育 负责 持有 领取 遵守 违反 采用")
_VERBS = {**{verb: act for verb, act in VERBS.items() if verb not in _NO_TURN}, **_MORE}
_WORDS = sorted((verb for verb in _VERBS if len(verb) > 1), key=len, reverse=True)
_PIECE = re.compile("[^，、；：。]+")
# words before a name that say when, or that the turn is a need: 须经, 三类技术由
_OPENS = re.compile("(?:(?:必须|应当|[须应需])?经(?![办理济营手])|先由|再由|首先|其次|然后|最后|最终)")
_HOW = "(?:先|再|最后|负责|联合|共同|当场|现场|逐[一条项]|统一|集体|及时|立即|首先|随后|当面|分别|一并)*"
_VERB = re.compile(f"{_HOW}(?P<verb>{'|'.join(map(re.escape, _WORDS))})")
_SCENE = re.compile("(?:的|时|之?前|期间|过程中)$|不得|不能|禁止|未|是否|[报由呈]|不服|异议")
_NOUN = re.compile("(?:意见|制度|权限?|工作|人员|小组|情况|结果|办法|程序|流程|标准|事项|记录|报告|委员会|会议)$")
_LEAST, _SURE = 2, 3  # turns in a run; in a short one nobody is told who only carries out
_TAIL = 12  # characters behind the verb


class _Turn:
    """One piece of a sentence in which somebody does something."""

    def __init__(self, names: Sequence[tuple[int, int]], verb: str, span: tuple[int, int]) -> None:
        self.names, self.verb, self.span, self.act = names, verb, span, _VERBS[verb]


def turns(text: str, found: Sequence[Deed]) -> list[Deed]:
    """Return who acts in a run of pieces of which each names somebody and what he does, where no deed is read yet."""
    told: list[Deed] = []
    for run in _runs(text):
        if len(run) < _LEAST or not any(one.act in (Act.REVIEW, Act.DECIDE) for one in run):
            continue
        for one in run if len(run) >= _SURE else [one for one in run if one.act is not Act.CARRY_OUT]:
            if one is run[0] and one.act is Act.CARRY_OUT and one.verb not in _MORE:
                continue  # 职工延期退休，科长提出，院长批准: what it is about
            if not any(one.span[0] <= deed.start < one.span[1] for deed in found):
                told += [Deed(actor=text[s:e], act=one.act, verb=one.verb, start=s, end=e) for s, e in one.names]
    return told


def _runs(text: str) -> Iterator[list[_Turn]]:
    """Yield the runs of pieces in which somebody acts, up to a piece in which nobody does or the end of the clause."""
    run: list[_Turn] = []
    for piece in _PIECE.finditer(text):
        if piece.start() and text[piece.start() - 1] in "；：。" and run:
            yield run
            run = []
        listed = text[piece.start() - 1 : piece.start()] == "、" and not run
        one = None if listed else _turn(text, *piece.span())
        if one:
            run.append(one)
        elif run:
            yield run
            run = []
    yield run


def _turn(text: str, start: int, stop: int) -> _Turn | None:
    """Return who acts in a piece that opens with a name and goes on with what he does."""
    opens = _OPENS.match(text, start, stop)
    start = opens.end() if opens else start
    if _SCENE.search(text, start, stop) or _NOUN.search(text, start, stop):
        return None
    for end in range(start + 2, min(stop - 1, start + 17)):
        said = _VERB.match(text, end, stop)
        if not said or text.startswith("的", said.end()) or COMPOUND.match(text, said.end(), stop):
            continue
        if stop - said.end() < _TAIL and (names := people(text, start, end)):
            return _Turn(names, said["verb"], (start, stop))
    return None
