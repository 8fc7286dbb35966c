"""How well who does what is read, against labels: floors, with the figures in benchmarks/results."""

import pytest

from benchmarks.rules import LAWS, figures

FLOORS = {"zh, held": (0.88, 0.77), "en, held": (0.87, 0.77), "laws, held": (0.75, 0.72)}


@pytest.fixture(scope="module")
def measured() -> dict[str, dict[str, float]]:
    return figures()


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_actors_and_acts_are_read_from_clauses_nobody_fitted_them_to(
    measured: dict[str, dict[str, float]], name: str
) -> None:
    if name.startswith("laws") and not LAWS.is_file():
        pytest.skip("the regulations are not beside this checkout")
    precision, recall = FLOORS[name]
    assert measured[name]["precision"] >= precision
    assert measured[name]["recall"] >= recall
