import pytest

from tools.spelling import spelled

TARGETS = frozenset({"revenue", "conversion", "order"})


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("reveneu", "revenue"),
        ("Converson in octobre", "conversion in october"),
        ("order", "order"),
        ("border", "border"),
        ("where is the weather", "where is the weather"),
        ("ordr", "ordr"),
    ],
)
def test_only_near_misses_of_known_words_are_put_right(written: str, right: str) -> None:
    assert spelled(written, TARGETS, frozenset()) == right
