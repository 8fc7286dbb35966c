"""Chinese actors that only the rest of their document names in full: 院务会议定, 该股股长."""

from corpus.document import document
from corpus.models import Facts, Line


def actors(*lines: str) -> list[tuple[str, str]]:
    """Return the actor and the verb of each rule of a document."""
    made = document("park.md", "park", Facts(title="公园规则"), "0" * 64, [Line(text=line) for line in lines])
    return [(rule.actor, rule.verb) for rule in made.rules]


def test_a_meeting_settles_under_the_name_the_document_gives_it() -> None:
    lines = ("票价由园长办公会议定。", "园长办公会议每月召开一次。")
    assert ("园长办公会议", "定") in actors(*lines)


def test_a_committee_settles_under_its_own_name() -> None:
    lines = ("票价由园务会议定。", "园务会每月召开一次，由园长主持。")
    assert ("园务会", "议定") in actors(*lines)
    assert ("园务会", "议定") in actors("票价由园务会议定。")


def test_the_head_of_an_office_named_before_bears_its_name() -> None:
    found = actors("听证由绿化管护股组织，主持人选由该股股长指定。", "摊位由经营科安排，纠纷由该科负责人裁定。")
    assert ("绿化管护股股长", "指定") in found
    assert ("经营科负责人", "裁定") in found
    assert ("该队队长", "指定") in actors("听证由绿化管护股组织，人选由该队队长指定。")
