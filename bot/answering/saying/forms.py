"""The forms and papers that a step asks for, as its words name them: 《采购申请表》, 报修单, form C1."""

import re

_LAST = "表|单|书|函|册|簿|卡|报告|申请"
_NAMED = re.compile(rf"《([^《》]{{1,28}}(?:{_LAST}))》")
_FILLED = re.compile(
    r"(?:填写|填报|提交|递交|出具|持|附)(?!的)([^，。；、《》（）()\s]{1,12}?(?:表|单|申请书|函|登记簿))(?![一-鿿])"
)
_ENGLISH = re.compile(r"\b((?:form|Form)\s+(?:[A-Z]{1,4}[-/ ]?\d{1,4}[A-Za-z]?|[A-Z]\b))")


def forms(text: str) -> tuple[str, ...]:
    """Return the names of the forms in some words, each once, in their order."""
    found = (match for pattern in (_NAMED, _FILLED, _ENGLISH) for match in pattern.finditer(text))
    return tuple(dict.fromkeys(match[1] for match in sorted(found, key=re.Match.start)))
