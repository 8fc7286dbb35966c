"""What a table's header says of its columns: the matter, its condition, who does which act, by when."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from corpus.models import Act, Cell
from corpus.passages import chinese
from corpus.quantities import ranges
from corpus.quantities.headed import measured
from corpus.rules.chinese.headings import heading as heading_zh
from corpus.rules.english import wording as wording_en
from corpus.rules.matters import condition as bounds
from corpus.rules.verbs import ACTS


class Column(StrEnum):
    """What a column that names no actor holds."""

    MATTER = "matter"
    CONDITION = "condition"
    LIMIT = "limit"
    STEP = "step"
    FORM = "form"
    OTHER = "other"


# In the order in which they are tried: 审批时限 is a time limit before it is an approval.
_HEADERS: tuple[tuple[re.Pattern[str], Column | Act], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), column)
    for pattern, column in (
        (r"^accountable|budget holder|^(?:审批|审签|授权|权限|签批)?层级$|有权人|权限人|审批权限|决策权限|signator|sign(?:ed)?[- ]?off|authority (?:level|holder)|may (?:exercise|use)\b|exercised by|level of authority|delegat|^by$|^(?:power |office)?-?holders?$|^go(?: or |/| / )no[- ]?go$|(?:final|last) (?:say|word)|^(?:the )?(?:final )?(?:decision|approval|choice|power|it)?\s?(?:rests|lies|sits|is) with\b|拿主意|说了?话?算|[末最][了后]定|点头|过会|[上过]哪个会|^签字|^签署(?:权限?)?$|^终签|^(?:终|最[终后])?[批签定准](?:人|者)?$|^启动(?:人|者|单位|层级)?$|who (?:approv|decid|sign|authori|says? (?:yes|so)|(?:has|gives) the)", Act.DECIDE),
        (r"who (?:checks|reviews|advises|comments)|\bopinions?$|^pre-?read|checked by|checker|\blook$|^(?:who |to be |must be )?(?:look(?:s|ed)?|go(?:es|ne)?|read(?:s)?)(?: (?:it|this|them))? (?:over|through)\b|^(?:who )?(?:looks at|sees|reads|hears|backs)(?: (?:it|this|them))?(?: (?:first|before))?$|^(?:must |to )?(?:be )?(?:seen|read|backed|supported)(?: first)? by$|who is (?:asked|heard|consulted)|^first (?:read(?:er|ing)|look)|^after hearing|^先[看审过签听核]|[审核看]的$|^[审核阅](?:人|者)?$", Act.REVIEW),
        (r"who (?:proposes|asks|applies|requests|submits|prepares)|prepared by|raised by|^(?:dossier|draft|paper|file|case|text|request|application|proposal|bid)s? (?:by|from)$|asked by|submitted by|moved by|mover\b|originat|^author$|sponsor|^start(?:s|ed) (?:with|by)|^brought by|^(?:who (?:starts|begins|opens|brings|lodges|files)(?: (?:it|this|them|off))*|(?:starts|begins|opens|brings|lodges|files) (?:it|this|them))$|^(?:who )?(?:kicks|hands|puts|sends|gets) (?:it |this |them )?(?:off|in|forward|going|started|rolling)\b|^(?:begun|opened|lodged|filed|handed in|sent in|put (?:in|up|forward)) by$|^(?:who )?(?:it )?comes from$|^from whom|起头|开头的|[先头]提的?$|^[提拟](?:人|者)?$", Act.PROPOSE),
        (r"under (?:review|watch|observation|scrutiny)|an eye on|^(?:who )?(?:is |are |must be |to be )?(?:told|kept informed|notified)$|who (?:is|must be) informed", Act.SUPERVISE),
        (r"时限|期限|时间|天数|工作日|time|deadline|within|by when|days|when\b", Column.LIMIT),
        (r"表单|材料|附件|表格|依据|\bforms?\b|document|evidence|paper", Column.FORM),
        (r"备注|说明|note|remark|comment$", Column.OTHER),
        (r"金额|额度|标准|限额|条件|情形|数额|区间|数量|threshold|amount|value|limit|condition|up to|level\b|size|cost|sum\b|range|band", Column.CONDITION),
        (r"环节|步骤|序号|阶段|程序|流程|step|stage|^order$|what (?:happens|is done)|no\.?$|^ref\b\.?$|#", Column.STEP),
        (r"备案|监督|监管|抽查|抄送|知会|^告知$|督促|督办|督查|督导|核验|supervis(?!ors?\b)|monitor|oversee|oversight|report(?:ed)? to|informed", Act.SUPERVISE),
        (r"议定|商定|敲定|定夺|裁定|签署人|签字人|签发|审签|签约人|签(?![到收])[一-鿿]{0,2}人|最终|决定|审批|批准|审定|核准|决策|签批|终审|拍板|授权人|批准人|approv|decid|decision[- ]?(?:maker|by)|^(?:final )?decision$|authori[sz]|\bsign|determin|grant", Act.DECIDE),
        (r"实施|执行|落实|承办|承担|^受理|主办|协办|配合|协助|办理|责任|主责|负责|牵头|经办|经手|部署|保障|carr(?:y|ies) out|^(?:deput(?:y|ies)|stand-?ins?|substitutes?|cover)$|responsib|implement|owner|who does|\baction (?:by|office|officer|unit)|^acts? on|^by whom|done by|who\b(?!.*(?:approv|decid|propos|review))", Act.CARRY_OUT),
        (r"审核|审议|审查|论证|商议|会商|征求|征询|听取|会签|会审|初审|复核|复审|审阅|评审|核对|把关|意见|review|advi|consult(?!anc|ants?\b)|check|scrutin|comment|verif", Act.REVIEW),
        (r"提出|申请|^建议(?:人|者|单位|部门)?$|发起|提请|呈报|拟定|提议|动议|申报|起草|编制|propos|recommend|request|appl|initiat|prepar", Act.PROPOSE),
        (r"事项|内容|类别|项目|名称|种类|类型|matter|item|subject|decision|type|what|area|category|kind", Column.MATTER),
    )
)  # fmt: skip
# R-1, 12, B.3: the number of a row says nothing of its matter
_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last", "then")
_CODE = re.compile(rf"(?:[A-Z]{{0,3}}[-./ ]?)?[0-9]{{1,3}}(?:\.[0-9]{{1,3}})?[a-z]?|(?i:{'|'.join(_NTH)})")
_NOBODY = re.compile(r"^(?:[-—–/]+|无|不需要?|不适用|n/?a|none|nobody(?: needs? .*)?|not (?:us|need|requir)ed)?$", re.I)
# a header that asks who is read as a question is, before any word in it: 谁批准采用
_WHO = re.compile("谁|何人|哪[个级位]")
# 签署●: a sign that a legend explains is no part of a head
_SIGNS = re.compile("[●○◎△▲★☆◆◇■□√※*＊]+$")


def column(name: str) -> Column | Act:
    """Return what a column holds, by its header's words, or as the grammar of English reads them: "Looked after by"."""
    name = _SIGNS.sub("", name) or name
    asked = heading_zh(name) if _WHO.search(name) else None
    kind = asked or next((kind for pattern, kind in _HEADERS if pattern.search(name)), Column.OTHER)
    if kind is Act.CARRY_OUT and name.lower().startswith("who "):
        return wording_en.heading(name) or kind
    if kind is Column.OTHER and chinese(name):
        return heading_zh(name) or kind
    if kind is Column.OTHER or (not isinstance(kind, Act) and name.endswith(" by")):
        return wording_en.heading(name) or kind
    return kind


def nobody(words: str) -> bool:
    """Tell whether a cell says that nobody does this."""
    return bool(_NOBODY.match(words.strip()))


def numbers(cell: Cell) -> bool:
    """Tell whether a cell holds only the number of its row: D-3, 5.12."""
    return bool(_CODE.fullmatch(cell.text.strip())) and not isinstance(column(cell.name), Act)


def columns(cells: Sequence[Cell]) -> list[Column | Act]:
    """Return what each cell of a row is; the first of no other kind is the matter."""
    kinds = list(_headed(tuple(cell.name for cell in cells)))
    steps = [cell.text for cell, kind in zip(cells, kinds, strict=True) if kind is Column.STEP]
    if Column.MATTER not in kinds and all(_CODE.fullmatch(step.strip()) for step in steps):
        spare = next((n for n, kind in enumerate(kinds) if kind is Column.OTHER), len(kinds))
        said = cells[spare].text.strip() if spare < min(2, len(kinds)) else ""
        if said and _bounded(cells[spare]) is Column.OTHER and not (nobody(said) or said in ACTS):
            kinds[spare] = Column.MATTER
    kinds = [_amount_of(cell, kind) for cell, kind in zip(cells, kinds, strict=True)]
    kinds = [_doer(cell, kind, cells) for cell, kind in zip(cells, kinds, strict=True)]
    bounded = [_bounded(cell) if kind is Column.OTHER else kind for cell, kind in zip(cells, kinds, strict=True)]
    told = [_by_noun(cell, kind, kinds[n + 1 :]) for n, (cell, kind) in enumerate(zip(cells, bounded, strict=True))]
    if Act.DECIDE in kinds:
        bounded = told
    return [_between(bounded, n) if kind is Column.OTHER else kind for n, kind in enumerate(bounded)]


@lru_cache(maxsize=1024)
def _headed(names: tuple[str, ...]) -> tuple[Column | Act, ...]:
    """Return what columns hold by their own heads; what several share, a head over them, is asked only after that.

    Under "Approval" stand "Approval Proposed by" and "Approval Approved by", under 审批流程 the columns of three acts.
    """
    own = [column(words) if words else Column.OTHER for words in _own(names)]
    return tuple(column(name) if kind is Column.OTHER else kind for name, kind in zip(names, own, strict=True))


def _own(names: Sequence[str]) -> list[str]:
    """Return the names of columns without the words in front that they share with the column beside."""
    words = [name.split(" ") for name in names]
    shared = [0, *(_alike(left, right) for left, right in pairwise(words)), 0]
    return [" ".join(one[max(shared[n], shared[n + 1]) :]) for n, one in enumerate(words)]


def _alike(left: Sequence[str], right: Sequence[str]) -> int:
    """Return how many words in front are the same; something is left of both."""
    most = min(len(left), len(right)) - 1
    return next((n for n in range(most) if left[n] != right[n]), most)


def _amount_of(cell: Cell, kind: Column | Act) -> Column | Act:
    """Return what a column of acts holds where its cell is an amount: what is granted, Grant | up to £90."""
    return Column.CONDITION if isinstance(kind, Act) and _bounded(cell) is Column.CONDITION else kind


# Action | Person; What happens | By: beside a column of what is done, whoever does it
_DONE = re.compile(
    r"^(?:the )?(?:steps?|stages?|actions?|tasks?|activit(?:y|ies)|what (?:happens|is done))$", re.IGNORECASE
)
_DOES = re.compile(
    r"^(?:by|(?:responsible )?(?:person|officer|official|staff)s?|body|position|role|post)$", re.IGNORECASE
)


def _doer(cell: Cell, kind: Column | Act, cells: Sequence[Cell]) -> Column | Act:
    """Return what a column of persons is beside one of what is done step by step: those who do it."""
    done = bool(_DOES.fullmatch(cell.name.strip())) and any(_DONE.fullmatch(one.name.strip()) for one in cells)
    return Act.CARRY_OUT if done else kind


def _by_noun(cell: Cell, kind: Column | Act, behind: Sequence[Column | Act]) -> Column | Act:
    """Return what a column headed by the bare noun of an act is beside one of those who decide: Submission, Opinion.

    Clearance before the column of those who decide is no decision yet.
    """
    act = wording_en.noun(cell.name)
    if kind is Column.OTHER and act and wording_en.names(cell.text):
        kind = act
    return Act.REVIEW if kind is act is Act.DECIDE and Act.DECIDE in behind else kind


# a cell that says how something is done, or by when, bounds no row
_SAYS_MORE = re.compile("[，。；]|每|至少|不得|[日天时]内|前$|[须需应附还另]")


def _bounded(cell: Cell) -> Column:
    """Return what a cell holds whose header says nothing: an amount from one number to another bounds its row."""
    words = measured(cell)
    bounds = [found for found in ranges(words) if found.low != found.high]
    if chinese(words):
        alone = not _SAYS_MORE.search(words)
    else:
        alone = len(bounds) == 1 and not (words[: bounds[0].start] + words[bounds[0].end :]).strip(" .,;–—-")
    return Column.CONDITION if alone and bounds else Column.OTHER


def _between(kinds: Sequence[Column | Act], n: int) -> Column | Act:
    """Return what a column of actors is by its neighbours, where its header says nothing: who stands between those
    that propose or weigh and those that carry out decides; between who proposes and who decides, one weighs.
    """
    before = kinds[n - 1] if n else Column.OTHER
    after = kinds[n + 1] if n + 1 < len(kinds) else Column.OTHER
    if before in (Act.PROPOSE, Act.REVIEW) and after in (Act.CARRY_OUT, Act.SUPERVISE) and Act.DECIDE not in kinds:
        return Act.DECIDE
    return Act.REVIEW if before is Act.PROPOSE and after is Act.DECIDE else Column.OTHER


def matter(cells: Sequence[Cell]) -> str:
    """Return the words of a row that say what it is about."""
    kinds = columns(cells)
    words = [c.text for c, kind in zip(cells, kinds, strict=True) if kind in (Column.MATTER, Column.STEP)]
    return " ".join(w for w in words if not w.strip().isdigit() and w.lower() not in _NTH) or (
        measured(cells[0]) if cells else ""
    )


_CAP = re.compile(r"\b(?:limit|ceiling|cap|maximum|up to)\b|\bto\W*$|上限|最高", re.IGNORECASE)
_FLOOR = re.compile(r"\b(?:from|minimum|over|above|more than)\W*$|下限(?:[（(][^）)]*[）)])?$", re.IGNORECASE)
# a sum and nothing else
_SUM = re.compile(r"[£$€¥￥]?[0-9][0-9,.]*\s?[万亿]?[元镑]?")


class Limit(StrEnum):
    """What a bare sum is to its row by the head of its column."""

    LEAST = "least"
    MOST = "most"


def _limit(cell: Cell) -> Limit | None:
    """Return what a bare sum in a cell is by its head: Limit | £90 is the most, From | £90 the least."""
    words, chinese_head = measured(cell), chinese(cell.name)
    found = ranges(words)
    bare = bool(_SUM.fullmatch(words.strip())) if chinese_head else words[:1] in "£$€0123456789"
    if len(found) != 1 or found[0].low != found[0].high or not bare:
        return None
    return Limit.LEAST if _FLOOR.search(cell.name) else Limit.MOST if _CAP.search(cell.name) else None


def _said(cells: Sequence[Cell]) -> list[str]:
    """Return what the cells of a row that bound it say; the least and the most beside each other are one range.

    What is exactly so much belongs there to the row that goes up to it, and to that of the least where it stands alone.
    """
    said: list[str] = []
    limits = [*map(_limit, cells), None]
    for n, cell in enumerate(cells):
        words, inwords = measured(cell), chinese(cell.name)
        if limits[n] is Limit.MOST:
            below = n > 0 and limits[n - 1] is Limit.LEAST and _above_nothing(cells[n - 1])
            most = f"不超过{words}" if inwords else f"up to {words}"
            said = [*said[:-1], f"{said[-1]}{'' if inwords else ' and '}{most}"] if below else [*said, most]
        elif limits[n] is not Limit.LEAST:
            said += [words] if words else []
        elif _above_nothing(cell):
            over = (
                (f"超过{words}", f"over {words}")
                if limits[n + 1] is Limit.MOST
                else (f"{words}以上", f"at least {words}")
            )
            said.append(over[0] if inwords else over[1])
    return said


def _above_nothing(cell: Cell) -> bool:
    """Tell whether the least that a cell names bounds anything: from nothing on is no bound."""
    return bool(ranges(measured(cell))[0].low)


def condition(cells: Sequence[Cell]) -> str:
    """Return the words of a row that say under which condition it holds."""
    kinds = columns(cells)
    said = _said([c for c, kind in zip(cells, kinds, strict=True) if kind is Column.CONDITION and not nobody(c.text)])
    within = [measured(c) for c, kind in zip(cells, kinds, strict=True) if kind is Column.MATTER and not said]
    return "；".join(said) or "，".join(bounds(words) for words in within if chinese(words) and ranges(bounds(words)))
