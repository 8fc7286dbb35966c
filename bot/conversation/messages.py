"""PURE: what a channel says in its own words, in Chinese and in English."""

from bot.answering.models import Language
from corpus.models import Record


class Phrases(Record):
    """Every fixed sentence and label, once for each language."""

    hello: str
    logged: str
    help: str
    help_group: str
    short: str
    unsupported: str
    not_allowed: str
    not_yours: str
    not_yours_to_pick: str
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
    flow: str
    clause: str
    colon: str
    flow_part: str
    here: str
    limit: str
    previous_clause: str
    next_clause: str
    gone_then: str
    changed: str
    dated: str
    why: str
    wrong_clause: str
    outdated: str
    not_understood: str
    other: str
    ask_office: str
    put: str
    put_already: str
    put_replied: str
    no_office: str
    no_owner: str
    letter: str
    letter_again: str
    word: str
    word_added: str
    word_corrected: str
    passed_on: str
    passed_on_partly: str
    only_text_passed_on: str
    passed_on_already: str
    not_passed_on: str
    bound: str
    bound_to_none: str
    owners_are: str
    released: str
    only_admin: str
    in_private: str
    about: str
    no_sources: str
    no_procedures: str
    sources_of: str
    procedures_of: str
    sources_on: str
    procedures_on: str
    spoken: str
    spoken_auto: str
    speak_auto: str
    speak_how: str
    as_of: str
    as_of_off: str
    as_of_now: str
    as_of_how: str
    not_kept: str
    commands: tuple[tuple[str, str], ...]


PHRASES: dict[Language, Phrases] = {
    "zh": Phrases(
        hello="我是规矩。问我某件事由谁决定、按什么步骤办，我用本单位制度的原文回答，并注明出处。",
        logged="您的问题和我的回答会被记录，用来改进制度问答；记录里没有您的姓名和账号，只有一个代号。"
        "发送 /forget 可断开您与以往提问的联系。",
        help="直接用一句话提问，例如“请假三天由谁批？”。点按钮可看条款原文、流程的每一步和流程图，"
        "点 👍 或 👎 告诉我答得怎样。\n\n"
        "/sources 现行有效的制度\n/procedures 办事流程\n/asof 2023-06-01 按那一天的规定回答，/asof off 恢复\n"
        "/lang zh、en、auto 换语言\n/forget 断开您与以往提问的联系",
        help_group="在群里请@我提问，或者回复我的消息；评价和问部门在与我的私聊里。",
        short="请用一句完整的话提问，例如“请假三天由谁批？”。",
        unsupported="我只看得懂文字，请把问题写成一句话发给我。",
        not_allowed="抱歉，您现在不能在这里提问。请向管理员要一个邀请链接（您的号码是{}）。",
        not_yours="只有提问的人可以评价这个回答或转给部门；用过 /forget 的，以前的提问也不再认得是谁的。",
        not_yours_to_pick="只有提问的人可以在这里选。您要问的话，请@我再问一遍。",
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
        flow="流程图",
        clause="条款原文",
        colon="：",
        flow_part="第{}至{}步，共{}步",
        here="▶ 您在这一步",
        limit="时限：{}",
        previous_clause="◀ 上一条",
        next_clause="下一条 ▶",
        gone_then="这一条在现在的制度里已经没有了。{}回答时它是这样写的：",
        changed="这一条后来改过。{}回答时引用的原文是：",
        dated="按{}有效的规定回答：",
        why="哪里不对？",
        wrong_clause="条款不对",
        outdated="已经过时",
        not_understood="没听懂问题",
        other="其他",
        ask_office="问{}",
        put="已转给{}，答复会发到这里。",
        put_already="这个问题已经转给部门了，请等答复。",
        put_replied="部门已经答复过这个问题，答复就在上面。还有不清楚的，请再问一句。",
        no_office="没有能转到的部门，请直接联系{}。",
        no_owner="没有能转到的部门，请直接联系管这件事的部门。",
        letter="有人问：{}\n\n规矩的回答：{}\n\n请“回复”这条消息作答，答复会转给提问的人。",
        letter_again="这个群已升级，以前那条消息的回复转不过去了，请回复这一条。\n\n{}",
        word="{}的答复（这是部门的说明，不是制度原文）：\n\n{}",
        word_added="{}的补充答复（这是部门的说明，不是制度原文）：\n\n{}",
        word_corrected="{}更正了答复，以这一条为准（这是部门的说明，不是制度原文）：\n\n{}",
        passed_on="已转给提问的人，谢谢。",
        passed_on_partly="已转给一部分提问的人，其余的人联系不上；答复已经记下。",
        only_text_passed_on="只能转达文字：请把答复写成文字，仍然回复那条问题。",
        passed_on_already="这个问题已经有同事答复过，这一条没有再转给提问的人。要补充或更正，请以“补充”或“更正”开头再回复一次。",
        not_passed_on="没能转到提问的人那里，答复已经记下。",
        bound="转给{}的问题今后会发到这里；“回复”那条消息，答复就会转给提问的人。",
        bound_to_none="请注意：现有文件的归口部门里没有“{}”，这样不会有问题转来。",
        owners_are="文件里有这些部门：{}。",
        released="这里不再接收转给部门的问题。",
        only_admin="只有管理员可以用这个命令，请在管理员的账号下发送。",
        in_private="评价或问部门（私聊）",
        about="您问的是：{}",
        no_sources="没有现行有效的制度。",
        no_procedures="制度里没有读到流程。",
        sources_of="现行有效的制度（{}/{}）",
        procedures_of="制度里的流程（{}/{}）",
        sources_on="{}有效的制度（{}/{}）",
        procedures_on="{}有效的制度里的流程（{}/{}）",
        spoken="好的，这里我说中文。",
        spoken_auto="好的，我按各人的语言设置说话。",
        speak_auto="按各人的设置",
        speak_how="这里说哪种语言？",
        as_of="好的，这里一律按{}有效的规定回答。发送 /asof off 恢复到今天。",
        as_of_off="好的，按今天有效的规定回答。",
        as_of_now="现在按{}有效的规定回答。",
        as_of_how="请写日期，例如 /asof 2023-06-01；恢复到今天写 /asof off。",
        not_kept="抱歉，设置没能保存。",
        commands=(
            ("start", "从这里开始"),
            ("help", "怎么用"),
            ("sources", "现行有效的制度"),
            ("procedures", "办事流程"),
            ("asof", "按某一天的规定回答"),
            ("lang", "中文、English"),
            ("forget", "断开我与提问的联系"),
        ),
    ),
    "en": Phrases(
        hello="I am Guiju. Ask me who decides something, or how it is done: I answer in the words of your "
        "organisation's own rules and say where they stand.",
        logged="Your questions and my answers are recorded to improve the answers, under a code instead of "
        "your name or account. Send /forget to cut the tie between you and what you asked.",
        help="Ask in one sentence, for example: Who approves three days of leave? Buttons open the clauses, "
        "the steps of a procedure and its flow chart; 👍 and 👎 tell me how I did.\n\n/sources rules in force\n"
        "/procedures how things are done\n/asof 2023-06-01 answers by the rules of that day, /asof off ends it\n"
        "/lang zh, en or auto changes the language\n"
        "/forget cuts the tie between you and what you asked",
        help_group="In a group, mention me or reply to me; rating and asking an office are for our private chat.",
        short="Please ask in a whole sentence, for example: Who approves three days of leave?",
        unsupported="I only read text: please send me your question as a sentence.",
        not_allowed="Sorry, you may not ask here at present. Please ask the administrator for an invitation link "
        "(your number is {}).",
        not_yours="Only the person who asked can rate this answer or send it to the office; after /forget nobody is "
        "known as the one who asked.",
        not_yours_to_pick="Only the person who asked can choose here. To ask it yourself, mention me.",
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
        flow="Flow chart",
        clause="The clause",
        colon=": ",
        flow_part="Steps {} to {} of {}",
        here="▶ You are here",
        limit="Time limit: {}",
        previous_clause="◀ Previous",
        next_clause="Next ▶",
        gone_then="This clause is no longer in the rules. When I answered on {} it read:",
        changed="This clause has changed since. When I answered on {} it read:",
        dated="By the rules in force on {}:",
        why="What is wrong?",
        wrong_clause="Wrong clause",
        outdated="Outdated",
        not_understood="Not understood",
        other="Other",
        ask_office="Ask {}",
        put="Sent to {}; the reply will come here.",
        put_already="This question has been sent already; please wait for the reply.",
        put_replied="The office has replied to this already, see above. If something is unclear, please ask again.",
        no_office="It cannot be sent on; please get in touch with {} yourself.",
        no_owner="It cannot be sent on; please get in touch with the office in charge yourself.",
        letter="Somebody asks: {}\n\nGuiju answered: {}\n\nReply to this message; your reply goes to whoever asked.",
        letter_again="This group was upgraded, and replies to my earlier message no longer reach me: "
        "please reply to this one.\n\n{}",
        word="{} replies (the office's own word, not the rulebook's):\n\n{}",
        word_added="{} adds (the office's own word, not the rulebook's):\n\n{}",
        word_corrected="{} has corrected its reply; this is what holds "
        "(the office's own word, not the rulebook's):\n\n{}",
        passed_on="Passed on to whoever asked, thank you.",
        passed_on_partly="Passed on to some of those who asked; the others could not be reached. It is kept.",
        only_text_passed_on="Only text is passed on: please write your answer in words, as a reply to that question.",
        passed_on_already="A colleague has replied to this question already; this was not passed on. To add or correct "
        "something, reply once more and begin with “Add” or “Correction”.",
        not_passed_on="The reply could not be delivered; it is kept.",
        bound="Questions put to {} come here from now on; a reply to such a message goes to whoever asked.",
        bound_to_none="Mind: no document names “{}” as its owner, so no question will come.",
        owners_are="The documents name: {}.",
        released="No more questions to offices come here.",
        only_admin="Only an administrator may use this command, from an account of their own.",
        in_private="Rate or ask the office (private)",
        about="You asked: {}",
        no_sources="No rules are in force.",
        no_procedures="No procedures were read from the rules.",
        sources_of="Rules in force ({}/{})",
        procedures_of="Procedures in the rules ({}/{})",
        sources_on="Rules in force on {} ({}/{})",
        procedures_on="Procedures in the rules of {} ({}/{})",
        spoken="I speak English here.",
        spoken_auto="I go by each person's own language setting.",
        speak_auto="Each person's own",
        speak_how="Which language shall I speak here?",
        as_of="Here I answer by the rules in force on {}. Send /asof off to come back to today.",
        as_of_off="I answer by the rules in force today.",
        as_of_now="At present I answer by the rules in force on {}.",
        as_of_how="Write a day, for example /asof 2023-06-01; /asof off comes back to today.",
        not_kept="Sorry, this could not be kept.",
        commands=(
            ("start", "Begin here"),
            ("help", "How to ask"),
            ("sources", "Rules in force"),
            ("procedures", "How things are done"),
            ("asof", "Answer by the rules of a day"),
            ("lang", "English, 中文"),
            ("forget", "Cut the tie to what I asked"),
        ),
    ),
}


def language_of(code: str | None) -> Language:
    """The language of fixed phrases for a person whose messenger is set to `code`."""
    return "zh" if (code or "").lower().startswith("zh") else "en"
