"""What a document says it is, in front matter or in its row of the register: the keys and what may stand under them."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from difflib import get_close_matches

from corpus.known import KnownError
from corpus.models import Facts, Kind
from corpus.validity.dates import DAY_EN, DAY_ZH, day

COLUMNS = ("file", *Facts.model_fields)
# Each key by the names that people give its column.
NAMES: Mapping[str, str] = {
    **{name: name for name in COLUMNS},
    **dict.fromkeys(("文件", "文件名", "路径", "path", "document", "filename"), "file"),
    **dict.fromkeys(("标题", "名称", "题名", "文件标题"), "title"),
    **dict.fromkeys(("类别", "类型", "性质", "type"), "kind"),
    **dict.fromkeys(
        ("发布日期", "印发日期", "公布日期", "发布", "印发", "issued date", "issue date", "date issued"), "issued"
    ),
    **dict.fromkeys(
        ("生效日期", "施行日期", "实施日期", "生效", "施行", "effective date", "effective from"), "effective"
    ),
    **dict.fromkeys(("in force", "in force from", "in force since", "comes into force", "commencement"), "effective"),
    **dict.fromkeys(("废止日期", "失效日期", "repealed date", "repeal date", "repealed on"), "repealed"),
    **dict.fromkeys(("有效期至", "valid until", "in force until", "expires", "expiry", "expiry date"), "until"),
    **dict.fromkeys(("状态", "效力", "效力状态", "status"), "status"),
    **dict.fromkeys(("版本", "版本号"), "version"),
    **dict.fromkeys(("取代", "替代", "replaces"), "supersedes"),
    **dict.fromkeys(("服从", "从属于", "yields to"), "yields"),
    **dict.fromkeys(("位阶", "层级", "效力层级"), "rank"),
    **dict.fromkeys(("可见范围", "适用范围", "适用对象"), "audience"),
    **dict.fromkeys(("归口部门", "主管部门", "责任部门", "制定部门", "office", "issued by"), "owner"),
}
KINDS: Mapping[str, Kind] = {
    **{kind.value: kind for kind in Kind},
    **dict.fromkeys(("规则", "制度", "rules"), Kind.RULE),
    **dict.fromkeys(("参考", "参考资料", "资料"), Kind.REFERENCE),
    **dict.fromkeys(("草案", "草稿", "征求意见稿"), Kind.DRAFT),
    **dict.fromkeys(("常见问题", "问答", "常见问答"), Kind.FAQ),
}
# A column for the admin's own remarks, which nothing reads.
REMARKS = frozenset(("note", "notes", "remark", "remarks", "备注", "说明"))
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})-|/(\d{1,2})/|\.(\d{1,2})\.|年(\d{1,2})月)(\d{1,2})日?(?:[T ]00:00(?::00)?)?")
# 1 May 2025, May 1st, 2025, 二〇二五年五月一日: a month alone is no day
_PRINTED = re.compile(rf"(?=.*(?<!\d)\d{{1,2}}(?!\d)){DAY_EN}|{DAY_ZH}(?<=[日号])", re.IGNORECASE)
_NOTHING = ("", "null", "~", "none")
_OVER = frozenset(("废止", "已废止", "失效", "已失效", "repealed", "withdrawn", "revoked", "superseded", "replaced"))
# how like one of ours a name is that is one of ours misspelt
_LIKE = 0.8


class WrongFacts(KnownError):
    """A document states something about itself that cannot be."""


def key_of(name: str) -> str:
    """The key that a column or a front matter line means, "" if it is none of ours."""
    plain = " ".join(name.strip().lower().replace("_", " ").split())
    return NAMES.get(plain, "")


def facts(raw: Mapping[str, object], where: str) -> Facts:
    """The facts that front matter or a row states. Raises WrongFacts, which names each wrong part."""
    wrong: list[str] = []
    values: dict[str, object] = {}
    beyond = foreign(raw)
    for name, value in raw.items():
        key = key_of(name)
        if empty(value) or _is_remark(name) or name in beyond or key == COLUMNS[0]:
            continue  # the file's own name, in its front matter, is as good as a remark
        try:
            if key in values:
                raise WrongFacts(f'"{name}" is given twice: keep one')
            values[key] = _value(name, key, value)
        except WrongFacts as error:
            wrong.append(str(error))
    wrong += [*_settled(values), *_order(values)]
    if wrong:
        raise WrongFacts(f"{where}: {'; '.join(wrong)}")
    return Facts.model_validate(values)


def foreign(raw: Mapping[str, object]) -> list[str]:
    """The names of what front matter or a row states and nothing reads: a file number, who approved it."""
    stated = [name for name, value in raw.items() if not empty(value) and not _is_remark(name)]
    return [name for name in stated if not key_of(name) and not _misspelt(name, raw[name])]


def known() -> str:
    """The names of the keys, for who wrote another."""
    return ", ".join(Facts.model_fields)


def _settled(values: dict[str, object]) -> list[str]:
    """Turn a last day and a status into facts; return what is wrong with them."""
    last, status = values.pop("until", None), values.pop("status", "")
    if isinstance(last, date) and last < date.max:
        values.setdefault("repealed", last + timedelta(1))
    if KINDS.get(str(status)) is Kind.DRAFT:
        values.setdefault("kind", Kind.DRAFT)
    over = status in _OVER and "repealed" not in values
    return [f'status "{status}" names no day: write repealed: YYYY-MM-DD beside it'] if over else []


def _misspelt(name: str, value: object) -> str:
    """The key that a name is nearly spelt like, and whose values are like this one; "" for none."""
    for near in get_close_matches(name.strip().lower(), [one for one in NAMES if key_of(one) in _READ], 3, _LIKE):
        key = key_of(near)
        try:
            _READ[key](key, value)
        except WrongFacts:
            continue
        return near
    return ""


def _is_remark(name: str) -> bool:
    return name.strip().lower() in REMARKS


def _value(name: str, key: str, value: object) -> object:
    if not key:
        raise WrongFacts(f'unknown key "{name}", did you mean "{_misspelt(name, value)}": known are {known()}')
    return _READ[key](key, value)


def _order(values: Mapping[str, object]) -> list[str]:
    effective, repealed = values.get("effective"), values.get("repealed")
    if isinstance(effective, date) and isinstance(repealed, date) and repealed < effective:
        return [f"repealed {repealed} is before effective {effective}: correct one of them"]
    return []


def empty(value: object) -> bool:
    """Whether a cell or a key was left without a value."""
    return value is None or value in ([], {}) or (isinstance(value, str) and value.strip().lower() in _NOTHING)


def said(value: object) -> str:
    """A value as a person wrote it: 3 for the 3.0 that a sheet stores."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else " ".join(str(value).split())


def _day(key: str, value: object) -> date:
    """A date, as a date or in one of the ways people write one."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    found, words = _DATE.fullmatch(said(value)), said(value)
    try:
        if found:
            year, *months, printed = found.groups()
            return date(int(year), int(next(filter(None, months))), int(printed))
    except ValueError:
        pass
    if _PRINTED.fullmatch(words) and (given := day(words)):
        return given
    raise WrongFacts(f'{key} "{said(value)}" is not a date: write it as YYYY-MM-DD')


def _kind(key: str, value: object) -> Kind:
    kind = KINDS.get(said(value).lower())
    if kind is None:
        raise WrongFacts(f'{key} "{said(value)}" is unknown: use {", ".join(kind.value for kind in Kind)}')
    return kind


def _status(key: str, value: object) -> str:
    return said(value).lower()


def _words(key: str, value: object) -> str:
    if isinstance(value, (list, dict)):
        raise WrongFacts(f"{key} must be one value, not a list")
    return said(value)


def _several(key: str, value: object) -> tuple[str, ...]:
    """A list, or words with ; or , between them."""
    if isinstance(value, dict) or (isinstance(value, list) and any(isinstance(v, (list, dict)) for v in value)):
        raise WrongFacts(f"{key} must be a list of words")
    items = value if isinstance(value, list) else re.split(r"[;；,，]", said(value))
    return tuple(word for item in items if (word := said(item)))


_READ: Mapping[str, Callable[[str, object], object]] = {
    **dict.fromkeys(("title", "version", "rank", "owner"), _words),
    **dict.fromkeys(("issued", "effective", "repealed", "until"), _day),
    **dict.fromkeys(("supersedes", "audience", "yields"), _several),
    "kind": _kind,
    "status": _status,
}
