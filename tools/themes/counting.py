"""How many reviews speak of each theme, how many of them complain, and what changed."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import stats

from tools.metrics.significance import SURE, two_proportions
from tools.themes.mentions import Flags, Floats, Ints, Mentions
from tools.themes.sentiment import CLEAR


@dataclass(frozen=True)
class Voices:
    """What each review says of each theme it speaks of, its clauses together.

    Attributes:
        n_themes: How many themes there are.
        review: `[n]` place of the review.
        theme: `[n]` place of the theme.
        score: `[n]` log odds that it is favourable, the mean of its clauses.
    """

    n_themes: int
    review: Ints
    theme: Ints
    score: Floats

    @classmethod
    def of(cls, mentions: Mentions) -> "Voices":
        """The clauses of `mentions` by review and theme."""
        n = max(1, len(mentions.themes))
        pair, place = np.unique(mentions.review * n + mentions.theme, return_inverse=True)
        score = np.bincount(place, mentions.score) / np.maximum(np.bincount(place), 1)
        return cls(n, pair // n, pair % n, score)

    @cached_property
    def bad(self) -> Flags:
        """Which are complaints."""
        return self.score <= -CLEAR

    @cached_property
    def good(self) -> Flags:
        """Which are praise."""
        return self.score >= CLEAR

    def counts(self, kept: Flags) -> "Counts":
        """Counts over the reviews `kept`, `[n_reviews]`."""
        rows = kept[self.review]
        return Counts(
            int(kept.sum()),
            *(
                np.bincount(self.theme[rows & which], minlength=self.n_themes)
                for which in (np.ones_like(rows), self.good, self.bad)
            ),
        )


@dataclass(frozen=True)
class Counts:
    """Reviews by theme.

    Attributes:
        reviews: All reviews counted, whatever they speak of.
        n: `[n_themes]` reviews that speak of the theme.
        good: `[n_themes]` those that praise it.
        bad: `[n_themes]` those that complain of it.
    """

    reviews: int
    n: Ints
    good: Ints
    bad: Ints

    def share(self, of: Ints) -> Floats:
        """`of` as a share of all reviews, `[n_themes]`."""
        return np.asarray(of / max(self.reviews, 1), np.float64)


@dataclass(frozen=True)
class Change:
    """How the share of reviews that complain of (or praise) a theme changed.

    Attributes:
        theme: Place of the theme.
        now: Share of the reviews of the period.
        before: Share of the reviews of the earlier period.
        n: Reviews that said so in the period.
        sure: Whether it is beyond chance, all themes and both moods tested together.
    """

    theme: int
    mood: str
    now: float
    before: float
    n: int
    sure: bool

    @property
    def difference(self) -> float:
        """Difference of the shares, -1 to 1."""
        return self.now - self.before


def changes(now: Counts, before: Counts) -> list[Change]:
    """Every theme's change, the largest first, those beyond chance before the rest.

    Two-proportion z-tests, guarded together (Benjamini & Hochberg 1995).
    """
    tested = [
        (theme, mood, int(counted[theme]), int(earlier[theme]), p)
        for mood, counted, earlier in (
            ("bad", now.bad, before.bad),
            ("good", now.good, before.good),
        )
        for theme in range(len(now.n))
        if (p := two_proportions(counted[theme], now.reviews, earlier[theme], before.reviews))
        is not None
    ]
    if not tested:
        return []
    guarded = stats.false_discovery_control([p for *_, p in tested])
    found = [
        Change(theme, mood, n / now.reviews, earlier / before.reviews, n, bool(p <= SURE))
        for (theme, mood, n, earlier, _), p in zip(tested, guarded, strict=True)
    ]
    return sorted(found, key=lambda each: (not each.sure, -abs(each.difference)))
