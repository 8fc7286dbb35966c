"""PURE: what a channel says in its own words, in Chinese and in English, and the buttons it offers."""

from collections.abc import Sequence

from bot.answering.models import Language, StepLink
from corpus.models import Record

# Telegram shows about this many characters of a button's label on a phone; the rest is only weight.
LABEL = 40
# Further steps are reached with the next button; a longer keyboard pushes the answer off the screen.
MOST_STEPS = 8


class Phrases(Record):
    """Every fixed sentence and label, once for each language."""

    hello: str
    logged: str
    help: str
    short: str
    unsupported: str
    not_allowed: str
    not_yours: str
    thanks: str
    stale: str
    gone: str
    failed: str
    moment: str
    sources: str
    steps: str
    nearest: str
    ask: str
    since: str
    until: str
    between: str
    of: str
    open_step: str
    previous: str
    next: str
    copy_link: str
    page: str
    commands: tuple[tuple[str, str], ...]


PHRASES: dict[Language, Phrases] = {
    "zh": Phrases(
        hello="我是规矩。问我某件事由谁决定、按什么步骤办，我用本单位制度的原文回答，并注明出处。",
        logged="您的问题和我的回答会被记录，用来改进制度问答；记录里没有您的姓名和账号，只有一个代号。",
        help="直接用一句话提问，例如“请假三天由谁批？”。点步骤按钮可看流程的每一步，点 👍 或 👎 告诉我答得怎样。",
        short="请用一句完整的话提问，例如“请假三天由谁批？”。",
        unsupported="我只看得懂文字，请把问题写成一句话发给我。",
        not_allowed="抱歉，您还不能使用这里的问答。请联系管理员，告诉他您的号码：{}",
        not_yours="只有提问的人可以评价这个回答。",
        thanks="谢谢",
        stale="这个按钮已经失效，请发送 /start 重新开始。",
        gone="这一处在现在的制度里已经找不到了，请重新提问。",
        failed="抱歉，刚才出了点问题，没能回答。请稍后再试。",
        moment="稍候，您的问题我收到了，马上就答。",
        sources="依据",
        steps="步骤",
        nearest="可以先看：",
        ask="可问{}",
        since="自{}起施行",
        until="自{}起废止",
        between="自{}起施行，自{}起废止",
        of="第{}步，共{}步",
        open_step="第{}步 {}",
        previous="◀ 上一步",
        next="下一步 ▶",
        copy_link="复制链接",
        page="打开原文",
        commands=(("start", "从这里开始"), ("help", "怎么用")),
    ),
    "en": Phrases(
        hello="I am Guiju. Ask me who decides something, or how it is done: I answer in the words of your "
        "organisation's own rules and say where they stand.",
        logged="Your questions and my answers are recorded to improve the answers, under a code instead of "
        "your name or account.",
        help="Ask in one sentence, for example: Who approves three days of leave? A step button shows that "
        "step of the procedure; 👍 and 👎 tell me how I did.",
        short="Please ask in a whole sentence, for example: Who approves three days of leave?",
        unsupported="I only read text: please send me your question as a sentence.",
        not_allowed="Sorry, you may not ask here yet. Please give the administrator your number: {}",
        not_yours="Only the person who asked can rate this answer.",
        thanks="Thank you",
        stale="This button no longer works. Send /start to begin again.",
        gone="This place is no longer in the rules. Please ask again.",
        failed="Sorry, something went wrong and I could not answer. Please try again later.",
        moment="One moment, please: I have your question and will answer it.",
        sources="Sources",
        steps="Steps",
        nearest="Where to look:",
        ask="ask {}",
        since="in force from {}",
        until="repealed from {}",
        between="in force from {}, repealed from {}",
        of="Step {} of {}",
        open_step="Step {} {}",
        previous="◀ Previous",
        next="Next ▶",
        copy_link="Copy link",
        page="Open the page",
        commands=(("start", "Begin here"), ("help", "How to ask")),
    ),
}


class Button(Record):
    """A button's label and one of: what a press sends back, what it copies, where it leads."""

    label: str
    press: str = ""
    copies: str = ""
    url: str = ""


Rows = tuple[tuple[Button, ...], ...]


def language_of(code: str | None) -> Language:
    """The language of fixed phrases for a person whose messenger is set to `code`."""
    return "zh" if (code or "").lower().startswith("zh") else "en"


def label(text: str) -> str:
    """`text` on one line, cut to what a button shows."""
    line = " ".join(text.split()) or "…"
    return line if len(line) <= LABEL else line[: LABEL - 1] + "…"


def example_rows(questions: Sequence[str], language: Language) -> Rows:
    """One button a question; the press names the question by its place."""
    return tuple((Button(label=label(q), press=f"v1:ask:{language}:{n}"),) for n, q in enumerate(questions))


def step_rows(steps: Sequence[StepLink], codes: Sequence[str], language: Language) -> Rows:
    """One button a step, the first few."""
    words = PHRASES[language].open_step
    pairs = list(zip(steps, codes, strict=True))[:MOST_STEPS]
    return tuple(
        (Button(label=label(words.format(s.number, f"{s.who} {s.does}")), press=f"v1:see:{code}"),) for s, code in pairs
    )


def place_rows(places: Sequence[tuple[str, str]]) -> Rows:
    """One button a place, given as its name and its code."""
    return tuple((Button(label=label(name), press=f"v1:see:{code}"),) for name, code in places[:MOST_STEPS])


def rating_rows(asked: int) -> Rows:
    """The row of two thumbs under an answer, none under one that was not logged."""
    if not asked:
        return ()
    return ((Button(label="👍", press=f"v1:up:{asked}"), Button(label="👎", press=f"v1:down:{asked}")),)


def thanks_rows(language: Language) -> Rows:
    """What stands in place of the thumbs after a press."""
    return ((Button(label=PHRASES[language].thanks, press="v1:done"),),)


def view_rows(before: str | None, after: str | None, language: Language) -> Rows:
    """The buttons that turn to the step before and the step after, named by their codes."""
    words = PHRASES[language]
    places = ((words.previous, before), (words.next, after))
    row = tuple(Button(label=text, press=f"v1:go:{code}") for text, code in places if code)
    return (row,) if row else ()
