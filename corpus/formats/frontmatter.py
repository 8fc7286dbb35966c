"""The facts that a Markdown document states about itself between two lines of `---`."""

import re

import yaml

from corpus.formats.content import Unreadable

_BLOCK = re.compile(r"\A\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_OPEN = re.compile(r"\A\s*---[ \t]*\n\s*[\w-]+[:：]")
_KEYED = re.compile(r"^[\w-]+:(?:\s|$)", re.M)


def split(text: str) -> tuple[dict[str, object], str]:
    """The front matter as written, every value a string or a list, and the text after it.

    Raises Unreadable where it is begun but cannot be understood.
    """
    block = _BLOCK.match(text)
    if not block:
        if _OPEN.match(text):
            raise Unreadable("front matter begins with --- but no second --- ends it")
        return {}, text
    if not block[1].strip():
        return {}, text[block.end() :]
    return _parsed(block, text)


def _parsed(block: re.Match[str], text: str) -> tuple[dict[str, object], str]:
    try:
        node = yaml.compose(block[1], yaml.BaseLoader)
        # Strings only: 1.10 stays a version, and a wrong date can be shown as it was written.
        value = yaml.load(block[1], yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        if not _KEYED.search(block[1]):
            return {}, text
        line = error.problem_mark.line + 2 if error.problem_mark else 2
        raise Unreadable(f"front matter is not YAML: line {line}: {error.problem}") from error
    except (yaml.YAMLError, RecursionError, ValueError, TypeError) as error:
        raise Unreadable("front matter is not YAML") from error
    if not isinstance(node, yaml.MappingNode) or not isinstance(value, dict):
        return {}, text
    keys = [key.value for key, _ in node.value]
    twice = next((str(key) for key in keys if keys.count(key) > 1), "")
    if twice:
        raise Unreadable(f'front matter: "{twice}" is given twice: keep one')
    return {str(key): item for key, item in value.items()}, text[block.end() :]
