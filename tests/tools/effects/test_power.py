"""Sizes of tests, against published tables and each other."""

import pytest

from tools.effects import minimum_detectable, sample_size


def test_size_of_a_test_is_the_textbooks():
    # Fleiss, Levin & Paik 2003, table A.4 without continuity correction: 0.05 against 0.10
    assert sample_size(0.05, 0.05) == 432
    assert sample_size(0.10, 0.05, power=0.9) == 915


def test_uneven_arms_need_more_people_in_all():
    even = 2 * sample_size(0.05, 0.01)
    uneven = sample_size(0.05, 0.01, share_control=0.2) / 0.2
    assert uneven > 1.4 * even


@pytest.mark.parametrize(("baseline", "lift"), [(0.02, 0.005), (0.1, 0.02), (0.4, 0.05)])
def test_what_can_be_found_matches_the_size_needed(baseline, lift):
    n = sample_size(baseline, lift)
    assert minimum_detectable(baseline, n, n) == pytest.approx(lift, rel=1e-3)


def test_one_person_an_arm_finds_nothing():
    assert minimum_detectable(0.05, 1, 1) == pytest.approx(0.95)


def test_no_test_finds_a_rate_above_one():
    with pytest.raises(ValueError, match="above"):
        sample_size(0.95, 0.1)
