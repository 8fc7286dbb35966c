"""What was read once is not read again, and no more is kept than there is room for."""

from index.memo import Memo


def test_what_was_read_is_not_read_again() -> None:
    kept: Memo[int, int] = Memo(10)
    reads: list[list[int]] = []

    def squared(numbers: list[int]) -> dict[int, int]:
        reads.append(numbers)
        return {number: number**2 for number in numbers}

    assert kept.of([1, 2, 2], squared) == {1: 1, 2: 4}
    assert kept.of([2, 3], squared) == {2: 4, 3: 9}
    assert kept.of([1, 3], squared) == {1: 1, 3: 9}
    assert reads == [[1, 2], [3]]


def test_what_was_kept_longest_makes_room() -> None:
    kept: Memo[int, int] = Memo(2)
    kept.of([1, 2, 3], lambda numbers: {number: number for number in numbers})
    assert kept.of([1, 2, 3], lambda numbers: {number: -number for number in numbers}) == {1: -1, 2: 2, 3: 3}
