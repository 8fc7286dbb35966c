"""The register: its rows, checked, and what they say of each file."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from corpus.facts import WrongFacts, facts, foreign, key_of, known, said
from corpus.models import Facts, LeftOut, Record
from corpus.paths import plain_path

# The file whose row holds for every document.
EVERY = "*"


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
    columns = dict.fromkeys(one for own in named.values() for row in own for one in foreign(row.values))
    audience, warnings = _default(name, named.pop(EVERY, []))
    warnings += [f'{name}: its column "{one}" is not read: known are {known()}' for one in columns]
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


def _is_file(key: str) -> bool:
    return key_of(key) == "file"
