"""The level that is meant where the words of a question don't tell it: the one it is likest to."""

from collections.abc import Callable, Sequence

import pytest

from bot.answering.asked.question import understand
from bot.answering.levels.ladder import Fit, Picked, pick
from bot.answering.levels.level import Level
from bot.answering.levels.reading import levels
from bot.answering.models import Status
from bot.answering.saying.answer import compose
from bot.answering.weighing.evidence import Found, weigh
from corpus.document import document
from corpus.models import Act, Document, Facts, Line
from tests.composing import Standing

DECIDE = (Act.DECIDE,)
Told = Callable[[Sequence[Level]], list[float]]


def reading(*lines: str) -> Document:
    return document("fleet.md", "fleet", Facts(title="Fleet rules"), "0" * 64, [Line(text=line) for line in lines])


def like(**actors: float) -> Told:
    """How like a question the levels of each actor are."""
    return lambda some: [next(v for who, v in actors.items() if who in level.actors(DECIDE)) for level in some]


def nothing(level: Level) -> float:
    return 0.0


GIFTS = reading("Article 7. A gift is accepted by the Mate. One that is to bear a name is settled by the Owner.")


def gift(mate: float, owner: float, beyond: float = 1.0) -> Picked:
    found = levels(GIFTS, "fleet#7", DECIDE)
    return pick(found, [], DECIDE, nothing, "fleet#7", like=like(Mate=mate, Owner=owner), beyond=lambda some: beyond)


def test_of_cases_that_a_question_uses_no_word_of_the_likest_by_far_is_meant() -> None:
    picked = gift(0.37, 0.52)
    assert (picked.fit, picked.levels[0].actors(DECIDE)) == (Fit.ONE, ("Owner",))


def test_cases_about_as_like_a_question_are_left_open() -> None:
    assert gift(0.50, 0.52).fit is Fit.OPEN


@pytest.mark.parametrize(("beyond", "fit"), [(1.0, Fit.ONE), (0.8, Fit.ONE), (0.2, Fit.OPEN), (0.0, Fit.OPEN)])
def test_who_says_no_more_than_what_its_cases_have_in_common_leaves_them_open(beyond: float, fit: Fit) -> None:
    assert gift(0.44, 0.50, beyond).fit is fit


def test_amounts_are_not_told_by_likeness() -> None:
    found = levels(reading("第八条 修船不满9000元的，由大副批准；9000元以上的，由船东批准。"), "fleet#8", DECIDE)
    assert pick(found, [], DECIDE, nothing, "fleet#8", like=like(大副=0.2, 船东=0.8)).fit is Fit.OPEN


POSTS = reading(
    "Article 3. Appointments are made as follows:",
    "(a) the Mate appoints all hands below the rank of bosun;",
    "(b) a bosun is appointed by the Owner.",
)


@pytest.mark.parametrize(
    ("mate", "owner", "who"),
    [(0.52, 0.62, "Owner"), (0.52, 0.52, "Mate"), (0.72, 0.42, "Mate")],
)
def test_a_neighbour_goes_before_the_clause_that_was_found_unless_that_is_liker(
    mate: float, owner: float, who: str
) -> None:
    found = levels(POSTS, "fleet#3.b", DECIDE, ["fleet#3.a"])
    assert len(found) == 2
    picked = pick(
        found,
        [],
        DECIDE,
        lambda level: 0.15 if "Mate" in level.actors(DECIDE) else 0.10,
        "fleet#3.b",
        like=like(Mate=mate, Owner=owner),
    )
    assert picked.levels[0].actors(DECIDE) == (who,)


class Likest(Standing):
    """A question that is likest to what speaks of a name."""

    def alike(self, words: Sequence[str]) -> list[float]:
        """How like it words are."""
        return [0.9 if "name" in one else 0.3 for one in words]


@pytest.mark.parametrize(("near", "status"), [(Likest(0.0), Status.ANSWERED), (Standing(0.0), Status.CLARIFY)])
def test_an_answer_goes_by_likeness(near: Standing, status: Status) -> None:
    asked = understand("somebody offers us a lamp if we call the hall after her, who decides")
    found = [
        Found(passage=p, facts=GIFTS.facts, cosine=0.8, rules=tuple(r for r in GIFTS.rules if r.clause == p.id))
        for p in GIFTS.passages
    ]
    answer = compose(asked, weigh(asked, found, lambda term: 1.0), {GIFTS.path: GIFTS}, lambda term: 1.0, near)
    assert answer.status is status
    if status is Status.ANSWERED:
        assert answer.decision is not None
        assert [who.who for who in answer.decision.decides] == ["Owner"]


@pytest.mark.parametrize(
    "lines",
    [
        ("第八条 动火作业：", "（一）一级，由大副批准；", "（二）二级，由船东批准。"),
        ("8. Shore leave is given", "(a) for one day, by the Mate;", "(b) for more than one day, by the Owner."),
    ],
)
def test_grades_and_single_amounts_are_not_told_by_likeness(lines: Sequence[str]) -> None:
    found = levels(reading(*lines), "fleet#8", DECIDE)
    mate, owner = (level.actors(DECIDE)[0] for level in found)
    assert pick(found, [], DECIDE, nothing, "fleet#8", like=like(**{mate: 0.2, owner: 0.8})).fit is Fit.OPEN
