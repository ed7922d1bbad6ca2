"""`value`: a dataclass by its fields, without the price of one that is frozen at run time."""

from dataclasses import replace

import pytest

from hawliyat.tasks.values import value


@value
class Place:
    """A pair to try."""

    start: int
    end: int = 0


def test_values_are_equal_and_hashed_by_their_fields() -> None:
    assert Place(1, 2) == Place(1, 2) != Place(1, 3)
    assert {Place(1), Place(1, 0)} == {Place(1)}
    assert replace(Place(1, 2), end=5) == Place(1, 5)


def test_values_have_slots() -> None:
    with pytest.raises(AttributeError):
        Place(1).middle = 3  # type: ignore[attr-defined]
