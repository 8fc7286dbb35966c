"""The review of the question log in words, for an admin."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime

from bot.answering.models import Language
from bot.records.review import Cited, Group, Review
from corpus.faq import LINE, short

SAID = {
    "zh": {
        "replied": "部门已答复",
        "unanswered": "没有找到答案",
        "disliked": "回答被点踩",
        "repeated": "多次被问",
        "total": "{name}：{count} 组",
        "group": "[{id}] {question}\n    问过 {count} 次，最近 {last}，{status}，踩 {disliked}、赞 {liked}",
        "also": "    也这样问：{also}",
        "cited": "    引用：{cited}",
        "reasons": "    不满意的原因：{reasons}",
        "reply": "    部门答复：{reply}",
        "wrong_clause": "条款不对",
        "outdated": "已经过时",
        "not_understood": "没听懂问题",
        "other": "其他",
        "columns": "编号|问题|其他问法|次数|人数|最近一次|结果|赞|踩|引用|最近的回答|不满意的原因|部门答复",
        "answered": "已回答",
        "clarify": "需要补充",
        "conflict": "规定冲突",
        "not_found": "未找到",
        "join": "；",
        "wrote": "已写出 {path}",
        "marked": "已标为处理：{questions} 个提问，{groups} 组",
    },
    "en": {
        "replied": "Replied to by an office",
        "unanswered": "Unanswered",
        "disliked": "Disliked",
        "repeated": "Repeated",
        "total": "{name}: {count}",
        "group": "[{id}] {question}\n    asked {count} x, last {last}, {status}, {disliked} down, {liked} up",
        "also": "    also: {also}",
        "cited": "    cited: {cited}",
        "reasons": "    wrong with it: {reasons}",
        "reply": "    the office: {reply}",
        "wrong_clause": "wrong clause",
        "outdated": "outdated",
        "not_understood": "not understood",
        "other": "other",
        "columns": "id|question|also asked|count|people|last asked|status|up|down|cited|last answer|reasons|reply",
        "answered": "answered",
        "clarify": "asked back",
        "conflict": "rules differ",
        "not_found": "not found",
        "join": "; ",
        "wrote": "wrote {path}",
        "marked": "marked as handled: {questions} questions in {groups} groups",
    },
}  # fmt: skip


def language(found: Review) -> Language:
    """The language of most groups, Chinese where none leads."""
    counts = Counter(group.language for group in found.groups())
    return "en" if counts["en"] > counts["zh"] else "zh"


def text(found: Review, language: Language) -> str:
    """The report as a person reads it."""
    said = SAID[language]
    lines = []
    for kind, groups in found.kinds():
        lines.append(said["total"].format(name=said[kind], count=len(groups)))
        lines += [_group_text(group, said) for group in groups]
    return "\n".join(lines)


def _group_text(group: Group, said: Mapping[str, str]) -> str:
    values = group.model_dump() | {
        "question": short(group.question, LINE),
        "last": f"{_local(group.last):%Y-%m-%d %H:%M}",
        "status": said[group.status],
    }
    lines = [said["group"].format(**values)]
    if group.also:
        lines.append(said["also"].format(also=said["join"].join(short(one, LINE) for one in group.also)))
    if group.cited:
        lines.append(said["cited"].format(cited=said["join"].join(map(_cited, group.cited))))
    if group.reasons:
        lines.append(said["reasons"].format(reasons=_reasons(group, said)))
    if group.reply:
        lines.append(said["reply"].format(reply=short(group.reply, LINE)))
    return "\n".join(lines)


def _reasons(group: Group, said: Mapping[str, str]) -> str:
    return said["join"].join(f"{said[reason]} {count}" for reason, count in group.reasons.items())


def _cited(cited: Cited) -> str:
    return " ".join(filter(None, (cited.title, cited.clause, f"({cited.link})")))


def _local(moment: datetime) -> datetime:
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone()


def row(group: Group, said: Mapping[str, str]) -> list[str | int | datetime]:
    """A group in the order of the columns; the time is the admin's own, as spreadsheets know no zones."""
    also, cited = "\n".join(group.also), "\n".join(map(_cited, group.cited))
    last = _local(group.last).replace(tzinfo=None, microsecond=0)
    counts = (group.liked, group.disliked)
    return [group.id, group.question, also, group.count, group.people, last, said[group.status],
            *counts, cited, group.text, _reasons(group, said), group.reply]  # fmt: skip
