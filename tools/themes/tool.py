"""The tool that says what customers speak of, how they feel about it, and what changed."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from retrieval.embedding import Progress
from retrieval.filters import Filters
from retrieval.polarity import mood
from retrieval.review_index import ReviewIndex
from tools.errors import ToolError, nearest
from tools.metrics.semantics import listing
from tools.result import Provenance, ToolResult
from tools.store.store import Store
from tools.themes import looked_for
from tools.themes.answer import About, Answer
from tools.themes.aspects import Lexicon
from tools.themes.cost import Outcomes
from tools.themes.counting import Voices
from tools.themes.findings import Findings
from tools.themes.looked_for import LookedFor
from tools.themes.mentions import Ints
from tools.themes.reading import Reading
from tools.themes.scope import Scope, Scopes, compared, on_days
from tools.themes.searches import searches
from tools.wording.values import Name, Quote

Source = Literal["reviews", "searches"]
KNOWN = 8  # themes named where one is not known
LONGEST = 50  # themes listed at most


@dataclass(frozen=True)
class ThemeTools:
    """Read-only questions about what customers speak of.

    Attributes:
        store: The store.
        index: Opens its reviews by meaning; asked for their moods where they have no stars.
    """

    store: Store
    index: Callable[[], ReviewIndex] | None = None

    def review_themes(
        self,
        item: str | None = None,
        category: str | None = None,
        period: str | None = None,
        compare: str = "previous_period",
        aspect: str | None = None,
        about: About = "overview",
        source: Source = "reviews",
        filters: list[str] | None = None,
        top_n: int = 10,
    ) -> ToolResult:
        """Count what customers speak of in reviews: themes such as size, delivery or price.

        Use for "what do customers complain about most", "which themes come up in the reviews of
        the dresses", "did complaints about delivery rise", "which complaints cost us revenue",
        and, with source searches, "what do people look for on the site and not find". For quotes
        on one subject use `search_reviews`; for average stars use `query_metrics`.

        Args:
            item: One item, by id or title.
            category: Only items of this category.
            period: When they were written, such as last_month or 2026-Q3.
            compare: What to hold the period against: previous_period, year_ago, or another period.
            aspect: One theme, such as delivery, size or battery.
            about: overview; complaints or praise; changes since the period before; cost for
                complaints that go along with lost revenue.
            source: reviews, or searches for what was typed into the search box and not found.
            filters: What to keep, as dimension=value (brand, region).
            top_n: How many themes to list.
        """
        if top_n < 1:
            raise ToolError("metrics-bad-top")
        if source == "searches":
            if item or category or aspect:
                raise ToolError("themes-searches-items")
            return self._searches(about, filters or [], period, compare, min(top_n, LONGEST))
        self.store.table("reviews")  # says how to import them if there are none
        scope = self._scopes.of(item, category, filters or [], period)
        found = self._found(scope, compare, min(top_n, LONGEST))
        theme = self._theme(aspect, found) if aspect else None
        items = self._scopes.items
        answer = Answer(found, about, theme, aspect, self._outcomes, self._strata, items)
        return self._result(scope, answer)

    def prepare(self, progress: Progress | None = None) -> None:
        """Read the reviews now, so that the first question need not wait for it.

        Args:
            progress: Called with steps done and steps in all.
        """
        if self.store.folder is not None:
            self._reading.prepare(progress)

    def _searches(
        self, about: About, filters: list[str], period: str | None, compare: str, top_n: int
    ) -> ToolResult:
        self.store.table("events")  # says how to import them if there are none
        if "events.query" not in self.store.columns:
            raise ToolError("themes-searches-unknown")
        scope, periods = self._scopes.searches(filters, period, compare)
        now, before = (searches(self.store, each, scope.conditions) for each in periods)
        found = LookedFor(now, before, periods, scope.name)
        rows = tuple(found.row(phrase) for phrase in found.order(about)[:top_n])
        return ToolResult(
            tool="review_themes",
            columns=looked_for.COLUMNS,
            rows=rows,
            statements=tuple(found.statements(about)),
            chart=looked_for.CHART if len(rows) > 1 else None,
            provenance=Provenance(
                tables=("events",),
                period=(periods[0].first, periods[0].last),
                filters=scope.filters,
                row_count=now.n,
                sql=now.sql,
                data_version=self.store.profile.data_version,
            ),
            currency=self.store.profile.currency,
        )

    def _found(self, scope: Scope, compare: str, top_n: int) -> Findings:
        if scope.period and not self._reading.days.any():
            raise ToolError("themes-undated-period")
        kept = self._scopes.reviews(scope, self._reading)
        first, today = self.store.calendar[0], self.store.today
        periods = compared(scope, compare, self._reading, kept, today, first)
        days = (
            (on_days(self._reading, periods[0]), on_days(self._reading, periods[1]))
            if periods
            else None
        )
        within = on_days(self._reading, scope.period)
        return Findings(self._reading, self._voices, kept, within, scope.name, periods, days, top_n)

    def _result(self, scope: Scope, answer: Answer) -> ToolResult:
        told = answer.statements()
        columns, rows, chart = answer.table()
        ids = [s.values["id"] for s in told if "id" in s.values]
        cited = [i for each in ids if isinstance(each, Name) for i in (each.en, each.zh) if i]
        joined = {"orders", "order_lines"} if answer.about == "cost" else set()
        return ToolResult(
            tool="review_themes",
            columns=columns,
            rows=rows,
            statements=tuple(told),
            chart=chart,
            provenance=Provenance(
                tables=tuple(sorted(({"reviews"} | joined) & self.store.tables)),
                period=(scope.period.first, scope.period.last) if scope.period else None,
                filters=scope.filters,
                row_count=answer.found.counts.reviews,
                data_version=self.store.profile.data_version,
            ),
            currency=self.store.profile.currency,
            citations=tuple(dict.fromkeys(cited)),
        )

    def _theme(self, aspect: str, found: Findings) -> int:
        """Place of the theme called `aspect`, or that its words give away.

        Raises:
            ToolError: If no theme is; names the nearest.
        """
        wanted = aspect.strip().casefold()
        ids = list(self._reading.mentions.themes)
        spelt = {said.casefold(): n for n, name in enumerate(found.names)
                 for said in (ids[n], *_spellings(name))}  # fmt: skip
        if wanted in spelt:
            return spelt[wanted]
        if meant := sorted(Lexicon.common().found(wanted)):
            return max((ids.index(each) for each in meant), key=lambda t: found.counts.n[t])
        spoken = found.ranked(found.counts.n)
        likely = [each for each, theme in spelt.items() if theme in spoken]
        close = [found.names[spelt[each]] for each in nearest(wanted, likely)]
        known = close or [found.names[t] for t in spoken[:KNOWN]] or found.names[:KNOWN]
        raise ToolError(
            "unknown-choice", what=Name(en="theme", zh="话题"), given=Quote(text=aspect),
            known=listing(dict.fromkeys(known)),
        )  # fmt: skip

    @cached_property
    def _scopes(self) -> Scopes:
        return Scopes(self.store)

    @cached_property
    def _reading(self) -> Reading:
        return Reading(self.store, self._moods)

    def _moods(self) -> dict[str, int]:
        """Mood of each review by its wording; none where the reviews have not been indexed so."""
        index = self.index() if self.index else None
        if index is None or not index.ready or not index.has_moods:
            return {}
        hits, _vectors = index.members(Filters(), most=max(1, len(index)))
        return {hit.review_id: mood(hit.polarity or 0.0) for hit in hits}

    @cached_property
    def _voices(self) -> Voices:
        return Voices.of(self._reading.mentions)

    @cached_property
    def _outcomes(self) -> Outcomes:
        return Outcomes.of(self.store, self._reading)

    @cached_property
    def _strata(self) -> Ints:
        """Category of each review's item, as a number."""
        _, strata = np.unique(self._reading.categories, return_inverse=True)
        return np.asarray(strata, np.int64)


def _spellings(name: Name) -> list[str]:
    """What a theme may be called: its name in either language, and each word of its customers."""
    whole = [name.en, name.text("zh")]
    return [*whole, *(part for text in whole for part in re.split(r", |、", text.strip("“”")))]
