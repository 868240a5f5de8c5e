"""One theme month by month, and whether complaints of it have a trend."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from tools.metrics.significance import SURE
from tools.themes.counting import Voices
from tools.themes.mentions import Flags, Ints

LEAST = 4  # months of which a trend can be told
_EXPECTED = 5  # complaints below which the normal approximation does not hold


@dataclass(frozen=True)
class Month:
    """Reviews of one month.

    Attributes:
        first: Its first day.
        reviews: All of them.
        n: Those that speak of the theme.
        good: Those that praise it.
        bad: Those that complain of it.
    """

    first: date
    reviews: int
    n: int
    good: int
    bad: int


@dataclass(frozen=True)
class Trend:
    """Whether the share of reviews that complain rises or falls over the months.

    Attributes:
        months: How many there are.
        first: Share in the first half of the months.
        last: Share in the second half.
        sure: Whether there is a trend beyond chance.
    """

    months: int
    first: float
    last: float
    sure: bool


def months(voices: Voices, theme: int, kept: Flags, days: Ints) -> list[Month]:
    """Every month with reviews, the first first; none where reviews have no days.

    Args:
        voices: What reviews say.
        theme: Place of the theme.
        kept: Reviews counted, `[n_reviews]`.
        days: Day each was written, as an ordinal; 0 where that is not known.
    """
    dated = kept & (days > 0)
    month = np.zeros(len(days), np.int64)
    month[dated] = [_number(date.fromordinal(int(day))) for day in days[dated]]
    rows = (voices.theme == theme) & dated[voices.review]
    of = month[voices.review]
    return [
        Month(
            date(int(number) // 12, int(number) % 12 + 1, 1),
            int((month == number).sum()),
            *(
                int((rows & (of == number) & which).sum())
                for which in (True, voices.good, voices.bad)
            ),
        )
        for number in np.unique(month[dated])
    ]


def trend(told: Sequence[Month]) -> Trend | None:
    """The trend of complaints, by the test of Cochran (1954) and Armitage (1955), two-sided.

    `None` with fewer than `LEAST` months or hardly any complaints.
    """
    bad = np.array([month.bad for month in told], float)
    n = np.array([month.reviews for month in told], float)
    if len(told) < LEAST or bad.sum() < _EXPECTED or (n - bad).sum() < _EXPECTED:
        return None
    time = np.array([_number(month.first) for month in told], float)
    share = bad.sum() / n.sum()
    slope = float((time * (bad - n * share)).sum())
    spread = share * (1 - share) * float((n * time**2).sum() - (n * time).sum() ** 2 / n.sum())
    p = math.erfc(abs(slope) / math.sqrt(2 * spread)) if spread > 0 else 1.0
    half = len(told) // 2
    return Trend(
        len(told),
        float(bad[:half].sum() / n[:half].sum()),
        float(bad[half:].sum() / n[half:].sum()),
        p <= SURE,
    )


def _number(day: date) -> int:
    """Months since year 0."""
    return day.year * 12 + day.month - 1
