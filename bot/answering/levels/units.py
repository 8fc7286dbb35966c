"""What one level is read from: a row, a sentence, or an item with what its lead-in says of it."""

from collections.abc import Sequence

from corpus.models import Clause, Rule


def in_one(rules: Sequence[Rule], clause: Clause) -> Sequence[Rule]:
    """Return an item's rules, those that it has from its lead-in as said in its own one sentence.

    To be decided by the Council: (d) the sale of land, on the proposal of the Bursar.
    """
    within = {(rule.start, rule.end) for rule in rules if clause.start <= rule.start and rule.end <= clause.until}
    led = [rule for rule in rules if (rule.start, rule.end) not in within]
    if clause.level == "row" or len(within) != 1 or not led or any(rule.condition for rule in rules):
        return rules
    start, end = next(iter(within))
    return [rule.model_copy(update={"start": start, "end": end}) if rule in led else rule for rule in rules]


def joined(rules: Sequence[Rule], clause: Clause) -> tuple[int, int] | None:
    """Return an item's one sentence, where its lead-in names who gets ready what that decides."""
    within = {(rule.start, rule.end) for rule in rules if clause.start <= rule.start and rule.end <= clause.until}
    led = any((rule.start, rule.end) not in within for rule in rules)
    alike = len({rule.condition for rule in rules}) == 1
    return next(iter(within)) if clause.level != "row" and led and alike and len(within) == 1 else None


def unit(rule: Rule, clause: Clause, joined: tuple[int, int] | None) -> tuple[str, int, int]:
    """Return what one level is read from: a row of a table, or a sentence as one clause has it, or as is `joined`."""
    return (rule.clause, 0, 0) if clause.level == "row" else (rule.clause, *(joined or (rule.start, rule.end)))
