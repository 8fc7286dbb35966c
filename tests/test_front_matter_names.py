"""Any key that people write in front matter is read, told of in one line, or passed over as the file's own name."""

import pytest

from corpus.facts import NAMES, WrongFacts, facts
from corpus.models import Facts


@pytest.mark.parametrize("name", ["文件名", "文件", "file", "path", "Document"])
def test_the_name_of_the_file_is_passed_over(name: str) -> None:
    assert facts({name: "经费审批权限表", "title": "权限表"}, "front matter") == Facts(title="权限表")


@pytest.mark.parametrize("name", sorted(NAMES))
@pytest.mark.parametrize("value", ["2024-05-01", "rule", ["a", "b"], 3.0])
def test_whatever_stands_under_a_key_is_read_or_told_in_one_line(name: str, value: object) -> None:
    told = ""
    try:
        facts({name: value}, "front matter")
    except WrongFacts as error:
        told = str(error)
    assert "\n" not in told
