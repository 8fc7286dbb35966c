"""Who acts: finding the end of an actor's name by its form, and telling several actors apart."""

import re

# What the names of people and bodies in rules end with. Forms, not names: 某某领导小组 is found by 小组.
_FORMS = (
    "会议|大会|委员会|办公会|党委会|校务会|常委会|董事会|理事会|监事会|教代会|职代会|家委会|学生会|工会|全会|例会|联席会|会|领导小组|工作组|工作小组|小组|"
    "专班|年级组|教研组|备课组|评审组|巡察组|[^工]组|处|室|部|科|股|司|厅|局|署|办|办公室|中心|研究院|研究所|学院|医院|法院|检察院|学校|园所|分校|校区|馆|站|"
    "党委|党组|党组织|党总支|总支|党支部|支部|支委|纪委|团委|少先队|班子|校长|园长|院长|书记|主任|处长|科长|部长|局长|厅长|司长|组长|班长|队长|会长|所长|馆长|站长|"
    "总监|总经理|经理|董事长|理事长|主席|秘书长|秘书|干事|委员|成员|领导|负责人|责任人|牵头人|联系人|经办人|当事人|申请人|承办人|保管人|采购人|招标人|法定代表人|代表人|"
    "主持人|报告人|介绍人|监护人|本人|人员|专员|管理员|记录员|保管员|信息员|联络员|党员|会计|出纳|教师|班主任|辅导员|老师|导师|教职工|教职员工|职工|员工|家长|学生|"
    "部门|单位|机关|机构|组织|团体|政府|人大|公安|上级|下级|双方|主管|分管|责任方|使用方|公司|企业|集团|年级|学科组|评委|专家|律师|顾问|代表|会员|股东|权力机关|人民政府|院|组|区|县|市|省|国务院|署"
)
_CHINESE_FORM = re.compile(rf"(?:{_FORMS})(?:（[^（）]{{1,20}}）|\([^()]{{1,20}}\))?$")
# what may stand between an actor and the verb and belongs to neither
_ADVERBS = (
    "集体|共同|统一|联合|分别|及时|按规定|按程序|依法|依规|依照规定|按照规定|按权限|按照权限|根据|直接|先行|先|再|后|最终|最后|具体|书面|负责|应当|应该|应|须|必须|"
    "可以|可|不得|有权|要|将|才能|方可|进行|予以|作出|做出|给予|定期|每年|每学期|每月|经|全面|逐级|严格|认真|当场|当日|随时|主动|充分|组织(?=审|讨|研|评|论|复|会)|◦+"
)
_TRAILING_ADVERB = re.compile(rf"(?:{_ADVERBS})$")
_LEADING = re.compile(
    r"^(?:的|在|则|均|都|也|还|并|且|或|和|及|即|由|经|报|须|应|其中|同时|然后|最后|再|先|后(?!勤)|一律|原则上|统一|分别|依次|逐级|所在的?(?=[部年学科])|其(?=所在|主管|直接)|[、→—\-\s◦]|委托|授权|送|交)+"
)
_SPLIT = re.compile(r"→|、|和|与|及其|以及|及|会同|或者|或|,|，|\s*/\s*|；|;")
_ETC = re.compile(r"等(?:相关|有关)?(?:部门|单位|人员|机构|方面|领导|科室|处室)?$")


def trimmed(words: str) -> tuple[int, int]:
    """Return the span of the actor's bare name inside words that may carry adverbs on either side."""
    start = len(words) - len(words.lstrip())
    found = _LEADING.match(words[start:])
    start += found.end() if found else 0
    end = len(words.rstrip())
    while found := _TRAILING_ADVERB.search(words[start:end]):
        if found.end() == found.start() or _CHINESE_FORM.search(words[start:end]) and len(found[0]) == 1:
            break
        if start + found.start() <= start:
            break
        end = start + found.start()
    return start, end


def looks_like(words: str) -> bool:
    """Tell whether words end as the names of people and bodies end."""
    return bool(_CHINESE_FORM.search(words))


def apart(words: str) -> list[tuple[int, int]]:
    """Return the spans of the actors in a list of them ("A、B和C"); one name is a list of one.

    A list is split only where each part has the form of an actor.
    """
    spans: list[tuple[int, int]] = []
    at = 0
    for joint in _outside_brackets(words):
        spans.append((at, joint[0]))
        at = joint[1]
    spans.append((at, len(words)))
    spans = [_without_etc(words, s, e) for s, e in spans if words[s:e].strip()]
    if len(spans) > 1 and not all(looks_like(words[s:e]) for s, e in spans):
        return [_without_etc(words, 0, len(words))]
    return spans


def _outside_brackets(words: str) -> list[tuple[int, int]]:
    """Return the joints of a list that don't stand inside brackets."""
    return [
        (m.start(), m.end())
        for m in _SPLIT.finditer(words)
        if words[: m.start()].count("（") + words[: m.start()].count("(")
        == words[: m.start()].count("）") + words[: m.start()].count(")")
    ]


def _without_etc(words: str, start: int, end: int) -> tuple[int, int]:
    found = _ETC.search(words[start:end])
    return (start, start + found.start()) if found and found.start() else (start, end)
