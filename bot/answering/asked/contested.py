"""Whether a question contests what was decided, or is about such: 我不服, they said no to us; who hears appeals?"""

import re

_NO = r"(?:refused|rejected|denied|declined|dismissed|disallowed)"
_CONTESTED = re.compile(
    # what somebody who was refused says of it
    r"不服|(?:[我他她们]|还是|就是|都)不认(?![识得为真])|(?<!没有)(?<!无)(?:有)?异议|申诉|申辩|喊冤|冤枉|说理|评理|说法去|讨个?说法|不公平?(?!开|布|示)"
    r"|(?:[我他她们]|单子|申请|材料|假|条子|稿子)[^，,。？?谁哪]{0,6}被[^，,。？?谁哪]{0,6}(?:拒|驳|否|退|卡|拉黑)"
    r"|拒绝了?[我他她]|(?:不给|没给|不)批我|没(?:给)?批(?:下来)?(?=[，,。！!]|了)|觉得(?:不对|不合理|冤|罚重|判错)|要求?(?:重新|再)(?:审|评|查|考虑)"
    rf"|\b(?:turn(?:ed)? (?:\w+ ){{0,3}}down|knocked back|sa(?:ys?|id) no|(?:not|n't|un) ?happy (?:with|about)|still (?:not|un) ?happy"
    rf"|disagrees? with|(?:was|were|been|got|gets?|is) (?:\w+ )?{_NO}|{_NO} (?:me|us|him|her|them|my|our|his|their)"
    r"|(?:don't|do not|doesn't|won't) (?:agree|accept)|appeal(?:ing|ed)?(?! to (?:the )?(?:public|court)s?\b)|unfair(?:ly)?|unjust(?:ly)?|overturn(?:ed)?"
    r"|(?:isn't|aren't|am not|not) having (?:it|that)|fights? (?:it|that|this)|challenge (?:it|that|this)|reconsider(?:ed)?"
    r"|(?:second|another) look|look (?:at )?(?:it |this |that )?again|looked at again)(?!\w)",
    re.IGNORECASE,
)
# who may refuse something, or says whether, contests nothing
_REFUSING = re.compile(
    r"\bwho (?:\w+ ){0,3}(?:refuse|reject|turn|den)|谁[^，,。？?]{0,4}(?:拒|驳|否)|同意不同意|服不服", re.IGNORECASE
)

# what speaks of an appeal or a complaint, whoever makes it
_OF_APPEALS = re.compile(
    r"不服|不认可?|申诉|投诉|举报|复核|复议|复查|复审|异议|冤|告(?=到|谁|哪)|申辩"
    r"|\b(?:appeal\w*|complain\w*|grievances?|dispute\w*|disagree\w*|contest\w*|refused|rejected|turned (?:\w+ )?down|look again|said no)\b",
    re.IGNORECASE,
)


def contested(question: str) -> bool:
    """Tell whether somebody's matter has been refused, or somebody does not accept what was decided."""
    return _CONTESTED.search(question) is not None and _REFUSING.search(question) is None


def of_appeals(question: str) -> bool:
    """Tell whether a question speaks of an appeal or a complaint, its asker's own or anybody's."""
    return _OF_APPEALS.search(question) is not None
