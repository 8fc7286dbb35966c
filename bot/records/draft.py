"""An FAQ document for an admin to edit, drafted from groups of questions. PURE."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from bot.answering.models import Language
from bot.records.review import Group
from corpus.faq import ALSO, BASIS, LINE, TODO, short

# Other wordings help search only as far as a person would read them.
MOST_WORDINGS = 8

_TITLE = {"zh": "常见问题（{today} 起草）", "en": "Frequently asked questions, drafted on {today}"}
_GUIDE = {
    "zh": "<!-- 写好答案并核对依据，删去不要的问题，填上 owner（归口部门），再放进制度文件夹并重新建立索引。"
    "依据一行一条，写成“链接 @校验码”；依据的条款一旦改动，这个问答就停用，并在重建索引的报告里说明。 -->",
    "en": "<!-- Write the answers, check the basis of each, delete what is not wanted, fill in the owner "
    "(the office in charge), put the file among the documents and reindex. A basis is a line of its own: "
    "link @stamp. When the clause changes, its entry is suspended, and the report of reindexing says so. -->",
}
_NEAREST = {
    "zh": "最接近的条款如下：答案以哪一条为依据，就用那一行代替上面的空行",
    "en": "These clauses come nearest: put the line of the one the answer rests on in place of the empty one above",
}
_MARKS = re.compile(r"[ \t]*\[\d{1,3}\]")
_MARKDOWN = re.compile(r"([\\`*<&\[\]]|^#+|^>|^~~~)")


def undrafted(groups: Sequence[Group], faqs: Collection[str]) -> list[Group]:
    """The groups that no FAQ alone answers, each with what it cites of rules: an FAQ is no basis."""
    own = [
        group.model_copy(update={"cited": tuple(cited for cited in group.cited if cited.document not in faqs)})
        for group in groups
    ]
    return [group for group, before in zip(own, groups, strict=True) if group.cited or not before.cited]


def drafted(groups: Sequence[Group], stamps: Mapping[str, str], language: Language, today: date) -> str:
    """The Markdown of one entry a group; a clause without a stamp is left for the admin to confirm."""
    title = _TITLE[language].format(today=today)
    front = f'---\ntitle: "{title}"\nkind: faq\nissued: {today}\nowner: ""\n---'
    entries = [paragraph for group in groups for paragraph in _entry(group, stamps)]
    return "\n\n".join([front, _GUIDE[language], *entries]) + "\n"


def _entry(group: Group, stamps: Mapping[str, str]) -> list[str]:
    """The paragraphs of one entry: blank lines keep a reader from joining them."""
    also = [_line(short(one, LINE)).replace("；", "，").replace(";", ",") for one in group.also[:MOST_WORDINGS]]
    return [
        f"## {_question(group)}",
        *([ALSO[group.language] + ("；" if group.language == "zh" else "; ").join(also)] if also else []),
        *(_answer(group.reply or group.text) or [TODO[group.language]]),
        *_basis(group, stamps),
    ]


def _question(group: Group) -> str:
    """The heading; its question mark tells a reader that "2.1(a)怎么办" is no numbered clause."""
    question = _line(short(group.question, LINE))
    return question if question.endswith(("？", "?")) else question + ("？" if group.language == "zh" else "?")


def _answer(text: str) -> list[str]:
    return [_line(_MARKS.sub("", line)) for line in text.splitlines() if line.strip()]


def _basis(group: Group, stamps: Mapping[str, str]) -> list[str]:
    """A line for each clause that was cited, or an empty one to fill in."""
    links = dict.fromkeys(cited.link for cited in group.cited)
    lines = [BASIS[group.language] + " @".join(filter(None, (_line(link), stamps.get(link)))) for link in links]
    return lines or [BASIS[group.language].strip(), *_offered(group, stamps)]


def _offered(group: Group, stamps: Mapping[str, str]) -> list[str]:
    """What comes nearest, as a comment of lines to choose a basis from; a word of an office's has none of its own."""
    lines = [f"{BASIS[group.language]}{link} @{stamps[link]}" for link in group.nearest if link in stamps]
    return ["\n".join([f"<!-- {_NEAREST[group.language]}", *lines, "-->"])] if lines else []


def _line(text: str) -> str:
    """One line that Markdown reads as these very words."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))
