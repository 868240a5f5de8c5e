"""What may be listed though much was looked at."""

import numpy as np
import pytest
from scipy import stats

from tools.opportunities.guard import below, beyond_chance, logits, ranked, shifted
from tools.opportunities.opportunity import Gain, Opportunity
from tools.wording.values import Name


def found(p, low=1.0, value=10.0):
    return Opportunity("funnel", "funnel-fell", {}, Gain(value, low, 20.0), "funnel", p)


def test_the_more_was_looked_at_the_surer_a_finding_must_be():
    one = found(0.02)
    assert beyond_chance([one]) == [one]
    assert not beyond_chance([one, *(found(0.9) for _ in range(9))])


def test_benjamini_and_hochberg_reject_as_scipy_does():
    p = np.array([0.001, 0.011, 0.02, 0.03, 0.2, 0.5, 0.9])
    own = stats.false_discovery_control(p) <= 0.05
    assert len(beyond_chance([found(each) for each in p])) == own.sum()


def test_a_gain_that_may_be_nothing_is_not_listed():
    assert not beyond_chance([found(None, low=-1.0), found(0.0001, low=0.0)])


def test_the_largest_gain_comes_first_and_trifles_not_at_all():
    small, large, trifle = (found(None, value=value) for value in (10.0, 50.0, 0.1))
    assert ranked([small, trifle, large], revenue=1000.0) == [large, small]


def test_shifted_is_the_pooled_t_test():
    now, before = np.array([1.0, 2.0, 1.5, 0.5]), np.array([2.0, 3.0, 2.5, 2.2, 3.1, 2.9])
    told = stats.ttest_ind(now, before, alternative="less")
    assert below(*shifted(now, before)) == pytest.approx(told.pvalue)


def test_log_odds_of_half():
    assert logits(np.array([5.0]), np.array([10.0])) == pytest.approx([0.0])


def test_what_follows_from_a_nearer_finding_is_not_told_twice():
    group, other = Name(en="social"), Name(en="email")
    nearer = Opportunity("funnel", "funnel-fell", {"group": group}, Gain(5.0, 1.0, 9.0), "funnel")
    follows, own = (
        Opportunity("sales", "sales-fell", {"group": name}, Gain(8.0, 1.0, 9.0), "query_metrics")
        for name in (group, other)
    )
    assert ranked([nearer, follows, own], revenue=100.0) == [own, nearer]
