"""PURE: what a messenger says to those who are not let in yet, who join or leave no trace, and who look after it."""

from datetime import datetime

from bot.answering.models import Language
from bot.conversation.desk import Status
from bot.news import News, What
from bot.people.audience import Role
from corpus.models import Record


class Notices(Record):
    """Every fixed sentence, once for each language."""

    joined: str
    roles: dict[Role, str]
    refused: str
    still_in: str
    enough: str
    private: str
    status_private: str
    forgotten: str
    welcome: str
    help_curator: str
    help_admin: str
    menu_status: str
    menu_office: str
    status: str
    backlog: str
    oldest: str
    failing: str
    indexed: str
    left_out: str
    failed: str
    restarted: str
    office_lost: str


NOTICES: dict[Language, Notices] = {
    "zh": Notices(
        joined="欢迎，您现在可以提问了（身份：{}）。",
        roles={
            Role.STAFF: "职工",
            Role.CURATOR: "制度管理员，/status 可看概况",
            Role.ADMIN: "管理员，/status 可看概况",
        },
        refused="这个链接无效、已被使用或已过期，请向管理员要一个新的。",
        still_in="您原来的身份不变，可以照常提问。",
        enough="尝试次数太多，请一小时后再试，或联系管理员。",
        private="请在与我的私聊里打开这个链接。",
        status_private="/status 请在与我的私聊里用。",
        forgotten="已断开您与以往提问的联系：记录里不再看得出是谁问的。提问和评价以匿名形式保留。",
        welcome="不客气，有别的问题随时问我。",
        help_curator="/status 概况",
        help_admin="/office 部门名称 在部门的群里发（写成 /office@我的名字 部门名称），转给它的问题就发到那个群",
        menu_status="概况：索引、提问、等待回答",
        menu_office="这个群是哪个部门的（管理员用）",
        status="索引：{generation}（{made}）\n您可阅读的文件：{documents}\n今天的提问：{today}\n没找到答案、尚未处理的提问：{unanswered}",
        backlog="等待回答：{}",
        oldest="，最早的已等{:.0f}秒",
        failing="最近一次重建索引失败（{}）",
        indexed="索引已更新为 {name}，管理员可阅读的文件 {documents} 份。",
        left_out="有 {} 份文件没能读入，详见重建索引的报告。",
        failed="重建索引失败，仍按原来的索引回答：{}",
        restarted="机器人上次没有正常结束，现已重新启动。",
        office_lost="问{0}的问题转不过去：我不在它的群里了，或不能在那里发消息，今后不再提供“问{0}”。"
        "请把我加回去，再在那里发一次 /office {0}。",
    ),
    "en": Notices(
        joined="Welcome, you can ask now (you are: {}).",
        roles={
            Role.STAFF: "staff",
            Role.CURATOR: "curator, /status tells how things stand",
            Role.ADMIN: "admin, /status tells how things stand",
        },
        refused="This link is incomplete, was used already, or has expired. "
        "Please ask the administrator for a new one.",
        still_in="Nothing has changed for you: you can ask as before.",
        enough="Too many attempts. Please try again in an hour, or ask the administrator.",
        private="Please open this link in our private chat.",
        status_private="Please use /status in our private chat.",
        forgotten="Done: the records no longer tell that you asked what you asked. Questions and ratings stay, "
        "without a name.",
        welcome="You are welcome. Ask me anything else.",
        help_curator="/status how things stand",
        help_admin="/office NAME, sent in an office's group (as /office@my_name NAME), lets the questions put to "
        "that office come there",
        menu_status="How things stand",
        menu_office="Which office this chat is of (for admins)",
        status="Index: {generation} ({made})\nDocuments you may read: {documents}\nQuestions today: {today}\n"
        "Not found and not dealt with: {unanswered}",
        backlog="Waiting for an answer: {}",
        oldest=", the first of them for {:.0f} s",
        failing="The last reindex failed ({})",
        indexed="The index is now {name}, with {documents} documents that admins may read.",
        left_out="Files that could not be read: {}. The report of the reindex names them.",
        failed="Reindexing failed; the index before goes on answering: {}",
        office_lost="Questions to {0} cannot be sent on: I am no longer in its group, or may not write there, and do "
        "not offer to ask {0} any more. Please add me again and send /office {0} there once more.",
        restarted="The bot had not ended as it should, and has started again.",
    ),
}


def standing(status: Status, language: Language) -> str:
    """How things stand, a line each."""
    says = NOTICES[language]
    lines = [
        says.status.format(
            generation=status.generation,
            made=minute(status.made),
            documents=status.documents,
            today=status.today,
            unanswered=status.unanswered,
        )
    ]
    if status.backlog is not None:
        lag = says.oldest.format(status.oldest) if status.backlog and status.oldest is not None else ""
        lines.append(says.backlog.format(status.backlog) + lag)
    if status.failed:
        lines.append(says.failing.format(minute(status.failed)))
    return "\n".join(lines)


def minute(moment: str) -> str:
    """A moment as people here read it."""
    return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M")


def told(news: News, language: Language) -> str:
    """One piece of news in words."""
    says = NOTICES[language]
    if news.what is What.RESTARTED:
        return says.restarted
    if news.what is What.FAILED:
        return says.failed.format(news.error)
    if news.what is What.LEFT_OUT:
        return says.left_out.format(news.left_out)
    lines = [says.indexed.format(name=news.name, documents=news.documents)]
    return "\n".join([*lines, says.left_out.format(news.left_out)] if news.left_out else lines)
