from datetime import date, timedelta

import numpy as np
import pytest

from tools.demand.calendar import closed_ahead, closed_weekdays, festivals, learned

FIRST = date(2025, 11, 1)


def sales(days: int) -> np.ndarray:
    """100 a day with noise, three times as many from 1 to 11 November."""
    values = np.random.default_rng(1).poisson(100, days).astype(float)
    for i in range(days):
        day = FIRST + timedelta(i)
        if (day.month, day.day) >= (11, 1) and (day.month, day.day) <= (11, 11):
            values[i] *= 3
    return values


def test_festivals_fall_on_their_days() -> None:
    found = {each.name.en: each for each in festivals(date(2026, 1, 1), date(2026, 12, 31))}
    assert found["Spring Festival"].first == date(2026, 2, 14)  # three days before the new year
    assert found["Black Friday"].first == date(2026, 11, 26)
    assert (found["618"].first, found["618"].last) == (date(2026, 6, 1), date(2026, 6, 18))


def test_a_festival_that_tripled_sales_is_learned_and_others_are_not() -> None:
    values = sales(365)
    effects = learned(values, FIRST, values > 0)
    assert list(effects.seen) == ["Double 11"]
    assert effects.seen["Double 11"].factor == pytest.approx(3, rel=0.05)
    ahead = effects.factors(date(2026, 10, 31), 14)
    assert ahead[0] == ahead[12] == 1
    assert ahead[1:12] == pytest.approx(3, rel=0.1)


def test_a_store_closed_on_saturdays_and_over_christmas_is_so_next_year() -> None:
    first = date(2026, 1, 5)
    days = [first + timedelta(i) for i in range(356)]
    shut = [d.weekday() == 5 or d >= date(2026, 12, 24) or d <= date(2026, 1, 9) for d in days]
    sold = ~np.array(shut)
    sold[0] = True
    until = (date(2026, 12, 20) - first).days
    assert closed_weekdays(sold[:until], first) == {5}
    ahead = closed_ahead(sold[:until], first, 21)
    told = {date(2026, 12, 20) + timedelta(int(i)) for i in np.flatnonzero(ahead)}
    assert date(2026, 12, 26) in told  # a Saturday
    assert {date(2027, 1, d) for d in (6, 7, 8, 9)} <= told  # shut a year ago
    assert date(2026, 12, 22) not in told
