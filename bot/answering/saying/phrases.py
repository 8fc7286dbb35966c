"""The fixed words of answers, in Chinese and English."""

import re

from bot.answering.models import Language, Reason, Status
from corpus.models import Act, Kind

ACTS: dict[Language, dict[Act, str]] = {
    "zh": {
        Act.PROPOSE: "提出",
        Act.REVIEW: "审核",
        Act.DECIDE: "决定",
        Act.CARRY_OUT: "实施",
        Act.SUPERVISE: "监督备案",
    },
    "en": {
        Act.PROPOSE: "Proposes",
        Act.REVIEW: "Reviews",
        Act.DECIDE: "Decides",
        Act.CARRY_OUT: "Carries out",
        Act.SUPERVISE: "Supervises",
    },
}
UNSAID: dict[Language, str] = {"zh": "文件未规定", "en": "the documents don't say"}
NOT_FOUND: dict[Language, str] = {
    "zh": "规章制度里没有找到能回答这个问题的条款。",
    "en": "The rulebook has no clause that answers this.",
}
SILENT: dict[Language, str] = {
    "zh": "规章制度提到了这件事，但没有写明由谁{act}。",
    "en": "The rulebook speaks of this, but doesn't say who {act}.",
}
UNCOUNTED: dict[Language, str] = {
    "zh": "规章制度提到了这件事，但没有写明数额、次数或期限。",
    "en": "The rulebook speaks of this, but gives no number or time for it.",
}
NEAREST: dict[Language, str] = {
    "zh": "下面几条最接近，也可以问归口部门。",
    "en": "These clauses come nearest; the office that owns them may know.",
}
REPEALED: dict[Language, str] = {
    "zh": "只有在{day}不生效的规定提到这件事，见下。",
    "en": "Only a rule that is not in force on {day} speaks of this, see below.",
}
OVER: dict[Language, str] = {
    "zh": "《{title}》自{day}起不再有效。",
    "en": "{title} is no longer in force from {day}.",
}
OPEN: dict[Language, dict[Status, str]] = {
    "zh": {
        Status.CLARIFY: "要看是哪一种情况，规定分这几档：",
        Status.CONFLICT: "现行规定之间不一致，两种说法都列在下面：",
    },
    "en": {
        Status.CLARIFY: "It depends; the rules set these levels:",
        Status.CONFLICT: "Rules in force contradict each other; both are shown:",
    },
}
REWORDED: dict[Language, str] = {
    "zh": "其中有文字已经修改：{words}",
    "en": "Some of these words have been amended: {words}",
}
GAP: dict[Language, str] = {
    "zh": "文件未规定：各档都没有包括你说的这一种。写明的有：",
    "en": "The documents don't say: no level takes in what you name. These are written down:",
}
PREVAILS: dict[Language, dict[Reason, str]] = {
    "zh": {
        Reason.KIND: "先列规定；后列的是参考材料，不能作为依据。",
        Reason.SAID: "规章写明以列在前面的为准。",
        Reason.RANK: "位阶较高的列在前面。",
        Reason.LATER: "施行较晚的列在前面；规章没有写明以哪一条为准。",
        Reason.UNSETTLED: "规章没有写明以哪一条为准。",
    },
    "en": {
        Reason.KIND: "The rule comes first; the other is reference material, which decides nothing.",
        Reason.SAID: "The rulebook says that the first prevails.",
        Reason.RANK: "The one of higher rank comes first.",
        Reason.LATER: "The later one comes first; the rulebook doesn't say which prevails.",
        Reason.UNSETTLED: "The rulebook doesn't say which prevails.",
    },
}
WHICH: dict[Language, str] = {"zh": "请告诉我是哪一种。", "en": "Tell me which one applies."}
KINDS: dict[Language, dict[Kind, str]] = {
    "zh": {
        Kind.REFERENCE: "依据的是参考材料，不是本单位的规定",
        Kind.DRAFT: "依据的是草案，尚未生效",
        Kind.FAQ: "依据的是常见问题",
    },
    "en": {
        Kind.REFERENCE: "this rests on reference material, not on a rule",
        Kind.DRAFT: "this rests on a draft that is not in force",
        Kind.FAQ: "this rests on the FAQ",
    },
}
STEP: dict[Language, str] = {"zh": "第{number}步，共{of}步", "en": "Step {number} of {of}"}
LAST_STEP: dict[Language, str] = {
    "zh": "这是写明的最后一步，之后没有写。",
    "en": "That is the last step there is; nothing is written of what comes after it.",
}
STEP_PARTS: dict[Language, tuple[str, str, str, str, str]] = {
    "zh": ("谁办", "做什么", "时限", "用表", "分支"),
    "en": ("Who", "What", "Time limit", "Form", "Branches"),
}
# The label of a table's row, as clauses are called: "row 3", "第五条 row 3".
_ROW = re.compile(r"(?:^|(?<=\s))row ([0-9]+)")
COLON: dict[Language, str] = {"zh": "：", "en": ": "}


def headed(name: str) -> str:
    """A name that stands by itself: supplier is Supplier."""
    return name[:1].upper() + name[1:]


def listed(lang: Language, names: list[str]) -> str:
    """Join names as a language lists them."""
    return ("、" if lang == "zh" else ", ").join(names)


def joined(lang: Language, lines: list[str]) -> str:
    """Join what are sentences of their own."""
    return ("；" if lang == "zh" else "; ").join(lines)


def place(lang: Language, clause: str) -> str:
    """Return a clause's label as a language says it: 第五条 row 3 is 第五条 第3行, and 三、 is 三."""
    return (_ROW.sub(r"第\1行", clause) if lang == "zh" else clause).rstrip("、")


def title(lang: Language, name: str, clause: str) -> str:
    """Return a document's title with a clause of it."""
    shown, clause = f"《{name}》" if lang == "zh" else name, place(lang, clause)
    return f"{shown}{'' if lang == 'zh' and not clause[:1].isascii() else ' '}{clause}".strip()
