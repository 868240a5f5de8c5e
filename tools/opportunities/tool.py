"""The tool that says where money lies."""

import logging
import time
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tools.errors import ToolError
from tools.opportunities.findings import Found, findings
from tools.opportunities.guard import beyond_chance, ranked
from tools.opportunities.opportunity import Focus, Opportunity
from tools.opportunities.registry import SCANS
from tools.opportunities.scene import Scene
from tools.periods import resolve
from tools.result import ToolResult
from tools.segments import Segments

logger = logging.getLogger(__name__)

Scanned = tuple[list[Opportunity], dict[Focus, ToolError]]
"""Everything looked at, and why some fields could not be."""


@dataclass(frozen=True)
class OpportunityTools:
    """Read-only scans for what is worth doing next.

    Attributes:
        segments: The store's groups of customers.
    """

    segments: Segments

    def find_opportunities(
        self, focus: Focus | None = None, top_n: int = 5, period: str | None = None
    ) -> ToolResult:
        """Find what is worth doing next and rank it by the profit expected within 30 days.

        Use for "where are the biggest opportunities", "what should I do next", "what is going
        wrong that we could fix". It looks at the funnel, sales, customer segments, stock, prices,
        reviews, returns and the season, and lists only what is beyond chance. For why one figure
        changed use `query_metrics`; for a campaign to write use `draft_campaign`.

        Args:
            focus: Look at one field only; none for all.
            top_n: How many to list.
            period: Days whose end counts as today, such as last_month; none for the last day with
                data.
        """
        scene = self._scene(period)
        scene.sales  # noqa: B018  # raises where nothing can be valued
        looked, lacking = self._looked(scene, focus)
        sure = ranked(beyond_chance(looked), scene.whole(scene.days).revenue)
        return findings(scene, Found(tuple(sure), len(looked), lacking, focus), max(1, top_n))

    def _looked(self, scene: Scene, focus: Focus | None) -> Scanned:
        """What `_scanned` finds; the store's data do not change while it is open."""
        key = scene.today, focus
        if key not in self._known:
            self._known[key] = _scanned(scene, focus)
        return self._known[key]

    @cached_property
    def _known(self) -> dict[tuple[date, Focus | None], Scanned]:
        return {}

    def _scene(self, period: str | None) -> Scene:
        store = self.segments.store
        if not period:
            return Scene(self.segments, store.today)
        span = resolve(period, store.today, store.calendar[0])
        return Scene(self.segments, min(span.last, store.today))


def _scanned(scene: Scene, focus: Focus | None) -> Scanned:
    """Everything the scans looked at, and why some could not."""
    looked: list[Opportunity] = []
    lacking: dict[Focus, ToolError] = {}
    for name, scan in SCANS.items():
        if focus in (None, name):
            started = time.perf_counter()
            try:
                looked += scan(scene)
            except ToolError as error:
                lacking[name] = error
            logger.debug("scan %s in %.1f s", name, time.perf_counter() - started)
    return looked, lacking
