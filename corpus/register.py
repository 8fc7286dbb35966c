"""What documents say they are: the register's rows and Markdown front matter, checked alike."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from corpus.known import KnownError
from corpus.models import Facts, Kind, LeftOut, Record

# The file whose row holds for every document.
EVERY = "*"
COLUMNS = ("file", *Facts.model_fields)
# Each key by the names that people give its column.
NAMES: Mapping[str, str] = {
    **{name: name for name in COLUMNS},
    **dict.fromkeys(("文件", "文件名", "路径", "path", "document", "filename"), "file"),
    **dict.fromkeys(("标题", "名称", "题名", "文件标题"), "title"),
    **dict.fromkeys(("类别", "类型", "性质", "type"), "kind"),
    **dict.fromkeys(("发布日期", "印发日期", "issued date", "issue date", "date issued"), "issued"),
    **dict.fromkeys(("生效日期", "施行日期", "effective date", "effective from", "in force from"), "effective"),
    **dict.fromkeys(("废止日期", "失效日期", "repealed date", "repeal date", "repealed on"), "repealed"),
    **dict.fromkeys(("版本", "版本号"), "version"),
    **dict.fromkeys(("取代", "替代", "replaces"), "supersedes"),
    **dict.fromkeys(("服从", "从属于", "yields to"), "yields"),
    **dict.fromkeys(("位阶", "层级", "效力层级"), "rank"),
    **dict.fromkeys(("可见范围", "适用范围", "适用对象"), "audience"),
    **dict.fromkeys(("归口部门", "主管部门", "责任部门", "office"), "owner"),
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
_NOTHING = ("", "null", "~", "none")


class WrongFacts(KnownError):
    """A document states something about itself that cannot be."""


class Row(Record):
    """One row of the register: its number as the sheet shows it, and its values by column name."""

    number: int
    values: dict[str, object]


class Register(Record):
    """What the register says of each file, whose rows are wrong, and which rows say nothing of any file.

    `audience` is that of every document of which nothing else says who may read it: the row of EVERY file.
    """

    facts: dict[str, Facts] = {}
    audience: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()


def register(name: str, rows: Iterable[Row], files: Collection[str]) -> Register:
    """The facts of each file; a file whose row is wrong has none and is left out with the reason."""
    named: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        named[file_of(row.values)].append(row)
    found: dict[str, Facts] = {}
    left: list[LeftOut] = []
    audience, warnings = _default(name, named.pop(EVERY, []))
    for path, own in named.items():
        if path not in files:
            warnings += [f"{name} row {row.number}: {_astray(path, files)}" for row in own]
            continue
        try:
            found[path] = _agreed(name, own)
        except WrongFacts as error:
            left.append(LeftOut(path=path, reason=str(error)))
        else:
            warnings += [f"{_rows(name, own)} say the same of {path}: keep one"] if len(own) > 1 else []
    return Register(facts=found, audience=audience, left_out=tuple(left), warnings=tuple(warnings))


def _default(name: str, rows: Sequence[Row]) -> tuple[tuple[str, ...], list[str]]:
    """The audience in the row of every file, none where it is not clear; and what is wrong with it."""
    if not rows:
        return (), []
    try:
        stated = _agreed(name, rows)
    except WrongFacts as error:
        return (), [f"{error}: until then only admins read what has no audience of its own"]
    more = ", ".join(sorted(stated.model_fields_set - {"audience"}))
    wrong = [f"{_rows(name, rows)}: {EVERY} states the audience alone: empty {more}"] if more else []
    return stated.audience, wrong


def _astray(path: str, files: Collection[str]) -> str:
    """What is wrong with a row that names no file of the folder, and what to do."""
    if not path:
        return "it names no file: fill in the column file"
    near = [file for file in files if file.rpartition("/")[2] == path.rpartition("/")[2]]
    return f'there is no file "{path}": ' + (f"did you mean {near[0]}" if near else "delete the row")


def _agreed(name: str, rows: Sequence[Row]) -> Facts:
    """The facts that the rows of one file state. Raises WrongFacts, also where they are not the same."""
    first, *others = (_stated(row, f"{name} row {row.number}") for row in rows)
    if any(other != first for other in others):
        raise WrongFacts(f"{_rows(name, rows)} say different things of it: keep one and reindex")
    return first


def _stated(row: Row, where: str) -> Facts:
    return facts({key: value for key, value in row.values.items() if not _is_file(key)}, where)


def _rows(name: str, rows: Sequence[Row]) -> str:
    return f"{name} row{'s' * (len(rows) > 1)} {' and '.join(str(row.number) for row in rows)}"


def file_of(values: Mapping[str, object]) -> str:
    """The path that a row names, in the one form that paths have here."""
    named = next((said(value) for key, value in values.items() if _is_file(key)), "")
    return plain_path(named)


def plain_path(path: str) -> str:
    """A path with `/`, composed characters (NFC) and no `./` before it."""
    return unicodedata.normalize("NFC", path).replace("\\", "/").removeprefix("./").strip("/")


def _is_file(key: str) -> bool:
    return key_of(key) == "file"


def key_of(name: str) -> str:
    """The key that a column or a front matter line means, "" if it is none of ours."""
    plain = " ".join(name.strip().lower().replace("_", " ").split())
    return NAMES.get(plain, "")


def facts(raw: Mapping[str, object], where: str) -> Facts:
    """The facts that front matter or a row states. Raises WrongFacts, which names each wrong part."""
    wrong: list[str] = []
    values: dict[str, object] = {}
    for name, value in raw.items():
        key = key_of(name)
        if empty(value) or _is_remark(name):
            continue
        try:
            if key in values:
                raise WrongFacts(f'"{name}" is given twice: keep one')
            values[key] = _value(name, key, value)
        except WrongFacts as error:
            wrong.append(str(error))
    wrong += _order(values)
    if wrong:
        raise WrongFacts(f"{where}: {'; '.join(wrong)}")
    return Facts.model_validate(values)


def _is_remark(name: str) -> bool:
    return name.strip().lower() in REMARKS


def _value(name: str, key: str, value: object) -> object:
    if key not in Facts.model_fields:
        raise WrongFacts(f'unknown key "{name}": known are {", ".join(Facts.model_fields)}')
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
    found = _DATE.fullmatch(said(value))
    try:
        if found:
            year, *months, day = found.groups()
            return date(int(year), int(next(filter(None, months))), int(day))
    except ValueError:
        pass
    raise WrongFacts(f'{key} "{said(value)}" is not a date: write it as YYYY-MM-DD')


def _kind(key: str, value: object) -> Kind:
    kind = KINDS.get(said(value).lower())
    if kind is None:
        raise WrongFacts(f'{key} "{said(value)}" is unknown: use {", ".join(kind.value for kind in Kind)}')
    return kind


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
    **dict.fromkeys(("issued", "effective", "repealed"), _day),
    **dict.fromkeys(("supersedes", "audience", "yields"), _several),
    "kind": _kind,
}
