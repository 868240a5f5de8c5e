import pytest

from tools.spelling import expanded, spelled

TARGETS = frozenset({"revenue", "conversion", "order"})


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("reveneu", "revenue"),
        ("Converson in octobre", "conversion in october"),
        ("order", "order"),
        ("border", "border"),
        ("where is the weather", "where is the weather"),
        ("a long conversation", "a long conversation"),
        ("ordr", "ordr"),
    ],
)
def test_only_near_misses_of_known_words_are_put_right(written: str, right: str) -> None:
    assert spelled(written, TARGETS, frozenset()) == right


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("sales lst wk w/o ads", "sales last week without ads"),
        ("orders this yaer", "orders this year"),
        ("orders lat month", "orders last month"),
        ("this weather and that woman", "this weather and that woman"),
        ("the lost week", "the lost week"),
    ],
)
def test_short_words_of_time_are_written_out(written: str, meant: str) -> None:
    assert expanded(written) == meant
