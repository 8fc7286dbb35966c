"""Time limits as steps of procedures state them: within three working days, 当日, 每年3月底前."""

import re

_NUMBER = r"(?<![0-9０-９一二两三四五六七八九十百])[0-9０-９一二两三四五六七八九十百]{1,6}"
_COUNT = r"(?:[0-9]+|one|two|three|four|five|six|seven|eight|ten|fourteen|fifteen|twenty|thirty)"
_THE = r"(?:the|an?|his|her|its|their|your|this|that)"
# what a time runs from: at most four words, and none of the next part of the sentence
_WORD = rf"(?!(?:{_THE}|of|who|which|and|or|but|if|unless|is|are|was|were|has|have|shall|must|may|can|will)\b)\w+"
_NOUN = rf"(?:{_THE}\s+)?{_WORD}(?:\s+{_WORD}){{0,3}}"
LIMIT = re.compile(
    rf"(?:自[^，。；]{{1,20}}?(?:之日|日)起\s*)?(?:在\s*)?{_NUMBER}\s*(?:个)?\s*"
    r"(?:工作日|小时|日|天|周|个月|月|年|学期)(?:以|之)?(?:内|前)|"
    r"(?:当日|当天|次日|即日|立即|及时|当场|同日)(?:内|前)?|"
    r"每(?:年|学期|月|周)[^，。；]{0,8}?(?:前|底|初)|"
    rf"(?:within|in|no later than|by|at least|for)\s+(?:\w+\s+){{0,2}}?{_COUNT}\s+"
    r"(?:working |school |calendar |clear |term )?(?:days?|hours?|weeks?|months?)"
    rf"(?:\s+(?:of|before|after)\s+(?:\w+ing\s+)?{_NOUN}(?:\s+of\s+{_NOUN})?)?|"
    "the same day|at once|immediately|straight away",
    re.IGNORECASE,
)
