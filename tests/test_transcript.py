"""The conversation in the README is the one that the bot has."""

from pathlib import Path

from transcript import BLOCK, README, conversation


def test_the_conversation_in_the_readme_is_as_really_sent(sample_data: Path) -> None:
    shown = BLOCK.search(README.read_text(encoding="utf-8"))
    assert shown
    assert shown[0] == conversation(sample_data)
