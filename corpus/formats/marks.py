"""How a line begins: with a clause's own mark, or with a mere reference to another clause."""

import re

_NUMERAL = r"[一二三四五六七八九十百千零〇两\d０-９]"
# What follows 第五条 in a reference: 第五条规定的, 第五条、第六条, 第五条第二款.
_REFERENCE = (
    r"(?:[第、，,；;。）)》”]|规定|所[列述指称]|的|和|与|及|或|至|到|中|之规定|以及|之[一二三四五六七八九十]+[规、，的第和]"
    r"|[一二三四五六七八九十]?[款项目][^录]|执行|办理|适用|约定|情形|[上前]述)"
)
_CHINESE = re.compile(
    rf"第\s*{_NUMERAL}+\s*[编章节条款篇](?!{_REFERENCE})"
    rf"|第\s*{_NUMERAL}+\s*部分(?!{_REFERENCE})"
    rf"|篇\s*{_NUMERAL}+"
    rf"|{_NUMERAL}{{1,4}}、(?!{_NUMERAL}[个年级楼号款项条季类等月班、])"
    rf"|[（(]\s*{_NUMERAL}{{1,4}}\s*[)）](?!\s*(?:[、，和及或至项款]|and\b|or\b|to\b|above|below))"
    rf"|[一二三四五六七八九十]{{1,3}}[是要](?!否)"
    rf"|{_NUMERAL}{{1,3}}．(?!{_NUMERAL})"
    rf"|(?:附件|附录|附表)(?:{_NUMERAL}*|[A-Z])[：:\s]"
    rf"|(?:问题?|说明|[备附]?注)\s*{_NUMERAL}{{1,3}}[：:、.．\s]"
    rf"|[【〔]\s*{_NUMERAL}{{1,3}}\s*[】〕]"
    r"|[①-⑳㈠-㈩⑴-⒇❶-❿]"
)
_DECIMAL = re.compile(
    r"\d{1,3}(?:\.\d{1,3}){1,4}(?:\.|(?=[\s(（\u4e00-\u9fff]))"
    r"(?!\s*(?:million|billion|per\b|percent|hours?|days?|weeks?|months?|years?|万|亿|元|倍|个|天|米))"
    r"|\d{1,3}[.．](?=\s|[^\d\s])(?!\s*(?:million|billion|per\b))"
    r"|\d{1,3}[)）](?=\s|[^\d\s,.，。、])"
    r"|\d{1,2}-\d{1,2}(?:-\d{1,2})?(?:[.、]|\s)\s*(?=[A-Z一-龥])(?![天日年月周个名人次小倍元万])"
)
_ENGLISH = re.compile(
    r"(?:(?:Article|Section|Part|Chapter|Schedule|Step|Appendix|Annex|Rule|Clause|Regulation|Standing Order|Paragraph"
    r"|Item|Policy|Question|Note|Point|Tip|Topic)\s+(?:\d+|[IVXLC]+|[A-Z])|(?:Reg|Art|Sec|Para|Sch)\.\s*\d+|S\.\s?O\.\s*\d+|[§¶]\s*\d+)\b"
    r"(?=\s*$|\s*[.:—–-]|\s+[“\"(]?[A-Z\u4e00-\u9fff])"
    r"|[(（](?:[a-z]|[ivx]{1,5}|[A-Z])[)）](?!\s*(?:and|or|to|above|below|of)\b|\s*[,;.)])"
    r"|[a-zA-Z][.)]\s+(?=[A-Z“\"])|[a-z]\)\s+(?=[0-9£$€])"
    r"|[A-Z]{1,3}-?\d{1,3}\.\d{1,3}(?:\.\d{1,3})*[.:]?\s+(?!(?:above|below|and|or|of|to|is|are|applies|apply|does|do)\b)"
)
_BULLET = re.compile(r"[-*•●○■□▪◆◇➢–—]\s")
_ALL = (_CHINESE, _DECIMAL, _ENGLISH, _BULLET)


def opens_clause(line: str) -> bool:
    """Whether a line begins with the mark of a clause, a list item or a step."""
    return any(pattern.match(line) for pattern in _ALL)
