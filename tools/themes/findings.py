"""What the reviews asked about say, counted: by theme, against other days, by month."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tools.metrics.significance import FEW
from tools.periods import Period
from tools.review_quotes import says
from tools.themes.counting import Change, Counts, Voices, changes
from tools.themes.mentions import Flags, Floats, Ints
from tools.themes.months import Month, months
from tools.themes.quotes import Said, quotes
from tools.themes.reading import Reading
from tools.wording.statements import Role, Statement
from tools.wording.values import Count, Name, Value

LEAST = 3  # reviews of a theme that is told at all


@dataclass(frozen=True)
class Findings:
    """What the reviews asked about say.

    Attributes:
        reading: All reviews of the store.
        voices: What each says of each theme.
        kept: Reviews that meet the conditions, whatever their day: `[n_reviews]`.
        within: Those of the days asked for.
        scope: How a sentence names them.
        periods: Days held against earlier ones, and these; `None` where reviews have no days.
        days: `[n_reviews]` flags of either.
        top_n: Themes listed.
    """

    reading: Reading
    voices: Voices
    kept: Flags
    within: Flags
    scope: Name
    periods: tuple[Period, Period] | None
    days: tuple[Flags, Flags] | None
    top_n: int

    @cached_property
    def names(self) -> list[Name]:
        """What each theme is called, by place."""
        return list(self.reading.mentions.themes.values())

    @cached_property
    def asked(self) -> Flags:
        """Reviews that meet the conditions, of the days asked for: `[n_reviews]`."""
        return np.asarray(self.kept & self.within)

    @cached_property
    def counts(self) -> Counts:
        """Reviews asked about by theme."""
        return self.voices.counts(self.asked)

    @cached_property
    def recent(self) -> tuple[Counts, Counts] | None:
        """The same of the days compared, and of the days before."""
        if self.days is None:
            return None
        now, before = (self.voices.counts(self.kept & each) for each in self.days)
        return now, before

    @cached_property
    def changed(self) -> list[Change]:
        """Changes of the shares, those beyond chance first."""
        return changes(*self.recent) if self.recent else []

    @property
    def few(self) -> list[Statement]:
        """A caveat where there are hardly any reviews."""
        n = self.counts.reviews
        return [says("themes-few", "caveat", {"n": Count(n=n)})] if n < FEW else []

    def ranked(self, by: Ints) -> list[int]:
        """Places of the themes enough reviews speak of, by `by`, the largest first."""
        return [int(t) for t in np.argsort(-by, kind="stable") if by[t] >= LEAST]

    def months(self, theme: int) -> list[Month]:
        """Reviews of each month, and those that speak of a theme."""
        return months(self.voices, theme, self.asked, self.reading.days)

    def speaking(self, theme: int) -> Flags:
        """Which reviews speak of a theme: `[n_reviews]`."""
        speaks = np.zeros(len(self.kept), bool)
        speaks[self.voices.review[self.voices.theme == theme]] = True
        return speaks

    def stars(self, theme: int) -> tuple[Floats, Floats]:
        """Stars of the reviews asked about that speak of a theme, and of the others."""
        rated = self.asked & ~np.isnan(self.reading.stars)
        speaks = self.speaking(theme)
        return self.reading.stars[rated & speaks], self.reading.stars[rated & ~speaks]

    def said_of(self, theme: int, mood: int, most: int = 1) -> list[Said]:
        """The plainest complaints (-1) or praise (1) of a theme in the reviews asked about."""
        return quotes(self.reading, theme, mood, self.asked, most)

    def scoped(
        self, message: str, role: Role, needs: tuple[str, ...] = (), **values: Value
    ) -> Statement:
        """A statement that names the scope and counts its reviews."""
        whole: dict[str, Value] = {"scope": self.scope, "all": Count(n=self.counts.reviews)}
        return says(message, role, {**whole, **values}, needs)
