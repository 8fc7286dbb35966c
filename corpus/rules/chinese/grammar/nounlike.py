"""Phrases with a name in them that are longer than the name: the bound before it, or what is done to whom it names."""

import re

from corpus.rules.actors import looks_like

# 更换评委会成员, 更换评审组的专家成员, 构建党委领导: what is done, and nobody; 更换设备的维修人员 are somebody
_CHANGES = "更换|撤换|调换|增补|增选|补选|改选|改聘|解聘|罢免|聘请|变更|调整|新增|推荐|选派"
VERBAL = re.compile(
    r"(?:构建|更换|撤换|调换|增补|鼓励|办理(?![机人部单窗科处室员])|国家(?:扶持|鼓励|支持))[^的]*$"
    rf"|(?:{_CHANGES})[^的]{{1,12}}(?:[会组队团]|班子|支部)的[^的]{{1,10}}(?<!部门)(?<!单位)(?<!机构)$"
)
# 半天以上三天以内|年级组长
_BOUND = re.compile(
    "[^，。；、]*[0-9一二两三四五六七八九十百千万半]个?(?:元|天|日|周|月|年|小时|工作日)以[上下内](?:的(?:部分)?)?(?=[一-鿿]{2})"
)


def behind_bound(plain: str, start: int, end: int) -> int:
    """Return where a name begins behind the amount or the time it is for."""
    bound = _BOUND.match(plain, start, end)
    return bound.end() if bound and looks_like(plain[bound.end() : end]) else start
