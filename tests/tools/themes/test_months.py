"""Trends over months, against the formula worked by hand."""

from datetime import date

import pytest

from tools.themes.months import Month, trend


def year(bad, n=30):
    return [Month(date(2026, m + 1, 1), n, b, n - b, b) for m, b in enumerate(bad)]


def test_a_rise_over_months_is_a_trend():
    found = trend(year([2, 5, 9, 12]))
    assert found is not None
    assert found.sure
    assert (found.first, found.last) == (pytest.approx(7 / 60), pytest.approx(21 / 60))


def test_chance_is_no_trend():
    found = trend(year([6, 4, 7, 5]))
    assert found is not None
    assert not found.sure


def test_the_test_is_that_of_cochran_and_armitage():
    """40 of 120: variance 1/3 x 2/3 x (30 x 14 - 180² / 120) = 33.3, so |T| is to exceed 11.3."""
    assert trend(year([14, 11, 8, 7])).sure  # T = 1 x 1 + 2 x -2 + 3 x -3 = -12
    assert not trend(year([13, 12, 8, 7])).sure  # T = 1 x 2 + 2 x -2 + 3 x -3 = -11


def test_three_months_or_hardly_a_complaint_tell_nothing():
    assert trend(year([1, 2, 9])) is None
    assert trend(year([0, 1, 1, 1])) is None
