"""Wordings that a clerk writes as he speaks, and those a reader easily takes for them: each with who does what.

Rows of `tests/labels/spoken.jsonl` that were kept from the fitting are only counted, never looked at one by one.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from corpus.document import document
from corpus.models import Facts, Line, Role, Rule
from scripts.evaluate import rows

ROWS = list(rows(Path(__file__).parent / "labels" / "spoken.jsonl"))
# who makes up a Chinese body keeps the verb 组成, by which it is answered who sits there: see tests/test_posts.py
SITS = {"组成"}
HELD = 0.8  # of the rows that nothing was fitted to


def ruled(row: Mapping[str, Any]) -> tuple[Rule, ...]:
    """Return the rules of a row's lines; those with bars are a table, its header first."""
    lines: list[Line] = []
    for words in row["lines"]:
        cells = tuple(words.split(" | ")) if " | " in words else ()
        role = Role.TEXT if not cells else Role.ROW if any(line.cells for line in lines) else Role.HEADER
        heading = words.startswith("# ")
        lines.append(Line(text=words.removeprefix("# ").strip(), role=Role.HEADING if heading else role, cells=cells))
    facts = Facts(title="House rules", owner=row.get("owner", ""))
    made = document("house.md", "house", facts, "0" * 64, lines)
    return tuple(rule for rule in made.rules if rule.verb not in SITS)


def says(rule: Rule, deed: Mapping[str, Any]) -> bool:
    """Tell whether a rule says what a row expects of one actor."""
    bounded = not deed.get("condition") or any(words in rule.condition for words in deed["condition"])
    named = rule.actor == deed["actor"] and rule.act.value == deed.get("act", rule.act.value)
    return named and bounded and rule.verb == deed.get("verb", rule.verb)


def known(rule: Rule, row: Mapping[str, Any]) -> bool:
    """Tell whether a row expects a rule's actor and act, or lets it be."""
    said = [*row["deeds"], *row.get("may", ())]
    return any(rule.actor == one["actor"] and rule.act.value == one.get("act", rule.act.value) for one in said)


def right(row: Mapping[str, Any]) -> bool:
    """Tell whether a row's lines say what it expects, and nothing else."""
    found = ruled(row)
    return all(any(says(rule, deed) for rule in found) for deed in row["deeds"]) and all(
        known(rule, row) for rule in found
    )


@pytest.mark.parametrize("row", [row for row in ROWS if row["split"] != "held"], ids=lambda row: row["id"])
def test_who_does_what_is_read_as_it_is_spoken(row: Mapping[str, Any]) -> None:
    found = ruled(row)
    for deed in row["deeds"]:
        assert any(says(rule, deed) for rule in found), (deed, found)
    assert [rule for rule in found if not known(rule, row)] == []


def test_most_of_what_was_kept_from_the_fitting_is_read_right() -> None:
    held = [right(row) for row in ROWS if row["split"] == "held"]
    assert sum(held) / len(held) >= HELD
