"""The wordings by which a sentence changes a clause of a document, and the labels of the clauses that it names."""

import re
from collections.abc import Iterator

from corpus.effects import Change
from corpus.quantities.numbers import STEMS

N = r"[一二三四五六七八九十百零〇\d０-９]+"
_ITEM = rf"(?:第?\s*[（(]\s*{N}\s*[)）]\s*[项目点]?|第\s*{N}\s*[项目点])"
_ART = rf"第\s*{N}\s*条(?:\s*之\s*{N})?(?:\s*第\s*{N}\s*款)?(?:{_ITEM})*"
_DOTTED = rf"(?<![\d.A-Za-z]){N}(?:\.\d+)+(?:\s*[（(]\w{{1,3}}[)）])*(?:\s*(?:条款?|[款项](?!目)))?"
# 第三部分第（二）项第2点, 丙、2, “丙、批假权限”第2项
_STEM = f"[{STEMS}]"
_UNDER = (
    rf"(?:第\s*{N}\s*(?:部分|大点|大项)(?:\s*的?(?:第\s*{N}\s*条|{_ITEM}))*|{_STEM}(?:部分|项)?[、.]?\s*(?:{_ITEM}|\d{{1,2}}(?=[^\d.]))+"
    rf"|[“「][^”」\n]{{1,40}}[”」]\s*(?:部分|一[章节条项])?(?:中|里)?的?\s*(?:第\s*{N}\s*条|{_ITEM})+)"
)
# 三、（四）, 一、（二）3, 三·1, “三·1”修订为
_CJK = "[一二三四五六七八九十]{1,3}"
_HEADED = (
    rf"(?<![第一二三四五六七八九十]){_CJK}(?:、?\s*[（(]\s*{N}\s*[)）](?:\s*\d{{1,2}}(?![\d.]|\s*[元万%年月日天个名人]))?|[·•]\d{{1,2}}(?![\d.]))"
    r"|(?:(?<=[将把：，；。\s])|^)[“「][^”」\n]{1,10}[”」](?=\s*[项条款点]?\s*(?:修订|修改|改|调整|变更|更正)后?为)"
)
_PLACE = rf"(?:{_ART}|{_UNDER}|{_HEADED}|{_DOTTED}|第\s*{N}\s*款(?:{_ITEM})*|第\s*\d{{1,3}}\s*项(?!\s)|附[件表]\s*{N}?)"
PLACES = rf"{_PLACE}(?:\s*(?:、|和|及|以及)\s*{_PLACE})*"
# a document by its title, or by its number: 青政发〔2024〕31号
OF = (
    r"(?:《?(?P<title>(?<=《)(?:[^《》]|《[^》]*》)+(?=》)|[\u4e00-\u9fff]{1,8}[〔\[]\d{4}[〕\]]\s?\d{1,4}\s?号)》?(?:（[^）]*）)?"
    r"|[^，。；《》“”\n]{0,10}?)?的?"
)
_REPLACED_ZH = re.compile(
    rf"(?:将|把|对|现将|决定将)?\s*{OF}\s*(?P<at>{PLACES})(?P<part>[^，。；：:\n]{{0,60}}?)(?:(?<=”)[，,]|[，,](?=(?:现)?改为))?(?:(?:(?:修改|改|调整|变更|更正|合并)(?:为|作为)|合并[，,]\s*作为)\s*{_PLACE}\s*[，,]\s*)?"
    rf"(?:作出?(?:如下|相应)?(?:修改|调整)[，,]?)?(?:并|现|(?:其|具体)?内容)?(?:修改|修订|改|调整|更改|变更|更正|表述调整|统一修改|调)后?(?:为|如下|成)(?!\s*第\s*{N}\s*[条款项])"
    rf"|(?:修改|修订|调整)\s*{OF.replace('title', 'title2')}\s*(?P<at2>{PLACES})(?P<part2>)为(?=\s*[：:“])"
)
# 将第三条中的“处长”删去, 在第三条“处长”后增加“或者副处长”
_WORDS_ZH = re.compile(
    rf"(?:将|把|在)?\s*{OF}\s*(?P<at>{PLACES})(?P<part>[^，。；：:“\n]{{0,16}}“[^”\n]{{1,80}}”[^，。；：:“\n]{{0,6}}?(?:删去|删除|(?:之?[前后])?(?:增加|增补|插入)“[^”\n]{{1,80}}”))"
)
# 2.7的限额由5000元提高到8000元, 1.4住宿标准每晚四百元改为五百元
TURNED_ZH = "(?:提高|降低|调整|增加|减少|上调|下调|变更|更正|更改|修改|修订|改|调)[为到至成]"
SUM_ZH = r"[0-9０-９一二三四五六七八九十百千万两.,，]*[0-9０-９一二三四五六七八九十百千万两]个?(?:万元|元|工作日|日|天|小时|月|年|%|％|人|次|名|家|份)"
_SUM_ZH = re.compile(
    rf"(?:将|把)?\s*{OF}\s*(?P<at>{PLACES})(?:作出?(?:部分|如下|以下|相应)?(?:修改|修订|调整)[：:，,])?(?P<part>[^，。；：:“\n]{{0,20}}?(?:[由从][^，。；：:\n]{{1,16}}|{SUM_ZH}){TURNED_ZH}[^，。；：:\n]{{1,16}})"
)
_DELETED_ZH = re.compile(
    rf"(?:删去|删除|取消|废止)\s*{OF}\s*(?P<at>{PLACES})(?P<part>(?:中的?|的)[^，。；]{{0,60}})?(?=\s*(?:$|[，,。；;\n]))"
)
_DELETED_AFTER_ZH = re.compile(
    rf"{OF}\s*(?P<at>{PLACES})(?P<part>)\s*(?:同时|予以|一并|即行)*(?:删去|删除|废止|取消|失效|停止(?:执行|施行|适用)|不再(?:执行|施行|适用))(?=\s*(?:$|[，,。；;\n]))"
)
_ADDED_ZH = re.compile(
    rf"{OF}\s*(?P<at>{_PLACE})(?:之?后|之?前|中)?\s*(?:，)?(?:增加|增设|新增|补充|增补)(?P<what>[一两二三四五]\s*[条款项])(?:[，,]\s*作为{OF.replace('title', 'title2')}\s*(?P<as>{PLACES}|{_ITEM}))?"
    rf"|(?:{OF.replace('title', 'title4')}\s*)?(?:(?P<at4>{_PLACE})(?:之?后|之?前)[，,]?)?(?:增加|增设|新增|补充|增补)(?:[一两]\s*[条款项][，,]?(?:编号|序号)?(?:为|作为)?)?\s*(?P<as4>{_PLACE})\s*款?(?=\s*[：:，,“]|\s*$)"
    rf"|(?:增加|增设|新增)(?P<what3>[一两二三四五]?\s*[条款项])[，,]?\s*作为{OF.replace('title', 'title3')}\s*(?P<as3>{PLACES})"
)
_ITEM_EN = r"(?:items?|sub-?paragraphs?|paragraphs?|points?)"
_NUMBER_EN = rf"[A-Z]?\d+(?:\.\d+)*[A-Z]?(?:(?:,?\s+{_ITEM_EN}\s+|\s?)\(\w{{1,4}}\))*"
# part C, line C10; row 3 of the table in section 4
_ROW_EN = (
    r"(?:(?:table|part|section|schedule|appendix|annex)\s+\w{1,4},?\s+)?(?:line|row|entry)\s+[A-Z]{0,2}\d{1,3}[a-z]?"
    r"(?:\s+(?:of|in)\s+(?:the\s+)?table(?:\s+\w{1,3}\b(?<!is)(?<!be)(?<!now))?(?:\s+(?:in|of)\s+(?:section|part|schedule|appendix|annex)\s+\w{1,4})?)?"
)
LABEL_EN = (
    rf"(?P<at>(?:(?:{_ITEM_EN}\s+\(\w{{1,4}}\)\s+(?:of|in)\s+)?"
    r"(?:(?:sections?|clauses?|articles?|paragraphs?|regulations?|rules?|items?|schedules?|standing orders?|SOs?|bye?-?laws?|appendix|annex"
    r"|(?:secs?|cls?|arts?|paras?|regs?|sch)\.)\s+|§{1,2}\s*))"
    rf"{_NUMBER_EN}(?:\s*(?:,\s*and|,|and|to)\s+(?:(?:sections?|clauses?|articles?|paragraphs?|regulations?|rules?)\s+)?(?:{_NUMBER_EN}|\(\w\)))*(?![^.;\n]{{0,40}}\b(?:line|row|entry)\s)|{_ROW_EN}|(?<![\d.,£$€(])\d+(?:\.\d+)+[A-Z]?(?:\s?\(\w{{1,4}}\))*(?:\s+and\s+\(\w\))?(?![\d%])"
    rf"|(?<![\w.,£$€(/-])(?-i:[A-Z]{{1,3}})[-.]?\d{{1,3}}(?:\.\d+)*(?:\s?\(\w{{1,4}}\))*(?![\w%/-]))"
)
OF_EN = r"(?:\s+of\s+(?P<title>the\s+[A-Z][\w'’ ,&–-]{3,80}?|(?-i:[A-Z])[a-z]+\s+\d{1,4}\b)(?:\s+\([^)\n]{1,60}\))?)?"
BE_EN = r"(?:is|are|be|shall be|will be|to be)"
# in the Scheme of Delegation, line C10 shall be replaced
_IN_EN = (
    r"(?:\bin\s+(?P<title>the\s+[A-Z][\w'’ &–-]{3,80}?|(?-i:[A-Z])[a-z]+\s+\d{1,4}\b)(?:\s+\([^)\n]{1,60}\))?\s*,\s*)"
)
_AMOUNT_EN = (
    r"(?:[\"“]◦+[\"”]|[£$€]?\d[\d.,]*\d?\s?(?:%|percent\b|per cent\b|(?:working )?(?:days?|weeks?|months?|hours?)\b)?)"
)
_SUM_EN = r"(?:the\s+[\w’' -]{1,30}?['’]s?\s+|(?:the\s+)?(?:(?!the\b)(?-i:[a-z]+)\s+){0,2})(?:figure|sum|amount|limit|threshold|number|percentage|words?)"
_TURNED_EN = r"(?:replaced|substituted|changed|amended|raised|increased|reduced|lowered|altered)"
# the figure of £5,000 in paragraph 3.1 is replaced by £6,000
_FIGURE_EN = (
    rf"(?P<part8>\b(?:{_SUM_EN}(?:\s+of)?(?:\s+{_AMOUNT_EN})?|{_AMOUNT_EN}))\s+in\s+{LABEL_EN.replace('<at>', '<at8>')}{OF_EN.replace('title', 'title8')}"
    rf"\s*{BE_EN}\s+(?:hereby\s+|now\s+)?(?:{_TURNED_EN}|up to)\b"
)
_SENTENCE_EN = r"the\s+(?:first|second|third|fourth|fifth|sixth|last|final)\s+(?:sentence|sub-?paragraph|paragraph)"
_READS_EN = rf"(?:{BE_EN}\s+(?:hereby\s+)?(?:replaced|substituted|amended|changed)|(?:now |shall (?:now )?|will (?:now )?|is to )?reads?)\b(?!y)"
# the second sentence of rule 4 is replaced by; in rule 4, the second sentence now reads
_OF_SENTENCE_EN = (
    rf"(?P<part9>{_SENTENCE_EN})\s+(?:of|in)\s+{LABEL_EN.replace('<at>', '<at9>')}{OF_EN.replace('title', 'title9')}\s*{_READS_EN}"
    rf"|\bin\s+{LABEL_EN.replace('<at>', '<at10>')}{OF_EN.replace('title', 'title10')}\s*,?\s*(?P<part10>{_SENTENCE_EN})\s+{_READS_EN}"
)
# is deleted and the following is substituted
_GONE_AND_EN = (
    r"(?:deleted|omitted|removed|repealed|revoked|struck out)\s+and\s+(?:(?:the following|a new \w+)\b[^.;:\n]{0,40}?\b(?:substituted|inserted|put)"
    r"|(?:replaced|substituted))"
)
_REPLACED_EN = re.compile(
    rf"{_OF_SENTENCE_EN}|{_FIGURE_EN}|{_IN_EN.replace('title', 'title7')}{LABEL_EN.replace('<at>', '<at7>')}\s*{BE_EN}?\s*(?:hereby\s+|accordingly\s+)?(?:replaced|substituted|amended|changed|reworded|revised|(?:now |shall (?:now )?|will (?:now )?|is to )?read)\b"
    rf"|{LABEL_EN}{OF_EN}\s*{BE_EN}?\s*(?:hereby\s+|accordingly\s+)?(?:replaced|substituted|amended|changed|reworded|revised|{_GONE_AND_EN})\b"
    rf"|{LABEL_EN.replace('<at>', '<at4>')}{OF_EN.replace('title', 'title4')}\s*(?:now |shall (?:now )?|will (?:now )?|is to )?reads?\b(?!y)"
    rf"|\bsubstitute\s+the following\s+for\s+{LABEL_EN.replace('<at>', '<at5>')}{OF_EN.replace('title', 'title5')}"
    rf"|\b(?:replace|substitute|for)\s+{LABEL_EN.replace('<at>', '<at2>')}{OF_EN.replace('title', 'title2')}\s*,?\s*(?:with|by|substitute)\b\s*:?"
    rf"|\bin\s+{LABEL_EN.replace('<at>', '<at3>')}{OF_EN.replace('title', 'title3')}\s*,?\s*(?P<part>(?:(?:for|replace|substitute|delete|omit|after|insert|the words?)\b|{_SUM_EN}\b[^;\n]{{0,40}}?\s(?:{BE_EN}\s+(?:now\s+)?(?:{_TURNED_EN}|up to)|becomes?|rises? to|falls? to)\b|{_AMOUNT_EN}\s+(?:{BE_EN}\s+(?:now\s+)?{_TURNED_EN}\b|becomes?\b|(?:shall|should|is to|will)\s+(?:now\s+)?(?:be|read)\b))[^\n]*)",
    re.I,
)
_DELETED_EN = re.compile(
    rf"{LABEL_EN}{OF_EN}\s*{BE_EN}\s*(?:hereby\s+)?(?:deleted|omitted|removed|repealed|revoked|struck out|withdrawn)\b"
    rf"(?!\s+and\s+(?:the following|a new|replaced|substituted)\b)"
    rf"|{LABEL_EN.replace('<at>', '<at3>')}{OF_EN.replace('title', 'title3')}\s*(?:shall |will )?(?:ceases? to (?:have effect|apply)|no longer appl(?:y|ies))\b"
    rf"|\b(?:delete|omit|remove|repeal|strike out)\s+{LABEL_EN.replace('<at>', '<at2>')}{OF_EN.replace('title', 'title2')}\s*$",
    re.I,
)
_ADDED_EN = re.compile(
    rf"\b(?:after|before)\s+{LABEL_EN}{OF_EN}\s*,?\s*(?:insert|add|there is (?:inserted|added)|is (?:inserted|added))(?:\s+(?:a|the following)(?:\s+new)?(?:\s+(?:section|clause|article|paragraph|rule|item))?)?"
    rf"|\b(?:insert|add)(?:\s+(?:a|the following)(?:\s+new)?(?:\s+(?:section|clause|article|paragraph|rule|item|words?))?)?\s+(?:immediately\s+)?(?:after|before|as|at the end of)\s+{LABEL_EN.replace('<at>', '<at3>')}{OF_EN.replace('title', 'title3')}"
    rf"|\bat the (?:end|beginning) of\s+{LABEL_EN.replace('<at>', '<at4>')}{OF_EN.replace('title', 'title4')}\s*,?\s*(?:insert|add)"
    rf"|\b(?:is|are) (?:added|inserted) (?:after|before|at the end of)\s+{LABEL_EN.replace('<at>', '<at5>')}{OF_EN.replace('title', 'title5')}"
    rf"|\b(?:insert|add)\s+(?:a\s+)?new\s+{LABEL_EN.replace('<at>', '<at6>')}"
    rf"|\ba?\s*new\s+{LABEL_EN.replace('<at>', '<at2>')}\s+(?:is|shall be)\s+(?:added|inserted)",
    re.I,
)

# without one of these a sentence changes nothing: the patterns above take longer to look for
HINT = re.compile(
    r"修改|修订|改为|调整|调[为到至]|变更|更正|更改|删|增|补充|废止|取消|失效|停止|不再|提高|降低|\breads?\b|ceases?|no longer|replac|amend|substitut|delet|omit|remov|insert|\badd|repeal|revok"
    r"|chang|revis|struck|strike|raised|increased|reduced|lowered|altered|becomes?\b|(?:rises?|falls?) to|now up to|now be\b",
    re.I,
)
_MOST = 30  # clauses of "clauses 4 to 6"
_FROM_TO = re.compile(r"^(?P<before>.*?)(?P<first>\d{1,3})\s+to\s+(?P<last>\d{1,3})$")
_GRAMMAR_ZH = (
    (Change.REPLACED, _WORDS_ZH),
    (Change.REPLACED, _SUM_ZH),
    (Change.ADDED, _ADDED_ZH),
    (Change.REPLACED, _REPLACED_ZH),
    (Change.DELETED, _DELETED_ZH),
    (Change.DELETED, _DELETED_AFTER_ZH),
)
_GRAMMAR_EN = ((Change.ADDED, _ADDED_EN), (Change.DELETED, _DELETED_EN), (Change.REPLACED, _REPLACED_EN))


def changes(words: str) -> Iterator[tuple[Change, re.Match[str]]]:
    """Yield what the words of a sentence change; words that one pattern has taken are no other's."""
    taken: list[tuple[int, int]] = []
    for change, pattern in _GRAMMAR_ZH if cjk(words) else _GRAMMAR_EN:
        for found in pattern.finditer(words):
            if not any(found.start() < end and start < found.end() for start, end in taken):
                taken.append(found.span())
                yield change, found


# item (b) of paragraph 1.2
_ITEM_OF = re.compile(rf"{_ITEM_EN}\s+(\(\w{{1,4}}\))\s+(?:of|in)\s+([^,]+?)(?=\s*(?:,|\band\b|$))", re.I)

_ITEM_IN = re.compile(rf"(?<=\w),?\s+{_ITEM_EN}\s+(\(\w{{1,4}}\))", re.I)


def labels(printed: str) -> list[str]:
    """Return each label that is printed: of 第五条第一款、第二款 the second one is in the fifth article too."""
    found: list[str] = []
    printed = _ITEM_IN.sub(r"\1", _ITEM_OF.sub(r"\2\1", printed))
    for each in re.split(
        rf"\s*(?:(?<!{_STEM})(?<![一二三四五六七八九十](?=、\s*[（(]))、|和|及|以及|,|\band\b)\s*", printed
    ):
        article = re.match(rf"第\s*{N}\s*条(?:\s*之\s*{N})?", found[-1]) if found else None
        inherits = article and re.match(rf"第\s*{N}\s*[款项]|[（(]", each)
        if run := _FROM_TO.match(each):
            found += [f"{run['before']}{n}" for n in range(int(run["first"]), int(run["last"]) + 1)][:_MOST]
            continue
        if found and re.match(r"\(\w{1,4}\)$", each) and (lettered := re.match(r"(.*\d)\s?\(\w{1,4}\)$", found[-1])):
            found.append(f"{lettered[1]}{each}")  # 3.1(c) and (d)
            continue
        found += [article[0] + each if article and inherits else each] if each.strip() else []
    return found


def cjk(words: str) -> bool:
    """Tell whether words are Chinese."""
    return bool(re.search(r"[\u4e00-\u9fff]", words))
